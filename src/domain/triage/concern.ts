import type { Cue } from './cues.ts';
import { isLecture } from './genuineness.ts';
import type { Signals } from './signals.ts';
import { count, has } from './signals.ts';

/**
 * What a text is about, as far as the reader's own number goes:
 * a restriction or its threat, money owed, registration, a label, porting, a number known elsewhere, the person's own account,
 * or nothing of the kind.
 */
export type Concern =
  | 'account_of_person'
  | 'restriction'
  | 'dunning'
  | 'registration'
  | 'conduct'
  | 'label'
  | 'porting'
  | 'number_elsewhere'
  | 'police'
  | 'own_request'
  | 'none';

const BODIES: readonly string[] = ['carrier', 'virtual_carrier', 'regulator', 'label_service'];
const PHONE_WORDS = /过户|机主|号码|手机|电话|sim|入网|通信|停机|话费|呼出|移动|联通|电信/;
/** How people speak of their phone. */
const ABOUT_PHONE = /手机|电话|sim|信号|停机|话费|短信|营业厅|移动|联通|电信|流量|[号卡]/;
const NAMED: readonly Cue[] = ['arrears', 'credit', 'violation', 'suspicion', 'identity', 'silent', 'ordered'];
/** Longer than anybody describes a trouble in one breath. */
const BREATH = 120;

export function concernOf(signals: Signals): Concern {
  const { text, speaker } = signals;
  const byBody = BODIES.includes(speaker.kind);
  const addressed = has(signals, 'own', 'customer') || byBody;
  const cut = has(signals, 'stop', 'out', 'in', 'sms', 'data', 'roam');

  if (has(signals, 'one_card_check', 'complaint_body', 'survey')) return 'none';
  if (isOwnAccount(signals, cut)) return isLabel(signals, false) ? 'label' : 'account_of_person';
  if (
    isLecture(signals) &&
    !(has(signals, 'own') && cut && (count(signals, 'lecture') < 2 || has(signals, 'violation')))
  )
    return 'none';
  if (isLabel(signals, byBody)) return 'label';
  if (has(signals, 'kin') && !byBody && !has(signals, 'customer', 'asks_help')) return 'none';
  if (has(signals, 'upkeep') && !has(signals, 'own')) return 'none';
  if (has(signals, 'code') && !cut && !has(signals, 'violation', 'label')) return 'none';
  if (has(signals, 'phone_on_file') && has(signals, 'stop', 'closed', 'identity', 'hint_identity'))
    return 'number_elsewhere';
  if (has(signals, 'recycled') && !speaksToReader(text) && !has(signals, 'promo')) return 'number_elsewhere';
  if (has(signals, 'newbiz') && addressed && has(signals, ...NAMED)) return 'restriction';
  if (has(signals, 'porting'))
    return /不支持|无法|不能|影响|不符|原因|未达|未通过|失败|不满足|未满|不足|尚未|暂不|欠/.test(text)
      ? 'porting'
      : 'none';
  if (has(signals, 'other_account') && !byBody && !has(signals, 'own')) return 'none';
  if (/有线电视|数字电视|机顶盒|收看/.test(text) && !/号码|手机|通话/.test(text)) return 'none';
  if (speaker.kind === 'company' && !PHONE_WORDS.test(text)) return 'none';
  if (speaker.kind === 'bank' || (speaker.kind === 'company' && !has(signals, 'own'))) return 'none';
  if (isRequested(signals)) return 'own_request';
  if (speaker.kind === 'police' && has(signals, 'own', 'about_you', 'vpn') && !cut && /电话|手机|号码|vpn/.test(text))
    return has(signals, 'about_you', 'vpn', 'violation', 'suspicion', 'hint_suspicion') ? 'police' : 'none';
  if (ADD_ON.test(text) && !WHOLE_LINE.test(text)) return 'none';
  if (isDunning(signals, addressed)) return 'dunning';
  if (cut && addressed && !isTalkAboutUsage(signals)) return 'restriction';
  if (has(signals, 'closed') && has(signals, 'own', 'silent')) return 'restriction';
  if (has(signals, 'silent') && has(signals, 'own', 'unless')) return 'restriction';
  if (isRegistration(signals, addressed)) return 'registration';
  if (has(signals, 'resume') && (byBody || has(signals, 'own')) && !has(signals, 'promo')) return 'restriction';
  if (has(signals, 'back') && has(signals, 'own') && /号码|通信|通话|呼|接听|停机|手机/.test(text))
    return 'restriction';
  if (has(signals, 'violation', 'suspicion') && has(signals, 'own') && !has(signals, 'usage')) return 'conduct';
  if (
    has(signals, 'violation') &&
    byBody &&
    has(signals, 'unless', 'customer') &&
    /终止服务|解除合同|处置|移交|限制/.test(text)
  )
    return 'conduct';
  if (
    has(signals, 'credit') &&
    (has(signals, 'own') || (byBody && count(signals, 'promo') < 2 && !has(signals, 'usage')))
  )
    return 'dunning';
  return 'none';
}

