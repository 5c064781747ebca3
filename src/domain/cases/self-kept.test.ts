import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOLDER, HOUR, STRANGER, World } from '../../../test/support/world.ts';
import { actsOnCase } from '../../access/acts.ts';
import { objectToCommand } from '../../access/command.ts';
import type { ReasonCode } from '../flags/words.ts';
import { REASON_CODES, REMEDIES_BY_IMPOSER } from '../flags/words.ts';
import { fold } from '../journal/evolve.ts';
import { isOpenCase } from './case-transitions.ts';
import type { Counterpart, Gist } from './correspondence.ts';
import { GIST_RULES, GISTS, openGists } from './correspondence.ts';
import type { RecordContact } from './record.ts';

const RUNS = Number(process.env['PROVE_WALKS'] ?? 150);
/** Not a measure of speed: the walks share the machine with other tests. */
const PATIENCE_MS = 3_600_000;

/** A number whose carrier is not connected, with the marks its person reported and a draft on them. */
function kept(codes: readonly ReasonCode[] = ['D1'], since?: string): World {
  const world = new World().do(HOLDER, {
    do: 'open_line',
    origin: 'reported',
    kind: 'personal',
    carrierId: 'china-mobile',
    province: 'CN-JS',
    holderId: 'lin',
    userId: 'lin',
    openedAt: '2025-01-01T00:00:00.000Z',
  });
  for (const code of codes)
    world.do(HOLDER, { do: 'report_flag', code, measures: [], since: since ?? world.now, body: '' }, null);
  const flagIds = Object.keys(world.state.flags);
  const remedy = REMEDIES_BY_IMPOSER[REASON_CODES[codes[0] ?? 'Z0'].imposedBy][0] ?? 'appeal';
  return world.do(HOLDER, { do: 'open_case', flagIds, remedy, reference: 'AAA-AAA-AAA', statement: '' }, null);
}

const caseOf = (world: World) => world.only(world.state.cases);

function contact(world: World, gist: Gist, more: Partial<RecordContact> = {}): RecordContact {
  return {
    do: 'case.record',
    caseId: caseOf(world).caseId,
    way: 'call',
    counterpart: GIST_RULES[gist].with[0] ?? 'carrier',
    gist,
    flagIds: [],
    at: world.now,
    promisedFor: null,
    materials: gist === 'asked_papers' ? ['id_card'] : [],
    ticket: '',
    spokeWith: '',
    words: '',
    ...more,
  };
}

const record = (world: World, gist: Gist, more: Partial<RecordContact> = {}) =>
  world.do(HOLDER, contact(world, gist, more), null);

const running = (world: World) =>
  Object.values(world.state.clocks)
    .filter((clock) => clock.status === 'running')
    .map((clock) => clock.ruleId);

