/** One file of evidence, in bytes at most. */
export const FILE_LIMIT_BYTES = 10 * 1024 * 1024;

/** What counts as evidence: photographs and PDF, with the endings under which they may come. */
export const ACCEPTED: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
};

/** The accepted types in the words people know them by. */
export const ACCEPTED_NAMES: readonly string[] = ['JPEG', 'PNG', 'WebP', 'HEIC', 'PDF'];
