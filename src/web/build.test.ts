import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { assetsOf } from './assets.ts';
import { buildWeb, type WebBuild } from './build.ts';

let built: WebBuild;
beforeAll(async () => {
  built = await buildWeb();
});

test('a second call finds the same build and leaves it alone', async () => {
  const before = statSync(built.server).mtimeMs;
  expect(await buildWeb()).toEqual(built);
  expect(statSync(built.server).mtimeMs).toBe(before);
});

test('every asset carries its hash, and the manifest names those a page needs', () => {
  const files = readdirSync(built.assets);
  expect(files.filter((file) => !/-[\w-]{8}\.\w+$/.test(file))).toEqual([]);
  for (const address of Object.values(assetsOf(built.manifest)))
    expect(files).toContain(address.replace('/assets/', ''));
});

test('style, script and every island together stay far below the budget of a first page', () => {
  const bytes = readdirSync(built.assets).map((file) => gzipSync(readFileSync(join(built.assets, file))).length);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30 * 1024);
});

test('the server module draws a page and escapes what it is given', async () => {
  const server = (await import(
    /* @vite-ignore */ pathToFileURL(built.server).href
  )) as typeof import('./entry-server.tsx');
  const html = server.renderPage(
    'message',
    { title: '<script>alert(1)</script>' },
    {
      locale: 'zh-CN',
      now: '2026-11-23T04:12:01.123Z',
      path: '/',
      query: {},
      largeType: false,
      csrf: 'x',
      assets: assetsOf(built.manifest),
    },
  );
  expect(html.startsWith('<!doctype html><html lang="zh-CN"')).toBe(true);
  expect(html).not.toContain('<script>alert');
});
