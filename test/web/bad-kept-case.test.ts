import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { done } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const pages = usePages(app);
const PERSON = 'lin-xiaoyu';
const NOW = '2026-03-02T10:00';
const CONTACT = { way: 'call', counterpart: 'carrier', gist: 'complained', at: NOW };
let taken = 0;

async function keptCase() {
  taken += 1;
  const body = {
    mobile_number: `137${String(10_000_000 + taken)}`,
    carrier_id: 'china-mobile',
    province: 'CN-JS',
    holder: true,
    opened_at: '2025-06-01T09:00:00+08:00',
    flags: [{ code: 'D1', functions: ['voice_out'], since: '2026-02-27T09:00:00+08:00', body: '' }],
    statement: '',
  };
  const { case_id: caseId } = done(await app.as(PERSON).post('/reports', body), 201);
  const visitor = await pages.signedIn(PERSON);
  const page = `/cases/${caseId}`;
  const record = async (fields: Record<string, string>) => {
    const hidden = await visitor.hiddenOf(page, `${page}/record`);
    return visitor.post(`${page}/record`, { ...hidden, ...CONTACT, ...fields });
  };
  return { visitor, page, record };
}

describe('a contact that cannot be kept as it was written', () => {
  it.each([
    ['words', '先别\u0000停'],
    ['words', '长'.repeat(4_001)],
    ['ticket', '1'.repeat(101)],
    ['spoke_with', '王'.repeat(101)],
    ['at', ''],
    ['at', '2026-02-30T10:00'],
    ['at', '0001-01-01T10:00'],
    ['at', '9999-12-31T23:59'],
    ['at', '2026-03-03T10:00'],
    ['promised_for', '9999-12-31'],
  ])('comes back with what was typed: %s', async (field, value) => {
    const { visitor, page, record } = await keptCase();
    const reply = await record({ ticket: 'T-20260302', [field]: value });
    expect(reply.statusCode).toBe(422);
    if (field !== 'ticket') expect(reply.body).toContain('T-20260302');
    expect(wordsOf((await visitor.get(page)).body)).not.toContain('T-20260302');
  });

  it.each([
    { way: 'toString', counterpart: '__proto__', gist: 'other' },
    { flag_ids: 'x,__proto__' },
    { materials: 'a\u0000' },
    { materials: Array.from({ length: 900 }, (_, at) => `m${at}`).join(',') },
    { promised_for: 'soon' },
  ])('or is taken for what it means, and never fails: %#', async (fields) => {
    const { record } = await keptCase();
    expect([303, 404, 422]).toContain((await record(fields)).statusCode);
  });
});

it('an open door is told as a last day, and counts down as nobody’s duty', async () => {
  const { visitor, page, record } = await keptCase();
  expect((await record({})).statusCode).toBe(303);
  const waiting = await visitor.get(page);
  expect(wordsOf(waiting.body)).not.toContain('12300 不再受理');
  expect((await record({ gist: 'refused' })).statusCode).toBe(303);
  const refused = wordsOf((await visitor.get(page)).body);
  expect(refused).toMatch(/最晚 .+ 去申诉/);
  expect(refused).not.toContain('向 12300 申诉的最后期限');
});

it('the file for a complaint is at hand beside the calendar', async () => {
  const { visitor, page } = await keptCase();
  const href = /href="([^"]+file\.zip)"/.exec((await visitor.get(page)).body)?.[1] ?? '';
  const file = await visitor.get(href);
  expect(file.headers['content-type']).toContain('zip');
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
});
