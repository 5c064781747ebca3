import type { Tip } from '../src/domain/knowledge/knowledge.ts';
import { b, ours, practice, publicPage, SEEN } from './sources.ts';

/** How not to be flagged again. */
export const TIPS: readonly Tip[] = [
  {
    tipId: 'bill_date',
    every: 'month',
    title: b('记住交费日，开自动缴费', 'Know the bill date, pay automatically'),
    why: b('自动扣款也会失败，扣款日看一眼短信。', 'Automatic payments fail too; look at the message on that day.'),
    ...ours,
  },
  {
    tipId: 'valid_id',
    every: 'year',
    title: b('身份证到期前，先去更新实名', 'Renew your registration before the ID expires'),
    why: b('证件一过期，号码就可能被停。', 'An expired ID can stop the number.'),
    ...practice(SEEN),
  },
  {
    tipId: 'use_monthly',
    every: 'month',
    title: b('每张卡每月用一次', 'Use each card once a month'),
    why: b(
      '打个电话、发条短信就行。长期不用的卡会被停、被收回。',
      'A call or a message is enough. Unused cards are stopped and taken back.',
    ),
    ...practice(SEEN),
  },
  {
    tipId: 'tell_work',
    every: 'once',
    title: b('送快递、跑外卖、做销售，先告诉运营商', 'Couriers, riders, sellers: tell the carrier'),
    why: b(
      '问有没有行业白名单、工作号码。打得多不会突然被当成骚扰。',
      'Ask about a white list or a work number, so that many calls are not taken for harassment.',
    ),
    ...practice(SEEN),
  },
  {
    tipId: 'no_rush',
    title: b('换新手机、新卡时，不要一下子打很多陌生电话', 'New phone or SIM: do not call many strangers at once'),
    why: b('这是风控系统最容易怀疑的样子。', 'That is what risk models suspect most.'),
    ...practice(SEEN),
  },
  {
    tipId: 'no_lending',
    title: b('卡不借、不租、不卖', 'Never lend, rent or sell a card'),
    why: b('借出去的卡做了坏事，停的是你名下所有的卡。', 'What a lent card does stops every card in your name.'),
    ...practice(SEEN),
  },
  {
    tipId: 'second_number',
    every: 'once',
    title: b('要紧的账户，不要只绑这一个号', 'Do not tie everything to one number'),
    why: b(
      '银行、社保换成人脸、密码或备用号，停机时不至于什么都动不了。',
      'With another way in for bank and insurance, a stop does not stop everything.',
    ),
    ...practice(SEEN),
  },
  {
    tipId: 'abroad',
    every: 'journey',
    title: b(
      '出国前，问清漫游，留一个收得到的联系方式',
      'Before travelling: ask about roaming and leave another contact',
    ),
    why: b('通知短信在国外常常收不到。', 'Notices by SMS often do not arrive abroad.'),
    ...practice(SEEN),
  },
  {
    tipId: 'official_top_up',
    title: b('只在官方渠道充值', 'Top up in official channels only'),
    why: b('低价“慢充”可能是赃款，会连累号码。', 'Discount top-ups may be stolen money and drag your number in.'),
    ...practice(SEEN),
  },
  {
    tipId: 'pause_unused',
    title: b('暂时不用的卡，办停机保号', 'Pause a card you do not use'),
    why: b(
      '放着不用的卡，两个月左右就可能被停，再过两个月可能被收回。',
      'An unused card may be stopped after about two months and taken back two months later.',
    ),
    every: 'once',
    ...practice(SEEN),
  },
  {
    tipId: 'look_up_cards',
    title: b('每年查一次名下有几张卡', 'Once a year, look up the cards under your ID'),
    why: b(
      '用“一证通查”，免费。有不是你办的，马上去否认，免得别人用它做坏事。',
      'The look-up is free. Deny what is not yours before somebody misuses it.',
    ),
    every: 'year',
    ...publicPage('一证通查'),
  },
  {
    tipId: 'slow_short_calls',
    title: b('打给陌生人的短电话，慢一点打', 'Slow down short calls to strangers'),
    why: b(
      '一小时连着打很多、每个只有几十秒，最像骚扰。自动拨号软件更不要用。',
      'Many calls an hour of a few seconds look like nuisance calls most. Use no auto-dialler.',
    ),
    ...practice(SEEN),
  },
  {
    tipId: 'after_restore',
    title: b('刚恢复的头一个月，别照旧', 'In the first month after a stop, change the habit'),
    why: b(
      '系统会再查，照旧就会再停；有的省一年恢复三次以上要特别处理。',
      'The model looks again; unchanged habits bring a new stop. Some provinces treat a third restore in a year apart.',
    ),
    every: 'month',
    ...practice(SEEN),
  },
  {
    tipId: 'recycled',
    title: b('买了新号，先看看有没有旧标记', 'A new number: look for old marks'),
    why: b(
      '二次放号的号码可能带着前机主的标签、账户和欠费。留好开户凭证，早点清。',
      'A recycled number may carry labels, accounts and debts. Keep your opening record and clear them early.',
    ),
    every: 'once',
    ...practice(SEEN),
  },
  {
    tipId: 'keep_notices',
    title: b('运营商的短信别急着删', 'Keep the carrier’s messages'),
    why: b(
      '停了以后，它们是你的证据：哪天、什么原因、要做什么。',
      'After a stop they are your evidence: which day, why, what to do.',
    ),
    ...ours,
  },
];