const OWN_LABEL =
  /我.{0,4}(?:号|电话|手机|打)|打出去|打过去|打给|客户|朋友说|别人|对方|同事说|自己|新号|号码.{0,6}(?:被|显示|标)|取消|申诉|怎么|去掉|纠错|\bmy\b|when i call/;

/** A label on the reader's number; a strange call that showed one is no business of theirs. */
function isLabel(signals: Signals, byBody: boolean): boolean {
  const { text } = signals;
  if (!has(signals, 'label') || !/号|电话|来电|打过去|打出去|骚扰|诈骗|推销|number|spam|scam/.test(text)) return false;
  if (byBody && signals.speaker.kind !== 'label_service') return /标记|标注|标签|标为|误标|来电|labell?ed/.test(text);
  return byBody || has(signals, 'own', 'mine') || OWN_LABEL.test(text);
}

/** Services on top of a line: when one ends, the line goes on. */
const ADD_ON =
  /来电显示|彩铃|彩印|来电提醒|来电名片|呼叫转移|手机报|亲情网|炫铃|咪咕|会员|尊享权益|加油包|流量包|语音包/;
const WHOLE_LINE = /停机|关停|号码(?:已|将|被|因)|主叫|呼出|欠费|全部|余额|话费|实名|复机/;
/** Words of notices, which nobody uses of a trouble of their own. */
const FORMAL = /我司|我公司|本公司|用户|敬请|如需|有权|特此|予以/;
/** Somebody else's phone. */
const OTHERS = /[他她](?:的|那)?(?:手机|电话|号|卡)/;
/** Why a phone is silent for an hour. */
const PASSING = /地铁|电梯|隧道|山里|高铁上|飞机上|没电|关机了|静音|开会|subway/;

/** Somebody tells or asks about a phone of their own, in everyday words. */
function isOwnAccount(signals: Signals, cut: boolean): boolean {
  const { text } = signals;
  if (text.length > 4 * BREATH || has(signals, 'own_request', 'kin_money', 'upkeep') || text.includes('【'))
    return false;
  if (/(?:刚才|那个|这个|有个|有人|老是有|总有).{0,3}(?:电话|号码)/.test(text) && !has(signals, 'mine')) return false;
  if (speaksToReader(text) || (has(signals, 'lecture') && !has(signals, 'asks_help'))) return false;
  const asks = has(signals, 'asks_help');
  if (!asks && (speaksToSomebody(text) || PASSING.test(text))) return false;
  if (!has(signals, 'mine') && (FORMAL.test(text) || OTHERS.test(text))) return false;
  const wrong =
    cut ||
    isLabel(signals, false) ||
    has(signals, 'trouble', 'closed', 'silent', 'violation', 'suspicion', 'arrears', 'identity');
  const told = has(signals, 'told_by_office');
  const meeting = /\b(?:call|text|see) (?:me|you)\b/.test(text);
  if (has(signals, 'mine') && (wrong || has(signals, 'ordered')) && !meeting)
    return asks || told || !addressesKin(signals);
  if (told && wrong && !speaksToSomebody(text) && ABOUT_PHONE.test(text)) return true;
  const why = has(signals, ...NAMED);
  if ((has(signals, 'kin') && !why) || addressesKin(signals)) return false;
  if (has(signals, 'lecture') || speaksToSomebody(text) || text.length > BREATH) return false;
  if (
    (asks || has(signals, 'trouble')) &&
    has(signals, 'identity', 'suspicion', 'ordered', 'violation', 'silent', 'arrears') &&
    ABOUT_PHONE.test(text)
  )
    return true;
  if (has(signals, 'other_account') && !/手机|电话|sim|号码|短信|通话/.test(text)) return false;
  if (cut && text.length < BREATH / 2 && !has(signals, 'own')) return true;
  return (
    (cut || has(signals, 'trouble') || isLabel(signals, false)) && has(signals, 'first_person', 'asks_help', 'trouble')
  );
}

