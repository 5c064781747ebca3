import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FilePort } from '../app/ports.ts';
import type { Randomness } from '../platform/randomness.ts';

const NONCE = 12;
const TAG = 16;
const HASH = /^[0-9a-f]{64}$/;

type Options = { readonly folder: string; readonly rootKey: Uint8Array; readonly random: Randomness };

/** Keeps files in a folder under the hash of their bytes, encrypted with AES-256-GCM under a key of their own purpose. */
export function createFileFolder({ folder, rootKey, random }: Options): FilePort {
  const key = Buffer.from(hkdfSync('sha256', rootKey, '', 'qingbiao files', 32));
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(sha256);
      if (await exists(path)) return sha256;
      await mkdir(dirname(path), { recursive: true });
      await writeDurably(path, encrypt(key, random(NONCE), sha256, bytes), Buffer.from(random(6)).toString('hex'));
      return sha256;
    },

    async get(sha256) {
      if (!HASH.test(sha256)) return null;
      const sealed = await readFile(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return sealed && decrypt(key, sha256, sealed);
    },

    async remove(sha256) {
      if (HASH.test(sha256)) await rm(pathOf(sha256), { force: true });
    },
  };
}

function encrypt(key: Buffer, nonce: Uint8Array, sha256: string, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(sha256));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws when the stored bytes are not what was put there. */
function decrypt(key: Buffer, sha256: string, sealed: Buffer): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE)).setAAD(Buffer.from(sha256));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
  } catch (error) {
    throw new Error(`the stored file ${sha256} is damaged`, { cause: error });
  }
}

/** Complete or not there at all, even when the power fails. */
async function writeDurably(path: string, bytes: Buffer, salt: string): Promise<void> {
  const temporary = `${path}.${salt}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
