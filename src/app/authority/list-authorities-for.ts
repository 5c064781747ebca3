import type { Authority } from '../../domain/cases/authority.ts';
import { authoritiesFor, needsPriorComplaint } from '../../domain/cases/authority.ts';
import type { Case } from '../../domain/cases/case.ts';
import { objectToBody } from '../../domain/cases/escalate.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { NumberState } from '../../domain/journal/state.ts';
import { findLine } from '../../domain/journal/state.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { KnownAuthority } from '../../store/authorities.ts';
import { listAuthorities } from '../../store/authorities.ts';
import type { Asker } from '../asker.ts';
import type { AppContext } from '../context.ts';
import { notFound, numberHolding, readVisible } from '../on-number.ts';

export type { KnownAuthority };

/** A body that a case may go to, and why it cannot be handed over at this moment, if so. */
export type AuthorityChoice = {
  readonly authority: KnownAuthority;
  readonly needsPriorComplaint: boolean;
  readonly refused: Refusal | null;
};

export type AuthoritiesForCase = {
  /** ISO 3166-2 of the carrier company complained of: it decides which body is competent. */
  readonly province: string;
  readonly choices: readonly AuthorityChoice[];
  /** The running limit for complaints, once it runs. */
  readonly limit: Clock | null;
};

/** The connected bodies that are competent for a case, with what stands in the way of each. */
export async function listAuthoritiesFor(ctx: AppContext, asker: Asker, caseId: string): Promise<AuthoritiesForCase> {
  const state = await readVisible(ctx, asker, numberHolding('case', caseId));
  const caseFile = state.cases[caseId];
  if (!caseFile) throw notFound();
  const province = provinceOf(state, caseFile);
  const choices = authoritiesFor(province, await listAuthorities(ctx.pool)).map((authority) => ({
    authority,
    needsPriorComplaint: needsPriorComplaint(authority.kind, province),
    refused: objectToBody(state, caseFile, authority),
  }));
  return { province, choices, limit: limitOf(state, caseId) };
}

/** The competent body of that id; null when it is unknown or another province's. What it is beyond its names is all that an entry keeps. */
export async function findCompetent(
  ctx: AppContext,
  state: NumberState,
  caseFile: Case,
  authorityId: string,
): Promise<Authority | null> {
  const competent = authoritiesFor(provinceOf(state, caseFile), await listAuthorities(ctx.pool));
  const found = competent.find((one) => one.authorityId === authorityId);
  return found ? { authorityId, kind: found.kind, province: found.province } : null;
}

/** Every connected body, for names. */
export function listBodies(ctx: AppContext): Promise<KnownAuthority[]> {
  return listAuthorities(ctx.pool);
}

/** A connected body by its id, for its name. */
export async function findAuthority(ctx: AppContext, authorityId: string | null): Promise<KnownAuthority | null> {
  if (authorityId === null) return null;
  return (await listAuthorities(ctx.pool)).find((one) => one.authorityId === authorityId) ?? null;
}

function provinceOf(state: NumberState, { line }: Case): string {
  return findLine(state, line)?.province ?? '';
}

function limitOf(state: NumberState, caseId: string): Clock | null {
  const limits = Object.values(state.clocks).filter(
    ({ ruleId, status, subject }) =>
      ruleId.startsWith('user.appealLimit.') && status === 'running' && subject.id === caseId,
  );
  return limits.at(-1) ?? null;
}
