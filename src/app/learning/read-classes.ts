import type { ClassAct } from '../../access/learning.ts';
import { actsOnClass } from '../../access/learning.ts';
import { objectToClassLift } from '../../domain/learning/commands.ts';
import type {
  ClassCount,
  ClassDecision,
  ClassFlag,
  ClassService,
  FlagClass,
  MemberStatus,
} from '../../store/classes.ts';
import {
  countClassFlags,
  countClassService,
  findClass,
  listClassDecisions,
  listClasses as listClassesOf,
  listClassFlags as listFlagsOf,
} from '../../store/classes.ts';
import type { Page } from '../../store/pages.ts';
import type { RuleReport } from '../../store/rule-reports.ts';
import { listReportsOfClass } from '../../store/rule-reports.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { maskedNumbers } from '../desk/masked.ts';
import { notFound } from '../on-number.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';

export type { ClassFlag, FlagClass, MemberStatus };
export type ClassCounts = Readonly<Record<MemberStatus, number>>;
export type ProvinceCounts = ClassCounts & { readonly province: string };

export type ClassView = FlagClass & {
  readonly counts: ClassCounts;
  readonly provinces: readonly ProvinceCounts[];
  /** Of the flags that were decided. */
  readonly service: ClassService;
  readonly decisions: readonly ClassDecision[];
  readonly reports: readonly RuleReport[];
  /** Provinces with flags where no connected body was told. */
  readonly untold: readonly string[];
  readonly acts: readonly ClassAct[];
};

/** The classes of the asker's carrier, newest first. */
export function listClasses(ctx: AppContext, asker: Asker, input: PageInput): Promise<Page<FlagClass>> {
  return listClassesOf(ctx.pool, requireDesk(asker.actor), pageRequest(input));
}

/** One class with how far it is, who decided what on it, and which bodies were told. */
export async function getClass(ctx: AppContext, asker: Asker, classId: string): Promise<ClassView> {
  const one = await requireClass(ctx, asker, classId);
  const [counts, service, decisions, reports] = await Promise.all([
    countClassFlags(ctx.pool, classId),
    countClassService(ctx.pool, classId),
    listClassDecisions(ctx.pool, classId),
    listReportsOfClass(ctx.pool, classId),
  ]);
  const provinces = [...new Set(counts.map(({ province }) => province))].map((province) => ({
    province,
    ...countsOf(counts.filter((count) => count.province === province)),
  }));
  return {
    ...one,
    counts: countsOf(counts),
    provinces,
    service,
    decisions,
    reports,
    untold: provinces.map(({ province }) => province).filter((of) => !reports.some(({ province }) => province === of)),
    acts: actsOnClass(asker.actor, one),
  };
}

export type MaskedFlag = ClassFlag & {
  readonly maskedNumber: string;
  /** Why the asker's decision would pass it over; null where it would not, or where the asker decides nothing. */
  readonly objection: string | null;
};

/** The flags of a class with masked numbers, and how each stands now. */
export async function listClassFlags(
  ctx: AppContext,
  asker: Asker,
  classId: string,
  input: PageInput & { readonly status?: MemberStatus | 'standing' | undefined },
): Promise<Page<MaskedFlag>> {
  const one = await requireClass(ctx, asker, classId);
  // Decided, and in effect again all the same.
  const which =
    input.status === 'standing' ? ({ status: 'decided', flagStatus: 'active' } as const) : { status: input.status };
  const { items, next } = await listFlagsOf(ctx.pool, classId, { ...which, ...pageRequest(input) });
  const numbers = await maskedNumbers(
    ctx,
    items.map(({ numberId }) => numberId),
  );
  const masked = items.map(async (item) => ({
    ...item,
    maskedNumber: numbers.get(item.numberId) ?? '',
    objection: await objectionTo(ctx, asker, one, item),
  }));
  return { items: await Promise.all(masked), next };
}

/** The very guard that the decision will meet. */
async function objectionTo(ctx: AppContext, { actor }: Asker, one: FlagClass, item: ClassFlag): Promise<string | null> {
  if (actor.role !== 'reviewer' || item.status !== 'waiting') return null;
  const { state } = await ctx.journal.load(item.numberId);
  return objectToClassLift(state, state.flags[item.flagId], one, actor.id)?.code ?? null;
}

async function requireClass(ctx: AppContext, asker: Asker, classId: string): Promise<FlagClass> {
  const carrierId = requireDesk(asker.actor);
  const one = await findClass(ctx.pool, classId);
  if (one?.carrierId !== carrierId) throw notFound();
  return one;
}

function countsOf(counts: readonly ClassCount[]): ClassCounts {
  const sum = (status: MemberStatus) =>
    counts.filter((one) => one.status === status).reduce((total, { count }) => total + count, 0);
  return { waiting: sum('waiting'), taken_out: sum('taken_out'), decided: sum('decided'), over: sum('over') };
}
