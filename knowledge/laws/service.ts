import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { b, law, practice, publicPage, REAL_NAME, recalled, unsure } from '../sources.ts';

const STANDARD = '电信服务规范（信息产业部令第36号）附录2';
const THIRD_GENERATION = '第三代移动通信服务规范（试行，2009年）';
const PORTING = '携号转网服务管理规定（2019年12月1日施行）';

/** Service standards, registration, porting. */
export const SERVICE: readonly Law[] = [
  {
    lawId: 'SS-1',
    title: b('电信服务规范：复话时限', 'Service standard: reopening'),
    plain: b(
      '办完复机手续后，平均 1 小时、最长 24 小时恢复。',
      'After the formalities a mobile reopens within 24 hours at the latest.',
    ),
    binds: ['carrier'],
    periods: ['carrier.reopen'],
    runsFrom: b('办完复机手续', 'Formalities completed'),
    ...recalled(STANDARD),
    unsure: b('3G 规范的文本核对过，原规范的没有。', 'Read in the 3G standard; the older text itself was not checked.'),
  },
  {
    lawId: 'SS-2',
    title: b('服务规范：改名、过户、停机、销号', 'Service standard: changes'),
    plain: b(
      '改名、过户、停机、销号最长 24 小时办好；移动网故障最长 48 小时修好。',
      'Changes of name, transfers, pauses and closings take 24 hours at most; mobile faults 48.',
    ),
    binds: ['carrier'],
    ...publicPage(THIRD_GENERATION),
  },
  {
    lawId: 'SS-3',
    title: b('服务规范：销号后冻结 90 天', 'Service standard: 90 days before re-use'),
    plain: b(
      '号码销号后至少冻结 90 天，才能给别人用。这段时间里可以问能不能找回。',
      'A closed number rests at least ninety days before somebody else gets it. In that time ask whether it can be recovered.',
    ),
    binds: ['carrier'],
    periods: ['number.freeze'],
    runsFrom: b('销号', 'Closing'),
    ...recalled(STANDARD),
  },
  {
    lawId: 'SS-4',
    title: b('欠费停机前的通知', 'Notice before a stop for arrears'),
    plain: b(
      '常有人说欠费停机前要提前 24 小时通知。出处没有核实，先不要当作依据。',
      'It is often said that notice is due 24 hours before. The source was not verified; do not rely on it.',
    ),
    binds: ['carrier'],
    ...unsure(STANDARD),
  },
  {
    lawId: 'SS-5',
    title: b('有争议的增值费', 'Disputed extra charges'),
    plain: b(
      '基本费交了、又投诉了增值费的，运营商不应当把这笔增值费当作欠费来停机。',
      'Who paid the basic fee and disputes a value-added charge should not be stopped over that charge.',
    ),
    binds: ['carrier'],
    ...practice('2006 年信息产业部细则的新闻报道'),
  },
  {
    lawId: 'RN-6',
    title: b('实名登记规定第六条：代办入网', 'Real-name rules, art. 6: opening through somebody'),
    plain: b(
      '请人代办入网，要核对并登记两个人的证件。',
      'When somebody opens a number for another, both IDs are checked and registered.',
    ),
    binds: ['carrier', 'helper'],
    ...law(REAL_NAME, '第6条'),
  },
  {
    lawId: 'RN-7',
    title: b('实名登记规定第七条：有效证件', 'Real-name rules, art. 7: valid papers'),
    plain: b(
      '身份证、临时身份证、户口簿、军官证、警官证、港澳台居民证件、外国人护照都算。',
      'ID card, temporary ID, household book, military and police ID, permits for Hong Kong, Macau and Taiwan, foreign passports.',
    ),
    binds: ['carrier'],
    ...law(REAL_NAME, '第7条'),
  },
  {
    lawId: 'RN-8',
    title: b('实名登记规定第八条：单位要带什么', 'Real-name rules, art. 8: companies'),
    plain: b(
      '单位办理：执照等证件、经办人的身份证、单位的授权书。',
      'A company brings its licence, its clerk’s ID and its authorisation.',
    ),
    binds: ['carrier'],
    ...recalled(REAL_NAME),
  },
  {
    lawId: 'RN-9',
    title: b('实名登记规定第九条：复印件要写用途', 'Real-name rules, art. 9: marked copies'),
    plain: b(
      '运营商复印你的证件，要在上面写公司名、用途和日期。你自己交复印件，也照这样写。',
      'A carrier that copies your ID writes its name, the purpose and the date on it. Mark your own copies likewise.',
    ),
    binds: ['carrier'],
    ...recalled(REAL_NAME),
    unsure: b('核对的是 2013 年的征求意见稿。', 'Checked in the draft of 2013.'),
  },
  {
    lawId: 'RN-cap',
    title: b('一个人在一家运营商最多 5 张卡', 'Five cards per person and carrier'),
    plain: b(
      '每个人在每家运营商（包括每家虚拟运营商）最多五张卡，多了不给开。',
      'Each person may have five cards with each carrier, each virtual one included; more are not opened.',
    ),
    binds: ['carrier', 'person'],
    ...publicPage('六部门关于防范和打击电信网络诈骗犯罪的通告（2016年）'),
  },
  {
    lawId: 'MNP-1',
    title: b('携号转网的条件', 'Conditions for porting'),
    plain: b(
      '停机、挂失、欠费的号码不能转网，所以换运营商躲不开停机。入网或上次转网还要满 120 天。',
      'A suspended, lost or indebted number cannot be ported, so changing carriers is no way out. 120 days since entry or the last port must have passed.',
    ),
    binds: ['carrier', 'person'],
    periods: ['port.wait'],
    runsFrom: b('入网或上次携转', 'Entry or the last port'),
    ...publicPage(PORTING),
  },
  {
    lawId: 'MNP-3',
    title: b('虚拟运营商的号码不能转网', 'Numbers of virtual carriers cannot be ported'),
    plain: b(
      '162、165、167、170、171 开头的号码不参加携号转网。',
      'Numbers that begin with 162, 165, 167, 170 or 171 take no part in porting.',
    ),
    binds: ['person'],
    ...practice('公开报道'),
  },
  {
    lawId: 'SMS-1',
    title: b('短信管理规定（2026 年 5 月 1 日起）', 'Rules on messages, since 2026-05-01'),
    plain: b(
      '没有你的同意，不能给你发商业短信；要能看出是谁发的，要能方便地退订。收发记录至少留六个月。',
      'No commercial message without your consent; the sender must show and opting out be easy. Records are kept six months at least.',
    ),
    binds: ['everybody'],
    ...publicPage('通信短信息服务管理规定（工业和信息化部令第74号）'),
    unsure: b('各条的条文号没有看到。', 'The article numbers were not seen.'),
  },
];

