import type { MemberRole } from '../../domain/organisations/member.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import { newId } from '../../platform/ids.ts';
import { hashOfSecretCode, newSecretCode } from '../../platform/secret-code.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Appointment } from '../../store/organisations.ts';
import {
  addAppointment,
  endAppointmentRow,
  findAppointment,
  findRepresentativeKind,
  listAppointments,
  listOpenLinesOf,
  takeAppointment,
} from '../../store/organisations.ts';
import { findPerson } from '../../store/people.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command, notFound } from '../on-number.ts';
import { demandProof } from '../sign-in/step-up.ts';
import { requireOwner } from './own-organisation.ts';

const DAY_MS = 86_400_000;
const CODE_LIVES_MS = 7 * DAY_MS;

export type Member = Appointment & { readonly name: string | null };

/** The organisation says that somebody shall act for it; answers the code to hand to them, shown once. */
export async function offerAppointment(
  ctx: AppContext,
  asker: Asker,
  { role, days }: { readonly role: MemberRole; readonly days: number },
): Promise<string> {
  const { organisationId } = await requireOwner(ctx, asker);
  if (!Number.isInteger(days) || days < 1 || days > 365)
    throw new RefusalError(refusal('mandate.term_out_of_range', { most: 365 }, '/days'));
  demandProof(ctx, asker, 'bulk');
  const code = newSecretCode(ctx.random);
  const createdAt = ctx.clock.now();
  await addAppointment(ctx.pool, {
    appointmentId: newId('appointment', createdAt, ctx.random),
    organisationId,
    codeHash: hashOfSecretCode(code),
    memberRole: role,
    days,
    createdAt,
    expiresAt: addMs(createdAt, CODE_LIVES_MS),
  });
  return code;
}

/** Who acts for the organisation, or was asked to. */
export async function listMembers(ctx: AppContext, asker: Asker): Promise<Member[]> {
  const { organisationId } = await requireOwner(ctx, asker);
  const all = await listAppointments(ctx.pool, organisationId);
  return Promise.all(
    all.map(async (one) => {
      const person = one.acceptedBy === null ? null : await findPerson(ctx.pool, ctx.sealer, one.acceptedBy);
      return { ...one, name: person?.name ?? null };
    }),
  );
}

/** A clerk takes an appointment on by its code; null where the code is of none. The mandate on each number is given by the job. */
export async function acceptAppointment(ctx: AppContext, asker: Asker, code: string): Promise<Appointment | null> {
  const { actor } = asker;
  if (actor.role !== 'representative' || actor.personId === null) return null;
  if ((await findRepresentativeKind(ctx.pool, actor.id)) !== 'clerk') return null;
  const now = ctx.clock.now();
  const taken = await takeAppointment(ctx.pool, { codeHash: hashOfSecretCode(code), by: actor.personId, now });
  if (!taken) return null;
  const { appointmentId } = taken;
  await enqueue(ctx.pool, [{ name: 'appoint', payload: { appointmentId }, key: `appoint:${appointmentId}` }]);
  return taken;
}

/** The organisation ends an appointment: on every number the mandate goes at once. Done again it goes on where it was cut off. */
export async function endAppointment(ctx: AppContext, asker: Asker, appointmentId: string): Promise<void> {
  const { organisationId } = await requireOwner(ctx, asker);
  const one = await findAppointment(ctx.pool, appointmentId);
  if (one?.organisationId !== organisationId) throw notFound();
  await endAppointmentRow(ctx.pool, appointmentId, ctx.clock.now());
  if (one.acceptedBy === null) return;
  for (const numberId of await listOpenLinesOf(ctx.pool, organisationId)) {
    const { state } = await ctx.journal.load(numberId);
    for (const { mandateId, representativeId, status, principalId } of Object.values(state.mandates)) {
      if (status !== 'live' || representativeId !== one.acceptedBy || principalId !== organisationId) continue;
      const revoking = { do: 'revoke_mandate', mandateId } as const;
      const request = { numberId, command: revoking, purpose: 'end_appointment' };
      await command(ctx, { ...asker, key: undefined }, request, () => mandateId);
    }
  }
}
