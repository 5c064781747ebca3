import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { getImport } from '../app/imports/look-at-imports.ts';
import { askerOfSystem, receiveImport } from '../app/imports/receive-import.ts';
import { workImport } from '../app/imports/work-import.ts';
import { VERDICTS } from '../domain/imports/import.ts';
import { RefusalError } from '../domain/refusal.ts';
import { refusalWords } from '../locales/refusal-words.ts';
import type { Invocation } from './commands.ts';

/** Sends a file of facts as a connected system and works it off here, to its end; broken off, a server goes on with it. */
export async function importFile({ rest, open, print }: Invocation): Promise<number> {
  const [file, systemId] = rest;
  if (file === undefined || systemId === undefined || !existsSync(file)) {
    print('Name a file that is there, and the system whose facts it holds: qingbiao import FILE SYSTEM');
    return 2;
  }
  const ctx = await open();
  const asker = await askerOfSystem(ctx, systemId);
  if (!asker) {
    print(`There is no connected system ${systemId}.`);
    return 2;
  }
  try {
    const upload = { stream: createReadStream(file), fileName: basename(file) };
    const { importId } = await receiveImport(ctx, asker, upload);
    for (let before = -1; ; ) {
      await workImport(ctx, { importId });
      const one = await getImport(ctx, asker, importId);
      print(`${importId} ${one.status}: ${VERDICTS.map((verdict) => `${verdict} ${one.counts[verdict]}`).join(', ')}`);
      if (one.status === 'running' && one.atByte > before) {
        before = one.atByte;
        continue;
      }
      for (const { code, rows } of one.faults) print(`  ${code}: ${rows}`);
      if (one.status === 'running') print('  A server works on it now; the desk shows how far it is.');
      return one.status === 'done' || one.status === 'running' ? 0 : 1;
    }
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    print(refusalWords('en', error.refusal));
    return 2;
  }
}
