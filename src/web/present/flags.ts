import type { FlagView } from '../../app/flags/flag-view.ts';
import type { FlagGrounds } from '../../app/mine/my-flag.ts';
import type { Flag } from '../../domain/flags/flag.ts';
import { FUNCTIONS } from '../../domain/flags/words.ts';
import { t } from '../../locales/index.ts';
import { formatMoment, formatMoney } from '../../platform/locale.ts';
import { paths } from '../paths.ts';
import type { FlagCardProps } from '../pieces/flag-card.tsx';
import type { MeasureGridProps } from '../pieces/measure-grid.tsx';
import type { ReasonsSheetProps } from '../pieces/reasons-sheet.tsx';
import { factSource, factWords, seenValue } from './facts.ts';
import type { Frame } from './frame.ts';
import { functionsOf, listOf, paperName } from './frame.ts';
import { groundLaw } from './laws.ts';

/** What a flag switches off, in words. */
export function offOf({ locale }: Frame, flag: Flag): string[] {
  return functionsOf(
    locale,
    flag.reasons.measures.map((measure) => measure.function),
  );
}

export function flagTitle(frame: Frame, flag: Flag): string {
  return t(frame.locale, `flag.title.${flag.status}`, { list: listOf(frame.locale, offOf(frame, flag)) });
}

export function imposerName({ locale, carrier }: Frame, flag: Flag): string {
  const imposer = t(locale, `word.imposer.${flag.imposedBy}`);
  const own = flag.layer === 'service' || flag.layer === 'account';
  const outside =
    flag.imposedBy === 'police' || flag.imposedBy === 'joint_punishment' || flag.imposedBy === 'subscriber';
  return own && !outside ? t(locale, 'flag.imposer', { carrier, imposer }) : imposer;
}

/** The reason in a sentence or two: what it is, and whether a machine alone said so. */
export function whyOf({ locale }: Frame, flag: Flag): string {
  const why = t(locale, `flag.why.${flag.reasons.code}`);
  const unchecked = flag.cause === 'suspicion' && flag.decidedAutomatically && flag.status === 'active';
  return unchecked ? `${why}${locale === 'en' ? ' ' : ''}${t(locale, 'flag.why.auto')}` : why;
}

/** What exactly lifts a flag, the sum still owed included; nothing when nobody told. */
export function liftsOf(
  { locale, now }: Frame,
  { flag, owedFen }: Pick<FlagView, 'flag' | 'owedFen'>,
): string | undefined {
  const condition = flag.reasons.liftCondition;
  switch (condition?.kind) {
    case undefined:
      return undefined;
    case 'paid':
      return owedFen > 0
        ? t(locale, 'flag.lifts.paid', { sum: formatMoney(locale, owedFen) })
        : t(locale, 'flag.lifts.paid_done');
    case 'expires':
      return t(locale, 'flag.lifts.expires', { at: formatMoment(locale, condition.at, now) });
    case 'settled':
    case 'verified':
    case 'decision':
    case 'orderer':
      return t(locale, `flag.lifts.${condition.kind}`);
  }
}

export function flagCard(frame: Frame, view: FlagView, href?: string): FlagCardProps {
  const { flag } = view;
  const ended = flag.liftedBecause ? t(frame.locale, `flag.lifted.${flag.liftedBecause}`) : undefined;
  return {
    status: flag.status,
    title: flagTitle(frame, flag),
    off: offOf(frame, flag),
    why: whyOf(frame, flag),
    lifts: flag.status === 'lifted' ? ended : liftsOf(frame, view),
    imposedBy: imposerName(frame, flag),
    since: flag.placedAt,
    origin: flag.origin,
    href,
  };
}

/** Only what this flag switches off; the rest is not its doing. */
export function gridOf(flag: Flag): MeasureGridProps {
  const standing = flag.status === 'active' || flag.status === 'lifting';
  const measures = standing ? flag.reasons.measures : [];
  const off = new Set(measures.map((measure) => measure.function));
  const until = measures.flatMap((measure) => (measure.until ? [[measure.function, measure.until] as const] : []));
  return {
    states: Object.fromEntries(
      FUNCTIONS.map((name) => [name, off.has(name) ? 'off' : 'on']),
    ) as MeasureGridProps['states'],
    until: Object.fromEntries(until),
  };
}

/** The whole statement of reasons; null for a flag whose ground nobody told. */
export function reasonsSheet(frame: Frame, view: FlagView, grounds: FlagGrounds): ReasonsSheetProps | null {
  const { locale, carrier } = frame;
  const { flag } = view;
  const { ground, rule, responsible, measures, papers, complainTo, remedies, factIds } = flag.reasons;
  if (!ground) return null;
  const lifts = liftsOf(frame, view);
  const gone = factIds.filter((id) => !grounds.facts.some((known) => known.factId === id));
  return {
    ground:
      ground.kind === 'law'
        ? { kind: 'law', law: groundLaw(locale, ground) }
        : { kind: 'contract', clause: ground.clause, text: ground.document },
    facts: [
      ...grounds.facts.map((known) => ({ text: factWords(frame, known.fact), source: factSource(frame, known) })),
      ...gone.map((id) => ({ text: t(locale, 'fact.gone', { id }), source: carrier })),
    ],
    rule: rule
      ? {
          policy: rule.policyId,
          version: String(rule.version),
          rule: rule.ruleId,
          model: rule.model,
          href: `${paths.policy(rule.policyId, String(rule.version))}#${rule.ruleId}`,
          values: Object.entries(rule.values).map(([field, value]) => seenValue(frame, field, value)),
        }
      : undefined,
    detected: flag.detectedAutomatically ? 'auto' : 'human',
    decided: flag.decidedAutomatically ? 'auto' : 'human',
    responsible: responsible.body,
    measures: measures.map((one) => ({
      name: t(locale, `function.${one.function}`),
      from: one.from,
      until: one.until,
    })),
    lifts: [...(lifts ? [lifts] : []), ...(remedies.includes('appeal') ? [t(locale, 'flag.lifts.appeal')] : [])],
    papers: (papers ?? []).map((code) => paperName(locale, code)),
    complain: complainTo.map((code) => ({ name: doorWords(frame, code) })),
    missing: flag.missing.map((part) => t(locale, `word.part.${part}`)),
  };
}

function doorWords({ locale, carrier }: Frame, code: string): string {
  if (code === 'carrier') return t(locale, 'door.carrier', { carrier });
  return code === 'authority_12300' ? t(locale, 'door.authority_12300') : code;
}
