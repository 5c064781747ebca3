import { eachMatch } from './each-match.ts';
import type { Deadline } from './verdict.ts';

const PERIOD =
  /(\d{1,3}|[一二三五七十两]|十五|三十)个?(工作日|自然日|日|天|小时|个月|月|days?|hours?)(?:之)?(?:以)?内/g;
const ENGLISH = /within (\d{1,3}) (days?|hours?|months?)/g;
const DATE = /(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})日(?:\d{1,2}[时点:])?(?:前|之前|以前|截止|24时前)?/g;
const PLAIN = /(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})/g;
const TODAY = /(今日|今天|今晚|当日)(?=.{0,8}(?:前|停|失效|注销|作废|冻结|到期|自动))/g;
const TOMORROW = /(明日|明天|次日)(?=.{0,8}(?:前|停|失效|注销|作废|冻结|到期|清零|起))/g;

const NUMBERS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  五: 5,
  七: 7,
  十: 10,
  十五: 15,
  三十: 30,
};

/** Periods and dates by which something is asked, in the order of the text. */
export function deadlinesIn(text: string): Deadline[] {
  const found: Deadline[] = [];
  const take = (pattern: RegExp, iso: (match: RegExpExecArray) => string | null) =>
    eachMatch(pattern, text, (match) => {
      const start = match.index;
      found.push({ start, end: start + match[0].length, text: match[0], iso: iso(match) });
    });
  if (text.includes('内')) take(PERIOD, (match) => period(match[1] ?? '', match[2] ?? ''));
  if (text.includes('within ')) take(ENGLISH, (match) => period(match[1] ?? '', match[2] ?? ''));
  if (text.includes('月')) take(DATE, ([, year, month, day]) => dated(year, month, day));
  if (text.includes('20')) take(PLAIN, ([, year, month, day]) => dated(year, month, day));
  if (text.includes('今') || text.includes('当日')) take(TODAY, () => 'P0D');
  if (text.includes('明') || text.includes('次日')) take(TOMORROW, () => 'P1D');
  return found.toSorted((a, b) => a.start - b.start);
}

function period(amount: string, unit: string): string | null {
  const n = NUMBERS[amount] ?? Number(amount);
  if (!Number.isInteger(n) || n === 0) return null;
  if (unit.startsWith('小时') || unit.startsWith('hour')) return `PT${n}H`;
  return unit.includes('月') || unit.startsWith('month') ? `P${n}M` : `P${n}D`;
}

/** A day without its year keeps the gap: nobody knows which year was meant. */
function dated(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return `${year ?? '-'}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
