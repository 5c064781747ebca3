import type { Static } from 'typebox';
import type { Reasons } from '../../domain/flags/reasons.ts';
import { readInstant } from '../instants.ts';
import type { ReasonsInput } from '../schemas/flag.ts';
import { camelKeys } from '../wire.ts';

/** Reasons as sent, with their moments in our one spelling. Who is responsible by name follows from who acts. */
export function readReasons(given: Static<typeof ReasonsInput>): Reasons {
  const { responsible_body: body, measures, lift_condition: condition, ...rest } = given;
  return {
    ...(camelKeys(rest) as Omit<Reasons, 'responsible' | 'measures' | 'liftCondition'>),
    responsible: { body, staffId: null },
    measures: measures.map((measure, index) => ({
      ...measure,
      from: readInstant(measure.from, `/reasons/measures/${index}/from`),
      until: measure.until === null ? null : readInstant(measure.until, `/reasons/measures/${index}/until`),
    })),
    liftCondition:
      condition?.kind === 'expires'
        ? { kind: 'expires', at: readInstant(condition.at, '/reasons/lift_condition/at') }
        : (camelKeys(condition) as Reasons['liftCondition']),
  };
}
