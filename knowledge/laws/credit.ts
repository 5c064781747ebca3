import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { b, CIVIL, CREDIT as CODE, law, practice, publicPage, recalled } from '../sources.ts';

const REPAIR = '信用修复管理办法（国家发展改革委令第36号，2026年4月1日施行）';

/** Credit records. Three systems that have nothing to do with each other: a carrier's own list, the central bank's records, public credit. */
export const CREDIT: readonly Law[] = [
  {
    lawId: 'CR-15',
    title: b('《征信业管理条例》第十五条：先告诉你', 'Credit Regulations, art. 15: told beforehand'),
    plain: b(
      '要报送你的不良信息，得事先告诉你。没告诉就报了，可以提异议。',
      'Before adverse information is reported you must be told. If you were not, you may object.',
    ),
    binds: ['lender', 'carrier'],
    runsFrom: b('报送之前', 'Before reporting'),
    ...law(CODE, '第15条'),
  },
  {
    lawId: 'CR-16',
    title: b('《征信业管理条例》第十六条：保留五年', 'Credit Regulations, art. 16: five years'),
    plain: b(
      '不良信息从事情了结那天起保留五年，谁也不能提前删掉真实的记录；你可以附一段说明。',
      'A true bad entry stays for five years after the matter ended, and nobody can delete it sooner; you may add a statement.',
    ),
    binds: ['bureau'],
    periods: ['credit.keep'],
    runsFrom: b('不良行为或事件终止，比如全部还清', 'The end of it, such as full repayment'),
    ...law(CODE, '第16条'),
  },
  {
    lawId: 'CR-17',
    title: b('《征信业管理条例》第十七条：每年免费查两次', 'Credit Regulations, art. 17: two free reports a year'),
    plain: b('每年可以免费查两次自己的信用报告。', 'You may see your own report twice a year for free.'),
    binds: ['bureau'],
    ...law(CODE, '第17条'),
  },
  {
    lawId: 'CR-25',
    title: b('《征信业管理条例》第二十五条：异议', 'Credit Regulations, art. 25: objection'),
    plain: b(
      '认为信用报告有错，可以向征信机构或报送的单位提异议，对方要标注、核查，在 20 天内书面答复。',
      'Against a wrong entry you may object to the bureau or whoever reported it; they mark it, check it and answer in writing within 20 days.',
    ),
    binds: ['bureau', 'lender'],
    periods: ['credit.objection'],
    runsFrom: b('收到异议', 'Receipt of the objection'),
    ...law(CODE, '第25条'),
  },
  {
    lawId: 'CR-26',
    title: b('《征信业管理条例》第二十六条：投诉', 'Credit Regulations, art. 26: complaint'),
    plain: b(
      '异议没有解决，可以向人民银行当地机构投诉，受理后 30 天内书面答复；也可以直接起诉。',
      'If the objection fails you may complain to the local central-bank branch, which answers within 30 days of acceptance, or sue at once.',
    ),
    binds: ['authority'],
    periods: ['credit.complaint'],
    runsFrom: b('受理', 'Acceptance'),
    ...law(CODE, '第26条'),
  },
  {
    lawId: 'CR-tel',
    title: b('欠话费会不会上征信', 'Does a phone debt enter the credit record?'),
    plain: b(
      '不是自动的。人民银行 2019 年说过：有的地方采集过欠费超过两个月的电信缴费信息，水费电费没有采集。会不会、有没有，看自己的信用报告最准。',
      'Not automatically. In 2019 the central bank said that some places collected telecom arrears of over two months, and no water or power bills. Your own report tells.',
    ),
    binds: ['bureau'],
    ...publicPage('人民银行答记者问（2019年）'),
  },
  {
    lawId: 'CR-fin',
    title: b('合约机分期是借款', 'A phone on instalments is a loan'),
    plain: b(
      '银行或消费金融公司出钱的合约机、信用购机，逾期会由它们报送。',
      'Where a bank or finance company paid for the phone, it reports a default.',
    ),
    binds: ['lender'],
    ...recalled('信贷业务常识'),
  },
  {
    lawId: 'CR-rep',
    title: b('没有“征信修复”', 'There is no "credit repair"'),
    plain: b(
      '谁也不能删掉真实的记录，异议和投诉都免费。收钱“修复”“洗白”的是骗子，或者在做违法的事。',
      'Nobody may delete a true entry; objections and complaints are free. Who sells "repair" deceives or breaks the law.',
    ),
    binds: ['everybody'],
    ...publicPage('人民银行及其分支机构公开提示'),
  },
  {
    lawId: 'CR-once',
    title: b('一次性信用救济已经结束', 'The one-time relief is over'),
    plain: b(
      '2020 至 2025 年间单笔一万元以内、在 2026 年 3 月 31 日前还清的逾期，自动不展示，免费，不用申请。现在不能再办了；还清过的，可以查报告看有没有调整。',
      'Single overdue amounts up to 10,000 yuan of 2020–2025, repaid by 2026-03-31, are not shown: automatic and free. The window is closed; check your report if you repaid in time.',
    ),
    binds: ['bureau'],
    ...publicPage('人民银行一次性信用修复政策（2025年12月22日）'),
  },
  {
    lawId: 'CR-pub',
    title: b('公共信用的修复，是另一回事', 'Repairing public credit is another matter'),
    plain: b(
      '“信用中国”上的公共信用可以依规申请修复，从轻微到严重，最短公示期不同。它和征信报告、手机停机都不是一回事。',
      'Public credit on creditchina.gov.cn can be repaired by its own rules, after terms that grow with gravity. It is neither the credit report nor a stopped number.',
    ),
    binds: ['authority'],
    ...publicPage(REPAIR),
  },
  {
    lawId: 'CR-civ',
    title: b('《民法典》第一千零二十九条：信用评价', 'Civil Code, art. 1029: credit evaluation'),
    plain: b(
      '你可以查对自己的信用评价；评错了，可以提异议，要求更正、删除，对方要及时核查。',
      'You may see how you are rated, object, and ask for correction or deletion; the rater must check in time.',
    ),
    binds: ['everybody'],
    ...law(CIVIL, '第1029条'),
  },
];

