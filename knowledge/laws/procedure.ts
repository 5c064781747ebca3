import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { b, law, recalled } from '../sources.ts';

const RECONSIDERATION = '行政复议法';
const LITIGATION = '行政诉讼法';
const CRIMINAL = '刑法';

/** Reconsideration, suits, papers, helpers, access for everybody. */
export const PROCEDURE: readonly Law[] = [
  {
    lawId: 'AR-20',
    title: b('《行政复议法》第二十条：六十天内申请', 'Reconsideration Law, art. 20: sixty days'),
    plain: b(
      '知道行政决定后六十天内申请复议；没有告诉你这个权利的，从知道权利起算，最长一年。运营商自己的停机不是行政决定，不能复议。',
      'Within sixty days of learning of an administrative decision; if you were not told of the right, from when you learn of it, one year at most. A carrier’s own stop is no such decision.',
    ),
    binds: ['person'],
    periods: ['admin.reconsider'],
    runsFrom: b('知道行政决定', 'Learning of the decision'),
    ...law(RECONSIDERATION, '第20条'),
  },
  {
    lawId: 'AL-46',
    title: b('《行政诉讼法》第四十六条：六个月内起诉', 'Administrative Procedure Law, art. 46: six months'),
    plain: b(
      '直接告行政机关，知道决定后六个月内。部门不作为的，等满两个月再起诉，有的要先复议。',
      'A direct suit against an authority within six months. Against inaction after two months, sometimes after reconsideration.',
    ),
    binds: ['person'],
    periods: ['admin.sue'],
    runsFrom: b('知道行政决定', 'Learning of the decision'),
    ...law(LITIGATION, '第46、47条'),
  },
  {
    lawId: 'AL-45',
    title: b(
      '《行政诉讼法》第四十五条：复议后十五天内',
      'Administrative Procedure Law, art. 45: fifteen days after reconsideration',
    ),
    plain: b(
      '不服复议决定，收到后十五天内起诉。',
      'Against a reconsideration decision within fifteen days of receiving it.',
    ),
    binds: ['person'],
    periods: ['admin.sueAfterReconsider'],
    runsFrom: b('收到复议决定', 'Receipt of the decision'),
    ...law(LITIGATION, '第45条'),
  },
  {
    lawId: 'ID-16',
    title: b('《居民身份证法》：证件不能借', 'ID Card Law: no lending of ID'),
    plain: b(
      '身份证不能出借；冒用别人的，罚二百到一千元，或者拘留十天以下；泄露身份信息也要受罚。',
      'An ID may not be lent; using another’s costs 200 to 1,000 yuan or up to ten days; leaking its data is punished too.',
    ),
    binds: ['everybody'],
    ...law('居民身份证法', '第16、17、19条'),
  },
  {
    lawId: 'LAW-13',
    title: b('《律师法》第十三条：认清律师', 'Lawyers Law, art. 13: who is a lawyer'),
    plain: b(
      '没有律师执业证的人，不能以律师名义办事，也不能代人打官司牟利。找人帮忙，找律师或法律援助。',
      'Only licensed lawyers may act as such or represent for gain. For help turn to a lawyer or legal aid.',
    ),
    binds: ['helper'],
    ...law('律师法', '第13条'),
  },
  {
    lawId: 'ES-3',
    title: b('《电子签名法》：委托书可以电子签', 'Electronic Signature Law: mandates may be signed electronically'),
    plain: b(
      '委托书可以用电子签名；可靠的电子签名和手写的一样有效。',
      'A mandate may be signed electronically; a reliable signature equals one by hand.',
    ),
    binds: ['everybody'],
    ...law('电子签名法', '第3、13、14条'),
  },
  {
    lawId: 'BF-34',
    title: b('《无障碍环境建设法》第三十四条：要有人工服务', 'Accessibility Law, art. 34: human service'),
    plain: b(
      '对老年人、残疾人，运营商要提供语音、大字或人工服务。可以直接要求人工。',
      'For the elderly and disabled carriers offer voice, large print or human service. You may ask for a person.',
    ),
    binds: ['carrier'],
    ...law('无障碍环境建设法', '第34条'),
  },
];

