import { fstatSync } from 'node:fs';
import { createCarrierSimulator } from './carrier.ts';
import { createHolderCheckProvider } from './holder-check.ts';
import { createSmsOperator } from './sms-operator.ts';

/** Runs the other side as a program of its own: the carrier's systems, a text-message operator, a provider of real-person checks. */
async function main(): Promise<void> {
  const apiUrl = need('QINGBIAO_URL').replace(/\/+$/, '');
  const operator = createSmsOperator({
    port: portOf('SMS_PORT'),
    token: need('SMS_TOKEN'),
    receiptUrl: `${apiUrl}/api/v1/sms/receipts`,
    receiptToken: need('RECEIPT_TOKEN'),
    delayMs: 500,
  });
  const holderToken = process.env.HOLDER_CHECK_TOKEN?.trim();
  const holderCheck = holderToken
    ? createHolderCheckProvider({ port: portOf('HOLDER_CHECK_PORT'), token: holderToken, delayMs: 500 })
    : null;
  const carrier = createCarrierSimulator({
    apiUrl,
    token: need('QINGBIAO_TOKEN'),
    port: portOf('CARRIER_PORT'),
    operator,
    ...(holderCheck ? { holderCheck } : {}),
  });
  const stop = () => {
    Promise.all([carrier.stop(), operator.stop(), holderCheck?.stop()]).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (parentHoldsStdin()) {
    process.stdin.once('end', stop).once('error', stop).resume();
  }
  await operator.start();
  await holderCheck?.start();
  await carrier.start();
  process.stdout.write(`ready ${JSON.stringify({ control: carrier.url, sms: operator.url })}\n`);
}

/** A pipe that closes when the program that started us is gone. A terminal or a file says nothing of the kind. */
function parentHoldsStdin(): boolean {
  const stdin = fstatSync(0);
  return stdin.isFIFO() || stdin.isSocket();
}

function need(name: string): string {
  const value = process.env[name]?.trim();
  if (value) return value;
  process.stderr.write(`${name} is missing: set it to run the simulated carrier.\n`);
  process.exit(2);
}

/** Any free port where none is named. */
function portOf(name: string): number {
  const port = Number(process.env[name] ?? 0);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  process.stderr.write(`${name} is no port.\n`);
  process.exit(2);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `the simulated carrier did not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
