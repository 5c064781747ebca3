import { freshId, type Tell, type Told } from './facts.ts';
import type { ApiClient, Json } from './lib/api-client.ts';

export type NewLine = {
  readonly kind?: 'personal' | 'enterprise' | 'iot' | undefined;
  readonly province?: string | undefined;
  readonly holderId?: string | null | undefined;
  readonly userId?: string | null | undefined;
  readonly at?: string | undefined;
};

/** The carrier's register of lines, and its counter for checking who somebody is. */
export type Network = {
  /** Answers the standing of the number. */
  openLine(number: string, line?: NewLine): Promise<Json>;
  closeLine(number: string, at?: string): Promise<Json>;
  /** Reports a check of the person; passed unless told otherwise. */
  verify(
    number: string,
    result?: {
      readonly passed?: boolean | undefined;
      readonly check?: string | undefined;
      readonly at?: string | undefined;
    },
  ): Promise<Told>;
};

export function createNetwork(api: ApiClient, tell: Tell, now: () => string): Network {
  return {
    openLine(number, { kind = 'personal', province = 'CN-ZJ', holderId = null, userId = holderId, at = now() } = {}) {
      const line = { mobile_number: number, kind, province, holder_id: holderId, user_id: userId, opened_at: at };
      return api.post('/lines', line, { key: freshId('open') });
    },

    closeLine: (number, at = now()) =>
      api.post('/lines/close', { mobile_number: number, closed_at: at }, { key: freshId('close') }),

    verify: (number, { passed = true, check = 'real_person', at = now() } = {}) =>
      tell(number, { kind: 'verification_result', check, passed }, { at }),
  };
}
