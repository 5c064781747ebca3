import type { Actor } from '../../src/domain/journal/actor.ts';
import type { Command } from '../../src/domain/journal/command.ts';
import { decide } from '../../src/domain/journal/decide.ts';
import type { Env } from '../../src/domain/journal/draft.ts';
import { evolve } from '../../src/domain/journal/evolve.ts';
import { newNumberId } from '../../src/platform/ids.ts';
import { systemRandomness } from '../../src/platform/randomness.ts';
import type { StoredJob } from '../../src/store/append.ts';
import type { Journal } from '../../src/store/journal.ts';
import { createSealer } from '../../src/store/seal.ts';
import { START, SYSTEM, World } from '../support/world.ts';

export const sealer = createSealer({ rootKey: new Uint8Array(32).fill(7), random: systemRandomness });

export function someNumber(): string {
  return newNumberId(systemRandomness);
}

/** A fact that changes little, told apart by its number. */
export function complaint(index: number): Command {
  const fact = {
    kind: 'complaint_received',
    complaintId: `complaint-${index}`,
    topic: 'noise',
    complaints: 1,
  } as const;
  return { do: 'record_fact', at: START, fact };
}

export type Write = {
  readonly by?: Actor;
  readonly key?: { readonly key: string; readonly requestHash: string };
  readonly jobs?: readonly StoredJob[];
  readonly env?: Partial<Env>;
};

/** Reads, decides and appends until the append holds; answers how often it had to start over. */
export async function write(
  journal: Journal,
  numberId: string,
  command: Command,
  options: Write = {},
): Promise<number> {
  const { by = SYSTEM, key, jobs = [], env = {} } = options;
  const world = new World(numberId);
  for (let conflicts = 0; ; conflicts += 1) {
    const before = await journal.load(numberId, key && { actor: by.id, key: key.key });
    if (before.replay) return conflicts;
    const outcome = decide(before.state, command, { ...world.env(by), ...env });
    if (!outcome.ok) throw new Error(`${command.do} was refused: ${outcome.refusal.code}`);
    const { entries, state } = outcome;
    const references = entries.flatMap((entry) => (entry.kind === 'case.opened' ? [entry.data] : []));
    const kept = key ? { actor: by.id, ...key, reply: { seq: state.seq } } : null;
    const appended = await journal.append({ before, after: state, entries, key: kept, jobs, references });
    if (appended === 'done') return conflicts;
  }
}

/** Writes all that a world has been through, in one append. */
export async function writeWorld(journal: Journal, world: World): Promise<void> {
  const before = await journal.load(world.state.numberId);
  const entries = world.entries.slice(before.state.seq);
  const done = await journal.append({ before, after: world.state, entries, key: null, jobs: [] });
  if (done !== 'done') throw new Error('somebody else wrote this number');
}

/** Writes all that a world has been through, one append for each moment. */
export async function writeSteps(journal: Journal, world: World): Promise<void> {
  const { numberId } = world.state;
  const groups = new Map<string, typeof world.entries>();
  for (const entry of world.entries) groups.set(entry.recordedAt, [...(groups.get(entry.recordedAt) ?? []), entry]);
  for (const entries of groups.values()) {
    const before = await journal.load(numberId);
    const after = entries.reduce(evolve, before.state);
    if ((await journal.append({ before, after, entries, key: null, jobs: [] })) !== 'done')
      throw new Error('somebody else wrote this number');
  }
}
