/** One file of evidence, in bytes at most. */
export const FILE_LIMIT_BYTES = 10 * 1024 * 1024;

/** What counts as evidence: photographs, PDF and recordings of calls, with the endings under which they may come. Never video: no face is kept. */
export const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/x-m4a': ['m4a'],
  'audio/amr': ['amr'],
  'audio/wav': ['wav'],
};

/** The accepted types in the words people know them by. */
export const ACCEPTED_NAMES: readonly string[] = ['JPEG', 'PNG', 'WebP', 'HEIC', 'PDF', 'MP3', 'M4A', 'AMR', 'WAV'];
