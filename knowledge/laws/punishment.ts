import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { b, PUNISHMENT, practice, publicPage, recalled, unsure } from '../sources.ts';

const NOTICE = '关于依法清理整治涉诈电话卡、物联网卡以及关联互联网账号的通告（2021年6月）';

/** 联合惩戒办法 (read in press reports, not in full) and the notice of 2021 on verifying anew. */
export const PUNISHMENTS: readonly Law[] = [
  {
    lawId: 'SV-1',
    title: b('2021 年通告：哪些卡要重新核验', 'Notice of 2021: which cards are verified anew'),
    plain: b(
      '涉诈关联卡、一证多卡、长期不用的卡、在诈骗高发地使用的卡、频繁触发预警的卡，都会被要求重新核验。',
      'Cards linked to fraud, many on one ID, unused ones, those in fraud hot-spots and those that often trip a warning.',
    ),
    binds: ['carrier'],
    ...publicPage(NOTICE),
  },
  {
    lawId: 'SV-2',
    title: b(
      '工信部、公安部 2021 年通告：24 小时内核验',
      'Notice of MIIT and the police, 2021: verify within 24 hours',
    ),
    plain: b(
      '收到通知后 24 小时内到营业厅或在线上核验；没核验或没通过的会被暂停功能，通过后恢复。',
      'Verify within 24 hours in a shop or online; without it functions are suspended, and restored once verified.',
    ),
    binds: ['person', 'carrier'],
    periods: ['user.realPerson'],
    runsFrom: b('收到核验通知', 'The notice to verify'),
    ...publicPage(NOTICE),
  },
  {
    lawId: 'SV-3',
    title: b('2021 年通告：不服可以投诉', 'Notice of 2021: you may complain'),
    plain: b(
      '对核验有异议可以投诉；核验通过，功能要恢复。',
      'Whoever disagrees may complain; once verified, functions are restored.',
    ),
    binds: ['carrier'],
    ...publicPage(NOTICE),
  },
  {
    lawId: 'SV-4',
    title: b('2021 年通告：核验时要签告知书', 'Notice of 2021: a statement to sign'),
    plain: b(
      '在厅里核验要签《涉诈风险告知书》；线上要勾选，并录一段朗读视频，说明知道法律责任。',
      'In a shop you sign a statement on fraud risk; online you tick it and record a video reading that you know the legal liability.',
    ),
    binds: ['person'],
    ...publicPage(NOTICE),
  },
  {
    lawId: 'JP-obj',
    title: b('联合惩戒：哪些人会被列入', 'Joint punishment: who is listed'),
    plain: b(
      '因电信诈骗及关联犯罪被追究刑事责任的人，以及被设区的市级以上公安机关认定非法买卖、出租、出借电话卡等的单位和个人。运营商不能把人列进去。',
      'Those criminally liable for telecom fraud and linked crimes, and those whom police of city level or above determined to have traded, rented or lent cards. A carrier cannot list anybody.',
    ),
    binds: ['police'],
    ...publicPage(PUNISHMENT),
  },
  {
    lawId: 'JP-meas',
    title: b('联合惩戒：基本通信要保留', 'Joint punishment: basic service stays'),
    plain: b(
      '惩戒可以限制金融、电信和信用，但要保留基本的金融和通信服务。',
      'Finance, telecom and credit may be limited, but basic financial and communication service is kept.',
    ),
    binds: ['police', 'carrier'],
    ...publicPage(PUNISHMENT),
  },
  {
    lawId: 'JP-term',
    title: b('联合惩戒：两年或三年', 'Joint punishment: two or three years'),
    plain: b(
      '期限是两年或三年，多次列入的连续合计不超过五年。据报道：因犯罪列入三年，公安认定的两年。“一律五年”是旧规定。',
      'Two or three years, at most five in a row. By reports three for crimes and two for police determinations. "Always five years" is the old rule.',
    ),
    binds: ['police'],
    periods: ['jp.term.criminal', 'jp.term.determined', 'jp.term.cap'],
    runsFrom: b('以书面通知为准', 'As the written notice says'),
    ...practice(PUNISHMENT),
  },
  {
    lawId: 'JP-credit',
    title: b('联合惩戒：会进信用记录', 'Joint punishment: it does enter credit records'),
    plain: b(
      '据报道，列入惩戒的会进金融信用信息基础数据库；因犯罪列入的，还进严重失信主体名单。运营商自己停机，不会因此进去。',
      'By reports a listing enters the credit database, and for crimes the list of the seriously untrustworthy too. A carrier’s own stop does neither by itself.',
    ),
    binds: ['police', 'bureau'],
    ...practice(PUNISHMENT),
  },
  {
    lawId: 'JP-12',
    title: b('联合惩戒办法第十二条：书面告知', 'Joint-punishment Measures, art. 12: written notice'),
    plain: b(
      '列入惩戒要书面告诉你依据、期限、措施和申诉的权利。',
      'A listing must come in writing with ground, term, measures and the right to appeal.',
    ),
    binds: ['police'],
    ...practice(PUNISHMENT),
  },
  {
    lawId: 'JP-14-16',
    title: b('联合惩戒办法第十四至十六条：申诉', 'Joint-punishment Measures, art. 14 to 16: appeal'),
    plain: b(
      '办法规定了申诉、核查、反馈和解除。申诉找作出认定的公安机关，不是运营商，也不是 12300。',
      'They provide for appeal, check, answer and lifting. Appeal to the police who decided, neither to the carrier nor to 12300.',
    ),
    binds: ['police'],
    periods: ['jp.appeal'],
    runsFrom: b('提出申诉', 'The appeal'),
    ...recalled(PUNISHMENT),
    unsure: b(
      '各步要几天，没有查到，这里不写数字。',
      'How many days each step takes was not found; no figure is given.',
    ),
  },
];

export const PUNISHMENTS_BACKGROUND: readonly Law[] = [
  {
    lawId: 'JP-thr',
    title: b('联合惩戒：张数门槛', 'Joint punishment: thresholds'),
    plain: b(
      '2023 年的征求意见稿写过“三张以上”“三次以上”，正式办法的门槛没有查到。',
      'The draft of 2023 spoke of three or more; the thresholds of the final text were not found.',
    ),
    ...unsure(PUNISHMENT),
  },
  {
    lawId: 'JP-tel',
    title: b('联合惩戒：电信措施', 'Joint punishment: telecom measures'),
    plain: b(
      '限制名下已有的卡、线路、短信端口和高风险互联网账号，不给办新业务。',
      'Existing cards, lines, SMS ports and risky accounts are limited, and no new business is opened.',
    ),
    binds: ['carrier'],
    ...practice(PUNISHMENT),
  },
];
