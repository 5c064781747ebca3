import { Type } from 'typebox';
import { handOver } from '../../app/assignment/hand-over.ts';
import { Code } from '../schemas/parts.ts';
import { caseActEndpoint } from './case-act.ts';

const STAFF = ['agent', 'reviewer', 'officer'] as const;

export const claimCaseEndpoint = caseActEndpoint({
  path: 'claim',
  summary: '接手 / Take the case on',
  description: 'One at a time on each side; a colleague who comes second is told who has it.',
  who: STAFF,
  act: () => ({ do: 'case.claim' }),
});

export const takeOverCaseEndpoint = caseActEndpoint({
  path: 'take-over',
  summary: '从同事手里接过来 / Take it over from a colleague, who is away or was told',
  who: STAFF,
  act: () => ({ do: 'case.take_over' }),
});

export const releaseCaseEndpoint = caseActEndpoint({
  path: 'release',
  summary: '放回队列 / Put it back into the queue',
  who: STAFF,
  act: () => ({ do: 'case.release' }),
});

export const handOverCaseEndpoint = caseActEndpoint({
  path: 'hand-over',
  summary: '交给同事 / Hand it to a colleague of the same house',
  who: STAFF,
  body: Type.Object({ to: Code }, { additionalProperties: false }),
  content: true,
  run: (ctx, asker, caseId, { to }, ifVersion) => handOver(ctx, asker, caseId, to, ifVersion),
});
