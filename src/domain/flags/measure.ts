import type { Instant } from '../time.ts';
import type { LineFunction } from './words.ts';

/** What a switched-off function must still let through. */
export const SPARED = ['emergency', 'service_numbers', 'notices'] as const;
export type Spared = (typeof SPARED)[number];

/** One function switched off from an instant until another, or until a lift (`until: null`). */
export type Measure = {
  readonly function: LineFunction;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly spares: readonly Spared[];
};

/** Emergency calls stay free and reachable (Telecom Regulations art. 36); who is cut off must still reach the carrier and get its notices. */
export const MUST_SPARE: Record<LineFunction, readonly Spared[]> = {
  voice_out: ['emergency', 'service_numbers'],
  voice_in: ['service_numbers'],
  sms_out: ['service_numbers'],
  sms_in: ['notices'],
  data: [],
  new_business: [],
};

/** What a measure cuts that it must not cut, as `function:spared`. */
export function unsparedBy(measures: readonly Pick<Measure, 'function' | 'spares'>[]): string[] {
  return measures.flatMap((measure) =>
    MUST_SPARE[measure.function]
      .filter((one) => !measure.spares.includes(one))
      .map((one) => `${measure.function}:${one}`),
  );
}
