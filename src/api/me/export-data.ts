import { Type } from 'typebox';
import { exportMyData } from '../../app/mine/my-data.ts';
import { endpoint } from '../endpoint.ts';

export const exportDataEndpoint = endpoint({
  method: 'GET',
  path: '/me/data',
  tag: 'me',
  summary: '我的全部资料 / Everything that is kept about me',
  description: 'Person, numbers with every entry and its words, mandates, and who read it.',
  who: ['subscriber', 'representative'],
  status: 200,
  reply: Type.Unknown(),
  refusals: [403],
  run: async ({ ctx, asker }) => exportMyData(ctx, asker),
});
