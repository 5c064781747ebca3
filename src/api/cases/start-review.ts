import { caseActEndpoint } from './case-act.ts';

export const startReviewEndpoint = caseActEndpoint({
  path: 'start-review',
  summary: '开始审核 / Start the review',
  who: ['agent', 'reviewer'],
  act: () => ({ do: 'case.start_review' }),
});
