import { letterBook } from '../../../knowledge/letters/index.ts';
import { lastDecision } from '../../domain/cases/case.ts';
import { AFTER_THE_CARRIER } from '../../domain/cases/case-transitions.ts';
import { shanghaiDate } from '../../domain/clocks/plain-date.ts';
import { complaintFacts, otherDoor } from '../../domain/escalation/complaint-facts.ts';
import { composeLetter } from '../../domain/letters/compose.ts';
import { confirmedFacts } from '../../domain/letters/confirmed.ts';
import { chineseDay } from '../../domain/letters/days.ts';
import type { Letter, LetterKind } from '../../domain/letters/letter.ts';
import { tellsNoAnswer } from '../../domain/letters/text.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import { findText, t } from '../../locales/index.ts';
import { functionWords } from '../timeline/entry-words.ts';
import type { GatheredCase } from './gather-case.ts';

/** Letters go to Chinese bodies. */
const CHINESE = 'zh-CN';

/** A letter of the file, or why it is not in it. */
export type FileLetter = { readonly kind: LetterKind; readonly path: string } & (
  | { readonly letter: Letter }
  | { readonly refusal: Refusal }
);

/** The complaint to the regulator, out of what the case holds and nothing else; what nobody told stays a blank. */
export function complaintLetter(gathered: GatheredCase): FileLetter {
  const { caseFile, flags, madeAt } = gathered;
  const kind = 'regulator_complaint';
  const path = 'letters/regulator-complaint.pdf';
  const flagList = flags.map(({ flag }) => flag);
  const refused = otherDoor(flagList);
  if (refused) return { kind, path, refusal: refused };
  const told = toldFacts(gathered);
  const composed = composeLetter(
    {
      kind,
      facts: confirmedFacts(told),
      cause: flagList[0]?.cause ?? 'unknown',
      date: shanghaiDate(madeAt),
      reference: caseFile.reference,
      claimsMisjudged: false,
    },
    letterBook,
  );
  return composed.ok ? { kind, path, letter: composed.letter } : { kind, path, refusal: composed.refusal };
}

/** What the case tells that a letter has a place for. */
export function toldFacts(gathered: GatheredCase): ReturnType<typeof complaintFacts> {
  const { caseFile, people, letterNumber, line } = gathered;
  const flags = gathered.flags.map(({ flag }) => flag);
  return complaintFacts({
    caseFile,
    flags,
    name: people[0]?.name ?? '',
    mobileNumber: letterNumber,
    carrier: gathered.carrier,
    province: findText(CHINESE, `province.${line.province}`) ?? '',
    statement: statementOf(gathered),
    measures: functionWords(
      CHINESE,
      flags.flatMap(({ reasons }) => reasons.measures),
    ),
    ticket: ticketOf(gathered),
    reply: replyOf(gathered),
    complainedAt: complainedAt(gathered),
  });
}

/** The person's own words on the matter, as they stood last. */
export function statementOf({ entries }: GatheredCase): string {
  const stated = entries.findLast(({ kind }) => kind === 'case.restated' || kind === 'case.opened');
  return stated?.personal?.['statement'] ?? '';
}

/** When it was first put to the carrier: as the person recorded it, else as it was sent from here. */
function complainedAt({ caseFile, entries, kept }: GatheredCase): Instant | null {
  const said = caseFile.correspondence.find(({ gist, counterpart }) => gist === 'complained' && isCarrier(counterpart));
  if (kept) return said?.at ?? null;
  return entries.find(({ kind }) => kind === 'case.submitted')?.effectiveAt ?? null;
}

/** The carrier's own number of the matter, where somebody wrote it down; a connected carrier knows ours. */
function ticketOf({ caseFile, entries, kept }: GatheredCase): string {
  if (!kept) return caseFile.reference;
  const tickets = caseFile.correspondence
    .filter(({ counterpart }) => isCarrier(counterpart))
    .map(({ seq }) => entries.find((entry) => entry.seq === seq)?.personal?.['ticket'] ?? '');
  return tickets.find((ticket) => ticket.trim() !== '') ?? '';
}

/** What came back from the carrier: its decision, what the person recorded of it, or that its time is over without any. */
function replyOf(gathered: GatheredCase): string {
  const { caseFile, entries } = gathered;
  const decision = lastDecision(caseFile);
  if (decision) {
    const entry = entries.findLast(({ kind }) => kind === 'case.decided');
    return answered(decision.decidedAt, t(CHINESE, `case.decision.${decision.outcome}`), entry?.personal?.['words']);
  }
  const refusal = caseFile.correspondence.findLast(
    ({ gist, counterpart }) => gist === 'refused' && isCarrier(counterpart),
  );
  if (refusal) {
    const entry = entries.find(({ seq }) => seq === refusal.seq);
    return answered(refusal.at, t(CHINESE, 'case.decision.refused'), entry?.personal?.['words']);
  }
  const late = caseFile.status === 'overdue' || caseFile.escalation?.from === 'overdue';
  return late || AFTER_THE_CARRIER.includes(caseFile.status) ? t(CHINESE, 'bundle.no_reply') : '';
}

/** An answer with its reasons; reasons that speak of not answering would be read as none. */
function answered(at: Instant, outcome: string, words = ''): string {
  const day = chineseDay(shanghaiDate(at));
  const why = words.trim() === '' || tellsNoAnswer(words) ? '' : t(CHINESE, 'bundle.reply_why', { words });
  return t(CHINESE, 'bundle.reply', { day, outcome, why });
}

function isCarrier(counterpart: string): boolean {
  return counterpart === 'carrier';
}
