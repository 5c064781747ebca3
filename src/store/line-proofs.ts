import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

export type ProofMethod = 'code' | 'real_person' | 'papers';
export type ProofStatus = 'waiting' | 'passed' | 'failed' | 'silent' | 'withdrawn';

/** One try to prove that somebody has a number in hand, or that they are its holder. */
export type LineProof = {
  readonly numberId: string;
  readonly proofId: string;
  readonly line: number;
  readonly personId: string;
  readonly proves: 'possession' | 'holder';
  readonly method: ProofMethod;
  readonly status: ProofStatus;
  readonly reference: string | null;
  readonly evidenceId: string | null;
  readonly askedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
};

const COLUMNS = `number_id as "numberId", proof_id as "proofId", line, person_id as "personId", proves, method, status, reference,
  evidence_id as "evidenceId", asked_at as "askedAt", decided_at as "decidedAt", decided_by as "decidedBy"`;

/** Keeps a proof; one that is there already stays as it is. */
export async function addLineProof(db: Queryable, proof: LineProof): Promise<void> {
  const { numberId, proofId, line, personId, proves, method, status, reference, evidenceId } = proof;
  const { askedAt, decidedAt, decidedBy } = proof;
  await db.query(
    `insert into line_proofs (number_id, proof_id, line, person_id, proves, method, status, reference, evidence_id, asked_at,
      decided_at, decided_by)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict (number_id, proof_id) do nothing`,
    [numberId, proofId, line, personId, proves, method, status, reference, evidenceId, askedAt, decidedAt, decidedBy],
  );
}

/** Proofs on one line of a number, newest first. */
export async function listLineProofs(db: Queryable, numberId: string, line: number): Promise<LineProof[]> {
  const { rows } = await db.query<LineProof>(
    `select ${COLUMNS} from line_proofs where number_id = $1 and line = $2 order by asked_at desc, proof_id limit 50`,
    [numberId, line],
  );
  return rows;
}

export async function findLineProof(db: Queryable, numberId: string, proofId: string): Promise<LineProof | null> {
  const { rows } = await db.query<LineProof>(
    `select ${COLUMNS} from line_proofs where number_id = $1 and proof_id = $2`,
    [numberId, proofId],
  );
  return rows[0] ?? null;
}

/** Decides a proof that waits. False when it is decided already. */
export async function decideLineProof(
  db: Queryable,
  decided: {
    readonly numberId: string;
    readonly proofId: string;
    readonly status: Exclude<ProofStatus, 'waiting'>;
    readonly now: Instant;
  },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update line_proofs set status = $3, decided_at = $4
    where number_id = $1 and proof_id = $2 and status = 'waiting'`,
    [decided.numberId, decided.proofId, decided.status, decided.now],
  );
  return rowCount === 1;
}

/** Whoever takes back their consent waits for no answer any more. */
export async function endWaitingProofs(
  db: Queryable,
  { personId, now }: { readonly personId: string; readonly now: Instant },
): Promise<void> {
  await db.query(
    "update line_proofs set status = 'withdrawn', decided_at = $2 where person_id = $1 and status = 'waiting'",
    [personId, now],
  );
}

/** How many checks of a method somebody began since then. */
export async function countProofsSince(
  db: Queryable,
  asked: { readonly personId: string; readonly method: ProofMethod; readonly since: Instant },
): Promise<number> {
  const { rows } = await db.query<{ readonly n: number }>(
    'select count(*)::integer as n from line_proofs where person_id = $1 and method = $2 and asked_at > $3',
    [asked.personId, asked.method, asked.since],
  );
  return rows[0]?.n ?? 0;
}
