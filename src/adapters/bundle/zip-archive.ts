import { createHash } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import { BlobReader, configure, type FileEntry, Uint8ArrayReader, ZipReader, ZipWriter } from '@zip.js/zip.js';
import type { ArchivePort, BundleFile, UnpackedFile } from '../../app/escalation/ports.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';

configure({ useWebWorkers: false });

const SHANGHAI_MS = 8 * 3_600_000;
/** Of a file that is asked for whole, no more than this is kept. */
const KEPT_BYTES = 4 * 1024 * 1024;

/** Bundles as ZIP files, stored without compression: what fills them is compressed already, and bytes stay the same for ever. */
export const zipArchive: ArchivePort = {
  pack: (files, at) => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    void write(files, at, writable).catch((error: unknown) => writable.abort(error).catch(() => undefined));
    return Readable.from(readable, { objectMode: false });
  },

  unpack: async (file, keep) => {
    const reader = new ZipReader(new BlobReader(await openAsBlob(file)), { useWebWorkers: false });
    try {
      const found: UnpackedFile[] = [];
      for await (const entry of reader.getEntriesGenerator())
        if (!entry.directory) found.push(await read(entry, keep.includes(entry.filename)));
      return found;
    } finally {
      await reader.close();
    }
  },
};

async function write(files: AsyncIterable<BundleFile>, at: Instant, into: WritableStream<Uint8Array>): Promise<void> {
  const zip = new ZipWriter(into, {
    level: 0,
    rawLastModDate: dosTime(at),
    extendedTimestamp: false,
    msDosCompatible: true,
    dataDescriptor: false,
    bufferedWrite: true,
    keepOrder: true,
  });
  for await (const { path, bytes } of files) await zip.add(path, new Uint8ArrayReader(bytes));
  await zip.close();
}

/** A file's length and hash as its bytes pass by. What cannot be read has no hash. */
async function read(entry: FileEntry, keep: boolean): Promise<UnpackedFile> {
  const hash = createHash('sha256');
  const kept: Uint8Array[] = [];
  let bytes = 0;
  const passing = new WritableStream<Uint8Array>({
    write(chunk) {
      hash.update(chunk);
      bytes += chunk.length;
      if (keep && bytes <= KEPT_BYTES) kept.push(chunk.slice());
    },
  });
  const path = entry.filename;
  try {
    await entry.getData(passing);
  } catch {
    return { path, bytes, sha256: null, content: null };
  }
  return { path, bytes, sha256: hash.digest('hex'), content: keep ? Buffer.concat(kept) : null };
}

/** A moment as ZIP files tell it: local time in steps of two seconds, here always that of Shanghai. */
function dosTime(at: Instant): number {
  const local = addMs(at, SHANGHAI_MS);
  const part = (from: number, to: number) => Number(local.slice(from, to));
  const date = ((part(0, 4) - 1980) << 9) | (part(5, 7) << 5) | part(8, 10);
  const time = (part(11, 13) << 11) | (part(14, 16) << 5) | (part(17, 19) >> 1);
  return date * 0x1_0000 + time;
}
