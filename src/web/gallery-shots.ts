import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { assetsOf } from './assets.ts';
import { buildWeb } from './build.ts';
import type { PageContext } from './pieces/page.ts';
import { serverConfig } from './vite.config.ts';

const OUT = fileURLToPath(new URL('../../dist/gallery', import.meta.url));
const PORT = 41_100;
const TYPES: Record<string, string> = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

type Gallery = typeof import('./gallery.tsx');
type Shot = { name: keyof Gallery['galleries']; width: number; dark?: boolean; large?: boolean; locale?: 'en' };

const SHOTS: readonly Shot[] = [
  { name: 'counter', width: 390 },
  { name: 'counter', width: 1280 },
  { name: 'counter', width: 390, dark: true },
  { name: 'counter', width: 390, large: true },
  { name: 'counter', width: 390, locale: 'en' },
  { name: 'counter', width: 320 },
  { name: 'counter', width: 320, large: true },
  { name: 'question', width: 390 },
  { name: 'question', width: 1280, dark: true },
  { name: 'question', width: 320, large: true },
  { name: 'question', width: 320, locale: 'en' },
  { name: 'desk', width: 1280 },
  { name: 'desk', width: 1280, dark: true },
  { name: 'desk', width: 640 },
  { name: 'desk', width: 390 },
  { name: 'desk', width: 320, locale: 'en' },
];

function contextOf(url: URL, assets: PageContext['assets']): PageContext {
  return {
    locale: url.searchParams.get('lang') === 'en' ? 'en' : 'zh-CN',
    now: '2026-11-23T04:12:01.123Z',
    path: url.pathname,
    query: {},
    largeType: url.searchParams.get('type') === 'large',
    csrf: 'gallery',
    person: url.pathname === '/question' ? undefined : { name: '陈*' },
    assets,
  };
}

/** Parts of the page that reach beyond its edge. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge + 1 && !element.closest('.sr-only'))
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
  });
}

const built = await buildWeb();
await build(serverConfig(OUT, './gallery.tsx'));
const { renderGallery } = (await import(pathToFileURL(join(OUT, 'server.js')).href)) as Gallery;
const assets = assetsOf(built.manifest);
const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname.startsWith('/assets/')) {
    response.setHeader('content-type', TYPES[url.pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    response.end(readFileSync(join(built.assets, basename(url.pathname))));
    return;
  }
  const name = url.pathname.slice(1);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(renderGallery(name === 'desk' || name === 'question' ? name : 'counter', contextOf(url, assets)));
}).listen(PORT, '127.0.0.1');

const only = process.argv[2];
mkdirSync(OUT, { recursive: true });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
let wrong = 0;
for (const { name, width, dark, large, locale } of SHOTS) {
  const title = [name, width, dark && 'dark', large && 'large', locale].filter(Boolean).join('-');
  if (only && !title.startsWith(only)) continue;
  const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme: dark ? 'dark' : 'light' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(title, error.message));
  await page.goto(`http://127.0.0.1:${PORT}/${name}?${large ? 'type=large&' : ''}${locale ? `lang=${locale}` : ''}`);
  await page.evaluate(() => {
    for (const one of [...document.querySelectorAll('#clocks details, .law')].slice(0, 2)) one.setAttribute('open', '');
  });
  await page.screenshot({ path: join(OUT, `${title}.png`), fullPage: true });
  const beyond = await overflowing(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  wrong += beyond.length + violations.length;
  console.log(title, beyond.length ? `cut: ${beyond.join(' ')}` : 'fits', `axe ${violations.length}`);
  for (const one of violations)
    console.log(
      '  ',
      one.id,
      one.help,
      one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)),
    );
  await context.close();
}
await browser.close();
server.close();
process.exitCode = wrong > 0 ? 1 : 0;
