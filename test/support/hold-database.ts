// Usage: node test/support/hold-database.ts DATA_DIR
// Keeps an embedded database running as the product does, in a process that a test may kill.
import { startEmbeddedDatabase } from '../../src/platform/embedded-database.ts';
import { createLifecycle } from '../../src/platform/lifecycle.ts';
import { createLog } from '../../src/platform/log.ts';

const log = createLog({ level: 'silent' });
const lifecycle = createLifecycle(log);
const database = await lifecycle.start(
  'database',
  () => startEmbeddedDatabase({ dataDir: process.argv[2] ?? '', log }),
  (running) => running.stop(),
);
lifecycle.listen();
process.stdin.resume();
console.log(JSON.stringify({ url: database.url, postmaster: database.pid() }));
