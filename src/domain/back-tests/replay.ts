import type { Cause } from '../flags/words.ts';
import { REASON_CODES } from '../flags/words.ts';
import type { Fact } from '../numbers/fact.ts';
import { isMoneyFact } from '../numbers/ledger.ts';
import type { Line } from '../numbers/line.ts';
import type { CompiledPolicy } from '../policies/compile.ts';
import { firingRules } from '../policies/compile.ts';
import type { PolicyRule } from '../policies/policy.ts';
import { msOf } from '../time.ts';
import { noMoney, takeIn } from './money.ts';
import type { RealOutcome, Recorded } from './recorded.ts';
import type { Known, TestFlag } from './side.ts';
import { countBefore, expire, flagOf, guard, isMet, STANDS, settle, settledKey, stands } from './side.ts';

const DAY_MS = 86_400_000;

/** What is compared: two tables over the lines of one carrier, in a period. */
export type Setting = {
  readonly carrierId: string;
  readonly from: number;
  readonly until: number;
  readonly base: CompiledPolicy;
  readonly draft: CompiledPolicy;
};

/** One table on one line. */
export type SideResult = { readonly flags: readonly TestFlag[]; readonly asked: number };

/** A flag that the carrier really placed in the period, and whether each table would have one of its cause stand there. */
export type RealFlag = {
  readonly cause: Cause;
  readonly outcome: RealOutcome;
  readonly byHand: boolean;
  /** Absent where the fact that it rests on lies outside the period. */
  stood?: { readonly base: boolean; readonly draft: boolean };
};

export type LineResult = {
  readonly line: number;
  readonly kind: Line['kind'];
  readonly province: string;
  /** Whole days since it was opened, at its first fact in the period. */
  readonly tenureDays: number;
  readonly facts: number;
  readonly base: SideResult;
  readonly draft: SideResult;
  readonly real: readonly RealFlag[];
};

type Side = { readonly table: CompiledPolicy; readonly flags: TestFlag[]; readonly asked: Map<number, number> };
type Open = Pick<Line, 'line' | 'kind' | 'province'> & { readonly openedAt: number; tenureDays: number; facts: number };
type Real = RealFlag & { readonly line: number; readonly flagId: string; readonly factIds: readonly string[] };

/**
 * What two tables would have done with what is recorded of one number, as if each fact had been told when it took effect.
 * Flags that really stood when the period began stand under both. A payment, a settlement, a check or the end of its time
 * lifts a flag; what only a person decides, ends when it was really decided for a flag of the same cause on the line.
 */
export function replayNumber(
  setting: Setting,
  recorded: readonly Recorded[],
  outcomes: ReadonlyMap<string, RealOutcome>,
): LineResult[] {
  const lines = new Map<number, Open>();
  const base: Side = { table: setting.base, flags: [], asked: new Map() };
  const draft: Side = { table: setting.draft, flags: [], asked: new Map() };
  const sides = [base, draft];
  const settled = new Set<string>();
  const passed = new Map<number, number>();
  const real = realFlags(recorded, setting, outcomes);
  const relied = new Set(real.flatMap(({ factIds }) => factIds));
  const lifts = new Map<string, readonly string[]>();
  const money = noMoney();
  const known: Known = { money, settled, passed };
  const awaited = () => new Set(sides.flatMap(({ flags }) => flags.flatMap(({ billIds }) => billIds)));
  for (const entry of inEffect(recorded)) {
    const { at, line } = entry;
    if (base.flags.length > 0) expire(base.flags, at);
    if (draft.flags.length > 0) expire(draft.flags, at);
    switch (entry.kind) {
      case 'line.opened': {
        const { origin, carrierId, kind, province } = entry.data;
        if (origin === 'placed' && carrierId === setting.carrierId)
          lines.set(line, { line, kind, province, openedAt: at, tenureDays: 0, facts: 0 });
        break;
      }
      case 'line.closed':
        lift(sides, (flag) => flag.line === line, at);
        break;
      case 'fact.recorded': {
        const on = lines.get(line);
        if (!on || at >= setting.until) break;
        const { fact, factId } = entry.data;
        if (isMoneyFact(fact)) takeIn(money, { line, fact }, at, awaited);
        if (fact.kind === 'verification_result' && fact.passed && fact.check === 'real_person') passed.set(line, at);
        if (fact.kind === 'contract_settled') settled.add(settledKey(line, fact.contractId));
        if (at < setting.from) {
          if (base.flags.length > 0) for (const side of sides) settle(side.flags, line, known, at);
          break;
        }
        const tenureDays = Math.max(0, Math.floor((at - on.openedAt) / DAY_MS));
        if (on.facts === 0) on.tenureDays = tenureDays;
        on.facts += 1;
        judge(base, line, fact, at, tenureDays, known);
        judge(draft, line, fact, at, tenureDays, known);
        if (relied.has(factId)) compare(real, line, factId, { base, draft });
        if (base.flags.length > 0) settle(base.flags, line, known, at);
        if (draft.flags.length > 0) settle(draft.flags, line, known, at);
        break;
      }
      case 'flag.placed':
        if (at < setting.from && lines.has(line)) for (const side of sides) side.flags.push(seedOf(entry, at));
        break;
      case 'flag.detached':
        lift(sides, ({ realId }) => realId === entry.data.flagId, at);
        break;
      case 'lift.ordered':
        lifts.set(entry.data.liftId, entry.data.flagIds);
        follow(sides, recorded, entry);
        break;
      case 'lift.completed':
        for (const side of sides)
          for (const flag of side.flags)
            if (flag.realId !== null && flag.lifted < at && lifts.get(entry.data.liftId)?.includes(flag.realId))
              flag.lifted = at;
        break;
      case 'lift.abandoned':
        for (const side of sides)
          for (const flag of side.flags)
            if (flag.realId !== null && lifts.get(entry.data.liftId)?.includes(flag.realId)) {
              flag.lifted = STANDS;
              flag.misjudged = false;
            }
        break;
    }
  }
  for (const side of sides) expire(side.flags, setting.until);
  return [...lines.values()]
    .filter(({ facts }) => facts > 0)
    .map(({ line, kind, province, tenureDays, facts }) => ({
      line,
      kind,
      province,
      tenureDays,
      facts,
      base: resultOf(base, line),
      draft: resultOf(draft, line),
      real: real.filter((one) => one.line === line),
    }));
}

