import { safeHeaders } from '../platform/safe-headers.ts';

const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Pages load their own parts alone, stand in no frame, and tell no other site where the reader was. */
export function pageHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    ...safeHeaders(publicUrl),
    'cache-control': 'private, no-store',
    'content-security-policy': CONTENT_POLICY,
  };
}
