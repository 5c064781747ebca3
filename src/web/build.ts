import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, 'dist/web');
/** Everything the pages are made of; a change in any of it makes a new build. */
const SOURCES = ['src/web', 'src/locales', 'src/domain', 'src/platform/locale.ts', 'package-lock.json'];

export type WebBuild = {
  /** The module that draws pages. */
  readonly server: string;
  /** Folder of files whose names carry their hash: to be served under `/assets/` and kept for ever. */
  readonly assets: string;
  /** Folder of files with fixed names, served at the root. */
  readonly public: string;
  readonly manifest: string;
  /** Hash of the sources. */
  readonly version: string;
};

function filesUnder(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (/\.\w+$/.test(path)) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !entry.name.includes('.test.'))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${path}/${entry.name}`) : [`${path}/${entry.name}`]))
    .sort();
}

function versionOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesUnder)) hash.update(file).update('\0').update(readFileSync(join(ROOT, file))).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function builtVersion(out: string): string | undefined {
  const stamp = join(out, 'version');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

function describe(version: string): WebBuild {
  return {
    server: join(OUT, 'server.js'),
    assets: join(OUT, 'assets'),
    public: join(OUT, 'public'),
    manifest: join(OUT, 'manifest.json'),
    version,
  };
}

/** Puts a finished build in place; when another process was faster with the same sources, theirs stays. */
function settle(made: string, version: string): void {
  const old = `${OUT}.old-${process.pid}`;
  try {
    if (existsSync(OUT)) renameSync(OUT, old);
    renameSync(made, OUT);
  } catch (error) {
    if (builtVersion(OUT) !== version) throw error;
  } finally {
    rmSync(old, { recursive: true, force: true });
    rmSync(made, { recursive: true, force: true });
  }
}

/** Builds the pages into `dist/web`, or finds them there already built from the very same sources. */
export async function buildWeb(): Promise<WebBuild> {
  const version = versionOfSources();
  if (builtVersion(OUT) === version) return describe(version);
  const made = `${OUT}.new-${process.pid}`;
  mkdirSync(made, { recursive: true });
  const [{ build }, { clientConfig, serverConfig }] = await Promise.all([import('vite'), import('./vite.config.ts')]);
  await build(clientConfig(made));
  await build(serverConfig(made));
  cpSync(join(ROOT, 'src/web/public'), join(made, 'public'), { recursive: true });
  writeFileSync(join(made, 'version'), version);
  settle(made, version);
  return describe(version);
}
