import { POLICY_EXAMPLES } from '../../../knowledge/policies.ts';
import type { PublicRate } from '../../app/learning/public-rates.ts';
import type { PolicyItem, PolicyView } from '../../app/policies/read-policies.ts';
import type { Tried } from '../../app/policies/try-policy.ts';
import type { PolicyFinding } from '../../domain/policies/check.ts';
import type { RowChange } from '../../domain/policies/diff.ts';
import { FIELDS, findField } from '../../domain/policies/fields.ts';
import type { Locale } from '../../locales/index.ts';
import { findText, t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import { formatDayOf, formatMoment } from '../../platform/locale.ts';
import type { FormState } from '../form.ts';
import type { DeskListPageProps } from '../pages/desk-list-page.tsx';
import type { PolicyPageProps, TriedLine } from '../pages/policy-pages.tsx';
import type { PublicPolicyPageProps } from '../pages/public-policy-page.tsx';
import { paths } from '../paths.ts';
import { percent } from './duty-charts.ts';
import { factWords } from './facts.ts';
import type { Frame } from './frame.ts';
import { FACT_KINDS } from './policy-form.ts';
import { fieldName, fieldValue, ruleWords } from './policy-words.ts';

type Named = (actorId: string) => string;

/** Every version of the carrier's tables; the one to write on comes first. */
export function policyList(
  { locale, carrier, now }: Frame,
  items: readonly PolicyItem[],
  { owns, nameOf, formKey }: { owns: boolean; nameOf: Named; formKey: string },
): DeskListPageProps {
  const column = (key: 'version' | 'standing' | 'effective' | 'drafted' | 'published') => ({
    key,
    label: t(locale, `policy.col.${key}`),
    main: key === 'version',
  });
  const waits = items.some(({ standing }) => standing === 'draft');
  return {
    title: t(locale, 'policy.title'),
    carrier,
    hint: t(locale, 'policy.hint'),
    filters: [],
    ...(owns
      ? {
          begin: {
            action: paths.deskPolicies,
            label: t(locale, waits ? 'policy.continue' : 'policy.begin'),
            hint: t(locale, 'policy.begin_hint'),
            formKey,
          },
        }
      : {}),
    lists: [
      {
        columns: [column('version'), column('standing'), column('effective'), column('drafted'), column('published')],
        rows: items.map(({ policy, standing, effectiveFrom, draftedBy, publishedBy }) => ({
          id: `${policy.policyId}-${policy.version}`,
          href: paths.deskPolicy(policy.policyId, String(policy.version)),
          cells: {
            version: `${t(locale, 'policy.version', { version: policy.version })} · ${policy.policyId}`,
            standing: t(locale, `policy.standing.${standing}`),
            effective: effectiveFrom ? formatMoment(locale, effectiveFrom, now) : '—',
            drafted: nameOf(draftedBy),
            published: publishedBy ? nameOf(publishedBy) : '—',
          },
        })),
        empty: t(locale, 'policy.none'),
        next: null,
      },
    ],
  };
}

type More = {
  readonly form: FormState;
  readonly formKey: string;
  readonly done: string | null;
  readonly nameOf: Named;
  readonly tried: readonly Tried[] | null;
};

/** One version as its owner sees it. */
export function policyPage(frame: Frame, view: PolicyView, more: More): PolicyPageProps {
  const { locale, carrier, now } = frame;
  const { policy, standing, acts, findings, changes, inForce, effectiveFrom, draftedBy, publishedBy, publishedAt } =
    view;
  const { form, formKey, done, nameOf, tried } = more;
  const version = String(policy.version);
  const standings = [
    t(locale, `policy.standing.${standing}`),
    ...(effectiveFrom ? [t(locale, 'policy.effective', { at: formatMoment(locale, effectiveFrom, now) })] : []),
    t(locale, 'policy.drafted_by', { who: nameOf(draftedBy) }),
    ...(publishedBy && publishedAt
      ? [t(locale, 'policy.published_by', { who: nameOf(publishedBy), at: formatMoment(locale, publishedAt, now) })]
      : []),
  ];
  return {
    carrier,
    done,
    form,
    formKey,
    title: `${t(locale, 'policy.title')} · ${t(locale, 'policy.version', { version })}`,
    standings,
    note: view.note,
    draft: standing === 'draft',
    mayDraft: acts.includes('draft'),
    mayPublish: acts.includes('publish'),
    policyId: policy.policyId,
    version,
    responsibleBody: policy.responsibleBody,
    findings: findings.map((finding) => ({ text: findingWords(locale, finding), row: rowOf(finding) })),
    rules: policy.rules.map((rule, at) => ({
      ...ruleWords(locale, rule),
      findings: findings.filter((finding) => rowOf(finding) === at).map((finding) => findingWords(locale, finding)),
    })),
    examples: POLICY_EXAMPLES.map(({ ruleId }, at) => ({ value: String(at), label: ruleId })),
    changes:
      changes && inForce
        ? {
            title: t(locale, 'policy.changes', { version: inForce.version }),
            lines: changes.filter(({ change }) => change !== 'same').map((one) => changeWords(locale, one)),
          }
        : null,
    tried: tried?.map((one) => triedLine(frame, one)) ?? null,
    kinds: FACT_KINDS.map((kind) => ({ value: kind, label: t(locale, `policy.on.${kind}`) })),
    fields: FACT_KINDS.flatMap((kind) => FIELDS[kind])
      .filter((one, at, all) => all.findIndex(({ field }) => field === one.field) === at)
      .map(({ field, unit }) => ({
        id: `fact_${field}`,
        label: fieldName(locale, field),
        hint: t(locale, `policy.number.${unit}`),
      })),
  };
}

/** The row that a finding lies in; null for the table as a whole. */
function rowOf({ pointer }: PolicyFinding): number | null {
  const found = /^\/rules\/(\d+)/.exec(pointer)?.[1];
  return found === undefined ? null : Number(found);
}

function findingWords(locale: Locale, { code, data, pointer }: PolicyFinding): string {
  const words = refusalWords(locale, { code, data });
  const row = rowOf({ code, data, pointer });
  return row === null
    ? words
    : `${t(locale, 'policy.rule', { n: row + 1, name: '' }).replace(/[：:]\s*$/, '')} · ${words}`;
}

const CELL_WORDS: Readonly<Record<string, string>> = {
  when: 'when',
  measures: 'measures',
  graceDays: 'grace',
  reviewDays: 'review',
  ground: 'ground',
  lift: 'lift',
  remedies: 'remedies',
  papers: 'papers',
  on: 'on',
  by: 'by',
  code: 'code',
};

function changeWords(locale: Locale, change: RowChange): string {
  const name = change.ruleId || t(locale, 'policy.unnamed');
  if (change.change !== 'changed')
    return `${name}: ${t(locale, change.change === 'removed' ? 'policy.change.removed' : 'policy.change.added')}`;
  const cells = change.cells.map((cell) => findText(locale, `policy.row.${CELL_WORDS[cell] ?? cell}`) ?? cell);
  return `${name}: ${t(locale, 'policy.change.changed', { cells: cells.join(t(locale, 'word.separator')) })}`;
}

function triedLine(frame: Frame, { fact, at, fired, trace }: Tried): TriedLine {
  const { locale, now } = frame;
  return {
    fact: at === null ? t(locale, 'policy.try_typed') : factWords(frame, fact),
    at: at === null ? null : formatMoment(locale, at, now),
    verdict:
      fired.length > 0
        ? t(locale, 'policy.try_fired', { rules: fired.map(({ ruleId }) => ruleId).join(', ') })
        : t(locale, 'policy.try_quiet'),
    flags: fired.length > 0,
    rules: trace.map(({ ruleId, fired: holds, conditions }) => ({
      ruleId,
      holds,
      conditions: conditions.map(({ field, op, value, saw, holds: one }) => {
        const known = findField(fact.kind, field);
        return {
          holds: one,
          text: `${fieldName(locale, field)} ${t(locale, `policy.op.${op}`)} ${fieldValue(locale, known, value)}`,
          saw: t(locale, 'policy.saw', { value: fieldValue(locale, known, saw) }),
        };
      }),
    })),
  };
}

/** A published table for anybody, in plain words. */
export function publicPolicyPage(frame: Frame, item: PolicyItem, rates: readonly PublicRate[]): PublicPolicyPageProps {
  const { locale, carrier } = frame;
  const { policy, standing, effectiveFrom } = item;
  const { version } = policy;
  const at = effectiveFrom ? formatDayOf(locale, effectiveFrom, frame.now) : '';
  return {
    title: t(locale, 'policy.public.title', { carrier }),
    lead: t(locale, 'policy.public.lead', { carrier, version }),
    standing: standing === 'past' || standing === 'to_come' ? t(locale, `policy.public.${standing}`, { at }) : null,
    rules: policy.rules.map((rule) => ({ ...ruleWords(locale, rule), learned: learnedOf(locale, rule.ruleId, rates) })),
    complain: policy.complainTo.map((door) => findText(locale, `door.${door}`, { carrier }) ?? door),
  };
}

/** How often a rule was wrong, as far as decisions tell. */
function learnedOf(locale: Locale, ruleId: string, rates: readonly PublicRate[]): string[] {
  const { figures = null, paused = false } = rates.find((one) => one.ruleId === ruleId) ?? {};
  const share = figures?.rate ? percent(figures.rate.share) : '';
  return [
    ...(paused ? [t(locale, 'learning.public.paused')] : []),
    figures
      ? t(locale, 'learning.public.rate', { decided: figures.decided, overturned: figures.overturned, share })
      : t(locale, 'learning.public.few'),
  ];
}
