import type { IncomingMessage, ServerResponse } from 'node:http';
import { createErrands } from './lib/errands.ts';
import { type Answer, bearerOf, type Listening, listen, objectIn } from './lib/http.ts';

export const HOLDER_MODES = ['normal', 'slow', 'failing', 'silent', 'down'] as const;
/**
 * How the provider behaves: `slow` answers late and decides late, `failing` finds somebody else, `silent` takes checks and never
 * decides, `down` resets the connection.
 */
export type HolderMode = (typeof HOLDER_MODES)[number];

type Check = { readonly checkId: string; readonly returnUrl: string; status: 'waiting' | 'passed' | 'failed' };

export type HolderCheckProvider = {
  start(): Promise<void>;
  stop(): Promise<void>;
  readonly url: string;
  readonly mode: HolderMode;
  setMode(mode: HolderMode, delayMs?: number): void;
  /** How many checks were begun. */
  readonly begun: number;
};

/** A provider of real-person checks on loopback: one button in place of a camera. It keeps names of checks and results alone. */
export function createHolderCheckProvider(options: {
  readonly port: number;
  readonly token: string;
  readonly delayMs?: number;
}): HolderCheckProvider {
  const { port, token } = options;
  const checks = new Map<string, Check>();
  const errands = createErrands();
  let mode: HolderMode = 'normal';
  let delayMs = options.delayMs ?? 0;
  let server: Listening | null = null;

  const begin = (body: string): Answer => {
    const { check_id: checkId, mobile_number: mobile, return_url: returnUrl } = objectIn(body) ?? {};
    if (typeof checkId !== 'string' || typeof mobile !== 'string' || typeof returnUrl !== 'string')
      return { status: 400, body: { code: 'bad_check' } };
    const reference = `check-${checks.size + 1}`;
    checks.set(reference, { checkId, returnUrl, status: 'waiting' });
    return { status: 201, body: { reference, url: `${server?.url ?? ''}/page/${reference}` } };
  };

  const decide = (check: Check) => {
    if (mode === 'silent') return;
    const settle = async () => {
      check.status = mode === 'failing' ? 'failed' : 'passed';
    };
    if (mode === 'slow') errands.after(delayMs, settle);
    else check.status = mode === 'failing' ? 'failed' : 'passed';
  };

  const answer = (request: IncomingMessage, body: string, reply: ServerResponse): Answer | Promise<Answer> | null => {
    if (mode === 'down') {
      reply.socket?.resetAndDestroy();
      return null;
    }
    const path = new URL(request.url ?? '/', 'http://loopback').pathname;
    const [, room = '', reference = ''] = path.split('/');
    const check = checks.get(reference);
    if (room === 'page') {
      if (!check) return { status: 404, body: { code: 'unknown_check' } };
      if (request.method === 'POST') {
        decide(check);
        reply.writeHead(303, { location: check.returnUrl }).end();
      } else showPage(reply, path);
      return null;
    }
    if (bearerOf(request) !== token) return { status: 401, body: { code: 'bad_token' } };
    const told = (): Answer => {
      if (room !== 'checks') return { status: 404, body: { code: 'not_found' } };
      if (request.method === 'POST' && reference === '') return begin(body);
      return check ? { status: 200, body: { status: check.status } } : { status: 404, body: { code: 'unknown_check' } };
    };
    if (mode !== 'slow') return told();
    return new Promise((resolve) => errands.after(delayMs, async () => resolve(told())));
  };

  return {
    async start() {
      server = await listen(port, answer);
    },
    async stop() {
      await Promise.all([errands.stop(), server?.close()]);
      server = null;
    },
    get url() {
      if (!server) throw new Error('the holder check does not run');
      return server.url;
    },
    get mode() {
      return mode;
    },
    setMode(next, delay) {
      mode = next;
      delayMs = delay ?? delayMs;
    },
    get begun() {
      return checks.size;
    },
  };
}

/** In place of a camera there is a button: nothing of a face is ever asked for. */
function showPage(reply: ServerResponse, path: string): void {
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>真人核验（模拟）</title><body style="font-family:sans-serif;max-width:30rem;margin:2rem auto;padding:0 1rem">
<h1>真人核验（模拟）</h1><p>这里模拟第三方核验：不拍照，不录像，点一下就有结果。<br>A simulated real-person check: no camera, one click.</p>
<form method="post" action="${path}"><button style="font-size:1.1rem;padding:.8rem 1.2rem">我是机主 I am the holder</button></form>`;
  reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}
