import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { hashOfSecretCode, newSecretCode } from '../../platform/secret-code.ts';
import { addAccountKey, bindAccountKey, endAccountKeys } from '../../store/accounts.ts';
import { findPerson, savePerson } from '../../store/people.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { listMyOpenNumbers } from '../holder/my-open-numbers.ts';
import { notePossession } from '../holder/note-possession.ts';
import { mailCode } from './account.ts';
import type { Address, AddressKind } from './addresses.ts';
import { fieldOf, indexOf, readAddress } from './addresses.ts';
import { textCode } from './phone.ts';
import { makeCode, takeCode } from './sent-code.ts';
import { demandProof } from './step-up.ts';

/** Sends a code to an address that the signed-in person wants codes at from now on. */
export async function sendBindingCode(
  ctx: AppContext,
  asker: Asker,
  { kind, typed, locale }: { readonly kind: AddressKind; readonly typed: string; readonly locale: Locale },
): Promise<void> {
  demandProof(ctx, asker, 'change_sign_in');
  const address = readAddress(kind, typed);
  await refuseFlagged(ctx, asker, address);
  if (kind === 'mail' && !ctx.mail) throw new RefusalError(refusal('account.no_mail', {}, '/mail'));
  const code = await makeCode(ctx, placeOf(asker, address), fieldOf(kind));
  if (kind === 'mail') await mailCode(ctx, address.to, code, locale);
  else await textCode(ctx, address.to, code, locale);
}

/** Binds an address to the account of whoever typed the code that went there. The former one of its kind opens nothing any more. */
export async function confirmBinding(
  ctx: AppContext,
  asker: Asker,
  { kind, typed, code }: { readonly kind: AddressKind; readonly typed: string; readonly code: string },
): Promise<void> {
  demandProof(ctx, asker, 'change_sign_in');
  const address = readAddress(kind, typed);
  const { id: actorId, personId } = asker.actor;
  const person = personId === null ? null : await findPerson(ctx.pool, ctx.sealer, personId);
  if (!person) throw new RefusalError(refusal('access.denied'));
  await takeCode(ctx, placeOf(asker, address), code);
  const now = ctx.clock.now();
  const keyHash = indexOf(ctx, address);
  const bound = await bindAccountKey(ctx.pool, { kind, keyHash, actorId, createdAt: now });
  // Told only to whoever has just read a code at that address.
  if (!bound) throw new RefusalError(refusal('account.bound_elsewhere', {}, fieldOf(kind)));
  await endAccountKeys(ctx.pool, { actorId, kind, now, except: keyHash });
  if (kind === 'sms') await notePossession(ctx, asker, address.to);
  const changed = kind === 'mail' ? { email: address.to } : { smsDigits: address.to };
  await savePerson(ctx.pool, ctx.sealer, { ...person, ...changed }, now);
}

/** A fresh return code; the former one opens nothing any more. */
export async function renewReturnCode(ctx: AppContext, asker: Asker): Promise<string> {
  demandProof(ctx, asker, 'change_sign_in');
  const { id: actorId } = asker.actor;
  const now = ctx.clock.now();
  const code = newSecretCode(ctx.random);
  await endAccountKeys(ctx.pool, { actorId, kind: 'return_code', now });
  await addAccountKey(ctx.pool, { kind: 'return_code', keyHash: hashOfSecretCode(code), actorId, createdAt: now });
  return code;
}

/** A number of theirs that something is wrong with may never ring again: no way back may hang on it. */
async function refuseFlagged(ctx: AppContext, { actor }: Asker, { kind, to }: Address): Promise<void> {
  if (kind !== 'sms') return;
  for (const { numberId, line, mobile } of await listMyOpenNumbers(ctx, actor)) {
    if (mobile !== to) continue;
    const { state } = await ctx.journal.load(numberId);
    const flagged = Object.values(state.flags).some(
      (flag) => flag.line === line && (flag.status === 'active' || flag.status === 'lifting'),
    );
    if (flagged) throw new RefusalError(refusal('account.phone_is_flagged', {}, '/phone'));
  }
}

function placeOf({ actor }: Asker, { kind, to }: Address): string {
  return `bind:${actor.id}:${kind}:${to}`;
}
