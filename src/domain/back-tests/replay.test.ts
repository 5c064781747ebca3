import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_EXAMPLES } from '../../../knowledge/policies.ts';
import { CARRIER, POLICY } from '../../../seed/city.ts';
import { BOOK, HOLDER, HOUR, REVIEWER, SYSTEM, World } from '../../../test/support/world.ts';
import type { NewEntry } from '../journal/entry.ts';
import { currentLine } from '../journal/state.ts';
import type { Fact } from '../numbers/fact.ts';
import { compilePolicy } from '../policies/compile.ts';
import type { Policy, PolicyRule } from '../policies/policy.ts';
import { addMs, msOf } from '../time.ts';
import type { RealOutcome, Recorded } from './recorded.ts';
import { RECORDED_KINDS } from './recorded.ts';
import type { Setting } from './replay.ts';
import { replayNumber } from './replay.ts';
import { STANDS } from './side.ts';

const RUNS = Number(process.env['PROVE_BACK_TESTS'] ?? 400);
const PATIENCE_MS = 3_600_000;
const NONE: ReadonlyMap<string, RealOutcome> = new Map();

const row = (ruleId: string): PolicyRule => {
  const found = POLICY_EXAMPLES.find((rule) => rule.ruleId === ruleId);
  if (!found) throw new Error(`no example row ${ruleId}`);
  return found;
};
/** The ready-made rows, and two that look at what was before: one cause has two rows, one row looks back a year. */
const RULES: readonly PolicyRule[] = [
  ...POLICY_EXAMPLES.filter(({ ruleId }) => ruleId !== 'many-short-calls'),
  {
    ...row('many-short-calls'),
    ruleId: 'again-short-calls',
    when: [
      { field: 'distinctCallees', op: 'gte', value: 100 },
      { field: 'flagsBefore', op: 'gte', value: 1 },
    ],
  },
  {
    ...row('many-short-calls'),
    ruleId: 'young-short-calls',
    when: [
      { field: 'distinctCallees', op: 'gte', value: 150 },
      { field: 'flagsBefore', op: 'lt', value: 1 },
      { field: 'tenureDays', op: 'lt', value: 900 },
    ],
    lift: 'decision',
  },
];
const TABLE: Policy = { ...POLICY, rules: RULES };
const WHOLE = { from: 0, until: msOf('2100-01-01T00:00:00.000Z') };
const settingOf = (policy: Policy, period: { from: number; until: number } = WHOLE): Setting => ({
  carrierId: CARRIER.carrierId,
  base: compilePolicy(policy),
  draft: compilePolicy(policy),
  ...period,
});

function recordedOf(entries: readonly NewEntry[]): Recorded[] {
  return entries.flatMap((entry) => {
    if (!(RECORDED_KINDS as readonly string[]).includes(entry.kind)) return [];
    return [{ kind: entry.kind, line: entry.line, at: msOf(entry.effectiveAt), data: entry.data } as Recorded];
  });
}

/** Some money facts, some of a contract, some of use: few ids, so that they meet. */
const factArb: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({
    kind: fc.constant('bill_issued' as const),
    billId: fc.constantFrom('b1', 'b2', 'b3'),
    amountFen: fc.integer({ min: 1, max: 300 }),
    dueDate: fc.constantFrom('2026-01-31', '2026-02-28'),
  }),
  fc.record({
    kind: fc.constant('bill_overdue' as const),
    billId: fc.constantFrom('b1', 'b2', 'b3'),
    overdueDays: fc.integer({ min: 20, max: 60 }),
    overdueFen: fc.integer({ min: 0, max: 200 }),
  }),
  fc.record({
    kind: fc.constant('payment_received' as const),
    paymentId: fc.uuid(),
    amountFen: fc.integer({ min: 1, max: 400 }),
    billId: fc.constantFrom('b1', 'b2', 'b3', null),
  }),
  fc.record({
    kind: fc.constant('complaint_received' as const),
    complaintId: fc.uuid(),
    topic: fc.constant('nuisance'),
    complaints: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('usage_observed' as const),
    windowHours: fc.constantFrom(1, 24, 720),
    callsOut: fc.constant(200),
    distinctCallees: fc.integer({ min: 90, max: 200 }),
    shortCallShare: fc.constant(0.95),
  }),
  fc.record({
    kind: fc.constant('verification_result' as const),
    check: fc.constantFrom('real_person', 'papers'),
    passed: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('contract_defaulted' as const),
    contractId: fc.constantFrom('c1', 'c2'),
    overdueDays: fc.integer({ min: 20, max: 60 }),
    overdueFen: fc.constant(100),
  }),
  fc.record({
    kind: fc.constant('contract_settled' as const),
    contractId: fc.constantFrom('c1', 'c2'),
    settlementId: fc.uuid(),
  }),
);
type Step = { readonly waitHours: number; readonly do: Fact | 'misjudged' | 'new_line' };
const stepsArb: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    waitHours: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 200, max: 1500 })),
    do: fc.oneof(
      { weight: 14, arbitrary: factArb },
      { weight: 1, arbitrary: fc.constant('misjudged' as const) },
      { weight: 1, arbitrary: fc.constant('new_line' as const) },
    ),
  }),
  { minLength: 5, maxLength: 40 },
);

