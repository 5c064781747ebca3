import { isPlainDate } from '../clocks/plain-date.ts';
import type { PlainDate } from '../time.ts';

const DAY = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})[日号])$/;

/** A day as people write it: as a date, `none` when the calendar has no such day, null when these are other words. */
export function readDay(text: string): PlainDate | 'none' | null {
  const [, year, month, day, chineseMonth, chineseDay] = DAY.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const date = `${year}-${two(month ?? chineseMonth)}-${two(day ?? chineseDay)}`;
  return isPlainDate(date) ? date : 'none';
}

/** A day as `2026年11月3日`; anything else as it was told. */
export function chineseDay(text: string): string {
  const date = readDay(text);
  if (date === null || date === 'none') return text;
  const [year, month, day] = date.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
