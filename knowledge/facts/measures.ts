import type { MeasureFacts, Pattern } from '../../src/domain/knowledge/facts.ts';
import { b, CODE, law, practice, SEEN } from '../sources.ts';

const EMERGENCY = b(
  '紧急电话要一直打得通，而且免费。打不通，记下时间。',
  'Emergency calls must get through, free. If not, note the time.',
);
const SERVICE_LINES = b(
  '运营商的客服号码，停机时一般还打得通。打不通就换一部电话。',
  'The carrier’s own line mostly works from a stopped card; else use another phone.',
);
const UNCHECKED = b('客服号码能不能打通，没有核实。', 'That the service line works was not verified.');

/** The functions that can be switched off one by one. */
export const MEASURES: readonly MeasureFacts[] = [
  {
    fn: 'voice_out',
    name: b('打电话', 'Calling out'),
    felt: b('能接，不能打', 'Calls come in, none go out'),
    tryIt: b('用这张卡打给家人', 'Call somebody at home from this card'),
    spared: EMERGENCY,
    ...law(CODE, '第36条'),
  },
  {
    fn: 'voice_in',
    name: b('接电话', 'Being called'),
    felt: b('别人打来说“已停机”或“空号”', 'Callers hear that it is stopped or does not exist'),
    tryIt: b('借一部电话打你的号码', 'Call your number from another phone'),
    spared: SERVICE_LINES,
    ...practice(SEEN),
    unsure: UNCHECKED,
  },
  {
    fn: 'sms_out',
    name: b('发短信', 'Sending messages'),
    felt: b('短信发不出去', 'Messages do not leave'),
    tryIt: b('发一条短信给家人', 'Send one to somebody at home'),
    spared: b('微信等网络消息不受影响，只要能上网', 'Internet messages still work wherever there is data'),
    ...practice(SEEN),
  },
  {
    fn: 'sms_in',
    name: b('收短信', 'Receiving messages'),
    felt: b('收不到验证码', 'No codes arrive'),
    tryIt: b('请家人给你发一条短信', 'Have somebody send you one'),
    spared: b(
      '通知类短信不应当被切断：不然你连为什么停都不知道',
      'Notices should not be cut: otherwise you cannot learn why it stopped',
    ),
    ...practice(SEEN),
  },
  {
    fn: 'data',
    name: b('上网', 'Mobile data'),
    felt: b('关掉 Wi-Fi 就上不了网', 'Without Wi-Fi there is no internet'),
    tryIt: b('关掉 Wi-Fi，打开一个网页', 'Switch Wi-Fi off and open a page'),
    spared: b('Wi-Fi 不受影响，运营商 App 还能打开', 'Wi-Fi is untouched, and the carrier’s app still opens'),
    ...practice(SEEN),
  },
  {
    fn: 'new_business',
    name: b('办新业务', 'New business'),
    felt: b('不能开新卡、不能换套餐', 'No new card, no change of plan'),
    tryIt: b('在 App 或营业厅问一句', 'Ask in the app or a shop'),
    spared: b('已有的基本通信要保留', 'Basic service that exists is kept'),
    ...practice('联合惩戒办法的公开解读'),
  },
];

/** What works and what does not. Put together from people's accounts, not from an official table. */
export const PATTERNS: readonly Pattern[] = [
  {
    patternId: 'outgoing_off',
    works: { voice_out: 'no', voice_in: 'yes', sms: 'maybe', data: 'yes' },
    likely: ['A1', 'C1', 'D1'],
    note: b('能接不能打：欠费单停、被举报，或低风险停机', 'Incoming only: arrears, reports, or a low-risk stop'),
    ...practice(SEEN),
  },
  {
    patternId: 'all_off',
    works: { voice_out: 'no', voice_in: 'no', sms: 'no', data: 'no' },
    likely: ['A1', 'D1', 'E1', 'D2'],
    note: b(
      '全都不行：欠费双停、高风险、公安要求、长期不用，也可能是卡坏了或被人补走。同时有银行的动静，先冻结银行卡。',
      'Nothing works: arrears, high risk, police, long unused; or a dead or stolen SIM. If money moves too, freeze the bank first.',
    ),
    ...practice(SEEN),
  },
  {
    patternId: 'sms_off',
    works: { voice_out: 'yes', voice_in: 'yes', sms: 'no', data: 'yes' },
    likely: ['C1'],
    note: b(
      '只有短信不行：发得太多，或内容被拦。量大的等 1–3 个工作日；内容的去厅里说明。',
      'Only messages fail: too many, or their content. For volume wait 1–3 working days; for content go to a shop.',
    ),
    ...practice(SEEN),
  },
  {
    patternId: 'foreign_calls_off',
    works: { voice_out: 'yes', voice_in: 'maybe', sms: 'yes', data: 'yes' },
    likely: ['I1', 'D1'],
    note: b('只接不到境外来电：多半是境外来电拦截，问客服', 'Only calls from abroad fail: mostly a block on them; ask'),
    ...practice(SEEN),
  },
  {
    patternId: 'nobody_answers',
    works: { voice_out: 'yes', voice_in: 'yes', sms: 'yes', data: 'yes' },
    likely: ['G1'],
    note: b('都能用，就是没人接：看看别人手机上显示什么', 'All works but nobody answers: look what their screens show'),
    ...practice(SEEN),
  },
];
