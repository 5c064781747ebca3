import type { Warning } from '../src/domain/knowledge/knowledge.ts';
import {
  APPEALS,
  b,
  CIVIL,
  CODE,
  FRAUD_LAW,
  law,
  PUNISHMENT,
  practice,
  publicPage,
  recalled,
  SEEN,
} from './sources.ts';

/** Claims that go round and are wrong or unsafe, beside those of the routes. */
export const TRAPS: readonly Warning[] = [
  {
    warningId: 'bank_papers',
    claim: b('恢复号码要交征信报告、银行流水', 'Restoring needs a credit report and bank statements'),
    truth: b(
      '正常不需要。只在运营商自己的渠道里，交它明确要求的材料；问清写在哪一份规定里。',
      'Normally not. Give only what the carrier asks in its own channel, and ask where the rule is written.',
    ),
    ...practice(SEEN),
  },
  {
    warningId: 'invented_article',
    claim: b('电信条例规定“不得随意标记”', 'The Regulations forbid "arbitrary marking"'),
    truth: b(
      '没有这样的原文。可以引用的是电信条例第四十条和反电信网络诈骗法第三十二条第三款。',
      'There is no such wording. Cite article 40 of the Regulations and article 32(3) of the Anti-Telecom-Fraud Law.',
    ),
    ...law(CODE, '第40条'),
  },
  {
    warningId: 'service_solves_all',
    claim: b('不管什么停机，找客服都能解决', 'Customer service solves every stop'),
    truth: b(
      '公安要求的、惩戒名单上的、别人手机上的标签，都不归客服。先分清是谁决定的。',
      'Police orders, the punishment list and labels are not theirs. First find out who decided.',
    ),
    ...law(FRAUD_LAW, '第31、32条'),
  },
  {
    warningId: 'thirty_sixty',
    claim: b('欠费三十天停机、六十天销号，每张卡都这样', 'Thirty days to a stop, sixty to the end, for every SIM'),
    truth: b(
      '手机的合同可以另外约定；六十天从停机那天算。看合同和账单，早点交。',
      'Mobile contracts may differ, and the sixty days run from the stop. Read contract and bill, and pay early.',
    ),
    ...law(CODE, '第34条第2、3款'),
  },
  {
    warningId: 'working_days',
    claim: b('运营商有十五个工作日答复', 'The carrier has fifteen working days'),
    truth: b(
      '是十五天，自然日。重庆另有规定（十五个工作日），河南五个工作日。',
      'Fifteen days, calendar ones. Chongqing has fifteen working days, Henan five.',
    ),
    ...law(APPEALS, '第10条'),
  },
  {
    warningId: 'two_days',
    claim: b('投诉后运营商两天内必须处理', 'The carrier must act within two days of a complaint'),
    truth: b(
      '两个工作日是申诉机构转给运营商的时间，不是处理完的时间。',
      'Two working days is the time to forward an accepted appeal, not to settle it.',
    ),
    ...recalled(APPEALS),
  },
  {
    warningId: 'ministry_first',
    claim: b('跨省的事直接找工信部', 'Across provinces go straight to the ministry'),
    truth: b(
      '先找运营商公司所在省的申诉受理机构，不看你住在哪里。',
      'First the body in the province of the carrier’s company, wherever you live.',
    ),
    ...law(APPEALS, '第9条'),
  },
  {
    warningId: 'hours_in_law',
    claim: b('反诈法规定 24 或 48 小时恢复', 'The fraud law gives 24 or 48 hours'),
    truth: b(
      '原文写的是“及时”核查、“即时”解除，没有写小时。信里引用原来的字，不要写小时。',
      'It says to check "in time" and lift "at once", no hours. Quote the words.',
    ),
    ...law(FRAUD_LAW, '第32条第3款'),
  },
  {
    warningId: 'invented_amendment',
    claim: b('反诈法 2025 年修订，要“三重交叉核验”', 'A 2025 amendment demands "triple verification"'),
    truth: b(
      '没有找到这样的修订；2026 年 6 月的现行法律目录里仍是 2022 年的文本。',
      'None was found; the list of laws of June 2026 shows the text of 2022.',
    ),
    ...publicPage('全国人大现行法律目录（2026年6月）'),
  },
  {
    warningId: 'look_alike',
    claim: b('网址里有 10086 就是官网', 'A site with 10086 in its name is official'),
    truth: b(
      '不一定。看结尾：10086.cn、10010.com、189.cn。自己输入，或用官方 App。',
      'Not so. Look at the end: 10086.cn, 10010.com, 189.cn. Type it yourself or use the app.',
    ),
    ...practice('媒体报道的真实诈骗'),
  },
  {
    warningId: 'slow_top_up',
    claim: b('折扣“慢充”能省钱还清欠费', 'Discount top-ups clear arrears cheaply'),
    truth: b(
      '钱可能是别人被骗的钱，号码会因此被冻结。只在官方渠道充值。',
      'It may be stolen money, and numbers were frozen for it. Top up officially.',
    ),
    ...practice('运营商公开提示'),
  },
  {
    warningId: 'top_up_first',
    claim: b('停了先充钱试试', 'Top up first and see'),
    truth: b(
      '先看余额。不是欠费，充多少都没有用；有人白充了三百元。',
      'Look at the balance first. Without arrears no sum helps; one person paid 300 yuan in vain.',
    ),
    ...practice(SEEN),
  },
  {
    warningId: 'conditional_text',
    claim: b('短信写“若未核验将停机”，说明还有时间', '"If not verified" means there is still time'),
    truth: b(
      '不一定：有人收到短信一分多钟就停了。马上从 App 里核验。',
      'Not so: one number was stopped about a minute later. Verify in the app at once.',
    ),
    ...practice('媒体报道'),
  },
  {
    warningId: 'always_five_years',
    claim: b('断卡惩戒一律五年', 'Punishment is always five years'),
    truth: b(
      '2024 年 12 月 1 日起是两年或三年，多次的合计不超过五年。看书面通知。',
      'Since 2024-12-01 two or three years, at most five together. See the written notice.',
    ),
    ...publicPage(PUNISHMENT),
  },
  {
    warningId: 'one_time_repair',
    claim: b('央行一次性修复，现在还能办', 'The central bank’s one-time repair is still open'),
    truth: b(
      '2026 年 3 月 31 日已经截止；它本来就自动、免费，不用找人办。',
      'It closed on 2026-03-31, and was automatic and free anyway.',
    ),
    ...publicPage('人民银行一次性信用修复政策（2025年12月22日）'),
  },
  {
    warningId: 'unmark_at_12321',
    claim: b('12321 能查、能清号码标记', '12321 looks up and clears labels'),
    truth: b(
      '它是举报中心。查和清标记，用码号服务推进组的网站和各个平台。',
      'It takes reports. For labels use the number service group’s site and each service.',
    ),
    ...publicPage('12321 受理中心'),
  },
  {
    warningId: 'prefix_tells',
    claim: b('看号段就知道是哪家运营商；手机号有校验码', 'The prefix tells the carrier; numbers have a check digit'),
    truth: b(
      '2019 年起可以携号转网，号段只能参考；手机号没有校验码。只有虚拟运营商的号段靠得住。',
      'Since 2019 numbers can be ported, so a prefix is a hint; there is no check digit. Only virtual carriers’ segments hold.',
    ),
    ...publicPage('携号转网服务管理规定与公开号段表'),
  },
  {
    warningId: 'admit_to_restore',
    claim: b('签个承认违规的协议就能复机', 'Sign that you broke the rules and it is restored'),
    truth: b(
      '承认没做过的事，以后会用来对付你。请对方划掉不实的句子，只签真话。',
      'An untrue admission may be used later. Have it struck out; sign only what is true.',
    ),
    ...practice(SEEN),
  },
  {
    warningId: 'photo_by_chat',
    claim: b('把手持身份证照片发给代办的人', 'Send a photo with your ID to somebody who handles it'),
    truth: b(
      '这会让别人冒用你的身份。只在运营商自己的页面里交。',
      'It lets others use your identity. Only on the carrier’s own page.',
    ),
    ...practice(SEEN),
  },
  {
    warningId: 'sue_and_win',
    claim: b('起诉一定能赢', 'Sue and you will win'),
    truth: b(
      '已知的几个案子，有结果的都输了。打官司放最后，先备齐证据，问问法律援助。',
      'In known cases with a result the user lost. Court comes last, with evidence and after legal aid.',
    ),
    ...practice('公开裁判和当事人自述'),
  },
  {
    warningId: 'blocked_everywhere',
    claim: b('停了一张卡，全国都不能再办卡', 'One stop and no SIM anywhere'),
    truth: b(
      '看原因。列入惩戒名单的才处处受限；别的停机，一般只影响这一家的号码。',
      'It depends. The punishment list limits you everywhere; other stops mostly concern one carrier.',
    ),
    ...practice('联合惩戒办法的公开解读'),
  },
  {
    warningId: 'old_numbers',
    claim: b('引用网络安全法第二十四、四十到四十三条', 'Cite Cybersecurity Law art. 24, 40 to 43'),
    truth: b(
      '2026 年起条文号加了二：现在是第二十六、四十二到四十五条。',
      'Since 2026 the numbers are two higher: 26, 42 to 45.',
    ),
    ...law('网络安全法（2025年10月28日修正）', '第26、42–45条'),
  },
  {
    warningId: 'contract_vague',
    claim: b('合同写了可以停，就没办法', 'The contract allows it, so nothing can be done'),
    truth: b(
      '格式条款没有提醒、说不清或不公平的，可以主张无效或作对你有利的解释。',
      'Standard terms that were not pointed out, are vague or unfair may be void or read in your favour.',
    ),
    ...law(CIVIL, '第496–498条'),
  },
];
