import type { NumberState } from '../../domain/journal/state.ts';
import { findLine } from '../../domain/journal/state.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Locale } from '../../locales/index.ts';
import { findCarrier } from '../../store/carriers.ts';
import type { AppContext } from '../context.ts';
import type { Composed } from './compose-notice.ts';
import { composeNotice } from './compose-notice.ts';

/** A notice in words, with what its number and carrier add. */
export async function wordNotice(
  ctx: AppContext,
  locale: Locale,
  state: NumberState,
  notice: Notice,
): Promise<Composed> {
  const carrierId = findLine(state, notice.line)?.carrierId ?? '';
  const [digits, carrier] = await Promise.all([
    ctx.numbers.digitsOf([state.numberId]),
    findCarrier(ctx.pool, carrierId),
  ]);
  return composeNotice(locale, notice, {
    state,
    mobile: digits.get(state.numberId) ?? '',
    carrierName: (locale === 'en' ? carrier?.nameEn : carrier?.nameZh) ?? carrierId,
    link: `${ctx.config.publicUrl}${pathOf(notice.subject)}`,
  });
}

function pathOf(subject: Notice['subject']): string {
  return `/${subject.kind}s/${subject.id}`;
}
