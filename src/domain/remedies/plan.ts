import type { Cause, ReasonCode } from '../flags/words.ts';
import type { Knowledge, Law, Material, Route, Situation, Step, Warning } from '../knowledge/knowledge.ts';

/** A cause that triage left open, as a reason code; the plan follows the first and keeps the others as alternatives. */
export type PlanInput = {
  readonly causes: readonly Cause[];
  /** Reads `惩戒` in the text as the list rather than a single order. */
  readonly punished?: boolean;
  readonly danger?: 'sim_swap' | null;
  /** The message was a scam: first leave it, then ask whether anything is wrong with the number at all. */
  readonly scam?: boolean;
  /** True while the number is off or about to be: then today has to be lived without it. */
  readonly off: boolean;
  readonly situations: readonly string[];
  /** Where the reason is known already, as a code. */
  readonly code?: ReasonCode;
};

export type PaperNeeded = { readonly material: Material; readonly replaces: string | null };

/** What to do, in order, with the reason for each step. Everything in it comes out of the knowledge tables. */
export type Plan = {
  readonly code: ReasonCode;
  readonly route: Route;
  readonly urgent: readonly Step[];
  readonly today: readonly Step[];
  readonly situations: readonly Situation[];
  readonly steps: readonly Step[];
  readonly papers: readonly PaperNeeded[];
  readonly words: readonly Law[];
  readonly next: readonly Step[];
  readonly alternatives: readonly Route[];
  readonly warnings: readonly Warning[];
  /** Whoever lent or borrowed the card is not helped to claim a mistake, but shown the honest way. */
  readonly honestWay: boolean;
};

const CODE_OF: Record<Cause, ReasonCode> = {
  arrears: 'A1',
  credit: 'B1',
  violation: 'C1',
  suspicion: 'D1',
  silent: 'D2',
  ordered: 'E1',
  identity: 'F1',
  label: 'G1',
  unknown: 'Z0',
};
const TODAY = ['stay_reachable', 'codes_elsewhere', 'emergency_works'];
const MOST_ALTERNATIVES = 2;

/** A personal plan: who decides comes first, then the fastest door, then what to do when that fails. */
export function makePlan(knowledge: Knowledge, input: PlanInput): Plan {
  const codes = codesOf(input);
  const code = codes[0] ?? 'Z0';
  const route = need(knowledge.routes, code);
  const situations = input.situations.flatMap((id) => knowledge.situations.get(id) ?? []);
  const honestWay = situations.some(({ situationId }) => situationId === 'lent' || situationId === 'borrowed');
  const steps = input.scam
    ? ['check_balance', 'ask_reason']
    : unique([
        ...situations.flatMap((one) => one.first ?? []),
        ...route.steps.filter((id) => !(honestWay && CLAIMS.has(id))),
      ]);
  return {
    code,
    route,
    urgent: urgentOf(input).map((id) => need(knowledge.steps, id)),
    today: input.off ? TODAY.map((id) => need(knowledge.steps, id)) : [],
    situations,
    steps: orderedSteps(steps, situations).map((id) => need(knowledge.steps, id)),
    papers: papersFor(knowledge, route, situations),
    words: route.words.map((id) => need(knowledge.laws, id)),
    next: (honestWay ? ['appeal_police'] : route.refused).map((id) => need(knowledge.steps, id)),
    alternatives: codes.slice(1, 1 + MOST_ALTERNATIVES).map((other) => need(knowledge.routes, other)),
    warnings: unique(route.warnings).map((id) => need(knowledge.warnings, id)),
    honestWay,
  };
}

function urgentOf({ danger, scam }: PlanInput): string[] {
  return [
    ...(danger === 'sim_swap' ? ['freeze_bank'] : []),
    ...(scam ? ['scam_leave', 'scam_done', 'scam_report'] : []),
  ];
}

/** Steps that say the mark is a mistake. */
const CLAIMS = new Set(['demand_reasons', 'complain_carrier', 'ask_refund']);

function codesOf({ causes, punished, code }: PlanInput): ReasonCode[] {
  if (code) return [code];
  const codes = causes.map((cause) => (cause === 'ordered' && punished ? 'E2' : CODE_OF[cause]));
  return codes.length > 0 ? codes : ['Z0'];
}

/** A company's clerk and a lost card come before everything; urgency only moves the fastest door up. */
function orderedSteps(steps: readonly string[], situations: readonly Situation[]): string[] {
  const needsShop = situations.some(({ situationId }) => ['foreigner', 'company', 'deceased'].includes(situationId));
  return needsShop ? steps.filter((id) => id !== 'verify_online') : [...steps];
}

function papersFor(knowledge: Knowledge, route: Route, situations: readonly Situation[]): PaperNeeded[] {
  const instead = Object.assign({}, ...situations.map((one) => one.instead ?? {})) as Record<string, string>;
  const wanted = unique([...route.materials, ...situations.flatMap((one) => one.materials ?? [])]);
  return wanted.map((id) => ({
    material: need(knowledge.materials, instead[id] ?? id),
    replaces: instead[id] === undefined ? null : id,
  }));
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

function need<Id, Row>(rows: ReadonlyMap<Id, Row>, id: Id): Row {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`the knowledge has no ${String(id)}`);
  return row;
}
