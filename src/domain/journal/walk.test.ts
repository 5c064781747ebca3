import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARRIER, REGULATOR } from '../../../seed/city.ts';
import {
  ACTORS,
  AGENT,
  BOOK,
  DAY,
  HOLDER,
  HOUR,
  NEXT_HOLDER,
  REVIEWER,
  SECOND_REVIEWER,
  SYSTEM,
  World,
} from '../../../test/support/world.ts';
import { actsOnCase } from '../../access/acts.ts';
import { objectToCommand } from '../../access/command.ts';
import { visibleState } from '../../access/relation.ts';
import type { Case } from '../cases/case.ts';
import type { CaseAct } from '../cases/case-transitions.ts';
import { isOpenCase, OFFERABLE_ACTS } from '../cases/case-transitions.ts';
import { raisersOf } from '../flags/flag.ts';
import { unsparedBy } from '../flags/measure.ts';
import { missingParts } from '../flags/reasons.ts';
import { conditionMet } from '../flags/settle.ts';
import type { Actor } from './actor.ts';
import { PRODUCT } from './actor.ts';
import type { Command } from './command.ts';
import { decide } from './decide.ts';
import type { EntryKind } from './entry.ts';
import { fold } from './evolve.ts';
import type { NumberState } from './state.ts';
import { findLine } from './state.ts';

/** Fast-check steers these walks with plain numbers, so that a failing one shrinks to the few steps that matter. */
const RUNS = Number(process.env['PROVE_WALKS'] ?? 300);
const STEPS = 50;
/** Not a measure of speed: the walks share the machine with other tests. */
const PATIENCE_MS = 3_600_000;

/** Entries that walks must reach, or they prove too little. Deliveries and hand-raised attention have tests of their own. */
const KINDS: readonly EntryKind[] = [
  'line.closed',
  'flag.detached',
  'lift.silent',
  'lift.completed',
  'lift.abandoned',
  'lift.not_back',
  'case.material_lapsed',
  'case.decided',
  'case.precheck_answered',
  'case.precheck_set_aside',
  'case.overdue',
  'case.lift_failed',
  'case.restored',
  'case.reopened',
  'case.withdrawn',
  'case.closed',
  'clock.breached',
  'clock.reminded',
  'clock.ran_on',
  'case.escalated',
  'case.accepted',
  'case.declined',
  'case.carrier_asked',
  'case.carrier_answered',
  'case.mediating',
  'case.settled',
  'case.unsettled',
  'case.assigned',
  'attention.handled',
  'flag.class_decided',
];
const reached = new Set<string>();

describe('along any walk of commands', () => {
  it(
    'every promise about state holds after every step',
    () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: STEPS, maxLength: STEPS, size: 'max' }),
          (steps) => {
            const world = new World().opened();
            // By chance alone a walk hardly comes to a body.
            if ((steps[0]?.[0] ?? 0) % 3 === 0) world.suspected().appealed().escalated().accepted();
            for (const step of steps) {
              take(world, step);
              check(world);
            }
            for (const kind of world.kinds()) reached.add(kind);
          },
        ),
        { numRuns: RUNS, seed: 20261123 },
      );
      expect(
        KINDS.filter((kind) => !reached.has(kind)),
        'kinds of entries that no walk reached',
      ).toEqual([]);
    },
    PATIENCE_MS,
  );
});

/** Steps that access lets through are rare by chance, so the walk chooses among those; what they come to is the domain's word. */
function take(world: World, [what, who, amount]: [number, number, number]): void {
  const commands = commandsFor(world.state, world, amount);
  const open = ACTORS.flatMap((actor) => commands.map((command) => ({ actor, command }))).filter(
    ({ actor, command }) =>
      (actor !== PRODUCT || command.do === 'send_lift') &&
      objectToCommand(world.state, command, actor, world.now) === null,
  );
  const kinds = [...new Set(open.map(({ command }) => command.do))];
  const kind = pick(kinds, what);
  const { actor, command } = pick(
    open.filter((one) => one.command.do === kind),
    who,
  );
  world.try(actor, command);
  world.wait(pick([0, 0, 0, HOUR, 5 * HOUR, DAY, 4 * DAY, 11 * DAY, 16 * DAY], amount));
  world.sweep();
}

function check(world: World): void {
  const { state } = world;
  expect(fold(state.numberId, world.entries), 'promise 1').toEqual(state);
  expect(world.entries.map((entry) => entry.seq)).toEqual(world.entries.map((_, index) => index + 1));
  for (const flag of Object.values(state.flags)) {
    expect(missingParts(flag.reasons), 'promise 2').toEqual([]);
    expect(unsparedBy(flag.reasons.measures), 'promise 3').toEqual([]);
    if (flag.status === 'active') expect(conditionMet(state, flag, world.now), 'promise 8').toBe(false);
  }
  for (const caseFile of Object.values(state.cases)) checkCase(world, caseFile);
  checkNextHolder(state);
}

