import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ImportPart } from '../../store/imports.ts';
import type { AppContext } from '../context.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Before the bytes of each piece, so that the same bytes of two imports are two files and each can go with its own. */
const SALT = 16;

/** Keeps a piece of an unpacked file; answers where it lies. */
export async function putPart(ctx: AppContext, piece: Uint8Array): Promise<string> {
  const packed = await pack(piece, { level: 1 });
  return ctx.files.put(Buffer.concat([ctx.random(SALT), packed]));
}

/** The bytes of a file from one place on, piece by piece. */
export async function* readParts(
  ctx: AppContext,
  parts: readonly ImportPart[],
  fromByte: number,
): AsyncGenerator<Buffer> {
  for (const { firstByte, sha256 } of parts) {
    const stored = await ctx.files.get(sha256);
    if (!stored) throw new Error(`a piece of an import is gone: ${sha256}`);
    const bytes = await unpack(stored.subarray(SALT));
    yield fromByte > firstByte ? bytes.subarray(fromByte - firstByte) : bytes;
  }
}
