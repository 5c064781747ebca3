import type { FastifyInstance, InjectOptions } from 'fastify';
import { tokenOf } from './factories.ts';

// biome-ignore lint/suspicious/noExplicitAny: a reply is looked into by tests, which say what they expect of it.
export type Body = any;
export type Reply = {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
};
export type Extra = { readonly key?: string; readonly headers?: Record<string, string> };

export type Client = {
  get(path: string, extra?: Extra): Promise<Reply>;
  post(path: string, body?: unknown, extra?: Extra): Promise<Reply>;
  delete(path: string): Promise<Reply>;
  /** Sends a whole file as the body. */
  send(path: string, content: string, type: string): Promise<Reply>;
  /** Sends a file as a browser's form would. */
  upload(
    path: string,
    file: { readonly bytes: Uint8Array; readonly name: string; readonly type?: string },
    fields?: Record<string, string>,
    extra?: Extra,
  ): Promise<Reply>;
};

/** One caller of the API. A path without a leading `/api` lies under `/api/v1`. */
export function createClient(http: FastifyInstance, actorId: string | null): Client {
  const authorization = actorId === null ? {} : { authorization: `Bearer ${tokenOf(actorId)}` };
  const send = async (
    method: InjectOptions['method'],
    path: string,
    rest: Partial<InjectOptions>,
    extra: Extra = {},
  ): Promise<Reply> => {
    const url = path.startsWith('/api') ? path : `/api/v1${path}`;
    const headers = {
      ...authorization,
      ...(extra.key ? { 'idempotency-key': extra.key } : {}),
      ...rest.headers,
      ...extra.headers,
    };
    const answer = await http.inject({ ...rest, method: method ?? 'GET', url, headers });
    const isJson = /[/+]json/.test(String(answer.headers['content-type']));
    return {
      status: answer.statusCode,
      body: isJson ? answer.json() : answer.body,
      headers: answer.headers,
      bytes: answer.rawPayload,
    };
  };
  return {
    get: (path, extra) => send('GET', path, {}, extra),
    post: (path, body, extra) => send('POST', path, body === undefined ? {} : { payload: body as object }, extra),
    delete: (path) => send('DELETE', path, {}),
    send: (path, content, type) => send('POST', path, { payload: content, headers: { 'content-type': type } }),
    upload: async (path, file, fields = {}, extra) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new File([new Uint8Array(file.bytes)], file.name, { type: file.type ?? '' }));
      const encoded = new Response(form);
      const type = encoded.headers.get('content-type') ?? '';
      return send(
        'POST',
        path,
        { payload: Buffer.from(await encoded.arrayBuffer()), headers: { 'content-type': type } },
        extra,
      );
    },
  };
}
