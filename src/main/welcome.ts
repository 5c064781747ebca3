import type { Config } from '../platform/config.ts';
import type { RunningDemo } from './demo.ts';

/** The addresses and, in the demo, who can be signed in as. */
export function printWelcome(config: Config, demo: RunningDemo | null): void {
  const base = config.publicUrl;
  const lines = ['', `清标 Qingbiao  ${base}`, `  API         ${base}/api/v1   (${base}/api/docs)`];
  if (demo) {
    lines.push(`  登录 sign in ${base}/sign-in`, '', '  演示人物 seeded people');
    for (const one of demo.people)
      lines.push(`    ${one.nameZh.padEnd(6, '　')} ${one.role.padEnd(11)} ${one.doesZh} · ${one.doesEn}`);
    lines.push('', `  模拟运营商控制口 simulated carrier  ${demo.controlUrl}`);
  }
  lines.push('', '  Ctrl-C 停止 stops', '');
  process.stdout.write(`${lines.join('\n')}\n`);
}
