import type { BulkActName } from '../domain/cases/bulk.ts';
import type { Finding } from '../domain/cases/case.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import type { BulkCase, BulkFilter } from './bulk-acts.ts';
import type { Sealer } from './seal.ts';

/** What somebody looked at before ordering one act for many cases. */
export type KeptPreview = {
  readonly previewId: string;
  readonly carrierId: string;
  readonly act: BulkActName;
  readonly finding: Finding | null;
  readonly ruleRelied: string | null;
  readonly words: string | null;
  readonly selected: BulkFilter | null;
  readonly matched: number;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly validUntil: Instant;
  /** The order that was made of it. */
  readonly bulkId: string | null;
};
export type PreviewCase = Pick<BulkCase, 'numberId' | 'caseId' | 'reference' | 'version' | 'code' | 'data'>;

type Row = Omit<KeptPreview, 'words'> & { readonly sealed: Buffer | null };

/** Keeps the cases as they were looked at, and forgets what was looked at long ago. */
export async function addBulkPreview(
  db: Queryable,
  sealer: Sealer,
  one: KeptPreview,
  cases: readonly PreviewCase[],
): Promise<void> {
  const sealed = one.words === null ? null : sealer.seal('desk words', one.previewId, Buffer.from(one.words));
  await db.query('delete from bulk_previews where valid_until <= $1', [one.askedAt]);
  await db.query(
    `insert into bulk_previews (preview_id, carrier_id, act, finding, rule_relied, words_sealed, selected, matched,
      asked_by, asked_at, valid_until)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      one.previewId,
      one.carrierId,
      one.act,
      one.finding,
      one.ruleRelied,
      sealed,
      one.selected && JSON.stringify(one.selected),
      one.matched,
      one.askedBy,
      one.askedAt,
      one.validUntil,
    ],
  );
  await db.query(
    `insert into bulk_preview_cases (number_id, preview_id, case_id, reference, case_version, code, data)
    select "numberId", $1, "caseId", reference, version, code, data
    from json_to_recordset($2::json)
      as r("numberId" bigint, "caseId" text, reference text, version text, code text, data jsonb)`,
    [one.previewId, JSON.stringify(cases)],
  );
}

/** A preview with nobody else at it until the transaction ends. */
export async function lockBulkPreview(db: Queryable, sealer: Sealer, previewId: string): Promise<KeptPreview | null> {
  const { rows } = await db.query<Row>(
    `select preview_id as "previewId", carrier_id as "carrierId", act, finding, rule_relied as "ruleRelied",
      words_sealed as sealed, selected, matched, asked_by as "askedBy", asked_at as "askedAt",
      valid_until as "validUntil", bulk_id as "bulkId"
    from bulk_previews where preview_id = $1 for update`,
    [previewId],
  );
  if (!rows[0]) return null;
  const { sealed, ...row } = rows[0];
  return { ...row, words: sealed && sealer.open('desk words', row.previewId, sealed).toString() };
}

export async function listPreviewCases(db: Queryable, previewId: string): Promise<PreviewCase[]> {
  const { rows } = await db.query<PreviewCase>(
    `select number_id as "numberId", case_id as "caseId", reference, case_version as version, code, data
    from bulk_preview_cases where preview_id = $1 order by case_id`,
    [previewId],
  );
  return rows;
}

export async function noteBulkOf(db: Queryable, previewId: string, bulkId: string): Promise<void> {
  await db.query('update bulk_previews set bulk_id = $2 where preview_id = $1', [previewId, bulkId]);
}
