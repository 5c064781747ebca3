import { expect, it } from 'vitest';
import { calendarFile } from './case-calendar.ts';

const NOW = '2026-03-02T02:00:00.000Z';

it('names the last day itself, reminds the day before, and keeps to the rules of the format', () => {
  const title = '运营商最晚这一天答复；逾期就可以向电信用户申诉受理中心申诉，工单号 20260302, 记得带上'.repeat(2);
  const file = calendarFile([{ uid: 'clock_1_2', dueAt: '2026-03-17T16:00:00.000Z', title, body: '一\n二' }], NOW);
  expect(file).toContain('DTSTART;VALUE=DATE:20260317\r\n');
  expect(file).toContain('TRIGGER:-P1D');
  expect(file).toContain('DESCRIPTION:一\\n二');
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = file.replaceAll('\r\n ', '');
  expect(unfolded).toContain(title.replaceAll(',', '\\,'));
});
