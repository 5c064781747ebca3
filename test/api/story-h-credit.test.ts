import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import type { Body } from '../support/client.ts';
import { done, Lives } from '../support/lives.ts';
import { usePages, wordsOf } from '../support/visitor.ts';

const app = useApp();
const lives = new Lives(app);
const pages = usePages(app);
const HOLDER = 'sun-hao';
const DAY = 86_400_000;

const defaulted = (contract: string, days = 60) => ({
  kind: 'contract_defaulted',
  contract_id: contract,
  overdue_days: days,
  overdue_fen: 120_000,
});
const settled = (contract: string) => ({
  kind: 'contract_settled',
  contract_id: contract,
  settlement_id: `proof-${contract}`,
});

describe('story H: credit', () => {
  it('flags a defaulted contract under the contract, and settlement lifts it at once', async () => {
    const { mobile } = await lives.line(HOLDER);
    const [flagId] = done(await lives.fact(mobile, defaulted('c-1')), 201).flag_ids;
    const flag = done(await app.as(HOLDER).get(`/flags/${flagId}`), 200);
    expect(flag).toMatchObject({ cause: 'credit', layer: 'account', status: 'active' });
    expect(flag.reasons).toMatchObject({
      code: 'B1',
      ground: { kind: 'contract', clause: '7.1' },
      lift_condition: { kind: 'settled', contract_ids: ['c-1'] },
    });
    const page = await pages.signedIn(HOLDER);
    expect(wordsOf((await page.get(`/flags/${flagId}`)).body)).toContain('把合约的欠款结清');

    expect(done(await lives.fact(mobile, settled('of another contract')), 201).lift_ids).toEqual([]);
    const paid = done(await lives.fact(mobile, settled('c-1')), 201);
    expect(paid.lift_ids).toHaveLength(1);
    await lives.confirmAll(paid.lift_ids[0]);
    expect(done(await app.as(HOLDER).get(`/flags/${flagId}`), 200)).toMatchObject({
      status: 'lifted',
      lifted_because: 'remedied',
    });
    const after = (await page.get(`/flags/${flagId}`)).body;
    expect(wordsOf(after)).toContain('信用报告还写着没还：提异议');
    expect(after).toContain('/guides/cause/B2');
  });

  it('does not flag a contract that was settled, whichever was told first, nor one just overdue', async () => {
    const { mobile } = await lives.line(HOLDER);
    expect(done(await lives.fact(mobile, defaulted('c-2', 29)), 201).flag_ids).toEqual([]);
    done(await lives.fact(mobile, settled('c-3')), 201);
    app.clock.advance(DAY);
    expect(done(await lives.fact(mobile, defaulted('c-3')), 201).flag_ids).toEqual([]);
  });

  it('sets twenty days running for an objection to a wrong entry, which is not the carrier’s to answer', async () => {
    const report = done(
      await app.as(HOLDER).post('/reports', {
        mobile_number: '13812340001',
        carrier_id: 'china-mobile',
        province: 'CN-JS',
        holder: true,
        opened_at: '2025-06-01T09:00:00+08:00',
        flags: [{ code: 'B2', functions: [], since: app.clock.now(), body: '某银行' }],
        statement: '',
      }),
      201,
    );
    const contact = {
      way: 'letter',
      counterpart: 'credit_centre',
      gist: 'complained',
      flag_ids: [],
      at: app.clock.now(),
      promised_for: null,
      materials: [],
      ticket: '',
      spoke_with: '',
      words: '已结清，报告仍写未还。',
    };
    const filed = done(await app.as(HOLDER).post(`/cases/${report.case_id}/contacts`, contact), 200);
    const clock = filed.clocks.find((one: Body) => one.rule_id === 'credit.objection');
    expect(clock).toMatchObject({ binds: 'bureau', status: 'running' });
    expect(Date.parse(clock.due_at) - Date.parse(app.clock.now())).toBeGreaterThan(19 * DAY);
    expect(Date.parse(clock.due_at) - Date.parse(app.clock.now())).toBeLessThan(22 * DAY);
  });

  it('writes no objection to an entry that is right, and says what helps instead', async () => {
    const visitor = pages.visitor();
    const form = await visitor.hiddenOf('/letters/credit-objection?code=B2', '/letters/credit-objection');
    const typed = { ...form, name: '孙浩', mobile: '13812340001', credit_entry: '2025年3月逾期一期' };
    const right = await visitor.post('/letters/credit-objection', typed);
    expect(right.statusCode).toBe(422);
    expect(wordsOf(right.body)).toContain('记录属实的谁也删不掉，花钱“修复”是骗局');
    expect(right.body).toContain('2025年3月逾期一期');
    const guide = wordsOf((await visitor.get('/guides/cause/B2')).body);
    expect(guide).toContain('还清后等五年');
    expect(guide).toContain('20 天');
    const wrong = await visitor.post('/letters/credit-objection', { ...typed, mistaken: 'yes', claims: 'yes' });
    expect(wordsOf(wrong.body)).toContain('征信');
  });
});
