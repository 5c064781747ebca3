import { TABLES } from '../../knowledge/index.ts';
import { PERIODS } from '../../knowledge/periods.ts';
import { shanghaiDate } from '../../src/domain/clocks/plain-date.ts';
import { objectToKnowledge } from '../../src/domain/knowledge/objections.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Finding } from './sources.ts';

/** Every claim has source, day and confidence, every reference a row, every period a rule; no text has a number or address of its own. */
export function checkKnowledge(): Finding[] {
  return objectToKnowledge(TABLES, PERIODS, shanghaiDate(systemClock.now())).map((text) => ({
    file: 'knowledge',
    text,
  }));
}
