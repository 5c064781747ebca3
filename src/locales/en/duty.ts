/** How carriers keep the periods that bind them. */
export const duty = {
  'desk.tab.duty': 'On time?',
  'authority.tab.duty': 'On time?',
  'duty.title': 'How carriers keep their time',
  'duty.house': 'Audit',
  'duty.period': 'Periods that end from {from} on',
  'duty.period_to': 'Periods that end from {from} to {to}',
  'duty.in_province': 'Companies of {province}',
  'duty.empty': 'No period ended in this time.',
  'duty.empty_body': 'Widen the dates, or drop a filter, and look again.',
  'duty.empty_all': 'Clear the filters',

  'duty.filter.from': 'Due from',
  'duty.filter.to': 'Due until',
  'duty.filter.province': 'Province of the company',
  'duty.filter.carrier': 'Carrier',
  'duty.filter.cause': 'Why the line was cut',
  'duty.filter.rule': 'Which period',
  'duty.filter.any': 'All',

  'duty.on_time': 'On time',
  'duty.late': 'Done, but late',
  'duty.unanswered': 'Overdue, nothing to this day',
  'duty.running': 'Not due yet',
  'duty.ended_otherwise': 'Ended otherwise before the day',
  'duty.total.on_time': '{count}, which is {share}',
  'duty.total.interval': 'the true share is most likely between {low} and {high}',
  'duty.total.of': 'Of {count} with an outcome',
  'duty.total.aside':
    'Left out of the shares: {running} not due yet, {otherwise} that ended otherwise before the day (withdrawn, for example).',
  'duty.small': 'few',

  'duty.carriers.title': 'By carrier',
  'duty.carriers.body':
    'Each bar is all that have an outcome: on time, done but late, nothing to this day. What is not due yet is left out.',
  'duty.carriers.note': '{share} on time ({part}/{whole})',
  'duty.carriers.note_small': '{share} on time ({part}/{whole}, few)',
  'duty.causes.title': 'By why the line was cut',
  'duty.causes.body': 'An appeal against several flags counts under the cause of the first.',
  'duty.months.title': 'On time, month by month',
  'duty.months.body':
    'By the month of the last day. The pale band is where the true share most likely lies (95 %). A hollow dot: fewer than 5, or a month that is not over, so the share will move.',
  'duty.months.later':
    'Not drawn: {count} due in a later month and done early. What is still open there has no outcome yet, so the share would look too good.',
  'duty.waits.title': 'How many days: {rule}',
  'duty.waits.body':
    'The dot is the median: half were done by then. The line ends where nine in ten were done. The dashed line is the national limit. A hollow triangle: so many are silent that we can only say “at least so long”. The chart ends at four times the limit; what took longer is an arrow at the right edge.',
  'duty.waits.limit': 'Limit: {length}',
  'duty.waits.note': 'median {median} d, nine in ten {nine} d',
  'duty.waits.at_least': '≥{days}',
  'duty.waits.province':
    '{province} has its own limit: {length}. The earlier one only reminds; late is what has passed the later one.',
  'duty.waits.unseen': 'We have not yet compared this limit with the text of the law.',
  'duty.only_first': 'The chart has the {count} with most cases; the table has all.',
  'duty.rules.title': 'By period and cause',
  'duty.rules.body': 'Days are compared within one kind of period only.',

  'duty.how.title': 'How it is counted',
  'duty.how.law':
    'Only periods that the law sets a carrier. Each is judged by its own last moment, with provincial rules and holidays.',
  'duty.how.answer':
    'An appeal is answered by a decision or by ordering service back. The authority is answered when the answer is there. Service is back when the last system confirmed it. What an authority settled is no answer of the carrier’s own.',
  'duty.how.days':
    'Days are calendar days from the start of the period until it was done, with one decimal, holidays not taken out.',
  'duty.how.silent':
    'Those without an answer do not vanish from the days: they count as “not done until now” (Kaplan–Meier), so silence makes the median longer. Where too many are silent, it says “at least”.',
  'duty.how.middle':
    'Where the figure falls between two, their middle is taken, as in any median; the same for nine in ten.',
  'duty.how.interval':
    'The interval beside a share is the Wilson interval at 95 %. Fewer than 5 are marked “few”: draw no conclusion from them.',
  'duty.how.own':
    'Only lines that a connected carrier recorded itself. What people noted on their own counts against nobody.',

  'duty.data': 'Data',
  'duty.data.csv': 'Download CSV (opens in Excel)',
  'duty.data.json': 'Download JSON',
  'duty.data.cells': 'Everything, by carrier, period, cause and month',

  'duty.col.carrier_id': 'carrier_id',
  'duty.col.carrier': 'Carrier',
  'duty.col.cause': 'cause',
  'duty.col.cause_name': 'Why cut',
  'duty.col.rule_id': 'rule_id',
  'duty.col.rule': 'Period',
  'duty.col.month': 'Month due',
  'duty.col.class': 'class',
  'duty.col.class_name': 'Outcome',
  'duty.col.count': 'Count',
  'duty.col.on_time': 'On time',
  'duty.col.late': 'Late',
  'duty.col.unanswered': 'Nothing yet',
  'duty.col.counted': 'With outcome',
  'duty.col.on_time_share': 'Share on time',
  'duty.col.share_low': 'Interval from',
  'duty.col.share_high': 'Interval to',
  'duty.col.small': 'Few',
  'duty.col.running': 'Not due',
  'duty.col.ended_otherwise': 'Ended otherwise',
  'duty.col.median_days': 'Median days',
  'duty.col.median_at_least': 'Median is a least',
  'duty.col.p90_days': 'Nine in ten, days',
  'duty.col.p90_at_least': 'Nine in ten is a least',
  'duty.col.waits': 'Counted for days',
};
