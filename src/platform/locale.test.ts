import { describe, expect, test } from 'vitest';
import {
  formatBytes,
  formatDate,
  formatMoment,
  formatMoney,
  formatPhone,
  formatSince,
  formatTimeLeft,
  timeLeft,
} from './locale.ts';

const now = '2026-11-23T04:12:01.123Z';

describe('moments', () => {
  test.each([
    ['2026-11-23T10:00:00.000Z', '11月23日 周一 18:00', 'Mon 23 Nov, 18:00'],
    ['2026-11-23T16:00:00.000Z', '11月24日 周二 00:00', 'Tue 24 Nov, 00:00'],
    ['2026-12-31T16:30:00.000Z', '2027年1月1日 周五 00:30', 'Fri 1 Jan 2027, 00:30'],
    ['2024-02-29T01:05:00.000Z', '2024年2月29日 周四 09:05', 'Thu 29 Feb 2024, 09:05'],
  ])('%s is told in Shanghai time', (instant, zh, en) => {
    expect(formatMoment('zh-CN', instant, now)).toBe(zh);
    expect(formatMoment('en', instant, now)).toBe(en);
  });

  test('agree with the calendar of the platform', () => {
    for (let day = 0; day < 800; day += 1) {
      const instant = Temporal.Instant.from('2025-01-01T15:59:59.999Z').add({ hours: 24 * day + (day % 24) });
      const there = instant.toZonedDateTimeISO('Asia/Shanghai');
      const text = formatMoment('zh-CN', instant.toString({ smallestUnit: 'millisecond' }));
      const weekday = '一二三四五六日'[there.dayOfWeek - 1];
      const clock = there.toPlainTime().toString().slice(0, 5);
      expect(text).toBe(`${there.year}年${there.month}月${there.day}日 周${weekday} ${clock}`);
    }
  });

  test('a plain date', () => {
    expect(formatDate('zh-CN', '2026-03-05')).toBe('2026年3月5日');
    expect(formatDate('en', '2026-03-05')).toBe('5 Mar 2026');
  });
});

describe('time left', () => {
  test.each([
    ['2026-11-26T15:59:59.999Z', '还剩 3 天', '3 days left'],
    ['2026-11-24T09:12:01.123Z', '还剩 1 天 5 小时', '1 day 5 h left'],
    ['2026-11-23T05:12:01.123Z', '还剩 1 小时', '1 hour left'],
    ['2026-11-23T05:12:01.122Z', '还剩 59 分钟', '59 min left'],
    ['2026-11-23T04:12:01.123Z', '还剩 0 分钟', '0 min left'],
    ['2026-11-23T04:10:01.122Z', '已超 2 分钟', '2 min late'],
    ['2026-11-21T04:12:01.122Z', '已超 2 天', '2 days late'],
  ])('until %s', (due, zh, en) => {
    expect(formatTimeLeft('zh-CN', timeLeft(now, due))).toBe(zh);
    expect(formatTimeLeft('en', timeLeft(now, due))).toBe(en);
  });

  test('since', () => {
    expect(formatSince('zh-CN', '2026-11-23T04:12:00.000Z', now)).toBe('刚刚');
    expect(formatSince('zh-CN', '2026-11-23T02:00:00.000Z', now)).toBe('2 小时前');
    expect(formatSince('zh-CN', '2026-11-20T02:00:00.000Z', now)).toBe('11月20日 周五 10:00');
  });
});

test('money, size and number', () => {
  expect(formatMoney('zh-CN', 128050)).toBe('1,280.50 元');
  expect(formatMoney('en', -5)).toBe('CNY −0.05');
  expect(formatMoney('zh-CN', 123456789)).toBe('1,234,567.89 元');
  expect(formatBytes(2_516_582)).toBe('2.4 MB');
  expect(formatBytes(10_485_760)).toBe('10 MB');
  expect(formatPhone('+8613800138000')).toBe('138 0013 8000');
  expect(formatPhone('138****8000')).toBe('138 **** 8000');
  expect(formatPhone('10086')).toBe('10086');
});
