import { mayDraft } from '../../access/policies.ts';
import type { BackTest } from '../../domain/back-tests/back-test.ts';
import type { Change } from '../../domain/back-tests/figures.ts';
import type { KeptChange } from '../../store/back-tests.ts';
import { findBackTest, listBackTestChanges, listBackTests as listOf } from '../../store/back-tests.ts';
import type { Page } from '../../store/pages.ts';
import type { StoredPolicy } from '../../store/policies.ts';
import { findPolicy } from '../../store/policies.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { maskedNumbers } from '../desk/masked.ts';
import { notFound } from '../on-number.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';
import type { PolicyName } from '../policies/write-policy.ts';

export type BackTestView = BackTest & {
  /** Whether the asker may end it. */
  readonly mayCancel: boolean;
};

/** The back-tests of a version, newest first. */
export async function listBackTests(
  ctx: AppContext,
  asker: Asker,
  name: PolicyName,
  input: PageInput,
): Promise<Page<BackTest>> {
  const { policy } = await requireVersion(ctx, asker, name);
  return listOf(ctx.pool, { ...name, carrierId: policy.carrierId }, pageRequest(input));
}

/** One back-test: its figures, or how far it is. */
export async function getBackTest(ctx: AppContext, asker: Asker, backTestId: string): Promise<BackTestView> {
  const one = await requireBackTest(ctx, asker, backTestId);
  return { ...one, mayCancel: one.status === 'running' && mayDraft(asker.actor) };
}

export type MaskedChange = KeptChange & { readonly maskedNumber: string };

/** The lines on which the two tables differ, with masked numbers. */
export async function listChanges(
  ctx: AppContext,
  asker: Asker,
  backTestId: string,
  { change = null, ...input }: PageInput & { readonly change?: Change['change'] | null | undefined },
): Promise<Page<MaskedChange>> {
  const one = await requireBackTest(ctx, asker, backTestId);
  const page = await listBackTestChanges(ctx.pool, { backTestId: one.backTestId, change }, pageRequest(input));
  const masked = await maskedNumbers(
    ctx,
    page.items.map(({ numberId }) => numberId),
  );
  return {
    items: page.items.map((item) => ({ ...item, maskedNumber: masked.get(item.numberId) ?? '' })),
    next: page.next,
  };
}

/** A version of the asker's own carrier. */
export async function requireVersion(
  ctx: AppContext,
  asker: Asker,
  { policyId, version }: PolicyName,
): Promise<StoredPolicy> {
  const carrierId = requireDesk(asker.actor);
  const found = await findPolicy(ctx.pool, policyId, version);
  if (found?.policy.carrierId !== carrierId) throw notFound();
  return found;
}

/** A back-test of the asker's own carrier. */
export async function requireBackTest(ctx: AppContext, asker: Asker, backTestId: string): Promise<BackTest> {
  const carrierId = requireDesk(asker.actor);
  const found = await findBackTest(ctx.pool, backTestId);
  if (found?.carrierId !== carrierId) throw notFound();
  return found;
}
