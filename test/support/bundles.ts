import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { UnpackedFile } from '../../src/app/escalation/ports.ts';
import { bundleVerify } from '../../src/cli/bundle.ts';
import type { TestApp } from './app.ts';

/** For the top of a test file: bundles on disk, and the operator's command over them. */
export function useBundles(app: TestApp) {
  const folder = mkdtempSync(join(tmpdir(), 'qingbiao-bundles-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let kept = 0;
  const keep = (bytes: Uint8Array, ending = 'zip') => {
    kept += 1;
    const file = join(folder, `${kept}.${ending}`);
    writeFileSync(file, bytes);
    return file;
  };
  return {
    keep,
    /** Every file by its path, its content with it. */
    open: async (bytes: Uint8Array): Promise<Map<string, UnpackedFile & { content: Buffer }>> => {
      const file = keep(bytes);
      const paths = (await app.ctx.bundles.archive.unpack(file, [])).map(({ path }) => path);
      const found = await app.ctx.bundles.archive.unpack(file, paths);
      return new Map(found.map((one) => [one.path, { ...one, content: Buffer.from(one.content ?? []) }]));
    },
    /** `qingbiao bundle verify`, as it runs without a database. */
    verify: async (file: string, ...options: string[]) => {
      const out: string[] = [];
      const never = () => {
        throw new Error('no database is needed');
      };
      const code = await bundleVerify({
        rest: [file, '--json', ...options],
        config: never,
        open: never,
        resetDemo: never,
        print: (line) => void out.push(line),
        archive: app.ctx.bundles.archive,
        ownKeys: () => app.ctx.bundles.signer.keys,
      });
      return { code, report: out[0] === undefined ? null : JSON.parse(out[0]) };
    },
    /** The bytes of a file with one of them changed, found by what it is near. */
    changeNear: (bytes: Uint8Array, near: string | Uint8Array) => {
      const changed = Buffer.from(bytes);
      const at = changed.indexOf(near);
      if (at < 0) throw new Error('these bytes are not in the file');
      changed[at] = (changed[at] ?? 0) ^ 1;
      return changed;
    },
    read: (file: string) => readFileSync(file),
  };
}
