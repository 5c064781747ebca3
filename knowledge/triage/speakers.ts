import type { KnownSpeaker } from '../../src/domain/triage/speaker.ts';

const words = (list: string) => list.split(/\s+/).filter((word) => word !== '');
const many = (kind: KnownSpeaker['kind'], list: string): KnownSpeaker[] =>
  words(list).map((name) => ({ kind, name, phrases: [name] }));

/** Who may speak, by the names they use. What a text calls itself proves nothing; it only says who to ask. */
export const SPEAKERS: readonly KnownSpeaker[] = [
  {
    kind: 'carrier',
    name: '中国移动',
    phrases: words('中国移动 移动客服 移动公司 移动营业厅 北京移动 10086 chinamobile 移动】'),
  },
  {
    kind: 'carrier',
    name: '中国联通',
    phrases: words('中国联通 联通客服 联通用户 联通公司 10010 chinaunicom 联通】 联通通知'),
  },
  {
    kind: 'carrier',
    name: '中国电信',
    phrases: words('中国电信 电信客户 电信公司 电信客服 10000号 chinatelecom 电信】 天翼'),
  },
  { kind: 'carrier', name: '中国广电', phrases: words('中国广电 广电网络 10099 广电5g 广电】') },
  ...many(
    'virtual_carrier',
    `小米移动 阿里通信 蜗牛移动 华翔电话卡 华翔联信 迪信通 远特通信 分享通信 朗玛移动 苏宁互联 国美极信 京东通信 天音移动 红豆电信 乐语通讯 民生通讯 海航通信 爱施德
    话机世界 星美生活 鹏博士 二六三移动 中麦通信 巴士在线 用友移动 连连科技 北纬蜂巢 广东恒大 银盛通信 海尔通讯 长江时代 联想懂的 普泰移动 优酷移动 虚拟运营商 长城移动 和生创新 世纪互联 航信通信 通信】 互联】`,
  ),
  {
    kind: 'regulator',
    name: '工业和信息化部',
    phrases: words('工信部 工业和信息化部 通信管理局 通管局 12300 12381 12321 申诉受理中心 中国信通院'),
  },
  {
    kind: 'police',
    name: '公安机关',
    phrases: words(
      '分局】 支队】 大队】 公安反诈 公安局 公安机关 公安】 公安提醒 派出所 反诈中心 反诈骗中心 96110 刑侦 警方 民警 公安厅 公安部',
    ),
  },
  ...many(
    'bank',
    `工商银行 建设银行 农业银行 中国银行 交通银行 招商银行 邮储银行 光大银行 浦发银行 兴业银行 民生银行 平安银行 中信银行 华夏银行 广发银行 农商银行 农村信用社
    工行 建行 农行 招行 浦发 信用社 银联 支付宝 微信支付 网商银行 微众银行 村镇银行`,
  ),
  ...many(
    'label_service',
    '泰迪熊 电话邦 手机管家 百度手机卫士 360手机卫士 搜狗号码通 钱盾 触宝 来电管家 号码公众平台',
  ),
  ...many(
    'company',
    `微信安全中心 微信团队 腾讯 淘宝 京东 顺丰 圆通 中通 韵达 申通 美团 饿了么 抖音 快手 知乎 去哪儿 携程 icloud apple 苹果 etc 社保 医保 公积金 外交部 交管12123 12123 车管所 税务局 人社局 邮政 极兔
    菜鸟 滴滴 12306 国家电网 国网 燃气 自来水 物业 学校 幼儿园 保险 人寿 证券 微博 王者荣耀 网易 闲鱼 拼多多 天猫 小红书 航空 教务处 丰巢 车管 医院 疾控 社区 居委会 法院 检察院 交警`,
  ),
];
