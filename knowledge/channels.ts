import type { Channel } from '../src/domain/knowledge/knowledge.ts';
import { AUTHORITIES } from './authorities.ts';
import { b, practice, publicPage, recalled } from './sources.ts';

const FIRST = b('停机原因、复机办法、工单号', 'Why it is stopped, how to restore it, a ticket number');
const NOT_LABELS = b(
  '别人手机上显示的标签；公安机关要求的停机',
  'Labels on other people’s screens; stops ordered by the police',
);
const AT_ONCE = b('第一步就找它', 'The first step');

const CARRIER_DOORS: readonly Channel[] = [
  {
    channelId: 'china-mobile',
    kind: 'carrier',
    name: b('中国移动客服', 'China Mobile service'),
    phones: ['10086'],
    site: '10086.cn',
    online: b('中国移动 App', 'China Mobile app'),
    takes: FIRST,
    refuses: NOT_LABELS,
    opens: AT_ONCE,
    ...publicPage('运营商官网'),
  },
  {
    channelId: 'china-unicom',
    kind: 'carrier',
    name: b('中国联通客服', 'China Unicom service'),
    phones: ['10010'],
    site: '10010.com',
    online: b('中国联通 App', 'China Unicom app'),
    takes: FIRST,
    refuses: NOT_LABELS,
    opens: AT_ONCE,
    ...publicPage('运营商官网'),
  },
  {
    channelId: 'china-telecom',
    kind: 'carrier',
    name: b('中国电信客服', 'China Telecom service'),
    phones: ['10000'],
    senders: ['10001'],
    site: '189.cn',
    online: b('中国电信 App', 'China Telecom app'),
    takes: b(
      '停机原因、复机办法、工单号。没解决就要求“升级投诉”',
      'Why it is stopped, how to restore it, a ticket number; then ask for 升级投诉',
    ),
    refuses: NOT_LABELS,
    opens: AT_ONCE,
    ...publicPage('运营商官网'),
    unsure: b('没有查到升级投诉的专门号码。', 'No separate second-level number was found.'),
  },
  {
    channelId: 'china-broadnet',
    kind: 'carrier',
    name: b('中国广电客服', 'China Broadnet service'),
    phones: ['10099'],
    site: '10099.com.cn',
    takes: FIRST,
    refuses: NOT_LABELS,
    opens: AT_ONCE,
    ...recalled('运营商客服号码'),
  },
  {
    channelId: 'xiaomi-mobile',
    kind: 'carrier',
    name: b('小米移动客服', 'Xiaomi Mobile service'),
    phones: ['10046'],
    takes: FIRST,
    refuses: NOT_LABELS,
    opens: AT_ONCE,
    ...practice('公开整理的客服号码'),
  },
  {
    channelId: 'virtual-carrier',
    kind: 'carrier',
    name: b('虚拟运营商自己的客服', 'The virtual carrier’s own line'),
    phones: [],
    takes: b(
      '162、165、167、170、171 号段。号码在卡套、App 或官网上；找 10086、10010、10000 没有用',
      'Numbers beginning 162, 165, 167, 170, 171. The number is on the card’s cover, in the app or on the site; the host network cannot help',
    ),
    refuses: NOT_LABELS,
    opens: AT_ONCE,
    ...recalled('虚拟运营商是合同的另一方'),
  },
  {
    channelId: 'mobile-upgrade',
    kind: 'carrier_upgrade',
    name: b('中国移动升级投诉', 'China Mobile, second level'),
    phones: ['10080'],
    hours: b('据说 8:30–17:30', 'Said to be 8:30–17:30'),
    takes: b('打过 10086 还没解决', 'After 10086 did not solve it'),
    opens: b('打过 10086、拿到工单号以后', 'After 10086 gave a ticket number'),
    after: ['china-mobile'],
    ...practice('公开整理的客服号码'),
  },
  {
    channelId: 'unicom-upgrade',
    kind: 'carrier_upgrade',
    name: b('中国联通升级投诉', 'China Unicom, second level'),
    phones: ['10015'],
    takes: b('打过 10010 还没解决', 'After 10010 did not solve it'),
    opens: b('打过 10010、拿到工单号以后', 'After 10010 gave a ticket number'),
    after: ['china-unicom'],
    ...recalled('运营商客服号码'),
  },
  {
    channelId: 'counter',
    kind: 'counter',
    name: b('营业厅', 'Shop'),
    phones: [],
    takes: b(
      '本人核验、交材料、补卡。官方说本品牌自有厅都能办，不少人仍被要求回归属地，去之前先打电话问',
      'Verification in person, papers, a new SIM. Officially any own-brand shop; many were sent to their home city, so call before you travel',
    ),
    refuses: b(
      '别人代做核验；合作网点常常没有复机的权限',
      'A check by somebody else; partner outlets often have no power to restore',
    ),
    offline: b(
      '有人讲述：湖南一对医生夫妻的号码，只有长沙指定的两家厅能办。问清是哪一家再去。',
      'One account: for a doctor couple in Hunan only two named shops in Changsha would do. Ask which one before you go.',
    ),
    ...practice('运营商公开说明与媒体报道'),
    unsure: b('没有查到“任何一家厅都必须给你办”的法律规定。', 'No law was found that every shop must serve you.'),
  },
];

/** Doors, in the order that keeps every right open: carrier, its upgrade line, the regulator; then the others. */
export const CHANNELS: readonly Channel[] = [...CARRIER_DOORS, ...AUTHORITIES];
