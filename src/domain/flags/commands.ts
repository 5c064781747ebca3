import { actorRef, isHuman } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { currentLine } from '../journal/state.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { flagsAgain } from './again.ts';
import type { Measure } from './measure.ts';
import { unsparedBy } from './measure.ts';
import { appendFlag, objectToPaused, objectToReasons } from './place.ts';
import type { Reasons } from './reasons.ts';
import { missingParts } from './reasons.ts';
import { settleConditions } from './settle.ts';
import type { ReasonCode } from './words.ts';
import { REASON_CODES, REMEDIES_BY_IMPOSER } from './words.ts';

export type FlagCommand =
  | { readonly do: 'place_flag'; readonly reasons: Reasons }
  | {
      readonly do: 'report_flag';
      readonly code: ReasonCode;
      readonly measures: readonly Measure[];
      readonly since: Instant;
      /** Who is said to be responsible, as the person was told; empty when nobody said. */
      readonly body: string;
    };

export function decideOnFlag(draft: Draft, command: FlagCommand): Refusal | null {
  const line = currentLine(draft.state);
  if (!line) return refusal('line.none');
  if (command.do === 'report_flag') return reportFlag(draft, line.line, line.origin, command);
  if (line.origin !== 'placed') return refusal('flag.line_reported');
  const reasons = namedBy(draft, command.reasons);
  const alone = isHuman(draft.env.actor) ? null : reasons.rule;
  const paused = alone && objectToPaused(draft, alone.ruleId);
  const objection = paused ?? objectToReasons(draft, line.line, reasons);
  if (objection) return objection;
  const twin = Object.values(draft.state.flags).some(
    (flag) =>
      flag.line === line.line &&
      flag.status !== 'lifted' &&
      flag.status !== 'detached' &&
      flag.reasons.rule?.ruleId === reasons.rule?.ruleId,
  );
  if (twin) return refusal('flag.already_standing', { rule: reasons.rule?.ruleId ?? '' });
  const again = objectToAgain(draft, line.line, reasons);
  if (again) return again;
  appendFlag(draft, line.line, reasons, actorRef(draft.env.actor));
  settleConditions(draft, line.line, draft.env.now);
  return null;
}

/** After a lift the same rule needs a fact of another time, and after a misjudgement a human who answers by name. */
function objectToAgain(draft: Draft, line: number, { rule, factIds, responsible }: Reasons): Refusal | null {
  const ruleId = rule?.ruleId ?? '';
  const facts = draft.state.facts.filter(({ factId }) => factIds.includes(factId));
  const found = facts.map((known) => flagsAgain(draft.state, { line, ruleId, known, now: draft.env.now }));
  if (found.every((one) => one === 'same_period'))
    return refusal('flag.again_without_new_facts', { rule: ruleId }, '/reasons/fact_ids');
  if (found.includes('after_misjudgement') && responsible.staffId === null)
    return refusal('flag.again_without_human', { rule: ruleId });
  return null;
}

/** Who is responsible follows from who acts: a human who places a flag answers for it by name. */
function namedBy(draft: Draft, reasons: Reasons): Reasons {
  const { actor } = draft.env;
  return isHuman(actor) ? { ...reasons, responsible: { ...reasons.responsible, staffId: actor.id } } : reasons;
}

/** Keeps what the person was told and names what they were not told; a cut that nobody may make is kept and shown as a breach. */
function reportFlag(
  draft: Draft,
  line: number,
  origin: 'placed' | 'reported',
  command: Extract<FlagCommand, { do: 'report_flag' }>,
): Refusal | null {
  if (origin !== 'reported') return refusal('flag.line_placed');
  if (command.since > draft.env.now) return refusal('flag.in_future', {}, '/since');
  const reasons: Reasons = {
    code: command.code,
    ground: null,
    factIds: [],
    rule: null,
    responsible: { body: command.body, staffId: null },
    measures: command.measures,
    liftCondition: null,
    remedies: REMEDIES_BY_IMPOSER[REASON_CODES[command.code].imposedBy],
    papers: null,
    complainTo: [],
  };
  draft.add(
    'flag.placed',
    {
      flagId: draft.nextId('flag'),
      origin: 'reported',
      reasons,
      detectedAutomatically: false,
      decidedAutomatically: false,
      missing: missingParts(reasons),
      breaches: unsparedBy(command.measures),
      placedAt: command.since,
    },
    { line, effectiveAt: command.since },
  );
  return null;
}
