import { authorityScope, isRefusal } from '../../access/lists.ts';
import type { CaseStatus } from '../../domain/cases/case.ts';
import { WITH_AUTHORITY } from '../../domain/cases/case-transitions.ts';
import type { Actor } from '../../domain/journal/actor.ts';
import { RefusalError } from '../../domain/refusal.ts';
import type { AuthorityCaseItem } from '../../store/authority-cases.ts';
import { listAuthorityCases as listCasesOfBody } from '../../store/authority-cases.ts';
import type { Page } from '../../store/pages.ts';
import type { Asker } from '../asker.ts';
import { assigneesOf } from '../assignment/whose.ts';
import type { AppContext } from '../context.ts';
import type { PageInput } from '../pages.ts';
import { pageRequest } from '../pages.ts';

export type { AuthorityCaseItem };

/** What a body has now, and what went on with cases that nobody took away from it. */
export const AUTHORITY_STATUSES: readonly CaseStatus[] = [
  ...WITH_AUTHORITY,
  'lifting',
  'restored',
  'closed',
  'partly',
  'refused',
  'overdue',
  'reopened',
  'withdrawn',
];

export type AuthorityCaseListInput = PageInput & {
  readonly statuses?: readonly CaseStatus[] | undefined;
  /** Whose: `mine`, `nobody`, `away`, or an officer's id. */
  readonly assignee?: string | undefined;
};

/** The queue of the asker's body by lawful time left. */
export async function listAuthorityCases(
  ctx: AppContext,
  asker: Asker,
  input: AuthorityCaseListInput,
): Promise<Page<AuthorityCaseItem>> {
  const { statuses = WITH_AUTHORITY, assignee } = input;
  return listCasesOfBody(ctx.pool, {
    authorityId: requireAuthority(asker.actor),
    statuses,
    assignees: await assigneesOf(ctx, asker, assignee),
    ...pageRequest(input),
  });
}

/** The body whose files the actor may read; throws when there is none. */
export function requireAuthority(actor: Actor): string {
  const scope = authorityScope(actor);
  if (isRefusal(scope)) throw new RefusalError(scope);
  return scope.authorityId;
}
