// Usage: node bench/commands.ts [seconds] [callers…]
// Durable commands per second through load, decide and append, beside pgbench leaving the same rows on the same server.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '../src/platform/embedded-database.ts';
import { createLog } from '../src/platform/log.ts';
import { migrate } from '../src/store/migrate.ts';
import { createCommandLoad } from './command-load.ts';
import { createPgbench } from './pgbench.ts';

const [seconds = '4', ...callers] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'qingbiao-bench-'));
const database = await startEmbeddedDatabase({ dataDir: folder, log: createLog({ level: 'error' }) });
try {
  await migrate(database.url);
  const load = await createCommandLoad(database.url);
  const pgbench = await createPgbench(database.url, load.sample);
  for (const clients of callers.length > 0 ? callers.map(Number) : [1, 8, 32]) {
    for (let round = 0; round < 3; round += 1) {
      const theirs = await pgbench.run(clients, Number(seconds));
      const ours = await load.run(clients, Number(seconds));
      console.log(
        `${clients} callers: ours ${ours.perSecond.toFixed(0)}/s (p99 ${ours.p99Ms.toFixed(1)} ms), pgbench ${theirs.toFixed(0)}/s, ratio ${(ours.perSecond / theirs).toFixed(2)}`,
      );
    }
  }
  await load.end();
  await pgbench.end();
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
