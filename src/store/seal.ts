import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Randomness } from '../platform/randomness.ts';

const NONCE = 12;
const TAG = 16;

/** What a sealed text is for; each purpose has a key of its own, derived from the master key. */
export type SealPurpose = 'line key' | 'digits' | 'person' | 'webhook secret';

/** Seals what is personal or secret. AES-256-GCM: whoever moves or changes a sealed text makes it unreadable. */
export type Sealer = {
  /** The generation of the master key. */
  readonly keyVersion: number;
  /** Seals bytes, bound to `where`: they open at no other place. */
  seal(purpose: SealPurpose, where: string, plain: Uint8Array): Buffer;
  /** Opens what `seal` made. Throws when it was changed, moved, or sealed under another master key. */
  open(purpose: SealPurpose, where: string, sealed: Uint8Array): Buffer;
  /** The same bytes for the same text, meaningless without the key. */
  blindIndex(text: string): Buffer;
  /** A fresh data key. */
  newKey(): Uint8Array;
  /** Seals under a data key. */
  sealUnder(key: Uint8Array, where: string, plain: Uint8Array): Buffer;
  openUnder(key: Uint8Array, where: string, sealed: Uint8Array): Buffer;
};

export function createSealer(options: { readonly masterKey: Uint8Array; readonly random: Randomness }): Sealer {
  const { masterKey, random } = options;
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', masterKey, '', `qingbiao ${label} v1`, 32));
  const keys: Record<SealPurpose, Buffer> = {
    'line key': derive('line key'),
    digits: derive('digits'),
    person: derive('person'),
    'webhook secret': derive('webhook secret'),
  };
  const blindKey = derive('blind index');
  const sealUnder = (key: Uint8Array, where: string, plain: Uint8Array) => encrypt(key, random(NONCE), where, plain);
  return {
    keyVersion: 1,
    seal: (purpose, where, plain) => sealUnder(keys[purpose], where, plain),
    open: (purpose, where, sealed) => decrypt(keys[purpose], where, sealed),
    blindIndex: (text) => createHmac('sha256', blindKey).update(text).digest(),
    newKey: () => random(32),
    sealUnder,
    openUnder: decrypt,
  };
}

function encrypt(key: Uint8Array, nonce: Uint8Array, where: string, plain: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(where));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Uint8Array, where: string, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(where));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE, sealed.length - TAG)), decipher.final()]);
}
