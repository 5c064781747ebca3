import { Type } from 'typebox';
import { input } from '../schemas/parts.ts';
import { caseActEndpoint } from './case-act.ts';

export const restateCaseEndpoint = caseActEndpoint({
  path: 'statement',
  summary: '改写说明 / Rewrite the statement of a draft',
  who: ['subscriber', 'representative'],
  body: input({ statement: Type.String({ maxLength: 4000 }) }, [{ statement: '我是快递员，这些是送货电话。' }]),
  act: ({ statement }) => ({ do: 'case.restate', statement }),
});
