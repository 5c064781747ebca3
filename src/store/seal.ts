import { createCipheriv, createDecipheriv, hash, hkdfSync } from 'node:crypto';
import type { Randomness } from '../platform/randomness.ts';

const NONCE = 12;
const TAG = 16;

/** What a sealed text is for; each purpose has a key of its own, derived from the root key. */
export type SealPurpose = 'line key' | 'digits' | 'person' | 'webhook secret' | 'desk words';

/** Seals what is personal or secret. AES-256-GCM: whoever moves or changes a sealed text makes it unreadable. */
export type Sealer = {
  /** The generation of the root key. */
  readonly keyVersion: number;
  /** Seals bytes, bound to `where`: they open at no other place. */
  seal(purpose: SealPurpose, where: string, plain: Uint8Array): Buffer;
  /** Opens what `seal` made. Throws when it was changed, moved, or sealed under another root key. */
  open(purpose: SealPurpose, where: string, sealed: Uint8Array): Buffer;
  /** The same bytes for the same text, meaningless without the key. */
  blindIndex(text: string): Buffer;
  /** A fresh data key. */
  newKey(): Uint8Array;
  /** Seals under a data key. */
  sealUnder(key: Uint8Array, where: string, plain: Uint8Array): Buffer;
  openUnder(key: Uint8Array, where: string, sealed: Uint8Array): Buffer;
};

export function createSealer(options: { readonly rootKey: Uint8Array; readonly random: Randomness }): Sealer {
  const { rootKey, random } = options;
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', rootKey, '', `qingbiao ${label} v1`, 32));
  const keys: Record<SealPurpose, Buffer> = {
    'line key': derive('line key'),
    digits: derive('digits'),
    person: derive('person'),
    'webhook secret': derive('webhook secret'),
    'desk words': derive('desk words'),
  };
  const blindIndex = createHmacOf(derive('blind index'));
  return {
    keyVersion: 1,
    seal: (purpose, where, plain) => sealUnder(random, keys[purpose], where, plain),
    open: (purpose, where, sealed) => openUnder(keys[purpose], where, sealed),
    blindIndex,
    newKey: () => random(32),
    sealUnder: (key, where, plain) => sealUnder(random, key, where, plain),
    openUnder,
  };
}

const BLOCK = 64;

/** HMAC-SHA-256 (RFC 2104) of a key of at most one block, in two plain hashes: an object for each text costs more than they do. */
function createHmacOf(key: Uint8Array): (text: string) => Buffer {
  const [inner, outer] = [Buffer.alloc(BLOCK, 0x36), Buffer.alloc(BLOCK, 0x5c)];
  for (const [at, byte] of key.entries()) {
    inner[at] = (inner[at] ?? 0) ^ byte;
    outer[at] = (outer[at] ?? 0) ^ byte;
  }
  return (text) =>
    hash(
      'sha256',
      Buffer.concat([outer, hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer')]),
      'buffer',
    );
}

/** Seals under any key, bound to `where`. */
export function sealUnder(random: Randomness, key: Uint8Array, where: string, plain: Uint8Array): Buffer {
  const nonce = random(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(where));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealUnder` made, or throws. */
export function openUnder(key: Uint8Array, where: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(where));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]);
}
