import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
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
    writeFileSync(path, spelled(random(32)), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readKept(path);
}

/** Puts another key in the place of the one kept, at once: whoever reads finds the one or the other, whole. */
export function keepMasterKey({ dataDir }: Pick<Config, 'dataDir'>, key: Uint8Array): void {
  const path = join(dataDir, 'master-key');
  writeFileSync(`${path}.new`, spelled(key), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

function spelled(key: Uint8Array): string {
  return `${Buffer.from(key).toString('base64')}\n`;
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
