import { gzipSync } from 'node:zlib';
import { paths } from '../../../src/web/paths.ts';
import type { Dice } from '../../support/dice.ts';
import type { Form } from './forms.ts';
import type { Pool, Schema } from './from-schema.ts';
import { valueBy } from './from-schema.ts';
import { brokenJson, hostileValue, spoil, TEXTS } from './hostile-values.ts';
import type { Shot } from './shot.ts';

type Parameter = { readonly name: string; readonly in: string; readonly schema: Schema };
type Operation = {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | null;
  readonly multipart: boolean;
};

/** What shots are made of. */
export type Quiver = {
  readonly operations: readonly Operation[];
  readonly forms: readonly Form[];
  readonly actors: readonly string[];
  readonly pool: Pool;
  readonly csrf: (actor: string) => string;
};

// biome-ignore lint/suspicious/noExplicitAny: the document is looked into as far as it is needed.
export function operationsIn(document: any): Operation[] {
  return Object.entries<Record<string, never>>(document.paths).flatMap(([path, item]) =>
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    Object.entries<any>(item).map(([method, { parameters = [], requestBody }]) => ({
      method: method.toUpperCase(),
      path,
      parameters,
      body: requestBody?.content?.['application/json']?.schema ?? null,
      multipart: path.endsWith('/evidence') && method === 'post',
    })),
  );
}

/** The next request of a seed. */
export function nextShot(quiver: Quiver, dice: Dice): Shot {
  return dice.weighed<() => Shot>([
    [50, () => apiShot(quiver, dice)],
    [16, () => pageShot(quiver, dice)],
    [26, () => formShot(quiver, dice)],
    [8, () => rawShot(quiver, dice)],
  ])();
}

const COMMON: readonly Readonly<Record<string, string>>[] = [
  {},
  {},
  {},
  { 'x-http-method-override': 'DELETE' },
  { 'x-method-override': 'PUT', 'x-http-method': 'DELETE' },
  { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '::1', forwarded: 'for=127.0.0.1' },
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
  { 'x-original-url': '/desk', 'x-rewrite-url': '/authority' },
  { 'x-actor-id': 'qinghe-admin', 'x-user': 'admin', 'x-role': 'admin' },
  { 'accept-language': 'en;q=9,zh-CN;q=-1,*'.repeat(20) },
  { 'accept-language': '\u00ff\u00fe' },
  { 'idempotency-key': 'k'.repeat(201) },
  { 'idempotency-key': '\u00e9' },
  { 'idempotency-key': 'same' },
  { 'if-match': '"x"' },
  { 'if-match': '*', 'if-none-match': '*' },
  { purpose: 'x'.repeat(500) },
  { range: 'bytes=0-0,1-1,99999999999-' },
  { expect: '100-continue' },
  { accept: 'text/html;q=0, */*;q=-1' },
  { connection: 'close, authorization' },
  { 'content-encoding': 'gzip' },
  { te: 'trailers, deflate', trailer: 'authorization' },
  { authorization: 'Bearer ' },
  { authorization: `Bearer ${'a'.repeat(300)}` },
  { authorization: 'Basic YWRtaW46YWRtaW4=' },
  { cookie: `${'a=b; '.repeat(300)}qingbiao=x` },
  { cookie: 'qingbiao=__proto__; lang=__proto__; type=constructor' },
  { origin: 'null', 'sec-fetch-site': 'same-origin' },
];

/** The share of requests to the API with nothing wrong in them. */
const FAIR = 0.3;

