import { caseActEndpoint } from './case-act.ts';

export const confirmBackEndpoint = caseActEndpoint({
  path: 'service-back',
  summary: '确认已恢复，结案 / Service is back: close the case',
  who: ['subscriber', 'representative'],
  act: () => ({ do: 'case.confirm_back' }),
});
