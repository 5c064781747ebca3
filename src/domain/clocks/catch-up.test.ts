import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruleBook } from '../../../knowledge/rule-book.ts';
import { AGENT, DAY, HOLDER, HOUR, OFFICER, REVIEWER, SYSTEM, World } from '../../../test/support/world.ts';
import { actsOnCase } from '../../access/acts.ts';
import { PRODUCT } from '../journal/actor.ts';
import { asOf, decide } from '../journal/decide.ts';
import type { NumberState } from '../journal/state.ts';
import { ledgerOf } from './ledger.ts';
import type { PeriodRule } from './period.ts';
import type { RuleBook } from './rule-book.ts';
import { compileRuleBook } from './rule-book.ts';

function caseOf(world: World) {
  return world.only(world.state.cases);
}

function clockOf(world: World, ruleId: string) {
  const found = Object.values(world.state.clocks).filter((clock) => clock.ruleId === ruleId);
  const last = found.at(-1);
  if (!last) throw new Error(`no clock ${ruleId}`);
  return last;
}

/** What time brought about, without when somebody looked. */
function outcomes(state: NumberState) {
  return {
    cases: Object.values(state.cases).map(({ status }) => status),
    clocks: Object.values(state.clocks).map(({ ruleId, status, dueAt }) => ({ ruleId, status, dueAt })),
    notices: Object.values(state.notices)
      .map(({ kind, subject }) => `${kind} ${subject.kind}`)
      .toSorted(),
    attention: Object.values(state.attention)
      .map(({ kind }) => kind)
      .toSorted(),
  };
}

/** The book with one rule changed. */
function bookWith(change: Partial<PeriodRule> & Pick<PeriodRule, 'ruleId'>): RuleBook {
  const periods = [...ruleBook.periods.values()].map((rule) =>
    rule.ruleId === change.ruleId ? { ...rule, ...change } : rule,
  );
  return { ...compileRuleBook(periods, [], []), calendar: ruleBook.calendar, calendarOf: ruleBook.calendarOf };
}

describe('what time brings about', () => {
  it('is the same whether somebody looks every hour or once after weeks, and happens once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 30 }), (hours) => {
        const [watched, asleep] = [
          new World().opened().suspected().appealed(),
          new World().opened().suspected().appealed(),
        ];
        const whole = Math.min(
          hours.reduce((sum, one) => sum + one, 0),
          16 * 24,
        );
        let passed = 0;
        for (const step of hours) {
          const next = Math.min(step, whole - passed);
          watched
            .wait(next * HOUR)
            .sweep()
            .sweep();
          passed += next;
        }
        asleep
          .wait(whole * HOUR)
          .sweep()
          .sweep();
        const remindedLate = (state: NumberState) => ({ ...outcomes(state), notices: [], attention: [] });
        expect(remindedLate(asleep.state)).toEqual(remindedLate(watched.state));
        for (const world of [watched, asleep]) {
          const overdue = world.entries.filter(({ kind }) => kind === 'case.overdue').length;
          expect(overdue).toBe(whole >= 15 * 24 + 14 ? 1 : overdue);
          expect(overdue).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100, seed: 20261123 },
    );
  });

  it('reminds before it runs out, both sides, and not after', () => {
    const world = new World()
      .opened()
      .suspected()
      .appealed()
      .wait(13 * DAY)
      .sweep();
    expect(clockOf(world, 'carrier.reply').remindedAt).not.toBeNull();
    const near = () => Object.values(world.state.notices).filter(({ kind }) => kind === 'clock_near');
    expect(near()).toHaveLength(1);
    expect(Object.values(world.state.attention).map(({ kind }) => kind)).toContain('answer_near');
    world.wait(HOUR).sweep();
    expect(near()).toHaveLength(1);

    const slept = new World()
      .opened()
      .suspected()
      .appealed()
      .wait(19 * DAY)
      .sweep();
    expect(slept.kinds().filter((kind) => kind === 'clock.reminded')).toHaveLength(0);
    expect(caseOf(slept).status).toBe('overdue');
  });

  it('comes before the command that meets it: an answer after the day is late although nobody swept', () => {
    const world = new World().opened().suspected().appealed();
    world.do(REVIEWER, { do: 'case.start_review', caseId: caseOf(world).caseId }).wait(16 * DAY);
    const { caseId, flagIds } = caseOf(world);
    world.do(REVIEWER, {
      do: 'case.decide',
      caseId,
      finding: 'misjudged',
      liftFlagIds: flagIds,
      ruleRelied: 'AF-32c',
      words: '误判。',
    });
    expect(clockOf(world, 'carrier.reply').status).toBe('breached');
    expect(world.kinds()).toContain('case.overdue');
    const overdue = world.entries.find(({ kind }) => kind === 'case.overdue');
    expect(overdue?.effectiveAt).toBe(clockOf(world, 'carrier.reply').dueAt);
    expect(caseOf(world).status).toBe('lifting');
  });

  it('is offered as soon as it is so, before any sweep', () => {
    const world = new World()
      .opened()
      .suspected()
      .appealed()
      .wait(16 * DAY);
    const seen = asOf(world.state, world.env(HOLDER));
    const caseFile = seen.cases[caseOf(world).caseId];
    expect(caseFile?.status).toBe('overdue');
    expect(caseFile && actsOnCase(seen, caseFile, HOLDER, world.now)).toContain('escalate');
    expect(decide(world.state, { do: 'let_time_pass' }, world.env(PRODUCT))).toMatchObject({ ok: true, state: seen });
  });
});

