import { expect, test } from 'vitest';
import { sendLift } from '../../src/app/lifts/send-lift.ts';
import { useApp } from '../support/app.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);

/** A lift that was ordered and waits for its first order to leave. */
async function ordered() {
  const { mobile, numberId } = await lives.line();
  const flagId = await lives.suspected(mobile);
  done(await lives.grants(await lives.inReview(flagId)), 200);
  const lifts = async () => (await app.ctx.journal.load(numberId)).state.lifts;
  const [liftId = ''] = Object.keys(await lifts());
  const step = async () => (await lifts())[liftId]?.steps[0];
  return { job: { numberId, liftId, system: (await step())?.system ?? '', attempt: 1 }, step };
}

const messages = async () => done(await app.as('qinghe-systems').get('/webhooks/messages'), 200).items;

test('an order is on record before it can leave, so that a quick failure is not overwritten', async () => {
  done(
    await app.as('qinghe-systems').post('/webhooks', { url: 'https://carrier.example', kinds: ['lift.ordered'] }),
    201,
  );
  const { job, step } = await ordered();
  const append = () => Promise.reject(new Error('the database is away'));
  await expect(sendLift({ ...app.ctx, journal: { ...app.ctx.journal, append } }, job)).rejects.toThrow('away');
  expect(await messages()).toEqual([]);

  await sendLift(app.ctx, job);
  await sendLift(app.ctx, job);
  expect(await messages()).toHaveLength(1);
  expect(await step()).toMatchObject({ status: 'sent', attempts: 1 });
});

test('without anybody to send to a human is told, and nothing is called sent', async () => {
  const [{ subscription_id }] = done(await app.as('qinghe-systems').get('/webhooks'), 200).items;
  done(await app.as('qinghe-systems').delete(`/webhooks/${subscription_id}`), 204);
  const { job, step } = await ordered();
  await sendLift(app.ctx, job);
  expect(await step()).toMatchObject({ status: 'ordered', attempts: 0 });
  const { attention } = (await app.ctx.journal.load(job.numberId)).state;
  expect(Object.values(attention)).toContainEqual(expect.objectContaining({ kind: 'lift_silent', detail: job.system }));
});
