import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, 'dist/web');
const KEPT = 3;
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
  for (const file of SOURCES.flatMap(filesUnder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

function describe(folder: string, version: string): WebBuild {
  return {
    server: join(folder, 'server.js'),
    assets: join(folder, 'assets'),
    public: join(folder, 'public'),
    manifest: join(folder, 'manifest.json'),
    version,
  };
}

/** Gives a finished build its name; when another process was faster with the same sources, theirs stays. */
function settle(made: string, folder: string): void {
  try {
    renameSync(made, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(made, { recursive: true, force: true });
  }
}

/** Older builds go, but not the youngest: a running server may still serve them. */
function prune(): void {
  const builds = readdirSync(OUT)
    .filter((name) => /^[0-9a-f]{16}$/.test(name))
    .map((name) => ({ name, at: statSync(join(OUT, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { name } of builds.slice(KEPT)) rmSync(join(OUT, name), { recursive: true, force: true });
}

/** Builds the pages into a folder of `dist/web` named after their sources, or finds it there already. */
export async function buildWeb(): Promise<WebBuild> {
  const version = versionOfSources();
  const folder = join(OUT, version);
  if (existsSync(folder)) return describe(folder, version);
  const made = join(OUT, `making-${version}-${process.pid}`);
  mkdirSync(made, { recursive: true });
  const [{ build }, { clientConfig, serverConfig }] = await Promise.all([import('vite'), import('./vite.config.ts')]);
  await build(clientConfig(made));
  await build(serverConfig(made));
  cpSync(join(ROOT, 'src/web/public'), join(made, 'public'), { recursive: true });
  settle(made, folder);
  prune();
  return describe(folder, version);
}