function checkCase(world: World, caseFile: Case): void {
  const { state, now } = world;
  if (isOpenCase(caseFile.status) && caseFile.status !== 'draft') {
    const subjects = [caseFile.caseId, ...caseFile.liftIds];
    const running = Object.values(state.clocks).filter(
      (clock) => clock.status === 'running' && subjects.includes(clock.subject.id),
    );
    expect(running.length, `promise 5: ${caseFile.status}`).toBeGreaterThan(0);
    for (const clock of running) expect(clock.defaultOutcome).not.toBe('');
  }
  const raisers = caseFile.flagIds.flatMap((id) => (state.flags[id] ? raisersOf(state.flags[id]) : []));
  const deciders = caseFile.decisions.map((decision) => decision.decidedBy.id);
  expect(
    deciders.filter((id) => raisers.includes(id)),
    'promise 4',
  ).toEqual([]);
  expect(new Set(deciders).size, 'promise 4').toBe(deciders.length);
  for (const decision of caseFile.decisions) expect(decision.ruleRelied).not.toBe('');
  if (caseFile.status === 'restored') {
    const open = caseFile.liftIds
      .flatMap((id) => state.lifts[id]?.steps ?? [])
      .filter((step) => step.status !== 'confirmed');
    const abandoned = caseFile.liftIds.some((id) => state.lifts[id]?.abandonedAt);
    expect(abandoned || open.length === 0, 'restored only when every system confirmed').toBe(true);
  }
  for (const actor of ACTORS.filter((one) => one.id !== 'qingbiao')) {
    const accepted = OFFERABLE_ACTS.filter((act) => accepts(world, caseFile, act, actor));
    expect(actsOnCase(state, caseFile, actor, now), `promise 12: ${actor.role} on ${caseFile.status}`).toEqual(
      accepted,
    );
  }
}

function checkNextHolder(state: NumberState): void {
  const seen = visibleState(state, NEXT_HOLDER);
  const theirs = new Set(seen.lines.map((line) => line.line));
  expect(
    seen.lines.every((line) => line.holderId === NEXT_HOLDER.personId),
    'promise 10',
  ).toBe(true);
  for (const thing of [
    ...Object.values(seen.flags),
    ...Object.values(seen.cases),
    ...Object.values(seen.lifts),
    ...seen.facts,
  ]) {
    expect(theirs.has(thing.line), 'promise 10').toBe(true);
  }
}

function accepts(world: World, caseFile: Case, act: CaseAct, actor: Actor): boolean {
  const command = commandOf(world.state, caseFile, act, 9_000_000_000 + world.entries.length);
  if (objectToCommand(world.state, command, actor, world.now) !== null) return false;
  return decide(world.state, command, world.env(actor, BOOK)).ok;
}

/** A well-worded command for an act, so that only state and relation can refuse it. */
function commandOf(state: NumberState, caseFile: Case, act: CaseAct, salt: number): Command {
  const { caseId } = caseFile;
  const active = caseFile.flagIds.filter((id) => state.flags[id]?.status === 'active');
  switch (act) {
    case 'decide':
      return salt % 3 === 0
        ? {
            do: 'case.decide',
            caseId,
            finding: 'grounded',
            liftFlagIds: [],
            ruleRelied: 'AF-32c',
            words: '维持。',
            turnedDown: { materials: salt % 2 === 0 ? ['work_proof'] : [], changed: '证件已过期。' },
          }
        : {
            do: 'case.decide',
            caseId,
            finding: 'misjudged',
            liftFlagIds: active.slice(0, 1 + (salt % 2)),
            ruleRelied: 'AF-32c',
            words: '误判。',
          };
    case 'add_evidence':
      return {
        do: 'case.add_evidence',
        caseId,
        fileName: 'work.pdf',
        item: { sha256: String(salt).padStart(64, '0'), bytes: 100, mediaType: 'application/pdf', material: null },
      };
    case 'ask_material':
      return {
        do: 'case.ask_material',
        caseId,
        materials: ['work_proof'],
        words: '请补工作证明。',
        changed: '换了单位。',
      };
    case 'ask_precheck':
      return { do: 'case.ask_precheck', caseId, papers: ['work_proof'], words: '这些够吗？' };
    case 'answer_precheck': {
      const papers = [{ material: 'work_proof', result: salt % 3 ? 'good' : 'wrong', words: '看过了。' } as const];
      return {
        do: 'case.answer_precheck',
        caseId,
        enough: salt % 3 !== 0,
        papers,
        originals: [],
        hall: '',
        words: '',
      };
    }
    case 'say':
    case 'give_material':
    case 'report_not_back':
      return { do: `case.${act}`, caseId, words: '您好' };
    case 'escalate': {
      const province = findLine(state, caseFile.line)?.province ?? '';
      const authority = { authorityId: REGULATOR.authorityId, kind: REGULATOR.kind, province };
      return { do: 'case.escalate', caseId, authority, acceptedElsewhere: false, words: '请受理。' };
    }
    case 'decline':
      return { do: 'case.decline', caseId, ground: 'no_prior_complaint', words: '请先找运营商。' };
    case 'ask_carrier':
    case 'answer_authority':
    case 'end_unsettled':
      return { do: `case.${act}`, caseId, words: '请说明。' };
    case 'settle':
      return { do: 'case.settle', caseId, liftFlagIds: active.slice(0, salt % 3), words: '双方同意。' };
    case 'hand_over':
      return { do: 'case.hand_over', caseId, to: { id: 'colleague', role: 'agent' } };
    default:
      return { do: `case.${act}`, caseId } as Command;
  }
}

