import { unsparedBy } from '../flags/measure.ts';
import type { Cause } from '../flags/words.ts';
import { REASON_CODES, REMEDIES_BY_IMPOSER } from '../flags/words.ts';
import type { FactKind } from '../numbers/fact.ts';
import type { JsonValue } from '../refusal.ts';
import { findField, isMeasured } from './fields.ts';
import type { Point } from './grid.ts';
import { axesOf, covers, holdsAt, isMilder, pointsOf } from './grid.ts';
import type { Condition, Policy, PolicyRule } from './policy.ts';

/** What stands against publishing, at which cell, with the values that show it. */
export type PolicyFinding = {
  readonly code: string;
  /** JSON pointer into the policy. */
  readonly pointer: string;
  readonly data: { readonly [key: string]: JsonValue };
};

/** The least that a law lets a rule on its ground ask for before it flags. */
export type LegalFloor = {
  readonly lawIds: readonly string[];
  readonly on: FactKind;
  readonly field: string;
  readonly atLeast: number;
};

/** What the law says that a table must keep to; compiled from the knowledge. */
export type PolicyLaw = {
  readonly floors: readonly LegalFloor[];
  readonly knownLaw: (lawId: string) => boolean;
};

const MOST_DAYS = 3_660;
const RULE_ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
/** Causes that rest on a judgement, which the person must be able to contest. */
const JUDGED: readonly Cause[] = ['suspicion', 'violation'];

/** Everything that stands against publishing a table, row by row, then between rows. */
export function checkPolicy(policy: Policy, law: PolicyLaw): PolicyFinding[] {
  const { rules, responsibleBody, complainTo } = policy;
  const found: PolicyFinding[] = [];
  if (rules.length === 0) found.push(finding('policy.empty', '/rules'));
  if (responsibleBody.trim() === '') found.push(finding('policy.no_body', '/responsible_body'));
  if (complainTo.length === 0) found.push(finding('policy.no_complaint', '/complain_to'));
  for (const [at, rule] of rules.entries()) {
    const twin = rules.findIndex((one) => one.ruleId === rule.ruleId);
    if (twin < at) found.push(finding('policy.same_name', `/rules/${at}/rule_id`, { row: twin + 1 }));
    found.push(...checkRow(rule, `/rules/${at}`, law));
  }
  // Cells that mean nothing would only be counted a second time between rows.
  return found.length > 0 ? found : [...checkBetween(policy)];
}

function checkRow(rule: PolicyRule, row: string, law: PolicyLaw): PolicyFinding[] {
  const found: PolicyFinding[] = [];
  const add = (code: string, cell: string, data: PolicyFinding['data'] = {}) =>
    found.push(finding(code, `${row}/${cell}`, data));
  if (!RULE_ID.test(rule.ruleId)) add('policy.bad_name', 'rule_id');
  if (rule.when.length === 0) add('policy.no_condition', 'when');
  for (const [at, condition] of rule.when.entries()) {
    const why = badCell(rule.on, condition);
    if (why) add(why.code, `when/${at}`, why.data);
  }
  checkEffects(rule, add);
  checkWays(rule, add);
  if (rule.ground.kind === 'law' && !law.knownLaw(rule.ground.ruleId))
    add('policy.unknown_law', 'ground', { law: rule.ground.ruleId });
  if (rule.ground.kind === 'contract' && (rule.ground.document.trim() === '' || rule.ground.clause.trim() === ''))
    add('policy.no_ground', 'ground');
  for (const floor of law.floors) checkFloor(rule, floor, add);
  return found;
}

type Add = (code: string, cell: string, data?: PolicyFinding['data']) => void;

function checkEffects(rule: PolicyRule, add: Add): void {
  if (rule.measures.length === 0) add('policy.no_measure', 'measures');
  const unspared = unsparedBy(rule.measures);
  if (unspared.length > 0) add('policy.cuts_protected', 'measures', { unspared });
  const names = rule.measures.map((measure) => measure.function);
  if (new Set(names).size < names.length) add('policy.measure_twice', 'measures');
  for (const [at, { days, afterDays = 0 }] of rule.measures.entries()) {
    if (days !== null && !isDays(days, 1)) add('policy.bad_days', `measures/${at}/days`, { least: 1, most: MOST_DAYS });
    if (!isDays(afterDays, 0)) add('policy.bad_days', `measures/${at}/after_days`, { least: 0, most: MOST_DAYS });
    if (rule.lift === 'expires' && days === null) add('policy.never_ends', `measures/${at}/days`);
  }
  for (const [cell, value] of [
    ['grace_days', rule.graceDays ?? 0],
    ['review_days', rule.reviewDays ?? 1],
  ] as const)
    if (!isDays(value, cell === 'grace_days' ? 0 : 1)) add('policy.bad_days', cell, { least: 0, most: MOST_DAYS });
}

