import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { SigningKey } from '../app/escalation/ports.ts';
import type { BundleReport } from '../app/escalation/verify-bundle.ts';
import { readKeys, verifyBundle } from '../app/escalation/verify-bundle.ts';
import type { Locale } from '../locales/index.ts';
import { LOCALES, t } from '../locales/index.ts';
import { formatMoment } from '../platform/locale.ts';
import type { Invocation } from './commands.ts';

const OPTIONS = { key: { type: 'string' }, json: { type: 'boolean' }, lang: { type: 'string' } } as const;
const USAGE = 'qingbiao bundle verify FILE [--key PUBLIC.pem|KEYS.json] [--json] [--lang zh-CN|en]';

type Keys = readonly Pick<SigningKey, 'keyId' | 'x'>[];

/**
 * `qingbiao bundle verify FILE`: what became of each file of an escalation file, and of its signature. Without `--key` the keys of
 * this installation are taken, where it has any. Exit codes: 0 as it was made, 1 something differs or was not checked, 2 not read.
 */
export async function bundleVerify({ rest, print, archive, ownKeys }: Invocation): Promise<number> {
  const complain = (line: string) => void process.stderr.write(`${line}\n`);
  const asked = parse(rest);
  if (!asked) {
    complain(USAGE);
    return 2;
  }
  const { file, key, json, locale } = asked;
  const keys = key === null ? ownKeys() : keysIn(key);
  if (!keys) {
    complain(t(locale, 'bundle.bad_key', { file: key ?? '' }));
    return 2;
  }
  const report = await verifyBundle(archive, file, keys).catch(() => 'unreadable' as const);
  if (report === 'unreadable' || report === null) {
    complain(report === null ? t(locale, 'bundle.no_manifest') : t(locale, 'bundle.unreadable', { file }));
    return 2;
  }
  if (json) print(JSON.stringify(onWire(report)));
  else for (const line of inWords(locale, report)) print(line);
  return report.good ? 0 : 1;
}

function parse(rest: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: OPTIONS, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return null;
    const locale = LOCALES.find((one) => one === values.lang) ?? 'zh-CN';
    return { file, key: values.key ?? null, json: values.json === true, locale };
  } catch {
    return null;
  }
}

function keysIn(file: string): Keys | null {
  try {
    return readKeys(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** What `--json` prints; described in docs/bundle.md. */
function onWire({ manifest, signature, files, good }: BundleReport) {
  const { reference, case_id, made_at, journal, key_id, absent } = manifest;
  return { good, signature, reference, case_id, made_at, journal, key_id, files, absent };
}

function verdictOf({ good, signature, files }: BundleReport) {
  if (good) return 'bundle.all_good';
  const same = files.every(({ finding }) => finding === 'ok');
  return same && signature === 'unknown_key' ? 'bundle.not_checked' : 'bundle.not_good';
}

function inWords(locale: Locale, report: BundleReport): string[] {
  const { manifest, signature, files } = report;
  const { reference, made_at, journal, key_id } = manifest;
  const at = formatMoment(locale, made_at);
  const words = files.map(({ finding }) => t(locale, `bundle.finding.${finding}`));
  const width = Math.max(...words.map((word) => word.length));
  return [
    t(locale, 'bundle.made', { reference, at, seq: journal.seq }),
    ...files.map(({ path }, index) => `  ${(words[index] ?? '').padEnd(width)}  ${path}`),
    signature === 'missing'
      ? t(locale, 'bundle.signature.missing')
      : t(locale, `bundle.signature.${signature}`, { key: key_id }),
    t(locale, verdictOf(report)),
  ];
}
