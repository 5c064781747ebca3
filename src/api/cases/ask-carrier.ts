import { caseActEndpoint, WordsBody } from './case-act.ts';

export const askCarrierEndpoint = caseActEndpoint({
  path: 'ask-carrier',
  summary: '要求运营商答复 / Put the matter to the carrier',
  description: 'Sets the carrier’s own time to answer the body running.',
  who: ['officer'],
  body: WordsBody,
  content: true,
  act: ({ words }) => ({ do: 'case.ask_carrier', words }),
});
