import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { seedCity } from '../../seed/seed.ts';
import { createOffsetClock, systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { openDatabase } from '../platform/database.ts';
import { createLifecycle } from '../platform/lifecycle.ts';
import type { Log } from '../platform/log.ts';
import { createPool } from '../platform/pool.ts';
import { openProduct } from './open.ts';

/** Drops every table of ours and of the queue, removes kept files, and seeds the city again. Only ever called for a demo. */
export async function resetDemo(config: Config, log: Log): Promise<void> {
  await dropAll(config, log);
  rmSync(join(config.dataDir, 'files'), { recursive: true, force: true });
  const lifecycle = createLifecycle(log);
  try {
    await seedCity(await openProduct({ config, log, clock: createOffsetClock(systemClock), lifecycle }));
  } finally {
    await lifecycle.stop();
  }
}

async function dropAll(config: Config, log: Log): Promise<void> {
  const database = await openDatabase(config, log);
  const owner = createPool({ url: database.url, name: 'reset', max: 1 });
  try {
    await owner.query(
      'drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public',
    );
  } finally {
    await owner.end();
    await database.stop();
  }
}
