import type { LetterTemplate } from '../../src/domain/letters/letter.ts';
import { b } from '../sources.ts';
import {
  BACK_AFTER_PAYING,
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

export const REGULATOR_COMPLAINT: LetterTemplate = {
  kind: 'regulator_complaint',
  name: b('给主管部门的申诉书', 'Complaint to the regulator'),
  use: b(
    '先向运营商投诉过，不满意或者十五天没有答复，再用这一份。交给运营商公司所在省的申诉受理机构，不是你住的省。',
    'For after the carrier: when you are not satisfied, or got no answer in fifteen days. It goes to the province of the carrier’s company, not to the one you live in.',
  ),
  says: b(
    '你告诉申诉受理机构：哪天向运营商投诉过、工单号、它怎么答复、你要什么；请它让运营商书面说明并核查，在五个工作日内告诉你受不受理。它会转办和调解，不会直接下令复机。',
    'You tell the complaint body when you complained to the carrier, under which ticket, what it answered and what you want. You ask it to have the carrier explain in writing and check, and to tell you within five working days whether it takes the matter. It passes matters on and mediates; it does not order a number back on.',
  ),
  title: '电信用户申诉书',
  addressee: '{province}电信用户申诉受理机构',
  paragraphs: [
    {
      id: 'complainant',
      text: '申诉人：{name}；有效证件号码后四位：{id_tail}；地址：{address}；电话或者其他联系方式：{contact}；邮政编码：{postcode}。',
    },
    { id: 'respondent', text: '被申诉人：{carrier}；地址：{carrier_address}。' },
    { id: 'number', text: '涉及的移动电话号码：{mobile_number}。' },
    WHAT_IS_OFF,
    STORY,
    MESSAGE,
    {
      id: 'before',
      text: '申诉人已于{complained_on}向被申诉人投诉（工单号：{ticket}）。被申诉人的答复情况：{reply}。',
    },
    WORK,
    CLAIM,
    DUTY_TO_TELL,
    BACK_AFTER_PAYING,
    NO_STOP_WITHOUT_GROUND,
    {
      id: 'ground',
      text: '现依照《电信条例》第三十九条第一款和《电信用户申诉处理办法》第十条，提出申诉。',
      cites: ['TR-39', 'UA-10'],
    },
  ],
  requestsLead: '申诉请求：',
  requests: [
    { text: '{request}', when: ['request'] },
    { text: '请被申诉人书面说明作出限制的原因、依据和解除的条件。' },
    {
      text: '请被申诉人核查后恢复上述号码的服务，并书面答复申诉人。',
      unless: ['request'],
      notAfterLending: true,
    },
    {
      text: '请依照《电信用户申诉处理办法》第十四条，在五个工作日内告知是否受理；不受理的，请说明理由。',
      cites: ['UA-14'],
    },
  ],
  enclosures: [{ text: '向被申诉人投诉的记录（工单、短信、聊天截图或者通话记录）' }, MESSAGE_PICTURE],
  salute: true,
  signerRole: '申诉人',
};

export const CREDIT_OBJECTION: LetterTemplate = {
  kind: 'credit_objection',
  name: b('征信异议申请', 'Objection to a credit entry'),
  use: b(
    '只在信用报告上真有一条记录、而且记错了的时候用，免费。记录属实的谁也删不掉，花钱“修复”是骗局。',
    'Only for an entry that is in your report and wrong. It is free. Nobody can delete a true entry: paid “repair” is a scam.',
  ),
  says: b(
    '你指出信用报告里哪一条记错了、为什么，请征信中心先标注有异议，再核查；确有错误就更正，并在二十天内书面答复。',
    'You name the entry in your credit report that is wrong, and why. You ask the credit centre to mark it as disputed, to check it, to correct it if it is wrong, and to answer in writing within twenty days.',
  ),
  title: '个人信用信息异议申请书',
  addressee: '中国人民银行征信中心',
  paragraphs: [
    { id: 'who', text: `${PERSON}，对本人信用报告中的下列信息提出异议。` },
    { id: 'entry', text: '有异议的信息：{credit_entry}。' },
    { ...STORY, text: '异议的理由：{what_happened}。' },
    {
      id: 'business',
      text: '该信息涉及的业务：{carrier}，移动电话号码{mobile_number}。',
      when: ['carrier', 'mobile_number'],
    },
    {
      id: 'ground',
      text: '依照《征信业管理条例》第二十五条，信息主体认为信息存在错误、遗漏的，可以提出异议；收到异议后应当标注、核查和处理，并在二十日内书面答复异议人。',
      cites: ['CR-25'],
    },
  ],
  requestsLead: '请求：',
  requests: [
    { text: '{request}', when: ['request'] },
    { text: '对上述信息作出存在异议的标注。' },
    { text: '核查上述信息，确有错误、遗漏的，予以更正。' },
    { text: '在二十日内把核查和处理的结果书面答复本人。' },
  ],
  enclosures: [
    { text: '信用报告（标出有异议的信息）' },
    { text: '身份证件复印件（复印件上写明用途和日期）' },
    { text: '能证明异议理由的材料' },
  ],
  salute: true,
  signerRole: '申请人',
};

export const LABEL_APPEAL: LetterTemplate = {
  kind: 'label_appeal',
  name: b('号码标记申诉', 'Appeal against a caller label'),
  use: b(
    '别人手机上把你的号码显示成骚扰、推销等时用。标记在哪家服务就交给哪家，一家一份，都不收费。',
    'For when other people’s phones show your number as spam. One for each label service, always free.',
  ),
  says: b(
    '你告诉标记服务：号码是你在用、被标成了什么、从哪天起是你的；请它核查来源，不符合就取消，并把结果和理由告诉你。',
    'You tell the label service that you use the number, what it is shown as and since when it is yours. You ask it to check where the label comes from, to remove it if it does not fit, and to tell you the result with reasons.',
  ),
  title: '关于核查并取消号码标记的申请',
  addressee: '{label_service}',
  paragraphs: [
    { id: 'who', text: `${PERSON}，就移动电话号码{mobile_number}在来电显示中被标记一事，提出申请。` },
    { id: 'label', text: '标记的内容：“{label_text}”。' },
    { id: 'since', text: '该标记自{since}起出现。', when: ['since'] },
    {
      id: 'opened',
      text: '上述号码由本人自{opened_on}起使用。请核对该标记是否形成于这一天以前。',
      when: ['opened_on'],
    },
    WORK,
    { ...STORY, text: '其他情况：{what_happened}。', when: ['what_happened'] },
    { ...CLAIM, text: '本人认为，该标记与上述号码的实际使用情况不符，请核查。' },
    {
      id: 'ground',
      text: '依照《个人信息保护法》第四十四条至第五十条，个人有权查阅、复制、更正、删除自己的个人信息，并要求说明处理规则；拒绝个人请求的，应当说明理由。',
      cites: ['PI-44'],
    },
  ],
  requestsLead: '请贵方：',
  requests: [
    { text: '{request}', when: ['request'] },
    { text: '核查上述标记的来源和依据。' },
    { text: '标记与实际情况不符的，予以取消，并同步到使用该数据的手机和软件。' },
    { text: '把处理结果告知本人；不予取消的，请说明理由。' },
  ],
  enclosures: [{ text: '号码由本人使用的证明（账单或者开户记录）' }, { text: '来电标记的截图' }],
  salute: true,
  signerRole: '申请人',
};