describe('a case on a reported line', () => {
  it('follows story D: complaint, silence, authority, settlement, and the phone that works', () => {
    const world = kept();
    const complainedAt = world.now;
    world.wait(DAY);
    record(world, 'complained', { at: complainedAt, ticket: '20260302', spokeWith: '工号 1108' });
    expect(caseOf(world).status).toBe('submitted');
    const reply = Object.values(world.state.clocks).find((clock) => clock.ruleId === 'carrier.reply');
    expect(reply).toMatchObject({ startedAt: complainedAt, shownDate: '2026-03-17' });

    record(world, 'told_to_wait', { promisedFor: new Date(Date.parse(world.now) + 3 * DAY).toISOString() });
    expect(running(world)).toContain('told.promise');
    world.wait(4 * DAY).sweep();
    expect(world.kinds().filter((kind) => kind === 'notice.issued')).toHaveLength(1);

    world.wait(16 * DAY).sweep();
    expect(caseOf(world).status).toBe('overdue');
    record(world, 'filed', { counterpart: 'authority', way: 'app' });
    expect(running(world)).toEqual(['miit.accept']);
    record(world, 'accepted', { counterpart: 'authority' });
    expect(running(world)).toEqual(['miit.answer']);
    record(world, 'settled', { counterpart: 'authority' });
    expect(caseOf(world).status).toBe('lifting');
    expect(running(world)).toContain('carrier.reopen');
    record(world, 'back', { counterpart: 'self' });
    expect(caseOf(world).status).toBe('restored');
    world.do(HOLDER, { do: 'case.confirm_back', caseId: caseOf(world).caseId });
    expect(caseOf(world).status).toBe('closed');
    expect(Object.values(world.state.flags).map((flag) => flag.status)).toEqual(['lifted']);
  });

  it('keeps the state of each label service apart, and is over when the last one agreed (story G)', () => {
    const world = kept(['G1', 'G1', 'G1']);
    const flags = Object.keys(world.state.flags);
    record(world, 'complained', { counterpart: 'label_service' });
    expect(running(world)).toEqual(['label.answer']);
    expect(world.refusalOf(HOLDER, contact(world, 'filed', { counterpart: 'authority' }))).toBe(
      'correspondence.wrong_state',
    );
    for (const flagId of flags) {
      expect(caseOf(world).status).not.toBe('restored');
      record(world, 'agreed', { counterpart: 'label_service', flagIds: [flagId] });
      record(world, 'back', { counterpart: 'self', flagIds: [flagId] });
    }
    expect(caseOf(world).status).toBe('restored');
    expect(Object.values(world.state.lifts)).toHaveLength(3);
  });

  it('lets a former holder’s marks fall away (story I)', () => {
    const world = kept(['D1', 'G1'], '2024-06-01T00:00:00.000Z');
    record(world, 'complained');
    record(world, 'not_theirs');
    expect(Object.values(world.state.flags).map((flag) => flag.status)).toEqual(['detached', 'detached']);
    expect(caseOf(world).status).toBe('restored');
  });

  it('goes to the authority only with marks that a carrier set, after the carrier', () => {
    const police = kept(['E1']);
    record(police, 'complained', { counterpart: 'police' });
    record(police, 'refused', { counterpart: 'police' });
    expect(police.refusalOf(HOLDER, contact(police, 'filed', { counterpart: 'authority' }))).toBe('case.wrong_door');
    const early = kept();
    record(early, 'complained');
    expect(early.refusalOf(HOLDER, contact(early, 'filed', { counterpart: 'authority' }))).toBe(
      'correspondence.wrong_state',
    );
  });

  it('refuses what cannot have happened', () => {
    const world = kept();
    const refused = (gist: Gist, more: Partial<RecordContact>) => world.refusalOf(HOLDER, contact(world, gist, more));
    const later = new Date(Date.parse(world.now) + HOUR).toISOString();
    expect(refused('complained', { at: later })).toBe('correspondence.in_future');
    expect(refused('complained', { at: '2020-01-01T00:00:00.000Z' })).toBe('correspondence.too_old');
    expect(refused('complained', { counterpart: 'self' })).toBe('correspondence.wrong_counterpart');
    expect(refused('complained', { flagIds: ['flag_1_1'] })).toBe('case.flag_not_open');
    record(world, 'complained');
    expect(refused('told_to_wait', { promisedFor: world.now })).toBe('correspondence.promise_out_of_range');
    expect(refused('asked_papers', { materials: [] })).toBe('case.materials_missing');
  });

  it('belongs to its person alone, and the desk’s acts are not open on it', () => {
    const world = kept();
    const caseFile = caseOf(world);
    expect(objectToCommand(world.state, contact(world, 'complained'), STRANGER, world.now)?.code).toBe(
      'access.not_found',
    );
    expect(actsOnCase(world.state, caseFile, HOLDER, world.now)).toEqual([
      'record',
      'restate',
      'add_evidence',
      'withdraw',
    ]);
    expect(world.refusalOf(HOLDER, { do: 'case.submit', caseId: caseFile.caseId })).toBe('case.kept_otherwise');
  });
});

describe('along any walk of contacts', () => {
  it(
    'an open case has a running clock, offered is accepted, and the journal tells the state',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom<ReasonCode[]>(['D1'], ['A1'], ['G1', 'G1'], ['E1'], ['B2'], ['F1', 'G1'], ['Z0']),
          fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { minLength: 20, maxLength: 20, size: 'max' }),
          (codes, steps) => {
            const world = kept(codes);
            for (const [what, who, amount] of steps) {
              const { status, flagIds } = caseOf(world);
              const open = openGists(status);
              const gist = open[what % Math.max(1, open.length)];
              if (gist === undefined) break;
              const parties = GIST_RULES[gist].with;
              const promisedFor = amount % 3 === 0 ? new Date(Date.parse(world.now) + 5 * DAY).toISOString() : null;
              world.try(
                HOLDER,
                contact(world, gist, {
                  counterpart: parties[who % parties.length] as Counterpart,
                  flagIds: amount % 2 === 0 ? [] : flagIds.slice(0, 1),
                  promisedFor,
                }),
                null,
              );
              world.wait([0, HOUR, DAY, 4 * DAY, 16 * DAY, 40 * DAY][amount % 6] ?? 0).sweep();
              check(world);
            }
          },
        ),
        { numRuns: RUNS, seed: 20261123 },
      );
    },
    PATIENCE_MS,
  );
});

function check(world: World): void {
  const { state } = world;
  expect(fold(state.numberId, world.entries)).toEqual(state);
  const caseFile = caseOf(world);
  const subjects = [caseFile.caseId, ...Object.keys(state.lifts)];
  const clocks = Object.values(state.clocks).filter(
    (clock) => clock.status === 'running' && subjects.includes(clock.subject.id),
  );
  if (isOpenCase(caseFile.status) && caseFile.status !== 'draft')
    expect(clocks.length, `promise 5: ${caseFile.status}`).toBeGreaterThan(0);
  expect(Object.values(state.attention)).toEqual([]);
  const restored = caseFile.status === 'restored' || caseFile.status === 'closed';
  if (restored && caseFile.restoredFrom !== null)
    expect(Object.values(state.flags).every((flag) => flag.status !== 'active' && flag.status !== 'lifting')).toBe(
      true,
    );
  const offered = actsOnCase(state, caseFile, HOLDER, world.now);
  for (const gist of GISTS) {
    const accepted = world.refusalOf(HOLDER, contact(world, gist)) !== 'correspondence.wrong_state';
    if (offered.includes('record'))
      expect(accepted, `promise 12: ${gist} in ${caseFile.status}`).toBe(openGists(caseFile.status).includes(gist));
  }
}
