import type { Pool } from '../platform/pool.ts';
import { type AppendRequest, type PreparedAppend, prepareAppend } from './append.ts';
import { appendBatch } from './append-batch.ts';
import { hitsConstraint, isRefusedStatement } from './database-errors.ts';
import { createHeadMemory } from './head-memory.ts';
import { type Head, type LoadRequest, type LoadResult, loadHeads, type Replay } from './load.ts';
import type { Sealer } from './seal.ts';
import { createShared } from './shared.ts';

/** A number as a command reads it. */
export type Loaded = Head & { readonly replay: Replay | null };

export type Journal = {
  /** The state and head of a number, and the earlier answer when this key was used before. */
  load(numberId: string, key?: { readonly actor: string; readonly key: string }): Promise<Loaded>;
  /**
   * The number as this process saw it last, without asking; undefined when it did not lately. Good for deciding a
   * command, because the append proves that it was current; never for refusing one or for showing.
   */
  recall(numberId: string): Loaded | undefined;
  /**
   * Commits one command against the head it was decided on. `conflict` when that is past, or when the key was used
   * before: nothing was written, and loading again shows why.
   */
  append(request: AppendRequest): Promise<'done' | 'conflict'>;
};

export type JournalOptions = {
  /** Under the app role. */
  readonly pool: Pool;
  readonly sealer: Sealer;
  /** Commands in one statement at most. */
  readonly batchLimit?: number;
  /** Appends in flight at most. */
  readonly lanes?: number;
  /** Characters of state that may be remembered between commands. */
  readonly memoryLimit?: number;
};

/** The command path of the journal. Reads share one statement in flight, appends another. */
export function createJournal(options: JournalOptions): Journal {
  const { pool, sealer, batchLimit = 16, lanes = 3, memoryLimit = 32_000_000 } = options;
  const memory = createHeadMemory(memoryLimit);
  const read = createShared<LoadRequest, LoadResult>({
    limit: 4 * batchLimit,
    run: (requests) => loadHeads(pool, memory, requests),
    mayBeOnes: isRefusedStatement,
  });
  const write = createShared<PreparedAppend, 'done' | 'conflict'>({
    limit: batchLimit,
    lanes,
    run: async (appends) => {
      const outcomes = await appendBatch(pool, appends);
      for (const [index, { head, state }] of appends.entries()) {
        if (outcomes[index] === 'done') memory.keep(head, state.length);
      }
      return outcomes;
    },
    alone: ({ numberId }) => numberId,
    // Another command of this process moved the number on: no need to ask.
    known: ({ numberId, before }) => {
      const head = memory.find(numberId);
      return head && head.hash !== before ? 'conflict' : undefined;
    },
    mayBeOnes: isRefusedStatement,
  });
  return {
    async load(numberId, key) {
      const { head, replay } = await read({ numberId, key: key ?? null });
      return { ...head, replay };
    },
    recall(numberId) {
      const head = memory.find(numberId);
      return head && { ...head, replay: null };
    },
    async append(request) {
      try {
        return await write(prepareAppend(sealer, request));
      } catch (error) {
        // The same key came in twice at once; reading again finds the first one's answer.
        if (hitsConstraint(error, 'idempotency_keys_pkey')) return 'conflict';
        throw error;
      }
    },
  };
}
