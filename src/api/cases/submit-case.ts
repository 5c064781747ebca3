import { caseActEndpoint } from './case-act.ts';

export const submitCaseEndpoint = caseActEndpoint({
  path: 'submit',
  summary: '提交申诉案 / Submit the case',
  description: 'Sets the carrier’s time to answer running.',
  who: ['subscriber', 'representative'],
  act: () => ({ do: 'case.submit' }),
});
