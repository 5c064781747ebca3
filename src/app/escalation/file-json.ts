import { BUNDLE_FORMAT } from '../../domain/escalation/manifest.ts';
import type { Flag } from '../../domain/flags/flag.ts';
import { owedFen } from '../../domain/numbers/fact.ts';
import type { JsonValue } from '../../domain/refusal.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import { ledgerWords } from '../clocks/ledger-words.ts';
import { factWords } from '../numbers/fact-words.ts';
import type { Told } from './case-words.ts';
import { conditionWords, groundWords, periodWords, roleOf, ruleWords } from './case-words.ts';
import type { FileLetter } from './complaint-letter.ts';
import { statementOf } from './complaint-letter.ts';
import type { GatheredCase, GatheredClock, GatheredEvidence } from './gather-case.ts';

export type FileContent = {
  readonly gathered: GatheredCase;
  readonly timeline: readonly Told[];
  readonly letters: readonly FileLetter[];
  /** Paths of evidence whose bytes are no longer kept. */
  readonly absent: readonly string[];
  /** Characters that the printed pages cannot show. */
  readonly unprintable: readonly string[];
};

/** All of the file as data; the fields are described in docs/bundle.md. Nobody of a staff is named in it. */
export function fileJson({ gathered, timeline, letters, absent, unprintable }: FileContent): JsonValue {
  const { caseFile, line, head, people, locale } = gathered;
  const { escalation } = caseFile;
  return {
    format: BUNDLE_FORMAT,
    version: 1,
    made_at: gathered.madeAt,
    language: locale,
    journal: { number_id: gathered.numberId, seq: head.seq, hash: head.hash },
    case: {
      case_id: caseFile.caseId,
      reference: caseFile.reference,
      status: caseFile.status,
      remedy: caseFile.remedy,
      kept_by_the_person: gathered.kept,
      opened_at: caseFile.openedAt,
      opened_by: roleOf(gathered, caseFile.openedBy),
      ended_at: caseFile.endedAt,
      masked_number: gathered.maskedNumber,
      province: line.province,
      carrier: { carrier_id: line.carrierId, name: gathered.carrier },
      people: people.map(({ as, name }) => ({ as, name })),
      statement: statementOf(gathered),
    },
    flags: gathered.flags.map((one) => flagOf(gathered, one)),
    clocks: gathered.clocks.map((one) => clockOf(gathered, one)),
    timeline: timeline.map(({ seq, kind, at, who, what, words, hash }) => ({ seq, kind, at, who, what, words, hash })),
    correspondence: caseFile.correspondence.map((item) => ({
      correspondence_id: item.correspondenceId,
      at: item.at,
      way: item.way,
      counterpart: item.counterpart,
      gist: item.gist,
      flag_ids: item.flagIds,
      promised_for: item.promisedFor,
      words: timeline.find(({ seq }) => seq === item.seq)?.words ?? {},
    })),
    decisions: caseFile.decisions.map((one) => ({
      at: one.decidedAt,
      by: roleOf(gathered, one.decidedBy),
      outcome: one.outcome,
      finding: one.finding,
      rule_relied: one.ruleRelied,
      lift_flag_ids: one.liftFlagIds,
    })),
    escalation: escalation && {
      authority_id: escalation.authority?.authorityId ?? null,
      authority: gathered.authority,
      since: escalation.since.at,
      from_status: escalation.from,
    },
    declines: caseFile.declines.map(({ at, ground, authorityId }) => ({ at, ground, authority_id: authorityId })),
    evidence: gathered.evidence.map((one) => evidenceOf(gathered, one, absent)),
    letters: letters.map(({ kind, path, ...made }) =>
      'letter' in made
        ? { kind, path, left_blank: made.letter.missing }
        : { kind, path: null, why_not: { code: made.refusal.code, words: refusalWords(locale, made.refusal) } },
    ),
    unprintable,
  };
}

function flagOf({ locale }: GatheredCase, { flag, grounds }: GatheredCase['flags'][number]): JsonValue {
  const { reasons } = flag;
  return {
    flag_id: flag.flagId,
    origin: flag.origin,
    status: flag.status,
    layer: flag.layer,
    imposed_by: flag.imposedBy,
    cause: flag.cause,
    code: reasons.code,
    placed_at: flag.placedAt,
    lifted_at: flag.liftedAt,
    lifted_because: flag.liftedBecause,
    detected_automatically: flag.detectedAutomatically,
    decided_automatically: flag.decidedAutomatically,
    ground: reasons.ground && { ...reasons.ground, words: groundWords(locale, reasons.ground) },
    responsible: reasons.responsible.body,
    measures: reasons.measures.map((one) => ({
      function: one.function,
      from: one.from,
      until: one.until,
      spares: one.spares,
    })),
    rule: reasons.rule && {
      policy_id: reasons.rule.policyId,
      version: reasons.rule.version,
      ...(reasons.rule.model === undefined ? {} : { model: reasons.rule.model }),
      rule_id: reasons.rule.ruleId,
      values: reasons.rule.values,
    },
    lift_condition: reasons.liftCondition && {
      kind: reasons.liftCondition.kind,
      words: conditionWords(locale, reasons.liftCondition),
    },
    papers: reasons.papers,
    facts: grounds.facts.map(({ factId, fact, at }) => ({
      fact_id: factId,
      kind: fact.kind,
      at,
      words: factWords(locale, fact),
    })),
    bills: grounds.bills.map((bill) => ({
      bill_id: bill.billId,
      amount_fen: bill.amountFen,
      paid_fen: bill.paidFen,
      owed_fen: owedFen(bill),
    })),
    ...untold(flag),
  };
}

/** What the person was never told, and what the mark cuts although nobody may. */
function untold({ missing, breaches }: Flag) {
  return { missing, breaches };
}

function clockOf({ locale }: GatheredCase, { clock, ledger, rule }: GatheredClock): JsonValue {
  return {
    clock_id: clock.clockId,
    rule_id: clock.ruleId,
    rule_version: clock.ruleVersion,
    rule: rule && {
      article: rule.article,
      source: rule.source,
      confidence: rule.confidence,
      checked: rule.checked,
      words: ruleWords(locale, rule),
    },
    calendar_version: clock.calendarVersion,
    title: periodWords(locale, clock.ruleId),
    binds: clock.binds,
    started_at: clock.startedAt,
    start_entry: clock.startSeq,
    due_at: clock.dueAt,
    reminds: clock.shownDate,
    provisional: clock.provisional,
    status: clock.status,
    ended_at: clock.endedAt,
    if_missed: clock.defaultOutcome,
    ledger:
      ledger?.map((step) => ({ step: step.step, values: step.values, text: ledgerWords(locale, [step]).join(' ') })) ??
      null,
  };
}

function evidenceOf(
  gathered: GatheredCase,
  { item, path, fileName }: GatheredEvidence,
  absent: readonly string[],
): JsonValue {
  const { evidenceId, sha256, bytes, mediaType, material, addedAt, addedBy } = item;
  return {
    evidence_id: evidenceId,
    path: absent.includes(path) ? null : path,
    file_name: fileName,
    media_type: mediaType,
    bytes,
    sha256,
    material,
    added_at: addedAt,
    added_by: roleOf(gathered, addedBy),
  };
}
