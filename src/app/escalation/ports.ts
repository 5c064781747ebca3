import type { Readable } from 'node:stream';
import type { FoundFile, ListedFile } from '../../domain/escalation/manifest.ts';
import type { Instant } from '../../domain/time.ts';
import type { Sheet } from './sheet.ts';

export type BundleFile = { readonly path: string; readonly bytes: Uint8Array };

/** A file found in a bundle; `content` is kept of the small ones that are asked for by path. */
export type UnpackedFile = FoundFile & { readonly content: Uint8Array | null };

/** Packs and unpacks bundles. One file at a time is in memory, whatever the bundle weighs. */
export type ArchivePort = {
  /** The archive as a stream. Throws into it what `files` throws. Equal files at an equal time give equal bytes. */
  pack(files: AsyncIterable<BundleFile>, at: Instant): Readable;
  /** Every file of an archive on disk, twice where it stands there twice. Throws when it is no archive at all. */
  unpack(file: string, keep: readonly string[]): Promise<UnpackedFile[]>;
};

/** A public key of Ed25519: `x` is base64url as in RFC 8037, `keyId` its RFC 7638 thumbprint. */
export type SigningKey = { readonly keyId: string; readonly x: string; readonly pem: string };

/** Signs in the name of the installation. */
export type SignerPort = {
  readonly keyId: string;
  /** The current key first, then the former ones: what they signed stays checkable. */
  readonly keys: readonly SigningKey[];
  sign(bytes: Uint8Array): Uint8Array;
};

/** What an escalation file is made with. */
export type BundlePorts = {
  readonly archive: ArchivePort;
  readonly signer: SignerPort;
  /** Sets a sheet as a PDF of A4 pages; the same sheet gives the same bytes. */
  readonly print: (sheet: Sheet) => Promise<Uint8Array>;
};

export type { ListedFile };
