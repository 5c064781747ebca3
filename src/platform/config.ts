import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Limits } from './limits.ts';
import { areProxies, readLimits } from './limits.ts';
import { StartRefused } from './start-refused.ts';

export type Config = {
  host: string;
  port: number;
  /** Absolute folder of everything the product keeps on this machine. */
  dataDir: string;
  /** An outside PostgreSQL, or null for the embedded one. */
  databaseUrl: string | null;
  /** Demo seed, demo sign-in and demo reset exist. */
  demo: boolean;
  /** `never` leaves migrating to `qingbiao db migrate` and refuses to start while some are pending. */
  migrateOnStart: 'auto' | 'never';
  smtpUrl: string | null;
  /** Who mail comes from. */
  mailFrom: string;
  /** The text-message gateway, and the token with which the operator reports receipts to us. */
  sms: { url: string; token: string } | null;
  receiptToken: string | null;
  /** The key as given, or null when the data folder holds it (embedded database only). */
  masterKey: Uint8Array | null;
  /** What `master-key rotate` lets in where the key is configured. */
  newMasterKey: Uint8Array | null;
  logLevel: string;
  /** How links in notices begin. */
  publicUrl: string;
  /** What is counted, so that nobody's haste stands in others' way. */
  limits: Limits;
  /** Which key signs what leaves the house: one more than before, once the former one is not to sign any longer. */
  signingGeneration: number;
  /** The proxies in front, whose word on who asks is taken; null where there is none. */
  trustedProxies: string | null;
  /** The OpenID provider of staff; null where there is none. */
  oidc: OidcConfig | null;
  /** The provider of real-person checks; null where there is none. */
  holderCheck: HolderCheckConfig | null;
  /** Weighty acts ask for a fresh proof of who acts. Off in the demo unless wished. */
  stepUp: boolean;
};

export type HolderCheckConfig = { readonly url: string; readonly token: string; readonly name: string };

export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client, which has PKCE alone. */
  readonly clientSecret: string | null;
  /** What its button says. */
  readonly name: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** The one place that reads the environment. Throws `StartRefused` naming the variable at fault. */
