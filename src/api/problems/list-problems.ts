import { Type } from 'typebox';
import { dictionaries } from '../../locales/index.ts';
import { endpoint } from '../endpoint.ts';
import { CODES } from './codes.ts';
import { statusOf } from './status-of.ts';

const Described = Type.Object({ code: Type.String(), status: Type.Integer(), zh_cn: Type.String(), en: Type.String() });

export const listProblemsEndpoint = endpoint({
  method: 'GET',
  path: '/problems',
  tag: 'problems',
  summary: '全部错误代码 / Every problem code with its status and words',
  who: 'anyone',
  status: 200,
  reply: Type.Object({ items: Type.Array(Described) }),
  refusals: [],
  run: async () => ({ items: CODES.map(describe) }),
});

export function describe(code: (typeof CODES)[number]) {
  return { code, status: statusOf(code), zh_cn: dictionaries['zh-CN'][code], en: dictionaries.en[code] };
}
