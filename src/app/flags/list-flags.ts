import type { FlagStatus } from '../../domain/flags/flag.ts';
import type { Cause } from '../../domain/flags/words.ts';
import type { FlagItem } from '../../store/desk.ts';
import { listFlags as listFlagsOfCarrier } from '../../store/desk.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';

export type FlagListInput = PageInput & {
  readonly status?: FlagStatus | undefined;
  readonly cause?: Cause | undefined;
  readonly ruleId?: string | undefined;
};

export type { FlagItem };

/** The flags of the asker's carrier, newest first. */
export function listFlags(ctx: AppContext, asker: Asker, input: FlagListInput): Promise<Page<FlagItem>> {
  const { status, cause, ruleId } = input;
  return listFlagsOfCarrier(ctx.pool, {
    carrierId: requireDesk(asker.actor),
    status,
    cause,
    ruleId,
    ...pageRequest(input),
  });
}
