import { expect, test } from 'vitest';
import { createLog, maskMobiles } from './log.ts';

function logged(act: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  act(createLog({ destination: { write: (line: string) => void lines.push(line) } }));
  return lines.join('');
}

test('secrets are left out by key, at the top, one level down and in headers', () => {
  const text = logged((log) => {
    log.info(
      { password: 'p-1', user: { token: 't-2' }, req: { headers: { authorization: 'a-3', cookie: 'c-4' } } },
      'sign in',
    );
  });
  expect(text).toContain('sign in');
  for (const secret of ['p-1', 't-2', 'a-3', 'c-4']) expect(text).not.toContain(secret);
});

test('mobile numbers are masked in messages, values and errors', () => {
  const text = logged((log) =>
    log.error({ to: '+8613812345678', err: new Error('no 13912340000 here') }, 'sms to 13812345678'),
  );
  expect(text).not.toMatch(/1381234|1391234/);
  expect(text).toContain('138****5678');
});

test('other long figures stay', () => {
  expect(maskMobiles('id 4611686018427387904 at 1763871234123 in 0.13812345678')).toBe(
    'id 4611686018427387904 at 1763871234123 in 0.13812345678',
  );
});
