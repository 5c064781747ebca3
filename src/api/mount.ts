import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { AppContext } from '../app/context.ts';
import { RefusalError, refusal } from '../domain/refusal.ts';
import { t } from '../locales/index.ts';
import { NO_ACTOR } from './auth.ts';
import type { Endpoint } from './endpoint.ts';
import { declaredBy } from './endpoint.ts';
import { ProblemSchema } from './problems/problem.ts';
import { snakeKeys } from './wire.ts';
import { writeKeyOf } from './write-key.ts';

/** Of what a hostile address asks, no more than this comes back. */
const SHOWN_NAMES = 5;
const SHOWN_LETTERS = 80;

const PROBLEM = { 'application/problem+json': { schema: ProblemSchema } };

const WriteHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      description: 'Your own name for this write: sent again, it is done once and answered alike.',
      examples: ['0f7a-pay-1'],
    }),
  ),
});

/** Registers an endpoint with the schemas that check its input, trim its reply and describe it. */
export function mount(app: FastifyInstance, ctx: AppContext, endpoint: Endpoint): void {
  const { method, path, status, bodyLimit } = endpoint;
  app.route({
    method,
    url: path,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    config: { endpoint },
    schema: schemaOf(endpoint),
    preValidation: async (request) => refuseUnknown(endpoint, request.query),
    handler: async (request, reply) => {
      const { params, query, body } = request as unknown as { params: never; query: never; body: never };
      const asker = {
        actor: request.actor ?? NO_ACTOR,
        source: 'api',
        sourceId: request.id,
        key:
          method === 'GET' || endpoint.multipart || endpoint.keyless
            ? undefined
            : // What comes along where nothing is read is no part of what is asked.
              writeKeyOf(request.headers['idempotency-key'], {
                method,
                path,
                params,
                body: endpoint.body ? (body ?? null) : null,
              }),
        purpose: purposeOf(request),
        proof: request.proof,
      };
      reply.code(status);
      const answer = await endpoint.run({ ctx, asker, params, query, body, locale: request.locale, request, reply });
      if (endpoint.produces) return answer;
      return endpoint.reply === null ? reply.send() : snakeKeys(answer);
    },
  });
}

/** A misspelt parameter is told, not dropped: without its filter a list would say more than was asked. */
function refuseUnknown({ query }: Endpoint, given: unknown): void {
  const known = Object.keys((query as { properties?: object } | undefined)?.properties ?? {});
  const names = Object.keys(given ?? {}).filter((name) => !known.includes(name));
  if (names.length === 0) return;
  const code = known.length > 0 ? 'request.unknown_parameter' : 'request.no_parameters';
  const shown = names.slice(0, SHOWN_NAMES).map((name) => name.slice(0, SHOWN_LETTERS));
  throw new RefusalError(refusal(code, { names: shown, known }, `/${shown[0]}`));
}

/** The access log keeps why somebody looked, where they say so. */
function purposeOf(request: FastifyRequest): string | undefined {
  const given = request.headers['purpose'];
  return typeof given === 'string' && /^[\x20-\x7e]{1,80}$/.test(given) ? given : undefined;
}

function schemaOf(endpoint: Endpoint) {
  const { tag, summary, description, who, params, query, body, method } = endpoint;
  const signedIn = who !== 'anyone';
  const roles = Array.isArray(who) ? `For: ${who.join(', ')}.` : '';
  return {
    tags: [tag],
    summary,
    description: [description, roles].filter(Boolean).join(' '),
    operationId: operationId(endpoint),
    security: signedIn ? [{ token: [] }] : [],
    ...(endpoint.multipart ? { consumes: ['multipart/form-data'] } : {}),
    ...(endpoint.streams ? { consumes: [...endpoint.streams] } : {}),
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    ...(method === 'GET' || endpoint.keyless ? {} : { headers: WriteHeaders }),
    response: responses(endpoint),
  };
}

function responses(endpoint: Endpoint): Record<string, unknown> {
  const { status, reply, produces } = endpoint;
  const problem = (code: number) => ({
    description: t('en', `problem.title.${code}` as 'problem.title.400'),
    content: PROBLEM,
  });
  const refused = declaredBy(endpoint).filter((code) => code !== status);
  return {
    [status]: produces
      ? {
          description: 'The file',
          content: { [produces]: { schema: Type.Unsafe({ type: 'string', format: 'binary' }) } },
        }
      : (reply ?? { description: 'Done', type: 'null' }),
    ...Object.fromEntries(refused.map((code) => [code, problem(code)])),
  };
}

/** `post_cases_case_id_submit`. */
function operationId({ method, path }: Endpoint): string {
  return `${method.toLowerCase()}${path.replace(/[/:-]+/g, '_')}`;
}
