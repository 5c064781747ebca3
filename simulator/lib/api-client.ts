import { persist } from './persist.ts';

export type Json = { readonly [field: string]: unknown };

type Options = {
  /** The client's own name for a write. */
  readonly key?: string;
  readonly signal?: AbortSignal;
};

export type ApiClient = {
  get(path: string, options?: Options): Promise<Json>;
  post(path: string, body: Json, options?: Options): Promise<Json>;
  delete(path: string, options?: Options): Promise<Json>;
};

/** The product said no, with its stable code. */
export class ApiRefused extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Json;

  constructor(request: string, status: number, problem: Json) {
    const code = typeof problem['code'] === 'string' ? problem['code'] : 'no_code';
    super(`${request} was answered ${status} ${code}`);
    this.status = status;
    this.code = code;
    this.problem = problem;
  }
}

const PATIENCE_MS = 10_000;

/** Speaks to `/api/v1` with one bearer token. What cannot be reached or answers 5xx is asked again, under the same key. */
export function createApiClient({ apiUrl, token }: { readonly apiUrl: string; readonly token: string }): ApiClient {
  const base = `${apiUrl.replace(/\/+$/, '')}/api/v1`;
  const send = async (
    method: string,
    path: string,
    body: Json | undefined,
    { key, signal }: Options,
  ): Promise<Json> => {
    const answer = await fetch(`${base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), ...(signal ? [signal] : [])]),
      redirect: 'error',
    });
    const told = (await answer.json().catch(() => ({}))) as Json;
    if (!answer.ok) throw new ApiRefused(`${method} ${path}`, answer.status, told);
    return told;
  };
  const ask = (method: string, path: string, body: Json | undefined, options: Options = {}) =>
    persist(options.signal, isTransient, () => send(method, path, body, options));
  return {
    get: (path, options) => ask('GET', path, undefined, options),
    post: (path, body, options) => ask('POST', path, body, options),
    delete: (path, options) => ask('DELETE', path, undefined, options),
  };
}

function isTransient(error: unknown): boolean {
  return !(error instanceof ApiRefused) || error.status >= 500;
}
