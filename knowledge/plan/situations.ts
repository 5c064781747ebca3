import type { Situation } from '../../src/domain/knowledge/knowledge.ts';
import { b, FRAUD_LAW, law, ours, practice, recalled, SEEN } from '../sources.ts';

/** Circumstances that change the way. The order is that of the question page. */
export const SITUATIONS: readonly Situation[] = [
  {
    situationId: 'urgent',
    label: b('今天就急着要用', 'I need it today'),
    note: b(
      '走线上核验最快；同时先做“今天怎么过”。',
      'The online check is fastest; meanwhile see how to get through today.',
    ),
    first: ['verify_online'],
    ...ours,
  },
  {
    situationId: 'other_holder',
    label: b('卡登记在别人名下', 'The card is in somebody else’s name'),
    note: b(
      '核验只能由登记的机主本人做。先请机主来办，或者先过户。',
      'Only the registered holder can pass the check: have them come, or transfer the number first.',
    ),
    materials: ['holder_present'],
    ...law(FRAUD_LAW, '第31条第1款'),
  },
  {
    situationId: 'helping',
    label: b('我在帮家里人办', 'I am helping a relative'),
    note: b(
      '可以替他打电话、交材料、投诉，不能替他刷脸。',
      'You may call, file and complain for them; never pass the check.',
    ),
    materials: ['mandate'],
    ...recalled('民法典关于委托代理的规定'),
  },
  {
    situationId: 'elderly',
    label: b('机主年纪大、行动不便', 'The holder is old or frail'),
    note: b('请客服登记特殊困难，问上门或视频核验。', 'Ask for a hardship ticket, a visit or a video check.'),
    first: ['video_check'],
    ...practice(SEEN),
  },
  {
    situationId: 'abroad',
    label: b('人在国外或外地', 'I am abroad or away'),
    note: b(
      '收不到短信就看 App 消息。请求视频核验，或先恢复收短信。',
      'If messages do not arrive look in the app; ask for a video check or incoming messages first.',
    ),
    first: ['video_check'],
    ...practice(SEEN),
  },
  {
    situationId: 'lost_id',
    label: b('身份证丢了', 'My ID card is lost'),
    note: b('先办临时身份证。', 'Get a temporary ID first.'),
    first: ['temporary_id'],
    instead: { id_card: 'temporary_id' },
    ...law('电话用户真实身份信息登记规定（工业和信息化部令第25号）', '第7条'),
  },
  {
    situationId: 'lost_sim',
    label: b('手机卡丢了或坏了', 'The SIM is lost or dead'),
    note: b('补卡和复机一起办，说明是死结。', 'Replace and restore together; say it is a deadlock.'),
    first: ['replace_sim'],
    ...practice(SEEN),
  },
  {
    situationId: 'foreigner',
    label: b('用护照开的卡', 'Registered with a passport'),
    note: b(
      '带开户时的护照；线上核验常常不支持护照，去营业厅。',
      'Bring the passport you registered with; online checks often do not take passports, so go to a shop.',
    ),
    first: ['verify_counter'],
    instead: { id_card: 'passport' },
    ...practice(SEEN),
  },
  {
    situationId: 'minor',
    label: b('孩子的号码', 'A child’s number'),
    note: b('监护人陪着一起办。', 'The guardian comes along.'),
    materials: ['guardian'],
    ...practice(SEEN),
  },
  {
    situationId: 'company',
    label: b('单位的号码', 'A company number'),
    note: b('由单位的经办人办，个人自助会失败。', 'The company’s clerk acts; self-service fails.'),
    first: ['unit_acts'],
    instead: { id_card: 'company_letter' },
    ...practice(SEEN),
  },
  {
    situationId: 'deceased',
    label: b('机主已经去世', 'The holder has died'),
    note: b(
      '先问运营商要哪些证明，再决定要不要公证。',
      'Ask the carrier which proofs it wants before you pay a notary.',
    ),
    instead: { id_card: 'death_certificate' },
    ...practice(SEEN),
  },
  {
    situationId: 'recycled',
    label: b('号码是新买的，以前别人用过', 'Somebody had this number before me'),
    note: b(
      '之前的标记和欠费不是你的，用入网日期证明。',
      'Earlier marks and debts are not yours; your opening date proves it.',
    ),
    first: ['prove_tenure'],
    materials: ['tenure_proof'],
    ...practice(SEEN),
  },
  {
    situationId: 'lent',
    label: b('这张卡借、租或卖给过别人', 'I lent, rented or sold this card'),
    note: b(
      '不要写“误判”。如实说明、收回卡、停止出借，先问免费的法律援助。',
      'Do not claim a mistake. Say how it was, take the card back, and ask free legal aid first.',
    ),
    first: ['stop_lending'],
    ...law(FRAUD_LAW, '第31、44条'),
  },
  {
    situationId: 'borrowed',
    label: b('这张卡是借来、租来的', 'I borrowed or rented this card'),
    note: b(
      '借卡、租卡都违法，核验也只能由登记的机主本人做。先停用、还给机主，用自己的证件另办一张；拿不准就问免费的法律援助。',
      'Borrowing or renting a card is against the law, and only its registered holder can pass the check. Stop using it, give it back, and open one in your own name; free legal aid can advise.',
    ),
    materials: ['holder_present'],
    ...law(FRAUD_LAW, '第31条第1款'),
  },
  {
    situationId: 'changed_name',
    label: b('改过名字或身份证号', 'My name or ID number changed'),
    note: b(
      '先让运营商把登记改过来，再核验。各家办法不同：有的要回归属地，有的可以视频办。',
      'Have the registration changed first, then verify. Carriers differ: some want the home city, some do it by video.',
    ),
    first: ['fix_registration'],
    materials: ['name_change'],
    ...practice(SEEN),
  },
];
