import { letterBook } from '../../../knowledge/letters/index.ts';
import type { Carrier } from '../../domain/knowledge/carrier.ts';
import type { Channel, Knowledge, Law, Step } from '../../domain/knowledge/knowledge.ts';
import type { Sourced } from '../../domain/knowledge/sourced.ts';
import type { Plan } from '../../domain/remedies/plan.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { formatDate } from '../../platform/locale.ts';
import { paths } from '../paths.ts';
import type { Confidence, LawLinkProps } from '../pieces/law-link.tsx';
import { withQuery } from '../pieces/query.ts';
import { lettersFor } from './letters.ts';

export type StepView = {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly say: string | null;
  readonly phones: readonly { readonly number: string; readonly label: string }[];
  readonly laws: readonly LawLinkProps[];
  readonly source: string;
  readonly unsure: boolean;
};

export type CarrierDoors = {
  readonly carrierId: string;
  readonly name: string;
  readonly phones: readonly { readonly number: string; readonly label: string }[];
  readonly app: string | null;
  readonly site: string | null;
  readonly online: string;
  readonly shops: string;
  readonly source: string;
};

export type PlanView = {
  readonly code: string;
  readonly name: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly honest: boolean;
  readonly scam: boolean;
  readonly urgent: readonly StepView[];
  readonly today: readonly StepView[];
  readonly situations: readonly { readonly label: string; readonly note: string }[];
  readonly steps: readonly StepView[];
  /** Where the papers can be ticked off before setting out. */
  readonly papersHref: string;
  readonly papers: readonly {
    readonly id: string;
    readonly name: string;
    readonly why: string;
    readonly instead: string | null;
    readonly replaces: string | null;
    readonly brought: 'always' | 'signed_there' | 'sometimes';
  }[];
  readonly labels: readonly {
    readonly name: string;
    readonly site: string;
    readonly time: string;
    readonly note: string | null;
  }[];
  readonly letters: readonly { readonly kind: string; readonly name: string }[];
  readonly next: readonly StepView[];
  readonly alternatives: readonly {
    readonly code: string;
    readonly name: string;
    readonly feels: string;
    readonly time: string;
  }[];
  /** The doors of the carrier in question, or null while it is not known. */
  readonly carrier: CarrierDoors | null;
  readonly warnings: readonly { readonly claim: string; readonly truth: string }[];
};

const SURE: Readonly<Record<Sourced['confidence'], Confidence>> = {
  C: 'confirmed',
  'C-': 'secondary',
  RH: 'recalled_high',
  RU: 'recalled_unsure',
  ours: 'confirmed',
};

/** A law of the knowledge as the page folds it out. */
export function knownLaw(locale: Locale, law: Law): LawLinkProps {
  return {
    article: law.title[locale],
    plain: law.plain[locale],
    source: { label: [law.source, law.article].filter(Boolean).join(' ') },
    checkedOn: law.checked,
    confidence: SURE[law.confidence],
  };
}

/** Where a claim comes from, in one line, with what of it nobody could confirm. */
export function sourceLine(locale: Locale, { source, article, checked, confidence, unsure }: Sourced): string {
  const from = t(locale, 'plan.source', {
    source,
    article: article ? ` ${article}` : '',
    on: formatDate(locale, checked),
  });
  return [from, confidence === 'RU' ? t(locale, 'plan.unverified') : '', unsure?.[locale]].filter(Boolean).join(' · ');
}

