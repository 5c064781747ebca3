import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM } from '../../seed/city.ts';
import { type CarrierSimulator, createCarrierSimulator } from '../../simulator/carrier.ts';
import { createRunner, type Runner } from '../../src/jobs/runner.ts';
import { useApp } from '../support/app.ts';
import { createNumberMaker, tokenOf } from '../support/factories.ts';
import { eventually } from './eventually.ts';

const app = useApp();
const nextNumber = createNumberMaker();
let carrier: CarrierSimulator;
let runner: Runner;

beforeAll(async () => {
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.http.server.address() as AddressInfo;
  runner = createRunner(app.ctx);
  await runner.start();
  carrier = createCarrierSimulator({
    apiUrl: `http://127.0.0.1:${port}`,
    token: tokenOf(SYSTEM.actorId),
    port: 0,
    now: () => app.clock.now(),
  });
  for (const system of ['switch', 'sms_gateway'] as const) carrier.switches.setMode(system, 'confirm', { delayMs: 1 });
  await carrier.start();
});

afterAll(async () => {
  await carrier.stop();
  await runner.stop();
});

async function opened(): Promise<string> {
  const number = nextNumber();
  await carrier.network.openLine(number, { holderId: 'wang-jianguo', at: '2024-05-01T09:00:00+08:00' });
  return number;
}

async function inArrears(): Promise<string> {
  const number = await opened();
  await carrier.billing.issueBill(number);
  const { flagIds } = await carrier.billing.goOverdue(number);
  expect(flagIds).toHaveLength(1);
  return number;
}

const systems = () => app.as(SYSTEM.actorId);

async function flagsOf(number: string) {
  const { body } = await systems().post('/standing', { mobile_number: number });
  return body.flags as { flag_id: string; status: string; owed_fen: number; reasons: { code: string } }[];
}

async function liftDone(liftId: string | undefined) {
  await eventually(async () => expect((await systems().get(`/lifts/${liftId}`)).body.status).toBe('completed'));
}

describe('arrears, over the public interface alone', () => {
  test('a payment orders the lift, the switch hears of it by a signed message and confirms', async () => {
    const number = await inArrears();
    const { liftIds, amountFen } = await carrier.billing.pay(number);
    expect([liftIds.length, amountFen]).toEqual([1, 8_800]);
    await liftDone(liftIds[0]);
    const ordered = carrier.switches.orders.filter(({ order }) => order.number === number);
    expect(ordered.map(({ order }) => [order.system, order.functions, order.because])).toEqual([
      ['switch', ['voice_out'], 'remedied'],
    ]);
    expect((await flagsOf(number)).map(({ status }) => status)).not.toContain('active');
  });

  test('the same payment told twice counts once', async () => {
    const number = await inArrears();
    const [first, second] = await carrier.billing.payTwice(number);
    expect([first.liftIds.length, second.factId, second.liftIds.length]).toEqual([1, null, 0]);
  });

  test('one fen too little lifts nothing; the rest does', async () => {
    const number = await inArrears();
    expect((await carrier.billing.payShort(number)).liftIds).toEqual([]);
    expect((await flagsOf(number)).map(({ owed_fen: owed }) => owed)).toEqual([1]);
    const rest = await carrier.billing.pay(number);
    expect([rest.amountFen, rest.liftIds.length]).toEqual([1, 1]);
    await liftDone(rest.liftIds[0]);
  });

  test('a failure and a second confirmation are taken as they come', async () => {
    const number = await inArrears();
    carrier.switches.setMode('switch', 'fail', { delayMs: 1, code: 'hlr_timeout', number });
    const { liftIds } = await carrier.billing.pay(number);
    const stepOf = async () => (await systems().get(`/lifts/${liftIds[0]}`)).body.steps[0];
    await eventually(async () => expect(await stepOf()).toMatchObject({ status: 'failed', code: 'hlr_timeout' }));
    const other = await inArrears();
    carrier.switches.setMode('switch', 'confirm_twice', { delayMs: 1, number: other });
    await liftDone((await carrier.billing.pay(other)).liftIds[0]);
    expect(carrier.faults).toEqual([]);
  });
});

describe('the risk model', () => {
  test('usage flags the number, verification lifts it through both systems', async () => {
    const number = await opened();
    expect((await carrier.risk.observeUsage(number)).flagIds).toHaveLength(1);
    const { liftIds } = await carrier.network.verify(number);
    await liftDone(liftIds[0]);
    const ordered = carrier.switches.orders.filter(({ order }) => order.number === number);
    expect(ordered.map(({ order }) => order.system).toSorted()).toEqual(['sms_gateway', 'switch']);
  });

  test('its own full reasons are taken; with a part missing they are refused by name', async () => {
    const number = await opened();
    const usage = { distinctCallees: 70, shortCallShare: 0.5 };
    const { factId } = await carrier.risk.observeUsage(number, usage);
    await expect(carrier.risk.placeFlag(number, factId ?? '', usage, { ground: null })).rejects.toMatchObject({
      code: 'flag.reasons_missing',
    });
    const placed = await carrier.risk.placeFlag(number, factId ?? '', usage);
    expect(placed).toMatchObject({ imposed_by: 'risk_model', reasons: { code: 'D1', fact_ids: [factId] } });
  });

  test('three complaints flag a number under the contract; closing the line leaves nothing standing', async () => {
    const number = await opened();
    expect((await carrier.risk.reportComplaint(number)).flagIds).toHaveLength(1);
    app.clock.advance(1_000);
    const closed = await carrier.network.closeLine(number, app.clock.now());
    expect((closed['flags'] as { status: string }[]).filter(({ status }) => status === 'active')).toEqual([]);
    await expect(carrier.risk.observeUsage(number)).rejects.toMatchObject({ code: 'access.not_found' });
  });
});
