import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { b, law, APPEALS as MEASURES, publicPage, recalled } from '../sources.ts';

const HUBEI = { ...publicPage('湖北省通信管理局：电信用户申诉'), url: 'hubca.miit.gov.cn/gzcy/dxyhss/index.html' };
const NUMBERS = b('条文号没有核实。', 'The article number was not verified.');

/** 电信用户申诉处理办法. It accepts, forwards and mediates; it orders nobody to restore. */
export const APPEALS: readonly Law[] = [
  {
    lawId: 'UA-8',
    title: b(
      '《电信用户申诉处理办法》第八条：运营商 15 天答复',
      'Appeal Measures, art. 8: the carrier answers in 15 days',
    ),
    plain: b(
      '运营商要在收到投诉后十五天内答复。是自然日，不是工作日；重庆是十五个工作日，河南是五个工作日。',
      'The carrier answers within fifteen days of the complaint: calendar days, except fifteen working days in Chongqing and five in Henan.',
    ),
    binds: ['carrier'],
    periods: ['carrier.reply'],
    runsFrom: b('收到投诉', 'Receipt of the complaint'),
    ...law(MEASURES, '第8条、第10条第4项'),
    unsure: b(
      '十五天见于第十条；第八条的原文没有核对。',
      'The fifteen days stand in article 10; the wording of article 8 was not checked.',
    ),
  },
  {
    lawId: 'UA-9',
    title: b('《电信用户申诉处理办法》第九条：向哪个省申诉', 'Appeal Measures, art. 9: which province'),
    plain: b(
      '向被申诉的运营商所在省的申诉受理机构申诉，不是你住的省；没有省级机构的，找工信部的申诉受理中心。',
      'File in the province of the carrier’s company, not where you live; where there is no provincial body, with the ministry’s centre.',
    ),
    binds: ['person'],
    ...law(MEASURES, '第9条'),
  },
  {
    lawId: 'UA-10',
    title: b('《电信用户申诉处理办法》第十条：先找运营商', 'Appeal Measures, art. 10: the carrier first'),
    plain: b(
      '先向运营商投诉过，不满意，或者十五天没有答复，才能申诉。要有明确的对方、要求和事实，而且是你自己的事。',
      'Complain to the carrier first; if unsatisfied or unanswered for fifteen days, you may go on. It must be your own matter, with a clear respondent, request and facts.',
    ),
    binds: ['person'],
    periods: ['carrier.reply'],
    runsFrom: b('运营商收到投诉', 'The carrier’s receipt of the complaint'),
    ...law(MEASURES, '第10条'),
  },
  {
    lawId: 'UA-11',
    title: b('《电信用户申诉处理办法》第十一条：什么不受理', 'Appeal Measures, art. 11: what is refused'),
    plain: b(
      '费用的事超过五个月、别的事超过两年，不受理；已经和解并履行的、法院、仲裁、消协或别的部门已经受理的，也不受理。',
      'Fee disputes older than five months and other matters older than two years are refused, as is what was settled or what another body has already taken on.',
    ),
    binds: ['authority', 'person'],
    periods: ['user.appealLimit.fee', 'user.appealLimit.other'],
    runsFrom: b('事情发生', 'The event'),
    ...law(MEASURES, '第11条'),
  },
  {
    lawId: 'UA-12',
    title: b('《电信用户申诉处理办法》第十二条：书面写什么', 'Appeal Measures, art. 12: what to write'),
    plain: b(
      '书面申诉要写：你的姓名、地址、电话、邮编；对方的名称、地址；要求、理由和事实；日期。',
      'In writing: your name, address, phone and postcode; the respondent’s name and address; request, reasons, facts; the date.',
    ),
    binds: ['person'],
    ...law(MEASURES, '第12条'),
  },
  {
    lawId: 'UA-14',
    title: b(
      '《电信用户申诉处理办法》第十四条：五个工作日决定受理',
      'Appeal Measures, art. 14: five working days to accept',
    ),
    plain: b(
      '收到材料后五个工作日内决定是否受理，不受理要说明理由。',
      'Within five working days they decide whether to accept, with reasons if not.',
    ),
    binds: ['authority'],
    periods: ['miit.accept'],
    runsFrom: b('收到申诉材料', 'Receipt of the papers'),
    ...law(MEASURES, '第14条'),
  },
  {
    lawId: 'UA-17',
    title: b('《电信用户申诉处理办法》第十七条：三十天答复', 'Appeal Measures, art. 17: an answer in thirty days'),
    plain: b(
      '收齐材料后三十天内，把处理情况答复你。它转办、调解，不能命令运营商恢复。',
      'Within thirty days of all papers they tell you what was done. They forward and mediate; they cannot order the carrier to restore.',
    ),
    binds: ['authority'],
    periods: ['miit.answer'],
    runsFrom: b('收齐申诉材料', 'Receipt of all papers'),
    ...HUBEI,
    article: '第17条',
  },
  {
    lawId: 'UA-19',
    title: b('《电信用户申诉处理办法》：调解', 'Appeal Measures: mediation'),
    plain: b(
      '一方提出、另一方同意，就可以调解，三十天内结束；可以要一份调解书。',
      'On one side’s request and the other’s consent there is mediation, finished within thirty days; a record is made on request.',
    ),
    binds: ['authority'],
    periods: ['miit.mediate'],
    runsFrom: b('双方都同意调解', 'Both agree'),
    ...recalled(MEASURES),
    unsure: NUMBERS,
  },
  {
    lawId: 'UA-21',
    title: b('《电信用户申诉处理办法》：调解不成', 'Appeal Measures: when mediation fails'),
    plain: b('调解不成，可以仲裁（双方有约定时）或者起诉。', 'Then arbitration, where agreed, or court.'),
    binds: ['person'],
    ...recalled(MEASURES),
    unsure: NUMBERS,
  },
  {
    lawId: 'UA-agent',
    title: b('代理点的事，也能找运营商', 'Outlets run by agents count too'),
    plain: b(
      '和代理网点、宾馆等的通信纠纷，可以找运营商，也可以向申诉机构提出。',
      'A dispute with an agent’s outlet or a hotel may go to the carrier or the appeal body.',
    ),
    binds: ['carrier', 'authority'],
    ...HUBEI,
  },
];

