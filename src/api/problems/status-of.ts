/** Codes whose status their last word does not tell. */
const STATUS: Readonly<Record<string, number>> = {
  'access.sign_in': 401,
  'access.denied': 403,
  'case.not_your_act': 403,
  'case.not_yours': 403,
  'clock.not_yours': 403,
  'case.raiser_cannot_decide': 403,
  'case.decider_cannot_decide_again': 403,
  'request.invalid': 400,
  'request.not_json': 400,
  'request.not_utf8': 400,
  'request.bad_instant': 400,
  'request.bad_text': 400,
  'request.text_too_long': 400,
  'request.not_from_page': 403,
  'request.bad_key': 400,
  'request.bad_cursor': 400,
  'request.bad_match': 400,
  'request.broken_upload': 400,
  'request.key_reused': 409,
  'request.changed_meanwhile': 412,
  'request.bad_address': 400,
  'request.unreadable': 400,
  'request.address_too_long': 414,
  'request.head_too_large': 431,
  'request.too_often': 429,
  'request.too_large': 413,
  'request.unsupported_type': 415,
  'request.timed_out': 408,
  'route.wrong_method': 405,
  'number.too_busy': 503,
  'server.failed': 500,
  'server.undeclared': 500,
  'server.unavailable': 503,
  'evidence.too_large': 413,
  'evidence.wrong_type': 415,
  'evidence.unknown_type': 415,
  'evidence.lying_type': 415,
  'evidence.bytes_gone': 500,
};

/** Codes that refuse the words of a request, whatever the state: no repeat of the same words can succeed. */
const CONTENT: ReadonlySet<string> = new Set([
  'bill.unknown',
  'clock.no_ground',
  'escalation.accepted_elsewhere',
  'escalation.unknown_authority',
  'escalation.wrong_province',
  'case.finding_contradicts',
  'case.flag_not_open',
  'case.materials_missing',
  'case.no_flags',
  'case.reasons_missing',
  'case.reference_misread',
  'case.rule_missing',
  'case.words_missing',
  'case.wrong_door',
  'case.wrong_remedy',
  'correspondence.in_future',
  'correspondence.promise_out_of_range',
  'correspondence.too_old',
  'correspondence.wrong_counterpart',
  'evidence.bad_material',
  'evidence.empty',
  'evidence.missing_file',
  'fact.in_future',
  'flag.contradicts_record',
  'flag.cuts_protected',
  'flag.fact_unknown',
  'flag.in_future',
  'flag.reasons_missing',
  'lift.unknown_system',
  'line.closed_before_opened',
  'report.in_future',
  'report.placed_by_carrier',
  'report.no_flags',
  'webhook.bad_address',
]);

/** The HTTP status of a code: named above, else by what the code says of itself, else a state that does not allow it. */
export function statusOf(code: string): number {
  const named = STATUS[code];
  if (named !== undefined) return named;
  if (CONTENT.has(code)) return 422;
  if (code.endsWith('.not_found')) return 404;
  if (code.startsWith('number.') || code.startsWith('policy.')) return 422;
  return 409;
}
