const STATUS: Readonly<Record<string, number>> = {
  'access.denied': 403,
  'account.not_linked': 403,
  'request.not_from_page': 403,
  'request.timed_out': 408,
  'request.address_too_long': 414,
  'request.too_often': 429,
  'request.head_too_large': 431,
  'page.wrong_method': 405,
};

/** The status under which a page tells of a refusal. Browsers are told by it; people are told in words. */
export function pageStatus(code: string): number {
  const named = STATUS[code];
  if (named !== undefined) return named;
  if (code.endsWith('not_found')) return 404;
  return code.startsWith('request.') ? 400 : 409;
}

const FORM_STATUS: Readonly<Record<string, number>> = {
  'request.too_often': 429,
  'request.busy': 503,
  'screenshot.busy': 503,
};

/** The status of a page on which a form comes back with a refusal. */
export function formStatus(code: string): number {
  return FORM_STATUS[code] ?? 422;
}
