import { caseActEndpoint, WordsBody } from './case-act.ts';

export const endUnsettledEndpoint = caseActEndpoint({
  path: 'end-unsettled',
  summary: '未达成一致，结束办理 / End the matter without a settlement',
  description: 'With reasons; arbitration and suit stay open to the person.',
  who: ['officer'],
  body: WordsBody,
  content: true,
  act: ({ words }) => ({ do: 'case.end_unsettled', words }),
});
