import { Type } from 'typebox';
import type { Refusal } from '../../domain/refusal.ts';
import type { Locale } from '../../locales/index.ts';
import { findText } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import type { Fault } from './faults.ts';
import { statusOf } from './status-of.ts';

/** RFC 9457, with our stable code, the data of the refusal, and for bad input every fault that was found. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: 'Where this kind of problem is described.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What is wrong and what can be done now, in the language asked for.' }),
    code: Type.String({ description: 'Stable; safe to switch on.' }),
    pointer: Type.Optional(Type.String({ description: 'JSON pointer into the input, where one field is at fault.' })),
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    errors: Type.Optional(Type.Array(Type.Object({ pointer: Type.String(), detail: Type.String() }))),
    request_id: Type.String(),
  },
  {
    title: 'Problem',
    examples: [
      {
        type: '/api/v1/problems/case.wrong_state',
        title: '现在不能这样做',
        status: 409,
        detail: '申诉案现在是「已结案」，不能作决定。只有在这些状态下可以：审核中、逾期未答复。',
        code: 'case.wrong_state',
        data: { act: 'decide', status: 'closed', from: ['in_review', 'overdue'] },
        request_id: 'req_01kb6x3v9c8r7m5n4p2q1t0s9w',
      },
    ],
  },
);

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly pointer?: string;
  readonly data?: Refusal['data'];
  readonly errors?: readonly Fault[];
  readonly request_id: string;
};

/** A refusal as a problem in one language. */
export function problemOf(refusal: Refusal, locale: Locale, requestId: string, faults?: readonly Fault[]): Problem {
  const { code, data, pointer } = refusal;
  const status = statusOf(code);
  return {
    type: `/api/v1/problems/${code}`,
    title: findText(locale, `problem.title.${status}`) ?? code,
    status,
    detail: refusalWords(locale, refusal),
    code,
    ...(pointer === undefined ? {} : { pointer }),
    ...(data && !faults ? { data } : {}),
    ...(faults ? { errors: faults } : {}),
    request_id: requestId,
  };
}
