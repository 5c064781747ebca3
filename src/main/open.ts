import type { AppContext } from '../app/context.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { openDatabase } from '../platform/database.ts';
import type { Lifecycle } from '../platform/lifecycle.ts';
import type { Log } from '../platform/log.ts';
import { APP_ROLE, createPool } from '../platform/pool.ts';
import { migrate, refuseWhilePending } from '../store/migrate.ts';
import { buildContext } from './context.ts';

type Opening = {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly lifecycle: Lifecycle;
};

/** Database, migrations, and everything a use case may reach, in that order. */
export async function openProduct({ config, log, clock, lifecycle }: Opening): Promise<AppContext> {
  const onLost = (error: Error) => {
    log.fatal({ err: error }, 'the database is gone');
    void lifecycle.stop().then(() => process.exit(1));
  };
  const database = await lifecycle.start(
    'database',
    () => openDatabase(config, log, onLost),
    (running) => running.stop(),
  );
  if (config.migrateOnStart === 'auto') await migrate(database.url);
  else await checkMigrated(database.url);
  const pool = await lifecycle.start(
    'pool',
    () => createPool({ url: database.url, name: 'app', role: APP_ROLE, max: 16 }),
    (one) => one.end(),
  );
  const ctx = await buildContext({ config, log, clock, pool });
  return lifecycle.start(
    'reader of pictures',
    () => ctx,
    ({ ocr }) => ocr.stop(),
  );
}

async function checkMigrated(url: string): Promise<void> {
  const owner = createPool({ url, name: 'check', max: 1 });
  await refuseWhilePending(owner).finally(() => owner.end());
}
