/** A moment: RFC 3339 in UTC with exactly three decimals (`2026-11-23T04:12:01.123Z`), so that text order is time order. */
export type Instant = string;

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type PlainDate = string;

export const ZONE = 'Asia/Shanghai';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** True for the one spelling of a moment that the journal accepts. Reckoned by hand: reading and writing it anew costs ten times as much. */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  const two = (at: number) => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
  const [month, day] = [two(5), two(8)];
  if (two(11) > 23 || two(14) > 59 || two(17) > 59) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 && isLeap(two(0) * 100 + two(2)) ? 29 : (DAYS[month - 1] ?? 0));
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/;
/** Whatever lies outside is a slip of a clock or a hand, and the journal's one spelling has four digits for the year. */
const FIRST: Instant = '1970-01-01T00:00:00.000Z';
const AFTER_LAST: Instant = '2200-01-01T00:00:00.000Z';

/** An RFC 3339 moment with any offset as our one spelling of it; null when there is no such moment, or none that can be meant. */
export function readMoment(text: string): Instant | null {
  const match = MOMENT.exec(text);
  if (!match) return null;
  const [, whole = '', fraction = '', offset = ''] = match;
  const local = `${whole}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
  if (!isInstant(local)) return null;
  const [hours, minutes] = offset === 'Z' ? [0, 0] : [Number(offset.slice(1, 3)), Number(offset.slice(4))];
  if (hours > 23 || minutes > 59) return null;
  const ahead = (hours * 60 + minutes) * 60_000 * (offset.startsWith('-') ? -1 : 1);
  const instant = ahead === 0 ? local : addMs(local, -ahead);
  return instant >= FIRST && instant < AFTER_LAST ? instant : null;
}

/** Milliseconds since the epoch as an `Instant`. */
export function instantFromMs(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** An `Instant` as milliseconds since the epoch. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** An `Instant` as the object that some libraries ask for. */
export function jsDateOf(instant: Instant): Date {
  return new Date(msOf(instant));
}

/** The instant `ms` milliseconds later. */
export function addMs(instant: Instant, ms: number): Instant {
  return instantFromMs(msOf(instant) + ms);
}
