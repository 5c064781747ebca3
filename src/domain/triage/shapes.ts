import type { Cue } from './cues.ts';
import type { Hit } from './phrases.ts';
import { SCAM_SHAPES } from './scam-shapes.ts';
import { TALK_SHAPES } from './talk-shapes.ts';

/** Wording with free places in it. `needs` is a sign without which the pattern is not tried; `talk` is tried in no notice. */
export type Shape = {
  readonly means: Cue;
  readonly needs: string;
  readonly pattern: RegExp;
  readonly talk?: true;
};

export const SHAPES: readonly Shape[] = [
  { means: 'about_you', needs: '惩戒', pattern: /[对将把][你您].{0,30}惩戒|[你您](?:已|被|因).{0,20}惩戒/ },
  ...SCAM_SHAPES,
  ...TALK_SHAPES,
  { means: 'mine', needs: 'my ', pattern: /\bmy (?:[a-z]+ ){0,3}(?:number|sim|phone|card|line)\b/ },
  { means: 'kin', needs: ',', pattern: /^[\u4e00-\u9fff]{0,3}(?:姐|哥|总|老师|叔|姨|妈|爸|爷|奶|老板|师傅|同学)[,:!]/ },
  { means: 'label', needs: '显示', pattern: /显示.{0,14}(?:骚扰|诈骗|推销|广告|中介|外卖|快递|疑似|spam)/ },
  {
    means: 'will',
    needs: '将',
    pattern:
      /将(?:于|在|从|自)?[^。,;!]{0,14}(?:停机|停用|关停|暂停|限制|关闭|注销|销户|收回|回收|冻结|终止|中止|拆机)/,
  },
  {
    means: 'unless',
    needs: '',
    pattern:
      /(?:过期|超时|届时|到期|期满)(?:仍|尚|还)?(?:未|不|没)?[^。,;!]{0,6}(?:将|则|予以|停)|(?:未|不)(?:按|予|再|及时|如期|在)?[^。;!]{0,14}(?:的|者|则|,)[^。;!]{0,8}(?:将|予以|会)/,
  },
  {
    means: 'own',
    needs: '您',
    pattern:
      /您(?:的|名下|本人|使用|在用|所用|办理|申诉|反映|申请)?.{0,6}?(?:号码|手机|电话|卡号|副卡|主卡|副号|sim|话费|通信|通话|停机|复机|线路)/,
  },
  { means: 'own', needs: '你', pattern: /你(?:的|名下).{0,4}?(?:号码|手机|电话|sim|话费|卡)/ },
  {
    means: 'number_abuse',
    needs: '名下',
    pattern:
      /名下.{0,10}(?:号码|手机卡|电话卡|手机号|卡).{0,14}(?:发送?|群发|拨打|发布).{0,8}(?:违法|诈骗|垃圾|赌博|虚假|黄色|非法)/,
  },
  { means: 'contact', needs: '微信', pattern: /(?:加|联系|添加|咨询).{0,6}微信|微信(?:号)?[:： ]{0,2}[a-z0-9_]{4,}/ },
  { means: 'contact', needs: 'qq', pattern: /(?:加|联系|添加|客服).{0,6}qq|qq(?:号)?[:： ]{0,2}[\dx]{4,}/ },
  { means: 'kin_money', needs: '转', pattern: /(?:帮我|给我|先|再)?转.{0,4}(?:\d{3,}|[一二三四五六七八九两][千百万])/ },
  {
    means: 'kin_trick',
    needs: '手机',
    pattern: /手机.{0,5}(?:坏|掉|摔|丢|碎|进水|被偷)|先用这个号|这是我.{0,4}(?:同学|老师|新)/,
  },
  {
    means: 'advance_fee',
    needs: '费',
    pattern: /(?:缴纳|支付|交|付).{0,6}(?:手续费|税费|个税|保证金|邮费|运费|公证费)/,
  },
  {
    means: 'silent',
    needs: '没',
    pattern: /(?:[一二三四五六七八九十半几\d]+个?(?:月|年)|很久|好久|一直).{0,3}没(?:有)?(?:打|用|充|开)/,
  },
  {
    means: 'silent',
    needs: '无',
    pattern:
      /(?:连续|近|超过)?[一二三四五六七八九十\d]+个?(?:月|天|日).{0,4}(?:无|未).{0,6}(?:通话|使用|流量|短信|语音|通信|消费)/,
  },
  {
    means: 'arrears',
    needs: '余额',
    pattern: /余额.{0,6}(?:只剩|仅剩|还剩|不足|不到|少于|低于|用完|用尽|为负|-\d)(?!.{0,8}自动充值)/,
  },
  {
    means: 'top_up',
    needs: '请',
    pattern: /请.{0,10}(?:充值|缴费|交费|缴纳|交纳|付清|缴清|结清|续费|补缴|付款|预存|还清)/,
  },
  {
    means: 'credit',
    needs: '元',
    pattern: /(?:费用|话费|消费|数据费|漫游费).{0,10}(?:达到?|超过|超出|触及).{0,10}(?:上限|限额|额度|阈值|封顶)/,
  },
  {
    means: 'violation',
    needs: '超',
    pattern: /(?:主叫|拨打|呼叫|呼出|外呼|短信|发送|通话|条数).{0,10}(?:超过|超出|超标|超限|超量)/,
  },
  {
    means: 'violation',
    needs: '过',
    pattern: /(?:拨打|呼叫|呼出|外呼|发送|通话|打电话|打得).{0,6}(?:过多|过高|过于|过密|太多|太频)/,
  },
  {
    means: 'label',
    needs: '标',
    pattern: /标(?:记|注|了|成|为|签|上).{0,3}(?:骚扰|诈骗|推销|中介|外卖|快递|营销|广告|贷款|金融)|\d+人标记/,
  },
  {
    means: 'identity',
    needs: '未',
    pattern: /未(?:经|进行|完成|办理|登记|通过|做)?.{0,4}(?:实名|实人|身份|人脸|活体|人像)/,
  },
  {
    means: 'stop',
    needs: '使用',
    pattern: /(?:号码|手机|卡|sim).{0,10}(?:无法|不能|不可|不得)(?:再)?(?:继续|正常)?(?:使用|通信|通话)/,
  },
  {
    means: 'suspicion',
    needs: '异常',
    pattern: /(?:号码|使用|行为|呼叫|通信|开卡|终端|登录|通话).{0,8}异常|异常(?:行为|使用|通话|呼叫|开卡)/,
  },
  {
    means: 'identity',
    needs: '未',
    pattern: /(?:实名|实人|人脸|人像|证件|登记).{0,6}(?:未通过|未成功)/,
  },
  {
    means: 'identity',
    needs: '名下',
    pattern: /名下.{0,8}(?:卡|号码).{0,8}(?:\d+|[五六七八九十])(?:张|个)|名下.{0,12}(?:超过|达到|已达|上限|超出|超限)/,
  },
  {
    means: 'trouble',
    needs: '',
    pattern:
      /(?:打|拨|接|收|发|上|用)(?:不|没法)(?:了|通|出|到|进|上|成|着)|(?:没|无|不能|没办法|没法|无法|不让).{0,2}(?:打|拨|接|收|发|上网|通话|信号|网)/,
  },
  {
    means: 'sms',
    needs: '短信',
    pattern: /(?:不能|无法|没法|没办法).{0,2}(?:收|发|接收|发送).{0,2}短信|短信.{0,4}(?:不能|无法|没法|发不|收不)/,
  },
  {
    means: 'hint_identity',
    needs: '',
    pattern:
      /(?:核验|核实|验证|复核|认证|更新|变更).{0,6}(?:身份|实名|证件|机主)|(?:身份|证件|机主).{0,8}(?:核验|核实|复核|认证|验证|更新|变更|不符)/,
  },
  {
    means: 'phone_on_file',
    needs: '手机',
    pattern:
      /(?:预留|留存|绑定|登记|注册|签约).{0,4}手机.{0,8}(?:停机|停用|不可用|失效|注销|销号|非|易主|回收|换人|空号|不一致|变更)/,
  },
  {
    means: 'arrears',
    needs: '话费',
    pattern: /话费.{0,4}(?:快|将|即将|已经?|都)?(?:用完|用尽|不够|见底|耗尽|花完)/,
  },
  { means: 'violation', needs: '给', pattern: /(?:租|借|转让|出售|卖|提供|交).{0,4}给(?:他人|别人|第三|朋友|其他人)/ },
  { means: 'out', needs: '接', pattern: /(?:只|仅).{0,3}(?:保留|能|可|限).{0,3}接(?:听|电话|收)?/ },
  {
    means: 'silent',
    needs: '',
    pattern: /(?:长期|长时间|一直|常年|连续).{0,6}(?:无|未|没有?|不)(?:使用|用|通话|消费|开机|充值)/,
  },
  { means: 'kin_money', needs: '转', pattern: /(?:转|打|汇)(?:到|入|给|进)?(?:这|那)(?:个|张)?.{0,3}(?:卡|账)/ },
];

/** The characters that stand in the text read last; a mark a text instead of a set a text, which costs less. */
const STANDS_IN = new Uint32Array(0x10000);
let mark = 0;

function stands(needs: string): boolean {
  for (let at = 0; at < needs.length; at += 1) if (STANDS_IN[needs.charCodeAt(at)] !== mark) return false;
  return true;
}

/** What shapes of wording say, each once. */
export function shapedHits(text: string): Hit<Cue>[] {
  mark = mark === 0xffffffff ? 1 : mark + 1;
  for (let at = 0; at < text.length; at += 1) STANDS_IN[text.charCodeAt(at)] = mark;
  const signed = stands('】');
  const found: Hit<Cue>[] = [];
  for (let at = 0; at < SHAPES.length; at += 1) {
    const { means, needs, pattern, talk } = SHAPES[at] as Shape;
    if ((talk && signed) || !stands(needs) || !(needs.length < 2 || text.includes(needs))) continue;
    const match = pattern.exec(text);
    if (match) found.push({ cue: means, phrase: -100 - at, start: match.index, end: match.index + match[0].length });
  }
  return found;
}
