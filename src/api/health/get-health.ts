import { Type } from 'typebox';
import { checkHealth } from '../../app/health/check-health.ts';
import { endpoint } from '../endpoint.ts';
import { Moment } from '../schemas/parts.ts';

export const getHealthEndpoint = endpoint({
  method: 'GET',
  path: '/health',
  tag: 'health',
  summary: '服务是否正常 / Whether the service and its database answer',
  who: 'anyone',
  counted: 'never',
  status: 200,
  reply: Type.Object({ status: Type.String(), at: Moment }),
  refusals: [],
  run: async ({ ctx }) => checkHealth(ctx),
});
