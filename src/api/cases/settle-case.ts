import { Type } from 'typebox';
import { Id, input, Words } from '../schemas/parts.ts';
import { caseActEndpoint } from './case-act.ts';

export const settleCaseEndpoint = caseActEndpoint({
  path: 'settle',
  summary: '达成一致 / Record what both sides agreed',
  description: 'What is to be lifted is ordered from the carrier’s systems at once; without any, the case is closed.',
  who: ['officer'],
  body: input(
    {
      lift_flag_ids: Type.Array(Id, { maxItems: 20, description: 'Active flags of the case; may be empty' }),
      words: Words,
    },
    [{ lift_flag_ids: ['flag_1y2p0ij32e8e7_4'], words: '双方同意恢复通话，用户承诺不再批量外呼。' }],
  ),
  content: true,
  act: ({ lift_flag_ids: liftFlagIds, words }) => ({ do: 'case.settle', liftFlagIds, words }),
});
