import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLog } from '../../src/platform/log.ts';
import { useApp } from '../support/app.ts';
import { usePagesOver } from '../support/pages.ts';

const app = useApp();
const lines: Record<string, unknown>[] = [];
const destination = new Writable({
  write(chunk, _encoding, done) {
    for (const line of String(chunk).split('\n').filter(Boolean)) lines.push(JSON.parse(line));
    done();
  },
});
const pages = usePagesOver(() => ({ ...app.ctx, log: createLog({ level: 'warn', destination }) }));

it('a way in that did not open, and a right that was refused, are written down without what was typed', async () => {
  const visitor = pages.visitor();
  const hidden = await visitor.hiddenOf('/sign-in', '/sign-in/code');
  await visitor.post('/sign-in/code', { ...hidden, code: 'ABCD-EFGH-JKLM-NPQR-STUV' });
  await pages
    .visitor()
    .signIn('lin-xiaoyu')
    .then((one) => one.get('/desk'));
  const told = lines.map(({ msg, code, actor_id }) => [msg, code, actor_id]);
  expect(told).toEqual([
    ['refused', expect.stringMatching(/^account\./), null],
    ['refused', 'access.denied', 'lin-xiaoyu'],
  ]);
  for (const line of lines) expect(line).toMatchObject({ request_id: expect.stringMatching(/^req/) });
  expect(JSON.stringify(lines)).not.toContain('ABCD');
});
