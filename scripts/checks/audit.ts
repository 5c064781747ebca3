import { spawnSync } from 'node:child_process';
import { ROOT } from './sources.ts';

const LONGEST_MS = 60_000;

type Advisory = {
  readonly severity?: string;
  readonly via?: readonly (string | { readonly title?: string; readonly url?: string })[];
};
export type AuditAnswer = { readonly good: boolean; readonly output: string };

/** Asks the registry for known holes of what we ship; where it gives no answer, says so instead of passing for clean. */
export async function checkAudit(): Promise<AuditAnswer> {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: LONGEST_MS,
  });
  return readAudit(stdout ?? '');
}

/** What an audit says: bad for holes that are high or critical, a remark for lesser ones or for no answer. */
export function readAudit(stdout: string): AuditAnswer {
  const report = parsed(stdout);
  if (!report?.vulnerabilities)
    return { good: true, output: '  skipped: the registry gives no answer about known holes\n' };
  const found = Object.entries(report.vulnerabilities);
  const grave = found.filter(([, { severity }]) => severity === 'high' || severity === 'critical');
  const lines = (grave.length > 0 ? grave : found).map(([name, one]) => `  ${name}: ${one.severity} ${titleOf(one)}\n`);
  return { good: grave.length === 0, output: lines.join('') };
}

function parsed(text: string): { readonly vulnerabilities?: Readonly<Record<string, Advisory>> } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function titleOf({ via = [] }: Advisory): string {
  const first = via.find((one) => typeof one === 'object');
  return first ? `${first.title ?? ''} ${first.url ?? ''}`.trim() : `through ${via.join(', ')}`;
}
