import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { actsIn, done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const HOLDER = 'wang-jianguo';
const HOUR = 3_600_000;

async function standing(mobile: string) {
  return done(await app.as(HOLDER).post('/standing', { mobile_number: mobile }), 200);
}

describe('story A: arrears', () => {
  it('goes from an overdue bill to service that was read back', async () => {
    const { mobile, numberId } = await lives.line(HOLDER);
    const flagId = await lives.inArrears(mobile, 'a1');

    const limited = await standing(mobile);
    expect(limited.functions).toContainEqual({ function: 'voice_out', on: false, until: null, flag_ids: [flagId] });
    expect(limited.functions).toContainEqual({ function: 'data', on: true, until: null, flag_ids: [] });
    const flag = done(await app.as(HOLDER).get(`/flags/${flagId}`), 200);
    expect(flag).toMatchObject({
      cause: 'arrears',
      imposed_by: 'billing',
      owed_fen: 8800,
      missing: [],
      decided_automatically: true,
      move: { party: 'person' },
    });
    expect(flag.reasons).toMatchObject({
      ground: { kind: 'law', rule_id: 'TR-34b' },
      rule: { rule_id: 'arrears-30', values: { overdue_days: 31, overdue_fen: 8800 } },
      lift_condition: { kind: 'paid', bill_ids: ['a1'] },
    });
    expect(actsIn(flag)).toEqual(['open_case']);
    const inbox = done(await app.as(HOLDER).get('/me/inbox'), 200);
    expect(inbox.items[0]).toMatchObject({ kind: 'flag_placed', number_id: numberId, read_at: null });
    done(await app.as(HOLDER).post(`/me/inbox/${inbox.items[0].notice_id}/read`), 204);
    expect((await app.as(HOLDER).get('/me/inbox')).body.unread).toBe(inbox.unread - 1);

    const paid = done(await lives.pays(mobile, 'a1', 8800, 'pay-a1'), 201);
    expect(paid.lift_ids).toHaveLength(1);
    const lifting = done(await app.as(HOLDER).get(`/flags/${flagId}`), 200);
    expect(lifting).toMatchObject({
      status: 'lifting',
      owed_fen: 0,
      lift_id: paid.lift_ids[0],
      move: { party: 'carrier', rule_id: 'carrier.restoreAfterPay' },
    });
    expect(Date.parse(lifting.move.due_at) - Date.parse(app.clock.now())).toBe(48 * HOUR);

    const lift = await lives.confirmAll(paid.lift_ids[0]);
    expect(lift).toMatchObject({ status: 'completed', completed_at: app.clock.now(), clocks: [] });
    const back = await standing(mobile);
    expect(back.functions.every((one: { on: boolean }) => one.on)).toBe(true);
    expect(back.flags).toEqual([]);
    expect((await app.as(HOLDER).get('/me/inbox')).body.items[0]).toMatchObject({ kind: 'service_back' });

    const entries = done(await app.as(HOLDER).get(`/numbers/${numberId}/timeline`), 200).items;
    expect(entries.map((entry: { seq: number }) => entry.seq)).toEqual(
      entries.map((_: unknown, index: number) => index + 1),
    );
    expect(entries.map((entry: { kind: string }) => entry.kind)).toEqual(
      expect.arrayContaining(['line.opened', 'flag.placed', 'lift.ordered', 'lift.completed']),
    );
  });

  it('takes a payment once, however often and under whatever name it is told', async () => {
    const { mobile, numberId } = await lives.line(HOLDER);
    await lives.inArrears(mobile, 'a2');
    const at = app.clock.now();
    const pays = (amountFen: number) => {
      const fact = { kind: 'payment_received', payment_id: 'pay-a2', amount_fen: amountFen, bill_id: 'a2' };
      return app.as('qinghe-systems').post('/facts', { mobile_number: mobile, source_id: 'pay-a2', at, fact });
    };
    const first = await pays(8800);
    const again = await pays(8800);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    const before = (await app.ctx.journal.load(numberId)).state.seq;
    const renamed = done(
      await lives.fact(
        mobile,
        { kind: 'payment_received', payment_id: 'pay-a2', amount_fen: 8800, bill_id: 'a2' },
        'another-event',
      ),
      201,
    );
    expect(renamed).toMatchObject({ fact_id: null, lift_ids: [] });
    expect((await app.ctx.journal.load(numberId)).state.seq).toBe(before);
    const changed = await pays(9900);
    expect(changed.body).toMatchObject({ status: 409, code: 'request.key_reused' });
  });

  it('pays twice: the second payment lifts nothing twice', async () => {
    const { mobile } = await lives.line(HOLDER);
    const flagId = await lives.inArrears(mobile, 'a3');
    const [first] = done(await lives.pays(mobile, 'a3', 8800, 'pay-a3'), 201).lift_ids;
    const second = done(await lives.pays(mobile, 'a3', 8800, 'pay-a3-again'), 201);
    expect(second.lift_ids).toEqual([]);
    expect((await app.as(HOLDER).get(`/flags/${flagId}`)).body).toMatchObject({ status: 'lifting', lift_id: first });
    await lives.confirmAll(first);
    expect((await standing(mobile)).flags).toEqual([]);
  });

  it('pays too little: nothing is lifted, and what is missing is told', async () => {
    const { mobile } = await lives.line(HOLDER);
    const flagId = await lives.inArrears(mobile, 'a4');
    expect(done(await lives.pays(mobile, 'a4', 5000, 'pay-a4'), 201).lift_ids).toEqual([]);
    expect((await app.as(HOLDER).get(`/flags/${flagId}`)).body).toMatchObject({ status: 'active', owed_fen: 3800 });
    expect((await app.as(HOLDER).get('/me/inbox')).body.items[0]).toMatchObject({
      kind: 'payment_short',
      values: { owed_fen: 3800 },
    });
    expect(done(await lives.pays(mobile, 'a4', 3800, 'pay-a4-rest'), 201).lift_ids).toHaveLength(1);
  });

  it('pays while a case is open: the case waits for the lift and is restored by it', async () => {
    const { mobile, numberId } = await lives.line(HOLDER);
    const flagId = await lives.inArrears(mobile, 'a5');
    const filed = await lives.appealed(flagId, HOLDER);
    const [liftId] = done(await lives.pays(mobile, 'a5', 8800, 'pay-a5'), 201).lift_ids;
    expect((await app.as(HOLDER).get(`/cases/${filed.case_id}`)).body).toMatchObject({ status: 'lifting' });
    await lives.confirmAll(liftId);
    const restored = done(await app.as(HOLDER).get(`/cases/${filed.case_id}`), 200);
    expect(restored.status).toBe('restored');
    expect(actsIn(restored)).toEqual(expect.arrayContaining(['confirm_back', 'report_not_back']));
    expect(done(await app.as(HOLDER).post(`/cases/${filed.case_id}/service-back`), 200).status).toBe('closed');
    const { items } = done(await app.as(HOLDER).get(`/numbers/${numberId}/timeline?case_id=${filed.case_id}`), 200);
    const kinds = items.map((entry: { kind: string }) => entry.kind);
    expect(kinds).toEqual(expect.arrayContaining(['lift.ordered', 'lift.confirmed', 'lift.completed']));
    expect(kinds.filter((kind: string) => kind === 'lift.ordered')).toHaveLength(1);
  });

  it('service is not back although nobody filed a case: one is opened and filed', async () => {
    const { mobile } = await lives.line(HOLDER);
    await lives.inArrears(mobile, 'a6');
    const [liftId] = done(await lives.pays(mobile, 'a6', 8800, 'pay-a6'), 201).lift_ids;
    await lives.confirmAll(liftId);
    expect(actsIn((await app.as(HOLDER).get(`/lifts/${liftId}`)).body)).toEqual(['report_not_back']);
    const filed = done(await app.as(HOLDER).post(`/lifts/${liftId}/not-back`, { words: '还是打不出去' }), 201);
    expect(filed).toMatchObject({
      status: 'submitted',
      reference: expect.stringMatching(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/),
    });
    expect((await app.as(HOLDER).post(`/lifts/${liftId}/not-back`, { words: '还是打不出去' })).body).toMatchObject({
      status: 409,
    });
    done(await app.as('zhou-min').post(`/cases/${filed.case_id}/start-review`), 200);
    const again = done(await app.as('zhou-min').post(`/cases/${filed.case_id}/lift-order`), 200);
    expect(again).toMatchObject({ status: 'lifting' });
    await lives.confirmAll(again.lifts[0].lift_id);
    expect((await app.as(HOLDER).get(`/cases/${filed.case_id}`)).body.status).toBe('restored');
  });
});
