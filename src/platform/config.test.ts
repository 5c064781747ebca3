import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { LIMITS } from './limits.ts';
import { loadMasterKey } from './master-key.ts';
import { systemRandomness } from './randomness.ts';

const KEY = Buffer.alloc(32, 7);
const OUTSIDE = { DATABASE_URL: 'postgresql://a:b@db.example/qb', QINGBIAO_MASTER_KEY: KEY.toString('base64') };
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qingbiao-config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('readConfig', () => {
  test('without any variable serves the demo on this machine alone', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      demo: true,
      smtpUrl: null,
      masterKey: null,
      migrateOnStart: 'auto',
      publicUrl: 'http://127.0.0.1:3000',
    });
  });

  test('weighty acts ask for a proof except in the demo, or as it says', () => {
    expect([readConfig({}).stepUp, readConfig(OUTSIDE).stepUp]).toEqual([false, true]);
    expect(readConfig({ QINGBIAO_STEP_UP: '1' }).stepUp).toBe(true);
    expect(readConfig({ ...OUTSIDE, QINGBIAO_STEP_UP: '0' }).stepUp).toBe(false);
  });

  test('a provider of staff or of real-person checks is spoken to over https, or on this machine', () => {
    expect([readConfig({}).oidc, readConfig({}).holderCheck]).toEqual([null, null]);
    const oidc = (issuer: string) => readConfig({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'qb' }).oidc;
    expect(oidc('https://id.example/realms/a')).toEqual({
      issuer: 'https://id.example/realms/a',
      clientId: 'qb',
      clientSecret: null,
      name: 'id.example',
    });
    expect(oidc('http://127.0.0.1:4000')?.name).toBe('127.0.0.1');
    for (const bad of ['http://id.example', 'id.example', 'ftp://id.example', 'https://id.example/?a=b'])
      expect(() => oidc(bad), bad).toThrow(/OIDC_ISSUER/);
    expect(() => readConfig({ OIDC_ISSUER: 'https://id.example' })).toThrow(/OIDC_CLIENT_ID/);
    const check = (url: string) => readConfig({ HOLDER_CHECK_URL: url, HOLDER_CHECK_TOKEN: 'x' }).holderCheck;
    expect(check('https://check.example/')).toEqual({
      url: 'https://check.example',
      token: 'x',
      name: 'check.example',
    });
    expect(() => check('http://check.example')).toThrow(/HOLDER_CHECK_URL/);
    expect(readConfig({ HOLDER_CHECK_URL: 'https://check.example' }).holderCheck).toBeNull();
  });

  test('an outside database is no demo unless asked for', () => {
    expect(readConfig(OUTSIDE).demo).toBe(false);
    expect(readConfig({ ...OUTSIDE, QINGBIAO_DEMO: '1' }).demo).toBe(true);
    expect(readConfig({ QINGBIAO_DEMO: '0' }).demo).toBe(false);
  });

  test('an outside database needs a master key, in base64 or hex', () => {
    expect(() => readConfig({ DATABASE_URL: OUTSIDE.DATABASE_URL })).toThrow(/QINGBIAO_MASTER_KEY_FILE/);
    expect(readConfig(OUTSIDE).masterKey).toEqual(KEY);
    expect(readConfig({ ...OUTSIDE, QINGBIAO_MASTER_KEY: KEY.toString('hex') }).masterKey).toEqual(KEY);
    expect(() => readConfig({ ...OUTSIDE, QINGBIAO_MASTER_KEY: 'short' })).toThrow(/32 bytes/);
  });

  test('a secret may stand in a file', () => {
    const file = join(folder, 'smtp');
    writeFileSync(file, 'smtp://user:word@mail.example\n');
    expect(readConfig({ SMTP_URL_FILE: file }).smtpUrl).toBe('smtp://user:word@mail.example');
    expect(() => readConfig({ SMTP_URL_FILE: join(folder, 'none') })).toThrow(/SMTP_URL_FILE points at .*ENOENT/);
  });

  test('limits keep their defaults where none is named; proxies are taken as they are spelt', () => {
    expect(readConfig({ QINGBIAO_LIMITS: ' codes=3 , letters=100' }).limits).toEqual({
      ...LIMITS,
      codes: 3,
      letters: 100,
    });
    expect(readConfig({})).toMatchObject({ limits: LIMITS, trustedProxies: null });
    const spelled = 'loopback, 10.0.0.0/8, 2001:db8::/32';
    expect(readConfig({ TRUSTED_PROXIES: spelled }).trustedProxies).toBe(spelled);
  });

  test.each([
    [{ PORT: '70000' }, /^PORT is "70000" but must be/],
    [{ PORT: 'http' }, /^PORT is "http"/],
    [{ QINGBIAO_DEMO: 'perhaps' }, /^QINGBIAO_DEMO is "perhaps" but must be 1 or 0/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL/],
    [{ QINGBIAO_LIMITS: 'pictures=0' }, /^QINGBIAO_LIMITS is "pictures=0" but must be counts such as/],
    [{ QINGBIAO_LIMITS: 'toString=9' }, /^QINGBIAO_LIMITS/],
    [{ QINGBIAO_LIMITS: 'pictures' }, /^QINGBIAO_LIMITS/],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /^TRUSTED_PROXIES is .* but must be addresses/],
    [{ TRUSTED_PROXIES: 'everybody' }, /^TRUSTED_PROXIES/],
    [{ TRUSTED_PROXIES: '10.0.0.1,' }, /^TRUSTED_PROXIES/],
    [{ DATABASE_URL: 'mysql://x/y' }, /^DATABASE_URL must look like/],
    [{ DATABASE_URL: 'postgresql://host' }, /^DATABASE_URL must look like/],
  ])('refuses %o in one line that names it', (environment, line) => {
    expect(() => readConfig(environment)).toThrow(line);
    expect(() => readConfig(environment)).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });
});

describe('loadMasterKey', () => {
  test('makes the key once, for its owner alone, and finds it again', () => {
    const config = { masterKey: null, dataDir: join(folder, 'fresh') };
    const made = loadMasterKey(config, systemRandomness);
    expect(made).toHaveLength(32);
    expect(statSync(join(config.dataDir, 'master-key')).mode & 0o777).toBe(0o600);
    expect(loadMasterKey(config, systemRandomness)).toEqual(made);
  });

  test('prefers the configured key and writes nothing', () => {
    const dataDir = join(folder, 'untouched');
    expect(loadMasterKey({ masterKey: KEY, dataDir }, systemRandomness)).toEqual(KEY);
    expect(() => readFileSync(join(dataDir, 'master-key'))).toThrow(/ENOENT/);
  });

  test('refuses a key that others can read, and a broken one', () => {
    const config = { masterKey: null, dataDir: join(folder, 'open') };
    loadMasterKey(config, systemRandomness);
    const file = join(config.dataDir, 'master-key');
    chmodSync(file, 0o644);
    expect(() => loadMasterKey(config, systemRandomness)).toThrow(/chmod 600/);
    chmodSync(file, 0o600);
    writeFileSync(file, 'torn');
    expect(() => loadMasterKey(config, systemRandomness)).toThrow(/restore it from your backup/);
  });
});
