import { zipArchive } from '../adapters/bundle/zip-archive.ts';
import { COMMANDS, usage } from '../cli/commands.ts';
import { createOffsetClock, systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createLifecycle, describeFailure } from '../platform/lifecycle.ts';
import { createLog } from '../platform/log.ts';
import { openProduct } from './open.ts';
import { readPublicKeys } from './public-keys.ts';
import { resetDemo } from './reset-demo.ts';

/** The operator's commands: each is found by its words, opens what it needs, and ends with its exit code. */
async function main(words: readonly string[]): Promise<number> {
  const found = COMMANDS.find((command) => command.words.every((word, index) => words[index] === word));
  if (!found) {
    process.stdout.write(usage());
    return words.length === 0 || words[0] === 'help' ? 0 : 2;
  }
  const rest = words.slice(found.words.length);
  const log = createLog({ level: 'warn' });
  const lifecycle = createLifecycle(log);
  lifecycle.listen();
  // Read only by commands that need it: reading a message works however the database is set up.
  const config = readConfig;
  const open = () => openProduct({ config: config(), log, clock: createOffsetClock(systemClock), lifecycle });
  try {
    return await found.run({
      rest,
      config,
      open,
      resetDemo: () => resetDemo(config(), log),
      print,
      archive: zipArchive,
      ownKeys: () => readPublicKeys(readConfig()),
    });
  } finally {
    await lifecycle.stop();
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  },
);
