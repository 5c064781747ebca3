import type { CauseFacts } from '../../src/domain/knowledge/facts.ts';
import { APPEALS, b, CODE, FRAUD_LAW, law, practice, recalled, SEEN } from '../sources.ts';

/** The nine causes in everybody's words. */
export const CAUSE_FACTS: readonly CauseFacts[] = [
  {
    cause: 'arrears',
    name: b('欠费', 'Arrears'),
    means: b(
      '账户里钱不够，计费系统自动停的。交清就恢复，不用申诉。',
      'The account ran dry and billing stopped it. Paying restores it; no appeal needed.',
    ),
    mistakenFor: b(
      '有余额还停着，就不是欠费：充值没有用，去问是哪一类停机。交清了还停，可能下面还压着另一个停机。',
      'With money on the account it is not arrears: topping up will not help, ask which kind of stop it is. Still off after paying? There may be a second stop underneath.',
    ),
    ...law(CODE, '第34条'),
  },
  {
    cause: 'credit',
    name: b('信用额度或合约', 'Credit limit or contract'),
    means: b(
      '超过了运营商给的信用额度，或者合约没有履行。是运营商内部的记录。',
      'Over the carrier’s own credit limit, or a contract not kept. It is the carrier’s internal record.',
    ),
    mistakenFor: b(
      '它和人民银行的征信、“信用中国”是三回事。先问清是哪一个。',
      'It is neither the central bank’s record nor Credit China. Ask which of the three is meant.',
    ),
    ...recalled('运营商内部信用管理'),
  },
  {
    cause: 'violation',
    name: b('违规使用', 'Use against the rules'),
    means: b(
      '被举报骚扰、群发短信，或者用途和登记的不一样。说明用途，有时要签承诺书。',
      'Reported for nuisance calls or mass messages, or used otherwise than registered. Explain; sometimes an undertaking.',
    ),
    mistakenFor: b(
      '别人手机上的“骚扰”标签不是停机；标签多了会引来举报，举报多了才会停机。',
      'A "spam" label on other phones is no stop; labels bring reports, and reports bring a stop.',
    ),
    ...practice(SEEN),
  },
  {
    cause: 'suspicion',
    name: b('风控疑似（可能误判）', 'A risk model’s suspicion (perhaps mistaken)'),
    means: b(
      '系统觉得像诈骗，先停下来要你核验。短信里常叫“保护性停机”。机主本人核验通过，就应当马上恢复。',
      'A model thought it looked like fraud and wants you verified; messages call it a protective stop. Once the holder passes, it must be lifted at once.',
    ),
    mistakenFor: b(
      '不等于公安要求停的。问一句：是你们的系统停的，还是公安要求停的？',
      'It is not a police order. Ask: did your system stop it, or the police?',
    ),
    ...law(FRAUD_LAW, '第11、32条'),
  },
  {
    cause: 'identity',
    name: b('实名有问题', 'A fault in the registration'),
    means: b(
      '证件过期、姓名变了、资料不全，或者名下卡太多。补齐、更正就好。',
      'Expired papers, a changed name, missing data, or too many cards. Complete or correct it.',
    ),
    mistakenFor: b(
      '自称通管局来电、说你名下另有号码要停机的，是骗子。实名问题在 App 或营业厅办，不在电话里办。',
      'A call from "the communications administration" about another number of yours is fraud. Registration is mended in the app or shop, not on the phone.',
    ),
    ...recalled('实名登记规定与运营商实践'),
  },
  {
    cause: 'silent',
    name: b('长期不用', 'Not used for long'),
    means: b(
      '两个月左右没有打电话、发短信、上网，就可能被停；再过一阵号码会被收回。',
      'About two months without calls, messages or data can stop a number; later it is taken back.',
    ),
    mistakenFor: b(
      '不是欠费：有余额也会停。想留着不用，办“停机保号”。',
      'It is not arrears: money on the account does not help. To keep a number unused, ask for 停机保号.',
    ),
    ...practice(SEEN),
  },
  {
    cause: 'ordered',
    name: b('公安或主管部门要求', 'Ordered by the police or an authority'),
    means: b(
      '公安机关要求停的，或者列入了联合惩戒名单。运营商自己不能恢复，要找作出决定的公安机关。',
      'Stopped by police order or on the joint-punishment list. The carrier cannot undo it; turn to the unit that decided.',
    ),
    mistakenFor: b(
      '客服说“公安停的”，也可能说不准。要书面的：哪个单位、哪一天、什么文号。',
      'A call centre may say "the police" wrongly. Ask in writing which unit, which day, which document.',
    ),
    ...law(FRAUD_LAW, '第31、32条'),
  },
  {
    cause: 'label',
    name: b('来电标签', 'A caller label'),
    means: b(
      '你的手机一切正常，只是别人手机上显示“骚扰”“诈骗”“推销”。是标记平台根据用户标记打的。',
      'Your phone works; other screens show "spam" or "fraud". Label services put it there from users’ votes.',
    ),
    mistakenFor: b(
      '不是停机，找运营商没有用；每个平台的申诉都免费。',
      'It is no stop, and the carrier cannot help; every service’s appeal is free.',
    ),
    ...practice('各标记平台公开说明'),
  },
  {
    cause: 'unknown',
    name: b('没有告诉你', 'Nobody said why'),
    means: b(
      '没有短信，客服也说不清，或者一条短信列了好几个原因。先要到原因，才知道走哪条路。',
      'No message, no clear word, or one message with many reasons. First get the reason.',
    ),
    mistakenFor: b(
      '别急着充值，也别急着换卡：原因不清楚时，这两样都可能白做。',
      'Neither top up nor buy a new card yet: without the reason both may be in vain.',
    ),
    ...law(APPEALS, '第10条'),
  },
];
