import { relationTo } from '../../access/relation.ts';
import { currentLine } from '../../domain/journal/state.ts';
import type { Line } from '../../domain/numbers/line.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { addMs } from '../../domain/time.ts';
import type { Locale } from '../../locales/index.ts';
import { newId } from '../../platform/ids.ts';
import type { LineProof } from '../../store/line-proofs.ts';
import { addLineProof, countProofsSince, listLineProofs } from '../../store/line-proofs.ts';
import type { Asker } from '../asker.ts';
import { demandConsent, hasAgreed } from '../consents/consents.ts';
import type { AppContext } from '../context.ts';
import { notFound, readVisible } from '../on-number.ts';
import { askAfter, askLater } from './ask-after.ts';

const DAY_MS = 86_400_000;
const MOST_A_DAY = 5;

/** What is proved about one person and their line. */
export type HolderStanding = {
  readonly line: Line;
  readonly possession: LineProof | null;
  readonly holder: LineProof | null;
  /** Whether they gave the separate consent that a check by faces needs. */
  readonly agreed: boolean;
};

/** The newest proofs of the asker on their own current line. One that waits is asked after first. */
export async function readHolderStanding(ctx: AppContext, asker: Asker, numberId: string): Promise<HolderStanding> {
  const { line, personId } = await ownLine(ctx, asker, numberId);
  const mine = (await listLineProofs(ctx.pool, numberId, line.line)).filter((one) => one.personId === personId);
  const newest = (proves: LineProof['proves']) => {
    const all = mine.filter((one) => one.proves === proves);
    return all.find((one) => one.status === 'passed') ?? all[0] ?? null;
  };
  const holder = newest('holder');
  const agreed = await hasAgreed(ctx, personId, 'real_person_check');
  return { line, possession: newest('possession'), holder: holder && (await askAfter(ctx, holder)), agreed };
}

/** Begins a real-person check of the asker's own number; answers where the person goes. Nobody else can take it for them. */
export async function beginHolderCheck(
  ctx: AppContext,
  asker: Asker,
  numberId: string,
  { returnUrl, locale, agrees }: { readonly returnUrl: string; readonly locale: Locale; readonly agrees: boolean },
): Promise<string> {
  const { line, personId } = await ownLine(ctx, asker, numberId);
  if (!ctx.holderCheck) throw new RefusalError(refusal('holder.no_provider'));
  const now = ctx.clock.now();
  const begun = await countProofsSince(ctx.pool, { personId, method: 'real_person', since: addMs(now, -DAY_MS) });
  if (begun >= MOST_A_DAY) throw new RefusalError(refusal('holder.too_often', { most: MOST_A_DAY }));
  await demandConsent(ctx, asker, { personId, kind: 'real_person_check', agrees, locale });
  const mobile = (await ctx.numbers.digitsOf([numberId])).get(numberId);
  if (mobile === undefined) throw notFound();
  const proofId = newId('proof', now, ctx.random);
  const check = { checkId: proofId, mobile, returnUrl, locale };
  const { reference, url } = await ctx.holderCheck.begin(check).catch((error: unknown) => {
    ctx.log.warn({ err: error }, 'the holder check cannot be reached');
    throw new RefusalError(refusal('holder.provider_away'));
  });
  // Before the row: a job that finds none has nothing to do, a row that nobody asks after would wait for ever.
  await askLater(ctx, { numberId, proofId, attempt: 0, askedAt: now });
  const open = { proves: 'holder', method: 'real_person', status: 'waiting' } as const;
  const undecided = { evidenceId: null, decidedAt: null, decidedBy: null };
  await addLineProof(ctx.pool, {
    numberId,
    proofId,
    line: line.line,
    personId,
    reference,
    askedAt: now,
    ...open,
    ...undecided,
  });
  return url;
}

/** The asker's own current line; anything else sounds like no number at all. Nobody takes another's check. */
async function ownLine(ctx: AppContext, asker: Asker, numberId: string): Promise<{ line: Line; personId: string }> {
  const state = await readVisible(ctx, asker, numberId);
  const line = currentLine(state);
  const { personId } = asker.actor;
  if (!line || personId === null || relationTo(state, line, asker.actor) !== 'person') throw notFound();
  return { line, personId };
}
