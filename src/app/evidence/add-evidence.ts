import type { EvidenceItem } from '../../domain/cases/case.ts';
import { caseObjection } from '../../domain/cases/objection.ts';
import { consentFor } from '../../domain/consents/consent.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { findUnstorable } from '../../domain/storable-text.ts';
import type { Locale } from '../../locales/index.ts';
import type { Asker } from '../asker.ts';
import { actOnCase } from '../cases/act-on-case.ts';
import type { CaseView } from '../cases/case-view.ts';
import { demandConsent, personBehind } from '../consents/consents.ts';
import type { AppContext } from '../context.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';
import type { GivenFile } from './check-file.ts';
import { checkFile } from './check-file.ts';

export type EvidenceInput = GivenFile & {
  /** Which of the papers asked for this is, if any. */
  readonly material: string | null;
  /** Said along with the file: separate consent to what is sensitive in it, in the words of this language. */
  readonly consent?: { readonly agrees: boolean; readonly locale: Locale } | undefined;
};

export type EvidenceAdded = { readonly item: EvidenceItem; readonly caseView: CaseView };

/**
 * Puts one file into a case. The bytes are kept before the entry that names their hash, so an entry never points at nothing.
 * A case that would not take it is not asked to store it.
 */
export async function addEvidence(
  ctx: AppContext,
  asker: Asker,
  caseId: string,
  input: EvidenceInput,
): Promise<EvidenceAdded> {
  const state = await readVisible(ctx, asker, numberHolding('case', caseId));
  const caseFile = state.cases[caseId];
  if (!caseFile) throw notFound();
  const unstorable = findUnstorable({ file: input.fileName, material: input.material });
  if (unstorable !== null) throw new RefusalError(refusal('request.bad_text', {}, unstorable));
  const mediaType = await checkFile(input);
  const objection = caseObjection(state, caseFile, 'add_evidence', asker.actor, ctx.clock.now());
  // With a key this may be a repeat of what was done before the case moved on: the command knows.
  if (objection && !asker.key) throw new RefusalError(objection);
  const kind = consentFor(input.material);
  const { agrees = false, locale = 'zh-CN' } = input.consent ?? {};
  const personId = kind && personBehind(state, caseFile.line, asker);
  const consent = kind && personId ? await demandConsent(ctx, asker, { personId, kind, agrees, locale }) : null;
  const sha256 = await ctx.files.put(input.bytes);
  const caseView = await actOnCase(ctx, asker, caseId, {
    do: 'case.add_evidence',
    fileName: input.fileName,
    item: {
      sha256,
      bytes: input.bytes.length,
      mediaType,
      material: input.material,
      ...(consent ? { consentId: consent.consentId } : {}),
    },
  });
  const item = caseView.caseFile.evidence.find((one) => one.sha256 === sha256);
  if (!item) throw notFound();
  return { item, caseView };
}
