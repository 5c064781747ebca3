import type { LivingTip } from '../../src/domain/knowledge/help.ts';
import { b, CODE, law, ours, practice, SEEN } from '../sources.ts';

/** Living without the number. Only what sources say; nothing about how a bank or an app works inside. */
export const LIVING: readonly LivingTip[] = [
  {
    livingId: 'emergency',
    need: b('急事', 'An emergency'),
    how: b(
      '火警、匪警、急救、交通事故报警电话要免费，停机也要打得通。打不通，记下时间，这本身可以投诉。',
      'Emergency calls are free and must get through even from a stopped number. If they fail, note the time: that is a complaint of its own.',
    ),
    laws: ['TR-36'],
    ...law(CODE, '第36条'),
  },
  {
    livingId: 'wifi',
    need: b('上网、看消息', 'Internet and messages'),
    how: b(
      '连 Wi-Fi：运营商 App 能看余额和停机通知，微信等网络消息照常。',
      'On Wi-Fi the carrier’s app shows balance and notices, and internet messages work as usual.',
    ),
    ...practice(SEEN),
  },
  {
    livingId: 'carrier_line',
    need: b('联系运营商', 'Reaching the carrier'),
    how: b(
      '先用停机的卡拨客服试试，多半打得通；不行就借一部电话，报你的号码。',
      'Try the service line from the stopped card; it mostly works. Else borrow a phone and give your number.',
    ),
    ...practice(SEEN),
    unsure: b('停机的卡能不能打客服，没有核实。', 'Whether it works from a stopped card was not verified.'),
  },
  {
    livingId: 'codes',
    need: b('收验证码', 'Receiving codes'),
    how: b(
      '趁还登录着，把要紧账户换成 App 内验证、密码、人脸或另一个号码。问运营商能不能先恢复收短信。',
      'While still signed in, move accounts to in-app checks, a password, your face or another number. Ask the carrier to restore incoming messages first.',
    ),
    ...practice(SEEN),
  },
  {
    livingId: 'bank',
    need: b('取钱、转账', 'Money'),
    how: b(
      '带身份证去银行柜台。预留号码可以在柜台换成另一个。有人等了十九天没法付钱，因为所有银行都绑在一张卡上。',
      'Go to the bank counter with your ID; the reserved number can be changed there. One man went nineteen days without paying because every bank hung on one SIM.',
    ),
    ...practice(SEEN),
    unsure: b('各家银行的手续不同，去之前打卡背面的电话问。', 'Banks differ; call the number on your card first.'),
  },
  {
    livingId: 'wechat_alipay',
    need: b('微信、支付宝', 'WeChat and Alipay'),
    how: b(
      '已经登录的手机不要退出、不要换机。退出以后，登录可能又要这张卡的验证码。',
      'Stay signed in and do not change phones: signing in again may want a code on this very card.',
    ),
    ...practice(SEEN),
    unsure: b(
      '各家的找回办法没有核实，以它们自己的帮助页为准。',
      'Their ways to recover were not verified; see their own help.',
    ),
  },
  {
    livingId: 'work',
    need: b('工作和家人', 'Work and family'),
    how: b(
      '告诉单位、家人、老师一个别的联系办法，也说一声：有人用这个号码借钱，不要信。',
      'Give work and family another way to reach you, and tell them not to believe requests for money from this number.',
    ),
    ...ours,
  },
  {
    livingId: 'second_contact',
    need: b('留联系电话给运营商', 'A contact for the carrier'),
    how: b(
      '留一个不常用来打陌生电话的号码。有人留了家人的号码，家人的号码后来也被停了。',
      'Leave a number that does not call many strangers. A relative’s number given as contact was stopped too in one case.',
    ),
    ...practice('媒体报道（2025年11月）'),
  },
  {
    livingId: 'no_new_number',
    need: b('想换号', 'Thinking of a new number'),
    how: b(
      '可以另办一张先用着，旧号的事还要办完：欠费和惩戒跟着身份证走，绑着的账户也还在旧号上。新卡别一下子打很多电话。',
      'Another card helps for now, but finish with the old one: debts and punishments follow the ID, and accounts still hang on it. Do not call many strangers from the new card at once.',
    ),
    laws: ['MNP-1'],
    ...practice(SEEN),
  },
  {
    livingId: 'abroad',
    need: b('人在国外', 'Abroad'),
    how: b(
      '用 Wi-Fi 看运营商 App；请家人替你打客服登记工单；要求视频核验，或先恢复收短信、上网。',
      'See the carrier’s app on Wi-Fi; have family register a ticket; ask for a video check, or for incoming messages and data first.',
    ),
    ...practice(SEEN),
  },
];