function commandsFor(state: NumberState, world: World, amount: number): Command[] {
  const at = world.now;
  const billId = `bill-${amount % 4}`;
  const lift = Object.values(state.lifts).at(-1);
  const caseFile = Object.values(state.cases).at(-1);
  const liftId = lift?.liftId ?? 'lift_0_0';
  const system = lift?.steps[amount % lift.steps.length]?.system ?? 'switch';
  const flagIds = Object.values(state.flags).flatMap((flag) => (flag.status === 'active' ? [flag.flagId] : []));
  return [
    {
      do: 'record_fact',
      at,
      fact: { kind: 'bill_issued', billId, amountFen: 1000 + (amount % 7) * 500, dueDate: '2026-02-01' },
    },
    {
      do: 'record_fact',
      at,
      fact: { kind: 'bill_overdue', billId, overdueDays: 20 + (amount % 30), overdueFen: 1000 },
    },
    {
      do: 'record_fact',
      at,
      fact: { kind: 'payment_received', paymentId: `pay-${amount % 9}`, amountFen: (amount % 5) * 1000 + 100, billId },
    },
    {
      do: 'record_fact',
      at,
      fact: {
        kind: 'usage_observed',
        windowHours: 24,
        callsOut: 200,
        distinctCallees: 90 + (amount % 40),
        shortCallShare: 0.9,
      },
    },
    {
      do: 'record_fact',
      at,
      fact: {
        kind: 'complaint_received',
        complaintId: `c${amount}`,
        topic: 'harassment',
        complaints: 1 + (amount % 4),
      },
    },
    { do: 'record_fact', at, fact: { kind: 'verification_result', check: 'real_person', passed: amount % 2 === 0 } },
    {
      do: 'open_case',
      flagIds: flagIds.slice(0, 1 + (amount % 2)),
      remedy: 'appeal',
      reference: `R${amount}`,
      statement: '请恢复。',
    },
    { do: 'close_line', closedAt: at },
    {
      do: 'open_line',
      origin: 'placed',
      kind: 'personal',
      carrierId: CARRIER.carrierId,
      province: 'CN-HA',
      holderId: 'next',
      userId: null,
      openedAt: at,
    },
    { do: 'confirm_lift', liftId, system },
    { do: 'confirm_lift', liftId, system: lift?.steps.find((step) => step.status !== 'confirmed')?.system ?? system },
    { do: 'fail_lift', liftId, system, code: 'busy' },
    { do: 'send_lift', liftId, system },
    { do: 'accept_lift_failure', liftId, why: '设备故障' },
    { do: 'report_lift_not_back', liftId, reference: `N${amount}`, words: '还是打不出去' },
    // Seldom: what a class lifts comes to no other end.
    ...flagIds.slice(0, Number(amount % 13 === 0)).map((flagId) => classLift(state, flagId)),
    ...(caseFile ? OFFERABLE_ACTS.map((act) => commandOf(state, caseFile, act, amount)) : []),
  ];
}

/** A reviewer's common decision, as it comes to this flag. */
function classLift(state: NumberState, flagId: string): Command {
  const fired = state.flags[flagId]?.reasons.rule;
  const { policyId = '', version = 0, ruleId = '' } = fired ?? {};
  const rule = { policyId, version, ruleId };
  return { do: 'lift_as_class', classId: 'class_x', flagId, rule, ruleRelied: 'AF-32c', words: '规则有误。' };
}

function pick<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T;
}

// The walk needs these actors among ACTORS; a renamed one would quietly weaken it.
expect(ACTORS).toEqual(expect.arrayContaining([AGENT, HOLDER, REVIEWER, SECOND_REVIEWER, SYSTEM]));
