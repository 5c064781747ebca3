import { caseActEndpoint } from './case-act.ts';

export const mediateCaseEndpoint = caseActEndpoint({
  path: 'mediate',
  summary: '开始调解 / Begin to mediate',
  description: 'Once both sides agree to it.',
  who: ['officer'],
  act: () => ({ do: 'case.mediate' }),
});
