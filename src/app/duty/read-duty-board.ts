import { dutyScope, isRefusal } from '../../access/lists.ts';
import { dateOfDay, dayNumber, endOfDay, shanghaiDate } from '../../domain/clocks/plain-date.ts';
import type { DutyBoard, WaitCell } from '../../domain/duty/board.ts';
import { dutyBoard } from '../../domain/duty/board.ts';
import type { Duty } from '../../domain/duty/duty.ts';
import { DUTIES, dutyClass } from '../../domain/duty/duty.ts';
import type { Cause } from '../../domain/flags/words.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { PlainDate } from '../../domain/time.ts';
import type { Carrier } from '../../store/carriers.ts';
import { listCarriers } from '../../store/carriers.ts';
import type { WaitCount } from '../../store/duty.ts';
import { readDuties } from '../../store/duty.ts';
import type { Asker } from '../asker.ts';
import { findAuthority } from '../authority/list-authorities-for.ts';
import type { AppContext } from '../context.ts';

/** Days of a period by the due day, both inclusive; what is left out does not narrow. */
export type DutyInput = {
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  /** ISO 3166-2 code of the company that runs the lines. A body of one province is bound to its own. */
  readonly province?: string | undefined;
  readonly carrierId?: string | undefined;
  readonly cause?: Cause | undefined;
  readonly duty?: Duty | undefined;
};

export type DutyCarrier = Pick<Carrier, 'carrierId' | 'nameZh' | 'nameEn' | 'province'>;

export type DutyBoardView = {
  readonly board: DutyBoard;
  /** The period looked at; no end means: also what is not due yet. */
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** Every carrier the asker may see, whatever the filters. */
  readonly carriers: readonly DutyCarrier[];
  /** The one that the asker is bound to, whatever the filters; null for none. */
  readonly province: string | null;
};

/**
 * How the carriers that the asker may see keep the periods that the law sets them. Only lines that carriers placed
 * themselves count: what somebody reported about a carrier is seen by nobody else. Throws where nothing may be seen.
 */
export async function readDutyBoard(ctx: AppContext, asker: Asker, input: DutyInput): Promise<DutyBoardView> {
  const now = ctx.clock.now();
  const { carriers, province } = await seenBy(ctx, asker.actor);
  const from = input.from ?? yearBefore(shanghaiDate(now));
  const to = input.to ?? null;
  const ids = carriers.map(({ carrierId }) => carrierId);
  const { counts, waits } = await readDuties(ctx.pool, {
    carrierIds: input.carrierId === undefined ? ids : ids.filter((id) => id === input.carrierId),
    ruleIds: input.duty ? [input.duty] : DUTIES,
    cause: input.cause,
    province: province ?? input.province,
    from: endOfDay(dateOfDay(dayNumber(from) - 1)),
    until: to === null ? null : endOfDay(to),
    now,
  });
  const cells = counts.map(({ ruleId, ...count }) => ({ ...count, duty: ruleId as Duty, which: dutyClass(count) }));
  const board = dutyBoard(cells, {
    carriers: waits.flatMap((one) => waitCell(one.carrierId, one)),
    causes: waits.flatMap((one) => waitCell(one.cause, one)),
  });
  return { board, from, to, carriers, province };
}

/** A wait that ended with an answer, or still goes on; what ended otherwise tells nothing of waiting. */
function waitCell(key: string, wait: WaitCount): WaitCell[] {
  const which = dutyClass(wait);
  if (which === 'ended_otherwise') return [];
  const { ruleId, tenths, count } = wait;
  const answered = which === 'on_time' || which === 'late' ? count : 0;
  return [{ key, duty: ruleId as Duty, tenths, answered, open: count - answered }];
}

/** The first day of the month a year ago: twelve whole months and the one that runs. */
function yearBefore(today: PlainDate): PlainDate {
  return `${String(Number(today.slice(0, 4)) - 1).padStart(4, '0')}${today.slice(4, 8)}01`;
}

/** A body is for the lines that companies of its province run; one without a province is for all. */
async function seenBy(ctx: AppContext, actor: Actor): Promise<Pick<DutyBoardView, 'carriers' | 'province'>> {
  const scope = dutyScope(actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  const all = await listCarriers(ctx.pool);
  if ('carrierId' in scope)
    return { carriers: all.filter(({ carrierId }) => carrierId === scope.carrierId), province: null };
  if ('all' in scope) return { carriers: all, province: null };
  const body = await findAuthority(ctx, scope.authorityId);
  return body ? { carriers: all, province: body.province } : { carriers: [], province: null };
}
