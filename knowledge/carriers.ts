import type { Carrier } from '../src/domain/knowledge/carrier.ts';
import { b, practice, recalled } from './sources.ts';

const GUIDE = practice('四家运营商复机指引（媒体转述）');
const ANY_SHOP = b('全国任何一家本品牌自有营业厅', 'Any own-brand shop nationwide');
const SENT_HOME = b(
  '不少人仍被要求回归属地，或去指定的厅。去之前打电话问哪个厅有权办，提一句官方指引和“异地复机”。',
  'Many were still sent to their home city or one named shop. Call first, and name the published guide.',
);

/** Who holds the contract. The published guide and what people met are kept apart. */
export const CARRIERS: readonly Carrier[] = [
  {
    carrierId: 'china-mobile',
    name: b('中国移动', 'China Mobile'),
    aliases: ['移动', '中移动', 'CMCC', '全球通', '动感地带', '神州行'],
    virtual: false,
    hostId: null,
    hotline: '10086',
    complaintLine: '10080',
    app: b('中国移动 App', 'China Mobile app'),
    hosts: ['10086.cn'],
    online: b(
      '短信里的链接，或者经 10086、App 里的“二次实人认证”“线上复机”；视频坐席也可能有。据说一个月只能线上核验一次。',
      'The link in its message, or 10086 and the app’s own check; perhaps a video agent. Said to work once a month.',
    ),
    shops: { promised: ANY_SHOP, seen: SENT_HOME },
    ...GUIDE,
  },
  {
    carrierId: 'china-unicom',
    name: b('中国联通', 'China Unicom'),
    aliases: ['联通', 'CUCC', '沃'],
    virtual: false,
    hostId: null,
    hotline: '10010',
    complaintLine: '10015',
    app: b('中国联通 App', 'China Unicom app'),
    hosts: ['10010.com'],
    online: b(
      '在 App 里搜“自助复通”，或者用官方公众号。据说停机 7 天内可以线上办，过了只能去厅。',
      'Search 自助复通 in the app, or use its WeChat account. Said to work within seven days of the stop, later only in a shop.',
    ),
    shops: { promised: b('本品牌自有营业厅', 'Any own-brand shop'), seen: SENT_HOME },
    ...GUIDE,
    unsure: b('10015 是记忆中的号码。', '10015 is a recalled number.'),
  },
  {
    carrierId: 'china-telecom',
    name: b('中国电信', 'China Telecom'),
    aliases: ['电信', 'CTCC', '天翼'],
    virtual: false,
    hostId: null,
    hotline: '10000',
    complaintLine: null,
    app: b('中国电信 App', 'China Telecom app'),
    hosts: ['189.cn'],
    online: b(
      '短信里的链接、公众号、小程序或网上营业厅。四川的通知写过：停机后有 30 天可以核验。',
      'The link in its message, WeChat account, mini-programme or web shop. A notice in Sichuan gave thirty days after the stop.',
    ),
    shops: { promised: ANY_SHOP, seen: SENT_HOME },
    ...GUIDE,
    unsure: b(
      '没有查到升级投诉的专门号码：打 10000，要求“升级投诉”。',
      'No second-level number was found: call 10000 and ask for 升级投诉.',
    ),
  },
  {
    carrierId: 'china-broadnet',
    name: b('中国广电', 'China Broadnet'),
    aliases: ['广电', 'CBN'],
    virtual: false,
    hostId: null,
    hotline: '10099',
    complaintLine: null,
    app: null,
    hosts: ['10099.com.cn'],
    online: b('按它的短信办。', 'As its message says.'),
    shops: {
      promised: b('广电营业厅', 'A Broadnet shop'),
      seen: b('没有见到个人讲述。', 'No personal account was found.'),
    },
    ...GUIDE,
    unsure: b('10099 和网址是记忆中的，用前先核对。', '10099 and the site are recalled; check before use.'),
  },
  {
    carrierId: 'xiaomi-mobile',
    name: b('小米移动', 'Xiaomi Mobile'),
    aliases: [],
    virtual: true,
    hostId: null,
    hotline: '10046',
    complaintLine: null,
    app: null,
    hosts: [],
    online: b(
      '用它短信里的链接或渠道，先在它自己的 App 里核对。',
      'The way its message names; check it in its own app first.',
    ),
    shops: {
      promised: b('没有查到自有营业厅', 'No shops of its own were found'),
      seen: b('先打它自己的电话问。', 'Call its own line first.'),
    },
    ...practice('公开整理的客服号码'),
  },
  {
    carrierId: 'virtual-carrier',
    name: b('虚拟运营商', 'A virtual carrier'),
    aliases: ['虚商', '移动转售', 'MVNO'],
    virtual: true,
    hostId: null,
    hotline: null,
    complaintLine: null,
    app: null,
    hosts: [],
    online: b(
      '号码在卡套、品牌 App 或官网上。它是和你签合同的一方，给它提供网络的移动、联通、电信不能替它解除。',
      'Its line stands on the card’s cover, in its app or on its site. It is your contract party; the host network cannot lift its mark.',
    ),
    shops: {
      promised: b('多半没有营业厅', 'Mostly none'),
      seen: b('投诉和申诉的次序一样：先找它，再找 12300。', 'The ladder is the same: the carrier first, then 12300.'),
    },
    ...recalled('移动通信转售业务的规则'),
  },
];
