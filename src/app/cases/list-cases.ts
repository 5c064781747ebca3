import type { CaseStatus } from '../../domain/cases/case.ts';
import type { CaseFilter, CaseItem } from '../../store/desk.ts';
import { listCases as listCasesOfCarrier } from '../../store/desk.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import { assigneesOf } from '../assignment/whose.ts';
import type { AppContext } from '../context.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest, requireDesk } from '../pages.ts';

export type CaseListInput = PageInput & {
  readonly statuses?: readonly CaseStatus[] | undefined;
  readonly reviewerId?: string | undefined;
  /** Whose: `mine`, `nobody`, `away`, or a colleague's id. */
  readonly assignee?: string | undefined;
  /** `due`: the least lawful time left first; `opened`: newest first. */
  readonly sort?: 'due' | 'opened' | undefined;
};

export type { CaseItem, Page };

/** The queue of the asker's desk. Drafts are the person's own and do not show. */
export async function listCases(ctx: AppContext, asker: Asker, input: CaseListInput): Promise<Page<CaseItem>> {
  const { sort = 'due' } = input;
  return listCasesOfCarrier(ctx.pool, { ...(await caseFilter(ctx, asker, input)), sort, ...pageRequest(input) });
}

/** The same filter for a count. */
export async function caseFilter(
  ctx: AppContext,
  asker: Asker,
  { statuses = FILED, reviewerId, assignee }: Pick<CaseListInput, 'statuses' | 'reviewerId' | 'assignee'>,
): Promise<CaseFilter> {
  const assignees = await assigneesOf(ctx, asker, assignee);
  return { carrierId: requireDesk(asker.actor), statuses, reviewerId, assignees };
}

const FILED: readonly CaseStatus[] = [
  'submitted',
  'in_review',
  'needs_material',
  'granted',
  'partly',
  'refused',
  'overdue',
  'lifting',
  'restored',
  'reopened',
  'escalated',
  'accepted',
  'mediating',
];
