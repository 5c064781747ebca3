import { caseActEndpoint, WordsBody } from './case-act.ts';

export const reportNotBackEndpoint = caseActEndpoint({
  path: 'service-not-back',
  summary: '没有恢复，重开 / Service is not back: reopen the case',
  who: ['subscriber', 'representative'],
  body: WordsBody,
  act: ({ words }) => ({ do: 'case.report_not_back', words }),
});
