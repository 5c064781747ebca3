import { Type } from 'typebox';
import { Code, input } from '../schemas/parts.ts';
import { caseActEndpoint } from './case-act.ts';

export const askMaterialEndpoint = caseActEndpoint({
  path: 'material-requests',
  summary: '要求补材料 / Ask for papers',
  description: 'The move is then the person’s, under a clock; the carrier’s own clock runs on.',
  who: ['agent', 'reviewer'],
  body: input(
    {
      materials: Type.Array(Code, { minItems: 1, maxItems: 20 }),
      words: Type.String({ maxLength: 4000 }),
      changed: Type.Optional(
        Type.String({ maxLength: 4000, description: 'What has changed since one of these was accepted in a precheck' }),
      ),
    },
    [{ materials: ['work_proof'], words: '请补一份工作证明。' }],
  ),
  content: true,
  act: ({ materials, words, changed = '' }) => ({ do: 'case.ask_material', materials, words, changed }),
});