export function readConfig(environment: Environment = process.env): Config {
  const databaseUrl = secret(environment, 'DATABASE_URL');
  if (databaseUrl !== null) checkDatabaseUrl(databaseUrl);
  const host = text(environment, 'HOST') ?? '127.0.0.1';
  const port = portOf(text(environment, 'PORT') ?? '3000');
  const demo = yesOrNo(environment, 'QINGBIAO_DEMO') ?? databaseUrl === null;
  return {
    host,
    port,
    dataDir: resolve(text(environment, 'DATA_DIR') ?? 'data'),
    databaseUrl,
    demo,
    migrateOnStart: oneOf(environment, 'QINGBIAO_MIGRATE', ['auto', 'never'], 'auto'),
    smtpUrl: secret(environment, 'SMTP_URL'),
    mailFrom: text(environment, 'MAIL_FROM') ?? 'qingbiao@localhost',
    sms: smsOf(environment),
    receiptToken: secret(environment, 'SMS_RECEIPT_TOKEN'),
    masterKey: masterKeyOf(environment, databaseUrl !== null),
    newMasterKey: keyIn(environment, 'QINGBIAO_NEW_MASTER_KEY'),
    logLevel: oneOf(environment, 'LOG_LEVEL', LOG_LEVELS, 'info'),
    publicUrl: (text(environment, 'PUBLIC_URL') ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`).replace(
      /\/+$/,
      '',
    ),
    limits: limitsOf(environment),
    signingGeneration: generationOf(environment),
    trustedProxies: proxiesOf(environment),
    oidc: oidcOf(environment),
    holderCheck: holderCheckOf(environment),
    stepUp: yesOrNo(environment, 'QINGBIAO_STEP_UP') ?? !demo,
  };
}

function oidcOf(environment: Environment): OidcConfig | null {
  const issuer = text(environment, 'OIDC_ISSUER');
  if (issuer === null) return null;
  if (!isIssuer(issuer)) throw invalid('OIDC_ISSUER', issuer, 'an https address, as the provider itself spells it');
  const clientId = text(environment, 'OIDC_CLIENT_ID');
  if (clientId === null) throw invalid('OIDC_CLIENT_ID', '', 'the name that the provider gave to this site');
  const name = text(environment, 'OIDC_NAME') ?? new URL(issuer).hostname;
  return { issuer, clientId, clientSecret: secret(environment, 'OIDC_CLIENT_SECRET'), name };
}

function holderCheckOf(environment: Environment): HolderCheckConfig | null {
  const url = text(environment, 'HOLDER_CHECK_URL')?.replace(/\/+$/, '');
  const token = secret(environment, 'HOLDER_CHECK_TOKEN');
  if (url === undefined || token === null) return null;
  if (!isIssuer(url)) throw invalid('HOLDER_CHECK_URL', url, 'an https address');
  return { url, token, name: text(environment, 'HOLDER_CHECK_NAME') ?? new URL(url).hostname };
}

/** Only on this very machine may the provider be spoken to in the open. */
function isIssuer(spelled: string): boolean {
  const url = URL.canParse(spelled) ? new URL(spelled) : null;
  if (url === null || url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}

/** Whether a host's name means this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function limitsOf(environment: Environment): Limits {
  const spelled = text(environment, 'QINGBIAO_LIMITS');
  const limits = readLimits(spelled);
  if (limits) return limits;
  throw invalid(
    'QINGBIAO_LIMITS',
    spelled ?? '',
    'counts such as pictures=20,letters=60,codes=10,accounts=6,forms=600,calls=6000',
  );
}

const MOST_GENERATIONS = 100;

function generationOf(environment: Environment): number {
  const spelled = text(environment, 'QINGBIAO_SIGNING_GENERATION') ?? '1';
  const generation = Number(spelled);
  if (Number.isInteger(generation) && generation >= 1 && generation <= MOST_GENERATIONS) return generation;
  throw invalid('QINGBIAO_SIGNING_GENERATION', spelled, `a whole number from 1 to ${MOST_GENERATIONS}`);
}

function proxiesOf(environment: Environment): string | null {
  const spelled = text(environment, 'TRUSTED_PROXIES');
  if (spelled === null || areProxies(spelled)) return spelled;
  throw invalid('TRUSTED_PROXIES', spelled, 'addresses or ranges such as 10.0.0.0/8, or loopback');
}

function smsOf(environment: Environment): Config['sms'] {
  const url = text(environment, 'SMS_URL');
  const token = secret(environment, 'SMS_TOKEN');
  return url !== null && token !== null ? { url, token } : null;
}

/** What a program that we start inherits of our environment, with what it is told besides. */
export function childEnvironment(told: Readonly<Record<string, string>>): Record<string, string | undefined> {
  return { ...process.env, ...told };
}

/** A master key in hex or base64; null unless it is 32 bytes. */
export function readMasterKey(spelled: string): Uint8Array | null {
  const trimmed = spelled.trim();
  const key = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? 'hex' : 'base64');
  return key.length === 32 ? key : null;
}

function masterKeyOf(environment: Environment, required: boolean): Uint8Array | null {
  const key = keyIn(environment, 'QINGBIAO_MASTER_KEY');
  if (key !== null || !required) return key;
  throw new StartRefused(
    'config.master_key_missing',
    'With DATABASE_URL the master key must be given: make one with `openssl rand -base64 32`, keep it safe, and set QINGBIAO_MASTER_KEY or QINGBIAO_MASTER_KEY_FILE.',
    '使用外部数据库时必须提供主密钥：请设置 QINGBIAO_MASTER_KEY 或 QINGBIAO_MASTER_KEY_FILE。',
  );
}

/** A key in the variable of this name or in the file that it points at; null where there is neither. */
function keyIn(environment: Environment, name: string): Uint8Array | null {
  const spelled = secret(environment, name);
  if (spelled === null) return null;
  const key = readMasterKey(spelled);
  if (key) return key;
  throw new StartRefused(
    'config.master_key_invalid',
    `${name} is not 32 bytes in base64 or hex: make one with \`openssl rand -base64 32\`.`,
    '主密钥不是 32 字节的 base64 或十六进制。',
  );
}

function text(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim();
  return value ? value : null;
}

/** The variable itself, or the file that `NAME_FILE` points at. */
function secret(environment: Environment, name: string): string | null {
  const path = text(environment, `${name}_FILE`);
  if (path === null) return text(environment, name);
  try {
    return readFileSync(path, 'utf8').trim() || null;
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? 'error';
    throw new StartRefused(
      'config.secret_file_unreadable',
      `${name}_FILE points at ${path}, which cannot be read (${why}): mend the path or its permissions.`,
      '密钥文件无法读取，请检查路径和权限。',
    );
  }
}

function portOf(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw invalid('PORT', value, 'a whole number from 0 to 65535');
}

function checkDatabaseUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed && ['postgres:', 'postgresql:'].includes(parsed.protocol) && parsed.pathname.length > 1) return;
  throw new StartRefused(
    'config.invalid',
    'DATABASE_URL must look like postgresql://user:password@host:5432/database; leave it out to use the embedded database.',
    'DATABASE_URL 格式不对；不设置则使用内置数据库。',
  );
}

function yesOrNo(environment: Environment, name: string): boolean | null {
  const value = text(environment, name)?.toLowerCase();
  if (value === undefined) return null;
  if (['1', 'true', 'yes'].includes(value)) return true;
  if (['0', 'false', 'no'].includes(value)) return false;
  throw invalid(name, value, '1 or 0');
}

function oneOf<Choice extends string>(
  environment: Environment,
  name: string,
  choices: readonly Choice[],
  otherwise: Choice,
): Choice {
  const value = text(environment, name);
  if (value === null) return otherwise;
  const choice = choices.find((known) => known === value);
  if (choice) return choice;
  throw invalid(name, value, choices.join(', '));
}

function invalid(name: string, value: string, wanted: string): StartRefused {
  return new StartRefused(
    'config.invalid',
    `${name} is "${value}" but must be ${wanted}: correct it and start again.`,
    `环境变量 ${name} 的值不对，请更正后重新启动。`,
  );
}
