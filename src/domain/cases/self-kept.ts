import type { NumberState } from '../journal/state.ts';
import { findLine } from '../journal/state.ts';
import type { Case } from './case.ts';

/** True where no carrier is connected: the person keeps the case and records what the other side does. */
export function isSelfKept(state: NumberState, caseFile: Pick<Case, 'line'>): boolean {
  return findLine(state, caseFile.line)?.origin === 'reported';
}
