import { lookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { WebhookPort } from '../app/ports.ts';

const PATIENCE_MS = 10_000;

/** Addresses that no carrier can have on the open network: a webhook must not reach into ours. */
const INSIDE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv4');
}
INSIDE.addSubnet('fc00::', 7, 'ipv6');
INSIDE.addSubnet('fe80::', 10, 'ipv6');
INSIDE.addAddress('::', 'ipv6');

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Posts webhooks to the address that was checked, follows no redirect, and reads no more of the answer than its status. */
export function createHttpWebhook({ allowLoopback }: { readonly allowLoopback: boolean }): WebhookPort {
  return {
    async post({ url, headers, body }) {
      const target = new URL(url);
      const address = await checkedAddress(target.hostname.replace(/^\[|\]$/g, ''), allowLoopback);
      return { status: await send(target, address, headers, body) };
    },
  };
}

/** The address behind a name, unless it lies inside. The request goes to this very address, whatever the name says later. */
async function checkedAddress(host: string, allowLoopback: boolean): Promise<string> {
  const address = isIP(host) ? host : (await lookup(host)).address;
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (INSIDE.check(address, family) || (LOOPBACK.check(address, family) && !allowLoopback))
    throw new Error('webhook.address_inside');
  return address;
}

function send(target: URL, address: string, headers: Readonly<Record<string, string>>, body: string): Promise<number> {
  const request = target.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: address,
        port: target.port,
        path: `${target.pathname}${target.search}`,
        method: 'POST',
        servername: target.hostname,
        headers: { ...headers, host: target.host, 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(PATIENCE_MS),
      },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
