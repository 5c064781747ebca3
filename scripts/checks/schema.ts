// Usage: node scripts/checks/schema.ts [--write]
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPool } from '../../src/platform/pool.ts';
import { dumpSchema } from '../../src/store/schema-dump.ts';
import { startTestServer, urlOf } from '../../test/support/test-server.ts';
import { type Finding, ROOT, readSource } from './sources.ts';

const COMMITTED = 'sql/schema.sql';

/** The schema that the migrations make on an empty database. */
export async function dumpMigrated(): Promise<string> {
  const server = await startTestServer();
  const pool = createPool({ url: urlOf(server.adminUrl, server.template), name: 'dump' });
  try {
    return await dumpSchema(pool);
  } finally {
    await pool.end();
    await server.stop();
  }
}

/** The committed dump says what the migrations make. */
export async function checkSchema(): Promise<Finding[]> {
  const made = await dumpMigrated();
  if (!existsSync(join(ROOT, COMMITTED)))
    return [{ file: COMMITTED, text: 'is missing: write it with `node scripts/checks/schema.ts --write`' }];
  return firstDifference(readSource(COMMITTED), made);
}

/** The first line where two texts part. */
export function firstDifference(committed: string, made: string): Finding[] {
  if (committed === made) return [];
  const [old, now] = [committed.split('\n'), made.split('\n')];
  const at = now.findIndex((line, index) => line !== old[index]);
  const line = at === -1 ? now.length : at;
  const text = `differs from what the migrations make, here: ${now[line] ?? 'nothing more'}; write it anew with \`node scripts/checks/schema.ts --write\``;
  return [{ file: COMMITTED, line: line + 1, text }];
}

if (import.meta.main && process.argv.includes('--write')) writeFileSync(join(ROOT, COMMITTED), await dumpMigrated());
