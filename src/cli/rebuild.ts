import { rebuildFromJournals } from '../app/journal/verify-journals.ts';
import type { Invocation } from './commands.ts';

/** Rebuilds what can be rebuilt; journals themselves are never touched. */
export async function rebuild({ open, print }: Invocation): Promise<number> {
  const report = await rebuildFromJournals(await open(), { onProblem: (problem) => print(JSON.stringify(problem)) });
  print(
    `${report.numbers} numbers rebuilt, ${report.problems} left alone. 已从日志重建 ${report.numbers} 个号码，${report.problems} 处有问题未动。`,
  );
  return report.problems === 0 ? 0 : 1;
}
