import type { ReadyWords } from '../../src/domain/knowledge/help.ts';
import { APPEALS, b, CODE, FRAUD_LAW, law, ours, practice, recalled, SEEN } from '../sources.ts';

/** Sentences to read out. Each says only what the law or the source says; none accuses. */
export const READY_WORDS: readonly ReadyWords[] = [
  {
    wordsId: 'ask_kind',
    when: b('第一次打客服', 'Calling for the first time'),
    say: b(
      '请告诉我：是哪一类停机、哪天停的、谁决定的、什么风险等级、怎样恢复、去哪里办、带什么、多久。请给我工单号和你的工号。',
      'Please tell me: what kind of stop, since when, who decided, which risk level, how it is lifted, where, with what, how long. Ticket number and your staff number, please.',
    ),
    laws: ['AF-32c'],
    ...law(FRAUD_LAW, '第32条第3款'),
  },
  {
    wordsId: 'demand_reasons',
    when: b('对方不说原因', 'When no reason is given'),
    say: b(
      '请依据《反电信网络诈骗法》第三十二条，告知处置原因、救济渠道和需要提交的材料，并书面答复。',
      'Under article 32 of the Anti-Telecom-Fraud Law, please tell me in writing the reason, the way to appeal and the papers needed.',
    ),
    laws: ['AF-32c'],
    ...law(FRAUD_LAW, '第32条第3款'),
  },
  {
    wordsId: 'lift_at_once',
    when: b('核验已经通过，还没恢复', 'Verified, and still off'),
    say: b(
      '我已经通过核验。第三十二条规定，核查通过要即时解除。请现在登记，告诉我几点恢复。',
      'I have passed the check. Article 32 says that it is lifted at once. Please register this and tell me when it is back.',
    ),
    laws: ['AF-32c'],
    ...law(FRAUD_LAW, '第32条第3款'),
  },
  {
    wordsId: 'paid_not_back',
    when: b('交清了还没恢复', 'Paid in full, and still off'),
    say: b(
      '我在____时已经交清话费和违约金。《电信条例》第三十四条规定 48 小时内恢复。请查一下是不是还有别的停机。',
      'I paid fees and late fees in full at ____. Article 34 gives 48 hours. Please see whether there is another stop.',
    ),
    laws: ['TR-34e'],
    ...law(CODE, '第34条第4款'),
  },
  {
    wordsId: 'who_ordered',
    when: b('客服说是公安要求停的', 'Told that the police ordered it'),
    say: b(
      '请书面告诉我：要求停机的单位、日期、文号和联系电话。',
      'Please tell me in writing which unit ordered it, when, under which document, and how to reach it.',
    ),
    laws: ['AF-32c'],
    ...law(FRAUD_LAW, '第32条第3款'),
  },
  {
    wordsId: 'written_rule',
    when: b('要你拿没听说过的材料', 'Asked for unusual papers'),
    say: b(
      '请告诉我这项材料写在哪一份规定里，不然请登记我已交齐规定的材料。',
      'Please tell me which written rule asks for this; otherwise register that I brought what the rules ask.',
    ),
    laws: ['AF-32c'],
    ...practice(SEEN),
  },
  {
    wordsId: 'any_shop',
    when: b('叫你回归属地办', 'Sent back to your home city'),
    say: b(
      '我在外地。官方指引说自有营业厅都能办，请安排异地复机或视频核验，并告诉我哪一家有权办。',
      'I am away. The published guide says any own-brand shop. Please arrange it here or by video, and tell me which shop may do it.',
    ),
    laws: [],
    ...practice('四家运营商复机指引（媒体转述）'),
    unsure: b('没有查到必须异地办的法律规定。', 'No law was found that obliges every shop.'),
  },
  {
    wordsId: 'hardship',
    when: b('到不了营业厅，或者卡在死结里', 'You cannot come, or are in a deadlock'),
    say: b(
      '我本人到不了营业厅（年老、在国外、证件或卡丢了），请登记特殊困难工单，安排视频核验，或先恢复收短信。',
      'I cannot come (old, abroad, ID or SIM lost). Please register a hardship ticket, arrange a video check, or restore incoming messages first.',
    ),
    laws: ['BF-34'],
    ...practice(SEEN),
  },
  {
    wordsId: 'human_please',
    when: b('一直是机器人接', 'Only machines answer'),
    say: b(
      '请转人工。我要为老人办，需要人工服务。',
      'A person, please. This is for an elderly customer who needs human service.',
    ),
    laws: ['BF-34'],
    ...law('无障碍环境建设法', '第34条'),
  },
  {
    wordsId: 'formal_complaint',
    when: b('正式投诉', 'A formal complaint'),
    say: b(
      '我要投诉，请登记并给我工单号，十五天内书面答复。',
      'I want to complain. Please register it, give me the number, and answer in writing within fifteen days.',
    ),
    laws: ['UA-10'],
    ...law(APPEALS, '第10条'),
  },
  {
    wordsId: 'refund',
    when: b('停机期间还扣了费', 'Charged while it was off'),
    say: b(
      '停机期间不能使用，请退还这段时间的费用，并给我免费的详单。',
      'The number could not be used; please refund those days and send me the free itemised bill.',
    ),
    laws: ['TR-33a', 'TR-40'],
    ...law(CODE, '第33、40条'),
  },
  {
    wordsId: 'strike_out',
    when: b('承诺书里写着你没做过的事', 'The undertaking says what you did not do'),
    say: b(
      '这一句不是事实，请划掉，其余的我签。',
      'This sentence is not true. Please strike it out; the rest I will sign.',
    ),
    laws: [],
    ...practice(SEEN),
  },
  {
    wordsId: 'mark_copy',
    when: b('对方要复印你的证件', 'They want to copy your ID'),
    say: b(
      '请在复印件上写明公司名、用途和日期：仅供____号码办理恢复。',
      'Please write company, purpose and date on the copy: only to restore number ____.',
    ),
    laws: ['RN-9'],
    ...recalled('电话用户真实身份信息登记规定'),
    article: '第9条',
  },
  {
    wordsId: 'not_only_face',
    when: b('只给刷脸一条路', 'A face is the only way offered'),
    say: b('我不方便刷脸，请提供别的核验办法。', 'I cannot use my face; please offer another way.'),
    laws: ['FR-1'],
    ...practice('人脸识别技术应用安全管理办法（2025年6月1日施行）'),
  },
  {
    wordsId: 'is_it_yours',
    when: b('接到自称客服、公安的电话', 'Somebody calls as carrier or police'),
    say: b(
      '请告诉我工号和事由，我挂断后自己打官方号码核实。',
      'Your number and the matter, please; I will hang up and call the official line.',
    ),
    laws: [],
    ...ours,
  },
];
