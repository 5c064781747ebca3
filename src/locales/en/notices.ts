/** Formal notices: whose move it is, until when, and what to do. The same words go to inbox, mail and text message. */
export const notices = {
  'notice.where': 'Details and the next step: {link}',
  'notice.never': 'We never ask for codes, passwords or money. Lifting a flag is free.',
  'notice.short': '[Qingbiao] {text}',

  'notice.cause.arrears': 'an unpaid bill',
  'notice.cause.credit': 'a credit matter',
  'notice.cause.violation': 'use held to break the rules',
  'notice.cause.suspicion': 'a risk model finds it unusual (this may be a mistake)',
  'notice.cause.identity': 'real-name details that do not fit',
  'notice.cause.silent': 'a long time without use',
  'notice.cause.ordered': 'an order of the police or an authority',
  'notice.cause.label': 'a label by a third party',
  'notice.cause.unknown': 'a reason that was not told',

  'notice.door.carrier': 'the carrier',
  'notice.door.police': 'the police unit that decided',
  'notice.door.label_platform': 'the label service',
  'notice.door.lender': 'the body that reported it',
  'notice.door.subscriber': 'you yourself',

  'notice.because.remedied': 'the condition is met',
  'notice.because.misjudged': 'found to be a mistake',
  'notice.because.expired': 'its time is over',
  'notice.because.ordered': 'its release was ordered',
  'notice.because.superseded': 'a new decision',

  'notice.flag_placed.subject': 'Your number {number} was limited',
  'notice.flag_placed.text':
    '{carrier} limited your number {number} because of {cause}. Emergency calls still work. The reasons, the papers to bring and the way out are all here; the door to knock at is {door}.',
  'notice.payment_short.subject': '{owed} are still missing',
  'notice.payment_short.text':
    'Your payment for {number} arrived; {owed} are still missing. Once all is paid, the number is ordered back at once.',
  'notice.lift_ordered.subject': '{number} is ordered back',
  'notice.lift_ordered.text':
    'Number {number} is ordered back ({because}). The carrier’s systems must do it by {due}; we write again when all have confirmed.',
  'notice.service_back.subject': '{number} is back',
  'notice.service_back.text':
    'Every system has confirmed that {number} is back. Please try a call. If it does not work, press “not back”; you need not apply again.',
  'notice.lift_late.subject': 'Restoring {number} is late',
  'notice.lift_late.text':
    '{carrier} has not restored {number} in time. People have been told, and nothing is closed until it works.',
  'notice.lift_failed.subject': 'Restoring {number} failed',
  'notice.lift_failed.text':
    'Restoring {number} did not work and a person has taken over. You need do nothing; we tell you what comes next.',
  'notice.case_received.subject': 'Appeal {reference} received',
  'notice.case_received.text':
    'Your appeal about {number} was received as {reference}. {carrier} must answer by {due}; if it does not, you can go to the authority.',
  'notice.material_asked.subject': 'Appeal {reference} needs papers',
  'notice.material_asked.text': 'Appeal {reference} needs: {materials}. Please send them by {due}; a photo will do.',
  'notice.material_lapsed.subject': 'Appeal {reference} goes on',
  'notice.material_lapsed.text':
    'The papers did not come, so appeal {reference} goes on with what is there. You can still add them.',
  'notice.message_received.subject': 'A message on appeal {reference}',
  'notice.message_received.text': 'The carrier’s staff wrote to you on appeal {reference}.',
  'notice.case_granted.subject': 'Appeal {reference} was granted',
  'notice.case_granted.text':
    'Appeal {reference} was granted and {number} is being restored. We write again when every system has confirmed.',
  'notice.case_partly.subject': 'Appeal {reference} was partly granted',
  'notice.case_partly.text':
    'Appeal {reference} was partly granted. What comes back, what does not and why is in the decision. You can take the rest further.',
  'notice.case_refused.subject': 'Appeal {reference} was refused',
  'notice.case_refused.text':
    'Appeal {reference} was refused; the reasons are in the decision. If you disagree, you can go to the telecom complaints centre.',
  'notice.case_overdue.subject': '{carrier} is late with appeal {reference}',
  'notice.case_overdue.text':
    '{carrier} did not answer appeal {reference} in time. You can now go to the telecom complaints centre.',
  'notice.case_closed.subject': 'Appeal {reference} is closed',
  'notice.case_closed.text':
    'Appeal {reference} is closed. Should {number} stop working again, press “not back” to open it again.',
  'notice.not_back_received.subject': 'Noted: {number} is not back',
  'notice.not_back_received.text':
    'You said that {number} is not back. We noted it as {reference}. {carrier} must answer by {due}.',
} as const;
