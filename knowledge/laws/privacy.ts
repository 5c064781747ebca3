import type { Law, LawParty } from '../../src/domain/knowledge/knowledge.ts';
import { b, PRIVACY as CODE, law, publicPage, recalled } from '../sources.ts';

const DATA = '网络数据安全管理条例（2025年1月1日施行）';
const CYBER = '网络安全法（2025年10月28日修正）';
const EVERY_HANDLER: readonly LawParty[] = ['operator', 'carrier'];

/** What a person may ask of whoever handles their data: the carrier, and this product too. */
export const PRIVACY: readonly Law[] = [
  {
    lawId: 'PI-24',
    title: b('《个人信息保护法》第二十四条：机器自动决定', 'PIPL, art. 24: decisions by machine'),
    plain: b(
      '机器自动作出、对你影响大的决定，你可以要求说明，也可以拒绝只由机器决定。',
      'When a machine alone decides something that matters to you, you may ask for an explanation and refuse a decision by machine alone.',
    ),
    binds: EVERY_HANDLER,
    ...law(CODE, '第24条'),
  },
  {
    lawId: 'PI-28',
    title: b('《个人信息保护法》第二十八、二十九条：敏感信息', 'PIPL, art. 28 and 29: sensitive data'),
    plain: b(
      '人脸、银行账户、行踪、十四岁以下孩子的信息都是敏感信息，要单独征得你同意，而且要有必要。',
      'Faces, bank accounts, whereabouts and data of children under fourteen are sensitive: they need a purpose and your separate consent.',
    ),
    binds: EVERY_HANDLER,
    ...law(CODE, '第28、29条'),
  },
  {
    lawId: 'PI-44',
    title: b('《个人信息保护法》第四十四至五十条：查、改、删', 'PIPL, art. 44 to 50: see, correct, delete'),
    plain: b(
      '你可以查阅、复制、更正、删除自己的信息，要求解释规则；被拒绝的，对方要说明理由。',
      'You may see, copy, correct and delete your data and have the rules explained; a refusal needs reasons.',
    ),
    binds: EVERY_HANDLER,
    ...law(CODE, '第44–50条'),
  },
  {
    lawId: 'FR-1',
    title: b('人脸识别办法：刷脸不能是唯一办法', 'Rules on faces: never the only way'),
    plain: b(
      '有别的办法时，刷脸不能是唯一的核验方式；要有特定目的和你的单独同意。',
      'Where another way exists a face may not be the only one; it needs a specific purpose and separate consent.',
    ),
    binds: EVERY_HANDLER,
    ...publicPage('人脸识别技术应用安全管理办法（2025年6月1日施行）'),
  },
  {
    lawId: 'NI-1',
    title: b('国家网络身份认证：自愿', 'National identity service: voluntary'),
    plain: b(
      '网号、网证自愿使用；你用了它，平台一般不得再要你交明文身份信息。',
      'The national network ID is voluntary; who uses it may in general not be asked for plain ID data.',
    ),
    binds: EVERY_HANDLER,
    ...publicPage('国家网络身份认证公共服务管理办法（2025年7月15日施行）'),
  },
];

