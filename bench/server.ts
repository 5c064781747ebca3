// The server under load: the API as it is served, and beside it one route with a constant answer. Ends when its standard
// input does.
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { addAuth } from '../src/api/auth.ts';
import { lookUpStandingEndpoint } from '../src/api/standing/look-up-standing.ts';
import { addValidator } from '../src/api/validator.ts';
import type { AppContext } from '../src/app/context.ts';
import { buildContext } from '../src/main/context.ts';
import { createHttp } from '../src/main/http.ts';
import { systemClock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config.ts';
import { newId } from '../src/platform/ids.ts';
import { createLog } from '../src/platform/log.ts';
import { APP_ROLE, createPool } from '../src/platform/pool.ts';

const config = readConfig();
const pool = createPool({ url: config.databaseUrl ?? '', name: 'app', role: APP_ROLE, max: 16 });
const ctx = await buildContext({ config, log: createLog({ level: config.logLevel }), clock: systemClock, pool });
const product = await createHttp(ctx, null);
const constant = await createConstant(ctx);
const [port, constantPort] = [await listen(product), await listen(constant)];
process.stdout.write(`${JSON.stringify({ port, constantPort })}\n`);
process.stdin.resume().once('end', async () => {
  await Promise.all([product.close(), constant.close()]);
  await pool.end();
});

async function listen(app: FastifyInstance): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return (app.server.address() as AddressInfo).port;
}

/** The standing route with the same sign-in, the same check of the body and the same reply schema; `PUT` sets its answer. */
async function createConstant(ctx: AppContext): Promise<FastifyInstance> {
  const endpoint = lookUpStandingEndpoint;
  const app = fastify({ genReqId: () => newId('req', ctx.clock.now(), ctx.random) });
  let answer: unknown;
  addValidator(app);
  await addAuth(app, ctx);
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
  });
  app.put('/answer', async (request) => {
    answer = request.body;
    return {};
  });
  app.route({
    method: 'POST',
    url: `/api/v1${endpoint.path}`,
    config: { endpoint },
    schema: { body: endpoint.body, response: { 200: endpoint.reply } },
    handler: async () => answer,
  });
  return app;
}
