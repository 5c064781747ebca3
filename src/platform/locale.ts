import { type Instant, msOf, type PlainDate } from '../domain/time.ts';
import { type Locale, t } from '../locales/index.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Asia/Shanghai has had no other offset since 1991, and nothing in the product is older. */
const OFFSET = 8 * HOUR;

const WEEKDAYS: Record<Locale, readonly string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Parts = { year: number; month: number; day: number; weekday: number; clock: string };

function partsOf(instant: Instant): Parts {
  const local = Temporal.Instant.fromEpochMilliseconds(msOf(instant) + OFFSET).toString();
  const [year = 0, month = 0, day = 0] = local.slice(0, 10).split('-').map(Number);
  const weekday = (Math.floor((msOf(instant) + OFFSET) / DAY) + 4) % 7;
  return { year, month, day, weekday, clock: local.slice(11, 16) };
}

function dayText(locale: Locale, { year, month, day, weekday }: Parts, thisYear: number | undefined): string {
  const name = WEEKDAYS[locale][weekday];
  if (locale === 'zh-CN') return `${year === thisYear ? '' : `${year}年`}${month}月${day}日 ${name}`;
  return `${name} ${day} ${MONTHS[month - 1]}${year === thisYear ? '' : ` ${year}`}`;
}

/** `11月23日 周一 18:00` in Asia/Shanghai; the year is left out when it is the year of `now`. */
export function formatMoment(locale: Locale, instant: Instant, now?: Instant): string {
  const parts = partsOf(instant);
  return `${dayText(locale, parts, now ? partsOf(now).year : undefined)}${locale === 'en' ? ',' : ''} ${parts.clock}`;
}

/** `11月23日 周一` of an instant, in Asia/Shanghai. */
export function formatDayOf(locale: Locale, instant: Instant, now?: Instant): string {
  return dayText(locale, partsOf(instant), now ? partsOf(now).year : undefined);
}

/** `2026年11月23日`, or `23 Nov 2026`. */
export function formatDate(locale: Locale, date: PlainDate): string {
  const [year, month = 1, day] = date.split('-').map(Number);
  return locale === 'zh-CN' ? `${year}年${month}月${day}日` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** `18:00` in Asia/Shanghai. */
export function formatClock(instant: Instant): string {
  return partsOf(instant).clock;
}

/** Whole days, hours and minutes between now and the due instant, rounded down so that nobody is promised more than there is. */
export type TimeLeft = { late: boolean; days: number; hours: number; minutes: number };

/** How long there is until `due`, or how long it has been since. */
export function timeLeft(now: Instant, due: Instant): TimeLeft {
  const span = msOf(due) - msOf(now);
  const size = Math.abs(span);
  return {
    late: span < 0,
    days: Math.floor(size / DAY),
    hours: Math.floor((size % DAY) / HOUR),
    minutes: Math.floor((size % HOUR) / MINUTE),
  };
}

/** `还剩 3 天`, `还剩 1 天 5 小时` (under three days), `已超 2 小时`. */
export function formatTimeLeft(locale: Locale, { late, days, hours, minutes }: TimeLeft): string {
  if (late) {
    if (days > 0) return t(locale, 'piece.time.days_late', { n: days });
    if (hours > 0) return t(locale, 'piece.time.hours_late', { n: hours });
    return t(locale, 'piece.time.minutes_late', { n: minutes });
  }
  if (days > 0 && days < 3 && hours > 0) return t(locale, 'piece.time.days_hours_left', { n: days, hours });
  if (days > 0) return t(locale, 'piece.time.days_left', { n: days });
  if (hours > 0) return t(locale, 'piece.time.hours_left', { n: hours });
  return t(locale, 'piece.time.minutes_left', { n: minutes });
}

/** `刚刚`, `5 分钟前`, `3 小时前`, and from a day on the moment itself. */
export function formatSince(locale: Locale, instant: Instant, now: Instant): string {
  const span = msOf(now) - msOf(instant);
  if (span < 0 || span >= DAY) return formatMoment(locale, instant, now);
  if (span < MINUTE) return t(locale, 'piece.time.now');
  if (span < HOUR) return t(locale, 'piece.time.minutes_ago', { n: Math.floor(span / MINUTE) });
  return t(locale, 'piece.time.hours_ago', { n: Math.floor(span / HOUR) });
}

/** Fen as yuan with two decimals: `1,280.50 元`, `CNY 1,280.50`. */
export function formatMoney(locale: Locale, fen: number): string {
  const [whole = '', cents = ''] = (Math.abs(fen) / 100).toFixed(2).split('.');
  const yuan = `${fen < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
  return locale === 'zh-CN' ? `${yuan} 元` : `CNY ${yuan}`;
}

/** `1,234,567`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `860 KB`, `2.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`;
}

/** A mainland mobile number, whole or masked, in groups that can be read aloud: `138 0013 8000`, `138 **** 8000`. */
export function formatPhone(number: string): string {
  const digits = number.replace(/^\+86/, '');
  return /^[\d*]{11}$/.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}` : number;
}
