import type { YearNotice } from '../src/domain/clocks/calendar.ts';
import type { MovingDays } from '../src/domain/clocks/statutory-days.ts';

/** Every date from the first to the last of `MM-DD..MM-DD` ranges of a year. */
function days(year: number, ...ranges: string[]): string[] {
  return ranges.flatMap((range) => {
    const [first = '', last = first] = range.split('..');
    const found: string[] = [];
    for (
      let at = Date.parse(`${year}-${first}T00:00:00Z`);
      at <= Date.parse(`${year}-${last}T00:00:00Z`);
      at += 86_400_000
    ) {
      found.push(new Date(at).toISOString().slice(0, 10));
    }
    return found;
  });
}

/**
 * Notices of the General Office of the State Council on the arrangement of holidays. A new one is added as a row with the
 * day it was loaded; earlier rows never change, so that an older ledger can be walked again.
 */
export const NOTICES: readonly YearNotice[] = [
  {
    year: 2024,
    off: days(2024, '01-01', '02-10..02-17', '04-04..04-06', '05-01..05-05', '06-10', '09-15..09-17', '10-01..10-07'),
    work: days(2024, '02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'),
    source: '国务院办公厅关于2024年部分节假日安排的通知',
    checked: '2026-11-23',
    loaded: '2026-11-23',
  },
  {
    year: 2025,
    off: days(2025, '01-01', '01-28..02-04', '04-04..04-06', '05-01..05-05', '05-31..06-02', '10-01..10-08'),
    work: days(2025, '01-26', '02-08', '04-27', '09-28', '10-11'),
    source: '国务院办公厅关于2025年部分节假日安排的通知 (gov.cn content_6986383)',
    checked: '2026-11-23',
    loaded: '2026-11-23',
  },
  {
    year: 2026,
    off: days(
      2026,
      '01-01..01-03',
      '02-15..02-23',
      '04-04..04-06',
      '05-01..05-05',
      '06-19..06-21',
      '09-25..09-27',
      '10-01..10-07',
    ),
    work: days(2026, '01-04', '02-14', '02-28', '05-09', '09-20', '10-10'),
    source: '国务院办公厅关于2026年部分节假日安排的通知 (gov.cn content_7047091)',
    checked: '2026-11-23',
    loaded: '2026-11-23',
  },
];

/**
 * Holidays of the moon and the sun in years whose notice is not out, for provisional dates (全国年节及纪念日放假办法, 2024).
 * Kept as a list because software calendars miss a new moon minutes from midnight, as in 2027 and 2030.
 */
export const MOVING_DAYS: readonly MovingDays[] = [
  { year: 2027, springFestival: '02-06', qingming: '04-05', dragonBoat: '06-09', midAutumn: '09-15' },
  { year: 2028, springFestival: '01-26', qingming: '04-04', dragonBoat: '05-28', midAutumn: '10-03' },
  { year: 2029, springFestival: '02-13', qingming: '04-04', dragonBoat: '06-16', midAutumn: '09-22' },
  { year: 2030, springFestival: '02-03', qingming: '04-05', dragonBoat: '06-05', midAutumn: '09-12' },
  { year: 2031, springFestival: '01-23', qingming: '04-05', dragonBoat: '06-24', midAutumn: '10-01' },
  { year: 2032, springFestival: '02-11', qingming: '04-04', dragonBoat: '06-12', midAutumn: '09-19' },
];
