import { hash } from 'node:crypto';
import type { NewEntry } from '../domain/journal/entry.ts';
import { canonicalJson } from './canonical.ts';

/** Stands before the first entry of every number. */
export const GENESIS = '0'.repeat(64);

/** The parts of an entry that the chain covers; `sealed` is the sealed personal words in base64. */
export type ChainedEntry = Omit<NewEntry, 'personal' | 'data'> & {
  readonly data: unknown;
  readonly sealed: string | null;
};

/** SHA-256 in hex over the hash before (32 bytes) and the RFC 8785 form of the entry. `data` is already in that form. */
export function chainHash(prevHash: string, entry: Omit<ChainedEntry, 'data'>, data: string): string {
  return hash('sha256', Buffer.concat([Buffer.from(prevHash, 'hex'), Buffer.from(canonicalEntry(entry, data))]), 'hex');
}

/** The hash that a stored entry must have. */
export function hashOf(prevHash: string, entry: ChainedEntry): string {
  return chainHash(prevHash, entry, canonicalJson(entry.data));
}

/** Keys in RFC 8785's order, written out because the shape is fixed. */
function canonicalEntry(entry: Omit<ChainedEntry, 'data'>, data: string): string {
  const text = JSON.stringify;
  return `{"actor_id":${text(entry.actor.id)},"actor_role":${text(entry.actor.role)},"data":${data},"effective_at":${text(entry.effectiveAt)},"kind":${text(entry.kind)},"kind_version":${entry.kindVersion},"line":${entry.line},"number_id":${text(entry.numberId)},"purpose":${text(entry.purpose)},"recorded_at":${text(entry.recordedAt)},"sealed":${text(entry.sealed)},"seq":${entry.seq},"source":${text(entry.source)},"source_id":${text(entry.sourceId)}}`;
}
