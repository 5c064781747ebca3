import type { TextKey } from '../../locales/index.ts';
import { areas } from '../../locales/index.ts';

/** Keys of the area that word parts of other texts and are no codes. */
const PARTS = /^(problem\.title|fault|word)\./;

/** Codes whose words stand with the pages that show them too. */
const BESIDE_PAGES: readonly TextKey[] = [
  'absence.ends_before',
  'absence.too_long',
  'absence.too_many',
  'account.mail_failed',
  'account.too_often',
  'case.assigned_to_nobody',
  'case.assigned_to_other',
  'case.colleague_away',
  'case.colleague_away_alone',
  'case.colleague_away_yours',
  'case.kept_otherwise',
  'case.no_such_colleague',
  'case.not_yours',
  'case.yours_already',
  'clock.bad_length',
  'clock.bad_moment',
  'clock.bad_pause',
  'clock.bad_province',
  'clock.bad_unit',
  'clock.no_ground',
  'clock.not_paused',
  'clock.not_running',
  'clock.not_yours',
  'clock.unknown_rule',
  'correspondence.in_future',
  'correspondence.promise_out_of_range',
  'correspondence.too_old',
  'correspondence.wrong_counterpart',
  'correspondence.wrong_state',
  'escalation.accepted_elsewhere',
  'escalation.carrier_first',
  'escalation.declined_before',
  'escalation.not_asked',
  'escalation.unknown_authority',
  'escalation.wrong_province',
  'consent.needed',
  'consent.other_version',
  'consent.withdrawn',
  'evidence.forgotten',
  'evidence.still_needed',
  'hold.none',
  'hold.placed_already',
  'hold.stands',
  'hold.why_missing',
  'holder.no_provider',
  'holder.no_such_paper',
  'holder.nobody_registered',
  'holder.provider_away',
  'holder.too_often',
  'mandate.acts_missing',
  'mandate.fee_not_allowed',
  'mandate.kind_missing',
  'mandate.live_already',
  'mandate.name_missing',
  'mandate.names_missing',
  'mandate.not_covered',
  'mandate.not_found',
  'mandate.not_the_principal',
  'mandate.not_yourself',
  'mandate.over',
  'mandate.paper_missing',
  'mandate.paper_unknown',
  'mandate.term_out_of_range',
  'mandate.too_many',
  'mandate.unknown_offer',
  'mandate.wrong_code',
  'report.in_future',
  'report.no_flags',
  'report.placed_by_carrier',
];

/** Every code that a problem can carry. */
export const CODES = [
  ...(Object.keys(areas.problems['zh-CN']) as TextKey[]).filter((key) => !PARTS.test(key)),
  ...BESIDE_PAGES,
].toSorted();

export function isCode(text: string): text is TextKey {
  return (CODES as readonly string[]).includes(text);
}