function apiShot({ operations, actors, pool }: Quiver, dice: Dice): Shot {
  const operation = dice.pick(operations);
  const { method, parameters, body: schema, multipart } = operation;
  const actor = dice.pick(actors);
  // Some ask as an honest client would: what is hostile about the rest must find things that are there.
  const fair = dice.chance(FAIR);
  let path = operation.path.replace(/\{([a-z_]+)\}/g, (_, name: string) => part(name, pool, dice));
  const query = parameters.filter((one) => one.in === 'query' && dice.chance(0.5));
  const pairs = query.map(({ name, schema: of }) => [
    name,
    !fair && dice.chance(0.3) ? dice.pick(TEXTS) : valueBy(of, name, pool, dice),
  ]);
  if (dice.chance(0.05))
    pairs.push([dice.pick(['x', '__proto__', 'cursor', 'limit', 'person_id', 'carrier_id']), dice.pick(TEXTS)]);
  const text = pairs
    .map(([name, value]) => `${escaped(String(name))}=${escaped(String(value).slice(0, 4_000))}`)
    .join('&');
  if (text) path += `?${text}`;
  const headers: Record<string, string> = fair ? {} : { ...dice.pick(COMMON) };
  const isLookUp = operation.path.endsWith('/standing') && dice.chance(0.7);
  const known: Pool = isLookUp ? (name, by) => pool(name === 'mobile_number' ? 'looked_up' : name, by) : pool;
  const said = multipart ? upload(dice, {}) : jsonBody(schema, known, dice, fair);
  const shot = {
    actor,
    via: dice.pick<Shot['via']>([
      'token',
      'token',
      'token',
      'token',
      'token',
      'token',
      'token',
      'token',
      'visit',
      'none',
    ]),
    headers,
    path,
  } as const;
  if (method === 'GET' && !dice.chance(0.05))
    return { ...shot, method: dice.chance(0.03) ? dice.pick(METHODS) : method, body: null };
  headers['content-type'] ??= dice.chance(0.93) ? said.type : dice.pick(TYPES);
  return { ...shot, method: dice.chance(0.03) ? dice.pick(METHODS) : method, body: said.body };
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND'];
const TYPES = [
  'text/plain',
  'application/json; charset=utf-16',
  'application/json;charset="utf-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=----x',
  'application/xml',
  'APPLICATION/JSON',
  'application/problem+json',
  '',
  'a',
];

function jsonBody(schema: Schema | null, pool: Pool, dice: Dice, fair: boolean): { type: string; body: string | null } {
  const type = 'application/json';
  if (!schema) return { type, body: dice.chance(0.7) ? '' : bytes(JSON.stringify(hostileValue(dice)) ?? '') };
  let value = valueBy(schema, '', pool, dice);
  if (fair) return { type, body: JSON.stringify(value) ?? '' };
  if (dice.chance(0.12)) return { type, body: bytes(brokenJson(value, dice)) };
  for (let left = dice.below(3); left > 0; left -= 1) value = spoil(value, dice);
  const text = JSON.stringify(value) ?? '';
  if (dice.chance(0.02)) return { type, body: gzipSync(text).toString('latin1') };
  if (dice.chance(0.02)) return { type, body: `${bytes(text)}\u00ff\u00fe` };
  return { type, body: bytes(text) };
}

/** UTF-8 bytes, one letter each. */
function bytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** One part of an address: an id that is there or never was, or what breaks out of its place. */
function part(name: string, pool: Pool, dice: Dice): string {
  if (dice.chance(0.85)) return escaped(String(pool(name, dice) ?? 'x'));
  return dice.pick([
    '%00',
    '%2e%2e',
    '%2e%2e%2f%2e%2e',
    '..',
    '%ff',
    '%zz',
    '*',
    '%252e',
    'a%0d%0ab',
    '%E4%BD%A0',
    'x'.repeat(500),
    '__proto__',
    escaped(dice.pick(TEXTS).slice(0, 300)),
  ]);
}

const TRAVERSALS = [
  '/assets/../../package.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/assets/..%2f..%2fpackage.json',
  '/assets/..%5c..%5cpackage.json',
  '/assets/%00.css',
  '/assets//etc/passwd',
  '/assets/',
  '//evil.example/mine',
  '/mine/',
  '/MINE',
  '/mine;x=1',
  '/mine%2f..%2fdesk',
  '/./desk',
  '/api/../desk',
  '/api//v1/me',
  '/api/v1/me/',
  '/.env',
  '/.git/config',
  '/data/master.key',
  '/.well-known/security.txt',
  '/api/docs/static/../../../package.json',
  '/api/docs/json',
  '/%',
  '/%c0%ae%c0%ae/etc/passwd',
  '/?__proto__[x]=1',
];

function pageShot({ actors, pool }: Quiver, dice: Dice): Shot {
  const address = dice.pick(Object.values(paths));
  const plain =
    typeof address === 'string'
      ? address
      : decodeURIComponent((address as (...parts: string[]) => string)('{0}', '{1}')).replace(/\{\d\}/g, () =>
          part(dice.pick(IDS), pool, dice),
        );
  const path = dice.chance(0.12) ? dice.pick(TRAVERSALS) : plain;
  const query = dice.chance(0.4)
    ? `?${dice.pick(['cursor', 'step', 'done', 'next', 'lang', 'type', 'remedy', 'status', 'mine', 'sort', 'rule', 'from', 'length', 'act', 'code', 'state', 'material', 'a[b]'])}=${escaped(dice.pick(TEXTS).slice(0, 3_000))}`
    : '';
  const method = dice.chance(0.04) ? dice.pick(METHODS) : 'GET';
  return {
    actor: dice.pick(actors),
    via: dice.pick(['visit', 'visit', 'visit', 'token', 'none']),
    method,
    path: path + query,
    headers: dice.pick(COMMON),
    body: null,
  };
}

const IDS = [
  'case_id',
  'case_id',
  'case_id',
  'flag_id',
  'lift_id',
  'number_id',
  'evidence_id',
  'evidence_id',
  'clock_id',
  'mandate_id',
  'paper_id',
];

function formShot({ forms, actors, pool, csrf }: Quiver, dice: Dice): Shot {
  const form = dice.pick(forms);
  // Mostly by whom the form was offered to, else by somebody who never saw it.
  const actor = dice.chance(0.6) ? form.actor : dice.pick(actors);
  const fields: Record<string, string> = { ...form.fields, csrf: csrf(actor) };
  for (const name of Object.keys(fields)) {
    if (name === 'csrf') continue;
    const known = pool(name, dice);
    if (dice.chance(0.3)) fields[name] = dice.chance(0.6) ? dice.pick(TEXTS) : String(known ?? 'x');
    if (dice.chance(0.05)) delete fields[name];
  }
  if (dice.chance(0.05)) fields[dice.pick(['__proto__', 'constructor', 'actor_id', '_method'])] = dice.pick(TEXTS);
  const forgery = dice.chance(0.2) ? dice.pick(['none', 'wrong', 'other', 'site'] as const) : null;
  if (forgery === 'none') delete fields['csrf'];
  if (forgery === 'wrong') fields['csrf'] = dice.pick(['', 'x', '0'.repeat(32), '__proto__']);
  if (forgery === 'other') fields['csrf'] = csrf('somebody else');
  const headers: Record<string, string> = {
    ...dice.pick(COMMON),
    'sec-fetch-site': forgery === 'site' ? 'cross-site' : 'same-origin',
  };
  const action = dice.chance(0.2)
    ? form.action.replace(/(case|flag|lift|mandate)_[0-9a-z]+_[0-9a-z]+/, (_, kind) => part(`${kind}_id`, pool, dice))
    : form.action;
  const said = form.multipart === dice.chance(0.95) ? upload(dice, fields) : encoded(fields, dice);
  headers['content-type'] = dice.chance(0.96) ? said.type : dice.pick(TYPES);
  const exempt = action === '/sign-in' || action === '/sign-out';
  return {
    actor,
    via: 'visit',
    method: 'POST',
    path: action,
    headers,
    body: said.body,
    forged: forgery !== null && !exempt,
  };
}

function encoded(fields: Readonly<Record<string, string>>, dice: Dice): { type: string; body: string } {
  const type = 'application/x-www-form-urlencoded';
  const pairs = Object.entries(fields).map(([name, value]) => `${escaped(name)}=${escaped(value)}`);
  if (dice.chance(0.05)) pairs.push(...pairs.slice(0, 2));
  if (dice.chance(0.03)) pairs.push('%ff=%fe', 'a=%zz', '=', '&&&', 'a[b][c]=1');
  if (dice.chance(0.01)) pairs.push(...Array.from({ length: 5_000 }, (_, index) => `f${index}=1`));
  const body = pairs.join('&');
  return { type, body: dice.chance(0.03) ? body.slice(0, dice.below(body.length + 1)) : body };
}

const NAMES = [
  'a.png',
  '../../etc/passwd',
  'a\u0000.png',
  '工作证明.png',
  'x'.repeat(300),
  '"><script>.svg',
  'con',
  '.',
  '',
  'a.pdf.exe',
  "a'; drop.png",
  '\r\nx: y',
];
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
).toString('latin1');
const FILES = [
  PNG,
  PNG.slice(0, 20),
  '%PDF-1.4\n%%EOF\n',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  '<html><script>alert(1)</script>',
  'PK\u0003\u0004',
  '',
  '\u0000'.repeat(1_000),
  `GIF89a${'\u00ff'.repeat(10)}`,
];

