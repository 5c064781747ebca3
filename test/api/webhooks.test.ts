import { describe, expect, it } from 'vitest';
import { OPERATOR_TOKEN, useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);

describe('webhooks', () => {
  it('are subscribed by the carrier’s system, listed without their secret, and ended', async () => {
    const system = app.as('qinghe-systems');
    const made = done(
      await system.post('/webhooks', {
        url: 'https://carrier.example/hooks',
        kinds: ['lift.ordered', 'case.submitted'],
      }),
      201,
    );
    expect(made.secret).toMatch(/^whsec_/);
    const listed = done(await app.as('zhou-min').get('/webhooks'), 200).items;
    expect(listed).toEqual([expect.objectContaining({ subscription_id: made.subscription_id, active: true })]);
    expect(JSON.stringify(listed)).not.toContain('whsec_');
    expect(done(await app.as('lanqiao-agent').get('/webhooks'), 200).items).toEqual([]);
    expect((await app.as('lanqiao-systems').delete(`/webhooks/${made.subscription_id}`)).status).toBe(404);
    expect((await app.as('zhou-min').delete(`/webhooks/${made.subscription_id}`)).status).toBe(403);
    done(await system.delete(`/webhooks/${made.subscription_id}`), 204);
    expect(done(await system.get('/webhooks/messages?status=dead'), 200)).toEqual({ items: [], next: null });
    expect((await system.post('/webhooks/messages/msg_none/replay')).status).toBe(404);
  });

  it('go to honest addresses only', async () => {
    const subscribe = (body: object) => app.as('qinghe-systems').post('/webhooks', { kinds: ['*'], ...body });
    for (const url of [
      'ftp://carrier.example',
      'http://carrier.example',
      'https://user:pass@carrier.example',
      'nonsense',
    ]) {
      expect((await subscribe({ url })).body).toMatchObject({
        status: 422,
        code: 'webhook.bad_address',
        pointer: '/url',
      });
    }
    expect((await subscribe({ url: 'https://carrier.example', kinds: ['everything'] })).body).toMatchObject({
      status: 400,
      pointer: '/kinds/0',
    });
    expect((await app.as('zhou-min').post('/webhooks', { url: 'https://carrier.example', kinds: ['*'] })).status).toBe(
      403,
    );
  });
});

describe('receipts of the text-message operator', () => {
  it('come in with the operator’s own token and are kept with the notice', async () => {
    const { mobile, numberId } = await lives.line();
    await lives.suspected(mobile);
    const { notices } = (await app.ctx.journal.load(numberId)).state;
    const [noticeId = ''] = Object.keys(notices);
    const deliveryId = `${noticeId.replace(/^notice_/, 'delivery_')}_sms`;
    const receipt = (token: string, body: object) =>
      app.as(null).post('/sms/receipts', body, { headers: { authorization: `Bearer ${token}` } });
    expect((await receipt('wrong', { delivery_id: deliveryId, status: 'failed', code: 'absent' })).status).toBe(401);
    expect((await receipt('test-token-of-qinghe-systems', { delivery_id: deliveryId, status: 'failed' })).status).toBe(
      401,
    );
    done(await receipt(OPERATOR_TOKEN, { delivery_id: deliveryId, status: 'failed', code: 'absent' }), 202);
    done(await receipt(OPERATOR_TOKEN, { delivery_id: deliveryId, status: 'failed', code: 'absent' }), 202);
    const after = (await app.ctx.journal.load(numberId)).state;
    expect(after.notices[noticeId]?.deliveries).toMatchObject([
      { deliveryId, channel: 'sms', status: 'failed', code: 'absent' },
    ]);
    expect(done(await app.as('zhou-min').get('/attention'), 200).items).toMatchObject([
      { kind: 'delivery_failed', subject: { id: noticeId } },
    ]);
    const named = { delivery_id: deliveryId, status: 'failed', code: 'absent', message_id: 'op-1' };
    done(await receipt(OPERATOR_TOKEN, named), 202);
    expect((await app.ctx.journal.load(numberId)).state.seq).toBe(after.seq);
    expect((await receipt(OPERATOR_TOKEN, { delivery_id: 'delivery_zz_9_sms', status: 'delivered' })).status).toBe(404);
    expect((await receipt(OPERATOR_TOKEN, { delivery_id: 'nonsense', status: 'delivered' })).status).toBe(404);
    expect((await receipt(OPERATOR_TOKEN, { delivery_id: deliveryId, status: 'maybe' })).status).toBe(400);
  });
});
