import type { Material } from '../../src/domain/knowledge/knowledge.ts';
import { b, law, practice, publicPage, recalled, SEEN } from '../sources.ts';

const RN = '电话用户真实身份信息登记规定（工业和信息化部令第25号）';

export const MATERIALS: readonly Material[] = [
  {
    materialId: 'id_card',
    name: b('本人身份证原件', 'Your original ID card'),
    why: b('证明你就是登记的机主', 'It shows that you are the registered holder'),
    instead: b(
      '丢了：先到派出所办临时身份证；有的厅也认户口簿，先打电话问',
      'Lost: the police issue a temporary one; some shops take the household book, call first',
    ),
    ...law(RN, '第7条'),
  },
  {
    materialId: 'passport',
    name: b('开户时用的护照原件', 'The passport used at registration'),
    why: b(
      '换了新护照，要带新旧两本证明是同一个人',
      'With a new passport bring the old one too, to show you are the same person',
    ),
    ...law(RN, '第7条'),
  },
  {
    materialId: 'sim',
    name: b('这张手机卡', 'The SIM card itself'),
    why: b('核对卡号；卡坏了、丢了，就当场补卡', 'Its number is checked; a dead or lost one is replaced on the spot'),
    ...practice(SEEN),
  },
  {
    materialId: 'notice',
    name: b('停机通知的短信或截图', 'The notice, as a message or picture'),
    why: b('上面有时间和说法，工作人员能查到是哪一类停机', 'Its time and wording show which kind of stop it is'),
    ...practice(SEEN),
  },
  {
    materialId: 'payment_proof',
    name: b('交费凭证', 'Proof of payment'),
    why: b('交清了没恢复，就靠它算时间', 'If service is not back, the time counts from it'),
    ...recalled('用于证明交清时间'),
  },
  {
    materialId: 'use_statement',
    name: b('号码用途说明', 'A statement of what you use the number for'),
    why: b('说明打电话多、发短信多是为什么', 'It explains many calls or messages'),
    ...practice(SEEN),
  },
  {
    materialId: 'work_proof',
    name: b('工作证明（工牌、合同、接单截图）', 'Proof of work (badge, contract, orders)'),
    why: b('快递、外卖、销售的通话量就有了解释', 'It explains the calls of a courier, a rider, a salesperson'),
    ...practice(SEEN),
  },
  {
    materialId: 'undertaking',
    name: b('承诺书', 'An undertaking'),
    why: b(
      '有的厅要签。只签真实的内容，没做过的事不要承认',
      'Some shops want one. Sign only what is true; admit nothing you did not do',
    ),
    ...practice(SEEN),
  },
  {
    materialId: 'holder_present',
    name: b('登记的机主本人到场', 'The registered holder in person'),
    why: b('刷脸、核验只能由机主本人做，谁也不能代', 'The check is personal; nobody may stand in'),
    ...law('反电信网络诈骗法', '第31条第1款'),
  },
  {
    materialId: 'mandate',
    name: b('委托书和双方身份证件', 'A mandate and both IDs'),
    why: b(
      '代办查询、交材料、投诉时用；不能代替机主核验',
      'For asking, filing and complaining on somebody’s behalf; never for the check itself',
    ),
    ...recalled('民法典关于委托代理的规定'),
  },
  {
    materialId: 'company_letter',
    name: b('单位介绍信、营业执照复印件（盖章）、经办人身份证', 'Company letter, sealed licence copy, the clerk’s ID'),
    why: b('单位的号码只能由单位来办', 'A company number is the company’s to restore'),
    ...practice(SEEN),
  },
  {
    materialId: 'guardian',
    name: b('户口簿或出生证明、监护人身份证', 'Household book or birth certificate, guardian’s ID'),
    why: b('证明你是孩子的监护人', 'It shows that you are the guardian'),
    ...practice(SEEN),
  },
  {
    materialId: 'death_certificate',
    name: b('死亡证明、亲属关系或继承证明、你的身份证', 'Death certificate, proof of kinship or inheritance, your ID'),
    why: b('先问运营商要不要公证，再去花钱', 'Ask the carrier whether a notary is needed before you pay one'),
    ...practice(SEEN),
  },
  {
    materialId: 'police_release',
    name: b('公安机关的解除证明', 'The police’s release document'),
    why: b('公安要求停的，运营商凭它才能恢复', 'What the police stopped, the carrier restores only with it'),
    ...practice(SEEN),
  },
  {
    materialId: 'name_change',
    name: b('派出所的变更证明', 'Police proof of the change'),
    why: b(
      '名字或身份证号改了，证明前后是同一个人',
      'It shows that the old and the new name or number are the same person',
    ),
    ...practice(SEEN),
  },
  {
    materialId: 'tenure_proof',
    name: b('入网凭证（开户日期）', 'Proof of when you got the number'),
    why: b('证明之前的标记、欠费是前机主的', 'It shows that earlier marks and debts were the former holder’s'),
    ...practice(SEEN),
  },
  {
    materialId: 'label_picture',
    name: b('别人手机上显示标签的截图', 'A picture of the label on somebody’s phone'),
    why: b('看得出是哪个平台标的', 'It shows which service set it'),
    ...practice(SEEN),
  },
  {
    materialId: 'credit_report',
    name: b('自己的信用报告', 'Your own credit report'),
    why: b('先看有没有记录，再决定怎么办', 'See first whether there is an entry at all'),
    ...law('征信业管理条例', '第17条'),
  },
  {
    materialId: 'temporary_id',
    name: b('临时身份证', 'A temporary ID card'),
    why: b(
      '身份证丢了，派出所先给你办这个；它也是有效证件',
      'When the card is lost the police issue this one; it is valid too',
    ),
    instead: b('有的厅也认户口簿，先打电话问', 'Some shops take the household book; call first'),
    ...law(RN, '第7条'),
  },
  {
    materialId: 'risk_statement',
    brought: 'signed_there',
    name: b('涉诈风险告知书（厅里给你签）', 'The statement on fraud risk, signed in the shop'),
    why: b(
      '核验时要签，表示你知道法律责任；签之前读一遍',
      'It is signed with the check and says that you know the legal liability; read it first',
    ),
    ...publicPage('关于依法清理整治涉诈电话卡等的通告（2021年6月）'),
  },
  {
    materialId: 'call_records',
    brought: 'sometimes',
    name: b('近三个月的通话记录（有时要）', 'Calls of the last three months, sometimes'),
    why: b(
      '看得出你打给谁、为什么打；先把别人的号码遮住几位',
      'They show whom you call and why; mask some digits of other people’s numbers',
    ),
    instead: b('可以免费向运营商要详单', 'The carrier gives an itemised bill for free'),
    ...practice(SEEN),
  },
];
