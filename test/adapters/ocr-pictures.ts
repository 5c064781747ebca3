import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

/** A picture kept in `test/fixtures/screenshots`. */
export function picture(file: string): Promise<Uint8Array> {
  return readFile(new URL(`../fixtures/screenshots/${file}`, import.meta.url));
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
}

/** A PNG of one byte per dot, all black; `promised` is the size that its header claims. */
export function blackPng(
  { width, height }: { width: number; height: number },
  promised = { width, height },
  frames = false,
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(promised.width);
  header.writeUInt32BE(promised.height, 4);
  header[8] = 8;
  const pixels = deflateSync(Buffer.alloc((width + 1) * height));
  const parts = [chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  if (frames) parts.splice(1, 0, chunk('acTL', Buffer.alloc(8)));
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** A JPEG of the given size in its header, with nothing behind it. */
export function hollowJpeg(width: number, height: number): Uint8Array {
  const frame = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080000000001012200', 'hex');
  const at = frame.indexOf(Buffer.from('ffc0', 'hex'));
  frame.writeUInt16BE(height, at + 5);
  frame.writeUInt16BE(width, at + 7);
  return frame;
}

/** The JPEG with a note that it is to be turned before it is looked at (EXIF orientation). */
export function turnedJpeg(jpeg: Uint8Array, orientation: number): Uint8Array {
  const exif = Buffer.from(`457869660000${'4d4d002a00000008'}0001${'011200030000000100000000'}00000000`, 'hex');
  exif.writeUInt16BE(orientation, 24);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(exif.length + 2);
  const rest = Buffer.from(jpeg.buffer, jpeg.byteOffset + 2, jpeg.byteLength - 2);
  return Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), size, exif, rest]);
}

export const HEIC = Buffer.from('00000018667479706865696300000000686569636d696631', 'hex');
export const GIF = Buffer.from('474946383961010001008000000000000000002c00000000010001000002024401003b', 'hex');
/** The header of a WebP that moves. */
export const MOVING_WEBP = Buffer.from(
  '524946462600000057454250565038580a000000020000006300006300004152434800000000414e494d',
  'hex',
);
