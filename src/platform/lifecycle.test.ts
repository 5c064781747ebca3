import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createLifecycle, describeFailure } from './lifecycle.ts';
import { createLog } from './log.ts';
import { StartRefused } from './start-refused.ts';

const log = createLog({ level: 'silent' });

function signals() {
  const exits: number[] = [];
  const exited = Promise.withResolvers<number>();
  const exit = (code: number) => {
    exits.push(code);
    exited.resolve(code);
  };
  return Object.assign(new EventEmitter(), { exit, exits, exited: exited.promise });
}

test('parts stop in the opposite order, and one that fails does not keep the others', async () => {
  const lifecycle = createLifecycle(log);
  const stopped: string[] = [];
  for (const name of ['database', 'queue', 'server']) {
    await lifecycle.start(
      name,
      () => name,
      (part) => {
        stopped.push(part);
        if (part === 'queue') throw new Error('stuck');
      },
    );
  }
  await Promise.all([lifecycle.stop(), lifecycle.stop()]);
  expect(stopped).toEqual(['server', 'queue', 'database']);
});

test('the first signal stops cleanly; its echo from npm within the same moment is ignored', async () => {
  const lifecycle = createLifecycle(log);
  const source = signals();
  await lifecycle.start(
    'server',
    () => null,
    () => {},
  );
  lifecycle.listen(source, () => 1000);
  source.emit('SIGINT');
  source.emit('SIGINT');
  expect(await source.exited).toBe(0);
  expect(source.exits).toEqual([0]);
});

test('a later second signal exits at once', async () => {
  const lifecycle = createLifecycle(log);
  const source = signals();
  let elapsed = 0;
  await lifecycle.start(
    'server',
    () => null,
    () => new Promise(() => {}),
  );
  lifecycle.listen(source, () => elapsed);
  source.emit('SIGTERM');
  elapsed = 600;
  source.emit('SIGINT');
  expect(source.exits).toEqual([1]);
});

test('a part that was starting when we were asked to stop is stopped too, and none starts after', async () => {
  const lifecycle = createLifecycle(log);
  const begun = Promise.withResolvers<void>();
  const stopped: string[] = [];
  const starting = lifecycle.start(
    'slow',
    () => begun.promise,
    () => void stopped.push('slow'),
  );
  await lifecycle.stop();
  begun.resolve();
  await starting;
  expect(stopped).toEqual(['slow']);
  await expect(
    lifecycle.start(
      'late',
      () => null,
      () => {},
    ),
  ).rejects.toThrow(/late is not started/);
});

test('a refusal is told in its line and what to copy, a surprise with its stack', () => {
  expect(describeFailure(new StartRefused('x', 'Do this.', '请这样做。', ['create role a;']))).toBe(
    'Do this. 请这样做。\ncreate role a;',
  );
  expect(describeFailure(new Error('surprise'))).toMatch(/surprise\n\s+at /);
});
