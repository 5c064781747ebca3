import { placeFlag } from '../../app/flags/place-flag.ts';
import { endpoint } from '../endpoint.ts';
import { FlagSchema, flagReply, ReasonsInput } from '../schemas/flag.ts';
import { nameIn, namingFields } from '../schemas/number.ts';
import { input } from '../schemas/parts.ts';
import { readReasons } from './read-reasons.ts';

export const placeFlagEndpoint = endpoint({
  method: 'POST',
  path: '/flags',
  tag: 'flags',
  summary: '作出标记，附完整理由 / Place a flag with full reasons',
  description:
    'Incomplete reasons, reasons that contradict the record, and cuts that nobody may make are refused by name.',
  who: ['system', 'agent', 'reviewer'],
  body: input({ ...namingFields, reasons: ReasonsInput }),
  status: 201,
  reply: FlagSchema,
  refusals: [403, 404, 409, 422],
  run: async ({ ctx, asker, body, reply }) => {
    const view = await placeFlag(ctx, asker, nameIn(body), readReasons(body.reasons));
    reply.header('location', `/api/v1/flags/${view.flag.flagId}`);
    return flagReply(view);
  },
});
