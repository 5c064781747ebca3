import { createHmac, hkdfSync } from 'node:crypto';
import type pg from 'pg';
import type { Instant } from '../domain/time.ts';
import { inTransaction, type Queryable } from '../platform/pool.ts';
import type { Randomness } from '../platform/randomness.ts';
import { StartRefused } from '../platform/start-refused.ts';
import { openUnder, sealUnder } from './seal.ts';

/** Any number that no other lock of ours uses: two servers that start on an empty database make one root key. */
const LOCK = 7_310_022;

export type MasterKeyName = { readonly masterId: string; readonly madeAt: Instant; readonly inUse: boolean };

/** The master keys that open this installation. All that is sealed hangs on the root key, which never leaves the database unwrapped. */
export type MasterKeys = {
  list(): Promise<MasterKeyName[]>;
  /** Lets another master key open it too. Answers its name; a key that has access already keeps it. */
  add(masterKey: Uint8Array, now: Instant): Promise<string>;
  /** Shuts one out. False when there is none of that name. */
  drop(masterId: string): Promise<boolean>;
};

/** Names a master key without telling anything of it. */
export function masterIdOf(masterKey: Uint8Array): string {
  return createHmac('sha256', derived(masterKey, 'name')).update('master key').digest('hex').slice(0, 16);
}

function derived(masterKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `qingbiao master ${purpose} v1`, 32));
}

type Options = {
  readonly pool: pg.Pool;
  readonly masterKey: Uint8Array;
  readonly random: Randomness;
  readonly now: Instant;
};

/** Opens the root key, or makes it on a new database. Throws `StartRefused` when this master key opens nothing here. */
export async function openRootKey({ pool, masterKey, random, now }: Options): Promise<Uint8Array> {
  const masterId = masterIdOf(masterKey);
  return inTransaction(pool, async (connection) => {
    await connection.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const wraps = await readWraps(connection);
    const own = wraps.find((one) => one.masterId === masterId);
    if (own) return openUnder(derived(masterKey, 'wrap'), masterId, own.wrapped);
    if (wraps.length > 0) throw refused(masterId, wraps);
    const rootKey = (await isSealedAlready(connection)) ? masterKey : random(32);
    await keep(connection, { rootKey, masterKey, random, now });
    return rootKey;
  });
}

/** What was sealed straight under a master key, before there was a root key, keeps that key as its root. */
async function isSealedAlready(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ sealed: boolean }>(
    'select exists (select from people) or exists (select from numbers) as sealed',
  );
  return rows[0]?.sealed ?? false;
}

/** The master keys by name, given one that works. */
export function createMasterKeys({ pool, masterKey, random, rootKey }: Omit<Options, 'now'> & RootKey): MasterKeys {
  const used = masterIdOf(masterKey);
  return {
    list: async () =>
      (await readWraps(pool)).map(({ masterId, madeAt }) => ({ masterId, madeAt, inUse: masterId === used })),
    add: async (added, now) => keep(pool, { rootKey, masterKey: added, random, now }),
    drop: async (masterId) => {
      const { rowCount } = await pool.query('delete from root_key_wraps where master_id = $1', [masterId]);
      return rowCount === 1;
    },
  };
}

type RootKey = { readonly rootKey: Uint8Array };
type Wrap = { readonly masterId: string; readonly wrapped: Buffer; readonly madeAt: Instant };

async function readWraps(db: Queryable): Promise<Wrap[]> {
  const { rows } = await db.query<Wrap>(
    'select master_id as "masterId", wrapped, made_at as "madeAt" from root_key_wraps order by made_at, master_id',
  );
  return rows;
}

async function keep(db: Queryable, given: Omit<Options, 'pool'> & RootKey): Promise<string> {
  const { rootKey, masterKey, random, now } = given;
  const masterId = masterIdOf(masterKey);
  const wrapped = sealUnder(random, derived(masterKey, 'wrap'), masterId, rootKey);
  await db.query('insert into root_key_wraps values ($1, $2, $3) on conflict do nothing', [masterId, wrapped, now]);
  return masterId;
}

function refused(masterId: string, wraps: readonly Wrap[]): StartRefused {
  const known = wraps.map((one) => one.masterId).join(', ');
  return new StartRefused(
    'start.master_key_unknown',
    `The master key given (${masterId}) opens nothing here; this database is kept under ${known}: start with one of these, or run \`qingbiao master-key rotate\` under one of them to let the new one in.`,
    '此主密钥打不开这个数据库，请使用原来的主密钥启动；要更换主密钥，请运行 qingbiao master-key rotate。',
  );
}
