import { findLine } from '../../domain/journal/state.ts';
import { peopleOf } from '../../domain/numbers/line.ts';
import { findPerson } from '../../store/people.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { maskedNumbers } from '../desk/masked.ts';
import type { MyCase } from '../mine/my-case.ts';
import { getMyCase } from '../mine/my-case.ts';
import { numberHolding, readVisible } from '../on-number.ts';
import { requireAuthority } from './list-authority-cases.ts';

/** A case that a body was given. Its officers must know who complains; the digits stay masked. */
export type AuthorityCase = MyCase & {
  readonly mobile: string;
  readonly people: readonly { readonly as: 'holder' | 'user'; readonly name: string }[];
};

/** The whole file as an officer reads it, the reading written down. Other bodies' cases are not found. */
export async function getAuthorityCase(ctx: AppContext, asker: Asker, caseId: string): Promise<AuthorityCase> {
  requireAuthority(asker.actor);
  const found = await getMyCase(ctx, asker, caseId);
  const { numberId, caseFile } = found.view;
  const line = findLine(await readVisible(ctx, asker, numberHolding('case', caseId)), caseFile.line);
  const [numbers, people] = await Promise.all([
    maskedNumbers(ctx, [numberId]),
    Promise.all((line ? peopleOf(line) : []).map((personId) => findPerson(ctx.pool, ctx.sealer, personId))),
  ]);
  return {
    ...found,
    mobile: numbers.get(numberId) ?? '',
    people: people.flatMap((person) =>
      person
        ? [{ as: person.personId === line?.holderId ? ('holder' as const) : ('user' as const), name: person.name }]
        : [],
    ),
  };
}
