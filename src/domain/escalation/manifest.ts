import type { Instant } from '../time.ts';

export const BUNDLE_FORMAT = 'qingbiao-escalation-file';
export const MANIFEST_PATH = 'manifest.json';
export const SIGNATURE_PATH = 'manifest.sig';

/** One file of a bundle; `sha256` is hex. */
export type ListedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** What a bundle holds and which moment of the journal it shows. Spelled as it is written, because its bytes are signed. */
export type Manifest = {
  readonly format: typeof BUNDLE_FORMAT;
  readonly version: 1;
  readonly made_at: Instant;
  readonly case_id: string;
  readonly reference: string;
  /** The place in the number's journal up to which the bundle tells. */
  readonly journal: { readonly number_id: string; readonly seq: number; readonly hash: string };
  readonly key_id: string;
  readonly files: readonly ListedFile[];
  /** Evidence that the case names and whose bytes are no longer kept. */
  readonly absent: readonly ListedFile[];
};

/** A file as it was found in a bundle; `sha256` is null where its bytes could not be read. */
export type FoundFile = { readonly path: string; readonly bytes: number; readonly sha256: string | null };

export type FileFinding = 'ok' | 'changed' | 'missing' | 'extra';
export type CheckedFile = { readonly path: string; readonly finding: FileFinding };

/** Files in the order of their paths, whatever order they were made in. */
export function inOrder<F extends { readonly path: string }>(files: readonly F[]): F[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/**
 * What became of each file that the manifest names, and what is there besides. A path that stands in the bundle twice counts as
 * changed, because readers differ in which of the two they show.
 */
export function checkFiles(manifest: Pick<Manifest, 'files'>, found: readonly FoundFile[]): CheckedFile[] {
  const there = new Map<string, FoundFile | 'twice'>();
  for (const file of found) there.set(file.path, there.has(file.path) ? 'twice' : file);
  const listed = manifest.files.map(({ path, bytes, sha256 }): CheckedFile => {
    const file = there.get(path);
    if (!file) return { path, finding: 'missing' };
    const same = file !== 'twice' && file.bytes === bytes && file.sha256 === sha256;
    return { path, finding: same ? 'ok' : 'changed' };
  });
  const known = new Set([...manifest.files.map(({ path }) => path), MANIFEST_PATH, SIGNATURE_PATH]);
  const extra = [...there.keys()].filter((path) => !known.has(path) || (isOwn(path) && there.get(path) === 'twice'));
  return inOrder([...listed, ...extra.map((path): CheckedFile => ({ path, finding: 'extra' }))]);
}

function isOwn(path: string): boolean {
  return path === MANIFEST_PATH || path === SIGNATURE_PATH;
}

const HASH = /^[0-9a-f]{64}$/;

/** A manifest as somebody hands it over; null when it is none of ours. */
export function readManifest(given: unknown): Manifest | null {
  if (typeof given !== 'object' || given === null) return null;
  const { format, version, made_at, key_id, reference, files, journal } = given as Partial<Manifest>;
  const texts = [made_at, key_id, reference].every((one) => typeof one === 'string');
  const journalled = typeof journal?.seq === 'number' && typeof journal.hash === 'string';
  const known = format === BUNDLE_FORMAT && version === 1 && texts && journalled;
  return known && Array.isArray(files) && files.every(isListed) ? (given as Manifest) : null;
}

function isListed(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  const { path, bytes, sha256 } = given as Partial<ListedFile>;
  return typeof path === 'string' && typeof bytes === 'number' && typeof sha256 === 'string' && HASH.test(sha256);
}
