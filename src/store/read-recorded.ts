import { to as copyTo } from 'pg-copy-streams';
import type { RealOutcome, Recorded } from '../domain/back-tests/recorded.ts';
import { RECORDED_KINDS } from '../domain/back-tests/recorded.ts';
import { instantFromMs } from '../domain/time.ts';
import type { Connection, Queryable } from '../platform/pool.ts';

/** Microseconds from the Unix epoch to 2000-01-01, from which PostgreSQL counts. */
const EPOCH_MS = 946_684_800_000;
/** The signature of PostgreSQL's binary COPY, its flags and the length of its extension. */
const HEADER_BYTES = 19;
const FIELDS = 5;

/** The next numbers of a carrier's own lines, in their order. */
export async function nextNumbers(
  db: Queryable,
  carrierId: string,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ numberId: string }>(
    `select distinct number_id as "numberId" from lines
    where carrier_id = $1 and origin = 'placed' and number_id > $2 order by number_id limit $3`,
    [carrierId, after, limit],
  );
  return rows.map(({ numberId }) => numberId);
}

/** How many numbers have a line of the carrier's own. */
export async function countNumbers(db: Queryable, carrierId: string): Promise<number> {
  const { rows } = await db.query<{ numbers: number }>(
    `select count(distinct number_id)::float8 as numbers from lines where carrier_id = $1 and origin = 'placed'`,
    [carrierId],
  );
  return rows[0]?.numbers ?? 0;
}

/** What was decided of flags of these numbers, by number and flag. */
export async function readOutcomes(
  db: Queryable,
  numberIds: readonly string[],
): Promise<Map<string, Map<string, RealOutcome>>> {
  const { rows } = await db.query<{ numberId: string; flagId: string; outcome: RealOutcome }>(
    `select number_id as "numberId", flag_id as "flagId", outcome from flag_verdicts where number_id = any($1::bigint[])`,
    [numberIds],
  );
  const byNumber = new Map<string, Map<string, RealOutcome>>();
  for (const { numberId, flagId, outcome } of rows)
    byNumber.set(numberId, (byNumber.get(numberId) ?? new Map()).set(flagId, outcome));
  return byNumber;
}

/** What was recorded of each of these numbers, number by number in the order of their journals. */
export async function readRecorded(
  connection: Connection,
  numberIds: readonly string[],
  untilMs: number,
  visit: (numberId: string, recorded: readonly Recorded[]) => void,
): Promise<void> {
  if (numberIds.length === 0) return;
  const ids = numberIds.map((id) => BigInt(id).toString()).join(',');
  const kinds = RECORDED_KINDS.map((kind) => `'${kind}'`).join(',');
  const until = instantFromMs(untilMs);
  // `offset 0` keeps each number one probe of the journal's key, whatever the planner thinks of so many.
  const stream = connection.query(
    copyTo(
      `copy (
        select q.n, e.line, e.kind, e.effective_at, e.data from unnest('{${ids}}'::bigint[]) as q(n)
        cross join lateral (
          select line, kind, effective_at, data from entries
          where number_id = q.n and kind in (${kinds}) and (kind <> 'fact.recorded' or effective_at < '${until}')
          order by seq offset 0
        ) e
      ) to stdout (format binary)`,
      { highWaterMark: 1 << 18 },
    ),
  );
  const rows = new RecordedRows(visit);
  for await (const chunk of stream) rows.take(chunk as Buffer);
  rows.end();
}

/** Rows out of binary COPY, whatever pieces they come in, put together number by number. */
class RecordedRows {
  readonly #visit: (numberId: string, recorded: readonly Recorded[]) => void;
  #rest: Buffer | null = null;
  #begun = false;
  #high = 0;
  #low = 0;
  #recorded: Recorded[] = [];

  constructor(visit: (numberId: string, recorded: readonly Recorded[]) => void) {
    this.#visit = visit;
  }

  take(chunk: Buffer): void {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    if (!this.#begun) {
      if (bytes.length < HEADER_BYTES) {
        this.#rest = bytes;
        return;
      }
      at = HEADER_BYTES;
      this.#begun = true;
    }
    for (;;) {
      const next = this.#row(bytes, at);
      if (next === at) break;
      at = next;
    }
    this.#rest = at < bytes.length ? bytes.subarray(at) : null;
  }

  end(): void {
    this.#pass();
  }

  /** Where the next row begins; the same place when this one is not whole yet or is the end mark. */
  #row(bytes: Buffer, from: number): number {
    if (bytes.length < from + 2 || bytes.readInt16BE(from) !== FIELDS) return from;
    let end = from + 2;
    for (let field = 0; field < FIELDS; field += 1) {
      if (bytes.length < end + 4) return from;
      end += 4 + bytes.readInt32BE(end);
    }
    if (bytes.length < end) return from;
    let at = from + 2 + 4;
    const [high, low] = [bytes.readInt32BE(at), bytes.readUInt32BE(at + 4)];
    at += 8 + 4;
    const line = bytes.readInt32BE(at);
    at += 4;
    const kindBytes = bytes.readInt32BE(at);
    at += 4;
    const kind = bytes.toString('latin1', at, at + kindBytes);
    at += kindBytes + 4;
    const micros = bytes.readInt32BE(at) * 4_294_967_296 + bytes.readUInt32BE(at + 4);
    // jsonb begins with the version of its form.
    const data = JSON.parse(bytes.toString('utf8', at + 8 + 4 + 1, end)) as unknown;
    if (high !== this.#high || low !== this.#low) this.#pass();
    [this.#high, this.#low] = [high, low];
    this.#recorded.push({ kind, line, at: EPOCH_MS + Math.floor(micros / 1000), data } as Recorded);
    return end;
  }

  #pass(): void {
    if (this.#recorded.length === 0) return;
    this.#visit(((BigInt(this.#high) << 32n) | BigInt(this.#low)).toString(), this.#recorded);
    this.#recorded = [];
  }
}