export const PROCEDURE_BACKGROUND: readonly Law[] = [
  {
    lawId: 'AR-30',
    title: b('《行政复议法》第三十、六十二条', 'Reconsideration Law, art. 30 and 62'),
    plain: b(
      '五个工作日内审查是否受理；六十天内决定，可以延长三十天；简易程序三十天。',
      'Five working days to accept; sixty days to decide, thirty more if extended; thirty in the simple procedure.',
    ),
    binds: ['authority'],
    ...law(RECONSIDERATION, '第30、62条'),
  },
  {
    lawId: 'AR-12',
    title: b('《行政复议法》第十二条', 'Reconsideration Law, art. 12'),
    plain: b(
      '对民事纠纷的调解，不能申请复议。所以对 12300 的调解不能复议。',
      'Mediation of civil disputes is outside reconsideration, so that of 12300 is too.',
    ),
    binds: ['authority'],
    ...law(RECONSIDERATION, '第12条第4项'),
  },
  {
    lawId: 'AR-who',
    title: b('对省通信管理局的复议', 'Reconsideration of a provincial administration'),
    plain: b(
      '省通信管理局的行政行为，向工信部申请复议。',
      'Acts of a provincial communications administration go to MIIT.',
    ),
    binds: ['authority'],
    ...recalled(RECONSIDERATION),
  },
  {
    lawId: 'AR-23',
    title: b('《行政复议法》第二十三条', 'Reconsideration Law, art. 23'),
    plain: b('行政机关不作为，先复议，再起诉。', 'Against inaction: reconsideration first, then court.'),
    binds: ['person'],
    ...law(RECONSIDERATION, '第23条第3项'),
  },
  {
    lawId: 'AR-88',
    title: b('《行政复议法》第八十八条', 'Reconsideration Law, art. 88'),
    plain: b('这部法里的三、五、七、十天是工作日。', 'In this law three, five, seven and ten days are working days.'),
    ...law(RECONSIDERATION, '第88条'),
  },
  {
    lawId: 'PSA',
    title: b('《治安管理处罚法》第五十六条', 'Public Security Penalties Law, art. 56'),
    plain: b(
      '出售、提供个人信息，拘留十到十五天，较轻的五天以下。',
      'Selling or giving personal information: ten to fifteen days’ detention, lighter cases up to five.',
    ),
    binds: ['everybody'],
    ...law('治安管理处罚法（2026年1月1日施行）', '第56条'),
  },
  {
    lawId: 'CRIM',
    title: b('《刑法》相关条文', 'Criminal Law, articles at hand'),
    plain: b(
      '侵犯个人信息、伪造或冒用证件、帮助网络犯罪、诈骗都是犯罪。不要伪造任何证明。',
      'Personal-data crime, forged or borrowed papers, helping cyber crime, and fraud are crimes. Forge no proof.',
    ),
    binds: ['everybody'],
    ...law(CRIMINAL, '第253条之一、第266条、第280条、第280条之一、第287条之二'),
  },
  {
    lawId: 'CRIM-n',
    title: b('两高 2017 年解释第五条', 'Interpretation of 2017, art. 5'),
    plain: b(
      '“情节严重”：行踪、通信内容、征信、财产信息五十条，通信记录等五百条，其他五千条；履职或服务中取得的减半；或者违法所得五千元。',
      '"Serious" begins at 50 items of location, content, credit or property, 500 of communication records, 5,000 of others; half of it if obtained in service; or a gain of 5,000 yuan.',
    ),
    binds: ['everybody'],
    ...law('最高人民法院、最高人民检察院关于办理侵犯公民个人信息刑事案件的解释（2017年）', '第5条'),
  },
];
