import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../../bench/figures.ts';
import { numberOfPerson } from '../../seed/city.ts';
import type { AppContext } from '../../src/app/context.ts';
import { indexOf } from '../../src/app/sign-in/addresses.ts';
import { buildContext } from '../../src/main/context.ts';
import { createHttp } from '../../src/main/http.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { startEmbeddedDatabase } from '../../src/platform/embedded-database.ts';
import { createLog } from '../../src/platform/log.ts';
import { APP_ROLE, createPool } from '../../src/platform/pool.ts';
import { bindAccountKey } from '../../src/store/accounts.ts';
import { migrate } from '../../src/store/migrate.ts';
import { openWeb } from '../../src/web/render.ts';
import { csrfOf } from '../../src/web/visit.ts';
import { makeCity, tokenOf } from '../support/factories.ts';

/** Pairs of requests for each question, one of them about somebody who is there. */
const PAIRS = 300;
/** Work that follows an answer must not fall into the next measurement. */
const REST_MS = 4;
/** Medians further apart than this tell who is there, when one of each pair is also the slower one far more often than by chance. */
const TELLING = { ms: 0.2, share: 0.65 };

type Probe = {
  readonly name: string;
  readonly ask: (known: boolean, index: number) => Promise<{ status: number; length: number }>;
};
export type EnumerationFigures = {
  readonly pairs: number;
  readonly probes: readonly {
    name: string;
    knownMs: number;
    unknownMs: number;
    apartMs: number;
    /** Of all pairs, in how many whoever is there took longer; a half by chance. */
    knownSlower: number;
    sameAnswer: boolean;
    tells: boolean;
  }[];
  readonly tells: number;
};

/** Asks about addresses and numbers that are somebody's and that are nobody's, in turn, and compares answers and medians. */
export async function proveEnumeration(print: (line: string) => void): Promise<EnumerationFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingbiao-enumeration-'));
  const log = createLog({ level: 'fatal' });
  const database = await startEmbeddedDatabase({ dataDir, log });
  await migrate(database.url);
  const pool = createPool({ url: database.url, name: 'app', role: APP_ROLE, max: 8 });
  const limits = { QINGBIAO_LIMITS: 'pictures=1000000,letters=1000000,codes=1000000,accounts=1000000' };
  const config = readConfig({ DATA_DIR: dataDir, QINGBIAO_DEMO: '0', QINGBIAO_MASTER_KEY: '0'.repeat(64), ...limits });
  const ctx = await buildContext(
    { config: { ...config, sms: { url: 'http://127.0.0.1:9', token: 'x' } }, log, clock: systemClock, pool },
    {
      mail: { send: async () => ({ response: '250' }) },
      sms: { send: async () => ({ taken: true, messageId: 'x' }) },
    },
  );
  await makeCity(ctx);
  const app = await createHttp(ctx, await openWeb());
  try {
    await app.listen({ host: '127.0.0.1', port: 0 });
    const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    const probes = [];
    for (const probe of await probesOn(ctx, url)) {
      const measured = await measure(probe);
      print(`${probe.name}: ${JSON.stringify(measured)}`);
      probes.push({ name: probe.name, ...measured });
    }
    return { pairs: PAIRS, probes, tells: probes.filter((one) => one.tells || !one.sameAnswer).length };
  } finally {
    await app.close();
    await ctx.ocr.stop();
    await pool.end();
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function probesOn(ctx: AppContext, url: string): Promise<Probe[]> {
  const phoneOf = (known: boolean, index: number) => numberOfPerson((known ? 1_000 : 5_000) + index);
  const mailOf = (known: boolean, index: number) => `${known ? 'k' : 'u'}${1_000 + index}@example.com`;
  const createdAt = ctx.clock.now();
  for (let index = 0; index < PAIRS; index += 1) {
    const bind = (kind: 'sms' | 'mail', to: string) =>
      bindAccountKey(ctx.pool, { kind, keyHash: indexOf(ctx, { kind, to }), actorId: 'lin-xiaoyu', createdAt });
    await bind('sms', phoneOf(true, index));
    await bind('mail', mailOf(true, index));
    await ctx.numbers.findOrCreate(numberOfPerson(2_000 + index), createdAt);
  }
  const form = async (path: string, fields: Record<string, string>) => {
    const body = new URLSearchParams({ csrf: csrfOf(undefined), ...fields });
    const reply = await fetch(`${url}${path}`, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
    return { status: reply.status, length: (await reply.text()).length };
  };
  const lookUp = async (mobile: string) => {
    const reply = await fetch(`${url}/api/v1/standing`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf('lin-xiaoyu')}` },
      body: JSON.stringify({ mobile_number: mobile }),
    });
    return { status: reply.status, length: (await reply.text()).length };
  };
  return [
    { name: 'a code to a phone', ask: (known, at) => form('/sign-in/sms', { phone: phoneOf(known, at) }) },
    {
      name: 'a wrong code of a phone',
      ask: (known, at) => form('/sign-in/sms/code', { phone: phoneOf(known, at), code: '000000' }),
    },
    { name: 'a code by mail', ask: (known, at) => form('/sign-in/mail', { mail: mailOf(known, at) }) },
    {
      name: 'a wrong code by mail',
      ask: (known, at) => form('/sign-in/mail/code', { mail: mailOf(known, at), code: '000000' }),
    },
    {
      name: 'looking up a stranger’s number',
      ask: (known, at) => lookUp(numberOfPerson((known ? 2_000 : 6_000) + at)),
    },
  ];
}

async function measure({ ask }: Probe) {
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const answers: Record<'known' | 'unknown', Set<string>> = { known: new Set(), unknown: new Set() };
  for (let index = 0; index < PAIRS; index += 1) {
    // Each comes first as often as the other.
    for (const known of index % 2 === 0 ? [true, false] : [false, true]) {
      const side = known ? 'known' : 'unknown';
      const began = performance.now();
      const { status, length } = await ask(known, index);
      times[side].push(performance.now() - began);
      answers[side].add(`${status} ${length}`);
      await pause(REST_MS);
    }
  }
  const [knownMs, unknownMs] = [median(times.known), median(times.unknown)];
  const apart = Math.abs(knownMs - unknownMs);
  const slower = times.known.filter((time, at) => time > (times.unknown[at] ?? 0)).length / PAIRS;
  const tells = apart > TELLING.ms && Math.max(slower, 1 - slower) > TELLING.share;
  const sameAnswer = [...answers.known].toSorted().join() === [...answers.unknown].toSorted().join();
  return {
    knownMs: rounded(knownMs),
    unknownMs: rounded(unknownMs),
    apartMs: rounded(apart),
    knownSlower: rounded(slower),
    sameAnswer,
    tells,
  };
}

function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
