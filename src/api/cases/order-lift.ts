import { caseActEndpoint } from './case-act.ts';

export const orderLiftEndpoint = caseActEndpoint({
  path: 'lift-order',
  summary: '再下解除指令 / Order the lift again',
  description: 'For flags that were granted, whose condition is met, or that were lifted without service coming back.',
  who: ['agent', 'reviewer'],
  act: () => ({ do: 'case.order_lift' }),
});