function checkWays(rule: PolicyRule, add: Add): void {
  const { cause, imposedBy } = REASON_CODES[rule.code];
  if (rule.remedies.length === 0) add('policy.no_remedy', 'remedies');
  const foreign = rule.remedies.filter((remedy) => !REMEDIES_BY_IMPOSER[imposedBy].includes(remedy));
  if (foreign.length > 0) add('policy.foreign_remedy', 'remedies', { remedies: foreign, imposed_by: imposedBy });
  if (JUDGED.includes(cause) && !rule.remedies.includes('appeal')) add('policy.no_appeal', 'remedies');
  if (rule.lift === 'verified' && !rule.remedies.includes('reverify')) add('policy.lift_without_way', 'lift');
  if (rule.lift === 'paid' && (rule.on !== 'bill_overdue' || !rule.remedies.includes('repay')))
    add('policy.lift_without_way', 'lift');
  if (rule.lift === 'settled' && rule.on !== 'contract_defaulted') add('policy.lift_without_way', 'lift');
}

/** A rule that rests on the law flags no sooner than the law lets it; a contract may say otherwise. */
function checkFloor(rule: PolicyRule, floor: LegalFloor, add: Add): void {
  const { ground, on, when } = rule;
  if (ground.kind !== 'law' || on !== floor.on || !floor.lawIds.includes(ground.ruleId)) return;
  const least = when.flatMap(({ field, op, value }) => {
    if (field !== floor.field || typeof value !== 'number') return [];
    return op === 'gte' || op === 'eq' ? [value] : op === 'gt' ? [value + 1] : [];
  });
  if (Math.max(-1, ...least) >= floor.atLeast) return;
  const at = when.findIndex(({ field }) => field === floor.field);
  add('policy.sooner_than_law', at < 0 ? 'when' : `when/${at}`, {
    field: floor.field,
    at_least: floor.atLeast,
    law: ground.ruleId,
  });
}

function badCell(on: FactKind, { field, op, value }: Condition): Omit<PolicyFinding, 'pointer'> | null {
  const known = findField(on, field);
  if (!known) return { code: 'policy.unknown_field', data: { field, on } };
  if (!isMeasured(known)) {
    const fits = known.unit === 'yes_no' ? typeof value === 'boolean' : typeof value === 'string' && value !== '';
    return op === 'eq' && fits ? null : { code: 'policy.bad_value', data: { field, unit: known.unit } };
  }
  const { least, most, unit } = known;
  const fits = typeof value === 'number' && value >= least && value <= most;
  const whole = unit === 'share' || Number.isInteger(value);
  return fits && whole ? null : { code: 'policy.bad_value', data: { field, unit, least, most } };
}

function checkBetween({ rules }: Policy): PolicyFinding[] {
  const groups = new Map<string, number[]>();
  for (const [at, { code, on, by }] of rules.entries()) {
    if (by === 'human') continue;
    const key = `${on} ${REASON_CODES[code].cause}`;
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  return [...groups.values()].flatMap((places) => checkGroup(rules, places));
}

/** Rows of one cause on one kind of fact: each can fire, no two at once, and nothing between two of them is forgotten. */
function checkGroup(rules: readonly PolicyRule[], places: readonly number[]): PolicyFinding[] {
  const rows = places.flatMap((at) => (rules[at] ? [{ at, rule: rules[at] }] : []));
  const axes = axesOf(rows.map(({ rule }) => rule));
  const points = pointsOf(axes);
  if (!points) return [finding('policy.too_tangled', `/rules/${places[0]}/when`)];
  const covered = points.map((point) => rows.filter(({ rule }) => covers(rule, point)));
  const found: PolicyFinding[] = [];
  for (const { at } of rows) {
    if (!covered.some((by) => by.some((one) => one.at === at)))
      found.push(finding('policy.never_fires', `/rules/${at}/when`));
  }
  const told = new Set<string>();
  for (const [index, by] of covered.entries()) {
    const [first, second] = by;
    const pair = `${first?.at} ${second?.at}`;
    if (!first || !second || told.has(pair)) continue;
    told.add(pair);
    const example = points[index] ?? {};
    found.push(finding('policy.overlap', `/rules/${second.at}/when`, { row: first.at + 1, example }));
  }
  if (found.length > 0 || rows.length < 2) return found;
  return gapsOf(rows, axes, points, covered);
}

type Row = { readonly at: number; readonly rule: PolicyRule };

/** A gap is what no row flags although something milder and something graver is flagged. One finding for each row above a gap. */
function gapsOf(
  rows: readonly Row[],
  axes: ReturnType<typeof axesOf>,
  points: readonly Point[],
  covered: readonly (readonly Row[])[],
): PolicyFinding[] {
  const inside = points.filter((_, index) => (covered[index]?.length ?? 0) > 0);
  const found = new Map<number, PolicyFinding>();
  for (const [index, point] of points.entries()) {
    if ((covered[index]?.length ?? 0) > 0 || !inside.some((milder) => isMilder(axes, milder, point))) continue;
    const graver = points.findIndex((other, at) => (covered[at]?.length ?? 0) > 0 && isMilder(axes, point, other));
    const row = covered[graver]?.[0];
    if (!row || found.has(row.at)) continue;
    const cell = row.rule.when.findIndex((condition) => !holdsAt(condition, point));
    found.set(row.at, finding('policy.gap', `/rules/${row.at}/when/${Math.max(0, cell)}`, { example: point }));
  }
  return rows.flatMap(({ at }) => found.get(at) ?? []);
}

function isDays(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value <= MOST_DAYS;
}

function finding(code: string, pointer: string, data: PolicyFinding['data'] = {}): PolicyFinding {
  return { code, pointer, data };
}
