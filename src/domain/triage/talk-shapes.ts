import type { Shape } from './shapes.ts';

const OFFICE = '营业厅|客服|柜台|前台|厅里|柜员|人工台|100(?:86|10|00|99|01)|移动|联通|电信|广电|运营商|店员|工作人员';
const FAMILY =
  '老?[爸妈爷奶]{1,2}|父亲|母亲|老人|老公|老婆|媳妇|爱人|老伴|儿子|女儿|孩子|闺女|[弟妹哥姐]{1,2}|外[婆公]|姥[爷姥]|岳[父母]|公公|婆婆|对象|男朋友|女朋友|男友|女友|舅舅?|姑姑?|叔叔?|阿?姨';
const PHONE = '手机|电话|号码|手机号|电话卡|号|卡|sim|话费|信号|流量|短信';
const CUT = '停|封|锁|限|掐|废|断|冻|关|销';
const CUT_END = '(?:了|掉|咯|哒|住|着|的|啦|死|$|[,。!?])';

const TALK: readonly Shape[] = [
  {
    means: 'mine',
    needs: '我',
    pattern: new RegExp(
      `我(?!行|司|公司|局|院|校|所|中心|厅|部|处|队|们|是|给你|跟你|打)[^,。!?;:、你您]{0,8}?(?:${PHONE})(?!房|通知|联系|你)`,
    ),
  },
  {
    means: 'mine',
    needs: '',
    pattern: new RegExp(`(?:${FAMILY}|俺|咱)(?:们|家|的|那个|这个|那|这|用的)?(?:${PHONE})`),
  },
  {
    means: 'trouble',
    needs: '',
    pattern:
      /[打拨接收发上用通连搜呼](?:不|没法)[得了通出到进上成着起来]|(?:不|没|未|没法|不肯|不让|死活不)(?:给|帮|让|能|会|有)?(?:我|俺|他|她)?[^,。]{0,2}(?:开机|复机|恢复|解封|开通|解开|解除|复通|弄好|解停)/,
  },
  {
    means: 'trouble',
    needs: '',
    pattern: new RegExp(
      `(?:卡|号码?|手机|电话|信号|线路|主叫|短信|功能)[^,。!?]{0,8}(?:${CUT})${CUT_END}|(?:被|给|让|叫|遭|要求|强行|直接|无故|突然|又)[^,。!?]{0,5}(?:停|封|锁|限|掐)(?:机|卡|用)?${CUT_END}`,
    ),
  },
  {
    means: 'arrears',
    needs: '',
    pattern:
      /(?:没|忘|忘了|忘记)(?:去)?(?:充|交|缴|储)(?:钱|费|值|话费|电话费)|(?:卡|手机|电话|号)里?(?:已经|早就)?没钱|[充交缴入存](?:了|上|进去|进)?(?:[一二三四五六七八九两几]?[十百]|\d{2,3})(?:来|多)?(?:块|元|蚊|钱|的|话费)/,
  },
  {
    means: 'silent',
    needs: '年',
    pattern: /(?:[一二两三四五六七八九十几]|\d|半|好几)年(?:多|来)?(?:都|也)?(?:没|未|不)/,
  },
  { means: 'stop', needs: '失效', pattern: /(?:卡|号码?)(?:已经?|都|也)?(?:失效|作废|报废)/ },
  {
    means: 'told_by_office',
    needs: '',
    pattern: new RegExp(
      `(?:${OFFICE})[^,。!?;]{0,6}(?:说|讲|告诉|回复|答复|叫我|让我|要我|喊我|非要|查了)|人家(?:说|讲)|(?:去|到|问|打|找|咨询)(?:了|过|完)?(?:${OFFICE})`,
    ),
  },
];

/** How people tell of their own phone: whose it is, what fails, and what they were told at the counter. */
export const TALK_SHAPES: readonly Shape[] = TALK.map((shape) => ({ ...shape, talk: true }));
