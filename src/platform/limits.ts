import { isIP } from 'node:net';

/** How often one actor may ask, within ten minutes: for what costs much, and at all. */
export type Limits = {
  /** Screenshots read. */
  readonly pictures: number;
  /** Letters set in type. */
  readonly letters: number;
  /** Codes sent to an address or tried at the door. */
  readonly codes: number;
  /** Accounts opened without a name. */
  readonly accounts: number;
  /** Forms sent, of any kind. */
  readonly forms: number;
  /** Calls of the API by a person or a member of staff. */
  readonly calls: number;
  /** Calls of the API by the systems of a carrier or an operator. */
  readonly systems: number;
};

export const LIMITS: Limits = {
  pictures: 20,
  letters: 60,
  codes: 10,
  accounts: 6,
  forms: 600,
  calls: 6_000,
  systems: 3_000_000,
};

/** `pictures=20,codes=5`: what is not named keeps its default. Null when it does not read so. */
export function readLimits(spelled: string | null): Limits | null {
  const limits: { -readonly [Name in keyof Limits]: number } = { ...LIMITS };
  for (const part of spelled?.split(',') ?? []) {
    const [, name = '', count] = /^\s*([a-z]+)\s*=\s*([1-9]\d{0,8})\s*$/.exec(part) ?? [];
    if (!Object.hasOwn(LIMITS, name)) return null;
    limits[name as keyof Limits] = Number(count);
  }
  return limits;
}

/** Whether every part names an address, a range of them, or one of the ranges that proxies stand in. */
export function areProxies(spelled: string): boolean {
  return spelled.split(',').every((part) => {
    const [address = '', bits, ...more] = part.trim().split('/');
    if (more.length > 0) return false;
    if (bits === undefined && ['loopback', 'linklocal', 'uniquelocal'].includes(address)) return true;
    const version = isIP(address);
    return (
      version > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
    );
  });
}
