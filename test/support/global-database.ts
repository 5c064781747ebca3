import type { TestProject } from 'vitest/node';
import { type RunningTestServer, startTestServer, type TestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

type Shared = { server: Promise<RunningTestServer>; users: number };

/** One server for all projects of a run; each project loads this module anew, so it is kept on the process. */
const KEY: unique symbol = Symbol.for('qingbiao.test.server');
const holder: typeof globalThis & { [KEY]?: Shared } = globalThis;

export async function setup(project: TestProject): Promise<void> {
  holder[KEY] ??= { server: startTestServer(), users: 0 };
  holder[KEY].users += 1;
  const { adminUrl, template, prefix } = await holder[KEY].server;
  project.provide('testServer', { adminUrl, template, prefix });
}

export async function teardown(): Promise<void> {
  const shared = holder[KEY];
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  delete holder[KEY];
  await (await shared.server).stop();
}
