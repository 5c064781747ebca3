import type { LetterTemplate } from '../../src/domain/letters/letter.ts';
import { b } from '../sources.ts';
import {
  BACK_AFTER_PAYING,
  BY_THE_CARRIER,
  CLAIM,
  DUTY_TO_TELL,
  MESSAGE,
  MESSAGE_PICTURE,
  NO_STOP_WITHOUT_GROUND,
  PERSON,
  STORY,
  WHAT_IS_OFF,
  WORK,
} from './pieces.ts';

export const CARRIER_COMPLAINT: LetterTemplate = {
  kind: 'carrier_complaint',
  name: b('给运营商的投诉书', 'Complaint to the carrier'),
  use: b(
    '第一步总是先向运营商投诉，并记下日期和工单号。十五天内没有答复，或者你不满意，才能向主管部门申诉。',
    'Complaining to the carrier always comes first. Note the day and the ticket number: after fifteen days without an answer, or with one that does not satisfy you, the regulator is open.',
  ),
  says: b(
    '你告诉运营商：号码从哪天起、哪些功能用不了、事情经过，以及它回答过什么；引用规定，请它书面说明原因和依据、怎样解除、要什么材料，并在十五天内答复。只有你自己说是弄错了，信里才会写“误判”。',
    'You tell the carrier since when the number is limited, what does not work, what happened and what it has answered so far. Quoting the rules, you ask it to state in writing the reason and its basis, how the limit is lifted and with which papers, and to answer within fifteen days. It says “mistake” only if you say so yourself.',
  ),
  title: '关于移动电话号码服务受限的投诉书',
  addressee: '{carrier}',
  paragraphs: [
    { id: 'who', text: `${PERSON}，就移动电话号码{mobile_number}的服务受到限制一事，提出投诉。` },
    WHAT_IS_OFF,
    STORY,
    MESSAGE,
    {
      id: 'before',
      text: '此前，本人已于{complained_on}向贵公司反映（工单号：{ticket}）。',
      when: ['complained_on', 'ticket'],
    },
    { id: 'before', text: '此前，本人已于{complained_on}向贵公司反映。', when: ['complained_on'], unless: ['ticket'] },
    { id: 'reply', text: '贵公司的答复是：{reply}。', when: ['reply'] },
    WORK,
    CLAIM,
    DUTY_TO_TELL,
    BACK_AFTER_PAYING,
    NO_STOP_WITHOUT_GROUND,
    {
      id: 'next',
      text: '依照《电信用户申诉处理办法》第十条，用户向电信业务经营者投诉后，对处理结果不满意，或者十五日内没有得到答复的，可以提出申诉。请贵公司在此期限内答复。',
      exceptCauses: ['ordered'],
      cites: ['UA-10'],
    },
  ],
  requestsLead: '请贵公司：',
  requests: [
    { text: '{request}', when: ['request'] },
    { text: '书面说明作出限制的具体原因，以及所依据的法律条款或者合同条款。' },
    { text: '说明解除限制的条件、需要提交的材料和办理渠道。' },
    {
      text: '告知提出限制要求的公安机关或者主管部门的名称、联系方式和文书编号。',
      causes: ['ordered'],
    },
    {
      text: '核查后恢复服务，并把结果告知本人。',
      unless: ['request'],
      exceptCauses: ['ordered'],
      notAfterLending: true,
    },
    { text: '告知本投诉的受理编号。', unless: ['ticket'] },
  ],
  enclosures: [
    MESSAGE_PICTURE,
    { text: '缴费凭证', causes: ['arrears'] },
    { text: '能说明号码用途的材料', when: ['work'] },
  ],
  salute: true,
  signerRole: '投诉人',
};

