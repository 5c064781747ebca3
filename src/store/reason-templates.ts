import type { Cause } from '../domain/flags/words.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';

export type ReasonTemplate = {
  readonly templateId: string;
  readonly version: number;
  readonly carrierId: string;
  /** For flags of this cause; null for any. */
  readonly cause: Cause | null;
  readonly name: string;
  readonly words: string;
  readonly savedBy: string;
  readonly savedAt: Instant;
  /** Taken out of use by this version. */
  readonly retired: boolean;
};

const COLUMNS = `template_id as "templateId", version, carrier_id as "carrierId", cause, name, words, saved_by as "savedBy",
  saved_at as "savedAt", retired`;

/** The newest version of each template of a carrier that is in use, by name. */
export async function listTemplates(db: Queryable, carrierId: string): Promise<ReasonTemplate[]> {
  const { rows } = await db.query<ReasonTemplate>(
    `select * from (
      select distinct on (template_id) ${COLUMNS} from reason_templates
      where carrier_id = $1 order by template_id, version desc
    ) newest where not retired order by name, "templateId"`,
    [carrierId],
  );
  return rows;
}

/** Every version of every template of a carrier, those out of use too, the newest first. */
export async function listTemplateVersions(db: Queryable, carrierId: string): Promise<ReasonTemplate[]> {
  const { rows } = await db.query<ReasonTemplate>(
    `select ${COLUMNS} from reason_templates where carrier_id = $1 order by template_id, version desc`,
    [carrierId],
  );
  return rows;
}

/** Keeps one version; false when it is there already. */
export async function addTemplate(db: Queryable, one: ReasonTemplate): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into reason_templates (template_id, version, carrier_id, cause, name, words, saved_by, saved_at, retired)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (template_id, version) do nothing`,
    [one.templateId, one.version, one.carrierId, one.cause, one.name, one.words, one.savedBy, one.savedAt, one.retired],
  );
  return rowCount === 1;
}
