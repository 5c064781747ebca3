import { Type } from 'typebox';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { isCode } from './codes.ts';
import { describe } from './list-problems.ts';

export const getProblemEndpoint = endpoint({
  method: 'GET',
  path: '/problems/:code',
  tag: 'problems',
  summary: '一个错误代码的含义 / What a problem code means',
  description: 'Where `type` of every problem points.',
  who: 'anyone',
  params: Type.Object({ code: Type.String({ maxLength: 80 }) }),
  status: 200,
  reply: Type.Object({ code: Type.String(), status: Type.Integer(), zh_cn: Type.String(), en: Type.String() }),
  refusals: [404],
  run: async ({ params }) => {
    if (!isCode(params.code)) throw new RefusalError(refusal('access.not_found'));
    return describe(params.code);
  },
});
