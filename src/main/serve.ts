import { createRunner } from '../jobs/runner.ts';
import { createOffsetClock, systemClock } from '../platform/clock.ts';
import { readConfig } from '../platform/config.ts';
import { createLifecycle, describeFailure } from '../platform/lifecycle.ts';
import { createLog } from '../platform/log.ts';
import { checkPort } from '../platform/preconditions.ts';
import { openWeb } from '../web/render.ts';
import { runDemo, seedOnce, withDemoOperator } from './demo.ts';
import { createHttp } from './http.ts';
import { openProduct } from './open.ts';
import { printWelcome } from './welcome.ts';

/** Web, API and worker in one process, with the embedded database and the demo's other side as its children. */
async function serve(): Promise<void> {
  const config = withDemoOperator(readConfig());
  const log = createLog({ level: config.logLevel });
  const lifecycle = createLifecycle(log);
  lifecycle.listen();
  // One request's slip must not end everybody else's.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise failed that nobody waited for'));
  try {
    await checkPort(config.host, config.port);
    const clock = createOffsetClock(systemClock);
    const building = openWeb();
    building.catch(() => {});
    const ctx = await openProduct({ config, log, clock, lifecycle });
    if (config.demo) await seedOnce(ctx);
    const web = await building;
    const http = await lifecycle.start(
      'http',
      () => createHttp(ctx, web),
      (app) => app.close(),
    );
    await http.listen({ host: config.host, port: config.port });
    // The simulated operator stands before the worker sends it the first message.
    const demo = config.demo ? await runDemo(ctx, lifecycle) : null;
    const runner = await lifecycle.start(
      'worker',
      () => createRunner(ctx),
      (one) => one.stop(),
    );
    await runner.start();
    printWelcome(config, demo);
  } catch (error) {
    await lifecycle.stop();
    throw error;
  }
}

serve().catch((error: unknown) => {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exit(1);
});