export const SERVICE_BACKGROUND: readonly Law[] = [
  {
    lawId: 'RN-10',
    title: b('实名登记规定第十条', 'Real-name rules, art. 10'),
    plain: b(
      '不出示证件、用别人的或假的证件，运营商不得开通。',
      'Without papers, or with another’s or forged ones, nothing is opened.',
    ),
    binds: ['carrier'],
    ...recalled(REAL_NAME),
  },
  {
    lawId: 'RN-11',
    title: b('实名登记规定第十一条', 'Real-name rules, art. 11'),
    plain: b('证件资料在服务期间和结束后两年内保存。', 'Papers are kept during service and two years after.'),
    binds: ['carrier'],
    ...recalled(REAL_NAME),
  },
  {
    lawId: 'RN-cap10',
    title: b('“一证十户”', '"Ten on one ID"'),
    plain: b(
      '所有运营商合计十张的说法，没有找到可靠来源。',
      'A limit of ten over all carriers: no reliable source was found.',
    ),
    ...unsure('网络说法'),
  },
  {
    lawId: 'SMS-2',
    title: b('短信息和语音呼叫服务管理规定', 'Rules on messages and calls'),
    plain: b(
      '2020 年只是征求意见稿，不能当法律引用；没有找到正式的语音呼叫规定。',
      'Of 2020 there is only a draft, not to be cited as law; no final rule on voice calls was found.',
    ),
    ...publicPage('2020 年征求意见稿'),
  },
  {
    lawId: 'NC-1',
    title: b('综合整治骚扰电话专项行动', 'Campaign against nuisance calls'),
    plain: b(
      '2018 至 2019 年十三部门的行动：收紧外呼、明确拒绝后不得再打。',
      'In 2018 and 2019 thirteen departments tightened outbound calling: none after a clear refusal.',
    ),
    ...publicPage('综合整治骚扰电话专项行动方案（2018年）'),
  },
];
