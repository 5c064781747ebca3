import { createHash } from 'node:crypto';
import { actsOnFlag } from '../../access/acts.ts';
import type { Case } from '../../domain/cases/case.ts';
import type { Flag } from '../../domain/flags/flag.ts';
import type { Remedy } from '../../domain/flags/words.ts';
import { REMEDIES_BY_IMPOSER } from '../../domain/flags/words.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Asker } from '../asker.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import type { CaseView } from '../cases/case-view.ts';
import { openCase } from '../cases/open-case.ts';
import type { AppContext } from '../context.ts';
import { readVisible } from '../on-number.ts';
import { demandProof } from '../sign-in/step-up.ts';
import { requireOrganisation } from './own-organisation.ts';

/** What one form may open cases on. */
export const CASES_AT_ONCE = 500;
/** Numbers are independent; this many are worked on at once, so that others are served meanwhile. */
const AT_ONCE = 8;

export type Opened = {
  readonly numberId: string;
  /** Null where it was refused. */
  readonly caseId: string | null;
  readonly reference: string | null;
  /** Why nothing was opened there. */
  readonly code: string | null;
};

/**
 * One form for many numbers of an organisation: each gets a case of its own, filed at once, with the same words. What is refused on one number
 * hinders no other. Sent again under the same key it opens nothing twice.
 */
export async function openCases(
  ctx: AppContext,
  asker: Asker,
  input: { readonly numberIds: readonly string[]; readonly statement: string },
): Promise<Opened[]> {
  await requireOrganisation(ctx, asker);
  const numberIds = [...new Set(input.numberIds)];
  if (numberIds.length === 0) throw new RefusalError(refusal('organisation.no_numbers', {}, '/number_ids'));
  if (numberIds.length > CASES_AT_ONCE)
    throw new RefusalError(refusal('organisation.too_many', { most: CASES_AT_ONCE }, '/number_ids'));
  if (input.statement.trim() === '') throw new RefusalError(refusal('case.words_missing', {}, '/statement'));
  demandProof(ctx, asker, 'bulk');
  const opened: Opened[] = [];
  for (let at = 0; at < numberIds.length; at += AT_ONCE) {
    const part = numberIds.slice(at, at + AT_ONCE);
    opened.push(...(await Promise.all(part.map((numberId) => openOne(ctx, asker, numberId, input.statement)))));
  }
  return opened;
}

async function openOne(ctx: AppContext, asker: Asker, numberId: string, statement: string): Promise<Opened> {
  const nothing = { numberId, caseId: null, reference: null };
  try {
    const state = await readVisible(ctx, asker, numberId);
    const opening = underKey(asker, numberId, 'open');
    const before = await openedBefore(ctx, opening, numberId);
    if (before) return await file(ctx, asker, numberId, before);
    const open = Object.values(state.flags).filter((one) => actsOnFlag(state, one, asker.actor).includes('open_case'));
    const [first] = open;
    if (!first) return { ...nothing, code: 'organisation.nothing_open' };
    const flagIds = open.filter((one) => one.imposedBy === first.imposedBy).map(({ flagId }) => flagId);
    const { caseFile } = await openCase(ctx, opening, { flagIds, remedy: remedyFor(first), statement });
    return await file(ctx, asker, numberId, caseFile);
  } catch (error) {
    if (error instanceof RefusalError) return { ...nothing, code: error.refusal.code };
    throw error;
  }
}

async function file(
  ctx: AppContext,
  asker: Asker,
  numberId: string,
  { caseId, reference }: Pick<Case, 'caseId' | 'reference'>,
): Promise<Opened> {
  await actOnCase(ctx, underKey(asker, numberId, 'submit'), caseId, { do: 'case.submit' });
  return { numberId, caseId, reference, code: null };
}

/** The case that the same sending opened here; its flags are not open any more, so it is looked for first. */
async function openedBefore(
  ctx: AppContext,
  { actor, key }: Asker,
  numberId: string,
): Promise<Pick<Case, 'caseId' | 'reference'> | null> {
  if (!key) return null;
  const { replay } = await ctx.journal.load(numberId, { actor: actor.id, key: key.key });
  if (!replay) return null;
  if (replay.requestHash !== key.requestHash) throw new RefusalError(refusal('request.key_reused'));
  return (replay.reply as unknown as CaseView).caseFile;
}

/** An appeal where the imposer takes one, else the first way it takes. */
function remedyFor({ imposedBy }: Flag): Remedy {
  const ways: readonly Remedy[] = REMEDIES_BY_IMPOSER[imposedBy];
  return ways.includes('appeal') ? 'appeal' : (ways[0] ?? 'appeal');
}

/** Each number has a journal and so a key of its own. */
function underKey(asker: Asker, numberId: string, what: 'open' | 'submit'): Asker {
  if (!asker.key) return asker;
  const { key, requestHash } = asker.key;
  const hash = createHash('sha256')
    .update(JSON.stringify([requestHash, numberId, what]))
    .digest('hex');
  return { ...asker, key: { key: `${key}:${what}`, requestHash: hash } };
}
