import { TABLES } from '../../knowledge/index.ts';
import { shanghaiDate } from '../../src/domain/clocks/plain-date.ts';
import { objectToKnowledge } from '../../src/domain/knowledge/objections.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { Finding } from './sources.ts';

/** Every claim has a source and a day it was checked, every reference leads somewhere, no step names a number of its own. */
export function checkKnowledge(): Finding[] {
  return objectToKnowledge(TABLES, shanghaiDate(systemClock.now())).map((text) => ({ file: 'knowledge', text }));
}
