import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createSigner } from '../../src/adapters/bundle/signing-keys.ts';
import { keepPublicKeys, readPublicKeys } from '../../src/main/public-keys.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'qingbiao-keys-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('finds the public keys of the installation without the database, and none before it ever started', () => {
  const config = { dataDir: join(dataDir, 'house') };
  expect(readPublicKeys(config)).toEqual([]);
  const { keys } = createSigner({ rootKey: Buffer.alloc(32, 3), generation: 2 });
  keepPublicKeys(config, keys);
  expect(readPublicKeys(config)).toEqual(keys);
});
