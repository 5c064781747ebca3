import type { DunningRule } from '../../src/domain/knowledge/help.ts';
import { b, CIVIL, CODE, CREDIT, law, practice, publicPage, recalled, SEEN } from '../sources.ts';

/** What is owed, to whom, and what a collector may not do. */
export const DUNNING: readonly DunningRule[] = [
  {
    dunningId: 'what_is_owed',
    kind: 'owed',
    title: b('欠的是什么', 'What is owed'),
    plain: b(
      '欠的话费，加上按天千分之三以内的违约金（很多套餐不收）。违约金不利滚利。具体数目向运营商要账单，不听催收报的数。',
      'The charges, plus at most 3‰ a day, without compounding; many plans charge none. Take the sum from the carrier’s bill, not from a collector.',
    ),
    laws: ['TR-34a', 'TR-33a', 'CC-585'],
    ...law(CODE, '第34条第1款'),
    unsure: b('“很多套餐不收”是记忆中的情况。', 'That many plans charge none is recalled.'),
  },
  {
    dunningId: 'to_whom',
    kind: 'owed',
    title: b('欠谁的', 'To whom'),
    plain: b(
      '话费欠运营商的；合约机分期欠出钱的银行或消费金融公司的。只往官方渠道还，不打进个人账户。',
      'Charges are owed to the carrier; instalments to the bank or finance company behind the phone. Pay only in official channels, never to a private account.',
    ),
    laws: ['CR-fin'],
    ...recalled('合同关系'),
  },
  {
    dunningId: 'not_yours',
    kind: 'owed',
    title: b('前机主的债不是你的', 'A former holder’s debt is not yours'),
    plain: b(
      '二次放号的号码收到催收，告诉对方你哪天入网，请它删除这个号码。',
      'On a recycled number tell the collector since when it is yours, and have it deleted.',
    ),
    laws: ['PI-44'],
    ...practice(SEEN),
  },
  {
    dunningId: 'may_add_fee',
    kind: 'may',
    title: b('可以收违约金、可以起诉', 'Late fees and suits are allowed'),
    plain: b(
      '运营商可以催、可以按约定加违约金、可以停机，最后可以起诉；一般三年内。',
      'A carrier may dun, add the agreed late fee, suspend, and in the end sue; as a rule within three years.',
    ),
    laws: ['TR-34a', 'TR-34c', 'CC-188'],
    ...law(CODE, '第34条'),
  },
  {
    dunningId: 'may_refuse_new',
    kind: 'may',
    title: b('可能暂时不给办新业务', 'New business may be refused'),
    plain: b(
      '欠着钱，同一家运营商可能不给你开新卡。还清后请它更新。',
      'While a debt stands, that carrier may open nothing new. Once paid, ask it to update.',
    ),
    laws: [],
    ...practice(SEEN),
  },
  {
    dunningId: 'no_threats',
    kind: 'may_not',
    title: b('不得骚扰、恐吓', 'No harassment, no threats'),
    plain: b(
      '没日没夜打电话、发短信、上门堵人，侵扰私人生活安宁，都不可以。',
      'Calls and messages day and night, waiting at the door, disturbing private peace: none of it is allowed.',
    ),
    laws: ['CC-1032', 'CC-1033'],
    ...recalled(CIVIL),
  },
  {
    dunningId: 'no_telling',
    kind: 'may_not',
    title: b('不得告诉不相干的人', 'No telling others'),
    plain: b(
      '把你的欠款、电话、身份证号告诉家人、同事、邻居，或者发到网上，侵犯隐私和个人信息。',
      'Telling family, colleagues or the internet about your debt, phone or ID breaches privacy.',
    ),
    laws: ['CC-1032', 'PI-44'],
    ...law(CIVIL, '第1032–1039条'),
  },
  {
    dunningId: 'no_retaliation',
    kind: 'may_not',
    title: b('不得因为你投诉就为难你', 'No revenge for complaining'),
    plain: b('运营商不得刁难、报复投诉的用户。', 'A carrier may not harass or punish complainers.'),
    laws: ['TR-40'],
    ...law(CODE, '第40条'),
  },
  {
    dunningId: 'no_silent_report',
    kind: 'may_not',
    title: b('不得不告诉就报征信', 'No credit report without notice'),
    plain: b(
      '报送不良信息前要先告诉你。没有告诉，可以提异议。',
      'Before reporting adverse information they must tell you; if not, object.',
    ),
    laws: ['CR-15', 'CR-25'],
    ...law(CREDIT, '第15条'),
  },
  {
    dunningId: 'disputed_extra',
    kind: 'may_not',
    title: b('有争议的增值费，不应当因此停机', 'No stop over a disputed extra charge'),
    plain: b(
      '基本费交了、也投诉了那笔增值费，就不应当因为它停机。',
      'With the basic fee paid and the extra charge disputed, it should not stop your number.',
    ),
    laws: ['SS-5'],
    ...practice('2006 年信息产业部细则的新闻报道'),
  },
  {
    dunningId: 'ask_who',
    kind: 'act',
    title: b('先问清是谁', 'Ask who it is'),
    plain: b(
      '请对方说公司名、工号、替谁催、欠哪一笔。说不清的，不谈钱。自己打运营商客服核对。',
      'Company, staff number, for whom, which debt. No clear answer, no talk of money; check with the carrier yourself.',
    ),
    laws: [],
    ...practice(SEEN),
  },
  {
    dunningId: 'keep_record',
    kind: 'act',
    title: b('记下来，可以投诉', 'Keep a record and complain'),
    plain: b(
      '时间、号码、原话，录音或截图。先向运营商投诉；骚扰电话报 12321；恐吓、上门报 110。',
      'Time, number, words; a recording or picture. Complain to the carrier; report nuisance calls to 12321; threats to 110.',
    ),
    laws: ['TR-40', 'CC-1033'],
    ...publicPage('12321 受理中心'),
  },
  {
    dunningId: 'cannot_pay',
    kind: 'act',
    title: b('一下子还不上', 'If you cannot pay at once'),
    plain: b(
      '主动打客服，问能不能分期、先停机保号，少滚违约金。不要借钱去做“征信修复”。',
      'Call the carrier, ask for instalments or a pause. Borrow nothing for "credit repair".',
    ),
    laws: ['CR-rep'],
    ...practice(SEEN),
    unsure: b('能不能分期，看各家运营商。', 'Whether instalments are granted depends on the carrier.'),
  },
];