/** The real thing: every lift is confirmed at once, and what runs out is looked at when it does. */
class Lived extends World {
  readonly book = { ...BOOK, policy: TABLE };

  override wait(ms: number): this {
    const end = addMs(this.now, ms);
    for (;;) {
      const ends = Object.values(this.state.flags).flatMap(({ status, reasons: { liftCondition: of } }) =>
        status === 'active' && of?.kind === 'expires' && of.at > this.now && of.at <= end ? [of.at] : [],
      );
      const next = ends.toSorted()[0];
      if (next === undefined) break;
      this.now = next;
      this.sweep().confirmed();
    }
    this.now = end;
    return this;
  }

  confirmed(): this {
    for (const { liftId, steps, line } of Object.values(this.state.lifts))
      for (const { system, status } of steps)
        if (status !== 'confirmed' && line === currentLine(this.state)?.line)
          this.try(SYSTEM, { do: 'confirm_lift', liftId, system }, this.book);
    return this;
  }

  take({ waitHours, do: what }: Step): this {
    this.wait(waitHours * HOUR);
    if (what === 'new_line') {
      this.try(SYSTEM, { do: 'close_line', closedAt: this.now });
      this.do(SYSTEM, openingAt(this.now));
    } else if (what === 'misjudged') this.misjudge();
    else this.try(SYSTEM, { do: 'record_fact', at: this.now, fact: what }, this.book);
    return this.confirmed();
  }

  /** Everything that stands for suspicion was a mistake. */
  misjudge(): void {
    for (const { flagId, status, cause, reasons } of Object.values(this.state.flags)) {
      if (status !== 'active' || cause !== 'suspicion' || !reasons.rule) continue;
      const words = { ruleRelied: '复核', words: '误判。' };
      this.do(REVIEWER, { do: 'lift_as_class', classId: 'k', flagId, rule: reasons.rule, ...words }, this.book);
    }
  }

  /** Line, rule, when placed, when it ended: in milliseconds, a flag that stands has no end. */
  told(from: number): unknown[] {
    const closings = new Map(this.state.lines.map(({ line, closedAt }) => [line, closedAt]));
    return Object.values(this.state.flags)
      .filter(({ placedAt }) => msOf(placedAt) >= from)
      .map(({ line, reasons, placedAt, liftedAt, status }) => {
        const ended = status === 'detached' ? closings.get(line) : liftedAt;
        return [line, reasons.rule?.ruleId, msOf(placedAt), ended ? msOf(ended) : STANDS];
      });
  }
}

const openingAt = (openedAt: string) =>
  ({
    do: 'open_line',
    origin: 'placed',
    kind: 'personal',
    carrierId: CARRIER.carrierId,
    province: CARRIER.province,
    holderId: HOLDER.personId,
    userId: HOLDER.personId,
    openedAt,
  }) as const;

function lived(steps: readonly Step[]): Lived {
  const world = new Lived().do(SYSTEM, openingAt('2024-01-01T00:00:00.000Z'));
  for (const step of steps) world.take(step);
  return world;
}

function replayed(world: Lived, period = WHOLE): unknown[] {
  const lines = replayNumber(settingOf(TABLE, period), recordedOf(world.entries), NONE);
  return lines.flatMap(({ line, draft }) =>
    draft.flags.map(({ ruleId, placed, lifted }) => [line, ruleId, placed, lifted > msOf(world.now) ? STANDS : lifted]),
  );
}

describe('replaying the facts of a number', () => {
  it('flags and lifts exactly as the product did, when each fact was told as it took effect', {
    timeout: PATIENCE_MS,
  }, () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(stepsArb, (steps) => {
        const world = lived(steps);
        const told = world.told(0);
        for (const [, ruleId] of told as [number, string][]) reached.add(ruleId);
        expect(replayed(world)).toEqual(told);
      }),
      { numRuns: RUNS, seed: 20260302 },
    );
    expect([...reached].toSorted()).toEqual(RULES.map(({ ruleId }) => ruleId).toSorted());
  });

  it('begins a period with what really stood then', { timeout: PATIENCE_MS }, () => {
    let carried = 0;
    fc.assert(
      fc.property(stepsArb, fc.integer({ min: 1, max: 39 }), (steps, half) => {
        const world = new Lived().do(SYSTEM, openingAt('2024-01-01T00:00:00.000Z'));
        for (const step of steps.slice(0, half)) world.take(step);
        world.wait(HOUR);
        const from = msOf(world.now);
        carried += Object.values(world.state.flags).filter(({ status }) => status === 'active').length;
        for (const step of steps.slice(half)) world.take(step);
        expect(replayed(world, { from, until: WHOLE.until })).toEqual(world.told(from));
      }),
      { numRuns: RUNS, seed: 20260303 },
    );
    expect(carried).toBeGreaterThan(RUNS / 4);
  });
});
