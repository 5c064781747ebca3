import { ruleBook } from '../knowledge/rule-book.ts';
import { CARRIER, POLICY } from '../seed/city.ts';
import { followUp } from '../src/app/follow-up.ts';
import type { Actor } from '../src/domain/journal/actor.ts';
import type { Command } from '../src/domain/journal/command.ts';
import { decide } from '../src/domain/journal/decide.ts';
import { thingId } from '../src/domain/journal/thing-id.ts';
import { systemClock } from '../src/platform/clock.ts';
import { newNumberId } from '../src/platform/ids.ts';
import { APP_ROLE, createPool } from '../src/platform/pool.ts';
import { systemRandomness } from '../src/platform/randomness.ts';
import { type AppendRequest, type PreparedAppend, prepareAppend } from '../src/store/append.ts';
import { createJournal, type Journal, type JournalOptions } from '../src/store/journal.ts';
import { createSealer } from '../src/store/seal.ts';

const SYSTEM: Actor = {
  id: 'systems',
  role: 'system',
  carrierId: CARRIER.carrierId,
  authorityId: null,
  personId: null,
};
const HOLDER: Actor = { id: 'lin', role: 'subscriber', carrierId: null, authorityId: null, personId: 'lin' };
/** Line, fact, flag, notice to the holder, case. */
const CASE_SEQ = 5;
const sealer = createSealer({ rootKey: systemRandomness(32), random: systemRandomness });

export type CommandLoad = {
  /** One measured command as rows, and the number before it. */
  readonly sample: { readonly before: readonly PreparedAppend[]; readonly command: PreparedAppend };
  run(
    callers: number,
    seconds: number,
    begin?: () => void,
  ): Promise<{ readonly perSecond: number; readonly p99Ms: number }>;
  end(): Promise<void>;
};

/** The measured command: a person submits a case. Each takes a number that has a flag and a draft case already. */
export async function createCommandLoad(url: string, tuning: Partial<JournalOptions> = {}): Promise<CommandLoad> {
  const pool = createPool({ url, name: 'bench', role: APP_ROLE, max: 8 });
  const journal = createJournal({ pool, sealer, ...tuning });
  const ready: string[] = [];
  const sample = await makeSample(journal);
  return {
    sample,
    async run(callers, seconds, begin?: () => void) {
      const wanted = Math.ceil(seconds * (callers === 1 ? 2_500 : 6_000));
      await Promise.all(Array.from({ length: 64 }, () => prepareNumbers(journal, ready, wanted)));
      const times: number[] = [];
      begin?.();
      const begun = performance.now();
      const deadline = begun + seconds * 1000;
      await Promise.all(
        Array.from({ length: callers }, async () => {
          for (let at = performance.now(); at < deadline; at = performance.now()) {
            const numberId = ready.pop();
            if (!numberId) throw new Error('the bench ran out of prepared numbers');
            await submit(journal, numberId);
            times.push(performance.now() - at);
          }
        }),
      );
      const elapsed = (performance.now() - begun) / 1000;
      times.sort((a, b) => a - b);
      return { perSecond: times.length / elapsed, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0 };
    },
    end: () => pool.end(),
  };
}

async function prepareNumbers(journal: Journal, ready: string[], wanted: number): Promise<void> {
  while (ready.length < wanted) {
    const numberId = newNumberId(systemRandomness);
    for (const [actor, command] of await setUp(journal, numberId))
      await write(journal, numberId, actor, await command());
    ready.push(numberId);
  }
}

type Step = readonly [actor: Actor, command: () => Promise<Command>];

async function setUp(journal: Journal, numberId: string): Promise<Step[]> {
  const flagIds = async () => Object.keys((await journal.load(numberId)).state.flags);
  return [
    [
      SYSTEM,
      async () => ({
        do: 'open_line',
        origin: 'placed',
        kind: 'personal',
        carrierId: CARRIER.carrierId,
        province: CARRIER.province,
        holderId: 'lin',
        userId: 'lin',
        openedAt: '2024-01-01T00:00:00.000Z',
      }),
    ],
    [
      SYSTEM,
      async () => ({
        do: 'record_fact',
        at: systemClock.now(),
        fact: { kind: 'usage_observed', windowHours: 24, callsOut: 180, distinctCallees: 150, shortCallShare: 0.92 },
      }),
    ],
    [
      HOLDER,
      async () => ({
        do: 'open_case',
        flagIds: await flagIds(),
        remedy: 'appeal',
        reference: numberId,
        statement: '我是快递员，每天要打很多短电话通知客户取件。',
      }),
    ],
  ];
}

async function submit(journal: Journal, numberId: string): Promise<void> {
  const command: Command = { do: 'case.submit', caseId: thingId('case', numberId, CASE_SEQ) };
  await write(journal, numberId, HOLDER, command, 'submit');
}

async function write(journal: Journal, numberId: string, actor: Actor, command: Command, key?: string): Promise<void> {
  if ((await journal.append(await requestOf(journal, numberId, actor, command, key))) !== 'done')
    throw new Error('nobody else writes this number');
}

async function requestOf(
  journal: Journal,
  numberId: string,
  actor: Actor,
  command: Command,
  key?: string,
): Promise<AppendRequest> {
  const before = journal.recall(numberId) ?? (await journal.load(numberId, key ? { actor: actor.id, key } : undefined));
  const outcome = decide(before.state, command, {
    now: systemClock.now(),
    actor,
    source: 'api',
    sourceId: `request-${numberId}`,
    purpose: command.do,
    rules: ruleBook,
    carrier: { policy: POLICY, systems: CARRIER.systems },
  });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  const { entries, state } = outcome;
  return {
    before,
    after: state,
    entries,
    key: key
      ? { actor: actor.id, key, requestHash: 'a'.repeat(64), reply: { seq: state.seq, status: 'submitted' } }
      : null,
    jobs: followUp(state, entries),
    references: entries.flatMap((entry) => (entry.kind === 'case.opened' ? [entry.data] : [])),
  };
}

async function makeSample(journal: Journal): Promise<CommandLoad['sample']> {
  const numberId = newNumberId(systemRandomness);
  const before: PreparedAppend[] = [];
  for (const [actor, command] of await setUp(journal, numberId)) {
    const request = await requestOf(journal, numberId, actor, await command());
    before.push(prepareAppend(sealer, request));
    await journal.append(request);
  }
  const { state } = await journal.load(numberId);
  const caseId = Object.keys(state.cases)[0] ?? '';
  const request = await requestOf(journal, numberId, HOLDER, { do: 'case.submit', caseId }, 'submit');
  return { before, command: prepareAppend(sealer, request) };
}
