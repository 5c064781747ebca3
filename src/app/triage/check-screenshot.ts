import { fileTypeFromBuffer } from 'file-type';
import { type Refusal, refusal } from '../../domain/refusal.ts';
import { formatBytes } from '../../platform/locale.ts';
import { FILE_LIMIT_BYTES } from '../evidence/file-limits.ts';
import { type PictureHeader, readHeader } from './picture-header.ts';

/** Pixels that are unpacked at most: three times what the largest phone shows, and a 24-megapixel photograph. */
export const PIXEL_LIMIT = 25_000_000;
/** Height to width: a roll of more screens than this is cut by its owner, who knows which message matters. */
export const TALL_LIMIT = 10;
/** Width to height: a single line that somebody cut out is no wider than this. */
const WIDE_LIMIT = 40;

const READABLE = ['image/png', 'image/jpeg', 'image/webp'];
export const READABLE_NAMES: readonly string[] = ['PNG', 'JPEG', 'WebP'];
const MOVING = ['image/apng'];
const PHONE_PHOTO = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'];

/** The header of a picture that may be unpacked, or why not. The bytes decide; nothing is decoded. */
export async function checkScreenshot(bytes: Uint8Array): Promise<PictureHeader | Refusal> {
  if (bytes.length === 0) return refusal('screenshot.empty');
  if (bytes.length > FILE_LIMIT_BYTES) return refusal('screenshot.too_large', { limit: formatBytes(FILE_LIMIT_BYTES) });
  const found = await fileTypeFromBuffer(bytes);
  if (!found) return refusal('screenshot.unreadable');
  if (PHONE_PHOTO.includes(found.mime)) return refusal('screenshot.heic');
  if (MOVING.includes(found.mime)) return refusal('screenshot.animated');
  if (!READABLE.includes(found.mime)) {
    return refusal('screenshot.wrong_type', { found: found.ext.toUpperCase(), allowed: READABLE_NAMES });
  }
  const header = readHeader(bytes, found.mime);
  if (!header) return refusal('screenshot.unreadable');
  return refuseHeader(header) ?? header;
}

function refuseHeader({ width, height, animated }: PictureHeader): Refusal | null {
  if (animated) return refusal('screenshot.animated');
  if (width * height > PIXEL_LIMIT) {
    return refusal('screenshot.too_many_pixels', { width, height, limit_millions: PIXEL_LIMIT / 1e6 });
  }
  if (height > TALL_LIMIT * width || width > WIDE_LIMIT * height) {
    return refusal('screenshot.too_long', { width, height });
  }
  return null;
}
