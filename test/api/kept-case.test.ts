import { describe, expect, it } from 'vitest';
import { actOnCase } from '../../src/app/cases/act-on-case.ts';
import { forgetReport } from '../../src/app/numbers/forget-report.ts';
import { listEntries } from '../../src/store/timeline.ts';
import { verifyNumbers } from '../../src/store/verify.ts';
import { MORNING, useApp } from '../support/app.ts';
import { done } from '../support/lives.ts';

const app = useApp();
const DAY_MS = 86_400_000;
let taken = 0;

type Body = Record<string, unknown>;

/** A number that nobody else told of, with these marks. */
async function told(codes: readonly string[], more: Body = {}) {
  taken += 1;
  return done(
    await app.as('lin-xiaoyu').post('/reports', {
      mobile_number: `138${String(10_000_000 + taken)}`,
      carrier_id: 'china-mobile',
      province: 'CN-JS',
      holder: true,
      opened_at: '2025-06-01T09:00:00+08:00',
      flags: codes.map((code) => ({ code, functions: ['voice_out'], since: '2026-02-27T09:00:00+08:00', body: '' })),
      statement: '',
      ...more,
    }),
    201,
  );
}

function contact(caseId: string, gist: string, more: Body = {}) {
  return app.as('lin-xiaoyu').post(`/cases/${caseId}/contacts`, {
    way: 'call',
    counterpart: 'carrier',
    gist,
    flag_ids: [],
    at: app.clock.now(),
    promised_for: null,
    materials: [],
    ticket: '',
    spoke_with: '',
    words: '',
    ...more,
  });
}

describe('a report that is refused', () => {
  const LATER = '2027-01-01T09:00:00+08:00';
  const mark = (since: string) => ({ code: 'D1', functions: ['voice_out'], since, body: '' });

  it.each<[string, Body, string]>([
    ['a beginning that lies ahead', { opened_at: LATER }, '/opened_at'],
    ['a mark that lies ahead', { flags: [mark(MORNING), mark(LATER)] }, '/flags/1/since'],
    ['digits of no mobile number', { mobile_number: '12345678901' }, '/mobile_number'],
  ])('leaves nothing behind: %s', async (_, more, pointer) => {
    const rows = async () => {
      const tables = ['numbers', 'number_lookups', 'number_heads', 'entries'];
      const counted = tables.map((table) => app.ctx.pool.query(`select count(*) from ${table}`));
      return (await Promise.all(counted)).map((found) => found.rows[0].count);
    };
    const before = await rows();
    const reply = await app.as('lin-xiaoyu').post('/reports', {
      mobile_number: '13900139000',
      carrier_id: 'china-mobile',
      province: 'CN-JS',
      holder: true,
      opened_at: '2025-06-01T09:00:00+08:00',
      flags: [mark(MORNING)],
      statement: '',
      ...more,
    });
    expect(reply.body).toMatchObject({ status: 422, pointer });
    expect(await rows()).toEqual(before);
  });
});