/** What a person reads of a plan. */
export function viewPlan(locale: Locale, knowledge: Knowledge, plan: Plan, carrier?: Carrier): PlanView {
  const { route } = plan;
  const steps = (some: readonly Step[]) => some.map((one) => viewStep(locale, knowledge, one, carrier));
  return {
    code: plan.code,
    name: route.name[locale],
    facts: [
      { label: t(locale, 'plan.decides'), value: route.decides[locale] },
      { label: t(locale, 'plan.lifts'), value: route.lifts[locale] },
      { label: t(locale, 'plan.promised'), value: route.promised[locale] },
      { label: t(locale, 'plan.seen'), value: route.seen[locale] },
      { label: t(locale, 'plan.odds'), value: route.odds?.[locale] ?? t(locale, 'plan.odds_unknown') },
      { label: t(locale, 'plan.cost'), value: t(locale, 'plan.free') },
    ],
    honest: plan.honestWay,
    scam: plan.urgent.some(({ stepId }) => stepId === 'scam_leave'),
    urgent: steps(plan.urgent),
    today: steps(plan.today),
    situations: plan.situations.map(({ label, note }) => ({ label: label[locale], note: note[locale] })),
    steps: steps(plan.steps),
    papersHref: withQuery(paths.planPapers, {
      code: plan.code,
      situations: plan.situations.map(({ situationId }) => situationId).join(','),
    }),
    papers: plan.papers.map(({ material, replaces }) => ({
      id: material.materialId,
      name: material.name[locale],
      why: material.why[locale],
      instead: material.instead?.[locale] ?? null,
      brought: material.brought ?? 'always',
      replaces: replaces === null ? null : (knowledge.materials.get(replaces)?.name[locale] ?? null),
    })),
    labels: plan.code === 'G1' ? labelsOf(locale, knowledge) : [],
    letters: lettersFor(plan.code).map((kind) => ({ kind, name: letterBook.templates[kind].name[locale] })),
    next: steps(plan.next),
    alternatives: plan.alternatives.map(({ code, name, feels, seen }) => ({
      code,
      name: name[locale],
      feels: feels[locale],
      time: seen[locale],
    })),
    carrier: carrier ? doorsOf(locale, carrier) : null,
    warnings: plan.warnings.map(({ claim, truth }) => ({ claim: claim[locale], truth: truth[locale] })),
  };
}

function doorsOf(locale: Locale, carrier: Carrier): CarrierDoors {
  const { carrierId, name, hotline, complaintLine, app, hosts, online, shops } = carrier;
  return {
    carrierId,
    name: name[locale],
    phones: [
      ...(hotline ? [{ number: hotline, label: t(locale, 'plan.hotline') }] : []),
      ...(complaintLine ? [{ number: complaintLine, label: t(locale, 'plan.complaint_line') }] : []),
    ],
    app: app?.[locale] ?? null,
    site: hosts[0] ?? null,
    online: online[locale],
    shops: `${shops.promised[locale]} ${shops.seen[locale]}`,
    source: sourceLine(locale, carrier),
  };
}

function labelsOf(locale: Locale, { tables }: Knowledge): PlanView['labels'] {
  return tables.labelServices.map(({ name, site, time, note }) => ({
    name: name[locale],
    site,
    time: time[locale],
    note: note?.[locale] ?? null,
  }));
}

const CARRIER_KINDS: readonly Channel['kind'][] = ['carrier', 'carrier_upgrade'];

export function viewStep(locale: Locale, knowledge: Knowledge, step: Step, carrier?: Carrier): StepView {
  const all = (step.channels ?? []).flatMap((id) => knowledge.channels.get(id) ?? []);
  // Once the carrier is known, the hotlines of the others only lead astray.
  const own = [carrier?.hotline, carrier?.complaintLine];
  const channels = all.filter(
    ({ kind, phones }) => !carrier || !CARRIER_KINDS.includes(kind) || phones.some((one) => own.includes(one)),
  );
  return {
    id: step.stepId,
    title: step.title[locale],
    why: step.why[locale],
    say: step.say?.[locale] ?? null,
    phones: channels.flatMap((channel) => phonesOf(locale, channel)),
    laws: (step.laws ?? []).flatMap((id) => knowledge.laws.get(id) ?? []).map((law) => knownLaw(locale, law)),
    source: sourceLine(locale, step),
    unsure: step.confidence === 'RU',
  };
}

function phonesOf(locale: Locale, { phones, name }: Channel): StepView['phones'] {
  return phones.map((number) => ({ number, label: name[locale] }));
}
