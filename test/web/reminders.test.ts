import { expect, test } from 'vitest';
import { useApp } from '../support/app.ts';
import { usePages } from '../support/visitor.ts';

const app = useApp();
const pages = usePages(app);
const get = (url: string) => pages.visitor().get(url);

test('reminders are one calendar file with every date, its repetition and an alarm', async () => {
  const { body, headers, statusCode } = await get(
    '/reminders/calendar.ics?bill_day=31&use=yes&id_expiry=2026-09-30&look_up=yes',
  );
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toContain('text/calendar');
  const events = body.split('BEGIN:VEVENT').slice(1);
  expect(events).toHaveLength(6);
  for (const event of events) expect(event).toMatch(/DTSTART;VALUE=DATE:2026\d{4}\r\n/);
  for (const event of events) expect(event).toContain('BEGIN:VALARM');
  expect(body).toContain('RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1');
  expect(body).toContain('RRULE:FREQ=YEARLY');
  expect(body).not.toContain('reminders.');
});

test('a wrong answer comes back at its field with everything else as it was typed', async () => {
  const { body, statusCode } = await get('/reminders/calendar.ics?bill_day=40&id_expiry=2026-09-30&use=yes');
  expect(statusCode).toBe(422);
  expect(body).toContain('id="bill_day-error"');
  expect(body).toContain('value="40"');
  expect(body).toContain('value="2026-09-30"');
  expect((await get('/reminders/calendar.ics')).statusCode).toBe(422);
});

test('the way there is shown where prevention is', async () => {
  expect((await get('/guides/other/prevention')).body).toContain('href="/reminders"');
  expect((await get('/reminders?lang=en')).body).toContain('calendar');
});
