import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto';
import type { SignerPort, SigningKey } from '../../app/escalation/ports.ts';
import { thumbprint } from '../../app/escalation/verify-bundle.ts';

/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

type Options = {
  readonly rootKey: Uint8Array;
  /** 1, and one more each time the key is changed. */
  readonly generation: number;
};

/**
 * The keys that sign what leaves the house, derived from the root key, one for each generation: nothing is stored, every
 * server has the same, and the key of one generation tells nothing of another.
 */
export function createSigner({ rootKey, generation }: Options): SignerPort {
  const newestFirst = Array.from({ length: generation }, (_, before) => privateKeyOf(rootKey, generation - before));
  const keys = newestFirst.map(publicPart);
  const current = newestFirst[0];
  const keyId = keys[0]?.keyId;
  if (!current || keyId === undefined) throw new Error('the generations of signing keys begin with 1');
  return { keyId, keys, sign: (bytes) => sign(null, bytes, current) };
}

function privateKeyOf(rootKey: Uint8Array, generation: number): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', rootKey, '', `qingbiao signing v${generation}`, 32));
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

function publicPart(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey);
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { keyId: thumbprint(x), x, pem: publicKey.export({ format: 'pem', type: 'spki' }).toString() };
}
