import { currentLine } from '../../domain/journal/state.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { isHeld } from '../../domain/retention/hold.ts';
import { hasEvidenceElsewhere } from '../../store/evidence.ts';
import { forgetLineKey } from '../../store/line-keys.ts';
import { forgetDigits } from '../../store/numbers.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command, notFound, numberHolding, readVisible } from '../on-number.ts';

/**
 * Deletes what a person told of a number: the line ends, its words become unreadable for good, the digits and files are
 * gone. The journal's chain stands, and tells no more than that there was something. Done again it goes on where it was
 * cut off. Refused for a line that a carrier placed.
 */
export async function forgetReport(ctx: AppContext, asker: Asker, caseId: string): Promise<void> {
  const numberId = numberHolding('case', caseId);
  const state = await readVisible(ctx, asker, numberId);
  const line = state.lines.find((one) => one.line === state.cases[caseId]?.line);
  if (!line) throw notFound();
  if (isHeld(state)) throw new RefusalError(refusal('hold.stands'));
  if (line.origin !== 'reported') throw new RefusalError(refusal('report.placed_by_carrier'));
  if (currentLine(state)?.line === line.line) {
    const closing = { do: 'close_line', closedAt: ctx.clock.now() } as const;
    await command(ctx, asker, { numberId, command: closing, purpose: 'forget_report' }, () => null);
  }
  const files = Object.values(state.cases).flatMap((one) => one.evidence.map((item) => item.sha256));
  for (const sha256 of new Set(files)) {
    if (!(await hasEvidenceElsewhere(ctx.pool, sha256, numberId))) await ctx.files.remove(sha256);
  }
  await forgetLineKey(ctx.pool, numberId, line.line);
  await forgetDigits(ctx.pool, numberId, ctx.random(32));
}