export const DEMAND_FOR_REASONS: LetterTemplate = {
  kind: 'demand_for_reasons',
  name: b('要求说明理由的函', 'Demand for reasons'),
  use: b(
    '运营商没说为什么停、或者只说“系统判定”时用。法律要求告知原因、渠道和材料，但没有写几天。',
    'For when the carrier does not say why, or says “the system decided”. The law obliges it to name the reason, the channel and the papers, but no number of days.',
  ),
  says: b(
    '你请运营商逐项回答：具体原因和事实、依据哪条法律或合同、限制什么、从何时到何时、是不是系统自动作的决定、怎么申诉、要什么材料。信里不争论对错。',
    'You ask the carrier to answer point by point: the exact reason and facts, the article of law or clause of the contract, what is limited and from when to when, whether a system decided by itself, how to appeal and with which papers. The letter does not argue who is right.',
  ),
  title: '关于要求说明限制理由的函',
  addressee: '{carrier}',
  paragraphs: [
    { id: 'who', text: `${PERSON}，现就移动电话号码{mobile_number}的服务受到限制一事，请贵公司说明理由。` },
    WHAT_IS_OFF,
    { ...STORY, when: ['what_happened'] },
    MESSAGE,
    { id: 'reply', text: '对限制的原因，贵公司目前的答复是：{reply}。', when: ['reply'] },
    DUTY_TO_TELL,
    {
      id: 'automated',
      text: '如果该限制是由系统自动作出的，依照《个人信息保护法》第二十四条，对个人权益有重大影响的自动化决定，个人有权要求说明，并有权拒绝仅由系统自动作出决定。',
      causes: BY_THE_CARRIER,
      cites: ['PI-24'],
    },
    {
      id: 'terms',
      text: '如果该限制依据的是合同的格式条款，依照《民法典》第四百九十六条和第四百九十八条，提供条款的一方应当提示对方注意与其有重大利害关系的条款，并按照对方的要求说明；对条款有两种以上解释的，应当作出不利于提供条款一方的解释。',
      causes: BY_THE_CARRIER,
      cites: ['CC-496'],
    },
    {
      id: 'bill',
      text: '依照《电信条例》第三十三条第一款，用户要求提供收费清单的，应当免费提供。',
      causes: ['arrears'],
      cites: ['TR-33a'],
    },
  ],
  requestsLead: '请以书面或者短信方式答复以下各项：',
  requests: [
    { text: '{request}', when: ['request'] },
    { text: '作出限制的具体原因和所依据的事实。' },
    { text: '所依据的法律条款，或者合同条款。' },
    { text: '限制的范围、起始时间和结束时间。' },
    { text: '该限制是否由系统自动作出，是否经过人工复核。', causes: BY_THE_CARRIER },
    { text: '提出限制要求的公安机关或者主管部门的名称、联系方式和文书编号。', causes: ['ordered', 'unknown'] },
    { text: '所欠费用的明细、违约金的算法和应付总额。', causes: ['arrears', 'credit'] },
    { text: '申诉的渠道、需要提交的材料，以及解除限制的条件。' },
  ],
  enclosures: [MESSAGE_PICTURE],
  salute: true,
  signerRole: '用户',
};

export const UNDERTAKING: LetterTemplate = {
  kind: 'undertaking',
  name: b('承诺书', 'Undertaking'),
  use: b(
    '运营商要求写说明或者承诺书时用。只签属实的话；要你承认没做过的事，可以请对方删掉那一句。',
    'For when the carrier asks for a statement or an undertaking. Sign only what is true; ask for any untrue admission to be struck out.',
  ),
  says: b(
    '你说明号码是怎么用的，并承诺今后不买卖、不出租、不出借电话卡，不打骚扰电话、不群发广告，情况变了会告诉运营商，配合正式渠道的核验。它是对今后的承诺；没有借过卡的，信里还写明不等于承认以前违规。',
    'You explain how the number is used and promise for the future: not to sell, rent out or lend phone cards, not to make nuisance calls or send unasked advertising, to report changes, and to help with checks in official channels. It binds you from now on. If you have not lent the card, it also says that it admits no earlier breach.',
  ),
  title: '关于移动电话号码使用的说明和承诺书',
  addressee: '{carrier}',
  paragraphs: [
    { id: 'who', text: `${PERSON}，就移动电话号码{mobile_number}的使用，作如下说明和承诺。` },
    { ...STORY, text: '情况说明：{what_happened}。' },
    { ...WORK, when: [] },
    {
      id: 'promise_lending',
      text: '一、今后不非法买卖、出租、出借电话卡，不为他人通过实名核验提供帮助。本人知道这是《反电信网络诈骗法》第三十一条第一款的要求。',
      cites: ['AF-31a'],
    },
    { id: 'promise_calls', text: '二、今后不用上述号码拨打骚扰电话，不向没有同意接收的人发送商业短信。' },
    { id: 'promise_change', text: '三、号码的使用人、用途或者本人的证件信息有变化时，及时告知贵公司并办理手续。' },
    { id: 'promise_help', text: '四、需要核实情况时，本人配合贵公司在官方渠道进行的核验。' },
    {
      id: 'no_admission',
      text: '本承诺书是对今后使用的承诺，不表示本人承认以前有违法或者违约的行为。',
      notAfterLending: true,
    },
  ],
  requestsLead: '请贵公司：',
  requests: [
    { text: '{request}', when: ['request'] },
    { text: '收到本承诺书后进行核查，符合条件的，恢复上述号码的服务，并把结果告知本人。', unless: ['request'] },
  ],
  enclosures: [{ text: '能说明号码用途的材料', when: ['work'] }],
  salute: true,
  signerRole: '承诺人',
};
