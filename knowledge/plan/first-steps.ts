import type { Step } from '../../src/domain/knowledge/knowledge.ts';
import { b, CODE, law, ours, practice, publicPage, SEEN } from '../sources.ts';

/** What to do when everything hangs on this number today. */
export const TODAY_STEPS: readonly Step[] = [
  {
    stepId: 'freeze_bank',
    title: b('先冻结银行卡和支付账户', 'Freeze bank and payment accounts first'),
    why: b(
      '手机突然没信号、又有钱款动静，可能有人冒用你的卡。借一部电话，打银行卡背面的号码；再让运营商挂失这张卡；钱已经被转走就报警。',
      'A dead phone while money moves may be a stolen SIM. Borrow a phone, call the number on the back of your bank card, then have the SIM reported lost; call the police if money is gone.',
    ),
    channels: ['police'],
    ...ours,
  },
  {
    stepId: 'stay_reachable',
    title: b('告诉要紧的人怎么找到你', 'Tell those who matter how to reach you'),
    why: b(
      '家人、单位、老师先知道，少误事，也不怕有人冒充你。',
      'Family and work know, and nobody can pretend to be you.',
    ),
    ...ours,
  },
  {
    stepId: 'codes_elsewhere',
    title: b('把收验证码的地方先换掉', 'Move your codes elsewhere'),
    why: b(
      '趁还登录着，把要紧账户的验证方式换成人脸、密码或另一个号码；换不了的，带身份证去银行柜台。',
      'While still signed in, switch important accounts to another check or number; else go to the bank counter with your ID.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'emergency_works',
    title: b('110、119、120、122 应当一直打得通', 'Emergency calls must get through'),
    why: b(
      '停机也不能停紧急电话。打不通，记下时间，这本身就可以投诉。',
      'A stop may not cut emergency calls. If they fail, note the time: that alone is a complaint.',
    ),
    laws: ['TR-36'],
    ...law(CODE, '第36条'),
  },
];

/** What to do about a message that is a scam. */
export const SCAM_STEPS: readonly Step[] = [
  {
    stepId: 'scam_leave',
    title: b('什么都不要点、不要回、不要打', 'Click nothing, answer nothing, call nothing'),
    why: b(
      '还没有做，就没有损失。留着短信当证据，不用理它。',
      'If you did nothing, nothing is lost. Keep the message as evidence and leave it.',
    ),
    ...ours,
  },
  {
    stepId: 'scam_done',
    title: b('已经点了、填了、转了钱', 'If you clicked, typed or paid'),
    why: b(
      '马上打银行卡背面的电话冻结账户，改密码，删掉装的软件，再报警。越快越好。',
      'Call the number on your bank card and freeze the account, change passwords, remove the app, then call the police. Every minute counts.',
    ),
    channels: ['police', 'anti-fraud'],
    ...practice('公安机关反诈宣传'),
  },
  {
    stepId: 'scam_report',
    title: b('举报这条短信', 'Report the message'),
    why: b(
      '把短信原文和号码报给 12321，别人就少上当。',
      'Send its text and number to 12321, and fewer people fall for it.',
    ),
    channels: ['spam-reports'],
    ...publicPage('12321 受理中心'),
  },
];
