import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Letter } from '../../domain/letters/letter.ts';
import { faceFile } from './face.ts';
import { sheetOf } from './sheet.ts';

const WEIGHTS = ['400Regular', '700Bold'] as const;
/** Rounds after which what a compilation remembers is dropped: letters are private and never repeat. */
const REMEMBERED_ROUNDS = 1;

type Typesetter = { readonly compiler: NodeCompiler; readonly page: string };

let starting: Promise<Typesetter> | null = null;

/** The letter as a PDF of A4 pages, its font embedded. Throws when the page cannot be set. */
export async function renderPdf(letter: Letter): Promise<Uint8Array> {
  const { compiler, page } = await typesetter();
  try {
    return compiler.pdf({ mainFileContent: page, inputs: { letter: JSON.stringify(sheetOf(letter)) } });
  } finally {
    compiler.evictCache(REMEMBERED_ROUNDS);
  }
}

/** Fonts and compiler take room, so they are loaded with the first letter. */
export function typesetter(): Promise<Typesetter> {
  starting ??= start().catch((error: unknown) => {
    starting = null;
    throw error;
  });
  return starting;
}

async function start(): Promise<Typesetter> {
  const [{ NodeCompiler: Compiler }, page] = await Promise.all([
    import('@myriaddreamin/typst-ts-node-compiler'),
    readFile(new URL('./letter.typ', import.meta.url), 'utf8'),
  ]);
  const fontPaths = WEIGHTS.map((weight) => dirname(faceFile(weight)));
  const workspace = dirname(fileURLToPath(import.meta.url));
  return { compiler: Compiler.create({ workspace, fontArgs: [{ fontPaths }] }), page };
}
