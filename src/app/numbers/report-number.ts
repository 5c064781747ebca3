import { objectToCommand } from '../../access/command.ts';
import type { Measure } from '../../domain/flags/measure.ts';
import { SPARED } from '../../domain/flags/measure.ts';
import type { LineFunction, ReasonCode } from '../../domain/flags/words.ts';
import { REASON_CODES, REMEDIES_BY_IMPOSER } from '../../domain/flags/words.ts';
import { currentLine, emptyState } from '../../domain/journal/state.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import type { Instant } from '../../domain/time.ts';
import type { Asker } from '../asker.ts';
import type { CaseView } from '../cases/case-view.ts';
import { openCase } from '../cases/open-case.ts';
import type { AppContext } from '../context.ts';
import { command, notFound } from '../on-number.ts';
import { readDigits } from './resolve-number.ts';

export type ReportedFlag = {
  readonly code: ReasonCode;
  readonly functions: readonly LineFunction[];
  readonly since: Instant;
  /** Who is said to be responsible, as far as anybody said. */
  readonly body: string;
};

export type NumberReport = {
  /** As typed. */
  readonly mobileNumber: string;
  readonly carrierId: string;
  /** ISO 3166-2, or `CN` where the person does not know whose company it is. */
  readonly province: string;
  /** True when the person is the registered holder, not only the user. */
  readonly holder: boolean;
  /** Since when the number is theirs: earlier marks are the former holder's. */
  readonly openedAt: Instant;
  readonly flags: readonly ReportedFlag[];
  readonly statement: string;
};

/**
 * A number as its person tells of it: a line of their own that nobody else sees, the marks they know of, and a case they
 * keep themselves.
 */
export async function reportNumber(ctx: AppContext, asker: Asker, report: NumberReport): Promise<CaseView> {
  const { actor } = asker;
  const now = ctx.clock.now();
  if (report.flags.length === 0) throw new RefusalError(refusal('report.no_flags', {}, '/flags'));
  const line = {
    do: 'open_line',
    origin: 'reported',
    kind: 'personal',
    carrierId: report.carrierId,
    province: report.province,
    holderId: report.holder ? actor.personId : null,
    userId: actor.personId,
    openedAt: report.openedAt,
  } as const;
  const refused = objectToCommand(emptyState('0'), line, actor, now);
  if (refused) throw new RefusalError(refused);
  if (report.openedAt > now) throw new RefusalError(refusal('report.in_future', {}, '/opened_at'));
  const early = report.flags.findIndex(({ since }) => since > now);
  if (early >= 0) throw new RefusalError(refusal('flag.in_future', {}, `/flags/${early}/since`));
  const digits = readDigits(report.mobileNumber);
  const numberId = await ctx.numbers.findOrCreate(digits, now, actor.personId ?? '');
  const keyless = { ...asker, key: undefined };
  const { state, replay } = await ctx.journal.load(numberId, asker.key && { actor: actor.id, key: asker.key.key });
  const opening = (flagIds: readonly string[]) =>
    openCase(ctx, asker, { numberId, flagIds, remedy, statement: report.statement });
  const imposer = REASON_CODES[report.flags[0]?.code ?? 'Z0'].imposedBy;
  const remedy = REMEDIES_BY_IMPOSER[imposer][0] ?? 'appeal';
  // Sent twice, the first sending's answer comes back and nothing is reported again.
  if (replay) return opening([]);
  if (!currentLine(state)) await command(ctx, keyless, { numberId, command: line, purpose: line.do }, () => null);
  const flagIds: string[] = [];
  for (const flag of report.flags) flagIds.push(await reportFlag(ctx, keyless, numberId, flag));
  return opening(flagIds);
}

async function reportFlag(ctx: AppContext, asker: Asker, numberId: string, flag: ReportedFlag): Promise<string> {
  const { code, functions, since, body } = flag;
  // What a stop spares nobody asked the person; emergency calls that fail are recorded as a contact of their own.
  const measures: Measure[] = functions.map((one) => ({ function: one, from: since, until: null, spares: SPARED }));
  const reporting = { do: 'report_flag', code, measures, since, body } as const;
  return command(ctx, asker, { numberId, command: reporting, purpose: reporting.do }, ({ entries }) => {
    const placed = entries.find((entry) => entry.kind === 'flag.placed');
    if (!placed) throw notFound();
    return placed.data.flagId;
  });
}
