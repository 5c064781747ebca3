/** Names of files are at most 255 bytes long on the systems that people have; the number and the ending need room too. */
const STEM_BYTES = 180;

/**
 * Where an item of evidence lies in a bundle: `evidence/01-name.ext`, with as many digits as all items need. The name may come
 * from anybody: nothing of it leads out of its folder, and two items never meet.
 */
export function evidencePath(position: number, all: number, fileName: string): string {
  const digits = Math.max(2, String(all).length);
  return `evidence/${String(position).padStart(digits, '0')}-${tameName(fileName)}`;
}

function tameName(given: string): string {
  const bare = (given.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/[\p{C}\u{fffd}<>:"|?*]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = bare.lastIndexOf('.');
  const ending = dot > 0 && bare.length - dot <= 8 ? bare.slice(dot) : '';
  const stem = shorten(bare.slice(0, bare.length - ending.length)).trimEnd();
  return `${stem === '' ? 'file' : stem}${ending}`;
}

function shorten(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += bytesOf(character.codePointAt(0) ?? 0);
    if (bytes > STEM_BYTES) break;
    kept += character;
  }
  return kept;
}

/** In UTF-8. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
