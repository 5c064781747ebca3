import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { b, law, unsure } from '../sources.ts';

const HENAN = '河南省电信条例（2020年）';
const CHONGQING = '重庆市电信条例（2018年文本）';
const CURRENT = b(
  '两地的文本是否仍是最新，没有核实。',
  'Whether these provincial texts are still current was not verified.',
);

/** Where a province says something else. The earlier date reminds; only the later one declares somebody late. */
export const PROVINCES: readonly Law[] = [
  {
    lawId: 'PV-HA-24',
    title: b('河南：交清后 24 小时恢复', 'Henan: back within 24 hours of paying'),
    plain: b(
      '河南规定交清后最迟 24 小时恢复；欠费停机期间也不得限制紧急呼叫。',
      'Henan wants service back within 24 hours of full payment, and emergency calls untouched during a stop for arrears.',
    ),
    binds: ['carrier'],
    periods: ['carrier.restoreAfterPay'],
    runsFrom: b('全部交清', 'Payment in full'),
    ...law(HENAN, '第24条'),
    unsure: b(
      '它也写了三十天、六十天，却没有写手机合同可以另外约定；和国家条例怎么衔接，没有核实。',
      'It repeats the thirty and sixty days without the exception for mobile contracts; how the two fit was not verified.',
    ),
  },
  {
    lawId: 'PV-HA-38',
    title: b('河南：投诉 5 个工作日答复', 'Henan: an answer in five working days'),
    plain: b(
      '河南的运营商要在 5 个工作日内处理并答复投诉；申诉机构收到后 15 天内告知，复杂的可以延长。',
      'In Henan the carrier answers a complaint in five working days; the appeal body informs within fifteen days, longer in complex cases.',
    ),
    binds: ['carrier', 'authority'],
    periods: ['carrier.reply'],
    runsFrom: b('收到投诉', 'Receipt of the complaint'),
    ...law(HENAN, '第38条'),
    unsure: CURRENT,
  },
  {
    lawId: 'PV-HA-41',
    title: b('河南：话费超过三倍就要提醒', 'Henan: told from three times the usual'),
    plain: b(
      '河南把“话费突然变多”定为前三个月平均数的三倍，国家条例是五倍。',
      'Henan counts charges as abnormal from three times the three-month average; nationally it is five.',
    ),
    binds: ['carrier'],
    ...law(HENAN, '第41条'),
    unsure: CURRENT,
  },
  {
    lawId: 'PV-CQ-20',
    title: b('重庆：15 个工作日答复，可以直接起诉', 'Chongqing: fifteen working days, and court at once'),
    plain: b(
      '重庆的运营商 15 个工作日内答复；申诉机构当天决定是否受理，受理后 30 天内调解；用户也可以不投诉、不申诉，直接找消协、仲裁或法院。',
      'In Chongqing the carrier answers in fifteen working days; the appeal body decides on acceptance the same day and mediates within thirty; users may also go straight to the consumer body, arbitration or court.',
    ),
    binds: ['carrier', 'authority'],
    periods: ['carrier.reply'],
    runsFrom: b('收到投诉', 'Receipt of the complaint'),
    ...law(CHONGQING, '第20、26条'),
    unsure: CURRENT,
  },
];

export const PROVINCES_BACKGROUND: readonly Law[] = [
  {
    lawId: 'PV-other',
    title: b('别的省', 'Other provinces'),
    plain: b(
      '别的省也可能有自己的电信条例，没有核对。',
      'Other provinces may have rules of their own; none was checked.',
    ),
    ...unsure('未核对'),
  },
];
