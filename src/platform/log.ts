import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** Keys whose values never reach a log, at the top and one level down. */
const SECRET_KEYS = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'secret',
  'masterKey',
  'databaseUrl',
  'smtpUrl',
  'mobileNumber',
  'mobile_number',
  'msisdn',
  'holderName',
  'holder_name',
  'idNumber',
  'id_number',
  'email',
];

/** A mainland mobile number standing alone, with or without its country code. */
const MOBILE = /(?<![\d.])((?:\+?86)?1[3-9]\d)\d{4}(\d{4})(?!\d)/g;

export type LogOptions = { level?: string; destination?: DestinationStream };

/** Lines of JSON; secrets are left out by key and mobile numbers masked wherever they stand. */
export function createLog(options: LogOptions = {}): Log {
  const settings = {
    level: options.level ?? 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.headers["${key}"]`]),
      censor: '[left out]',
    },
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: maskMobiles },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

/** `13812345678` as `138****5678`. */
export function maskMobiles(text: string): string {
  return text.replace(MOBILE, '$1****$2');
}
