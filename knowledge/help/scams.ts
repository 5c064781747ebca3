import type { Scam } from '../../src/domain/knowledge/help.ts';
import { b, FRAUD_LAW, law, practice, publicPage, SEEN } from '../sources.ts';

const REPORTED = practice('公安机关反诈宣传与媒体报道');
const HANG_UP = b('挂断。自己拨运营商的客服号码问一遍', 'Hang up, and dial the carrier’s own line yourself');
const DO_NOTHING = b(
  '不点、不回、不付。已经给了资料或钱：打银行卡背面的电话，再报警',
  'Click, answer and pay nothing. If you gave data or money: call the number on your bank card, then the police',
);

/** Tricks that play on a stopped number. */
export const SCAMS: readonly Scam[] = [
  {
    scamId: 'verify_link',
    says: b('你的卡要停机，点链接二次实名', 'Your SIM will be stopped; verify by this link'),
    tell: b(
      '真的核验不问银行卡、密码、验证码，也不收钱；去营业厅永远可以代替点链接。链接短不短、有没有错字，都说明不了真假。',
      'A genuine check never asks for cards, passwords, codes or money, and a shop can always replace the link. A short link or a typo proves nothing.',
    ),
    act: b('不点链接，从运营商 App 里自己进去看', 'Leave the link; open the carrier’s app yourself'),
    ...publicPage('反诈中心公开提示（2021年）与媒体报道'),
  },
  {
    scamId: 'fake_administration',
    says: b(
      '自称通信管理局：你名下另一个号码发诈骗短信，两小时后停机，按 9 转人工',
      '"Communications administration": another number of yours spams and will be stopped, press 9',
    ),
    tell: b(
      '通信管理局不会打电话通知停机，更不会把电话转给“公安”办案、要你证明清白。',
      'The administration does not announce stops by phone, nor put you through to "the police" to clear your name.',
    ),
    act: HANG_UP,
    ...REPORTED,
  },
  {
    scamId: 'sim_swap_reply',
    says: b('请回复一串字母数字完成升级、取消业务', 'Reply with this code to upgrade or cancel'),
    tell: b(
      '可能是在换走你的卡：短信里没有链接，号码还是真的 10086，也一样会上当。突然没信号、又有银行短信，就是它。',
      'It may move your number to another card, without any link and even from the genuine 10086. Sudden loss of signal plus bank messages is the sign.',
    ),
    act: b(
      '不要回复。已经没信号：马上冻结银行和支付账户，再让运营商挂失',
      'Do not reply. If the signal is gone: freeze bank and payment accounts, then have the SIM reported lost',
    ),
    ...REPORTED,
  },
  {
    scamId: 'credit_threat',
    says: b('不处理就影响征信', 'It will ruin your credit'),
    tell: b(
      '运营商的停机本身不进征信。拿征信吓人、催你马上点或马上转，几乎都是骗子。',
      'A carrier’s stop by itself enters no credit record. Threats with credit, with haste, are nearly always fraud.',
    ),
    act: b('查自己的信用报告，免费；别的不用做', 'Look at your own report, free; nothing else'),
    ...publicPage('人民银行公开答复与真实诈骗短信'),
  },
  {
    scamId: 'credit_repair',
    says: b('征信修复、洗白、内部渠道，先付定金', 'Credit repair by inside channels, deposit first'),
    tell: b(
      '真实的记录谁也删不掉；异议和投诉都免费。付了钱，还把身份资料交给了骗子。',
      'Nobody can delete a true entry, and objections are free. You pay and give your papers away.',
    ),
    act: b('不付；要帮忙，找律师或 12348 法律援助', 'Pay nothing; for help a lawyer or legal aid, 12348'),
    ...publicPage('人民银行分支机构公开提示'),
  },
  {
    scamId: 'paid_unmark',
    says: b('代消号码标记，几十元包好', 'Labels removed for a few tens of yuan'),
    tell: b(
      '每个平台的申诉都免费。有人付过 26 元、49 元，只是替你填了一张免费的表。',
      'Every appeal is free. People paid 26 and 49 yuan for somebody to fill in a free form.',
    ),
    act: b('自己向平台申诉；已经付了的，可以投诉这个商家', 'Appeal yourself; if you paid, complain about the seller'),
    ...REPORTED,
  },
  {
    scamId: 'paid_unblock',
    says: b('内部人员代解封、代复机、代过人脸', 'An insider restores it or passes the check for you'),
    tell: b(
      '恢复从不收费；真人核验必须本人。替人过核验违法，最多罚二十万元。',
      'Restoring is free and the check personal. Passing it for somebody is against the law, up to 200,000 yuan.',
    ),
    act: b('不付、不交证件；被骗了就报警', 'Pay nothing, hand over no papers; if cheated, call the police'),
    ...law(FRAUD_LAW, '第31、44条'),
  },
  {
    scamId: 'slow_top_up',
    says: b('九折、八折“慢充”话费', 'Discount "slow" top-ups'),
    tell: b(
      '钱可能是别人被骗的钱，号码会因此被冻结。',
      'The money may be stolen from fraud victims, and the number gets frozen for it.',
    ),
    act: b('只在官方渠道充值；充过的，如实告诉客服', 'Top up officially; if you did it, tell the carrier honestly'),
    ...practice('运营商公开提示'),
  },
  {
    scamId: 'look_alike',
    says: b('网址里带 10086、10010 的“官网”', '"Official" sites with 10086 or 10010 in their names'),
    tell: b(
      '名字里带着不等于就是。官方的网址以 10086.cn、10010.com、189.cn 结尾。',
      'Having it in the name is not being it. Official addresses end in 10086.cn, 10010.com, 189.cn.',
    ),
    act: b('自己输入网址，或者从应用商店装官方 App', 'Type the address yourself, or install the official app'),
    ...REPORTED,
  },
  {
    scamId: 'remote_control',
    says: b('装这个软件、共享屏幕，帮你解封', 'Install this, share your screen, we unblock you'),
    tell: b(
      '客服不需要看你的屏幕。共享以后，验证码和密码都在别人眼前。',
      'No call centre needs your screen. Sharing shows them your codes.',
    ),
    act: DO_NOTHING,
    ...REPORTED,
  },
  {
    scamId: 'safe_account',
    says: b('转到“安全账户”才能证明清白', 'Move your money to a "safe account"'),
    tell: b(
      '没有安全账户。公安、运营商都不会叫你转账。',
      'There is no safe account. Neither police nor carrier asks for a transfer.',
    ),
    act: DO_NOTHING,
    ...REPORTED,
  },
  {
    scamId: 'id_by_chat',
    says: b('加微信，发一张手持身份证的照片', 'Add me and send a photo with your ID in hand'),
    tell: b(
      '这样的照片可以拿去冒用你的身份。证件只在运营商自己的页面里交。',
      'Such a photo lets others use your identity. Give papers only on the carrier’s own page.',
    ),
    act: b('不发。发过了：查名下的卡，改密码', 'Do not send it. If you did: look up your cards, change passwords'),
    ...practice(SEEN),
  },
  {
    scamId: 'relative_in_need',
    says: b('爸，我手机要停机了，给我转话费', 'Dad, my phone is about to be stopped, send money'),
    tell: b('老骗术。打一个电话给本人就知道。', 'An old trick. One call to the person tells.'),
    act: b('打原来的号码，或者问别的家人', 'Call the old number or ask the family'),
    ...REPORTED,
  },
];
