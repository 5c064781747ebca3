import { authoritiesFor } from '../../domain/cases/authority.ts';
import type { RuleName } from '../../domain/learning/board.ts';
import { newId } from '../../platform/ids.ts';
import type { Connection } from '../../platform/pool.ts';
import { listAuthorities } from '../../store/authorities.ts';
import { findCarrier } from '../../store/carriers.ts';
import type { ClassCount, FlagClass, MemberStatus } from '../../store/classes.ts';
import { beginClass, countClassFlags, gatherFlags, setClassStatus } from '../../store/classes.ts';
import type { PauseFigures } from '../../store/learning.ts';
import type { ReportFigures, RuleReport } from '../../store/rule-reports.ts';
import { addReports } from '../../store/rule-reports.ts';
import type { AppContext } from '../context.ts';

type Opening = Pick<FlagClass, 'because' | 'openedBy' | 'why' | 'from' | 'until' | 'pauseId'> & {
  readonly figures: PauseFigures;
};

/** Opens a class with every flag of the rule that stands, and tells the bodies of their provinces. Null when one is open already. */
export async function openClassIn(
  ctx: AppContext,
  connection: Connection,
  { carrierId, policyId, version, ruleId }: RuleName & { readonly carrierId: string },
  { figures, ...opening }: Opening,
): Promise<FlagClass | null> {
  const openedAt = ctx.clock.now();
  const one: FlagClass = {
    ...opening,
    classId: newId('class', openedAt, ctx.random),
    carrierId,
    policyId,
    version,
    ruleId,
    openedAt,
    status: 'open',
    endedAt: null,
  };
  if (!(await beginClass(connection, one))) return null;
  const gathered = await gatherFlags(connection, one);
  if (gathered === 0) await setClassStatus(connection, one.classId, 'decided', openedAt);
  await tellBodies(ctx, connection, one, 'opened', figures);
  return one;
}

/** Tells the connected body of each province where flags of the class are: the rule, figures and counts. */
export async function tellBodies(
  ctx: AppContext,
  connection: Connection,
  one: FlagClass,
  kind: RuleReport['kind'],
  { decided, overturned, tolerated }: Pick<PauseFigures, 'decided' | 'overturned' | 'tolerated'>,
): Promise<void> {
  const sentAt = ctx.clock.now();
  const counts = await countClassFlags(connection, one.classId);
  const all = await listAuthorities(connection);
  const { carrierId, classId, policyId, version, ruleId } = one;
  const reports = (await provincesOf(connection, one, counts)).flatMap((province) =>
    authoritiesFor(province, all)
      .filter((body) => body.kind === 'telecom_regulator')
      .map(({ authorityId }): RuleReport => {
        const here = (status?: MemberStatus) => sumOf(counts, province, status);
        const ended = kind !== 'opened';
        const figures: ReportFigures = {
          decided,
          overturned,
          tolerated,
          inProvince: here(),
          inAll: sumOf(counts),
          lifted: ended ? here('decided') : null,
          takenOut: ended ? here('taken_out') : null,
          over: ended ? here('over') : null,
        };
        const reportId = newId('report', sentAt, ctx.random);
        const rule = { carrierId, classId, policyId, version, ruleId };
        return { ...rule, reportId, authorityId, province, kind, figures, sentAt, readAt: null };
      }),
  );
  await addReports(connection, reports);
}

/** Without a flag anywhere, the company's own province hears of its rule. */
async function provincesOf(connection: Connection, { carrierId }: FlagClass, counts: readonly ClassCount[]) {
  const some = [...new Set(counts.map(({ province }) => province))];
  if (some.length > 0) return some;
  const carrier = await findCarrier(connection, carrierId);
  return carrier ? [carrier.province] : [];
}

function sumOf(counts: readonly ClassCount[], province?: string, status?: MemberStatus): number {
  return counts
    .filter((one) => (province === undefined || one.province === province) && (!status || one.status === status))
    .reduce((sum, { count }) => sum + count, 0);
}
