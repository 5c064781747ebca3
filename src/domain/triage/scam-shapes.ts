import type { Shape } from './shapes.ts';

const OFFICE =
  '公安|警官|警察|民警|网警|刑警|刑侦|经侦|网安|支队|大队|专案|纪检|派出所|检察|法院|客服|话务员|工作人员|通信管理局|通管局|工信部|通信局|移动|联通|电信|广电|10086|10010|10000|营业厅|银监|银保监|社保|医保|海关|疾控|反诈|银行|专员|经理';
/** Said in a sentence that warns of it; a warning in the sentence before covers nothing. */
const NOT_ASKED = '(?<!(?:勿|不要|不得|不会|不能|不可|别|谨防|拒绝|索要|凡是|要求)[^。;!?,请\\n]{0,14})';

/** Wording of fraud with free places in it: what it wants, in whose name, and with which bait. */
export const SCAM_SHAPES: readonly Shape[] = [
  {
    means: 'speech_office',
    needs: '是',
    pattern: new RegExp(
      `^(?:喂|[您你]好|hello)?[,:!。 ]*(?:我是|这里是|这边是|我们是|我这边是|这里).{0,12}(?:${OFFICE})`,
    ),
  },
  {
    means: 'press_nine',
    needs: '按',
    pattern:
      /(?<!(?:10086|10010|10000|10099|热线|拨打|致电).{0,8})(?:请|直接|可)?按[“"]?[0-9一二三九零][”"]?(?:号?键|[,。;！!]|转|咨询|查询|联系|人工|$)/,
  },
  {
    means: 'press_nine',
    needs: 'press ',
    pattern: /(?<!(?:10086|10010|10000|10099)[ (]{0,3})press [0-9] (?:to|now|and)/,
  },
  {
    means: 'ask_code',
    needs: '验证码',
    pattern: new RegExp(
      `${NOT_ASKED}(?:提供|告知|发送?|回复|告诉|报|念|转发|发给|说)(?:一下|下)?.{0,10}验证码|${NOT_ASKED}验证码.{0,8}(?:报给|发给|告诉|给我|给客服|发我|回复本|报一下|发过来|念给|提供给)`,
    ),
  },
  {
    means: 'ask_code',
    needs: 'code',
    pattern: /(?:send|give|tell|reply with|forward) (?:me|us)? ?(?:the |your )?(?:verification |sms )?code/,
  },
  {
    means: 'ask_bank',
    needs: '卡',
    pattern: new RegExp(
      `${NOT_ASKED}(?:上传|填写|输入|提供|登记|录入|绑定|补充|提交|验证|拍摄).{0,14}(?:银行卡|卡号|卡密码|储蓄卡|取款密码)`,
    ),
  },
  {
    means: 'safe_account',
    needs: '转',
    pattern: new RegExp(
      `${NOT_ASKED}(?:转|转账|转移|转存|汇|汇款|打款|存)(?:到|至|入|进|往).{0,8}(?:公证|安全|国家|指定|监管|核查|保密|备案|专用|以下|此|该).{0,4}(?:账户|账号|卡)`,
    ),
  },
  {
    means: 'app_file',
    needs: '屏幕',
    pattern: /(?:打开|开启|共享|分享|投射|配合).{0,6}屏幕|屏幕.{0,3}(?:共享|分享)/,
  },
  {
    means: 'app_file',
    needs: '下载',
    pattern:
      /下载(?:并安装)?(?!中国|北京|手机营业厅|官方|移动app|联通app|电信app|掌上|国家反诈中心app).{0,8}(?:会议|软件|插件|助手|安全|控件|远程|瞩目|zoom|todesk|向日葵|teams|app)/,
  },
  {
    means: 'swap_reply',
    needs: 'hk',
    pattern: /(?:回复|发送|编辑|编辑短信|短信)[“"'「]?hk[”"'」]?(?:\+|#|编码|新卡|卡号|加|\d)/,
  },
  {
    means: 'boss_money',
    needs: '我',
    pattern:
      /(?:我是你.{0,3}(?:领导|总|书记|校长|主任|局长|老板|经理)|来我办公室|领导|书记|总).{0,50}(?:转笔|转.{0,3}[万千]|转账|打款|汇款|垫付|转过去|转给|急用|账号发)/,
  },
  {
    means: 'kin_money',
    needs: '转',
    pattern: /(?:先|帮|给|替|加).{0,6}(?:转笔|转点|转过去|转一下|转给|转我|转她|转他)/,
  },
  {
    means: 'parcel_crime',
    needs: '包裹',
    pattern: /包裹.{0,14}(?:违禁|毒品|涉毒|海关|非法|扣押|护照|银行卡)/,
  },
  { means: 'parcel_crime', needs: '护照', pattern: /护照.{0,12}(?:涉嫌|非法|冒用|走私|入境|洗钱)/ },
  {
    means: 'broken_trip',
    needs: '取消',
    pattern:
      /(?:航班|机票|飞机).{0,12}故障.{0,30}(?:致电|拨打|联系|点击|退改|改签|补偿|理赔|退款)|(?:航班|机票|飞机).{0,16}取消.{0,40}(?:补偿|理赔|赔付)/,
  },
  {
    means: 'lost_phone',
    needs: 'iphone',
    pattern: /(?:丢失|遗失|离线|被盗|丢的|寻找).{0,8}iphone|iphone.{0,12}(?:开机|上线|插卡|定位|已找到|位置|联网)/,
  },
  {
    means: 'lost_phone',
    needs: '苹果',
    pattern: /(?:丢失|遗失|被盗).{0,4}苹果|苹果(?:手机|设备).{0,8}(?:开机|上线|定位|位置|联网)/,
  },
  {
    means: 'card_trade',
    needs: '卡',
    pattern:
      /(?:收|租|出租|回收|收购|高价收|求购|出售|卖)(?:闲置|个人|大量|长期|各地|实名)?.{0,4}(?:手机卡|电话卡|流量卡|银行卡|手机号|卡).{0,14}(?:日入|日结|秒结|结算|价格|一天|每天|现结|高价|长期|安全|稳定|\d+元|一张|包)/,
  },
  {
    means: 'card_trade',
    needs: '卡',
    pattern: /(?:日入|日结|日赚|高价|现结).{0,10}(?:收卡|租卡|收号|卡商|手机卡|电话卡|养卡|挂机)|长期(?:收|租|求购)/,
  },
  {
    means: 'job_bait',
    needs: '日',
    pattern: /(?:兼职|刷单|点赞|做任务|返佣|在家|手工).{0,16}(?:日入|日结|日赚|佣金|每天|一单)/,
  },
  {
    means: 'refund',
    needs: '退',
    pattern:
      /(?:三倍|双倍|十倍|全额|多倍|加倍|\d倍).{0,2}(?:退|赔)|(?:甲醛|质量问题|不合格|召回|丢件|丢失).{0,14}(?:退款|赔|退)/,
  },
  {
    means: 'refund',
    needs: '赔',
    pattern: /(?:三倍|双倍|十倍|全额|多倍|加倍|\d倍).{0,2}赔|(?:丢件|丢失|破损).{0,14}(?:赔付|理赔|赔偿)/,
  },
  {
    means: 'credit_threat',
    needs: '征信',
    pattern:
      /(?:影响|纳入|录入|列入|损害|写入|报送|上报|进入).{0,8}征信|征信.{0,6}(?:受损|逾期|污点|不良|黑名单|修复|异常)/,
  },
  {
    means: 'hours_left',
    needs: '小时',
    pattern: /(?:[12一二两]|24)个?小时(?:内|后|之内|以后).{0,32}(?:停|关|销|冻|作废|失效|强制|中断)/,
  },
  { means: 'hours_left', needs: 'hour', pattern: /\b(?:in|within) (?:1|2|two|24|one) hours?/ },
  {
    means: 'hours_left',
    needs: '今',
    pattern: /今(?:日|天|晚|晚上|日内|天内).{0,10}(?:停|关|销|冻|作废|失效|强制|中断)/,
  },
  {
    means: 'price',
    needs: '元',
    pattern: /\d{2,4}元(?:一次|一个|每个|包|起|\/)|(?:只要|只需|仅需|收费|价格|费用|收)\d{2,4}元?/,
  },
  { means: 'price', needs: '价', pattern: /价格(?:优惠|公道|便宜|面议|低|实惠|\d+)|优惠价|明码标价/ },
  {
    means: 'discount',
    needs: '折',
    pattern:
      /(?:充值?|话费|缴费|缴|代充|流量).{0,8}[1-9](?:\.\d)?折|[1-9](?:\.\d)?折.{0,6}(?:充|话费|缴)|充\d+(?:只要|只需|实付|仅需)\d+/,
  },
  { means: 'discount', needs: '只', pattern: /充\d+(?:元)?(?:只要|只需|实付|仅需)\d+/ },
  {
    means: 'insider',
    needs: '解',
    pattern: /(?:代办|代|包|专业|快速|秒|帮你|帮您|可以帮|能帮).{0,6}(?:解封|解除|解限|解停|解标)/,
  },
  {
    means: 'insider',
    needs: '复机',
    pattern: /(?:代|包|专业|快速|秒|帮你|帮您|可以帮|能帮|远程).{0,6}复机|复机.{0,6}(?:找我|私聊|包过|有偿|代办)/,
  },
  {
    means: 'insider',
    needs: '标记',
    pattern: /(?:专业|快速|包|代|各种|全网|全平台).{0,8}(?:去|清除|取消|清|消除)?.{0,4}标记/,
  },
  {
    means: 'insider',
    needs: '元',
    pattern: /(?:转账|付款|支付|红包|付|转|打)\d{2,4}元.{0,18}(?:复机|解封|恢复|解除|开机|取消标记)/,
  },
  { means: 'insider', needs: '给你', pattern: /(?:交|付|给)\d{2,4}.{0,8}给[你您].{0,2}(?:开|解|恢复|搞定|处理)/ },
  {
    means: 'insider',
    needs: '我们',
    pattern: /我们(?:可以|能|专业|提供)?.{0,2}(?:清除|清理|消除|去除|取消标|解封|恢复|代办)/,
  },
  {
    means: 'contact',
    needs: 'v',
    pattern: /(?:加|\+|联系|咨询)v(?![a-z])|(?<![a-z])(?:vx|wx|v)[:;] ?[a-z0-9_]{5,}|v信/,
  },
  {
    means: 'ask_bank',
    needs: '密码',
    pattern: new RegExp(
      `${NOT_ASKED}(?:回复|提供|发送|编辑|告知|输入|填写).{0,12}(?:服务密码|支付密码|取款密码|交易密码)`,
    ),
  },
  {
    means: 'ask_bank',
    needs: '身份证',
    pattern: new RegExp(`${NOT_ASKED}(?:回复|发送|编辑|告知).{0,8}身份证号(?!码?后)`),
  },
  {
    means: 'kin_plea',
    needs: '费',
    pattern:
      /(?:手术费|住院费?|医药费|学费|课程费|补课费|资料费|培训费|报名费|保释|赔偿|生活费).{0,24}(?:打|转|汇|付|收款码|卡上|账户|二维码)/,
  },
  {
    means: 'kin_plea',
    needs: '急',
    pattern: /(?:急用|急需|应急|着急用).{0,14}(?:打|转|汇|钱|付|\d{3,}|[一二三四五六七八九两][千百万])/,
  },
  { means: 'refund', needs: '退款', pattern: /(?:给您|为您|给你|需要|申请|可以?|办理).{0,4}退款/ },
  { means: 'pay_by_code', needs: '扫', pattern: /扫.{0,4}码.{0,6}(?:缴|交|付|充)/ },
  {
    means: 'money_to_card',
    needs: '到',
    pattern:
      /(?:请|直接|就|麻烦).{0,8}(?:钱|款|房租|租金|货款).{0,4}(?:汇|打|转|存)(?:到|入|在).{0,12}(?:卡|账户|账号|农行|工行|建行|中行|邮政|支付宝)|(?:房租|租金).{0,4}(?:汇|打|转|存)(?:到|入).{0,12}(?:卡|账|行)/,
  },
  {
    means: 'insider',
    needs: '帮',
    pattern: /(?:可以|能)帮[你您].{0,12}(?:弄开|解开|开通|恢复|搞定|解封|复机|清除|取消标)/,
  },
  {
    means: 'kin_plea',
    needs: '',
    pattern: /(?:手术|急病|住院|车祸|出事|抢救|病危).{0,20}(?:转|打|汇|垫).{0,3}(?:\d|[一二三四五六七八九两]|钱)/,
  },
  {
    means: 'insider',
    needs: '费',
    pattern: /(?:支付|缴纳|交|付).{0,3}\d{1,4}元?(?:保号|开机|激活|解冻|恢复|解封|复机)/,
  },
  {
    means: 'boss_chat',
    needs: '我是',
    pattern:
      /我是(?:你们?|咱们?|我们|单位|公司|学校|局里|新来的|新上任)?[^,。!?]{0,10}(?:书记|局长|校长|院长|主任|处长|董事长|总经理|领导|老板|[\u4e00-\u9fff]总)[^。]{0,30}(?:加|添加|联系|私下|方便|有个事|有件事|找你|来我)/,
  },
  {
    means: 'loan_bait',
    needs: '额度',
    pattern:
      /(?:\d+(?:\.\d+)?万?元?|\d{4,})的?(?:借款|贷款|备用金|信用)?额度[^。]{0,8}(?:审批|通过|待领|已到|可领|可提|生效|到账|未领|未提)/,
  },
  {
    means: 'fee_scare',
    needs: '扣',
    pattern:
      /(?:不|未)(?:及时|主动|申请)?(?:取消|关闭|退订|注销)[^。]{0,12}(?:扣|收取)|(?:每月|每年|按月|自动)(?:扣|代扣|扣除|扣款|扣费)[^。]{0,20}(?:不|未)(?:及时|主动)?(?:取消|关闭)/,
  },
  {
    means: 'ask_bank',
    needs: '密码',
    pattern: new RegExp(`${NOT_ASKED}(?:回复|提供|发送|编辑|告知|填写)[^。]{0,14}(?:卡号|账号)[、+和及,]?密码`),
  },
  {
    means: 'kin_trick',
    needs: 'phone',
    pattern:
      /(?:dropped|broke|lost|smashed|damaged) my (?:old )?phone|my phone (?:is|got) (?:broken|lost|stolen|smashed)/,
  },
  { means: 'kin_trick', needs: 'new number', pattern: /(?:this is|here is|it's) my new number/ },
  {
    means: 'kin_money',
    needs: ' ',
    pattern: /(?:transfer|send|lend|wire|pay) (?:me |us |him |her |them |my [a-z]+ )?(?:rmb |cny |¥|\$|£)?\d{2,}/,
  },
  {
    means: 'loan_bait',
    needs: '贷',
    pattern: /(?:急用钱|缺钱|周转|资金)[^。]{0,10}贷|贷[^。]{0,8}(?:秒|当天|当日|立即|马上)(?:到|放|下|批)/,
  },
];