describe('a pause', () => {
  it('calls for another reminder where the first one named a day that the pause moved', () => {
    const world = new World().under(bookWith({ ruleId: 'carrier.reply', pauses: [GROUND] }));
    world
      .opened()
      .suspected()
      .appealed()
      .wait(13 * DAY)
      .sweep();
    const { caseId } = caseOf(world);
    expect(clockOf(world, 'carrier.reply').remindedAt).not.toBeNull();
    world.do(AGENT, { do: 'case.ask_material', caseId, materials: ['id_card'], words: '请补。' }).wait(8 * DAY);
    world.do(HOLDER, { do: 'case.give_material', caseId, words: '' });
    const near = () =>
      Object.values(world.state.notices)
        .filter(({ kind, values }) => kind === 'clock_near' && values['rule_id'] === 'carrier.reply')
        .map(({ values }) => values['last_day']);
    expect(near()).toEqual(['2026-03-17']);
    world.sweep().sweep();
    expect(near()).toEqual(['2026-03-17', '2026-03-25']);
  });

  const GROUND = { ground: 'material_asked', article: '第1条', source: '试验规则' };
  const asked = (world: World) =>
    world.do(AGENT, {
      do: 'case.ask_material',
      caseId: caseOf(world).caseId,
      materials: ['work_proof'],
      words: '请补。',
    });

  it('has no ground in the rule for answers: the ledger shows the request and runs on', () => {
    const world = new World().opened().suspected().appealed();
    const before = clockOf(world, 'carrier.reply').dueAt;
    asked(world.wait(14 * DAY));
    const clock = clockOf(world, 'carrier.reply');
    expect(clock).toMatchObject({ status: 'running', dueAt: before, events: [{ what: 'ran_on' }] });
    expect(ledgerOf(ruleBook, world.state, clock, world.now)?.map(({ step }) => step)).toContain('ran_on');
    expect(
      world.refusalOf(AGENT, { do: 'pause_clock', clockId: clock.clockId, ground: 'material_asked', words: '等材料' }),
    ).toBe('clock.no_ground');
    world.wait(2 * DAY).sweep();
    expect(caseOf(world).status).toBe('overdue');
  });

  it('on a ground that the rule names stops it, and its end moves on by the days it stood still', () => {
    const world = new World().under(bookWith({ ruleId: 'carrier.reply', pauses: [GROUND] }));
    world.opened().suspected().appealed();
    const before = clockOf(world, 'carrier.reply');
    asked(world.wait(10 * DAY));
    expect(clockOf(world, 'carrier.reply').status).toBe('paused');
    world.wait(8 * DAY).sweep();
    expect(caseOf(world).status).toBe('needs_material');
    world.do(HOLDER, { do: 'case.give_material', caseId: caseOf(world).caseId, words: '补了' });
    const after = clockOf(world, 'carrier.reply');
    expect(after.status).toBe('running');
    // 2 March plus 15 days is the 17th; the ends of eight days, the 12th to the 19th, fell into the pause.
    expect([before.shownDate, after.shownDate]).toEqual(['2026-03-17', '2026-03-25']);
    const steps = ledgerOf(world.rules, world.state, after, world.now)?.map(({ step }) => step);
    expect(steps).toEqual(expect.arrayContaining(['paused', 'pause', 'calendar_days', 'result', 'if_missed']));
  });

  it('is for the side that the clock binds alone', () => {
    const world = new World().under(
      bookWith({ ruleId: 'carrier.reply', pauses: [{ ...GROUND, ground: 'appraisal' }] }),
    );
    world.opened().suspected().appealed();
    const { clockId } = clockOf(world, 'carrier.reply');
    const pause = { do: 'pause_clock', clockId, ground: 'appraisal', words: '送检' } as const;
    expect(world.refusalOf(OFFICER, pause)).toBe('clock.not_yours');
    expect(world.refusalOf(REVIEWER, { ...pause, words: ' ' })).toBe('case.words_missing');
    world.do(REVIEWER, pause).wait(5 * DAY);
    expect(world.refusalOf(REVIEWER, pause)).toBe('clock.not_running');
    world.do(REVIEWER, { do: 'resume_clock', clockId, words: '检完' });
    expect(clockOf(world, 'carrier.reply').shownDate).toBe('2026-03-23');
    expect(world.refusalOf(REVIEWER, { do: 'resume_clock', clockId, words: '' })).toBe('clock.not_paused');
  });
});

