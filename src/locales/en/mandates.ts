import type { mandates as zh } from '../zh-CN/mandates.ts';

export const mandates: Record<keyof typeof zh, string> = {
  'notice.mandate_granted.subject': 'Somebody may act on {number} for you',
  'notice.mandate_granted.text':
    'You let somebody act on your number {number} until {until_day}. You are told of everything they do and can take it back at any time.',
  'notice.mandate_revoked.subject': 'The mandate on {number} was taken back',
  'notice.mandate_revoked.text':
    'The mandate on {number} was taken back, at once. From now on they see and do nothing.',
  'notice.mandate_ended.subject': 'The mandate on {number} has ended',
  'notice.mandate_ended.text': 'The mandate on {number} has ended. You can give a new one if it is still needed.',
  'notice.acted_for_you.subject': 'Done for you: {what}',
  'notice.acted_for_you.text':
    'The person you mandated just did “{what}” on {number} for you. If that was not your wish, take the mandate back at once.',
  'desk.notice.mandate_granted': 'mandate given',
  'desk.notice.mandate_revoked': 'mandate taken back',
  'desk.notice.mandate_ended': 'mandate ended',
  'desk.notice.acted_for_you': 'told of an act for them',
  'desk.attention.mandate_pattern': 'Odd representation: {detail}',
  'inbox.open.mandate': 'See the mandate',

  'entry.mandate.granted': 'Let somebody act for them',
  'entry.mandate.revoked': 'Took the mandate back',
  'entry.mandate.ended': 'The mandate ended',

  'mandate.act.open_case': 'begin an appeal',
  'mandate.act.restate': 'reword the statement',
  'mandate.act.submit': 'hand the appeal in',
  'mandate.act.say': 'send a message',
  'mandate.act.record': 'record a contact',
  'mandate.act.add_evidence': 'upload papers',
  'mandate.act.give_material': 'hand in papers',
  'mandate.act.withdraw': 'withdraw the appeal',
  'mandate.act.confirm_back': 'confirm that service is back',
  'mandate.act.report_not_back': 'report that service is not back',
  'mandate.act.escalate': 'hand it to the authority',

  'mandate.not_found': 'There is no such mandate.',
  'mandate.over': 'This mandate is over.',
  'mandate.not_covered': 'The mandate does not cover this ({act}).',
  'mandate.not_the_principal': 'Only the holder or user of this number can give a mandate.',
  'mandate.not_yourself': 'No mandate is needed for yourself, nor for the holder or user of this number.',
  'mandate.acts_missing': 'Choose what may be done for you.',
  'mandate.term_out_of_range': 'Choose a term of 1 to {most} days.',
  'mandate.fee_not_allowed':
    'Acting for somebody is free; only a lawyer may agree a fee. Lifting a flag costs nothing.',
  'mandate.paper_missing': 'Upload the signed paper.',
  'mandate.live_already': 'This person has a live mandate already.',
  'mandate.too_many': 'At most {most} people can have a mandate on one number at a time.',
};
