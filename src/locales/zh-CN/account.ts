/** Coming back without a carrier: the return code, the code by mail, and telling of a number. */
export const account = {
  'account.nameless': '我',
  'account.unknown_code': '没有这个恢复码。请对照记下来的那一串，一共 20 位，一位一位核对。',
  'account.bad_mail': '邮箱地址写得不对，比如 name@example.com。',
  'account.no_mail': '这个站点还不能发邮件。请用恢复码。',
  'account.mail_failed': '邮件没有发出去。请检查邮箱地址，过一会儿再试，或者用恢复码。',
  'account.too_often': '验证码刚发过，或者发得太多了。请等几分钟再试。',
  'account.wrong_code': '验证码不对，或者已经过期。最多试五次，过期请重新获取。',
  'account.mail_subject': '清标验证码：{code}',
  'account.mail_text':
    '你的验证码是 {code}，{minutes} 分钟内有效。清标不会打电话问你要验证码。不是你本人操作，不用理会。',
  'report.no_flags': '请至少选一样：号码哪里用不了。',
  'report.in_future': '日期还没有到。请核对。',
} as const;