export const APPEALS_BACKGROUND: readonly Law[] = [
  {
    lawId: 'UA-13',
    title: b('《电信用户申诉处理办法》第十三条', 'Appeal Measures, art. 13'),
    plain: b(
      '申诉机构会先问你有没有找过运营商；没有，会叫你先去找。政策问题它直接回答。',
      'They ask whether the carrier was approached, and send you there if not; questions on policy they answer.',
    ),
    binds: ['authority'],
    ...law(MEASURES, '第13条'),
  },
  {
    lawId: 'UA-15',
    title: b('《电信用户申诉处理办法》第十五条', 'Appeal Measures, art. 15'),
    plain: b(
      '受理后两个工作日内转给运营商。网上说的“运营商两天内必须处理”，说的其实是这一步。',
      'Within two working days of acceptance it is forwarded. "The carrier must act in two days" is a misreading of this step.',
    ),
    binds: ['authority'],
    periods: ['miit.forward'],
    runsFrom: b('受理', 'Acceptance'),
    ...recalled(MEASURES),
  },
  {
    lawId: 'UA-16',
    title: b('《电信用户申诉处理办法》第十六条', 'Appeal Measures, art. 16'),
    plain: b(
      '运营商收到转办通知后十天内反馈事实、处理结果和你的态度。',
      'Within ten days of the forwarding the carrier reports the facts, the result and what you think of it.',
    ),
    binds: ['carrier'],
    periods: ['miit.carrierFeedback'],
    runsFrom: b('收到转办通知书', 'Receipt of the forwarding'),
    ...recalled(MEASURES),
  },
];
