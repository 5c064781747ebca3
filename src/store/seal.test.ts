import { createHmac, hkdfSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { systemRandomness } from '../platform/randomness.ts';
import { createSealer } from './seal.ts';

it('names a number by the HMAC that RFC 2104 says, whatever the text', () => {
  const rootKey = new Uint8Array(32).fill(7);
  const sealer = createSealer({ rootKey, random: systemRandomness });
  const key = Buffer.from(hkdfSync('sha256', rootKey, '', 'qingbiao blind index v1', 32));
  for (const text of ['', '+8615400000001', '林晓雨', 'x'.repeat(1_000)])
    expect(sealer.blindIndex(text)).toEqual(createHmac('sha256', key).update(text).digest());
});

it('draws no byte twice, in small draws or large', () => {
  const seen = new Set<string>();
  for (let draw = 0; draw < 5_000; draw += 1) seen.add(Buffer.from(systemRandomness(12)).toString('hex'));
  expect(seen.size).toBe(5_000);
  expect(systemRandomness(2_000)).toHaveLength(2_000);
  expect(systemRandomness(0)).toHaveLength(0);
  expect(new Set(systemRandomness(512)).size).toBeGreaterThan(100);
});
