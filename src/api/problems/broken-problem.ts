import type { IncomingHttpHeaders } from 'node:http';
import type { Refusal } from '../../domain/refusal.ts';
import { NOTHING_RUNS, safeHeaders } from '../../platform/safe-headers.ts';
import { localeOf } from '../locale-of.ts';
import { problemOf } from './problem.ts';

export type BrokenProblem = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** The problem for a request that never reached an endpoint, with what could be read of its headers. */
export function brokenProblem(
  headers: IncomingHttpHeaders,
  refusal: Refusal,
  { requestId, publicUrl }: { readonly requestId: string; readonly publicUrl: string },
): BrokenProblem {
  const locale = localeOf(headers['accept-language']);
  const problem = problemOf(refusal, locale, requestId);
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': locale,
      'x-request-id': requestId,
      'cache-control': 'no-store',
      ...safeHeaders(publicUrl),
      'content-security-policy': NOTHING_RUNS,
    },
    body: JSON.stringify(problem),
  };
}
