import { expect, test } from 'vitest';
import type { CliCommand } from '../../src/cli/commands.ts';
import { KEY_COMMANDS } from '../../src/cli/keys.ts';
import { PEOPLE_COMMANDS } from '../../src/cli/people.ts';
import { findActor } from '../../src/store/actors.ts';
import { findCarrier } from '../../src/store/carriers.ts';
import { useApp } from '../support/app.ts';

const app = useApp();

async function run(line: string, ...rest: string[]) {
  const words = line.split(' ');
  const command = [...PEOPLE_COMMANDS, ...KEY_COMMANDS].find((one) =>
    one.words.every((word, at) => words[at] === word),
  );
  if (!command) throw new Error(`no command ${line}`);
  const printed: string[] = [];
  const invocation = {
    rest: [...words.slice(command.words.length), ...rest],
    open: async () => app.ctx,
    print: (text: string) => printed.push(text),
  } as unknown as Parameters<CliCommand['run']>[0];
  return { code: await command.run(invocation), out: printed.join('\n') };
}

test('a carrier, an authority and their staff are entered outside the demo', async () => {
  const names = ['--name-zh', '江城通信', '--name-en', 'Jiangcheng', '--province', 'CN-HB'];
  expect(await run('carrier add jiangcheng --systems core', ...names)).toMatchObject({ code: 0 });
  const carrier = await findCarrier(app.ctx.pool, 'jiangcheng');
  expect(carrier?.systems).toMatchObject({ voice_out: 'core', new_business: 'core' });
  expect(carrier?.connected).toBe(true);
  expect((await run('authority add appeals-hb --kind telecom_regulator', ...names)).code).toBe(0);
  expect((await run('authority add centre --kind ministry_centre --name-zh 申诉中心')).code).toBe(0);
  expect((await run('staff add li-hua --role reviewer --carrier jiangcheng --name 李华')).code).toBe(0);
  expect((await run('staff add wu-di --role officer --authority appeals-hb --name 吴迪')).code).toBe(0);
  expect(await findActor(app.ctx.pool, 'li-hua')).toMatchObject({ role: 'reviewer', carrierId: 'jiangcheng' });
  expect(await findActor(app.ctx.pool, 'wu-di')).toMatchObject({ role: 'officer', authorityId: 'appeals-hb' });
});

test.each([
  ['carrier add Big --systems core --name-zh x --province CN-ZJ', 'small letters'],
  ['carrier add qinghe --systems core --name-zh x --province CN-ZJ', 'there already'],
  ['carrier add new --systems core --name-zh x --province Zhejiang', 'ISO 3166-2'],
  ['carrier add new --systems core --province CN-ZJ', 'name'],
  ['carrier add new --systems voice_out=a,voice_in=a --name-zh x --province CN-ZJ', 'every function'],
  ['carrier add new --colour red', 'only'],
  ['authority add new --kind court --name-zh x', 'telecom_regulator'],
  ['authority add new --kind ministry_centre --name-zh x --province CN-ZJ', 'ISO 3166-2'],
  ['staff add new --role king --name x', '--role'],
  ['staff add new --role agent --name x', 'carrier'],
  ['staff add new --role officer --carrier qinghe --name x', 'no carrier'],
  ['staff add new --role agent --carrier nowhere --name x', 'no carrier nowhere'],
  ['staff add new --role officer --authority nowhere --name x', 'no authority nowhere'],
  ['staff add zhao-lei --role agent --carrier qinghe --name x', 'there already'],
  ['staff invite nobody', 'Nobody'],
  ['staff invite lin-xiaoyu', 'Nobody'],
  ['staff link zhao-lei', '--subject'],
  ['staff', 'no command'],
  ['key create nobody', 'Nobody'],
  ['key create qinghe-systems --scopes *', 'Scopes'],
  ['key create qinghe-systems --days 9999', '730'],
])('refuses with words what cannot be entered: %s', async (line, words) => {
  const found = await run(line).catch((error: Error) => ({ code: 2, out: error.message }));
  expect(found.code).toBe(2);
  expect(found.out).toContain(words);
  expect(await findActor(app.ctx.pool, 'new')).toBeNull();
  expect(await findCarrier(app.ctx.pool, 'new')).toBeNull();
});

test('a key does what its scopes name, is listed with its last use, is replaced without a gap, and ends', async () => {
  const { out: key } = await run('key create qinghe-systems --scopes flags:read,me --days 30 --label billing');
  const ask = async (token: string, method: 'GET' | 'POST' | 'DELETE', path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    const reply = await app.http.inject({ method, url: `/api/v1${path}`, headers });
    return { status: reply.statusCode, body: reply.body === '' ? null : reply.json() };
  };
  expect((await ask(key, 'GET', '/flags')).status).toBe(200);
  expect(await ask(key, 'POST', '/flags')).toMatchObject({ status: 403, body: { code: 'access.scope' } });
  expect(await ask(key, 'GET', '/lifts')).toMatchObject({ status: 403, body: { code: 'access.scope' } });
  await expect
    .poll(async () => (await run('key list qinghe-systems')).out)
    .toMatch(/flags:read,me .*used 2026-.*billing/);
  const { status, body } = await ask(key, 'POST', '/me/key/rotate');
  expect(status).toBe(201);
  expect((await ask(body.token, 'GET', '/flags')).status).toBe(200);
  expect((await ask(body.token, 'GET', '/lifts')).status).toBe(403);
  expect((await ask(key, 'GET', '/flags')).status).toBe(200);
  app.clock.advance(25 * 3_600_000);
  expect((await ask(key, 'GET', '/flags')).status).toBe(401);
  expect((await ask(body.token, 'GET', '/flags')).status).toBe(200);
  const { items } = (await ask(body.token, 'GET', '/me/sessions')).body;
  const mine = items.find((one: { current: boolean }) => one.current);
  expect(mine).toMatchObject({ kind: 'bearer', label: 'billing', scopes: ['flags:read', 'me'] });
  expect(JSON.stringify(items)).not.toContain(body.token);
  expect((await run(`key end qinghe-systems --key ${mine.session_id}`)).code).toBe(0);
  app.clock.advance(3_000);
  expect((await ask(body.token, 'GET', '/flags')).status).toBe(401);
});

test('a use is noted at most once an hour', async () => {
  const { out: key } = await run('key create qinghe-systems --scopes read');
  const use = () => app.http.inject({ url: '/api/v1/flags', headers: { authorization: `Bearer ${key}` } });
  const noted = async () => {
    const { rows } = await app.ctx.pool.query(
      'select last_used_at as at from access_tokens order by created_at desc limit 1',
    );
    return rows[0]?.at as string | null;
  };
  await use();
  await expect.poll(noted).not.toBeNull();
  const first = await noted();
  app.clock.advance(59 * 60_000);
  await use();
  expect(await noted()).toBe(first);
  app.clock.advance(2 * 60_000);
  await use();
  await expect.poll(noted).not.toBe(first);
});
