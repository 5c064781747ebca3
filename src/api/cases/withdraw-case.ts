import { caseActEndpoint } from './case-act.ts';

export const withdrawCaseEndpoint = caseActEndpoint({
  path: 'withdrawal',
  summary: '撤回申诉案 / Withdraw the case',
  who: ['subscriber', 'representative'],
  act: () => ({ do: 'case.withdraw' }),
});
