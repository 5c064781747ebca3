import { RefusalError, refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import { instantFromMs } from '../domain/time.ts';

const OFFSET_AT_END = /(Z|[+-]\d\d:\d\d)$/i;

/** An RFC 3339 moment with any offset as our one spelling of it. Throws when there is no such moment. */
export function readInstant(text: string, pointer: string): Instant {
  try {
    if (OFFSET_AT_END.test(text)) return instantFromMs(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    // Falls through to the refusal: a day or hour that does not exist.
  }
  throw new RefusalError(refusal('request.bad_instant', { given: text.slice(0, 40) }, pointer));
}