/** What binds whoever runs this product. */
export const PRIVACY_BACKGROUND: readonly Law[] = [
  duty(
    'PI-5',
    '第5、6条',
    '用途要明确，只收办这件事要用的。',
    'A clear purpose, and no more data than the chosen way needs.',
  ),
  duty(
    'PI-13',
    '第13–16条',
    '同意要知情、具体、能撤回；不同意不必要的，也要照常服务。',
    'Consent is informed, specific and revocable; service does not hang on what is not needed.',
  ),
  duty(
    'PI-17',
    '第17、30条',
    '收集之前说清：谁、为什么、怎么用、留多久、你有什么权利。',
    'Before collecting: who, why, how, how long, and which rights.',
  ),
  duty('PI-19', '第19条', '保存时间取最短。', 'The shortest retention that does.'),
  duty(
    'PI-21',
    '第21、59条',
    '委托别人处理，要有合同、要监督，结束后退还或删除。',
    'Who processes for us is bound by contract, supervised, and returns or deletes.',
  ),
  duty(
    'PI-23',
    '第23条',
    '交给另一家处理者，要逐一告知并单独同意。',
    'Giving data to another handler needs notice and separate consent.',
  ),
  duty(
    'PI-31',
    '第31条',
    '十四岁以下要监护人同意，并有专门规则。',
    'Under fourteen: a guardian’s consent and special rules.',
  ),
  duty(
    'PI-38',
    '第38–40条',
    '个人信息留在境内，出境要有合法途径。',
    'Data stay in the mainland; export needs a lawful way.',
  ),
  duty(
    'PI-47',
    '第47条',
    '目的达到、同意撤回或期满，主动删除。',
    'Delete when the purpose is done, consent withdrawn or the term over.',
  ),
  duty(
    'PI-51',
    '第51条',
    '制度、分类、加密、去标识、权限、培训、预案。',
    'Rules, classes, encryption, de-identification, access, training, incident plans.',
  ),
  duty(
    'PI-55',
    '第55、56条',
    '处理敏感信息等之前做影响评估，报告和记录至少留三年。',
    'An impact assessment before sensitive processing, kept three years at least.',
  ),
  duty(
    'PI-57',
    '第57条',
    '泄露要立即补救，并通知主管部门和个人。',
    'A breach is remedied at once and told to authority and persons.',
  ),
  duty(
    'PI-66',
    '第66、69条',
    '最高可罚五千万元或上年营业额的百分之五；损害赔偿推定有过错。',
    'Fines to 50 million yuan or five per cent; fault is presumed for damages.',
  ),
  {
    lawId: 'PI-54',
    title: b('《个人信息保护法》第五十四条', 'PIPL, art. 54'),
    plain: b(
      '定期做合规审计；处理一千万人以上的，至少两年一次。',
      'Regular audits; above ten million people at least every two years.',
    ),
    binds: ['operator'],
    ...publicPage('个人信息保护合规审计管理办法（2025年5月1日施行）'),
  },
  {
    lawId: 'ND-12',
    title: b('《网络数据安全管理条例》第十二条', 'Network Data Regulations, art. 12'),
    plain: b(
      '提供、委托处理要有合同和监督，记录至少留三年。',
      'Providing or entrusting needs a contract, supervision and records of three years.',
    ),
    binds: ['operator'],
    ...law(DATA, '第12条'),
  },
  {
    lawId: 'ND-21',
    title: b('《网络数据安全管理条例》第二十一至二十四条', 'Network Data Regulations, art. 21 to 24'),
    plain: b(
      '隐私政策的内容、同意的规则、注销后删除或匿名。',
      'Contents of the privacy policy, rules on consent, deletion on closing an account.',
    ),
    binds: ['operator'],
    ...law(DATA, '第21–24条'),
  },
  {
    lawId: 'CS-23',
    title: b('《网络安全法》第二十三条', 'Cybersecurity Law, art. 23'),
    plain: b('网络日志至少留六个月；实行等级保护。', 'Network logs for six months at least; classified protection.'),
    binds: ['operator'],
    ...law(CYBER, '第23条第3项'),
    unsure: b('2026 年 1 月 1 日起施行，是记忆中的日期。', 'In force since 2026-01-01, a recalled date.'),
  },
  {
    lawId: 'CS-26',
    title: b('《网络安全法》第二十六、四十二至四十五条', 'Cybersecurity Law, art. 26 and 42 to 45'),
    plain: b(
      '实名和个人信息保护。修正后条文号比旧文多二。',
      'Real names and personal data. The numbers moved by two with the amendment.',
    ),
    binds: ['operator', 'carrier'],
    ...law(CYBER, '第26、42–45条'),
  },
  {
    lawId: 'DS-27',
    title: b('《数据安全法》第二十七、二十九条', 'Data Security Law, art. 27 and 29'),
    plain: b('数据安全管理、风险监测、事件处置和通知。', 'Data-security management, monitoring, incidents and notice.'),
    binds: ['operator'],
    ...law('数据安全法', '第27、29条'),
  },
  {
    lawId: 'PI-answer',
    title: b('个人信息请求多久答复', 'How soon a data request is answered'),
    plain: b(
      '法律只写“及时”；应用规则里常见的是十五个工作日内。',
      'The law says "in time"; rules for apps commonly promise fifteen working days.',
    ),
    binds: EVERY_HANDLER,
    ...recalled('App 个人信息保护的有关规定'),
  },
];

function duty(lawId: string, article: string, zh: string, en: string): Law {
  const number = article.replace(/^第|条$/g, '');
  return {
    lawId,
    title: b(`《个人信息保护法》${article}`, `PIPL, art. ${number}`),
    plain: b(zh, en),
    binds: ['operator'],
    ...law(CODE, article),
  };
}
