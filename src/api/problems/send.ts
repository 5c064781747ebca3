import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../app/context.ts';
import { noteRefusal } from '../../app/note-refusal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError, refusal } from '../../domain/refusal.ts';
import { formatBytes } from '../../platform/locale.ts';
import type { Endpoint } from '../endpoint.ts';
import { declaredBy } from '../endpoint.ts';
import { localeOf } from '../locale-of.ts';
import type { Fault, ValidationError } from './faults.ts';
import { faultsOf } from './faults.ts';
import { problemOf } from './problem.ts';

type Thrown = {
  readonly code?: string;
  readonly statusCode?: number;
  readonly validation?: readonly ValidationError[];
};

const FRAMEWORK: Readonly<Record<string, (request: FastifyRequest) => Refusal>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: () => refusal('request.not_json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => refusal('request.not_json'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => refusal('request.broken_upload'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: (request) => unsupported(request),
  FST_INVALID_MULTIPART_CONTENT_TYPE: (request) => unsupported(request),
  FST_ERR_CTP_BODY_TOO_LARGE: (request) =>
    refusal('request.too_large', { limit: formatBytes(request.routeOptions.bodyLimit) }),
};

/** The one place where whatever went wrong becomes a problem. */
export function addProblems(
  app: FastifyInstance,
  ctx: AppContext,
  endpoints: readonly Endpoint[],
  strict: boolean,
): void {
  const methodsOf = compileMethods(endpoints);
  app.setErrorHandler((error, request, reply) => send(ctx, request, reply, error, strict));
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const allowed = methodsOf(path);
    if (allowed.length > 0) reply.header('allow', allowed.join(', '));
    const missing =
      allowed.length > 0
        ? refusal('route.wrong_method', { path, method: request.method, allowed })
        : refusal('route.not_found', { path });
    return send(ctx, request, reply, new RefusalError(missing), false);
  });
}

function send(ctx: AppContext, request: FastifyRequest, reply: FastifyReply, error: unknown, strict: boolean) {
  const locale = localeOf(request.headers['accept-language']);
  const faults = (error as Thrown).validation ? faultsOf(locale, (error as Thrown).validation ?? []) : undefined;
  const found = faults ? invalid(faults) : refusalOf(error, request);
  if (found === null)
    ctx.log.error({ err: error, request_id: request.id, route: request.routeOptions.url }, 'a request failed');
  let problem = problemOf(found ?? refusal('server.failed'), locale, request.id, faults);
  noteRefusal(ctx, { code: problem.code, requestId: request.id, actorId: request.actor?.id ?? null });
  const { endpoint } = request.routeOptions.config;
  if (endpoint && !declaredBy(endpoint).includes(problem.status)) {
    ctx.log.error(
      { code: problem.code, status: problem.status, route: request.routeOptions.url },
      'answered an undeclared status',
    );
    if (strict)
      problem = problemOf(
        refusal('server.undeclared', { code: problem.code, status: problem.status }),
        locale,
        request.id,
      );
  }
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.status === 503) reply.header('retry-after', '1');
  return reply
    .code(problem.status)
    .header('content-language', locale)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problem);
}

function invalid(faults: readonly Fault[]): Refusal {
  return refusal('request.invalid', { fault: faults.map((fault) => fault.detail).join(' ') }, faults[0]?.pointer ?? '');
}

function refusalOf(error: unknown, request: FastifyRequest): Refusal | null {
  if (error instanceof RefusalError) return error.refusal;
  const { code = '', statusCode = 500 } = error as Thrown;
  const known = FRAMEWORK[code];
  if (known) return known(request);
  if (statusCode === 413) return refusal('request.too_large', { limit: formatBytes(request.routeOptions.bodyLimit) });
  if (statusCode === 415 || statusCode === 406) return unsupported(request);
  return statusCode < 500 ? refusal('request.broken_upload') : null;
}

function unsupported(request: FastifyRequest): Refusal {
  const wanted = request.routeOptions.config.endpoint?.multipart ? 'multipart/form-data' : 'application/json';
  return refusal('request.unsupported_type', { found: request.headers['content-type']?.split(';')[0] || '-', wanted });
}

/** Which methods an address has, so that a wrong one is not answered as a wrong address. */
function compileMethods(endpoints: readonly Endpoint[]): (path: string) => string[] {
  const shapes = endpoints.map(({ method, path }) => ({
    method,
    shape: new RegExp(`/v1${path.replace(/:[a-z_]+/g, '[^/]+')}$`),
  }));
  return (path) => shapes.filter(({ shape }) => shape.test(path)).map(({ method }) => method);
}
