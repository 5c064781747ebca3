import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import type { InlineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Phones from about 2021 on; older ones get the same pages without the script. */
const TARGET = ['chrome87', 'safari14', 'firefox78'];

const shared = {
  root,
  configFile: false,
  envFile: false,
  logLevel: 'error',
  appType: 'custom',
} as const satisfies InlineConfig;

/** Styles and islands for the browser, under names that carry their hash. */
export function clientConfig(outDir: string): InlineConfig {
  return {
    ...shared,
    base: '/',
    publicDir: false,
    plugins: [tailwindcss()],
    css: { postcss: {} },
    build: {
      outDir,
      emptyOutDir: true,
      manifest: 'manifest.json',
      modulePreload: false,
      assetsInlineLimit: 0,
      target: TARGET,
      cssTarget: TARGET,
      rolldownOptions: {
        input: {
          theme: here('./theme/main.css'),
          islands: here('./islands/main.ts'),
          icon: here('./public/favicon.svg'),
        },
      },
    },
  };
}

/** The pages as one module for Node, nothing left to resolve. */
export function serverConfig(outDir: string, entry = './entry-server.tsx'): InlineConfig {
  return {
    ...shared,
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      ssr: here(entry),
      target: 'esnext',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'server.js' } },
    },
  };
}
