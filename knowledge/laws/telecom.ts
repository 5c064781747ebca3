import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { b, CODE, law, unsure } from '../sources.ts';

/** 电信条例, with the article numbers of 2016: older copies are one higher from the service chapter on. */
export const TELECOM: readonly Law[] = [
  {
    lawId: 'TR-30',
    title: b(
      '《电信条例》第三十条：明码标价、自由选择',
      'Telecom Regulations, art. 30: published tariffs, free choice',
    ),
    plain: b(
      '业务种类、资费和办理时限要公布，用哪种由你自己选。',
      'Services, tariffs and time limits are published, and you choose among them.',
    ),
    binds: ['carrier'],
    ...law(CODE, '第30条'),
  },
  {
    lawId: 'TR-32',
    title: b('《电信条例》第三十二条：修故障', 'Telecom Regulations, art. 32: repair'),
    plain: b(
      '线路出故障，报修后城里 48 小时、乡下 72 小时内修好；修不好要告诉你，并免收这段时间的月租。手机本身坏了不算。',
      'A reported fault is repaired within 48 hours in town and 72 in the country; otherwise you are told and the rent of that time is waived. A broken phone does not count.',
    ),
    binds: ['carrier'],
    periods: ['carrier.faultRepair'],
    runsFrom: b('收到报修', 'The report'),
    ...law(CODE, '第32条'),
  },
  {
    lawId: 'TR-33a',
    title: b('《电信条例》第三十三条：免费详单', 'Telecom Regulations, art. 33: free itemised bill'),
    plain: b('你要，运营商就得免费给你话费详单。', 'The carrier must give you an itemised bill for free when you ask.'),
    binds: ['carrier'],
    runsFrom: b('你提出要求', 'Your request'),
    ...law(CODE, '第33条第1款'),
  },
  {
    lawId: 'TR-33b',
    title: b('《电信条例》第三十三条：话费突然变多', 'Telecom Regulations, art. 33: sudden high charges'),
    plain: b(
      '话费超过前三个月平均数的五倍，运营商要尽快告诉你。',
      'When charges exceed five times the average of the three months before, the carrier must tell you quickly.',
    ),
    binds: ['carrier'],
    runsFrom: b('运营商发现', 'The carrier’s discovery'),
    ...law(CODE, '第33条第2、3款'),
  },
  {
    lawId: 'TR-34a',
    title: b('《电信条例》第三十四条：违约金', 'Telecom Regulations, art. 34: late fee'),
    plain: b(
      '逾期没交，运营商可以按天加收欠款的千分之三，不利滚利；是“可以”，不是一定收。具体数目以运营商账单为准。',
      'The carrier may add 3‰ of the debt a day, without compounding. It may, it need not; the exact sum is the carrier’s to tell.',
    ),
    binds: ['person'],
    runsFrom: b('约定交费日的第二天', 'The day after the due date'),
    ...law(CODE, '第34条第1款'),
  },
  {
    lawId: 'TR-34b',
    title: b('《电信条例》第三十四条：欠费暂停', 'Telecom Regulations, art. 34: suspension for arrears'),
    plain: b(
      '超过约定的交费期限三十天还没交，可以暂停；移动电话的合同可以另有约定。',
      'After thirty days past the agreed term service may be suspended; mobile contracts may say otherwise.',
    ),
    binds: ['carrier', 'person'],
    periods: ['arrears.suspend'],
    runsFrom: b('约定的交费期限届满', 'The end of the agreed term'),
    ...law(CODE, '第34条第2、3款'),
  },
  {
    lawId: 'TR-34c',
    title: b('《电信条例》第三十四条：欠费销号', 'Telecom Regulations, art. 34: termination for arrears'),
    plain: b(
      '暂停后再过六十天还没交，可以终止服务并追讨欠费。六十天从暂停那天算，不是从欠费那天算。',
      'Sixty days after the suspension, not after the due date, service may be ended and the debt claimed.',
    ),
    binds: ['carrier', 'person'],
    periods: ['arrears.terminate'],
    runsFrom: b('暂停服务之日', 'The day of suspension'),
    ...law(CODE, '第34条第2款'),
  },
  {
    lawId: 'TR-34d',
    title: b(
      '《电信条例》第三十四条第三款：手机看合同',
      'Telecom Regulations, art. 34(3): for mobiles the contract counts',
    ),
    plain: b(
      '手机的交费期限和方式，运营商可以和你另外约定。所以先看合同或账单，三十天、六十天只是没有约定时的规则。',
      'Mobile carriers may agree other terms with you, so look at the contract or bill first; thirty and sixty days apply only without one.',
    ),
    binds: ['carrier', 'person'],
    ...law(CODE, '第34条第3款'),
  },
  {
    lawId: 'TR-34e',
    title: b('《电信条例》第三十四条第四款：交清后恢复', 'Telecom Regulations, art. 34(4): back after paying'),
    plain: b(
      '话费和违约金都交清以后，运营商要在 48 小时内恢复。',
      'Once fees and late fees are fully paid, service must be back within 48 hours.',
    ),
    binds: ['carrier'],
    periods: ['carrier.restoreAfterPay'],
    runsFrom: b('话费和违约金都交清', 'Payment in full'),
    ...law(CODE, '第34条第4款'),
  },
  {
    lawId: 'TR-36',
    title: b('《电信条例》第三十六条：紧急电话', 'Telecom Regulations, art. 36: emergency calls'),
    plain: b(
      '火警、匪警、急救、交通事故报警电话要免费，并且一直打得通。',
      'Emergency calls must be free and always get through.',
    ),
    binds: ['carrier'],
    ...law(CODE, '第36条'),
  },
  {
    lawId: 'TR-39',
    title: b('《电信条例》第三十九条：向主管部门申诉', 'Telecom Regulations, art. 39: complaint to the regulator'),
    plain: b(
      '运营商拒绝解决，或者你不满意，可以向主管部门申诉，对方要在三十天内答复。',
      'If the carrier refuses or you are not satisfied, you may complain to the regulator, who must answer within thirty days.',
    ),
    binds: ['carrier', 'authority'],
    periods: ['miit.answer'],
    runsFrom: b('收到申诉', 'Receipt of the complaint'),
    ...law(CODE, '第39条第1款'),
  },
  {
    lawId: 'TR-40',
    title: b('《电信条例》第四十条：不得无故停', 'Telecom Regulations, art. 40: no stop without reason'),
    plain: b(
      '没有正当理由，不得拒绝、拖延或停止服务，也不得为难投诉的人。',
      'Service may not be refused, delayed or stopped without good reason, and complainers may not be harassed.',
    ),
    binds: ['carrier'],
    ...law(CODE, '第40条'),
  },
  {
    lawId: 'TR-58',
    title: b('《电信条例》第五十八条：不得冒用证件入网', 'Telecom Regulations, art. 58: no false papers'),
    plain: b('不得用假证件或者别人的证件办入网。', 'Nobody may open a number with false papers or somebody else’s.'),
    binds: ['person'],
    ...law(CODE, '第58条第4项'),
  },
  {
    lawId: 'TR-65',
    title: b('《电信条例》第六十五条：通信秘密', 'Telecom Regulations, art. 65: secrecy'),
    plain: b(
      '通信内容受保护，只有公安、国家安全机关和检察机关才能依法检查。营业厅要翻你的手机，可以问依据。',
      'What you say and write is secret; only police, state security and prosecutors may inspect it by law. If a shop wants to search your phone, ask on what ground.',
    ),
    binds: ['everybody'],
    ...law(CODE, '第65条'),
  },
  {
    lawId: 'TR-74',
    title: b(
      '《电信条例》第七十四条：违反第四十条的后果',
      'Telecom Regulations, art. 74: what a breach of art. 40 costs',
    ),
    plain: b(
      '运营商违反第四十条，由主管部门责令改正、向用户赔礼道歉并赔偿；拒不改正的，警告并处一万到十万元罚款。',
      'A breach of article 40 leads to an order, an apology and compensation; a carrier that refuses is warned and fined 10,000 to 100,000 yuan.',
    ),
    binds: ['carrier', 'authority'],
    ...law(CODE, '第74条'),
  },
];

