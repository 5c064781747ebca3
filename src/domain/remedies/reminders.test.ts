import { describe, expect, it } from 'vitest';
import type { ReminderAnswers } from './reminders.ts';
import { makeReminders } from './reminders.ts';

const NONE: ReminderAnswers = { billDay: '', use: false, idExpiry: '', workFrom: '', labels: false, lookUp: false };
const TODAY = '2026-11-23';
const made = (answers: Partial<ReminderAnswers>) => makeReminders({ ...NONE, ...answers }, TODAY);

describe('reminders', () => {
  it.each([
    ['5', '2026-12-05', 'FREQ=MONTHLY;BYMONTHDAY=5'],
    ['23', '2026-12-23', 'FREQ=MONTHLY;BYMONTHDAY=23'],
    ['24', '2026-11-24', 'FREQ=MONTHLY;BYMONTHDAY=24'],
    ['31', '2026-11-30', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
  ])('for a bill on day %s come from %s on, also in short months', (billDay, day, repeats) => {
    expect(made({ billDay })).toEqual({ reminders: [{ kind: 'bill', day, repeats }] });
  });

  it('for an ID come ninety and thirty days ahead and on the day, never in the past', () => {
    const days = (idExpiry: string) => {
      const found = made({ idExpiry });
      return 'reminders' in found ? found.reminders.map(({ day }) => day) : [];
    };
    expect(days('2027-06-30')).toEqual(['2027-04-01', '2027-05-31', '2027-06-30']);
    expect(days('2026-12-01')).toEqual(['2026-11-24', '2026-12-01']);
  });

  it.each([
    [{ billDay: '32' }, 'reminder.bad_day', '/bill_day'],
    [{ billDay: '0' }, 'reminder.bad_day', '/bill_day'],
    [{ billDay: '五' }, 'reminder.bad_day', '/bill_day'],
    [{ idExpiry: '2026-02-30' }, 'reminder.bad_date', '/id_expiry'],
    [{ idExpiry: '2026-11-23' }, 'reminder.past_date', '/id_expiry'],
    [{ workFrom: '2099-01-01' }, 'reminder.bad_date', '/work_from'],
    [{}, 'reminder.none_chosen', '/bill_day'],
  ])('%o is refused at its field', (answers, code, pointer) => {
    expect(made(answers)).toMatchObject({ refusals: [{ code, pointer }] });
  });
});
