import type { Draft } from '../journal/draft.ts';
import { issueNotice } from '../notices/issue.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Case, PaperResult, Precheck } from './case.ts';

/** A paper that an agent has looked at, with a word on it. */
export type JudgedPaper = { readonly material: string; readonly result: PaperResult; readonly words: string };

export type AskPrecheck = {
  readonly do: 'case.ask_precheck';
  readonly caseId: string;
  /** Papers that the person has, as files or at home. */
  readonly papers: readonly string[];
  readonly words: string;
};
export type AnswerPrecheck = {
  readonly do: 'case.answer_precheck';
  readonly caseId: string;
  readonly enough: boolean;
  readonly papers: readonly JudgedPaper[];
  /** Papers whose original has to come along. */
  readonly originals: readonly string[];
  /** Where and when to come, in the carrier's own words; empty where it named no hall. */
  readonly hall: string;
  readonly words: string;
};
/** Papers that were accepted and are turned down after all, and what has changed since. */
export type TurnedDown = { readonly materials: readonly string[]; readonly changed: string };
export type PrecheckCommand = AskPrecheck | AnswerPrecheck;

/** The request that waits for the carrier's answer, if any. */
export function openPrecheck(caseFile: Case): Precheck | undefined {
  return caseFile.prechecks?.find(({ answer }) => answer === null);
}

/** Papers that the carrier has told the person are in order, and that it has not turned down since: these bind it. */
export function acceptedPapers(caseFile: Case): string[] {
  const accepted = new Set<string>();
  for (const { answer, setAside } of caseFile.prechecks ?? []) {
    if (answer?.enough) for (const { material } of answer.papers) accepted.add(material);
    for (const { materials } of setAside) for (const material of materials) accepted.delete(material);
  }
  return [...accepted];
}

export const PRECHECK_HANDLERS = { 'case.ask_precheck': askPrecheck, 'case.answer_precheck': answerPrecheck };

function askPrecheck(draft: Draft, { caseId, line }: Case, { papers, words }: AskPrecheck): Refusal | null {
  const asked = [...new Set(papers)];
  if (asked.length === 0) return refusal('precheck.papers_missing', {}, '/papers');
  const precheckId = draft.nextId('precheck');
  draft.add('case.precheck_asked', { caseId, precheckId, papers: asked }, { line, personal: { words } });
  return null;
}

/** Says of every paper whether it will do, and of all of them whether to come: one answer, which its parts cannot contradict. */
function answerPrecheck(draft: Draft, caseFile: Case, command: AnswerPrecheck): Refusal | null {
  const { caseId, line, reference } = caseFile;
  const open = openPrecheck(caseFile);
  if (!open) return refusal('precheck.none_open');
  const { enough, papers, originals, hall, words } = command;
  const refused = objectToAnswer(caseFile, open, command);
  if (refused) return refused;
  const accepted = acceptedPapers(caseFile);
  const undone = papers.filter(({ material, result }) => result !== 'good' && accepted.includes(material));
  const { precheckId } = open;
  draft.add(
    'case.precheck_answered',
    { caseId, precheckId, enough, papers: papers.map(({ material, result }) => ({ material, result })), originals },
    {
      line,
      personal: { words, hall, ...Object.fromEntries(papers.map((one) => [`paper_${one.material}`, one.words])) },
    },
  );
  turnDown(draft, caseFile, {
    materials: undone.map(({ material }) => material),
    changed: undone.map((one) => one.words).join('\n'),
  });
  const lacking = papers.flatMap(({ material, result }) => (result === 'good' ? [] : [material]));
  issueNotice(
    draft,
    line,
    enough ? 'precheck_enough' : 'precheck_lacking',
    { kind: 'case', id: caseId },
    { reference, materials: enough ? papers.map(({ material }) => material) : lacking },
  );
  return null;
}

function objectToAnswer(caseFile: Case, open: Precheck, { enough, papers, originals }: AnswerPrecheck): Refusal | null {
  const named = papers.map(({ material }) => material);
  const twice = named.filter((material, at) => named.indexOf(material) !== at);
  if (twice.length > 0) return refusal('precheck.judged_twice', { materials: [...new Set(twice)] }, '/papers');
  const unjudged = open.papers.filter((material) => !named.includes(material));
  if (unjudged.length > 0) return refusal('precheck.not_judged', { materials: unjudged }, '/papers');
  const bad = papers.filter(({ result }) => result !== 'good');
  if (enough !== (bad.length === 0)) return refusal('precheck.contradicts', {}, '/enough');
  const accepted = acceptedPapers(caseFile);
  for (const { material, result, words } of bad) {
    if (words.trim() !== '') continue;
    if (accepted.includes(material)) return refusal('precheck.changed_missing', { materials: [material] }, '/papers');
    if (result !== 'missing') return refusal('precheck.word_missing', { materials: [material] }, '/papers');
  }
  const strange = originals.filter((material) => !named.includes(material));
  return strange.length > 0 ? refusal('precheck.unknown_original', { materials: strange }, '/originals') : null;
}

/** Why these papers cannot be turned down: they were accepted, and nobody says what has changed. */
export function objectToTurningDown(caseFile: Case, { materials, changed }: TurnedDown): Refusal | null {
  const accepted = acceptedPapers(caseFile).filter((material) => materials.includes(material));
  if (accepted.length === 0 || changed.trim() !== '') return null;
  return refusal('precheck.changed_missing', { materials: accepted }, '/changed');
}

/** Writes down which accepted papers no longer count and why, and tells the person; nothing where none of them was accepted. */
export function turnDown(draft: Draft, { caseId }: Case, { materials, changed }: TurnedDown): void {
  const caseFile = draft.state.cases[caseId];
  if (!caseFile) return;
  const { line, reference } = caseFile;
  const accepted = acceptedPapers(caseFile).filter((material) => materials.includes(material));
  if (accepted.length === 0) return;
  draft.add('case.precheck_set_aside', { caseId, materials: accepted }, { line, personal: { changed } });
  issueNotice(draft, line, 'precheck_set_aside', { kind: 'case', id: caseId }, { reference, materials: accepted });
}
