import type { Cue } from './cues.ts';
import type { Signals } from './signals.ts';
import { count, has } from './signals.ts';
import type { Genuineness } from './verdict.ts';

export type Doubt = { readonly genuineness: Genuineness; readonly grounds: readonly string[] };

type Ground = { readonly code: string; readonly weight: number };

/** From here on a text is called a scam; from half of it on nobody should call it genuine. */
const SCAM = 3.5;
const DOUBT = 1;

/** What each kind of wording weighs on its own. */
const WEIGHTS: Partial<Record<Cue, number>> = {
  safe_account: 4,
  press_nine: 4,
  swap_reply: 4,
  ask_code: 4,
  lost_phone: 4,
  number_abuse: 3.5,
  case_threat: 2.5,
  app_file: 2,
  credit_threat: 2,
  bank_dead: 2,
  prize: 2,
  refund: 1,
  ask_bank: 3.5,
  secrecy: 2.5,
  discount: 1.5,
  callback_deny: 1.5,
  expire_card: 1.5,
  card_trade: 4,
  boss_money: 4,
  parcel_crime: 4,
  broken_trip: 2.5,
  job_bait: 2,
  pay_by_code: 2,
  money_to_card: 4,
};

const WEIGHED = Object.entries(WEIGHTS) as [Cue, number][];

const THREATS: readonly Cue[] = [
  'stop',
  'halt',
  'closed',
  'arrears',
  'identity',
  'hint_identity',
  'unless',
  'expire_card',
  'suspicion',
  'hint_suspicion',
  'credit_threat',
  'label',
  'roam',
  'out',
];

/** Whether a text can be trusted. Words alone never prove a sender, so `genuine` means only: nothing speaks against it, and it asks for nothing that needs trust. */
export function judgeGenuineness(signals: Signals): Doubt {
  const grounds = groundsAgainst(signals);
  const total = grounds.reduce((sum, { weight }) => sum + weight, 0);
  const lecturing = isLecture(signals);
  const codes = grounds.toSorted((a, b) => b.weight - a.weight).map(({ code }) => code);
  if (total >= SCAM && !lecturing) return { genuineness: 'scam', grounds: codes };
  const reasons = total < SCAM ? groundsFor(signals) : [];
  if (lecturing && !signals.links.some(({ kind }) => kind === 'lookalike' || kind === 'foreign'))
    return reasons.length > 0
      ? { genuineness: 'genuine', grounds: ['text.warns', ...reasons] }
      : { genuineness: 'cannot_tell', grounds: ['text.warns'] };
  if (total >= DOUBT || reasons.length === 0) return { genuineness: 'cannot_tell', grounds: codes };
  return { genuineness: 'genuine', grounds: reasons };
}

/** What no warning asks of its reader. */
const DEMANDS: readonly Cue[] = [
  'press_nine',
  'swap_reply',
  'insider',
  'app_file',
  'ask_code',
  'ask_bank',
  'safe_account',
  'contact',
  'hours_left',
  'card_trade',
  'secrecy',
  'speech_office',
  'kin_plea',
  'parcel_crime',
];

/** A warning about fraud speaks of fraud in fraud's own words and asks for nothing itself. */
export function isLecture(signals: Signals): boolean {
  const warnings = count(signals, 'lecture');
  if (warnings === 0) return false;
  if (warnings >= 3 && !signals.links.some(({ kind }) => kind === 'lookalike')) return true;
  if (asksOverLink(signals, ['lookalike', 'foreign'])) return false;
  if (warnings === 1) return !has(signals, 'act_now', ...DEMANDS);
  return !has(signals, 'press_nine', 'swap_reply', 'insider') && !(has(signals, 'hours_left') && has(signals, 'own'));
}

function groundsAgainst(signals: Signals): Ground[] {
  const grounds: Ground[] = [];
  const add = (code: string, weight: number) => grounds.push({ code: `scam.${code}`, weight });
  for (const [cue, weight] of WEIGHED) {
    const n = count(signals, cue);
    if (n > 0) add(cue, weight + Math.min(n - 1, 2));
  }
  judgeLinks(signals, add);
  judgePhones(signals, add);
  judgeTalk(signals, add);
  return grounds;
}

/** Endings that cost next to nothing and are thrown away after a day. */
const THROWAWAY =
  /\.(?:top|xyz|vip|cc|icu|club|shop|fun|store|site|online|info|wang|win|ren|tk|ml|ga|cf|pw|live|life|space|work|ltd|biz|ink)$/;

type Add = (code: string, weight: number) => void;

