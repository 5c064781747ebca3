import { Type } from 'typebox';
import { input } from '../schemas/parts.ts';
import { caseActEndpoint } from './case-act.ts';

export const giveMaterialEndpoint = caseActEndpoint({
  path: 'material',
  summary: '材料已交齐 / The papers asked for are in',
  who: ['subscriber', 'representative'],
  body: input({ words: Type.String({ maxLength: 4000 }) }, [{ words: '已上传工作证明。' }]),
  act: ({ words }) => ({ do: 'case.give_material', words }),
});
