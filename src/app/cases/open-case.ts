import type { Remedy } from '../../domain/flags/words.ts';
import { newSpokenReference } from '../../platform/ids.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { command, notFound, numberHolding } from '../on-number.ts';
import type { CaseView } from './case-view.ts';
import { viewCase } from './case-view.ts';

export type OpenCaseInput = {
  /** Where the flags cannot say it. */
  readonly numberId?: string;
  /** Flags of one line. */
  readonly flagIds: readonly string[];
  readonly remedy: Remedy;
  /** The person's own words; may be empty. */
  readonly statement: string;
};

/** Opens a draft on flags of one number and gives it a reference that can be read over the phone. */
export async function openCase(ctx: AppContext, asker: Asker, input: OpenCaseInput): Promise<CaseView> {
  const { numberId = numberHolding('flag', input.flagIds[0] ?? ''), ...opened } = input;
  const reference = newSpokenReference(ctx.random);
  const opening = { do: 'open_case', ...opened, reference } as const;
  return command(ctx, asker, { numberId, command: opening, purpose: 'open_case' }, ({ state, entries, now }) => {
    const caseId = entries.find((entry) => entry.kind === 'case.opened')?.data.caseId;
    const caseFile = caseId === undefined ? undefined : state.cases[caseId];
    if (!caseFile) throw notFound();
    return viewCase(state, caseFile, asker.actor, now);
  });
}
