import { caseActEndpoint } from './case-act.ts';

export const acceptCaseEndpoint = caseActEndpoint({
  path: 'accept',
  summary: '受理 / Take the case on',
  description: 'By an officer of the body that it was handed to, within five working days.',
  who: ['officer'],
  act: () => ({ do: 'case.accept' }),
});
