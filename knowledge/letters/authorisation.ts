import type { LetterTemplate } from '../../src/domain/letters/letter.ts';
import { b } from '../sources.ts';

export const AUTHORISATION: LetterTemplate = {
  kind: 'authorisation',
  name: b('授权委托书', 'Authorisation'),
  use: b(
    '请家人或者别人替你跑腿时用。写明办什么、到哪天为止，随时可以收回。人脸和实名核验谁也不能代办。',
    'For when somebody acts for you: it says for what and until when, and you can take it back at any time. Nobody can take a real-person check for you.',
  ),
  says: b(
    '你允许信里写的这个人，在写明的期限内替你起草和递交材料、查进度、收书面答复。你随时可以收回。对方不能代你刷脸，不能保管你的卡和证件原件，不能要验证码，也不能转托别人。',
    'You allow the person named to draft and hand in papers, follow the matter and receive written answers for you, until the day named. You can take it back at any time. They may not pass a face check for you, keep your card or your original ID, ask for text-message codes, or pass the task on.',
  ),
  title: '授权委托书',
  addressee: '{carrier}',
  paragraphs: [
    { id: 'principal', text: '委托人：{name}，有效证件号码后四位：{id_tail}，联系方式：{contact}。' },
    { id: 'representative', text: '受托人：{representative_name}，联系方式：{representative_contact}。' },
    {
      id: 'matter',
      text: '委托人就移动电话号码{mobile_number}的服务受到限制一事，委托受托人以委托人的名义办理本委托书所列事项。',
      cites: ['CC-165'],
    },
    { id: 'term', text: '委托期限：自本委托书签署之日起，至{mandate_until}止。' },
    {
      id: 'revocable',
      text: '委托人可以随时收回本授权。收回、期满或者事项办完后，本授权终止。',
      cites: ['CC-173'],
    },
    {
      id: 'never',
      text: '受托人不得代替委托人通过人脸识别、视频核验等须由本人完成的核验，不得保管委托人的电话卡、身份证件原件，不得索取短信验证码。',
      cites: ['AF-31a'],
    },
    { id: 'no_sub', text: '未经委托人同意，受托人不得转委托他人。', cites: ['CC-169'] },
    { id: 'fee', text: '受托人的报酬：{mandate_fee}。解除限制本身不收取费用，受托人不承诺办理结果。' },
  ],
  requestsLead: '委托事项和权限：',
  requests: [
    { text: '起草并递交投诉、说明和申诉材料。' },
    { text: '补交委托人本人提供的材料。' },
    { text: '查询办理进度，接收书面答复，并告知委托人。' },
    { text: '{request}', when: ['request'] },
  ],
  enclosures: [{ text: '委托人、受托人的身份证件复印件（复印件上写明用途和日期）' }],
  salute: false,
  signerRole: '委托人',
  cosigner: { role: '受托人', fact: 'representative_name' },
};
