import type { NewEntry } from '../domain/journal/entry.ts';
import type { NumberState } from '../domain/journal/state.ts';
import type { JsonValue } from '../domain/refusal.ts';
import { isInstant } from '../domain/time.ts';
import type { Part } from './append-statement.ts';
import { canonicalJson } from './canonical.ts';
import { chainHash } from './chain.ts';
import { createRowCollector } from './changed-rows.ts';
import { keyPlace, unwrapKey, type WrappedKey, wordsPlace } from './line-keys.ts';
import type { Head } from './load.ts';
import { PROJECTION_NAMES } from './projection-tables.ts';
import type { Sealer } from './seal.ts';

/** Work for later as the queue keeps it; `afterMs` counts from the commit. */
export type StoredJob = { readonly name: string; readonly payload: object; readonly afterMs?: number };

export type AppendRequest = {
  /** As it was loaded: the command holds only if the number still stands there. */
  readonly before: Head;
  readonly after: NumberState;
  readonly entries: readonly NewEntry[];
  readonly key: {
    readonly actor: string;
    readonly key: string;
    readonly requestHash: string;
    readonly reply: JsonValue;
  } | null;
  readonly jobs: readonly StoredJob[];
  readonly references?: readonly { readonly reference: string; readonly caseId: string }[];
};

/** All rows of one command as JSON text, made before it waits for its statement. */
export type PreparedAppend = {
  readonly numberId: string;
  /** The hash that the number must still stand at. */
  readonly before: string;
  /** The state after the command, as it is kept. */
  readonly state: string;
  readonly parts: { readonly [P in Part]?: string };
  /** The number as it stands once this is committed. */
  readonly head: Head;
};

/** Seals, hashes and projects one command. Throws when the words of a line are to be sealed whose key was forgotten. */
export function prepareAppend(sealer: Sealer, request: AppendRequest): PreparedAppend {
  const { before, after, entries, key, jobs, references } = request;
  const { numberId } = before.state;
  const keys = createKeyRing(sealer, numberId, before.keys);
  const collector = createRowCollector(before.state);
  let { hash } = before;
  const entryRows = entries.map((entry) => {
    checkInstants(entry);
    collector.add(entry);
    const prevHash = hash;
    const sealed = entry.personal
      ? sealer.sealUnder(
          keys.of(entry.line),
          wordsPlace(numberId, entry.seq),
          Buffer.from(JSON.stringify(entry.personal)),
        )
      : null;
    const data = canonicalJson(entry.data);
    hash = chainHash(prevHash, { ...entry, sealed: sealed?.toString('base64') ?? null }, data);
    return entryRow(entry, data, sealed, prevHash, hash);
  });
  const changed = collector.rows();
  const state = JSON.stringify(after);
  const parts: { [P in Part]?: string } = {};
  const put = (part: Part, rows: readonly string[]) => {
    if (rows.length > 0) parts[part] = rows.join(',');
  };
  put('entries', entryRows);
  put(
    'line_keys',
    keys.made.map((made) => keyRow(sealer, numberId, made)),
  );
  for (const name of PROJECTION_NAMES)
    put(
      name,
      (changed[name] ?? []).map((row) => JSON.stringify(row)),
    );
  put(
    'case_references',
    (references ?? []).map((one) => referenceRow(numberId, one)),
  );
  put(
    'jobs',
    jobs.map((job, position) => jobRow(numberId, job, position)),
  );
  if (key) {
    const { actor, requestHash, reply } = key;
    put('idempotency_keys', [
      `{"number_id":${text(numberId)},"actor_id":${text(actor)},"key":${text(key.key)},"request_hash":${text(requestHash)},"reply":${text(reply)}}`,
    ]);
  }
  return {
    numberId,
    before: before.hash,
    state,
    parts,
    head: { state: after, hash, keys: [...before.keys, ...keys.made] },
  };
}

/** A moment in another spelling would come back from the database in ours, and the hash would no longer fit. */
function checkInstants({ numberId, seq, recordedAt, effectiveAt }: NewEntry): void {
  if (isInstant(recordedAt) && isInstant(effectiveAt)) return;
  throw new Error(`entry ${seq} of number ${numberId} is dated ${recordedAt}, ${effectiveAt}: no instant`);
}

/** The data keys of a number's lines, each opened once, made where there was none. */
function createKeyRing(sealer: Sealer, numberId: string, wrapped: readonly WrappedKey[]) {
  const opened = new Map<number, Uint8Array>();
  const made: WrappedKey[] = [];
  return {
    made,
    of(line: number): Uint8Array {
      const known = opened.get(line);
      if (known) return known;
      const stored = wrapped.find((one) => one.line === line);
      const key = stored ? unwrapKey(sealer, numberId, stored) : sealer.newKey();
      if (!key)
        throw new Error(`the words of line ${line} of number ${numberId} were forgotten: nothing can be sealed there`);
      if (!stored) made.push({ line, wrapped: sealer.seal('line key', keyPlace(numberId, line), key) });
      opened.set(line, key);
      return key;
    },
  };
}

function entryRow(entry: NewEntry, data: string, sealed: Buffer | null, prevHash: string, hash: string): string {
  const { numberId, seq, line, kind, kindVersion, recordedAt, effectiveAt, source, sourceId, actor, purpose } = entry;
  return `{"number_id":${text(numberId)},"seq":${seq},"line":${line},"kind":${text(kind)},"kind_version":${kindVersion},"recorded_at":${text(recordedAt)},"effective_at":${text(effectiveAt)},"source":${text(source)},"source_id":${text(sourceId)},"actor_id":${text(actor.id)},"actor_role":${text(actor.role)},"purpose":${text(purpose)},"data":${data}${sealed ? `,"sealed":"\\\\x${sealed.toString('hex')}"` : ''},"prev_hash":"\\\\x${prevHash}","hash":"\\\\x${hash}"}`;
}

function keyRow(sealer: Sealer, numberId: string, { line, wrapped }: WrappedKey): string {
  return `{"number_id":${text(numberId)},"line":${line},"key_version":${sealer.keyVersion},"wrapped_key":"\\\\x${wrapped?.toString('hex')}"}`;
}

function referenceRow(numberId: string, one: { readonly reference: string; readonly caseId: string }): string {
  return `{"number_id":${text(numberId)},"reference":${text(one.reference)},"case_id":${text(one.caseId)}}`;
}

function jobRow(numberId: string, { name, payload, afterMs }: StoredJob, position: number): string {
  return `{"number_id":${text(numberId)},"position":${position},"name":${text(name)},"payload":${text(payload)},"after_ms":${Math.round(afterMs ?? 0)}}`;
}

function text(value: unknown): string {
  return JSON.stringify(value);
}
