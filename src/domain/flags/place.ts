import type { ActorRef } from '../journal/actor.ts';
import { isHuman } from '../journal/actor.ts';
import type { Draft } from '../journal/draft.ts';
import { issueNotice } from '../notices/issue.ts';
import type { KnownFact } from '../numbers/fact.ts';
import { ruleHolds, valuesSeen } from '../policies/compile.ts';
import type { LineFacts } from '../policies/fields.ts';
import { lineFacts } from '../policies/line-facts.ts';
import type { Policy, PolicyRule } from '../policies/policy.ts';
import type { Refusal } from '../refusal.ts';
import { refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { addMs } from '../time.ts';
import { unsparedBy } from './measure.ts';
import type { LiftCondition, Reasons } from './reasons.ts';
import { missingParts } from './reasons.ts';
import { REASON_CODES, REMEDIES_BY_IMPOSER } from './words.ts';

const DAY_MS = 86_400_000;

/** Appends a placed flag and tells the people of the line. The caller has checked the reasons. */
export function appendFlag(draft: Draft, line: number, reasons: Reasons, by: ActorRef): void {
  const flagId = draft.nextId('flag');
  const facts = draft.state.facts.filter((known) => reasons.factIds.includes(known.factId));
  const model = modelOf(facts);
  draft.add(
    'flag.placed',
    {
      flagId,
      origin: 'placed',
      reasons: reasons.rule && model !== null ? { ...reasons, rule: { ...reasons.rule, model } } : reasons,
      detectedAutomatically: facts.every((known) => !known.byHuman),
      decidedAutomatically: !isHuman(by) && reasons.responsible.staffId === null,
      missing: [],
      breaches: [],
      placedAt: draft.env.now,
    },
    { line },
  );
  issueNotice(draft, line, 'flag_placed', { kind: 'flag', id: flagId }, { code: reasons.code });
}

/** The one model that facts name. */
function modelOf(facts: readonly KnownFact[]): string | null {
  const models = new Set(facts.flatMap(({ fact }) => ('model' in fact && fact.model ? [fact.model] : [])));
  const [model] = models;
  return models.size === 1 && model !== undefined ? model : null;
}

/** Why these reasons cannot be published: something is missing, forbidden, or contradicts the record. */
export function objectToReasons(draft: Draft, line: number, reasons: Reasons): Refusal | null {
  const missing = missingParts(reasons);
  if (missing.length > 0) return refusal('flag.reasons_missing', { missing }, '/reasons');
  const unspared = unsparedBy(reasons.measures);
  if (unspared.length > 0) return refusal('flag.cuts_protected', { unspared }, '/reasons/measures');
  const { imposedBy } = REASON_CODES[reasons.code];
  const foreign = reasons.remedies.filter((remedy) => !REMEDIES_BY_IMPOSER[imposedBy].includes(remedy));
  if (foreign.length > 0) return contradiction('remedies', { remedies: foreign, imposed_by: imposedBy });
  const facts = draft.state.facts.filter((known) => known.line === line);
  const unknown = reasons.factIds.filter((id) => !facts.some((known) => known.factId === id));
  if (unknown.length > 0) return refusal('flag.fact_unknown', { fact_ids: unknown }, '/reasons/fact_ids');
  const backwards = reasons.measures.some((measure) => measure.until !== null && measure.until <= measure.from);
  if (backwards) return contradiction('measures', { until_before_from: true });
  return objectToRule(
    draft,
    facts.filter((known) => reasons.factIds.includes(known.factId)),
    reasons,
  );
}

function objectToRule(draft: Draft, facts: readonly KnownFact[], reasons: Reasons): Refusal | null {
  const policy = draft.env.carrier?.policy;
  const fired = reasons.rule;
  if (!fired || !policy || policy.policyId !== fired.policyId || policy.version !== fired.version) {
    return contradiction('rule', { policy_in_force: policy ? `${policy.policyId}@${policy.version}` : null });
  }
  const rule = policy.rules.find((one) => one.ruleId === fired.ruleId);
  if (!rule) return contradiction('rule', { unknown_rule: fired.ruleId });
  if (rule.code !== reasons.code) return contradiction('code', { rule_says: rule.code });
  if (JSON.stringify(rule.ground) !== JSON.stringify(reasons.ground))
    return contradiction('ground', { rule: rule.ruleId });
  const allowed = new Set(rule.measures.map((measure) => measure.function));
  const beyond = reasons.measures
    .filter((measure) => !allowed.has(measure.function))
    .map((measure) => measure.function);
  if (beyond.length > 0) return contradiction('measures', { beyond_rule: beyond });
  if (reasons.liftCondition?.kind !== rule.lift) return contradiction('lift_condition', { rule_says: rule.lift });
  const seen = facts.some(
    ({ fact, line, at }) =>
      fact.kind === rule.on && sameValues(valuesSeen(rule, fact, lineFacts(draft.state, line, at)), fired.values),
  );
  if (!seen) return contradiction('values', { rule: rule.ruleId });
  return ruleHolds(rule, fired.values) ? null : contradiction('values', { not_met: rule.ruleId });
}

/** A rule that was found bad flags nobody by itself; a named human may still rely on it and answers for that. */
export function objectToPaused(draft: Draft, ruleId: string): Refusal | null {
  return draft.env.carrier?.pausedRules?.includes(ruleId) ? refusal('flag.rule_paused', { rule: ruleId }) : null;
}

function contradiction(part: string, data: NonNullable<Refusal['data']>): Refusal {
  return refusal('flag.contradicts_record', { part, ...data }, `/reasons/${part}`);
}

function sameValues(a: object, b: object): boolean {
  const entriesOf = (values: object) =>
    JSON.stringify(Object.entries(values).toSorted(([x], [y]) => x.localeCompare(y)));
  return entriesOf(a) === entriesOf(b);
}

/** The full reasons that a rule gives when a fact fires it. */
export function reasonsFromRule(
  policy: Policy,
  rule: PolicyRule,
  { known, line, now }: { readonly known: KnownFact; readonly line: LineFacts; readonly now: Instant },
): Reasons {
  const effect = addMs(now, (rule.graceDays ?? 0) * DAY_MS);
  const measures = rule.measures.map(({ function: name, afterDays = 0, days, spares }) => {
    const from = addMs(effect, afterDays * DAY_MS);
    return { function: name, from, until: days === null ? null : addMs(from, days * DAY_MS), spares };
  });
  return {
    code: rule.code,
    ground: rule.ground,
    factIds: [known.factId],
    rule: {
      policyId: policy.policyId,
      version: policy.version,
      ruleId: rule.ruleId,
      values: valuesSeen(rule, known.fact, line),
    },
    responsible: { body: policy.responsibleBody, staffId: null },
    measures,
    liftCondition: conditionOf(rule, known, measures),
    remedies: rule.remedies,
    papers: rule.papers,
    complainTo: policy.complainTo,
    ...(rule.reviewDays === undefined ? {} : { reviewAt: addMs(effect, rule.reviewDays * DAY_MS) }),
  };
}

function conditionOf(rule: PolicyRule, { fact }: KnownFact, measures: Reasons['measures']): LiftCondition {
  const ends = measures.map((measure) => measure.until).filter((until) => until !== null);
  switch (rule.lift) {
    case 'paid':
      return { kind: 'paid', billIds: 'billId' in fact && fact.billId !== null ? [fact.billId] : [] };
    case 'settled':
      return { kind: 'settled', contractIds: 'contractId' in fact ? [fact.contractId] : [] };
    case 'verified':
      return { kind: 'verified', check: 'real_person' };
    case 'expires':
      return { kind: 'expires', at: ends.toSorted().at(-1) ?? addMs(measures[0]?.from ?? '', DAY_MS) };
    case 'decision':
      return { kind: 'decision' };
  }
}
