import { createHash, createPublicKey, type KeyObject, verify, type webcrypto } from 'node:crypto';
import type { CheckedFile, Manifest } from '../../domain/escalation/manifest.ts';
import { checkFiles, MANIFEST_PATH, readManifest, SIGNATURE_PATH } from '../../domain/escalation/manifest.ts';
import type { ArchivePort, SigningKey } from './ports.ts';

/** `unknown_key`: nobody could say, because the key is not among those given. */
export type SignatureFinding = 'good' | 'bad' | 'missing' | 'unknown_key';

export type BundleReport = {
  readonly manifest: Manifest;
  readonly signature: SignatureFinding;
  readonly files: readonly CheckedFile[];
  /** Every file is there unchanged, nothing else is, and a known key has signed it. */
  readonly good: boolean;
};

/**
 * Compares a bundle on disk with its manifest, and the manifest with its signature. Null when it holds no manifest of ours.
 * Throws what the archive throws when it is none.
 */
export async function verifyBundle(
  archive: Pick<ArchivePort, 'unpack'>,
  file: string,
  keys: readonly Pick<SigningKey, 'keyId' | 'x'>[],
): Promise<BundleReport | null> {
  const found = await archive.unpack(file, [MANIFEST_PATH, SIGNATURE_PATH]);
  // Of two files under one name no reader knows which is meant: the first is taken, the second counts as extra.
  const contentOf = (path: string) => found.find((one) => one.path === path)?.content ?? null;
  const text = contentOf(MANIFEST_PATH);
  const manifest = text && readManifest(parse(text));
  if (!text || !manifest) return null;
  const signature = checkSignature(text, contentOf(SIGNATURE_PATH), manifest.key_id, keys);
  const files = checkFiles(manifest, found);
  const good = signature === 'good' && files.every(({ finding }) => finding === 'ok');
  return { manifest, signature, files, good };
}

function checkSignature(
  text: Uint8Array,
  signature: Uint8Array | null,
  keyId: string,
  keys: readonly Pick<SigningKey, 'keyId' | 'x'>[],
): SignatureFinding {
  if (!signature) return 'missing';
  const key = keys.find((one) => one.keyId === keyId);
  if (!key) return 'unknown_key';
  return verify(null, text, publicKeyOf(key.x), signature) ? 'good' : 'bad';
}

function parse(text: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return null;
  }
}

/** Public keys as somebody hands them over: one as PEM, or the published list. Null when it is neither. */
export function readKeys(text: string): Pick<SigningKey, 'keyId' | 'x'>[] | null {
  try {
    if (!text.trimStart().startsWith('{')) return [named(createPublicKey(text))];
    const { keys } = JSON.parse(text) as { keys: webcrypto.JsonWebKey[] };
    return keys.map((jwk) => named(createPublicKey({ key: jwk, format: 'jwk' })));
  } catch {
    return null;
  }
}

function publicKeyOf(x: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/** A key under its own RFC 7638 thumbprint, whatever name it came with. */
function named(key: KeyObject): Pick<SigningKey, 'keyId' | 'x'> {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('not a key of Ed25519');
  const { x = '' } = key.export({ format: 'jwk' });
  return { keyId: thumbprint(x), x };
}

/** RFC 7638 over the members that RFC 8037 names. */
export function thumbprint(x: string): string {
  return createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
}
