import { verifyJournals } from '../app/journal/verify-journals.ts';
import type { Invocation } from './commands.ts';

/** Exit code 1 when a journal, a chain or a projection is not what it says. */
export async function verify({ open, print }: Invocation): Promise<number> {
  const report = await verifyJournals(await open(), { onProblem: (problem) => print(JSON.stringify(problem)) });
  print(
    `${report.numbers} numbers, ${report.problems} problems. 号码 ${report.numbers} 个，问题 ${report.problems} 处。`,
  );
  return report.problems === 0 ? 0 : 1;
}
