import { PRODUCT } from '../domain/journal/actor.ts';
import type { Command } from '../domain/journal/command.ts';
import type { AppContext } from './context.ts';
import { runCommand } from './run-command.ts';

/** A command by the product itself, out of a job. Throws `RefusalError` like any other. */
export async function commandAsProduct(
  ctx: AppContext,
  numberId: string,
  command: Command,
  sourceId: string,
): Promise<void> {
  await runCommand(ctx, {
    actor: PRODUCT,
    numberId,
    command,
    source: 'job',
    sourceId,
    purpose: command.do,
    reply: () => null,
  });
}
