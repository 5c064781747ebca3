import type { JsonValue } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import type { Sealer } from './seal.ts';

export type StepKind = 'passkey_add' | 'passkey_use' | 'oidc' | 'act' | 'invite';

export type Step = { readonly actorId: string | null; readonly data: JsonValue };
type StepRow = { readonly actorId: string | null; readonly sealed: Buffer };

/** Keeps a step until somebody takes it or its time is over. */
export async function putStep(
  db: Queryable,
  sealer: Sealer,
  step: Step & {
    readonly stepHash: Buffer;
    readonly kind: StepKind;
    readonly now: Instant;
    readonly expiresAt: Instant;
  },
): Promise<void> {
  const sealed = sealer.seal('person', place(step), Buffer.from(JSON.stringify(step.data)));
  await db.query('delete from sign_in_steps where expires_at < $1', [step.now]);
  await db.query(
    `insert into sign_in_steps (step_hash, kind, actor_id, data_sealed, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6)`,
    [step.stepHash, step.kind, step.actorId, sealed, step.now, step.expiresAt],
  );
}

type Asked = { readonly stepHash: Buffer; readonly kind: StepKind; readonly now: Instant };

/** What is kept under this name, which stays. */
export async function findStep(db: Queryable, sealer: Sealer, asked: Asked): Promise<Step | null> {
  const { rows } = await db.query<StepRow>(
    `select actor_id as "actorId", data_sealed as sealed from sign_in_steps
    where step_hash = $1 and kind = $2 and expires_at > $3`,
    [asked.stepHash, asked.kind, asked.now],
  );
  return opened(sealer, asked, rows[0]);
}

/** The same, and nobody gets it again. */
export async function takeStep(db: Queryable, sealer: Sealer, asked: Asked): Promise<Step | null> {
  const { rows } = await db.query<StepRow>(
    `delete from sign_in_steps where step_hash = $1 and kind = $2 and expires_at > $3
    returning actor_id as "actorId", data_sealed as sealed`,
    [asked.stepHash, asked.kind, asked.now],
  );
  return opened(sealer, asked, rows[0]);
}

/** Keeps the secret that somebody invited is shown. */
export async function putInvitedSecret(
  db: Queryable,
  sealer: Sealer,
  { stepHash, secret }: { readonly stepHash: Buffer; readonly secret: string },
): Promise<void> {
  const sealed = sealer.seal('person', place({ kind: 'invite', stepHash }), Buffer.from(JSON.stringify({ secret })));
  await db.query(`update sign_in_steps set data_sealed = $2 where step_hash = $1 and kind = 'invite'`, [
    stepHash,
    sealed,
  ]);
}

/** Forgets every step of a kind of one actor. */
export async function endStepsOf(db: Queryable, actorId: string, kind: StepKind): Promise<void> {
  await db.query('delete from sign_in_steps where actor_id = $1 and kind = $2', [actorId, kind]);
}

function opened(sealer: Sealer, asked: Asked, row: StepRow | undefined): Step | null {
  if (!row) return null;
  const plain = sealer.open('person', place(asked), row.sealed);
  return { actorId: row.actorId, data: JSON.parse(plain.toString()) as JsonValue };
}

function place({ kind, stepHash }: { readonly kind: StepKind; readonly stepHash: Buffer }): string {
  return `step/${kind}/${stepHash.toString('hex')}`;
}
