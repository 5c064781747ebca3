import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['src', 'sql', 'knowledge', 'seed'];
/** Editors write a file in several steps. */
const SETTLE_MS = 150;

let server: ChildProcess | undefined;
let settling: NodeJS.Timeout | undefined;
let restarting = false;
let stopping = false;

/** The server builds the web itself when its sources changed, so one restart renews both. */
function begin(): void {
  const child = spawn(process.execPath, [join(ROOT, 'src/main/serve.ts'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  server = child;
  child.once('exit', (code) => {
    server = undefined;
    if (stopping) process.exit(code ?? 0);
    if (restarting) {
      restarting = false;
      begin();
    } else console.log('The server ended; it starts again at the next change. 服务已结束，保存文件后重新启动。');
  });
}

function changed(): void {
  clearTimeout(settling);
  settling = setTimeout(() => {
    if (stopping || restarting) return;
    if (!server) return begin();
    restarting = true;
    server.kill('SIGTERM');
  }, SETTLE_MS);
}

for (const folder of FOLDERS.map((name) => join(ROOT, name)).filter((path) => existsSync(path))) {
  watch(folder, { recursive: true }, (_event, file) => {
    if (file && !/\.test\.tsx?$|~$|\.sw[a-z]$/.test(file)) changed();
  });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping = true;
    if (server) server.kill(signal);
    else process.exit(0);
  });
}
begin();
