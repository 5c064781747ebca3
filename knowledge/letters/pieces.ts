import type { Cause } from '../../src/domain/flags/words.ts';
import type { Paragraph } from '../../src/domain/letters/letter.ts';

/** Causes under which the carrier limits by itself, so that its duties to tell and to check apply. */
export const BY_THE_CARRIER: readonly Cause[] = ['suspicion', 'silent', 'violation', 'identity', 'unknown'];

export const PERSON = '本人{name}（有效证件号码后四位：{id_tail}，联系方式：{contact}）';

export const WHAT_IS_OFF: Paragraph = {
  id: 'restricted',
  text: '自{since}起，上述号码的服务受到限制，情况是：{measures}。',
};
export const STORY: Paragraph = { id: 'story', text: '事情经过：{what_happened}。' };
export const MESSAGE: Paragraph = {
  id: 'message',
  text: '本人收到的通知原文如下：“{message_text}”',
  when: ['message_text'],
};
export const WORK: Paragraph = { id: 'work', text: '上述号码的用途：{work}。', when: ['work'] };
export const DUTY_TO_TELL: Paragraph = {
  id: 'duty_to_tell',
  text: '如果该限制是依照《反电信网络诈骗法》作出的，依照该法第三十二条第三款，作出限制的一方应当告知限制的原因、救济渠道和需要提交的材料；收到申诉后应当及时核查，核查通过的，应当即时解除。',
  causes: BY_THE_CARRIER,
  cites: ['AF-32c'],
};
export const NO_STOP_WITHOUT_GROUND: Paragraph = {
  id: 'no_stop_without_ground',
  text: '依照《电信条例》第四十条，电信业务经营者没有正当理由，不得拒绝、拖延或者中止对用户的服务。',
  exceptCauses: ['ordered', 'label'],
  cites: ['TR-40'],
};
export const BACK_AFTER_PAYING: Paragraph = {
  id: 'back_after_paying',
  text: '依照《电信条例》第三十四条第四款，欠费和违约金全部付清后，应当在四十八小时内恢复服务。',
  causes: ['arrears'],
  cites: ['TR-34e'],
};
export const CLAIM: Paragraph = {
  id: 'claim',
  text: '本人认为，上述限制是误判，请根据本人说明的情况和提交的材料复核。',
  claims: true,
};
export const MESSAGE_PICTURE = { text: '所收到通知的截图', when: ['message_text'] } as const;
