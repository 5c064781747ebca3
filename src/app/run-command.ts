import { objectToCommand } from '../access/command.ts';
import type { Actor } from '../domain/journal/actor.ts';
import type { Command } from '../domain/journal/command.ts';
import { asOf, decide } from '../domain/journal/decide.ts';
import type { NewEntry } from '../domain/journal/entry.ts';
import type { NumberState } from '../domain/journal/state.ts';
import { currentLine } from '../domain/journal/state.ts';
import type { JsonValue, Refusal } from '../domain/refusal.ts';
import { RefusalError, refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import type { AppContext } from './context.ts';
import { followUp } from './follow-up.ts';

/** A client's own name for a write, with a hash of what it asked: the same again gets the same answer. */
export type WriteKey = { readonly key: string; readonly requestHash: string };

export type CommandRequest<Reply extends JsonValue> = {
  readonly actor: Actor;
  readonly numberId: string;
  readonly command: Command;
  readonly key?: WriteKey | undefined;
  /** Where the command came in: `api`, `web`, `job`, `seed`. */
  readonly source: string;
  /** What the sender calls it: its own event id, or the request id. */
  readonly sourceId: string;
  readonly purpose: string;
  /** A further condition of the sender's own, asked of the state that is decided on: that it is still the one that was read. */
  readonly object?: ((state: NumberState) => Refusal | null) | undefined;
  /** What to answer, made from the state after the command and kept with the key. */
  readonly reply: (done: {
    readonly state: NumberState;
    readonly entries: readonly NewEntry[];
    readonly now: Instant;
  }) => Reply;
};

/** More conflicts in a row than any honest rush on one number can cause. */
const ATTEMPTS = 100;

/**
 * The way of one command: read, ask access, decide, append; on a conflict read and decide again. The first try takes
 * the number as this process remembers it, because the append proves that it still stands there.
 * Throws `RefusalError` with the reason when it is refused; nothing is acknowledged before its commit.
 */
export async function runCommand<Reply extends JsonValue>(
  ctx: AppContext,
  request: CommandRequest<Reply>,
): Promise<Reply> {
  const { actor, numberId, command, key } = request;
  const idempotency = key ? { actor: actor.id, key: key.key } : undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const recalled = attempt === 0 ? ctx.journal.recall(numberId) : undefined;
    const before = recalled ?? (await ctx.journal.load(numberId, idempotency));
    if (before.replay && key) return replayOf(before.replay, key) as Reply;
    const now = ctx.clock.now();
    const carrierId =
      command.do === 'open_line'
        ? command.carrierId
        : (currentLine(before.state) ?? before.state.lines.at(-1))?.carrierId;
    const carrier = carrierId === undefined ? null : await ctx.books.of(carrierId);
    const { source, sourceId, purpose } = request;
    const env = { now, actor, source, sourceId, purpose, rules: ctx.rules, carrier };
    const present = asOf(before.state, env);
    const refused = objectToCommand(present, command, actor, now) ?? request.object?.(present);
    // What is only remembered may be past: a refusal is said of what was read.
    if (refused && recalled) continue;
    if (refused) throw new RefusalError(refused);
    const outcome = decide(before.state, command, env);
    if (!outcome.ok && recalled) continue;
    if (!outcome.ok) throw new RefusalError(outcome.refusal);
    const { entries, state } = outcome;
    const reply = request.reply({ state, entries, now });
    if (entries.length === 0 && !key) {
      if (recalled) continue;
      return reply;
    }
    const kept = key ? { actor: actor.id, key: key.key, requestHash: key.requestHash, reply } : null;
    const appended = await ctx.journal.append({
      before,
      after: state,
      entries,
      key: kept,
      jobs: followUp(state, entries),
      references: referencesIn(entries),
    });
    if (appended === 'done') return reply;
  }
  throw new RefusalError(refusal('number.too_busy'));
}

function replayOf(replay: { readonly requestHash: string; readonly reply: JsonValue }, key: WriteKey): JsonValue {
  if (replay.requestHash !== key.requestHash) throw new RefusalError(refusal('request.key_reused'));
  return replay.reply;
}

function referencesIn(entries: readonly NewEntry[]): { readonly reference: string; readonly caseId: string }[] {
  return entries.flatMap((entry) =>
    entry.kind === 'case.opened' ? [{ reference: entry.data.reference, caseId: entry.data.caseId }] : [],
  );
}