describe('a case that the person keeps', () => {
  it('goes the way of story D over the API, and its ticket stays sealed', async () => {
    const { case_id, actions } = await told(['D1']);
    expect(actions.map(({ act }: { act: string }) => act)).toContain('record');
    const complained = done(await contact(case_id, 'complained', { ticket: '工单20260302', at: MORNING }), 200);
    expect(complained.status).toBe('submitted');
    expect(JSON.stringify(complained)).not.toContain('工单20260302');
    expect(complained.clocks[0].rule_id).toBe('carrier.reply');
    done(await contact(case_id, 'refused'), 200);
    const filed = done(await contact(case_id, 'filed', { counterpart: 'authority', way: 'app' }), 200);
    expect(filed).toMatchObject({ status: 'escalated', clocks: [{ rule_id: 'miit.accept', binds: 'authority' }] });
    done(await contact(case_id, 'accepted', { counterpart: 'authority' }), 200);
    done(await contact(case_id, 'settled', { counterpart: 'authority' }), 200);
    const back = done(await contact(case_id, 'back', { counterpart: 'self', way: 'call' }), 200);
    expect(back.status).toBe('restored');
    expect(done(await app.as('lin-xiaoyu').post(`/cases/${case_id}/service-back`), 200).status).toBe('closed');
  });

  it('keeps three label services apart in one case (story G), free of charge', async () => {
    const { case_id, flag_ids } = await told(['G1', 'G1', 'G1']);
    done(await contact(case_id, 'complained', { counterpart: 'label_service', way: 'app' }), 200);
    const states = async () =>
      done(await app.as('lin-xiaoyu').get(`/cases/${case_id}`), 200).flags.map((flag: Body) => flag['status']);
    done(await contact(case_id, 'agreed', { counterpart: 'label_service', flag_ids: [flag_ids[0]] }), 200);
    expect(await states()).toEqual(['lifting', 'active', 'active']);
    done(await contact(case_id, 'back', { counterpart: 'self', flag_ids: [flag_ids[0]] }), 200);
    expect(await states()).toEqual(['lifted', 'active', 'active']);
    done(await contact(case_id, 'refused', { counterpart: 'label_service', flag_ids: [flag_ids[1]] }), 200);
    expect(done(await contact(case_id, 'back', { counterpart: 'self' }), 200).status).toBe('restored');
    expect(await states()).toEqual(['lifted', 'lifted', 'lifted']);
  });

  it('lets all the marks of a former holder fall away with proof of tenure (story I)', async () => {
    const { case_id } = await told(['A2', 'G1'], { opened_at: '2026-02-28T09:00:00+08:00' });
    done(await contact(case_id, 'complained', { words: '2月28日才入网，附入网凭证' }), 200);
    const cleared = done(await contact(case_id, 'not_theirs'), 200);
    expect(cleared.status).toBe('restored');
    expect(cleared.flags.map((flag: Body) => flag['status'])).toEqual(['detached', 'detached']);
  });

  it('is seen by nobody else, and never counts in the standing of the number', async () => {
    const { case_id, number_id } = await told(['D1']);
    for (const other of ['wang-jianguo', 'zhou-min', 'qinghe-systems']) {
      expect((await app.as(other).get(`/cases/${case_id}`)).status, other).toBe(404);
      expect((await app.as(other).get(`/numbers/${number_id}/standing`)).status, other).toBe(404);
    }
    const digits = `+86138${String(10_000_000 + taken)}`;
    expect(
      (await app.as('qinghe-systems').post('/standing', { mobile_numbers: [digits] })).body.items ?? [],
    ).not.toContainEqual(expect.objectContaining({ number_id }));
  });

  it('told twice under one key is told once', async () => {
    taken += 1;
    const body = {
      mobile_number: `138${String(10_000_000 + taken)}`,
      carrier_id: 'china-mobile',
      province: 'CN',
      holder: true,
      opened_at: '2025-06-01T09:00:00+08:00',
      flags: [{ code: 'Z0', functions: [], since: '2026-02-27T09:00:00+08:00', body: '' }],
      statement: '',
    };
    const key = { key: 'told-once' };
    const [one, two] = [
      done(await app.as('lin-xiaoyu').post('/reports', body, key), 201),
      done(await app.as('lin-xiaoyu').post('/reports', body, key), 201),
    ];
    expect(two).toEqual(one);
  });

  it('answers bad input by name and changes nothing', async () => {
    const { case_id } = await told(['E1']);
    const later = new Date(Date.parse(app.clock.now()) + DAY_MS).toISOString();
    expect((await contact(case_id, 'complained', { at: later })).body).toMatchObject({
      status: 422,
      code: 'correspondence.in_future',
      pointer: '/at',
    });
    expect((await contact(case_id, 'refused')).body).toMatchObject({ status: 409, code: 'correspondence.wrong_state' });
    done(await contact(case_id, 'complained', { counterpart: 'police' }), 200);
    done(await contact(case_id, 'refused', { counterpart: 'police' }), 200);
    expect((await contact(case_id, 'filed', { counterpart: 'authority' })).body).toMatchObject({
      code: 'case.wrong_door',
    });
  });
});

describe('deleting what was told', () => {
  it('leaves neither digits nor words nor files, and the chain still verifies', async () => {
    const { case_id, number_id } = await told(['D1']);
    const digits = `+86138${String(10_000_000 + taken)}`;
    done(await contact(case_id, 'complained', { ticket: '工单要忘掉' }), 200);
    const bytes = new TextEncoder().encode('%PDF-1.4\nonly here\n%%EOF\n');
    const sha256 = await app.ctx.files.put(bytes);
    const actor = {
      id: 'lin-xiaoyu',
      role: 'subscriber',
      carrierId: null,
      authorityId: null,
      personId: 'lin-xiaoyu',
    } as const;
    const asker = { actor, source: 'web', sourceId: 'test' };
    await actOnCase(app.ctx, asker, case_id, {
      do: 'case.add_evidence',
      fileName: '回执.pdf',
      item: { sha256, bytes: bytes.length, mediaType: 'application/pdf', material: null },
    });

    await expect(
      forgetReport(app.ctx, { ...asker, actor: { ...actor, id: 'x', personId: 'x' } }, case_id),
    ).rejects.toThrow();
    expect(await app.ctx.files.get(sha256)).not.toBeNull();
    await forgetReport(app.ctx, asker, case_id);
    await forgetReport(app.ctx, asker, case_id);

    expect(await app.ctx.files.get(sha256)).toBeNull();
    expect((await app.ctx.numbers.digitsOf([number_id])).size).toBe(0);
    expect(await app.ctx.numbers.find(digits, 'lin-xiaoyu')).toBeNull();
    const entries = await listEntries(app.ctx.pool, app.ctx.sealer, number_id, { limit: 100, unseal: true });
    expect(JSON.stringify(entries)).not.toContain('工单要忘掉');
    const problems: unknown[] = [];
    await verifyNumbers(app.ctx.pool, { onProblem: (problem) => problems.push(problem) });
    expect(problems).toEqual([]);
    const mine = done(await app.as('lin-xiaoyu').get('/me/numbers'), 200);
    expect(JSON.stringify(mine)).not.toContain(digits);
  });
});
