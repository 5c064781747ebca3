import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, readMasterKey } from './config.ts';
import type { Randomness } from './randomness.ts';
import { StartRefused } from './start-refused.ts';

/** The key that seals all others: as configured, or kept in the data folder and made there on first use. */
export function loadMasterKey(config: Pick<Config, 'masterKey' | 'dataDir'>, random: Randomness): Uint8Array {
  if (config.masterKey) return config.masterKey;
  const path = join(config.dataDir, 'master-key');
  mkdirSync(config.dataDir, { recursive: true });
  try {
    // `wx` lets exactly one of two starters write; the other reads what the first wrote.
    writeFileSync(path, `${Buffer.from(random(32)).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readKept(path);
}

/** The key as configured or kept; null where none was made yet. */
export function findMasterKey({ masterKey, dataDir }: Pick<Config, 'masterKey' | 'dataDir'>): Uint8Array | null {
  const path = join(dataDir, 'master-key');
  return masterKey ?? (existsSync(path) ? readKept(path) : null);
}

function readKept(path: string): Uint8Array {
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new StartRefused(
      'config.master_key_open',
      `Others can read ${path}: run \`chmod 600 ${path}\`.`,
      '主密钥文件的权限过宽，请改为 600。',
    );
  }
  const key = readMasterKey(readFileSync(path, 'utf8'));
  if (key) return key;
  throw new StartRefused(
    'config.master_key_invalid',
    `${path} does not hold 32 bytes in base64: restore it from your backup; without it sealed data cannot be read.`,
    '主密钥文件已损坏，请从备份恢复。',
  );
}
