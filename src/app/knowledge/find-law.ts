import { BACKGROUND, LAWS } from '../../../knowledge/laws/index.ts';
import type { Law } from '../../domain/knowledge/knowledge.ts';

const BY_ID = new Map([...LAWS, ...BACKGROUND].map((law) => [law.lawId, law]));

/** What is known of an article, with its source; nothing for one that we never looked at. */
export function findLaw(lawId: string): Law | undefined {
  return BY_ID.get(lawId);
}
