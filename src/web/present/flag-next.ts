import type { MyFlag } from '../../app/mine/my-flag.ts';
import { isOpenCase } from '../../domain/cases/case-transitions.ts';
import { t } from '../../locales/index.ts';
import { formatMoment, formatMoney } from '../../platform/locale.ts';
import { paths } from '../paths.ts';
import type { NextStepProps } from '../pieces/next-step.tsx';
import type { Frame } from './frame.ts';

/** `plain` marks a step that is the person's though no button of ours leads there. */
export type FlagNext = Omit<NextStepProps, 'children'> & { readonly plain?: boolean };

/** The one thing to do about a flag: pay, verify, appeal, go to the body that ordered it, or wait. */
export function flagNext(frame: Frame, { view, caseFile }: Pick<MyFlag, 'view' | 'caseFile'>): FlagNext {
  const { locale } = frame;
  const { flag, door } = view;
  if (flag.status === 'lifted')
    return {
      title: t(locale, 'flag.next.lifted'),
      body: t(locale, 'flag.next.lifted_body'),
      ...(flag.cause === 'credit' ? { others: onReport(frame) } : {}),
    };
  if (flag.status === 'detached') return { title: t(locale, 'flag.next.detached') };
  if (caseFile && isOpenCase(caseFile.status)) return onCase(frame, caseFile);
  if (flag.status === 'lifting')
    return { title: t(locale, 'flag.next.lifting'), body: t(locale, 'flag.next.lifting_body') };
  if (door !== 'carrier')
    return { title: t(locale, `flag.next.${door}`), body: t(locale, `flag.next.${door}_body`), plain: true };
  return onCondition(frame, view);
}

/** The credit report is another matter than the carrier's flag: a wrong entry is objected to, a true one is not. */
function onReport({ locale }: Pick<Frame, 'locale'>): { label: string; href: string }[] {
  return [
    { label: t(locale, 'flag.next.report_wrong'), href: `${paths.letter('credit_objection')}?code=B2` },
    { label: t(locale, 'flag.next.report_true'), href: paths.guide('cause', 'B2') },
  ];
}

function onCase({ locale }: Frame, { caseId, reference, status }: NonNullable<MyFlag['caseFile']>): FlagNext {
  const href = paths.case(caseId);
  if (status === 'draft')
    return {
      title: t(locale, 'flag.next.draft'),
      body: t(locale, 'flag.next.draft_body'),
      action: { label: t(locale, 'flag.next.draft_action'), href },
    };
  return {
    title: t(locale, 'flag.next.case', { reference }),
    body: t(locale, 'flag.next.case_body'),
    action: { label: t(locale, 'mine.open_case'), href },
  };
}

function onCondition({ locale, now }: Frame, { flag, owedFen, acts }: MyFlag['view']): FlagNext {
  const appeal = { label: t(locale, 'flag.next.appeal_action'), href: paths.openCase(flag.flagId) };
  const again = paths.flag(flag.flagId);
  const mayAppeal = acts.includes('open_case');
  const condition = flag.reasons.liftCondition;
  switch (condition?.kind) {
    case 'paid':
      return {
        title: t(locale, 'flag.next.pay', { sum: formatMoney(locale, owedFen) }),
        body: t(locale, 'flag.next.pay_body'),
        action: { label: t(locale, 'flag.next.paid_action'), href: again },
        ...(mayAppeal ? { others: [{ ...appeal, label: t(locale, 'flag.next.pay_appeal') }] } : {}),
      };
    case 'settled':
      return {
        title: t(locale, 'flag.next.settle'),
        body: t(locale, 'flag.next.settle_body'),
        others: [...(mayAppeal ? [appeal] : []), ...onReport({ locale })],
      };
    case 'verified':
      return {
        title: t(locale, 'flag.next.verify'),
        body: t(locale, 'flag.next.verify_body'),
        ...(mayAppeal ? { action: appeal } : { plain: true }),
        others: [{ label: t(locale, 'flag.next.verified_action'), href: again }],
      };
    case 'expires':
      return {
        title: t(locale, 'flag.next.expires', { at: formatMoment(locale, condition.at, now) }),
        body: t(locale, 'flag.next.expires_body'),
        ...(mayAppeal ? { others: [appeal] } : {}),
      };
    default:
      return {
        title: t(locale, 'flag.next.decision'),
        body: t(locale, 'flag.next.decision_body'),
        ...(mayAppeal ? { action: appeal } : { plain: true }),
      };
  }
}
