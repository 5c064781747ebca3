import type { MandateTerms } from '../../domain/mandates/mandate.ts';
import { mandateOf } from '../../domain/mandates/mandate.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { newId } from '../../platform/ids.ts';
import { findCarrier } from '../../store/carriers.ts';
import type { Paper } from '../../store/mandates.ts';
import { addPaper, decidePaper, findPaper, listPapers, listPapersOf } from '../../store/mandates.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { refuseEvenly } from '../evenly.ts';
import type { GivenFile } from '../evidence/check-file.ts';
import { checkFile } from '../evidence/check-file.ts';
import { readDigits } from '../numbers/resolve-number.ts';
import { command, notFound } from '../on-number.ts';
import { requirePerson } from '../own-person.ts';
import { requireDesk } from '../pages.ts';
import { grantOf } from './offer-mandate.ts';
import { questionPatterns } from './question-patterns.ts';

export type PaperInput = {
  readonly carrierId: string;
  readonly mobileNumber: string;
  readonly principal: string;
  readonly representative: string;
  readonly terms: MandateTerms;
  readonly file: GivenFile;
};

type Names = { readonly principal: string; readonly representative: string };

/** A paper as the desk sees it, with number and names as they were written. */
export type PaperView = Names & {
  readonly paperId: string;
  readonly mobile: string;
  readonly terms: MandateTerms;
  readonly createdAt: Instant;
  readonly mediaType: string;
};

/**
 * Hands in a mandate signed on paper, for whoever cannot sign with a code. The carrier's desk compares it; whether the number is
 * there, and whose it is, is told to nobody here.
 */
export async function handInPaper(ctx: AppContext, asker: Asker, input: PaperInput): Promise<string> {
  const representativeId = requirePerson(asker);
  const digits = readDigits(input.mobileNumber);
  if (input.principal.trim() === '' || input.representative.trim() === '')
    throw new RefusalError(refusal('mandate.names_missing', {}, '/principal'));
  if (input.terms.acts.length === 0) throw new RefusalError(refusal('mandate.acts_missing', {}, '/acts'));
  const carrier = await findCarrier(ctx.pool, input.carrierId);
  if (!carrier?.connected) throw new RefusalError(refusal('access.not_found', {}, '/carrier_id'));
  const mediaType = await checkFile(input.file);
  const sha256 = await ctx.files.put(input.file.bytes);
  const createdAt = ctx.clock.now();
  const paperId = newId('paper', createdAt, ctx.random);
  const seal = (text: string) => ctx.sealer.seal('person', paperId, Buffer.from(text));
  const names: Names = { principal: input.principal.trim(), representative: input.representative.trim() };
  await addPaper(ctx.pool, {
    paperId,
    carrierId: carrier.carrierId,
    representativeId,
    digitsSealed: seal(digits),
    namesSealed: seal(JSON.stringify(names)),
    terms: input.terms,
    sha256,
    mediaType,
    createdAt,
  });
  return paperId;
}

/** What somebody handed in and what came of it: waiting, granted, refused, and nothing of the number. */
export async function listMyPapers(ctx: AppContext, asker: Asker) {
  const papers = asker.actor.personId === null ? [] : await listPapersOf(ctx.pool, asker.actor.personId);
  return papers.map(({ paperId, status, createdAt, ground }) => ({ paperId, status, createdAt, ground }));
}

/** Papers that wait at the asker's desk, oldest first. */
export async function listDeskPapers(ctx: AppContext, asker: Asker): Promise<PaperView[]> {
  return (await listPapers(ctx.pool, requireDesk(asker.actor))).map((paper) => view(ctx, paper));
}

export async function readPaperFile(ctx: AppContext, asker: Asker, paperId: string) {
  const paper = await paperAt(ctx, asker, paperId);
  const bytes = await ctx.files.get(paper.sha256);
  if (!bytes) throw notFound();
  return { bytes, mediaType: paper.mediaType, fileName: `${paperId}` };
}

/**
 * The agent compared names, number and signature: the mandate begins. A number that nobody has, one of another carrier's and one whose people are others are
 * refused alike, in words and in time: a paper with made-up digits must not become a way to ask for numbers.
 */
export async function grantByPaper(ctx: AppContext, asker: Asker, paperId: string): Promise<void> {
  const paper = await paperAt(ctx, asker, paperId);
  const { mobile, representative } = view(ctx, paper);
  const { representativeId, sha256, terms } = paper;
  const { numberId, mandateId } = await refuseEvenly(async () => {
    const found = await ctx.numbers.find(mobile);
    if (found === null) throw notThePrincipal();
    const { state } = await ctx.journal.load(found);
    const line = state.lines.at(-1);
    const principalId = line?.holderId ?? line?.userId ?? '';
    const granting = grantOf(terms, principalId, representativeId, representative, sha256);
    const made = await command(
      ctx,
      asker,
      { numberId: found, command: granting, purpose: 'grant_by_paper' },
      (done) => mandateOf(done.state, line?.line ?? 0, { personId: representativeId })?.mandateId ?? '',
    ).catch((error: unknown) => {
      const hidden = error instanceof RefusalError && error.refusal.code === 'access.not_found';
      throw hidden ? notThePrincipal() : error;
    });
    return { numberId: found, mandateId: made };
  });
  await settle(ctx, asker, paperId, 'granted', null);
  await questionPatterns(ctx, { numberId, mandateId, representativeId });
}

function notThePrincipal(): RefusalError {
  return new RefusalError(refusal('mandate.not_the_principal'));
}

export const PAPER_GROUNDS = ['unreadable', 'names_differ', 'not_signed', 'not_the_holder', 'fee_named'] as const;
export type PaperGround = (typeof PAPER_GROUNDS)[number];

export async function refusePaper(ctx: AppContext, asker: Asker, paperId: string, ground: PaperGround): Promise<void> {
  await paperAt(ctx, asker, paperId);
  await settle(ctx, asker, paperId, 'refused', ground);
}

async function settle(
  ctx: AppContext,
  asker: Asker,
  paperId: string,
  status: 'granted' | 'refused',
  ground: PaperGround | null,
) {
  const done = await decidePaper(ctx.pool, { paperId, status, ground, by: asker.actor.id, at: ctx.clock.now() });
  if (!done) throw new RefusalError(refusal('mandate.paper_unknown'));
}

function paperAt(ctx: AppContext, asker: Asker, paperId: string): Promise<Paper> {
  return refuseEvenly(async () => {
    const paper = await findPaper(ctx.pool, paperId);
    const desk = asker.actor.role === 'agent' || asker.actor.role === 'reviewer';
    if (!paper || paper.carrierId !== requireDesk(asker.actor)) throw notFound();
    if (!desk) throw new RefusalError(refusal('access.denied'));
    if (paper.status !== 'waiting') throw new RefusalError(refusal('mandate.paper_unknown'));
    return paper;
  });
}

function view(ctx: AppContext, { paperId, digitsSealed, namesSealed, terms, createdAt, mediaType }: Paper): PaperView {
  const open = (sealed: Uint8Array) => ctx.sealer.open('person', paperId, sealed).toString();
  const names = JSON.parse(open(namesSealed)) as Names;
  return { paperId, ...names, mobile: open(digitsSealed), terms, createdAt, mediaType };
}
