import type { MobileNumber } from '../../domain/numbers/mobile-number.ts';
import type { HeldNumber } from '../../store/organisations.ts';
import { listHeldNumbers } from '../../store/organisations.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { noteAccess } from '../note-access.ts';
import type { PageInput } from '../pages.ts';
import { requireOrganisation } from './own-organisation.ts';

const USUAL = 50;
/** As many as one form may open cases on. */
const MOST = 500;

export type OrganisationNumber = HeldNumber & { readonly mobileNumber: MobileNumber | null };

/** The numbers of the asker's organisation with what stands on each; who acts for it sees those that their mandate names. */
export async function listOrganisationNumbers(
  ctx: AppContext,
  asker: Asker,
  input: PageInput & { readonly flagged?: boolean | undefined },
): Promise<Page<OrganisationNumber>> {
  const { cursor, limit = USUAL } = input;
  const { organisationId, representativeId } = await requireOrganisation(ctx, asker);
  const asked = {
    organisationId,
    representativeId,
    flagged: input.flagged ?? false,
    cursor,
    limit: Math.min(limit, MOST),
  };
  const { items, next } = await listHeldNumbers(ctx.pool, asked);
  const ids = items.map(({ numberId }) => numberId);
  const [digits] = await Promise.all([
    ctx.numbers.digitsOf(ids),
    ...ids.map((id) => noteAccess(ctx, asker, id, 'numbers')),
  ]);
  return { items: items.map((one) => ({ ...one, mobileNumber: digits.get(one.numberId) ?? null })), next };
}
