/** A moment: RFC 3339 in UTC with exactly three decimals (`2026-11-23T04:12:01.123Z`), so that text order is time order. */
export type Instant = string;

/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type PlainDate = string;

export const ZONE = 'Asia/Shanghai';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** True for the one spelling of a moment that the journal accepts. */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  const ms = Date.parse(text);
  // A 30 February is read as a day of March.
  return !Number.isNaN(ms) && instantFromMs(ms) === text;
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
