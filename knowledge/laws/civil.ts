import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { b, CIVIL as CODE, CONSUMER, law, recalled } from '../sources.ts';

/** Civil Code and consumer law, as far as a stopped number or a helper needs them. */
export const CIVIL: readonly Law[] = [
  {
    lawId: 'CC-161',
    title: b('《民法典》第一百六十一、一百六十五条：委托', 'Civil Code, art. 161 and 165: mandate'),
    plain: b(
      '可以委托别人办，但本人才能做的事（刷脸、核验）不能委托。委托书要写明代理人、事项、权限和期限，并签名。',
      'Others may act for you, but not in what is personal, such as the check. A mandate names the agent, matter, scope and term, and is signed.',
    ),
    binds: ['person', 'helper'],
    ...law(CODE, '第161、162、165条'),
  },
  {
    lawId: 'CC-173',
    title: b('《民法典》第一百七十三条：委托随时可以取消', 'Civil Code, art. 173: a mandate can be ended'),
    plain: b(
      '期满、办完、一方去世，委托就结束；你随时可以取消。',
      'It ends with its term, its task or a death; you may revoke it at any time.',
    ),
    binds: ['person', 'helper'],
    ...law(CODE, '第173、933条'),
  },
  {
    lawId: 'CC-924',
    title: b('《民法典》第九百二十四条起：代办的人要交代', 'Civil Code, art. 924 ff.: a helper must report'),
    plain: b(
      '代办的人要报告进展和结果，交出办到的东西；办坏了要赔。',
      'Who acts for you reports progress and result, hands over what was obtained, and pays for faults.',
    ),
    binds: ['helper'],
    ...law(CODE, '第924、927、929条'),
  },
  {
    lawId: 'CC-496',
    title: b('《民法典》第四百九十六至四百九十八条：格式条款', 'Civil Code, art. 496 to 498: standard terms'),
    plain: b(
      '合同里的格式条款要提醒你注意；不公平的无效；说不清的，按不利于写它的一方解释。“呼叫频次异常”没有写清，就可以用这一条。',
      'Standard terms must be pointed out, unfair ones are void, doubts count against who wrote them. Useful against "abnormal call frequency" that nobody defined.',
    ),
    binds: ['carrier'],
    ...law(CODE, '第496–498条'),
  },
  {
    lawId: 'CC-585',
    title: b('《民法典》第五百八十五条：违约金过高', 'Civil Code, art. 585: excessive late fees'),
    plain: b('违约金过分高于损失的，可以请法院减少。', 'A court may cut damages that far exceed the loss.'),
    binds: ['court'],
    ...law(CODE, '第585条第2款'),
  },
  {
    lawId: 'CC-188',
    title: b('《民法典》第一百八十八条：三年内起诉', 'Civil Code, art. 188: three years to sue'),
    plain: b(
      '从知道权利受损起三年内起诉；中间向对方书面要求过，重新计算。',
      'Three years from knowing; a demand to the other side makes them begin anew.',
    ),
    binds: ['person'],
    periods: ['civil.limitation'],
    runsFrom: b('知道或应当知道权利受损', 'Knowing of the harm'),
    ...law(CODE, '第188、195条'),
  },
  {
    lawId: 'CC-1032',
    title: b('《民法典》第一千零三十二条起：隐私', 'Civil Code, art. 1032 ff.: privacy'),
    plain: b(
      '隐私受保护；身份证号、电话号码、人脸等都是个人信息，不能随便收集、公开。',
      'Privacy is protected; ID number, phone number and face are personal information, not to be collected or published at will.',
    ),
    binds: ['everybody'],
    ...law(CODE, '第1032–1039条'),
  },
  {
    lawId: 'CC-1033',
    title: b('《民法典》第一千零三十三条：不得骚扰', 'Civil Code, art. 1033: no intrusion'),
    plain: b(
      '没有同意或法律规定，不得用电话、短信等侵扰别人的私人生活安宁。催收也一样。',
      'Without consent or law nobody may disturb another’s private peace by calls or messages; collectors included.',
    ),
    binds: ['everybody'],
    ...recalled(CODE),
    article: '第1033条',
  },
  {
    lawId: 'CP-39',
    title: b('《消费者权益保护法》第三十九条：五条路', 'Consumer Law, art. 39: five ways'),
    plain: b(
      '和解、消协调解、向行政部门投诉、仲裁、起诉。一个一个来。',
      'Settlement, consumer association, complaint to an authority, arbitration, court. One after another.',
    ),
    binds: ['person'],
    ...law(CONSUMER, '第39条'),
  },
  {
    lawId: 'CP-46',
    title: b('《消费者权益保护法》第四十六条：七个工作日', 'Consumer Law, art. 46: seven working days'),
    plain: b(
      '行政部门收到消费者投诉，七个工作日内处理并告诉你。',
      'An authority handles a consumer complaint and informs you within seven working days.',
    ),
    binds: ['authority'],
    periods: ['consumer.answer'],
    runsFrom: b('收到投诉', 'Receipt of the complaint'),
    ...law(CONSUMER, '第46条'),
  },
  {
    lawId: 'CP-55',
    title: b('《消费者权益保护法》第五十五条：欺诈赔三倍', 'Consumer Law, art. 55: three times for fraud'),
    plain: b(
      '卖家欺诈，退一赔三，最少五百元。收钱“解封”“去标记”的也适用。',
      'For fraud a seller pays three times the price, at least 500 yuan; sellers of "unblocking" included.',
    ),
    binds: ['helper', 'operator', 'everybody'],
    ...law(CONSUMER, '第55条'),
  },
];

export const CIVIL_BACKGROUND: readonly Law[] = [
  {
    lawId: 'CC-164',
    title: b('《民法典》第一百六十四、一百六十七条', 'Civil Code, art. 164 and 167'),
    plain: b(
      '代理人办得不好要负责；明知违法还办，两个人都要负责。',
      'An agent answers for bad work; where both know the matter is unlawful, both answer.',
    ),
    binds: ['helper'],
    ...law(CODE, '第164、167条'),
  },
  {
    lawId: 'CC-169',
    title: b('《民法典》第一百六十九条', 'Civil Code, art. 169'),
    plain: b('没有你同意，代理人不能再转给别人办。', 'No sub-delegation without your consent.'),
    binds: ['helper'],
    ...law(CODE, '第169、923条'),
  },
  {
    lawId: 'CC-171',
    title: b('《民法典》第一百七十一、一百七十二条', 'Civil Code, art. 171 and 172'),
    plain: b(
      '没有授权或授权过期办的事，你不追认就对你无效，除非对方有理由相信有授权。',
      'Acts without or after authority bind you only if you ratify them, or if the other side had reason to believe in it.',
    ),
    binds: ['helper'],
    ...law(CODE, '第171、172条'),
  },
  {
    lawId: 'CP-20',
    title: b('《消费者权益保护法》第二十、二十六、二十九条', 'Consumer Law, art. 20, 26 and 29'),
    plain: b(
      '信息要真实；不公平的告示无效；没有同意不得发商业信息。',
      'True information; unfair notices are void; no commercial messages without consent.',
    ),
    binds: ['carrier'],
    ...law(CONSUMER, '第20、26、29条'),
  },
];