describe('a changed rule', () => {
  it('moves no date that was set, and a case keeps the version it began under', () => {
    const changed = bookWith({ ruleId: 'carrier.reply' });
    const rule = ruleBook.periods.get('carrier.reply');
    if (!rule) throw new Error('no carrier.reply');
    const versions = [rule, { ...rule, version: 2, since: '2026-03-10', length: 5 }];
    const book = { ...changed, ...compileVersions(versions) };
    const world = new World().under(book).opened().suspected().appealed();
    const { dueAt } = clockOf(world, 'carrier.reply');
    world.wait(16 * DAY).sweep();
    expect(clockOf(world, 'carrier.reply').dueAt).toBe(dueAt);
    const { caseId, flagIds } = caseOf(world);
    world.do(REVIEWER, {
      do: 'case.decide',
      caseId,
      finding: 'misjudged',
      liftFlagIds: flagIds,
      ruleRelied: 'AF-32c',
      words: '误判',
    });
    for (const { system } of world.only(world.state.lifts).steps)
      world.do(SYSTEM, { do: 'confirm_lift', liftId: world.only(world.state.lifts).liftId, system });
    world.do(HOLDER, { do: 'case.report_not_back', caseId, words: '还是不行' });
    expect(clockOf(world, 'carrier.reply')).toMatchObject({ ruleVersion: 1, status: 'running' });
  });

  function compileVersions(versions: readonly PeriodRule[]) {
    const others = [...ruleBook.periods.values()].filter(({ ruleId }) => ruleId !== 'carrier.reply');
    const { periods, versions: all } = compileRuleBook([...others, ...versions], [], []);
    return { periods, versions: all };
  }
});

describe('a provisional date', () => {
  it('is settled by an entry once the notice is loaded', () => {
    const world = new World().opened();
    world
      .wait(299 * DAY)
      .suspected()
      .appealed();
    const before = clockOf(world, 'carrier.reply');
    expect(before).toMatchObject({ provisional: true, shownDate: '2027-01-11' });
    const notice = {
      year: 2027,
      off: ['2027-01-11', '2027-01-12'],
      work: [],
      source: 'test',
      checked: '2026-12-27',
      loaded: '2026-12-27',
    };
    const periods = [...ruleBook.periods.values()];
    const loaded = compileRuleBook(periods, [notice], []);
    world.under({
      ...loaded,
      calendarOf: (version) => (version === loaded.calendar.version ? loaded.calendar : ruleBook.calendarOf(version)),
    });
    world.do(PRODUCT, { do: 'settle_dates' });
    const after = clockOf(world, 'carrier.reply');
    expect(after).toMatchObject({ provisional: false, shownDate: '2027-01-13', calendarVersion: '2026-12-27' });
    expect(world.kinds()).toContain('clock.settled');
    world.do(PRODUCT, { do: 'settle_dates' });
    expect(world.kinds().filter((kind) => kind === 'clock.settled')).toHaveLength(1);
  });
});
