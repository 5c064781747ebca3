import { RefusalError, refusal } from '../domain/refusal.ts';
import type { Instant } from '../domain/time.ts';
import { instantFromMs, isInstant } from '../domain/time.ts';

const OFFSET_AT_END = /(Z|[+-]\d\d:\d\d)$/i;
/** Whatever lies outside is a slip of a clock or a hand, and the journal's one spelling has four digits for the year. */
const FIRST: Instant = '1970-01-01T00:00:00.000Z';
const AFTER_LAST: Instant = '2200-01-01T00:00:00.000Z';

/** An RFC 3339 moment with any offset as our one spelling of it. Throws when there is no such moment, or none that can be meant. */
export function readInstant(text: string, pointer: string): Instant {
  try {
    if (OFFSET_AT_END.test(text)) {
      const instant = instantFromMs(Temporal.Instant.from(text).epochMilliseconds);
      if (isInstant(instant) && instant >= FIRST && instant < AFTER_LAST) return instant;
    }
  } catch {
    // Falls through to the refusal: a day or hour that does not exist.
  }
  throw new RefusalError(refusal('request.bad_instant', { given: text.slice(0, 40) }, pointer));
}
