import { rebuildNumbers } from '../store/rebuild.ts';
import type { Invocation } from './commands.ts';

/** Rebuilds what can be rebuilt; journals themselves are never touched. */
export async function rebuild({ open, print }: Invocation): Promise<number> {
  const { pool } = await open();
  const report = await rebuildNumbers({ pool });
  print(`${report.numbers} numbers rebuilt from ${report.entries} entries. 已从日志重建 ${report.numbers} 个号码。`);
  return 0;
}
