import type { RuleView } from '../../app/learning/read-rule.ts';
import { ALARM } from '../../domain/learning/doubt.ts';
import { findText, t } from '../../locales/index.ts';
import { formatCount, formatMoment } from '../../platform/locale.ts';
import { drawDoubt } from '../charts/doubt.ts';
import type { Drawing } from '../charts/draw.ts';
import type { FormState } from '../form.ts';
import type { RulePageProps } from '../pages/rule-page.tsx';
import { paths } from '../paths.ts';
import { percent } from './duty-charts.ts';
import type { Frame } from './frame.ts';
import { doubtText, shareCell } from './learning.ts';

type More = {
  readonly nameOf: (actorId: string) => string;
  readonly form: FormState;
  readonly formKey: string;
  readonly done: string | null;
};

/** One rule as a page. */
export async function rulePage(frame: Frame, view: RuleView, more: More): Promise<RulePageProps> {
  const { locale, now } = frame;
  const { policyId, version, ruleId, figures, pauses } = view;
  const at = (instant: string) => formatMoment(locale, instant, now);
  const resumedAt = pauses
    .flatMap(({ endedAt }) => endedAt ?? [])
    .toSorted()
    .at(-1);
  const words = view.paused ? 'paused' : view.inForce ? 'in_use' : 'past';
  return {
    carrier: frame.carrier,
    title: t(locale, 'learning.rule.title', { rule: ruleId, version }),
    state: {
      paused: view.paused,
      words: t(locale, `learning.rule.${words}`),
      warning: view.unchangedInForce ? t(locale, 'learning.rule.unchanged') : null,
    },
    figures: figuresOf(frame, view),
    plot: {
      drawing: await plotOf(frame, view),
      notes: resumedAt ? [t(locale, 'learning.plot.since', { at: at(resumedAt) })] : [],
    },
    provinces:
      view.provinces.length === 0
        ? null
        : {
            columns: ['province', 'decided', 'overturned', 'share'].map((key) => ({
              key,
              label: findText(locale, `learning.col.${key}`) ?? key,
              numeric: key !== 'province',
              broad: false,
            })),
            rows: view.provinces.map((row) => ({
              id: row.key,
              cells: [
                findText(locale, `province.${row.key}`) ?? row.key,
                formatCount(row.decided),
                formatCount(row.overturned),
                shareCell(locale, row),
              ],
            })),
          },
    downloads: (['csv', 'json'] as const).map((form) => ({
      label: t(locale, `duty.data.${form}`),
      href: paths.deskRuleData(policyId, String(version), ruleId, form),
    })),
    tolerated: t(locale, 'learning.tolerate.now', { share: percent(view.tolerated) }),
    tolerances: view.tolerances.map(({ tolerated, setAt, why }) =>
      t(locale, 'learning.tolerate.was', { at: at(setAt), share: percent(tolerated), why }),
    ),
    history: pauses.flatMap(({ pausedAt, pausedBy, because, ground, figures: then, endedAt, endedBy, endedGround }) => [
      because === 'test'
        ? t(locale, 'learning.history.test', {
            at: at(pausedAt),
            decided: then.decided,
            overturned: then.overturned,
            tolerated: percent(then.tolerated),
            doubt: doubtText(then.log10Doubt),
          })
        : t(locale, 'learning.history.hand', { at: at(pausedAt), by: more.nameOf(pausedBy), ground }),
      ...(endedAt
        ? [
            t(locale, 'learning.history.ended', {
              at: at(endedAt),
              by: more.nameOf(endedBy ?? ''),
              ground: endedGround ?? '',
            }),
          ]
        : []),
    ]),
    classes: view.classes.map((one) => ({
      label: `${at(one.openedAt)} · ${t(locale, `class.status.${one.status}`)}`,
      href: paths.deskClass(one.classId),
    })),
    acts: view.acts.filter((act) => act !== 'open_class' || !view.classes.some(isUnderWay)),
    action: paths.deskRule(policyId, String(version), ruleId),
    formKey: more.formKey,
    form: more.form,
    done: more.done,
  };

  function isUnderWay({ status }: { status: string }): boolean {
    return status === 'open' || status === 'working';
  }

  function figuresOf({ locale: of }: Frame, { placed, standing, path }: RuleView): RulePageProps['figures'] {
    const { rate, small } = figures;
    const interval = rate && { low: percent(rate.low), high: percent(rate.high) };
    const doubt = path.at(-1)?.logDoubt ?? 0;
    return [
      { label: t(of, 'learning.rule.placed'), value: formatCount(placed), more: null },
      { label: t(of, 'learning.rule.standing'), value: formatCount(standing), more: null },
      { label: t(of, 'learning.rule.decided'), value: formatCount(figures.decided), more: null },
      { label: t(of, 'learning.rule.overturned'), value: formatCount(figures.overturned), more: null },
      {
        label: t(of, 'learning.rule.rate'),
        value: rate ? percent(rate.share) : '–',
        more: small ? t(of, 'learning.rule.small') : interval && t(of, 'learning.rule.interval', interval),
      },
      {
        label: t(of, 'learning.rule.doubt'),
        value: doubtText(doubt / Math.LN10),
        more: t(of, 'learning.rule.doubt_of'),
      },
    ];
  }
}

async function plotOf({ locale }: Frame, { path, tally }: RuleView): Promise<Drawing | null> {
  const last = path.at(-1);
  if (!last) return null;
  const points = path.map(({ decided, logDoubt }) => ({ at: decided, log10: logDoubt / Math.LN10 }));
  const highest = Math.max(...points.map(({ log10 }) => log10));
  const description = t(locale, 'learning.plot.description', {
    decided: tally.decided,
    overturned: tally.overturned,
    doubt: doubtText(last.logDoubt / Math.LN10),
    highest: doubtText(highest),
  });
  const alarm = { log10: Math.log10(ALARM), label: t(locale, 'learning.plot.alarm') };
  return drawDoubt({ title: t(locale, 'learning.plot.title'), description }, { points, alarm });
}
