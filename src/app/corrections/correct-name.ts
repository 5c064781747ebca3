import { RefusalError, refusal } from '../../domain/refusal.ts';
import { findPerson, savePerson } from '../../store/people.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { ownNumberIds } from '../mine/own-numbers.ts';
import { command } from '../on-number.ts';
import { requirePerson } from '../own-person.ts';

const LONGEST = 100;

/** The person puts the name of their account right; each of their numbers keeps, sealed, what it was before. Asked again it goes on where it was cut off. */
export async function correctMyName(ctx: AppContext, asker: Asker, given: string): Promise<void> {
  const personId = requirePerson(asker);
  const name = given.trim();
  if (name === '') throw new RefusalError(refusal('correction.name_missing', {}, '/name'));
  if ([...name].length > LONGEST)
    throw new RefusalError(refusal('correction.name_too_long', { limit: LONGEST }, '/name'));
  const person = await findPerson(ctx.pool, ctx.sealer, personId);
  if (!person || person.name === name) return;
  const { actor, source, sourceId } = asker;
  // The entries first: a name that is new already would not be noted any more.
  for (const numberId of await ownNumberIds(ctx, asker)) {
    const noting = { do: 'note_name', before: person.name } as const;
    await command(ctx, { actor, source, sourceId }, { numberId, command: noting, purpose: 'correct_name' }, () => null);
  }
  await savePerson(ctx.pool, ctx.sealer, { ...person, name }, ctx.clock.now());
}

/** The name of the asker's account as they see it, whole. */
export async function readMyName(ctx: AppContext, asker: Asker): Promise<string> {
  return (await findPerson(ctx.pool, ctx.sealer, requirePerson(asker)))?.name ?? '';
}