const FIRED: PolicyRule[] = [];

function judge(side: Side, line: number, fact: Fact, at: number, tenureDays: number, known: Known): void {
  const { table, flags, asked } = side;
  if (table[fact.kind] === undefined) return;
  FIRED.length = 0;
  firingRules(table, fact, { tenureDays, flagsBefore: countBefore(flags, line, at) }, FIRED);
  for (const rule of FIRED) {
    const flag = flagOf(rule, line, fact, at);
    if (isMet(flag, known)) continue;
    const standing = guard(flags, flag, fact);
    if (standing === 'placed') flags.push(flag);
    else if (standing === 'asks_human') asked.set(line, (asked.get(line) ?? 0) + 1);
  }
}

/** What really was decided for a flag holds for it, and for what stands in its place. */
function follow(
  sides: readonly Side[],
  recorded: readonly Recorded[],
  { line, at, data: { flagIds, because } }: Extract<Recorded, { kind: 'lift.ordered' }>,
): void {
  const decided = because === 'misjudged' || because === 'ordered' || because === 'superseded';
  const causes = decided ? new Set(causesOf(recorded, flagIds)) : null;
  for (const side of sides) {
    for (const flag of side.flags) {
      if (flag.line !== line || flag.lifted !== STANDS) continue;
      const itself = flag.realId !== null && flagIds.includes(flag.realId);
      if (!itself && !(causes?.has(flag.cause) && flag.realId === null)) continue;
      flag.lifted = at;
      flag.misjudged = because === 'misjudged';
    }
  }
}

function causesOf(recorded: readonly Recorded[], flagIds: readonly string[]): Cause[] {
  return recorded.flatMap((one) =>
    one.kind === 'flag.placed' && flagIds.includes(one.data.flagId) ? [REASON_CODES[one.data.reasons.code].cause] : [],
  );
}

function lift(sides: readonly Side[], of: (flag: TestFlag) => boolean, at: number): void {
  for (const { flags } of sides) for (const flag of flags) if (flag.lifted === STANDS && of(flag)) flag.lifted = at;
}

/** A flag that was really placed before the period, with the condition that it really had. */
function seedOf({ line, data: { flagId, reasons } }: Extract<Recorded, { kind: 'flag.placed' }>, at: number): TestFlag {
  const condition = reasons.liftCondition;
  return {
    line,
    cause: REASON_CODES[reasons.code].cause,
    ruleId: reasons.rule?.ruleId ?? null,
    placed: at,
    billIds: condition?.kind === 'paid' ? condition.billIds : [],
    contractIds: condition?.kind === 'settled' ? condition.contractIds : [],
    verifies: condition?.kind === 'verified',
    expires: condition?.kind === 'expires' ? msOf(condition.at) : STANDS,
    realId: flagId,
    lifted: STANDS,
    misjudged: false,
  };
}

/** What was really flagged in the period. */
function realFlags(
  recorded: readonly Recorded[],
  { from, until }: Setting,
  outcomes: ReadonlyMap<string, RealOutcome>,
): Real[] {
  const found: Real[] = [];
  for (const { kind, at, line, data } of recorded) {
    if (kind !== 'flag.placed' || at < from || at >= until) continue;
    const { flagId, reasons, decidedAutomatically } = data;
    const { cause } = REASON_CODES[reasons.code];
    const outcome = outcomes.get(flagId) ?? 'open';
    found.push({ line, flagId, cause, outcome, byHand: !decidedAutomatically, factIds: reasons.factIds });
  }
  return found;
}

/** Which table has a flag of the same cause stand once this fact was judged. */
function compare(
  real: readonly Real[],
  line: number,
  factId: string,
  { base, draft }: { base: Side; draft: Side },
): void {
  for (const one of real) {
    if (one.line !== line || !one.factIds.includes(factId)) continue;
    one.stood = { base: stands(base.flags, line, one.cause), draft: stands(draft.flags, line, one.cause) };
  }
}

function resultOf({ flags, asked }: Side, line: number): SideResult {
  return {
    flags: flags.filter((flag) => flag.line === line && flag.realId === null),
    asked: asked.get(line) ?? 0,
  };
}

/** As they took effect; told in that order they are left as they are. */
function inEffect(recorded: readonly Recorded[]): readonly Recorded[] {
  let last = Number.NEGATIVE_INFINITY;
  for (const { at } of recorded) {
    if (at < last) return recorded.toSorted((a, b) => a.at - b.at);
    last = at;
  }
  return recorded;
}
