import { RefusalError } from '../../domain/refusal.ts';
import { hasEvidenceElsewhere } from '../../store/evidence.ts';
import { countPrincipals } from '../../store/mandates.ts';
import { commandAsProduct } from '../as-product.ts';
import type { AppContext } from '../context.ts';

/** Relatives have few; whoever acts for more people than this is looked at. */
const USUAL_PRINCIPALS = 4;
/** Talk of money for lifting a flag, which never costs anything. */
const FEE_TALK =
  /(收费|费用|手续费|服务费|劳务费|转账|打款|付款|红包|定金|押金|包成功|包过|\d+\s*(元|块|万)|fee|deposit|payment)/i;

type Place = { readonly numberId: string; readonly mandateId: string };

/** Somebody who acts for many people, or uses one file for several, is shown to a human; nothing is stopped by it. */
export async function questionPatterns(
  ctx: AppContext,
  {
    numberId,
    mandateId,
    representativeId,
    sha256,
    words,
  }: Place & {
    readonly representativeId: string;
    readonly sha256?: string;
    readonly words?: string;
  },
): Promise<void> {
  const principals = await countPrincipals(ctx.pool, representativeId);
  const found = [
    ...(principals > USUAL_PRINCIPALS ? ['many_principals'] : []),
    ...(sha256 !== undefined && (await hasEvidenceElsewhere(ctx.pool, sha256, numberId)) ? ['same_evidence'] : []),
    ...(words !== undefined && FEE_TALK.test(words) ? ['fee_talk'] : []),
  ];
  for (const pattern of found) await question(ctx, { numberId, mandateId }, pattern);
}

async function question(ctx: AppContext, { numberId, mandateId }: Place, pattern: string): Promise<void> {
  try {
    await commandAsProduct(ctx, numberId, { do: 'question_mandate', mandateId, pattern }, `${mandateId}:${pattern}`);
  } catch (error) {
    // It ended meanwhile: there is nothing left to look at.
    if (!(error instanceof RefusalError)) throw error;
  }
}
