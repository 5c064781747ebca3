import type { Warning } from '../../src/domain/knowledge/knowledge.ts';
import { b, CREDIT, FRAUD_LAW, law, practice, publicPage, SEEN } from '../sources.ts';

export const WARNINGS: readonly Warning[] = [
  {
    warningId: 'paid_unblock',
    claim: b('付钱就能解封、复机', 'Pay and it is unblocked'),
    truth: b(
      '恢复号码从不收费。“内部渠道”是骗人的，代人核验还违法。',
      'Restoring a number is always free. "Inside channels" are fraud, and passing a check for somebody is against the law.',
    ),
    ...law(FRAUD_LAW, '第31条'),
  },
  {
    warningId: 'paid_unmark',
    claim: b('付钱清除号码标记', 'Pay and the label is removed'),
    truth: b(
      '每个平台的申诉都免费。付了钱，还泄露自己的资料。',
      'Every service’s appeal is free. Paying only gives your data away.',
    ),
    ...practice(SEEN),
  },
  {
    warningId: 'credit_repair',
    claim: b('征信修复、征信洗白', 'Credit repair'),
    truth: b('真实的记录谁也删不掉，异议和投诉都免费。', 'Nobody can delete a true entry; objections are free.'),
    ...law(CREDIT, '第16、25条'),
  },
  {
    warningId: 'credit_harm',
    claim: b('手机卡被标记会上征信', 'A flagged SIM ruins your credit'),
    truth: b(
      '运营商的标记本身不进征信；列入联合惩戒名单会进。拿征信吓人的短信多半是骗子。',
      'A carrier’s flag by itself does not enter a credit record; a joint-punishment listing does. Messages that threaten with credit are mostly fraud.',
    ),
    ...publicPage('人民银行公开答复（2019）与联合惩戒办法'),
  },
  {
    warningId: 'wrong_line',
    claim: b('打 12378 投诉运营商', 'Complain about a carrier to 12378'),
    truth: b(
      '12378 只管银行和保险。电信的事先找运营商，再找 12300。',
      '12378 is for banks and insurers. Telecom goes to the carrier, then to 12300.',
    ),
    ...publicPage('国家金融监督管理总局'),
  },
  {
    warningId: 'parallel',
    claim: b('几个部门一起投诉更快', 'Complain everywhere at once'),
    truth: b(
      '别的部门受理了，12300 可以不再受理。一个一个来。',
      'Once another body has taken it on, 12300 may refuse. One after another.',
    ),
    ...law('电信用户申诉处理办法', '第11条'),
  },
  {
    warningId: 'fast_regulator',
    claim: b('投诉工信部 48 小时必解决', 'The ministry solves it in 48 hours'),
    truth: b(
      '五个工作日决定受理，三十天内答复；它调解，不下令。',
      'Five working days to accept, thirty to answer; it mediates.',
    ),
    ...law('电信用户申诉处理办法', '第14、17条'),
  },
  {
    warningId: 'port_out',
    claim: b('转网或换张新卡就没事了', 'Port out or buy a new SIM'),
    truth: b(
      '停机的号码不能转网；欠费和惩戒跟着身份证走。',
      'A suspended number cannot be ported; debts and punishments follow the ID.',
    ),
    ...publicPage('携号转网服务管理规定'),
  },
  {
    warningId: 'give_codes',
    claim: b('要验证码、银行卡号、共享屏幕', 'They want codes, card numbers, your screen'),
    truth: b('真的核验不要这些，也从不要求转账。', 'A genuine check never wants these, nor any transfer.'),
    ...practice('公安机关反诈宣传'),
  },
  {
    warningId: 'collectors',
    claim: b('催收电话打到家人、同事那里', 'Collectors call family and colleagues'),
    truth: b(
      '欠的是运营商的话费就找运营商核对金额；催收不能恐吓、骚扰，也不能向不相干的人透露。记下时间和原话，可以投诉。',
      'Check the sum with the carrier. Collectors may not threaten, harass or tell strangers. Note times and words; you can complain.',
    ),
    ...practice('民法典关于隐私权和个人信息的规定'),
  },
];
