import type { Config } from './config.ts';
import { startEmbeddedDatabase } from './embedded-database.ts';
import type { Log } from './log.ts';
import { checkDatabase, checkDisk, checkFolder } from './preconditions.ts';

export type RunningDatabase = {
  /** For the owner's login; pools of the product add the app role. */
  readonly url: string;
  readonly embedded: boolean;
  stop(): Promise<void>;
};

/** The outside database, checked, or the embedded one, started. `onLost` hears when the embedded one is gone for good. */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  log: Log,
  onLost?: (error: Error) => void,
): Promise<RunningDatabase> {
  checkFolder(config.dataDir);
  checkDisk(config.dataDir);
  if (config.databaseUrl !== null) {
    await checkDatabase(config.databaseUrl);
    return { url: config.databaseUrl, embedded: false, stop: async () => {} };
  }
  const database = await startEmbeddedDatabase({ dataDir: config.dataDir, log, ...(onLost ? { onLost } : {}) });
  return { url: database.url, embedded: true, stop: () => database.stop() };
}
