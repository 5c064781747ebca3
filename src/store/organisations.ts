import type { CaseStatus } from '../domain/cases/case.ts';
import type { MandateKind } from '../domain/mandates/mandate.ts';
import type { MemberRole } from '../domain/organisations/member.ts';
import type { Instant } from '../domain/time.ts';
import type { Queryable } from '../platform/pool.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './pages.ts';

export type Organisation = { readonly organisationId: string; readonly creditCode: string };

/** Enters an organisation; false where its code or id is known. */
export async function addOrganisation(db: Queryable, one: Organisation & { readonly at: Instant }): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into organisations (organisation_id, credit_code, created_at) values ($1, $2, $3) on conflict do nothing`,
    [one.organisationId, one.creditCode, one.at],
  );
  return rowCount === 1;
}

export async function findOrganisation(db: Queryable, organisationId: string): Promise<Organisation | null> {
  const { rows } = await db.query<Organisation>(
    'select organisation_id as "organisationId", credit_code as "creditCode" from organisations where organisation_id = $1',
    [organisationId],
  );
  return rows[0] ?? null;
}

export async function isCreditCodeKnown(db: Queryable, creditCode: string): Promise<boolean> {
  const { rowCount } = await db.query('select from organisations where credit_code = $1', [creditCode]);
  return rowCount === 1;
}

export type RepresentativeKind = Exclude<MandateKind, 'relative'>;

export async function addRepresentative(
  db: Queryable,
  one: { readonly actorId: string; readonly kind: RepresentativeKind; readonly at: Instant },
): Promise<void> {
  await db.query('insert into representatives (actor_id, kind, created_at) values ($1, $2, $3)', [
    one.actorId,
    one.kind,
    one.at,
  ]);
}

/** The office in which an account acts for others; null for people of their own. */
export async function findRepresentativeKind(db: Queryable, actorId: string): Promise<RepresentativeKind | null> {
  const { rows } = await db.query<{ kind: RepresentativeKind }>(
    'select kind from representatives where actor_id = $1',
    [actorId],
  );
  return rows[0]?.kind ?? null;
}

export type Appointment = {
  readonly appointmentId: string;
  readonly organisationId: string;
  readonly memberRole: MemberRole;
  readonly days: number;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly acceptedBy: string | null;
  readonly untilAt: Instant | null;
  readonly endedAt: Instant | null;
};

const COLUMNS = `appointment_id as "appointmentId", organisation_id as "organisationId", member_role as "memberRole", days,
  created_at as "createdAt", expires_at as "expiresAt", accepted_at as "acceptedAt", accepted_by as "acceptedBy",
  until_at as "untilAt", ended_at as "endedAt"`;

export async function addAppointment(
  db: Queryable,
  one: Pick<Appointment, 'appointmentId' | 'organisationId' | 'memberRole' | 'days' | 'createdAt' | 'expiresAt'> & {
    readonly codeHash: Uint8Array;
  },
): Promise<void> {
  await db.query(
    `insert into appointments (appointment_id, organisation_id, code_hash, member_role, days, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
    [one.appointmentId, one.organisationId, one.codeHash, one.memberRole, one.days, one.createdAt, one.expiresAt],
  );
}

/** Takes an appointment on, once; null when there is none under this code, it was taken, ended, or its time is over. */
export async function takeAppointment(
  db: Queryable,
  take: { readonly codeHash: Uint8Array; readonly by: string; readonly now: Instant },
): Promise<Appointment | null> {
  const { rows } = await db.query<Appointment>(
    `update appointments set accepted_at = $3, accepted_by = $2, until_at = $3::timestamptz + days * interval '1 day'
    where code_hash = $1 and accepted_at is null and ended_at is null and expires_at > $3 returning ${COLUMNS}`,
    [take.codeHash, take.by, take.now],
  );
  return rows[0] ?? null;
}

export async function findAppointment(db: Queryable, appointmentId: string): Promise<Appointment | null> {
  const { rows } = await db.query<Appointment>(`select ${COLUMNS} from appointments where appointment_id = $1`, [
    appointmentId,
  ]);
  return rows[0] ?? null;
}

export async function listAppointments(db: Queryable, organisationId: string): Promise<Appointment[]> {
  const { rows } = await db.query<Appointment>(
    `select ${COLUMNS} from appointments where organisation_id = $1 order by created_at desc, appointment_id limit 200`,
    [organisationId],
  );
  return rows;
}

/** The live appointment of somebody, the newest where there are several. */
export async function findMembership(
  db: Queryable,
  asked: { readonly personId: string; readonly now: Instant },
): Promise<Appointment | null> {
  const { rows } = await db.query<Appointment>(
    `select ${COLUMNS} from appointments where accepted_by = $1 and ended_at is null and until_at > $2
    order by accepted_at desc limit 1`,
    [asked.personId, asked.now],
  );
  return rows[0] ?? null;
}

/** False where it has ended already. */
export async function endAppointmentRow(db: Queryable, appointmentId: string, at: Instant): Promise<boolean> {
  const { rowCount } = await db.query(
    'update appointments set ended_at = $2 where appointment_id = $1 and ended_at is null',
    [appointmentId, at],
  );
  return rowCount === 1;
}

/** Open lines that an organisation holds, in the order of their numbers. */
export async function listOpenLinesOf(db: Queryable, organisationId: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select number_id as id from lines where holder_id = $1 and closed_at is null order by number_id',
    [organisationId],
  );
  return rows.map(({ id }) => id);
}

export type HeldNumber = {
  readonly numberId: string;
  readonly line: number;
  readonly flags: readonly { readonly flagId: string; readonly code: string; readonly status: 'active' | 'lifting' }[];
  readonly cases: readonly { readonly caseId: string; readonly reference: string; readonly status: CaseStatus }[];
};

/** An organisation's numbers with what stands on them; for who acts for it, those that a live mandate names. */
export async function listHeldNumbers(
  db: Queryable,
  asked: PageRequest & {
    readonly organisationId: string;
    readonly representativeId: string | null;
    readonly flagged: boolean;
  },
): Promise<Page<HeldNumber>> {
  const [after] = readCursor(asked.cursor, ['number']) ?? [null];
  const { rows } = await db.query<HeldNumber>(
    `select l.number_id as "numberId", l.line,
      (select coalesce(json_agg(json_build_object('flagId', f.flag_id, 'code', f.code, 'status', f.status)
          order by f.placed_at, f.flag_id), '[]')
        from flags f where f.number_id = l.number_id and f.line = l.line and f.status in ('active', 'lifting')) as flags,
      (select coalesce(json_agg(json_build_object('caseId', c.case_id, 'reference', c.reference, 'status', c.status)
          order by c.opened_at, c.case_id), '[]')
        from cases c where c.number_id = l.number_id and c.line = l.line and c.ended_at is null) as cases
    from lines l
    where l.holder_id = $1 and l.closed_at is null and ($2::bigint is null or l.number_id > $2)
      and ($4::text is null or exists (
        select from mandates m where m.number_id = l.number_id and m.line = l.line and m.representative_id = $4
          and m.status = 'live'))
      and (not $5 or exists (
        select from flags f where f.number_id = l.number_id and f.line = l.line and f.status in ('active', 'lifting')))
    order by l.number_id limit $3`,
    [asked.organisationId, after, asked.limit + 1, asked.representativeId, asked.flagged],
  );
  return pageOf(rows, asked.limit, (row) => [row.numberId]);
}
