import { currentLine } from '../../domain/journal/state.ts';
import { MEMBER_ACTS } from '../../domain/organisations/member.ts';
import { RefusalError } from '../../domain/refusal.ts';
import { msOf } from '../../domain/time.ts';
import { findActorOfPerson } from '../../store/actors.ts';
import type { Appointment } from '../../store/organisations.ts';
import { findAppointment, findOrganisation, listAppointments, listOpenLinesOf } from '../../store/organisations.ts';
import { findPerson } from '../../store/people.ts';
import type { AppContext } from '../context.ts';
import type { Jobs } from '../later.ts';
import { grantOf } from '../mandates/offer-mandate.ts';
import { command } from '../on-number.ts';

const DAY_MS = 86_400_000;
/** What a number says when the mandate is there already, or can be none: nothing that trying again would mend. */
const SETTLED = ['mandate.live_already', 'mandate.too_many', 'mandate.not_the_principal', 'access.not_found'];

/** The job: an appointment that was taken on becomes a mandate on every number that the organisation holds. Safe to run twice. */
export async function appoint(ctx: AppContext, { appointmentId }: Jobs['appoint']): Promise<void> {
  const one = await findAppointment(ctx.pool, appointmentId);
  if (!one) return;
  for (const numberId of await listOpenLinesOf(ctx.pool, one.organisationId)) await grantOn(ctx, one, numberId);
}

/** The job: a number that an organisation gets later is under the mandates of all who act for it. */
export async function appointOnLine(ctx: AppContext, { numberId }: Jobs['appoint_on_line']): Promise<void> {
  const holderId = currentLine((await ctx.journal.load(numberId)).state)?.holderId;
  if (!holderId || !(await findOrganisation(ctx.pool, holderId))) return;
  for (const one of await listAppointments(ctx.pool, holderId)) await grantOn(ctx, one, numberId);
}

/** The organisation signed the appointment: the entry is its own. */
async function grantOn(ctx: AppContext, one: Appointment, numberId: string): Promise<void> {
  const { organisationId, acceptedBy, untilAt, endedAt, memberRole, appointmentId } = one;
  if (acceptedBy === null || untilAt === null || endedAt !== null) return;
  const days = Math.ceil((msOf(untilAt) - msOf(ctx.clock.now())) / DAY_MS);
  const [actor, person] = await Promise.all([
    findActorOfPerson(ctx.pool, organisationId),
    findPerson(ctx.pool, ctx.sealer, acceptedBy),
  ]);
  if (!actor || days < 1) return;
  const terms = { kind: 'clerk', acts: MEMBER_ACTS[memberRole], days, feeFen: 0 } as const;
  const granting = grantOf(terms, organisationId, acceptedBy, person?.name ?? '');
  const asker = { actor, source: 'job', sourceId: appointmentId };
  await command(ctx, asker, { numberId, command: granting, purpose: 'appoint' }, () => numberId).catch((error) => {
    if (!(error instanceof RefusalError) || !SETTLED.includes(error.refusal.code)) throw error;
  });
}
