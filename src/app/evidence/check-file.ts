import { fileTypeFromBuffer } from 'file-type';
import type { Refusal } from '../../domain/refusal.ts';
import { RefusalError, type refusal } from '../../domain/refusal.ts';
import { formatBytes } from '../../platform/locale.ts';
import { ACCEPTED, ACCEPTED_NAMES, FILE_LIMIT_BYTES } from './file-limits.ts';

export type GivenFile = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The type that the sender claims; the bytes decide. */
  readonly declaredType: string | null;
};

/** Senders that do not know a type say one of these. */
const NO_CLAIM = ['', 'application/octet-stream', 'binary/octet-stream'];
/** The same type under names that browsers and phones still send. */
const ALIASES: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'image/heif': 'image/heic',
  'application/x-pdf': 'application/pdf',
  'audio/mp3': 'audio/mpeg',
  'audio/mp4': 'audio/x-m4a',
  'audio/m4a': 'audio/x-m4a',
  'audio/wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/3gpp': 'audio/amr',
};

/** The media type that the bytes themselves show. Throws what is wrong with the file, naming what was found and what may come. */
export async function checkFile(file: GivenFile): Promise<string> {
  const { bytes, fileName } = file;
  const name = shortName(fileName);
  if (bytes.length === 0) throw refused('evidence.empty', { name });
  if (bytes.length > FILE_LIMIT_BYTES) throw tooLarge(fileName);
  const found = await fileTypeFromBuffer(bytes);
  if (!found) throw refused('evidence.unknown_type', { name, allowed: ACCEPTED_NAMES });
  const mediaType = ALIASES[found.mime] ?? found.mime;
  if (!ACCEPTED[mediaType]) throw refused('evidence.wrong_type', { name, found: mediaType, allowed: ACCEPTED_NAMES });
  const lie = lieOf(file, mediaType);
  if (lie) throw refused('evidence.lying_type', { name, declared: lie, found: mediaType });
  return mediaType;
}

/** For readers of streams, who notice before they hold the whole file. */
export function tooLarge(fileName: string): RefusalError {
  return refused('evidence.too_large', {
    name: shortName(fileName),
    limit: formatBytes(FILE_LIMIT_BYTES),
    limit_bytes: FILE_LIMIT_BYTES,
  });
}

/** The ending or the declared type where it contradicts the bytes. */
function lieOf({ fileName, declaredType }: GivenFile, mediaType: string): string | null {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase();
  if (ending !== undefined && !ACCEPTED[mediaType]?.includes(ending)) return `.${ending}`;
  const declared = (declaredType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (NO_CLAIM.includes(declared)) return null;
  return (ALIASES[declared] ?? declared) === mediaType ? null : declared;
}

function shortName(fileName: string): string {
  const bare = fileName.split(/[\\/]/).at(-1) ?? '';
  return bare.length > 80 ? `${bare.slice(0, 60)}…${bare.slice(-16)}` : bare;
}

function refused(code: Parameters<typeof refusal>[0], data: NonNullable<Refusal['data']>): RefusalError {
  return new RefusalError({ code, data, pointer: '/file' });
}