function judgeLinks(signals: Signals, add: Add): void {
  const kinds = new Set(signals.links.map(({ kind }) => kind));
  const threatened = THREATS.some((cue) => has(signals, cue));
  const bait = has(
    signals,
    'prize',
    'ask_bank',
    'refund',
    'bank_dead',
    'lost_phone',
    'case_threat',
    'discount',
    'credit_threat',
  );
  const { kind } = signals.speaker;
  if (kinds.has('lookalike')) add('lookalike_link', 4);
  else if (kinds.has('foreign')) {
    const official = kind === 'carrier' || kind === 'regulator' || kind === 'police' || kind === 'bank';
    if (official && (threatened || bait || has(signals, 'bank_fail'))) add('foreign_link', 4);
    else if (official) add('foreign_link', 2);
    else if (has(signals, 'bank_fail') && has(signals, 'act_now') && has(signals, 'own', 'other_account'))
      add('foreign_link', 4);
    else if (bait || (threatened && has(signals, 'act_now', 'own', 'other_account'))) add('foreign_link', 3);
    else add('foreign_link', 1);
    if (signals.links.some(({ host }) => THROWAWAY.test(host))) add('throwaway_link', 1.5);
  }
  if (kinds.has('short')) add('short_link', bait ? 2 : 0.5);
  if (kinds.has('hidden')) {
    if (bait) add('link_to_bait', 2);
    if (kind === 'bank' && has(signals, 'act_now', 'bank_fail')) add('bank_by_link', 4);
    if (kind === 'police') add('police_by_link', 3);
  }
  if (
    kind === 'bank' &&
    has(signals, 'bank_fail') &&
    (kinds.has('hidden') || kinds.has('short') || kinds.has('foreign')) &&
    has(signals, 'act_now')
  )
    add('bank_by_link', 2);
}

function judgePhones(signals: Signals, add: Add): void {
  const kinds = new Set(signals.phones.map(({ kind }) => kind));
  const wantsCall = has(signals, 'dial_other');
  if (kinds.has('overseas') && (wantsCall || has(signals, 'callback_deny', 'stop')))
    add('overseas_number', has(signals, 'stop', 'case_threat') && wantsCall ? 4 : 3);
  const official = ['carrier', 'regulator', 'bank', 'police'].includes(signals.speaker.kind);
  if (
    has(signals, 'callback_deny') &&
    has(signals, 'other_account') &&
    signals.speaker.kind === 'unknown' &&
    kinds.size > 0
  )
    add('private_line', 2.5);
  if (kinds.has('personal') && wantsCall && official) add('personal_number', has(signals, 'callback_deny') ? 2.5 : 1.5);
  if (
    kinds.has('personal') &&
    wantsCall &&
    signals.speaker.kind === 'unknown' &&
    has(signals, 'arrears', 'ordered', 'stop', 'credit_threat')
  )
    add('private_line', 3.5);
  if (has(signals, 'case_threat', 'bank_dead') && wantsCall) add('call_back', 2);
  if (count(signals, 'prize') > 1 && wantsCall && signals.speaker.kind === 'unknown') add('call_back', 1.5);
}

/** Nobody lifts a stop for money, over chat, or through somebody who knows somebody. */
function judgeTalk(signals: Signals, add: Add): void {
  const aboutLifting = has(
    signals,
    'stop',
    'label',
    'resume',
    'closed',
    'violation',
    'credit',
    'credit_threat',
    'trouble',
    'f_mark',
  );
  const insider = count(signals, 'insider');
  if (insider > 0 && aboutLifting && (insider > 1 || !has(signals, 'asks_help')))
    add('paid_lifting', 2.5 + Math.min(insider, 3));
  if (
    has(signals, 'contact') &&
    (aboutLifting || has(signals, 'code', 'insider', 'prize', 'bank_dead', 'app_file', 'refund'))
  )
    add('private_contact', signals.speaker.kind === 'unknown' && !has(signals, 'insider') ? 2.5 : 3.5);
  if (has(signals, 'kin_money') && has(signals, 'kin') && count(signals, 'kin_money') >= 2) add('kin_in_need', 4);
  if (
    has(signals, 'kin_trick') &&
    has(signals, 'kin', 'kin_trick') &&
    has(signals, 'kin_money') &&
    !has(signals, 'own')
  )
    add('kin_in_need', 3.5);
  if (has(signals, 'kin_plea') && has(signals, 'kin', 'kin_trick') && !has(signals, 'own')) add('kin_in_need', 4);
  if (has(signals, 'prize') && has(signals, 'advance_fee', 'insider')) add('fee_first', 2.5);
  if (has(signals, 'number_abuse') && has(signals, 'stop', 'dial_other')) add('threat_of_stop', 1);
  if (
    has(signals, 'credit_threat') &&
    (has(signals, 'contact', 'refund') || /联系(?:在线)?客服|致电1|处理注销|添加/.test(signals.text))
  )
    add('credit_fear', 2);
  if (
    has(signals, 'contact') &&
    ['carrier', 'regulator', 'police', 'bank'].includes(signals.speaker.kind) &&
    !has(signals, 'promo')
  )
    add('office_by_chat', 3.5);
  if (has(signals, 'contact') && has(signals, 'case_threat', 'secrecy')) add('police_by_chat', 2);
  if (has(signals, 'boss_chat')) add('boss_chat', has(signals, 'contact', 'secrecy', 'kin_money') ? 4 : 1.5);
  judgeLoan(signals, add);
  judgeVoice(signals, add);
  if (has(signals, 'case_threat') && has(signals, 'safe_account')) add('money_check', 2);
  if (
    has(signals, 'app_file') &&
    (['police', 'carrier', 'bank'].includes(signals.speaker.kind) ||
      has(signals, 'case_threat', 'number_abuse', 'ordered', 'stop', 'act_now', 'refund'))
  )
    add('install_something', 2);
}