/** A word to somebody of the family or at work, or the news of a new number. */
function addressesKin({ hits, text }: Signals): boolean {
  return (
    hits.some(({ cue, start }) => cue === 'kin' && start <= 2) ||
    /我的?新(?:手机)?号|换新?号|惠存|存一下|变更为|记下来/.test(text)
  );
}

const QUOTED = /[“"「][^”"」]*[”"」]/g;

/** Notices say "you"; so does a greeting, which says nothing. */
function speaksToReader(text: string): boolean {
  const said = text.replaceAll(QUOTED, '').replaceAll('您好', '');
  return said.includes('您') || text.includes('尊敬的') || /\byour\b|^dear /.test(text);
}

/** A private word to somebody about their phone. */
function speaksToSomebody(text: string): boolean {
  return (
    text.replaceAll('你好', '').replaceAll('你们', '').includes('你') || /\b(?:call|text|see) (?:me|you)\b/.test(text)
  );
}

/** The subscriber asked for it; nobody marked the number. */
function isRequested(signals: Signals): boolean {
  return (
    has(signals, 'own_request', 'done') &&
    !has(signals, 'violation', 'suspicion', 'ordered', 'asks_help') &&
    !/未通过|失败|驳回/.test(signals.text)
  );
}

/** Money is owed or about to be. A sum of nothing, and a balance that lasts, are no dunning. */
function isDunning(signals: Signals, addressed: boolean): boolean {
  const { owed, balance, text } = signals;
  const short = /不足|只剩|不到|少于|还剩|仅剩|低于|用完|扣款失败|代扣失败/.test(text);
  if (/时自动(?:充值|缴费)|自动(?:充值|缴费)(?:业务|服务|功能)?(?:已|成功)/.test(text) && owed.length === 0)
    return false;
  if (!addressed || !(has(signals, 'arrears') || (short && has(signals, 'top_up') && has(signals, 'usage'))))
    return false;
  if (owed.length > 0) return owed.some((sum) => sum > 0);
  if (balance.some((sum) => sum >= 10) && !short && !has(signals, 'already')) return false;
  const selling = count(signals, 'promo');
  return !(selling >= (has(signals, 'unless') ? 3 : 2) && !has(signals, 'own', 'already'));
}

/** Tips on what to do "if your phone does not work" beside a balance are no stop. */
function isTalkAboutUsage(signals: Signals): boolean {
  const owes = signals.owed.some((sum) => sum > 0);
  if (!has(signals, 'usage') || owes || has(signals, 'already', 'violation', 'suspicion', 'ordered', 'credit'))
    return false;
  return signals.balance.length > 0 || !has(signals, 'halt', 'out');
}

function isRegistration(signals: Signals, addressed: boolean): boolean {
  const told = /请.{0,8}(?:进行|尽快|及时|完成|办理|补)/.test(signals.text);
  if (!(addressed || told) || has(signals, 'lecture', 'booking') || has(signals, 'other_account', 'code')) return false;
  if (count(signals, 'promo') >= 2 && !has(signals, 'own')) return false;
  // Games and shops register people too.
  if (signals.text.includes('【') && !BODIES.includes(signals.speaker.kind) && !PHONE_WORDS.test(signals.text))
    return false;
  if (has(signals, 'identity')) return true;
  return has(signals, 'hint_identity') && has(signals, 'own') && has(signals, 'unless');
}
