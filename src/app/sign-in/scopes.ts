/** `read`, `write`, the tag of some endpoints such as `cases`, or that tag with `:read`. */
const SCOPE = /^(?:read|write|[a-z]{2,20}(?::read)?)$/;

/** What every key may do with itself. */
const OWN_KEY = 'keys';

/** Scopes as they are spelled in one line, in order and each once; null when one of them is none. */
export function readScopes(spelled: string): readonly string[] | null {
  const scopes = spelled
    .split(/[\s,]+/)
    .filter((one) => one !== '')
    .toSorted();
  return scopes.length > 0 && scopes.every((one) => SCOPE.test(one)) ? [...new Set(scopes)] : null;
}

/** Whether a key with these scopes may ask an endpoint. `write` opens everything, `read` what changes nothing. */
export function allowsScope(
  scopes: readonly string[] | null,
  { tag, reads }: { readonly tag: string; readonly reads: boolean },
): boolean {
  if (scopes === null || tag === OWN_KEY || scopes.includes('write') || scopes.includes(tag)) return true;
  return reads && (scopes.includes('read') || scopes.includes(`${tag}:read`));
}
