import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { b, FRAUD_LAW, law } from '../sources.ts';

/** 反电信网络诈骗法, in force since 2022-12-01. */
export const FRAUD: readonly Law[] = [
  {
    lawId: 'AF-4',
    title: b('《反电信网络诈骗法》第四、五条：精准防治', 'Anti-Telecom-Fraud Law, art. 4 and 5: precise measures'),
    plain: b(
      '防诈骗要精准，要保障正常的生产生活秩序，工作中知道的个人信息要保密。写申诉时可以引用。',
      'Prevention is to be precise and to protect ordinary life and work; what is learnt in doing it stays secret. Useful in an appeal.',
    ),
    binds: ['everybody'],
    ...law(FRAUD_LAW, '第4、5条'),
  },
  {
    lawId: 'AF-10',
    title: b('《反电信网络诈骗法》第十条：名下的卡', 'Anti-Telecom-Fraud Law, art. 10: cards under your name'),
    plain: b(
      '名下的卡有数量上限；国家要提供方便的办法，让你查自己名下有几张卡。“一证通查”就是这个。',
      'There is a cap on cards, and an easy way to see those under your name must exist: the look-up by ID.',
    ),
    binds: ['carrier', 'authority'],
    ...law(FRAUD_LAW, '第10条'),
  },
  {
    lawId: 'AF-11',
    title: b('《反电信网络诈骗法》第十一条：先核验，后限制', 'Anti-Telecom-Fraud Law, art. 11: verify first'),
    plain: b(
      '发现号码异常、疑似涉诈，运营商要重新核验身份；没有核验或没通过，才可以限制功能。',
      'A number that looks abnormal must be verified anew; only without verification may it be limited.',
    ),
    binds: ['carrier'],
    ...law(FRAUD_LAW, '第11条'),
    unsure: b(
      '据当事人自述，上海有法院认为：不需要有具体违法行为，也可以依这一条限制。',
      'By a party’s own report a Shanghai court held that no specific unlawful act is needed.',
    ),
  },
  {
    lawId: 'AF-12',
    title: b('《反电信网络诈骗法》第十二条：物联网卡', 'Anti-Telecom-Fraud Law, art. 12: device SIMs'),
    plain: b(
      '物联网卡只能用在登记的设备和场景；用途异常的，可以暂停、重新核验。要由办卡的单位来处理。',
      'A device SIM belongs to its registered device and use; abnormal use may be stopped and verified anew. The unit that holds it must act.',
    ),
    binds: ['carrier'],
    ...law(FRAUD_LAW, '第12条'),
  },
  {
    lawId: 'AF-31',
    title: b('《反电信网络诈骗法》第三十一条：卡不能借', 'Anti-Telecom-Fraud Law, art. 31: no lending'),
    plain: b(
      '不得买卖、出租、出借电话卡，也不得替别人通过实名核验。',
      'Phone cards may not be sold, rented or lent, and nobody may pass a check for somebody else.',
    ),
    binds: ['everybody'],
    ...law(FRAUD_LAW, '第31条第1款'),
  },
  {
    lawId: 'AF-31b',
    title: b(
      '《反电信网络诈骗法》第三十一条第二款：惩戒也要能申诉',
      'Anti-Telecom-Fraud Law, art. 31(2): punishment can be appealed',
    ),
    plain: b(
      '被设区的市级以上公安机关认定、或者受过刑事处罚的人，可以被记入信用、限制功能、停办新业务；有异议可以申诉，部门要有申诉、信用修复和救济的渠道。',
      'Those so determined by police of city level or above, or criminally punished, may be recorded, limited and refused new business. They may appeal, and channels for appeal, repair and relief must exist.',
    ),
    binds: ['police', 'authority'],
    ...law(FRAUD_LAW, '第31条第2款'),
  },
  {
    lawId: 'AF-32c',
    title: b(
      '《反电信网络诈骗法》第三十二条第三款：要告诉你原因',
      'Anti-Telecom-Fraud Law, art. 32(3): tell the reason',
    ),
    plain: b(
      '按这部法限制你的号码，要告诉你原因、申诉渠道和要交的材料；查清没有问题，要马上解除。法律没有写几天。',
      'Whoever limits your number under this law must tell you why, where to appeal and what to bring, and lift it at once when cleared. The law names no number of days.',
    ),
    binds: ['carrier', 'authority'],
    runsFrom: b('核查通过', 'The check is passed'),
    ...law(FRAUD_LAW, '第32条第3款'),
  },
  {
    lawId: 'AF-33',
    title: b(
      '《反电信网络诈骗法》第三十三条：国家网络身份认证',
      'Anti-Telecom-Fraud Law, art. 33: national identity service',
    ),
    plain: b(
      '可以用国家网络身份认证来重新核验，用不用由你自己决定。',
      'The national network identity service may be used for verification; whether you use it is up to you.',
    ),
    binds: ['carrier'],
    ...law(FRAUD_LAW, '第33条'),
  },
  {
    lawId: 'AF-44',
    title: b('《反电信网络诈骗法》第四十四条：借卡的代价', 'Anti-Telecom-Fraud Law, art. 44: what lending costs'),
    plain: b(
      '违法买卖、出租、出借电话卡：没收所得，罚所得的一到十倍；所得不到两万元的，最多罚二十万元；情节严重的，还可以拘留十五天以下。',
      'Selling, renting or lending cards: confiscation and one to ten times the gain; under 20,000 yuan of gain, up to 200,000 yuan; in serious cases up to fifteen days’ detention.',
    ),
    binds: ['person', 'police'],
    ...law(FRAUD_LAW, '第44条'),
  },
  {
    lawId: 'AF-46',
    title: b('《反电信网络诈骗法》第四十六条：赔偿', 'Anti-Telecom-Fraud Law, art. 46: damages'),
    plain: b(
      '违反这部法造成损失的，要承担民事责任；损失由主张的人证明。',
      'Whoever breaks this law and causes loss is liable; the loss must be proved by who claims it.',
    ),
    binds: ['carrier'],
    ...law(FRAUD_LAW, '第46条第2款'),
  },
  {
    lawId: 'AF-48',
    title: b('《反电信网络诈骗法》第四十八条：复议和起诉', 'Anti-Telecom-Fraud Law, art. 48: reconsideration and suit'),
    plain: b(
      '对公安机关的处罚和强制措施不服，可以申请行政复议或者起诉。运营商自己决定的停机不在内。',
      'Against penalties and coercive measures one may ask for reconsideration or sue. A carrier’s own stop is not among them.',
    ),
    binds: ['police'],
    periods: ['admin.reconsider', 'admin.sue'],
    runsFrom: b('知道这个决定', 'The day you learn of the decision'),
    ...law(FRAUD_LAW, '第48条'),
  },
];

