import { visibleState } from '../access/relation.ts';
import { PRODUCT } from '../domain/journal/actor.ts';
import type { Command } from '../domain/journal/command.ts';
import { asOf } from '../domain/journal/decide.ts';
import type { NumberState } from '../domain/journal/state.ts';
import { currentLine } from '../domain/journal/state.ts';
import type { ThingKind } from '../domain/journal/thing-id.ts';
import { isNumberId, numberOf } from '../domain/journal/thing-id.ts';
import type { JsonValue } from '../domain/refusal.ts';
import { RefusalError, refusal } from '../domain/refusal.ts';
import type { Asker } from './asker.ts';
import type { AppContext } from './context.ts';
import type { CommandRequest } from './run-command.ts';
import { runCommand } from './run-command.ts';
import { objectUnproved } from './sign-in/step-up.ts';

/** The refusal for whatever is not there or not the asker's to see: both sound the same. */
export function notFound(): RefusalError {
  return new RefusalError(refusal('access.not_found'));
}

/** The number that a thing lives in; refused like any unknown thing when the id is none of that kind. */
export function numberHolding(kind: ThingKind, id: string): string {
  const numberId = numberOf(kind, id);
  if (numberId === null) throw notFound();
  return numberId;
}

/** The part of a number's life that the asker may see. Refused when that is nothing. */
export async function readVisible(ctx: AppContext, asker: Asker, numberId: string): Promise<NumberState> {
  if (!isNumberId(numberId)) throw notFound();
  const seen = visibleState(await readState(ctx, numberId), asker.actor);
  if (seen.lines.length === 0) throw notFound();
  return seen;
}

/** All of a number's life as it stands at this moment, with what time has brought about and no sweep has written down yet. */
export async function readState(ctx: AppContext, numberId: string): Promise<NumberState> {
  const { state } = await ctx.journal.load(numberId);
  const carrierId = (currentLine(state) ?? state.lines.at(-1))?.carrierId;
  const carrier = carrierId === undefined ? null : await ctx.books.of(carrierId);
  const asked = { source: 'read', sourceId: '', purpose: 'read' };
  return asOf(state, { ...asked, now: ctx.clock.now(), actor: PRODUCT, rules: ctx.rules, carrier });
}

/** One command by an asker, answered in the shape that `reply` makes of the state after it. */
export async function command<View>(
  ctx: AppContext,
  asker: Asker,
  request: { readonly numberId: string; readonly command: Command; readonly purpose: string } & Pick<
    CommandRequest<JsonValue>,
    'object'
  >,
  reply: (done: Parameters<CommandRequest<JsonValue>['reply']>[0]) => View,
): Promise<View> {
  const { actor, source, sourceId, key, purpose } = asker;
  const answer = await runCommand(ctx, {
    actor,
    source,
    sourceId,
    key,
    numberId: request.numberId,
    command: request.command,
    object: (state) => request.object?.(state) ?? objectUnproved(ctx, asker, request.command.do),
    purpose: purpose ?? request.purpose,
    // Views are made of state, which is JSON by its own promise.
    reply: (done) => reply(done) as JsonValue,
  });
  return answer as View;
}