function upload(dice: Dice, fields: Readonly<Record<string, string>>): { type: string; body: string } {
  const boundary = dice.pick(['----x', 'x'.repeat(70), 'a b', '--']);
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${bytes(name)}"\r\n\r\n${bytes(value)}\r\n`;
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="${dice.pick(['file', 'file', 'file', 'picture', '', '__proto__'])}"; filename="${bytes(dice.pick(NAMES))}"\r\ncontent-type: ${dice.pick(['image/png', 'application/pdf', 'text/html', 'x', ''])}\r\n\r\n${dice.pick(FILES)}\r\n`;
  const parts = [
    ...Object.entries(fields).map(([name, value]) => field(name, value)),
    field('material', dice.pick(['id_card', ...TEXTS]).slice(0, 300)),
    ...Array.from({ length: dice.pick([0, 1, 1, 1, 2]) }, () => file),
  ];
  const body = `${parts.join('')}--${boundary}--\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: dice.chance(0.15) ? body.slice(0, dice.below(body.length)) : body,
  };
}

/** Bytes that are no orderly request, or two that try to look like one. */
function rawShot({ pool }: Quiver, dice: Dice): Shot {
  const id = String(pool('case_id', dice));
  const inner = `GET /api/v1/cases/${id} HTTP/1.1\r\nHost: x\r\n\r\n`;
  const host = 'Host: 127.0.0.1\r\n';
  const raw = dice.pick<string>([
    `POST /api/v1/standing HTTP/1.1\r\n${host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
    `POST /check HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n${inner}`,
    `POST /check HTTP/1.1\r\n${host}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${inner}`,
    `POST /check HTTP/1.1\r\n${host}Content-Length: 5\r\nContent-Length: 50\r\n\r\nabcde${inner}`,
    `POST /check HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`,
    `POST /check HTTP/1.1\r\n${host}Content-Length: 99999999999999999999\r\n\r\nx`,
    `POST /check HTTP/1.1\r\n${host}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ntext=cut`,
    `POST /api/v1/facts HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{}\r\n`,
    `POST /api/v1/facts HTTP/1.1\r\n${host}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
    `GET / HTTP/1.1\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`,
    `GET / HTTP/9.9\r\n${host}\r\n`,
    `GET / HTTP/1.0\r\n\r\n`,
    'GET /\r\n',
    `GET http://evil.example/desk HTTP/1.1\r\nHost: evil.example\r\n\r\n`,
    `CONNECT 127.0.0.1:5432 HTTP/1.1\r\n${host}\r\n`,
    `OPTIONS * HTTP/1.1\r\n${host}\r\n`,
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`,
    `GET / HTTP/1.1\r\n${host}${'X: y\r\n'.repeat(3_000)}\r\n`,
    `GET / HTTP/1.1\r\n${host}X: ${'y'.repeat(20_000)}\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}X: a\r\n b\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}X\u0000: a\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`,
    `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n`,
    `\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003`,
    `GET /mine HTTP/1.1\r\n${host}Cookie: qingbiao=${'\u00ff'.repeat(50)}\r\n\r\n`,
    `${inner}${inner}${inner}`,
    `GET /cases/${id}/\u0001 HTTP/1.1\r\n${host}\r\n`,
    `POST /cases/${id}/add-evidence HTTP/1.1\r\n${host}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 20\r\n\r\n--x\r\ncontent-`,
    'x'.repeat(dice.below(2_000)),
  ]);
  return { actor: 'nobody', via: 'none', method: 'RAW', path: '', headers: {}, body: null, raw };
}
