import { expect, test } from 'vitest';
import { readAudit } from '../../scripts/checks/audit.ts';
import { findSecrets } from '../../scripts/checks/secrets.ts';

test.each([
  ['-----BEGIN ' + 'PRIVATE KEY-----', 'a private key'],
  ['const key = "AKIA' + 'ABCDEFGHIJKLMNOP"', 'an access key of a cloud'],
  [`ghp_${'a'.repeat(36)}`, 'a token of a code host'],
  ['postgresql://user:hunter2' + '@10.0.0.1/db', 'a password within an address'],
  [`masterKey: '${'A1b2'.repeat(8)}'`, 'a secret spelled out'],
])('a secret that was left lying about is named: %s', (text, name) => {
  expect(findSecrets('src/x.ts', `// first\n${text}`)).toMatchObject([
    { line: 2, text: expect.stringContaining(name) },
  ]);
});

test.each([
  'const masterKey = loadMasterKey(config);',
  'https://example.com/a:b',
  "secret: secret('SMS_TOKEN')",
  'postgresql://user:password@host:5432/database',
])('what only speaks of one is not: %s', (text) => expect(findSecrets('src/x.ts', text)).toEqual([]));

test('an audit fails on what is grave, remarks what is not, and says when it could not ask', () => {
  const found = (severity: string) =>
    JSON.stringify({ vulnerabilities: { left: { severity, via: [{ title: 'hole', url: 'https://example.com/1' }] } } });
  expect(readAudit(found('critical'))).toEqual({
    good: false,
    output: '  left: critical hole https://example.com/1\n',
  });
  expect(readAudit(found('high')).good).toBe(false);
  expect(readAudit(found('moderate'))).toMatchObject({ good: true, output: expect.stringContaining('moderate') });
  expect(readAudit(JSON.stringify({ vulnerabilities: {} }))).toEqual({ good: true, output: '' });
  for (const nothing of ['', '{"message":"405"}', 'npm error'])
    expect(readAudit(nothing)).toMatchObject({ good: true, output: expect.stringContaining('skipped') });
});
