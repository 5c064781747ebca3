import { Type } from 'typebox';
import { COUNTERPARTS, GISTS, WAYS } from '../../domain/cases/correspondence.ts';
import { readInstant } from '../instants.ts';
import { Code, choice, Id, input, MomentInput } from '../schemas/parts.ts';
import { caseActEndpoint } from './case-act.ts';

export const recordContactEndpoint = caseActEndpoint({
  path: 'contacts',
  summary: '记一次联系 / Record a call, visit or letter',
  description:
    'In a case that the person keeps. Clocks run from the moment it happened, and the case follows from what it came to.',
  who: ['subscriber', 'representative'],
  body: input(
    {
      way: choice(WAYS),
      counterpart: choice(COUNTERPARTS),
      gist: choice(GISTS),
      flag_ids: Type.Array(Id, { maxItems: 20, description: 'The flags it was about; none means all' }),
      at: MomentInput,
      promised_for: Type.Union([MomentInput, Type.Null()]),
      materials: Type.Array(Code, { maxItems: 20 }),
      ticket: Type.String({ maxLength: 100 }),
      spoke_with: Type.String({ maxLength: 100 }),
      words: Type.String({ maxLength: 4000 }),
    },
    [
      {
        way: 'call',
        counterpart: 'carrier',
        gist: 'complained',
        flag_ids: [],
        at: '2026-11-20T09:30:00+08:00',
        promised_for: null,
        materials: [],
        ticket: '20261120001',
        spoke_with: '1108',
        words: '',
      },
    ],
  ),
  content: true,
  act: (body) => ({
    do: 'case.record',
    way: body.way,
    counterpart: body.counterpart,
    gist: body.gist,
    flagIds: body.flag_ids,
    at: readInstant(body.at, '/at'),
    promisedFor: body.promised_for === null ? null : readInstant(body.promised_for, '/promised_for'),
    materials: body.materials,
    ticket: body.ticket,
    spokeWith: body.spoke_with,
    words: body.words,
  }),
});
