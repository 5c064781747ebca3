import pg from 'pg';
import { parse } from 'pg-connection-string';

export type Pool = pg.Pool;
/** A connection held for one transaction. */
export type Connection = pg.PoolClient;
/** What runs SQL: a pool, or the connection of a transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

/** The role that the product runs under; migrations alone run as the owner. */
export const APP_ROLE = 'qingbiao_app';

export type PoolOptions = {
  url: string;
  /** Shown in pg_stat_activity. */
  name: string;
  /** Works under this role instead of the login's own. */
  role?: string;
  /** Connections at most. */
  max?: number;
  /** Cuts off a statement that runs longer. */
  statementTimeoutMs?: number;
  /** Sends statements without waiting for the answers of earlier ones. */
  pipeline?: boolean;
};

/** A pool that speaks our types: bigint as text, timestamptz as `Instant`, date as `PlainDate`. */
export function createPool(options: PoolOptions): Pool {
  const pool = new pg.Pool({ ...connectionConfig(options), max: options.max ?? 10 });
  // An idle connection that breaks is replaced by the pool; without a listener Node would exit.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** One connection outside any pool, with the same types and settings; the caller connects and ends it. */
export function createClient(options: PoolOptions): pg.Client {
  const client = new pg.Client(connectionConfig(options));
  client.on('error', () => {});
  return client;
}

function connectionConfig(options: PoolOptions): pg.ClientConfig {
  const { options: given, ...parsed } = parse(options.url);
  const settings: Record<string, string> = {
    search_path: 'public',
    timezone: 'UTC',
    datestyle: 'ISO',
    ...(options.role ? { role: options.role } : {}),
    ...(options.statementTimeoutMs ? { statement_timeout: String(options.statementTimeoutMs) } : {}),
  };
  const flags = Object.entries(settings).map(([key, value]) => `-c ${key}=${value}`);
  return {
    ...(parsed as unknown as pg.ClientConfig),
    application_name: `qingbiao ${options.name}`,
    options: [...(given ? [given] : []), ...flags].join(' '),
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser } as unknown as pg.CustomTypesConfig,
    ...(options.pipeline ? { pipeline: true } : {}),
  };
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const TIMESTAMPTZ_ARRAY = 1185;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

const PARSERS = new Map<number, (value: string) => unknown>([
  [TIMESTAMPTZ, instantOfText],
  [DATE, asText],
  [TIMESTAMPTZ_ARRAY, (value) => textArray(value).map((element) => element && instantOfText(element))],
  [DATE_ARRAY, textArray],
]);

function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  const ours = format === 'binary' ? undefined : PARSERS.get(oid);
  return ours ?? pg.types.getTypeParser(oid, format as 'text');
}

function textArray(value: string): (string | null)[] {
  return pg.types.getTypeParser(TEXT_ARRAY as number)(value) as (string | null)[];
}

function asText(value: string): string {
  return value;
}

/** `2026-11-23 04:12:01.1234+00`, as a session in UTC prints it, cut to milliseconds. */
export function instantOfText(value: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(value);
  if (!match) throw new RangeError(`the database holds a moment outside the journal's range: ${value}`);
  return `${match[1]}T${match[2]}.${(match[3] ?? '').slice(0, 3).padEnd(3, '0')}Z`;
}

/** Begins, commits, or rolls back when `work` throws. */
export async function inTransaction<Result>(
  pool: Pool,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  try {
    await connection.query('begin');
    const result = await work(connection);
    await connection.query('commit');
    return result;
  } catch (error) {
    await connection.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}
