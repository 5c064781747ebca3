import { caseActEndpoint, WordsBody } from './case-act.ts';

export const answerAuthorityEndpoint = caseActEndpoint({
  path: 'answer-authority',
  summary: '运营商答复主管部门 / Answer the authority',
  who: ['agent', 'reviewer'],
  body: WordsBody,
  content: true,
  act: ({ words }) => ({ do: 'case.answer_authority', words }),
});
