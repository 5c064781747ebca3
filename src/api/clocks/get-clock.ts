import { Type } from 'typebox';
import { getClock } from '../../app/clocks/get-clock.ts';
import { ledgerWords } from '../../app/clocks/ledger-words.ts';
import { endpoint } from '../endpoint.ts';
import { ClockSchema } from '../schemas/clock.ts';
import { Id, nullable } from '../schemas/parts.ts';

export const getClockEndpoint = endpoint({
  method: 'GET',
  path: '/clocks/:clock_id',
  tag: 'clocks',
  summary: '一个时限和它的算法 / A clock with its ledger',
  description:
    'For whoever may see what it runs over. The ledger names rule and version, start and its entry, what bore on it, and the calendar: anyone can walk it again.',
  who: 'signed_in',
  params: Type.Object({ clock_id: Id }),
  status: 200,
  reply: Type.Object({ clock: ClockSchema, words: Type.Array(Type.String()), case_id: nullable(Id) }),
  refusals: [404],
  run: async ({ ctx, asker, params, locale }) => {
    const { clock, ledger, caseId } = await getClock(ctx, asker, params.clock_id);
    return { clock: { ...clock, ledger }, words: ledgerWords(locale, ledger ?? []), caseId };
  },
});
