import { getFlag } from '../../app/flags/get-flag.ts';
import { endpoint } from '../endpoint.ts';
import { FlagSchema, flagReply } from '../schemas/flag.ts';
import { FlagParams } from '../schemas/parts.ts';

export const getFlagEndpoint = endpoint({
  method: 'GET',
  path: '/flags/:flag_id',
  tag: 'flags',
  summary: '标记与理由书 / A flag with its reasons',
  who: 'signed_in',
  params: FlagParams,
  status: 200,
  reply: FlagSchema,
  refusals: [404],
  run: async ({ ctx, asker, params }) => flagReply(await getFlag(ctx, asker, params.flag_id)),
});
