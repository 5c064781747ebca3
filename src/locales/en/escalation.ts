import type { escalation as zh } from '../zh-CN/escalation.ts';

export const escalation: Record<keyof typeof zh, string> = {
  'notice.clock_near.subject': '{what}: due {last_day}',
  'notice.clock_near.text':
    '“{what}” is nearly due: the last day is {last_day}. If it is yours to do, do it before then; if it is theirs, they are late after it.',
  'notice.case_escalated.subject': 'Case {reference} is with the authority',
  'notice.case_escalated.text':
    'The whole file of case {reference} was handed over. The authority will tell you whether it takes it on.',
  'notice.case_accepted.subject': 'The authority took on case {reference}',
  'notice.case_accepted.text':
    'The authority took on case {reference} and will ask the carrier. You will hear the result.',
  'notice.case_declined.subject': 'The authority did not take on case {reference}',
  'notice.case_declined.text':
    'The authority did not take on case {reference}: {ground}. The reasons and what you can do next are in the case.',
  'notice.case_mediating.subject': 'Mediation began in case {reference}',
  'notice.case_mediating.text': 'The authority began to mediate in case {reference}. Whether you agree is up to you.',
  'notice.case_settled.subject': 'Case {reference} is settled',
  'notice.case_settled.text':
    'Case {reference} is settled. What was agreed is in the case. What is to be restored is done only when every system confirms.',
  'notice.case_unsettled.subject': 'Case {reference} was not settled',
  'notice.case_unsettled.text':
    'Case {reference} was not settled and the authority has ended it. Arbitration or a suit is still open; 12348 gives free legal advice.',
  'desk.notice.clock_near': 'nearly due',
  'desk.notice.case_escalated': 'with the authority',
  'desk.notice.case_accepted': 'taken on by the authority',
  'desk.notice.case_declined': 'declined by the authority',
  'desk.notice.case_mediating': 'mediation began',
  'desk.notice.case_settled': 'settled',
  'desk.notice.case_unsettled': 'not settled',

  'desk.attention.answer_near': 'Nearly due',
  'desk.attention.case_escalated': 'Case {detail} went to an authority',
  'desk.attention.authority_asks': 'An authority asks about case {detail}',

  'entry.case.carrier_asked': 'The authority asked the carrier',
  'entry.case.carrier_answered': 'The carrier answered the authority',
  'entry.case.mediating': 'Mediation began',
  'entry.case.settled': 'Settled',
  'entry.case.unsettled': 'Not settled, ended',
  'entry.case.assigned': 'Somebody took it on',
  'entry.clock.paused': '{title}: stands still on a lawful ground',
  'entry.clock.resumed': '{title}: runs again',
  'entry.clock.ran_on': '{title}: no ground to stand still, it runs on',
  'entry.clock.settled': '{title}: the date was settled after the holiday notice',
  'desk.entry.clock_reminded': 'Reminder: nearly due',
  'entry.who.officer': 'Authority',

  'decline.no_prior_complaint': 'the carrier was not asked first',
  'decline.out_of_time': 'the time for complaints is over',
  'decline.wrong_province': 'another province is responsible',
  'decline.accepted_elsewhere': 'another body has taken it on',
  'decline.settled_before': 'it was settled and carried out before',
  'decline.police_matter': 'the police decided it',
  'decline.not_telecom': 'it is not about a telecom service',
  'decline.papers_missing': 'papers are missing',
  'decline.no_prior_complaint.next':
    'Complain to the carrier first and note the date and ticket; hand it in again when you disagree or fifteen days have passed.',
  'decline.out_of_time.next': 'This body will not take it on. Ask 12348 about arbitration or a suit.',
  'decline.wrong_province.next': 'It goes to the body of the province of the carrier company, wherever you live.',
  'decline.accepted_elsewhere.next': 'Wait for the body that has it; one matter cannot go two ways at once.',
  'decline.settled_before.next':
    'If what was agreed was not done, write down what is missing and go back to the carrier.',
  'decline.police_matter.next': 'Go to the police unit that decided; neither the carrier nor 12300 can lift it.',
  'decline.not_telecom.next': 'Another body is responsible. The guides say which.',
  'decline.papers_missing.next': 'Add what is missing and hand it in again.',

  'period.miit.forward.title': 'Authority forwards to {carrier}',
  'period.miit.carrierFeedback.title': '{carrier} answers the authority',
  'period.miit.mediate.title': 'Authority mediates',
  'period.consumer.answer.title': 'Consumer authority handles it and tells you',
  'missed.miit.forward': 'If it was not forwarded by then, ask 12300.',
  'missed.miit.carrierFeedback': 'Without an answer by then it is late, and the authority sees it.',
  'missed.miit.mediate': 'Without a result by then mediation ends; arbitration or a suit is open.',
  'case.next.mediating': 'Mediation, at the latest until {by}',
  'case.next.mediating_body': 'The authority mediates between both sides. You need not agree.',

  'clock.no_ground':
    'Rule {rule} names no such ground to stand still ({ground}). The clock runs on. Grounds that it names: {grounds}.',
  'clock.not_running': 'This clock is not running ({status}).',
  'clock.not_paused': 'This clock does not stand still ({status}).',
  'clock.not_yours': 'This clock does not bind your side; you can neither stop it nor let it go on.',
  'case.not_yours': 'You do not work on this case; whoever does can put it back or hand it over.',
  'case.yours_already': 'You work on this case already.',
  'case.assigned_to_nobody': 'Nobody works on this case; just take it on.',
  'escalation.carrier_first':
    'The carrier’s answer comes first: the case is “{status}”. When you disagree with it, or it does not come in time, the authority is open.',
  'escalation.wrong_province': 'It goes to a body of the carrier company’s province ({province}).',
  'escalation.accepted_elsewhere':
    'Another body has taken it on; one matter cannot go to two. Wait for it, or withdraw it there first.',
  'escalation.declined_before': 'This body declined because {ground}; handing it in again will not change that.',
  'escalation.not_asked': 'The authority is not waiting for an answer of the carrier.',
  'escalation.unknown_authority': 'There is no such body, or it does not take complaints about this carrier.',
};
