/** Coming back without a carrier: the return code, the code by mail, and telling of a number. */
export const account = {
  'account.nameless': 'Me',
  'account.unknown_code': 'There is no such return code. Compare it sign by sign with what you wrote down: 20 signs.',
  'account.bad_mail': 'That is no mail address; it looks like name@example.com.',
  'account.no_mail': 'This site cannot send mail yet. Please use the return code.',
  'account.mail_failed': 'The mail did not leave. Check the address and try later, or use the return code.',
  'account.too_often': 'A code was sent just now, or too many were. Please wait some minutes.',
  'account.wrong_code': 'The code is wrong or too old. Five tries at most; after that ask for a new one.',
  'account.mail_subject': 'Qingbiao code: {code}',
  'account.mail_text':
    'Your code is {code}, valid for {minutes} minutes. Qingbiao never calls to ask for a code. If this was not you, ignore it.',
  'report.no_flags': 'Choose at least one thing that does not work.',
  'report.in_future': 'That day has not come yet. Please check.',
} as const;
