/** The self-kept case: what the person records when no carrier is connected. */
export const kept = {
  'case.kept_otherwise':
    'This step does not fit this case: a connected carrier acts itself, otherwise you record what happened.',
  'correspondence.wrong_state': 'The case is “{status}” now, so “{gist}” cannot be recorded. You can record: {open}.',
  'correspondence.wrong_counterpart': '“{gist}” happens only with: {with}. Please choose who it was.',
  'correspondence.in_future': 'That time has not come yet. Please check date and time.',
  'correspondence.too_old': 'That date is too long ago. Please check the year.',
  'correspondence.promise_out_of_range': 'The promised date must be after this contact and within a year.',

  'word.act.record': 'record a contact',
  'word.act.restate': 'rewrite the statement',

  'gist.complained': 'I complained or asked for reasons',
  'gist.told_to_wait': 'They told me to wait and named a time',
  'gist.asked_papers': 'They asked for papers',
  'gist.gave_papers': 'I handed in the papers',
  'gist.refused': 'They refused',
  'gist.agreed': 'They agreed to lift it',
  'gist.not_theirs': 'They confirmed it was the former holder’s',
  'gist.no_answer': 'Nobody answered',
  'gist.filed': 'I complained to the authority',
  'gist.accepted': 'The authority took it on',
  'gist.declined': 'The authority declined',
  'gist.settled': 'Settled: they agreed to restore it',
  'gist.unsettled': 'Mediation failed',
  'gist.back': 'I tried it: everything works again',
  'gist.other': 'Something else',

  'counterpart.carrier': 'carrier',
  'counterpart.authority': 'authority',
  'counterpart.police': 'police',
  'counterpart.label_service': 'label service',
  'counterpart.credit_centre': 'credit centre',
  'counterpart.other': 'somebody else',
  'counterpart.self': 'my own test',

  'way.call': 'Call',
  'way.visit': 'Visit',
  'way.chat': 'Chat',
  'way.app': 'App or website',
  'way.letter': 'Letter',
  'way.message': 'Text message',

  'notice.promise_passed.subject': 'The promised date has passed: {reference}',
  'notice.promise_passed.text':
    'The date they named has passed and your record {reference} has no result yet. Ask again and record what they say.',
  'notice.follow_up.subject': 'Time to ask again: {reference}',
  'notice.follow_up.text': 'Record {reference} has no result yet. Ask again and record what they say.',
  'desk.notice.promise_passed': 'promised date passed',
  'desk.notice.follow_up': 'reminder to ask again',

  'entry.correspondence.recorded': '{way} · {counterpart}: {gist}',
  'entry.case.restated': 'Statement rewritten',
  'entry.case.told_refused': 'They refused',
  'entry.case.escalated': 'Handed to the authority',
  'entry.case.accepted': 'Taken on by the authority',
  'entry.case.declined': 'Declined by the authority, back to where it was',

  'case.next.escalated': 'The authority decides by {by} whether to take it on',
  'case.next.escalated_body': 'The file is with them. You will be told as soon as they answer.',
  'case.next.accepted': 'The authority took it on and answers by {by}',
  'case.next.accepted_body': 'The carrier must explain itself to them. You will be told the result.',
} as const;
