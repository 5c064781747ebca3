import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findMasterKey, loadMasterKey } from '../../src/platform/master-key.ts';
import { systemRandomness } from '../../src/platform/randomness.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'qingbiao-keys-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('looks for the keys of the installation without making any', () => {
  const config = { masterKey: null, dataDir };
  expect(findMasterKey(config)).toBeNull();
  expect(findMasterKey(config)).toBeNull();
  const made = loadMasterKey(config, systemRandomness);
  expect(findMasterKey(config)).toEqual(made);
});
