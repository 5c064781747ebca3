import type { LineFunction } from '../flags/words.ts';
import type { Concern } from './concern.ts';
import type { Cue } from './cues.ts';
import type { Signals } from './signals.ts';
import { count, has } from './signals.ts';
import type { Ask, TextStatus } from './verdict.ts';

const ALL: readonly LineFunction[] = ['voice_out', 'voice_in', 'sms_out', 'sms_in', 'data'];

/** The functions that the text says are or would be off. */
export function measuresOf(signals: Signals, concern: Concern): LineFunction[] {
  if (concern === 'none' || concern === 'label' || concern === 'porting' || concern === 'number_elsewhere') return [];
  const { hits, text } = signals;
  if (/(?:暂|尚|并|还)未(?:被)?(?:限制|停机|关停|暂停)/.test(text)) return [];
  const narrow = hits.filter(({ cue }) => cue === 'out' || cue === 'in');
  const whole = hits.some(
    ({ cue, start, end }) => cue === 'stop' && !narrow.some((one) => one.start <= start && end <= one.end),
  );
  const two = has(signals, 'in');
  const off = new Set<LineFunction>();
  if (has(signals, 'out')) off.add('voice_out');
  if (two) off.add('voice_in');
  if (has(signals, 'sms')) off.add('sms_out');
  if (has(signals, 'sms') && !text.includes('短信上行')) off.add('sms_in');
  if (has(signals, 'data')) off.add('data');
  if (off.size === 0 && has(signals, 'roam')) off.add('voice_out');
  if (off.size === 0 && !whole && has(signals, 'newbiz')) return ['new_business'];
  if ((off.size === 0 && whole) || has(signals, 'closed')) return [...ALL];
  return ALL.filter((one) => off.has(one));
}

/** Something is wanted of the reader; to take note or to be patient is nothing. */
const ASKED =
  /请(?!您?(?:知悉|知晓|悉知|谅解|见谅|留意|注意|理解|放心|耐心|周知))|如需|须|需在|若|如继续|please|before /;

/** Whether it is already so, is coming, or comes only if. Nobody should trust an "if": some numbers are off a minute later. */
export function statusOf(signals: Signals, measures: readonly LineFunction[], concern: Concern): TextStatus {
  if (concern === 'account_of_person')
    return has(signals, 'trouble', 'closed') || measures.length > 0 ? 'in_effect' : 'none';
  if (measures.length === 0) return 'none';
  if (has(signals, 'already')) return 'in_effect';
  if (has(signals, 'unless') || (has(signals, 'will') && ASKED.test(signals.text))) return 'conditional';
  return has(signals, 'will') ? 'announced' : 'in_effect';
}

const BY_CUE: readonly { readonly cue: Cue; readonly ask: Ask }[] = [
  { cue: 'top_up', ask: 'pay' },
  { cue: 'identity', ask: 'verify_identity' },
  { cue: 'hint_identity', ask: 'verify_identity' },
  { cue: 'ask_code', ask: 'give_code' },
  { cue: 'safe_account', ask: 'transfer_money' },
  { cue: 'kin_money', ask: 'transfer_money' },
  { cue: 'app_file', ask: 'install_app' },
  { cue: 'contact', ask: 'add_contact' },
  { cue: 'swap_reply', ask: 'reply_message' },
];

/** What it wants done, as codes. */
export function asksOf(signals: Signals): Ask[] {
  const { text, links, phones } = signals;
  const asks = new Set<Ask>(BY_CUE.filter(({ cue }) => count(signals, cue) > 0).map(({ ask }) => ask));
  if (/营业厅|到厅|网点|shop|store/.test(text)) asks.add('visit_shop');
  if (/派出所|到所里|公安机关(?:说明|核实|办理)|police station/.test(text)) asks.add('visit_police');
  if (/app|小程序|公众号|客户端/.test(text) && !asks.has('install_app')) asks.add('open_app');
  if (links.length > 0 || has(signals, 'act_now')) asks.add('open_link');
  if (phones.some(({ kind }) => kind === 'service')) asks.add('call_service');
  if (phones.some(({ kind }) => kind !== 'service')) asks.add('call_other_number');
  if (/回复[a-z0-9是否]|发送[a-z0-9]/.test(text)) asks.add('reply_message');
  if (/上传|提交|补传|提供.{0,8}(?:证明|材料|说明|照片)/.test(text)) asks.add('send_papers');
  if (/拨打任意|使用一次|产生通话|激活/.test(text)) asks.add('use_number');
  return [...asks];
}
