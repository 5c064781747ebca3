import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { faceFile } from './face.ts';
import type { PageKind, Setting, SettingAsked } from './typesetter.ts';

const WEIGHTS = ['400Regular', '700Bold'] as const;
/** Rounds after which what a compilation remembers is dropped: letters are private and never repeat. */
const REMEMBERED_ROUNDS = 1;

const pages: Readonly<Record<PageKind, string>> = {
  letter: await readPage('letter'),
  dossier: await readPage('dossier'),
};
const compiler = NodeCompiler.create({
  workspace: dirname(fileURLToPath(import.meta.url)),
  fontArgs: [{ fontPaths: WEIGHTS.map((weight) => dirname(faceFile(weight))) }],
});

function readPage(name: PageKind): Promise<string> {
  return readFile(new URL(`./${name}.typ`, import.meta.url), 'utf8');
}

function set({ id, page, content }: SettingAsked): Setting {
  try {
    return { id, pdf: new Uint8Array(compiler.pdf({ mainFileContent: pages[page], inputs: { [page]: content } })) };
  } catch (error) {
    return { id, failure: `the letter cannot be set: ${(error as { code?: string }).code ?? String(error)}` };
  } finally {
    compiler.evictCache(REMEMBERED_ROUNDS);
  }
}

parentPort?.on('message', (asked: SettingAsked) => parentPort?.postMessage(set(asked)));
