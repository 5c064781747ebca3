import type { Law } from '../src/domain/knowledge/knowledge.ts';
import { APPEALS, b, CODE, CREDIT, FRAUD_LAW, law, practice, publicPage, recalled } from './sources.ts';

/** Rules that pages and letters cite. Paraphrased; the ids are those of the fact sheet. */
export const LAWS: readonly Law[] = [
  {
    lawId: 'AF-11',
    title: b('《反电信网络诈骗法》第十一条', 'Anti-Telecom-Fraud Law, art. 11'),
    plain: b(
      '发现号码异常、疑似涉诈，运营商要重新核验身份；没有核验或没通过，才可以限制功能。',
      'A number that looks abnormal must be verified anew; only without verification may it be limited.',
    ),
    ...law(FRAUD_LAW, '第11条'),
  },
  {
    lawId: 'AF-31',
    title: b('《反电信网络诈骗法》第三十一条', 'Anti-Telecom-Fraud Law, art. 31'),
    plain: b(
      '不得买卖、出租、出借电话卡，也不得替别人通过实名核验。',
      'Phone cards may not be sold, rented or lent, and nobody may pass a check for somebody else.',
    ),
    ...law(FRAUD_LAW, '第31条'),
  },
  {
    lawId: 'AF-32c',
    title: b('《反电信网络诈骗法》第三十二条第三款', 'Anti-Telecom-Fraud Law, art. 32(3)'),
    plain: b(
      '按这部法限制你的号码，要告诉你原因、申诉渠道和要交的材料；查清没有问题，要马上解除。法律没有写几天。',
      'Whoever limits your number under this law must tell you why, where to appeal and what to bring, and lift it at once when cleared. The law names no number of days.',
    ),
    ...law(FRAUD_LAW, '第32条第3款'),
  },
  {
    lawId: 'AF-46',
    title: b('《反电信网络诈骗法》第四十六条', 'Anti-Telecom-Fraud Law, art. 46'),
    plain: b(
      '违反这部法造成损失的，要承担民事责任；损失由主张的人证明。',
      'Whoever breaks this law and causes loss is liable; the loss must be proved by who claims it.',
    ),
    ...law(FRAUD_LAW, '第46条第2款'),
  },
  {
    lawId: 'AF-48',
    title: b('《反电信网络诈骗法》第四十八条', 'Anti-Telecom-Fraud Law, art. 48'),
    plain: b(
      '对公安机关的处罚和强制措施不服，可以申请行政复议或者起诉。',
      'Against penalties and coercive measures one may ask for reconsideration or sue.',
    ),
    ...law(FRAUD_LAW, '第48条'),
  },
  {
    lawId: 'TR-33a',
    title: b('《电信条例》第三十三条', 'Telecom Regulations, art. 33'),
    plain: b('你要，运营商就得免费给你话费详单。', 'The carrier must give you an itemised bill for free when you ask.'),
    ...law(CODE, '第33条第1款'),
  },
  {
    lawId: 'TR-34b',
    title: b('《电信条例》第三十四条', 'Telecom Regulations, art. 34'),
    plain: b(
      '超过约定的交费期限三十天还没交，可以暂停；移动电话的合同可以另有约定。',
      'After thirty days past the agreed term service may be suspended; mobile contracts may say otherwise.',
    ),
    ...law(CODE, '第34条第2、3款'),
  },
  {
    lawId: 'TR-34e',
    title: b('《电信条例》第三十四条第四款', 'Telecom Regulations, art. 34(4)'),
    plain: b(
      '话费和违约金都交清以后，运营商要在 48 小时内恢复。',
      'Once fees and late fees are fully paid, service must be back within 48 hours.',
    ),
    ...law(CODE, '第34条第4款'),
  },
  {
    lawId: 'TR-36',
    title: b('《电信条例》第三十六条', 'Telecom Regulations, art. 36'),
    plain: b(
      '火警、匪警、急救、交通事故报警电话要免费，并且一直打得通。',
      'Emergency calls must be free and always get through.',
    ),
    ...law(CODE, '第36条'),
  },
  {
    lawId: 'TR-39',
    title: b('《电信条例》第三十九条', 'Telecom Regulations, art. 39'),
    plain: b(
      '运营商拒绝解决，或者你不满意，可以向主管部门申诉，对方要在三十天内答复。',
      'If the carrier refuses or you are not satisfied, you may complain to the regulator, who must answer within thirty days.',
    ),
    ...law(CODE, '第39条'),
  },
  {
    lawId: 'TR-40',
    title: b('《电信条例》第四十条', 'Telecom Regulations, art. 40'),
    plain: b(
      '没有正当理由，不得拒绝、拖延或停止服务，也不得为难投诉的人。',
      'Service may not be refused, delayed or stopped without good reason, and complainers may not be harassed.',
    ),
    ...law(CODE, '第40条'),
  },
  {
    lawId: 'UA-9',
    title: b('《电信用户申诉处理办法》第九条', 'Appeal Measures, art. 9'),
    plain: b(
      '向被申诉的运营商所在省的申诉受理机构申诉，不是你住的省。',
      'File in the province of the carrier’s company, not where you live.',
    ),
    ...law(APPEALS, '第9条'),
  },
  {
    lawId: 'UA-10',
    title: b('《电信用户申诉处理办法》第十条', 'Appeal Measures, art. 10'),
    plain: b(
      '先向运营商投诉过，不满意，或者十五天没有答复，才能申诉。十五天是自然日。',
      'Complain to the carrier first; if unsatisfied or unanswered for fifteen calendar days, you may go on.',
    ),
    ...law(APPEALS, '第10条'),
  },
  {
    lawId: 'UA-11',
    title: b('《电信用户申诉处理办法》第十一条', 'Appeal Measures, art. 11'),
    plain: b(
      '费用的事超过五个月、别的事超过两年，不受理；法院、仲裁、消协或别的部门已经受理的，也不受理。',
      'Fee disputes older than five months and other matters older than two years are refused, as is what another body has already taken on.',
    ),
    ...law(APPEALS, '第11条'),
  },
  {
    lawId: 'UA-14',
    title: b('《电信用户申诉处理办法》第十四条', 'Appeal Measures, art. 14'),
    plain: b(
      '收到材料后五个工作日内决定是否受理，不受理要说明理由。',
      'Within five working days they decide whether to accept, with reasons if not.',
    ),
    ...law(APPEALS, '第14条'),
  },
  {
    lawId: 'SV-2',
    title: b('工信部、公安部 2021 年通告', 'Notice of MIIT and the police, 2021'),
    plain: b(
      '收到通知后 24 小时内到营业厅或在线上核验；没核验或没通过的会被暂停功能，通过后恢复。',
      'Verify within 24 hours in a shop or online; without it functions are suspended, and restored once verified.',
    ),
    ...publicPage('关于依法清理整治涉诈电话卡、物联网卡以及关联互联网账号的通告（2021年6月）'),
  },
  {
    lawId: 'SS-1',
    title: b('电信服务规范：复话时限', 'Service standard: reopening'),
    plain: b(
      '办完复机手续后，平均 1 小时、最长 24 小时恢复。',
      'After the formalities a mobile reopens within 24 hours at the latest.',
    ),
    ...recalled('电信服务规范（信息产业部令第36号）附录2'),
  },
  {
    lawId: 'RN-7',
    title: b('实名登记规定：有效证件', 'Real-name rules: valid papers'),
    plain: b(
      '身份证、临时身份证、户口簿、军官证、港澳台居民证件、外国人护照都算。',
      'ID card, temporary ID, household book, military ID, permits for Hong Kong, Macau and Taiwan, foreign passports.',
    ),
    ...law('电话用户真实身份信息登记规定（工业和信息化部令第25号）', '第7条'),
  },
  {
    lawId: 'JP-12',
    title: b('联合惩戒办法', 'Joint-punishment Measures'),
    plain: b(
      '列入惩戒要书面告诉你依据、期限、措施和申诉的权利。申诉找作出认定的公安机关，期限我们没有查到。',
      'A listing must come in writing with ground, term, measures and the right to appeal, to the police who decided. We could not find the time limits.',
    ),
    ...practice('电信网络诈骗及其关联违法犯罪联合惩戒办法（2024年12月1日施行）'),
  },
  {
    lawId: 'CR-25',
    title: b('《征信业管理条例》第二十五条', 'Credit Regulations, art. 25'),
    plain: b(
      '认为信用报告有错，可以提异议，对方要在 20 天内书面答复。',
      'Against a wrong entry you may object; they answer in writing within 20 days.',
    ),
    ...law(CREDIT, '第25条'),
  },
  {
    lawId: 'CR-16',
    title: b('《征信业管理条例》第十六条', 'Credit Regulations, art. 16'),
    plain: b(
      '不良信息从事情了结那天起保留五年，谁也不能提前删掉真实的记录。',
      'A true bad entry stays for five years after the matter ended, and nobody can delete it sooner.',
    ),
    ...law(CREDIT, '第16条'),
  },
  {
    lawId: 'CR-17',
    title: b('《征信业管理条例》第十七条', 'Credit Regulations, art. 17'),
    plain: b('每年可以免费查两次自己的信用报告。', 'You may see your own report twice a year for free.'),
    ...law(CREDIT, '第17条'),
  },
  {
    lawId: 'MNP-1',
    title: b('携号转网的条件', 'Conditions for porting'),
    plain: b(
      '停机、挂失、欠费的号码不能转网，所以换运营商躲不开停机。',
      'A suspended number cannot be ported, so changing carriers is no way out.',
    ),
    ...publicPage('携号转网服务管理规定（2019年12月1日施行）'),
  },
];
