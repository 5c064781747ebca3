import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { WriteKey } from '../app/run-command.ts';
import { RefusalError, refusal } from '../domain/refusal.ts';

const VISIBLE = /^[\x21-\x7e]{1,200}$/;

/** The client's own name for a write with a hash of what it asks, or nothing when it gave none. */
export function writeKeyOf(
  header: string | string[] | undefined,
  asked: { readonly [part: string]: unknown },
): WriteKey | undefined {
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !VISIBLE.test(header)) throw new RefusalError(refusal('request.bad_key'));
  return { key: header, requestHash: hashOf(asked) };
}

/** SHA-256 of the canonical form (RFC 8785), so that the order of fields does not matter. */
export function hashOf(asked: { readonly [part: string]: unknown }): string {
  return hash('sha256', canonicalize(asked) ?? '', 'hex');
}
