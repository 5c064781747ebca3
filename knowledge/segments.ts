import type { Segment, SegmentKind } from '../src/domain/knowledge/carrier.ts';
import type { Sourced } from '../src/domain/knowledge/sourced.ts';
import { practice, publicPage, recalled } from './sources.ts';

const TABLES: Sourced = publicPage('公开维护的号段表（2022年前后）');
const MOBILE_DIGITS = 11;
const DEVICE_DIGITS = 13;
const RELAY_DIGITS = 15;

/**
 * First digits and whom they were given to. A hint: numbers can be ported, so ask the person.
 * Only virtual carriers' segments are firm, because their numbers are not ported.
 */
export const SEGMENTS: readonly Segment[] = [
  ...segments(
    'mobile',
    'china-mobile',
    '1340 1341 1342 1343 1344 1345 1346 1347 1348 135 136 137 138 139 147 150 151 152 157 158 159 172 178 182 183 184 187 188 195 197 198',
  ),
  ...segments('mobile', 'china-unicom', '130 131 132 145 155 156 166 175 176 185 186 196'),
  ...segments(
    'mobile',
    'china-telecom',
    '133 149 153 173 17400 17401 17402 17403 17404 17405 177 180 181 189 190 191 193 199',
  ),
  ...segments('mobile', 'china-broadnet', '192'),
  ...segments('virtual', 'china-mobile', '165 1703 1705 1706'),
  ...segments('virtual', 'china-unicom', '167 171 1704 1707 1708 1709'),
  ...segments('virtual', 'china-telecom', '162 1700 1701 1702'),
  ...segments('satellite', 'china-telecom', '1349'),
  ...segments('satellite', null, '1749'),
  ...segments('emergency', null, '17406 17407 17408 17409 17410 17411 17412'),
  ...segments('device', 'china-mobile', '1440 1441 148', TABLES, DEVICE_DIGITS),
  ...segments('device', 'china-unicom', '146', TABLES, DEVICE_DIGITS),
  ...segments('device', 'china-telecom', '1410', TABLES, DEVICE_DIGITS),
  ...segments('device', 'china-mobile', '10648', recalled('物联网号段'), DEVICE_DIGITS),
  ...segments('device', 'china-unicom', '10646', recalled('物联网号段'), DEVICE_DIGITS),
  ...segments('device', 'china-telecom', '10649', recalled('物联网号段'), DEVICE_DIGITS),
  ...segments('relay', null, '700', publicPage('工业和信息化部隐私号码试点（2025年7月）'), RELAY_DIGITS),
  ...segments('unallocated', null, '142 143 154 161 164 194', practice('2022 年公开报道')),
];

function segments(
  kind: SegmentKind,
  carrierId: string | null,
  prefixes: string,
  about: Sourced = TABLES,
  length: number = MOBILE_DIGITS,
): Segment[] {
  return prefixes.split(' ').map((prefix) => ({ prefix, kind, length, carrierId, ...about }));
}