export const TELECOM_BACKGROUND: readonly Law[] = [
  {
    lawId: 'TR-62',
    title: b('《电信条例》第六十二条', 'Telecom Regulations, art. 62'),
    plain: b('用户对自己发送的内容负责。', 'Users answer for what they send.'),
    binds: ['person'],
    ...law(CODE, '第62条'),
  },
  {
    lawId: 'TR-73',
    title: b('《电信条例》第七十三条', 'Telecom Regulations, art. 73'),
    plain: b(
      '拒绝免费提供详单的，责令改正并道歉；再拒绝，警告并处五千到五万元罚款。',
      'Refusing a free itemised bill: an order and an apology; refusing again: a warning and 5,000 to 50,000 yuan.',
    ),
    binds: ['carrier', 'authority'],
    ...law(CODE, '第73条'),
  },
  {
    lawId: 'TR-x',
    title: b('还没有《电信法》', 'There is no telecom statute'),
    plain: b(
      '2026 年 6 月的现行法律目录里没有《电信法》。之后有没有修改《电信条例》，没有查到，也不能排除。',
      'The list of laws in force of June 2026 has none. Whether the Regulations changed after that was not found and cannot be excluded.',
    ),
    ...unsure('全国人大现行法律目录（2026年6月）'),
  },
];
