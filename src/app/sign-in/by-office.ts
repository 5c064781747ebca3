import { readCreditCode } from '../../domain/organisations/credit-code.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { isStorable } from '../../domain/storable-text.ts';
import type { Locale } from '../../locales/index.ts';
import { findActor, saveActor } from '../../store/actors.ts';
import type { RepresentativeKind } from '../../store/organisations.ts';
import { addOrganisation, addRepresentative, isCreditCodeKnown } from '../../store/organisations.ts';
import { findPerson, savePerson } from '../../store/people.ts';
import type { AppContext } from '../context.ts';
import { isPlainId } from './staff.ts';

const NAME_LIMIT = 80;
export const REPRESENTATIVE_KINDS = ['lawyer', 'legal_aid', 'clerk'] as const satisfies readonly RepresentativeKind[];

type Entered = { readonly id: string; readonly name: string; readonly locale: Locale };

/** Enters an organisation with an account of its own; carriers name it as the holder of its lines. Nobody signs in as it before they are invited. */
export async function enterOrganisation(
  ctx: AppContext,
  { id, name, locale, creditCode }: Entered & { readonly creditCode: string },
): Promise<string> {
  await checkNew(ctx, id, name);
  const reading = readCreditCode(creditCode);
  if (!reading.ok) throw new RefusalError(reading.refusal);
  if (await isCreditCodeKnown(ctx.pool, reading.code))
    throw new RefusalError(refusal('organisation.known', {}, '/credit_code'));
  await addAccount(ctx, { id, name, locale }, 'subscriber');
  await addOrganisation(ctx.pool, { organisationId: id, creditCode: reading.code, at: ctx.clock.now() });
  return reading.code;
}

/** Enters somebody who acts for others by office: a lawyer, legal aid, an organisation's clerk. They act only under mandates. */
export async function enterRepresentative(
  ctx: AppContext,
  { kind, ...one }: Entered & { readonly kind: string },
): Promise<void> {
  const known = REPRESENTATIVE_KINDS.find((each) => each === kind);
  if (!known)
    throw new RefusalError(refusal('organisation.bad_kind', { kinds: REPRESENTATIVE_KINDS.join(', ') }, '/kind'));
  await checkNew(ctx, one.id, one.name);
  await addAccount(ctx, one, 'representative');
  await addRepresentative(ctx.pool, { actorId: one.id, kind: known, at: ctx.clock.now() });
}

async function checkNew(ctx: AppContext, id: string, name: string): Promise<void> {
  if (!isPlainId(id)) throw new RefusalError(refusal('staff.bad_id', {}, '/id'));
  if (name.trim() === '' || name.length > NAME_LIMIT || !isStorable(name))
    throw new RefusalError(refusal('staff.bad_name', { most: NAME_LIMIT }, '/name'));
  if ((await findActor(ctx.pool, id)) || (await findPerson(ctx.pool, ctx.sealer, id)))
    throw new RefusalError(refusal('staff.known', { id }, '/id'));
}

async function addAccount(
  ctx: AppContext,
  { id, name, locale }: Entered,
  role: 'subscriber' | 'representative',
): Promise<void> {
  const person = { personId: id, name: name.trim(), email: null, smsDigits: null };
  await savePerson(ctx.pool, ctx.sealer, person, ctx.clock.now());
  const place = { carrierId: null, authorityId: null, personId: id };
  await saveActor(ctx.pool, { id, role, ...place, displayName: name.trim(), locale, active: true });
}
