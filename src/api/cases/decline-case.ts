import { DECLINE_GROUNDS } from '../../domain/cases/authority.ts';
import { choice, input, Words } from '../schemas/parts.ts';
import { caseActEndpoint } from './case-act.ts';

export const declineCaseEndpoint = caseActEndpoint({
  path: 'decline',
  summary: '不予受理，写明理由 / Decline the case with its ground',
  description: 'The case goes back to where it was, with the ground and the words shown to the person.',
  who: ['officer'],
  body: input({ ground: choice(DECLINE_GROUNDS), words: Words }, [
    { ground: 'papers_missing', words: '请补上向运营商投诉的工单号。' },
  ]),
  content: true,
  act: ({ ground, words }) => ({ do: 'case.decline', ground, words }),
});
