import { randomUUID } from 'node:crypto';
import type { ApiClient, Json } from './lib/api-client.ts';

/** Tells the product one fact about a number. Answers the flags and lifts that it led to. */
export type Tell = (
  number: string,
  fact: Json,
  options?: { readonly sourceId?: string; readonly at?: string },
) => Promise<Told>;

export type Told = {
  readonly numberId: string;
  /** Null where the same bill or payment was known already. */
  readonly factId: string | null;
  readonly flagIds: readonly string[];
  readonly liftIds: readonly string[];
};

/** `now` is the carrier's own clock, RFC 3339. */
export function createTell(api: ApiClient, now: () => string): Tell {
  return async (number, fact, { sourceId = freshId('fact'), at = now() } = {}) => {
    const told = await api.post('/facts', { mobile_number: number, source_id: sourceId, at, fact }, { key: sourceId });
    return {
      numberId: String(told['number_id']),
      factId: told['fact_id'] === null ? null : String(told['fact_id']),
      flagIds: told['flag_ids'] as string[],
      liftIds: told['lift_ids'] as string[],
    };
  };
}

/** An id that no earlier run has given. */
export function freshId(kind: string): string {
  return `${kind}-${randomUUID()}`;
}