/** Money offered to anybody, and a small fee for something nobody ordered. */
function judgeLoan(signals: Signals, add: Add): void {
  const offers = count(signals, 'loan_bait');
  const stranger = signals.speaker.kind === 'unknown' || signals.speaker.kind === 'company';
  const reached =
    has(signals, 'contact', 'advance_fee', 'app_file') || signals.links.some(({ kind }) => kind !== 'official');
  if (offers > 0 && stranger) add('loan_offer', (reached ? 2.5 : 1) + Math.min(offers - 1, 3) * 0.75);
  const bets = count(signals, 'invest_bait');
  if (bets > 0 && stranger && reached) add('sure_profit', 2 + Math.min(bets - 1, 2));
  const dialled = signals.phones.some(({ kind }) => kind !== 'service');
  if (has(signals, 'fee_scare') && !signals.text.includes('】') && (reached || dialled)) add('fee_scare', 3.5);
  if (has(signals, 'fee_bait') && signals.links.some(({ kind }) => kind !== 'official')) add('fee_by_link', 3);
}

/** Somebody who says on the phone which office they are from, and the haste they make. */
function judgeVoice(signals: Signals, add: Add): void {
  const threat = has(signals, 'stop', 'halt', 'closed', 'violation', 'case_threat', 'number_abuse', 'other_account');
  if (has(signals, 'speech_office') && (threat || has(signals, 'secrecy', 'safe_account', 'app_file')))
    add('voice_of_office', 1.5);
  if (has(signals, 'hours_left') && has(signals, 'stop', 'halt', 'closed', 'expire_card')) add('haste', 1);
  if (has(signals, 'refund') && has(signals, 'contact', 'dial_other', 'app_file', 'broken_trip'))
    add('claim_by_chat', has(signals, 'contact', 'app_file') ? 3 : 2);
  if (has(signals, 'broken_trip') && signals.phones.some(({ kind }) => kind !== 'service')) add('call_back', 2);
  if (has(signals, 'job_bait') && has(signals, 'contact')) add('private_contact', 2);
  const lifting = has(signals, 'resume', 'f_mark', 'label');
  if (has(signals, 'price') && lifting && !has(signals, 'asks_help') && signals.speaker.kind === 'unknown')
    add('paid_lifting', has(signals, 'insider', 'agency', 'contact') ? 2 : 1);
  if (has(signals, 'agency') && lifting && has(signals, 'kin_money', 'price', 'contact', 'ask_code'))
    add('paid_lifting', 3);
}

function asksOverLink(signals: Signals, kinds: readonly string[]): boolean {
  return has(signals, 'act_now') && signals.links.some(({ kind }) => kinds.includes(kind));
}

/** Where these are spoken of, nothing vouches for a text, even when no wording of fraud was known. */
const TO_MONEY_OR_SECRETS =
  /扫码|二维码|转账|汇款|打款|微信(?!公众号|营业厅|小程序|支付)|qq|密码|银行卡|手续费|保号费|激活费|解封费|复机费|保证金|押金|红包|专员/;

/** A code is wanted, unless the very words before say not to give it. */
const CODE_WANTED =
  /(?<!(?:勿|不要|不得|不会|别|不能|不可)[^。;!?,请]{0,3})(?:提供|告知|告诉|发给|发送|报|回复|念).{0,10}验证码/;

/** What speaks for a text; empty when nothing does. */
function groundsFor(signals: Signals): string[] {
  const { speaker, links, phones } = signals;
  if (!['carrier', 'virtual_carrier', 'regulator', 'label_service'].includes(speaker.kind)) return [];
  if (links.some(({ kind }) => kind !== 'official')) return [];
  if (phones.some(({ kind }) => kind !== 'service' && kind !== 'company')) return [];
  if (has(signals, 'contact', 'app_file', 'kin', 'mine', 'speech_office', 'hours_left')) return [];
  if (TO_MONEY_OR_SECRETS.test(signals.text)) return [];
  if (CODE_WANTED.test(signals.text)) return [];
  return [links.length > 0 ? 'text.official_link' : 'text.no_link', 'text.official_ways'];
}
