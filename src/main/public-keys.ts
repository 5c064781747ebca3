import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SigningKey } from '../app/escalation/ports.ts';
import type { Config } from '../platform/config.ts';

const FILE = 'signing-keys.json';

/** Lays the public keys where a command finds them without the database: files can be checked while the server runs. */
export function keepPublicKeys({ dataDir }: Pick<Config, 'dataDir'>, keys: readonly SigningKey[]): void {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, FILE);
  writeFileSync(`${path}.new`, `${JSON.stringify(keys, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}

/** The public keys of this installation; none where it was never started. */
export function readPublicKeys({ dataDir }: Pick<Config, 'dataDir'>): readonly SigningKey[] {
  try {
    return JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as SigningKey[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
