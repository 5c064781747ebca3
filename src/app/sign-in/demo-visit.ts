import { createHash } from 'node:crypto';
import { visibleState } from '../../access/relation.ts';
import type { CaseStatus } from '../../domain/cases/case.ts';
import { isOpenCase } from '../../domain/cases/case-transitions.ts';
import type { LineFunction } from '../../domain/flags/words.ts';
import type { Actor, Role } from '../../domain/journal/actor.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { isStorable } from '../../domain/storable-text.ts';
import type { KnownActor } from '../../store/actors.ts';
import { findActor, listActors } from '../../store/actors.ts';
import { listLinesOf } from '../../store/mine.ts';
import { revokeToken } from '../../store/tokens.ts';
import { forgetToken } from '../actors/find-actor.ts';
import type { KnownAuthority } from '../authority/list-authorities-for.ts';
import { findAuthority } from '../authority/list-authorities-for.ts';
import type { AppContext } from '../context.ts';
import { viewStanding } from '../numbers/standing-view.ts';
import { beginVisit } from './visit.ts';

/** Somebody of the demo city, with what there is to see as them now. */
export type DemoPerson = {
  readonly actorId: string;
  readonly name: string;
  readonly role: Role;
  /** What is off on their number, when anything is. */
  readonly off: readonly LineFunction[];
  /** The body that an officer belongs to. */
  readonly authority: KnownAuthority | null;
  /** Where their newest open case stands. */
  readonly caseStatus: CaseStatus | null;
};

/** Systems do not come in at this door: they speak over the API. */
const ROLES: readonly Role[] = [
  'subscriber',
  'agent',
  'reviewer',
  'auditor',
  'policy_owner',
  'officer',
  'admin',
  'representative',
];

/** The people and staff one can be in the demo; refused where there is no demo. */
export async function listDemoPeople(ctx: AppContext): Promise<DemoPerson[]> {
  demandDemo(ctx);
  const actors = (await listActors(ctx.pool)).filter((one) => ROLES.includes(one.role));
  return Promise.all(actors.map((actor) => describe(ctx, actor)));
}

/** Begins a visit as somebody of the demo city and returns the token of their browser, which is kept nowhere else. */
export async function startDemoVisit(
  ctx: AppContext,
  actorId: string,
  device: string | null = null,
): Promise<{ readonly token: string; readonly actor: Actor }> {
  demandDemo(ctx);
  const actor = isStorable(actorId) ? await findActor(ctx.pool, actorId) : null;
  if (!actor?.active || !ROLES.includes(actor.role))
    throw new RefusalError(refusal('access.not_found', {}, '/actor_id'));
  return beginVisit(ctx, actor, 'demo', device);
}

/** Ends a visit: the token is worth nothing from now on. */
export async function endVisit(ctx: AppContext, token: string): Promise<void> {
  await revokeToken(ctx.pool, createHash('sha256').update(token).digest(), ctx.clock.now());
  forgetToken(ctx, token);
}

function demandDemo(ctx: AppContext): void {
  if (!ctx.config.demo) throw new RefusalError(refusal('access.denied'));
}

async function describe(ctx: AppContext, actor: KnownActor): Promise<DemoPerson> {
  const { id, displayName, role, personId } = actor;
  const lines = personId === null ? [] : await listLinesOf(ctx.pool, personId);
  const states = await Promise.all(
    lines.map(async ({ numberId }) => visibleState((await ctx.journal.load(numberId)).state, actor)),
  );
  const standings = states.flatMap((state) => viewStanding(state, actor, ctx.clock.now()) ?? []);
  const off = standings.flatMap((one) => one.functions.filter((each) => !each.on).map((each) => each.function));
  const cases = states.flatMap((state) => Object.values(state.cases)).filter((one) => isOpenCase(one.status));
  const authority = await findAuthority(ctx, actor.authorityId);
  return { actorId: id, name: displayName, role, off, authority, caseStatus: cases.at(-1)?.status ?? null };
}