export const CREDIT_BACKGROUND: readonly Law[] = [
  {
    lawId: 'CR-7',
    title: b('《征信业管理条例》第七、三十六条', 'Credit Regulations, art. 7 and 36'),
    plain: b('没有许可，不得经营个人征信业务。', 'Nobody runs personal credit reporting without a licence.'),
    binds: ['everybody'],
    ...law(CODE, '第7、36条'),
  },
  {
    lawId: 'CR-44',
    title: b('《征信业管理条例》第四十四条', 'Credit Regulations, art. 44'),
    plain: b(
      '不良信息指没有履行的借贷、赊购、担保、租赁、保险、信用卡等义务，以及处罚和判决。',
      'Adverse information: unperformed loans, credit purchases, guarantees, leases, insurance, cards, penalties, judgments.',
    ),
    binds: ['bureau'],
    ...law(CODE, '第44条'),
  },
  {
    lawId: 'CR-free',
    title: b('2026 年上半年多两次免费查询', 'Two extra reports in early 2026'),
    plain: b('2026 年 1 月 1 日至 6 月 30 日有过，已经结束。', 'From 2026-01-01 to 06-30; it is over.'),
    binds: ['bureau'],
    ...publicPage('人民银行公开信息'),
  },
  {
    lawId: 'CR-biz',
    title: b('征信业务管理办法', 'Measures on credit reporting business'),
    plain: b('对信用信息的收集、使用和安全有要求。', 'They rule collection, use and security of credit information.'),
    binds: ['bureau'],
    ...practice('征信业务管理办法（人民银行令〔2021〕第4号，2022年1月1日施行）'),
    unsure: b('条文号没有核实。', 'The article numbers were not verified.'),
  },
];
