import type { Step } from '../../src/domain/knowledge/knowledge.ts';
import { APPEALS, b, CODE, CREDIT, FRAUD_LAW, law, practice, publicPage, recalled, SEEN } from '../sources.ts';
import { SCAM_STEPS, TODAY_STEPS } from './first-steps.ts';

const ASK = b(
  '请告诉我：是哪一类停机、哪天停的、谁决定的、怎样恢复、去哪里办、要带什么、多久恢复。请给我工单号。',
  'Please tell me: what kind of stop is it, since when, who decided, how is it lifted, where, with which papers, how long? Please give me a ticket number.',
);
const REASONS = b(
  '请依据《反电信网络诈骗法》第三十二条，告知处置原因、救济渠道和需要提交的材料，并书面答复。',
  'Under article 32 of the Anti-Telecom-Fraud Law, please tell me in writing the reason, the way to appeal and the papers needed.',
);

export const STEPS: readonly Step[] = [
  ...TODAY_STEPS,
  ...SCAM_STEPS,
  {
    stepId: 'check_balance',
    title: b('连上 Wi-Fi，在运营商 App 里看余额', 'Look at the balance in the carrier’s app over Wi-Fi'),
    why: b(
      '有余额还停着，就不是欠费，充值没有用。',
      'Money on the account and still no service: it is not arrears, and topping up will not help.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'pay_officially',
    title: b('只在官方渠道交清', 'Pay in full, in official channels only'),
    why: b(
      '话费加违约金都交清才算。低价“慢充”的钱可能来路不正，号码会再被停。',
      'Fees and late fees both count. Discount top-ups may be stolen money and get the number stopped again.',
    ),
    laws: ['TR-34e'],
    ...law(CODE, '第34条第4款'),
  },
  {
    stepId: 'wait_48h',
    title: b('交清后等恢复，最长 48 小时', 'After paying, at most 48 hours'),
    why: b(
      '一般几分钟就好。留好凭证；过了时间没恢复，就按这一条投诉。',
      'Usually minutes. Keep the proof; if it takes longer, complain under this article.',
    ),
    laws: ['TR-34e', 'SS-1'],
    ...law(CODE, '第34条第4款'),
  },
  {
    stepId: 'ask_reason',
    title: b('打客服，问清五件事', 'Call the carrier and ask five things'),
    why: b(
      '谁决定的，决定了你该找谁。记下工号、时间和工单号。',
      'Who decided tells you whom to turn to. Note the agent, the time and the ticket number.',
    ),
    say: ASK,
    channels: ['china-mobile', 'china-unicom', 'china-telecom', 'china-broadnet', 'virtual-carrier'],
    laws: ['AF-32c'],
    ...law(FRAUD_LAW, '第32条第3款'),
  },
  {
    stepId: 'demand_reasons',
    title: b('不说原因，就书面要', 'No reasons? Demand them in writing'),
    why: b(
      '按反诈法停的，对方必须告诉你原因、渠道和材料。这句话最有用。',
      'Under the fraud law they owe you reason, channel and papers. This sentence works best.',
    ),
    say: REASONS,
    laws: ['AF-32c'],
    ...law(FRAUD_LAW, '第32条第3款'),
  },
  {
    stepId: 'verify_online',
    title: b('先试线上核验', 'Try the online check first'),
    why: b(
      '最快的一条路：在运营商自己的 App、公众号里刷脸，几分钟到两小时。从 App 里进，不点短信里的陌生链接。',
      'The fastest way: the check in the carrier’s own app, minutes to two hours. Open the app yourself; follow no strange link.',
    ),
    laws: ['AF-11', 'SV-2'],
    ...practice(SEEN),
  },
  {
    stepId: 'verify_counter',
    title: b('线上不行，去营业厅', 'If that fails, go to a shop'),
    why: b(
      '去之前打电话问：哪个厅有权办、要带什么、能不能异地办。',
      'Call first: which shop may do it, what to bring, whether it works away from home.',
    ),
    channels: ['counter'],
    ...practice(SEEN),
  },
  {
    stepId: 'explain_use',
    title: b('写一份号码用途说明', 'Write down what you use the number for'),
    why: b(
      '打得多、发得多，要有一个说得通的理由：送快递、跑外卖、联系客户。',
      'Many calls need a reason: deliveries, rides, customers.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'sign_only_truth',
    title: b('承诺书只签真话', 'Sign only what is true'),
    why: b(
      '承认没做过的事，以后会用来对付你。请对方划掉不实的句子再签。',
      'An admission may be used later. Have untrue sentences struck out first.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'fix_registration',
    title: b('更新实名信息', 'Bring your registration up to date'),
    why: b(
      '证件过期、名字改了、照片不清楚，先在 App 里补；补不了去营业厅。',
      'Expired papers, a changed name, a blurred photo: in the app, else in a shop.',
    ),
    laws: ['RN-7'],
    channels: ['counter'],
    ...practice(SEEN),
  },
  {
    stepId: 'check_cards',
    title: b('查一查名下有几张卡', 'See how many cards are under your ID'),
    why: b(
      '有不是你办的，当场否认；超过五张的，选要留的。',
      'Deny those that are not yours; of more than five choose which to keep.',
    ),
    channels: ['one-card'],
    ...publicPage('一证通查'),
  },
  {
    stepId: 'ask_release_date',
    title: b('问清多久会收回号码', 'Ask when the number would be taken back'),
    why: b(
      '长期不用停的，过一段时间会销号。先保住号码，再说别的。',
      'An unused number may be closed after a while. Save it first.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'ask_orderer',
    title: b('书面问清：哪个公安机关、哪一天、什么文号', 'Ask in writing which police unit, which day, which document'),
    why: b(
      '公安要求停的，运营商自己不能恢复。知道是谁，才找得对人。',
      'The carrier cannot undo a police order. Only with the unit’s name can you turn to the right people.',
    ),
    say: b(
      '请书面告知要求停机的单位名称、日期、文号和联系电话。',
      'Please tell me in writing which unit ordered it, when, under which document, and how to reach it.',
    ),
    channels: ['anti-fraud'],
    laws: ['AF-32c'],
    ...law(FRAUD_LAW, '第32条第3款'),
  },
  {
    stepId: 'go_to_police',
    title: b('去那个公安机关说明', 'Go to that police unit and explain'),
    why: b(
      '带身份证、买卡记录、通话和工作的证明。核实后请他们出解除证明。',
      'Bring ID, how you got the card, proof of calls and work. Ask for a release document.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'appeal_police',
    title: b('不服，可以申诉、复议或起诉', 'You may appeal, ask for reconsideration, or sue'),
    why: b(
      '向作出决定的公安机关申诉；对处罚和强制措施，可以复议或起诉。免费问问法律援助。',
      'Appeal to the police who decided; against penalties ask for reconsideration or sue. Legal aid is free.',
    ),
    laws: ['AF-48', 'JP-12'],
    channels: ['legal-aid'],
    ...law(FRAUD_LAW, '第48条'),
  },
  {
    stepId: 'complain_carrier',
    title: b('向运营商正式投诉，要工单号', 'Complain formally to the carrier, with a ticket number'),
    why: b(
      '十五天的答复时间从这一天算。以后要申诉，也要先有这一步。',
      'The fifteen days count from here, and no later step works without this one.',
    ),
    say: b(
      '我要投诉，请登记并给我工单号，十五天内书面答复。',
      'I want to complain. Please register it, give me the ticket number, and answer in writing within fifteen days.',
    ),
    channels: ['mobile-upgrade', 'unicom-upgrade'],
    laws: ['UA-10'],
    ...law(APPEALS, '第10条'),
  },
  {
    stepId: 'appeal_regulator',
    title: b('十五天没答复或不满意，向 12300 申诉', 'After fifteen days or a bad answer: the appeal centre'),
    why: b(
      '书面写：你是谁、号码、向谁投诉过、哪天、工单号、要求什么。五个工作日决定受理，三十天内答复。它调解，不能下令恢复。',
      'In writing: who you are, the number, when you complained and the ticket, what you want. Five working days to accept, thirty to answer. It mediates; it cannot order.',
    ),
    channels: ['appeal-centre'],
    laws: ['TR-39', 'UA-9', 'UA-10', 'UA-11', 'UA-14'],
    ...law(APPEALS, '第10、12、14条'),
  },
  {
    stepId: 'ask_refund',
    title: b('要求退还停机期间的费用', 'Ask for the fees charged while it was stopped'),
    why: b(
      '停着还扣月租，可以要求退。有别的损失，要自己拿出证据。',
      'Fees charged during the stop can be claimed back. Other losses you must prove.',
    ),
    laws: ['TR-40', 'AF-46'],
    ...law(CODE, '第40条'),
  },
  {
    stepId: 'go_to_court',
    title: b('最后才是打官司', 'Court comes last'),
    why: b(
      '已经知道的几个案子，用户多半没有赢。先问法律援助，再决定。',
      'In the cases we know the user mostly lost. Ask legal aid before you decide.',
    ),
    channels: ['legal-aid'],
    ...practice('公开裁判文书和当事人自述'),
  },
  {
    stepId: 'settle_contract',
    title: b('结清合约或违约金，要一份书面确认', 'Settle the contract and get it confirmed in writing'),
    why: b('结清以后请对方把你从内部名单里去掉。', 'Once settled, ask to be taken off their own list.'),
    ...recalled('运营商内部信用管理'),
  },
  {
    stepId: 'check_report',
    title: b('查自己的信用报告', 'Look at your own credit report'),
    why: b(
      '每年免费两次。没有记录就不用做什么；有错才提异议。',
      'Twice a year for free. No entry, nothing to do; only a wrong one is worth an objection.',
    ),
    channels: ['credit-centre'],
    laws: ['CR-17'],
    ...law(CREDIT, '第17条'),
  },
  {
    stepId: 'object_entry',
    title: b('记录有错，提异议', 'A wrong entry: object'),
    why: b(
      '向征信中心或报送的机构提，20 天内书面答复，不收费。',
      'To the credit centre or whoever reported it; a written answer in 20 days, free.',
    ),
    laws: ['CR-25'],
    channels: ['credit-centre'],
    ...law(CREDIT, '第25条'),
  },
  {
    stepId: 'true_entry',
    title: b('记录是真的，还清后等五年', 'A true entry goes five years after it is settled'),
    why: b(
      '真实的记录谁也删不掉。“征信修复”是骗人的。可以附一段说明。',
      'Nobody can delete a true entry; "credit repair" is a fraud. You may add a statement.',
    ),
    laws: ['CR-16'],
    ...law(CREDIT, '第16条'),
  },
  {
    stepId: 'find_label',
    title: b('看清是哪个平台标的', 'Find out which service set the label'),
    why: b(
      '请别人把来电显示截图发给你。手机自带的和 App 里的，来源可能不同。',
      'Have somebody send you a picture. The phone’s own label and an app’s may come from different services.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'appeal_label',
    title: b('向每个平台分别申请取消，都不收费', 'Ask each service to remove it, always free'),
    why: b(
      '运营商不设标签，找它没有用。一般 1–5 个工作日，同步到手机还要几天。',
      'Carriers set no labels. Usually 1–5 working days, and some more until phones show it.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'prove_tenure',
    title: b('拿入网凭证，证明之前不是你', 'Prove when the number became yours'),
    why: b(
      '二次放号的号码带着前机主的标记和欠费。开户日期一对，就不该算在你头上。',
      'A recycled number carries the former holder’s marks. Your opening date shows they are not yours.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'stop_lending',
    title: b('先把卡收回来，停止出借', 'Take the card back and stop lending it'),
    why: b(
      '出租、出借电话卡违法。如实说明，不要再写“误判”。先问免费的法律援助。',
      'Lending a card is against the law. Say how it was; do not claim a mistake. Ask free legal aid first.',
    ),
    channels: ['legal-aid'],
    laws: ['AF-31'],
    ...law(FRAUD_LAW, '第31条'),
  },
  {
    stepId: 'unit_acts',
    title: b('请单位的经办人来办', 'Have the company’s clerk act'),
    why: b(
      '单位的号码、物联网卡，个人自己办不了。',
      'A company or device number cannot be restored by a person alone.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'video_check',
    title: b('问能不能视频核验，或者先恢复收短信', 'Ask for a video check, or at least incoming messages'),
    why: b(
      '人在外地、国外，或行动不便，属于特殊困难，请客服登记专门工单。',
      'Being away, abroad or frail is a hardship; ask for a special ticket.',
    ),
    say: b(
      '我本人到不了营业厅，请登记特殊困难工单，安排视频核验。',
      'I cannot come to a shop. Please register a hardship ticket and arrange a video check.',
    ),
    ...practice(SEEN),
  },
  {
    stepId: 'temporary_id',
    title: b('先到派出所办临时身份证', 'Get a temporary ID card from the police'),
    why: b('核验要证件原件；临时身份证也是有效证件。', 'The check needs an original; the temporary card is valid too.'),
    laws: ['RN-7'],
    ...law('电话用户真实身份信息登记规定（工业和信息化部令第25号）', '第7条'),
  },
  {
    stepId: 'replace_sim',
    title: b('请营业厅先登记补卡，再一起办复机', 'Have the SIM replaced together with the restoring'),
    why: b(
      '补卡要能用的号码，复机又要卡，容易卡在中间。说明这是死结，请登记特殊工单。',
      'Replacing wants a live number, restoring wants the SIM. Say it is a deadlock and ask for a special ticket.',
    ),
    channels: ['counter'],
    ...practice(SEEN),
  },
];
