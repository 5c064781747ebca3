import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { RefusalError, refusal } from '../../domain/refusal.ts';

/** Ten million rows need less than half of it. */
const FILE_MOST_GIB = 8;
/** Facts pack twenty to thirty times; what unpacks more was made to hurt. */
const MOST_PACKING = 200;
const PACKING_COUNTS_FROM = 16 * 1024 * 1024;

/**
 * The plain bytes of a stream that may be packed with gzip, as its first bytes tell; bounded whatever they unpack to. The
 * stream itself is left as it is when somebody stops listening, so that an answer can still be sent.
 */
export async function* unpacked(stream: Readable): AsyncGenerator<Buffer> {
  const source = stream.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  let head = Buffer.alloc(0);
  while (head.length < 2) {
    const { value, done } = await source.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  let given = 0;
  async function* all() {
    given += head.length;
    if (head.length > 0) yield head;
    for (let next = await source.next(); !next.done; next = await source.next()) {
      given += next.value.length;
      yield next.value;
    }
  }
  const packed = head[0] === 0x1f && head[1] === 0x8b;
  // What goes wrong in the pipeline is thrown to whoever reads its end.
  const plain: AsyncIterable<Buffer> = packed ? pipeline(all(), createGunzip(), () => {}) : all();
  let total = 0;
  for await (const chunk of plain) {
    total += chunk.length;
    if (packed && total > PACKING_COUNTS_FROM && total > given * MOST_PACKING)
      throw new RefusalError(refusal('import.packed_too_tight', { most: MOST_PACKING }, '/file'));
    if (total > FILE_MOST_GIB * 1024 ** 3)
      throw new RefusalError(refusal('import.too_large', { most_gib: FILE_MOST_GIB }, '/file'));
    yield chunk;
  }
}

/** The same bytes in pieces of one size; the last is shorter. */
export async function* inPieces(chunks: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < size) continue;
    const all = Buffer.concat(held);
    let from = 0;
    for (; all.length - from >= size; from += size) yield all.subarray(from, from + size);
    held = from < all.length ? [all.subarray(from)] : [];
    bytes = all.length - from;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
