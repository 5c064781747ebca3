import { Type } from 'typebox';
import { answerCorrection } from '../../app/corrections/answer-correction.ts';
import { askCorrection } from '../../app/corrections/ask-correction.ts';
import { correctMyName } from '../../app/corrections/correct-name.ts';
import { getCorrection, listCorrections } from '../../app/corrections/view-correction.ts';
import { CORRECTION_OUTCOMES, CORRECTION_SUBJECTS } from '../../domain/corrections/correction.ts';
import { endpoint } from '../endpoint.ts';
import { CorrectionSchema } from '../schemas/correction.ts';
import { choice, Id, input, NumberParams, nullable, Words } from '../schemas/parts.ts';

const CorrectionParams = Type.Object({ correction_id: Id });
const WHO = [
  'subscriber',
  'representative',
  'agent',
  'reviewer',
  'policy_owner',
  'auditor',
  'admin',
  'system',
] as const;

export const askCorrectionEndpoint = endpoint({
  method: 'POST',
  path: '/numbers/:number_id/corrections',
  tag: 'corrections',
  summary: '要求更正 / Ask that something kept of me be put right',
  description:
    'Of a line that a carrier placed it goes to the carrier’s desk; of a number that the person told of it is put right at once. Who somebody is to the line, a fact, or what else is kept. No period runs: PIPL arts. 44–50 says "in time".',
  who: ['subscriber', 'representative'],
  params: NumberParams,
  body: input({
    subject: choice(CORRECTION_SUBJECTS),
    fact_id: Type.Optional(nullable(Id)),
    words: Words,
  }),
  status: 201,
  reply: Type.Object({
    correction_id: Id,
    outcome: nullable(choice(CORRECTION_OUTCOMES)),
  }),
  refusals: [404, 409],
  run: async ({ ctx, asker, params, body }) => {
    const { subject, fact_id: factId = null, words } = body;
    const { correctionId, outcome } = await askCorrection(ctx, asker, params.number_id, { subject, factId, words });
    return { correctionId, outcome };
  },
});

export const listCorrectionsEndpoint = endpoint({
  method: 'GET',
  path: '/numbers/:number_id/corrections',
  tag: 'corrections',
  summary: '更正请求 / Requests for correction on a number, newest first',
  who: WHO,
  params: NumberParams,
  status: 200,
  reply: Type.Object({ items: Type.Array(CorrectionSchema) }),
  refusals: [404],
  run: async ({ ctx, asker, params }) => ({ items: await listCorrections(ctx, asker, params.number_id) }),
});

export const getCorrectionEndpoint = endpoint({
  method: 'GET',
  path: '/corrections/:correction_id',
  tag: 'corrections',
  summary: '一件更正请求 / One request for correction',
  who: WHO,
  params: CorrectionParams,
  status: 200,
  reply: CorrectionSchema,
  refusals: [404],
  run: async ({ ctx, asker, params }) => getCorrection(ctx, asker, params.correction_id),
});

export const answerCorrectionEndpoint = endpoint({
  method: 'POST',
  path: '/corrections/:correction_id/answer',
  tag: 'corrections',
  summary: '答复更正请求 / Correct, or refuse with reasons',
  description:
    'Nothing of the past is erased: a correcting entry says what is true from then on. A corrected fact raises every standing flag that relies on it to a human. The person is told.',
  who: ['agent', 'reviewer'],
  params: CorrectionParams,
  body: input({ outcome: choice(CORRECTION_OUTCOMES), words: Words }),
  status: 200,
  reply: CorrectionSchema,
  refusals: [404, 409],
  run: async ({ ctx, asker, params, body }) => answerCorrection(ctx, asker, params.correction_id, body),
});

export const correctNameEndpoint = endpoint({
  method: 'POST',
  path: '/me/name',
  tag: 'me',
  summary: '更正账户姓名 / Put the name of my account right',
  description:
    'Each number of the person keeps, sealed in an entry, what the name was before. The same again is the same.',
  who: ['subscriber', 'representative'],
  body: input({ name: Type.String({ minLength: 1, maxLength: 200 }) }),
  keyless: true,
  status: 204,
  reply: null,
  refusals: [403],
  run: async ({ ctx, asker, body }) => correctMyName(ctx, asker, body.name),
});
