import { raisersOf } from '../../domain/flags/flag.ts';
import { REASON_CODES } from '../../domain/flags/words.ts';
import { findLine } from '../../domain/journal/state.ts';
import type { LineProof } from '../../store/line-proofs.ts';
import { listLineProofs } from '../../store/line-proofs.ts';
import type { Asker } from '../asker.ts';
import type { KnownAuthority } from '../authority/list-authorities-for.ts';
import { findAuthority } from '../authority/list-authorities-for.ts';
import type { ReasonTemplate } from '../bulk/reason-templates.ts';
import { listReasonTemplates } from '../bulk/reason-templates.ts';
import type { AppContext } from '../context.ts';
import type { MyCase } from '../mine/my-case.ts';
import { getMyCase } from '../mine/my-case.ts';
import { numberHolding, readState } from '../on-number.ts';
import { requireDesk } from '../pages.ts';
import { maskedName, maskedNumbers } from './masked.ts';

/** A case with what the desk must know besides: whose it is, masked, and whether this reviewer stands in the way. */
export type DeskCase = MyCase & {
  readonly mobile: string;
  readonly holder: string | null;
  readonly user: string | null;
  /** The newest proof that the registered holder is who they say. */
  readonly holderProof: LineProof | null;
  /** The body that the case was handed to and has it now. */
  readonly authority: KnownAuthority | null;
  /** Why this reviewer may not decide, although the case is at that point. */
  readonly barred: 'raiser' | 'decider' | null;
  /** Templates of reasons for flags such as these, where this reader decides. */
  readonly templates: readonly ReasonTemplate[];
};

/** Refused for whoever has no desk; other carriers' cases are not found. */
export async function getDeskCase(ctx: AppContext, asker: Asker, caseId: string): Promise<DeskCase> {
  requireDesk(asker.actor);
  const found = await getMyCase(ctx, asker, caseId);
  const { numberId, caseFile, flags } = found.view;
  const state = await readState(ctx, numberHolding('case', caseId));
  const line = findLine(state, caseFile.line);
  const [numbers, holder, user, authority, proofs] = await Promise.all([
    maskedNumbers(ctx, [numberId]),
    maskedName(ctx, line?.holderId ?? null),
    line?.userId === line?.holderId ? null : maskedName(ctx, line?.userId ?? null),
    findAuthority(ctx, caseFile.escalation?.authority?.authorityId ?? null),
    listLineProofs(ctx.pool, numberId, caseFile.line),
  ]);
  const ofHolder = proofs.filter((one) => one.proves === 'holder' && one.personId === line?.holderId);
  const holderProof = ofHolder.find((one) => one.status === 'passed') ?? ofHolder[0] ?? null;
  const raised = flags.some(({ flag }) => raisersOf(flag).includes(asker.actor.id));
  const decided = caseFile.decisions.some((one) => one.decidedBy.id === asker.actor.id);
  const causes = flags.map(({ flag }) => REASON_CODES[flag.reasons.code].cause);
  const templates = found.view.acts.includes('decide') ? await listReasonTemplates(ctx, asker) : [];
  const barred = asker.actor.role === 'reviewer' ? (raised ? 'raiser' : decided ? 'decider' : null) : null;
  return {
    ...found,
    mobile: numbers.get(numberId) ?? '',
    holder,
    user,
    authority,
    barred,
    holderProof,
    templates: templates.filter(({ cause }) => cause === null || causes.includes(cause)),
  };
}
