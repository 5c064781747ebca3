import { caseActEndpoint, WordsBody } from './case-act.ts';

export const sendMessageEndpoint = caseActEndpoint({
  path: 'messages',
  summary: '在案里发消息 / Send a message in the case',
  who: ['subscriber', 'agent', 'reviewer', 'officer'],
  body: WordsBody,
  content: true,
  act: ({ words }) => ({ do: 'case.say', words }),
});
