import type { Law } from '../../src/domain/knowledge/knowledge.ts';
import { b, CIVIL, law, ours, recalled } from '../sources.ts';

/** How days are counted. The code that counts is in `src/domain/clocks`; these are its rules in words. */
export const TIME: readonly Law[] = [
  {
    lawId: 'T-1',
    title: b('期限怎么数：从第二天起', 'Counting: from the next day'),
    plain: b(
      '按天、月、年算的，当天不算，从第二天起数。按月、年的，到期那个月没有同一天，就是那个月最后一天。',
      'In days, months and years the first day is left out. A month that lacks the day ends on its last.',
    ),
    binds: ['everybody'],
    ...law(CIVIL, '第201、202条'),
  },
  {
    lawId: 'T-2',
    title: b('按小时的，从那一刻起', 'Hours run from the moment'),
    plain: b(
      '按小时算的，从发生的时刻起数，一般不因放假顺延。',
      'Periods in hours run from the moment, and as a rule do not roll over holidays.',
    ),
    binds: ['everybody'],
    ...law(CIVIL, '第201条第2款'),
    unsure: b('“不顺延”是理解，条文没有写。', 'That they do not roll is a reading, not in the text.'),
  },
  {
    lawId: 'T-4',
    title: b('最后一天放假，往后顺延', 'A last day off moves on'),
    plain: b(
      '最后一天是法定休假日的，到休假结束的第二天为止；调休上班的周末不顺延。提醒你的期限，我们不顺延，免得错过。',
      'A period that ends on a day off ends the day after; a weekend that is worked does not roll. Limits on you we never roll, so that none is missed.',
    ),
    binds: ['everybody'],
    ...law(CIVIL, '第203条'),
    unsure: b('周末怎么算“法定休假日”，法律没有写明。', 'The code does not define whether weekends are days off.'),
  },
];

export const TIME_BACKGROUND: readonly Law[] = [
  {
    lawId: 'T-5',
    title: b('截止到几点', 'At what hour it ends'),
    plain: b(
      '到二十四时为止；有营业时间的，到停止营业为止。',
      'At midnight, or at close of business where there are hours.',
    ),
    ...law(CIVIL, '第203条第2款'),
  },
  {
    lawId: 'T-6',
    title: b('另有规定的，从其规定', 'Other rules go first'),
    plain: b('别的法律或约定可以另外规定。', 'Another law or an agreement may differ.'),
    ...law(CIVIL, '第204条'),
  },
  {
    lawId: 'T-7',
    title: b('工作日', 'Working days'),
    plain: b('周一到周五，减去放假的，加上调休上班的。', 'Monday to Friday, less days off, plus make-up days.'),
    ...recalled('国务院放假安排'),
  },
  {
    lawId: 'T-8',
    title: b('寄给法院的材料', 'Papers sent to a court'),
    plain: b(
      '到期前交邮的，不算过期；在途时间不算。只适用于法院。',
      'In time if posted before the end; travel is left out. Courts only.',
    ),
    binds: ['court'],
    ...law('民事诉讼法', '第85条'),
  },
  {
    lawId: 'T-9',
    title: b('时区', 'Time zone'),
    plain: b('一律按北京时间。', 'Everything counts in Beijing time.'),
    ...ours,
  },
];