export const FRAUD_BACKGROUND: readonly Law[] = [
  {
    lawId: 'AF-9',
    title: b('《反电信网络诈骗法》第九条', 'Anti-Telecom-Fraud Law, art. 9'),
    plain: b('运营商要做实名登记，并对代理商负责。', 'Carriers register real names and answer for their agents.'),
    binds: ['carrier'],
    ...law(FRAUD_LAW, '第9条'),
  },
  {
    lawId: 'AF-16',
    title: b('《反电信网络诈骗法》第十六、十八条', 'Anti-Telecom-Fraud Law, art. 16 and 18'),
    plain: b(
      '银行和支付账户有同样的规则。那是另一件事，不要和手机卡混在一起办。',
      'Banks and payment accounts follow the same logic. That is another matter; do not mix it with the number.',
    ),
    binds: ['lender'],
    ...law(FRAUD_LAW, '第16、18条'),
  },
  {
    lawId: 'AF-25',
    title: b('《反电信网络诈骗法》第二十五条', 'Anti-Telecom-Fraud Law, art. 25'),
    plain: b(
      '不得为诈骗出售、提供个人信息或者别的帮助。',
      'Nobody may sell or give personal data or other help for fraud.',
    ),
    binds: ['everybody'],
    ...law(FRAUD_LAW, '第25条'),
  },
  {
    lawId: 'AF-39',
    title: b('《反电信网络诈骗法》第三十九条', 'Anti-Telecom-Fraud Law, art. 39'),
    plain: b(
      '运营商没有发现、处置风险的，可以罚五万到五百万元。所以它们宁可多停；没有告知原因，不在这一条的罚则里。',
      'Carriers that do not detect or handle risk are fined 50,000 to 5,000,000 yuan, which explains many stops. Failing to tell the reason is not on this list.',
    ),
    binds: ['carrier', 'authority'],
    ...law(FRAUD_LAW, '第39条'),
  },
];
