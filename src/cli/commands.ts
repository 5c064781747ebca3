import type { AppContext } from '../app/context.ts';
import type { ArchivePort, SigningKey } from '../app/escalation/ports.ts';
import type { Config } from '../platform/config.ts';
import { bundleVerify } from './bundle.ts';
import { clockDue, clockExplain, clockRules } from './clock.ts';
import { createToken } from './create-token.ts';
import { importFile } from './import.ts';
import { KEY_COMMANDS } from './keys.ts';
import { MASTER_KEY_COMMANDS } from './master-key.ts';
import { ORGANISATION_COMMANDS } from './organisations.ts';
import { PEOPLE_COMMANDS } from './people.ts';
import { rebuild } from './rebuild.ts';
import { triageText } from './triage.ts';
import { verify } from './verify.ts';

export type Invocation = {
  /** What follows the command's own words. */
  readonly rest: readonly string[];
  readonly config: () => Config;
  /** Opens the database and builds the context; only commands that need it call it. */
  readonly open: () => Promise<AppContext>;
  readonly resetDemo: () => Promise<void>;
  readonly print: (line: string) => void;
  readonly archive: Pick<ArchivePort, 'unpack'>;
  /** The public keys of this installation; none where it was never set up. */
  readonly ownKeys: () => readonly SigningKey[];
};

export type CliCommand = {
  readonly words: readonly string[];
  readonly takes: string;
  readonly does: string;
  readonly run: (invocation: Invocation) => Promise<number>;
};

export const COMMANDS: readonly CliCommand[] = [
  { words: ['verify'], takes: '', does: 're-fold every journal, check chains and projections', run: verify },
  { words: ['rebuild'], takes: '', does: 'rebuild states and projections from the journals', run: rebuild },
  {
    words: ['token', 'create'],
    takes: 'ACTOR',
    does: 'make a bearer token for an actor, shown once',
    run: createToken,
  },
  {
    words: ['triage'],
    takes: '[FILE|-]',
    does: 'read a message; --json, or --ndjson for lines of {id, text}',
    run: triageText,
  },
  {
    words: ['clock', 'due'],
    takes: '--from DAY …',
    does: 'when a period ends, with every step; --length N --unit U or --rule RULE; --json',
    run: clockDue,
  },
  {
    words: ['clock', 'explain'],
    takes: 'RULE|CASE',
    does: 'a rule with its source, or the ledgers of a case; --from DAY, --json',
    run: clockExplain,
  },
  { words: ['clock', 'rules'], takes: '', does: 'every period with its source', run: clockRules },
  {
    words: ['bundle', 'verify'],
    takes: 'FILE',
    does: 'compare an escalation file with its manifest and signature; --key PUBLIC.pem, --json',
    run: bundleVerify,
  },
  {
    words: ['import'],
    takes: 'FILE SYSTEM',
    does: 'send a file of facts as a connected system, and work it off',
    run: importFile,
  },
  ...PEOPLE_COMMANDS,
  ...ORGANISATION_COMMANDS,
  ...KEY_COMMANDS,
  ...MASTER_KEY_COMMANDS,
  { words: ['db', 'migrate'], takes: '', does: 'bring the database up to the code', run: migrateOnly },
  { words: ['demo', 'reset'], takes: '', does: 'throw the demo data away and seed it anew', run: reset },
];

/** The list of commands, one a line. */
export function usage(): string {
  const lines = COMMANDS.map(
    ({ words, takes, does }) => `  qingbiao ${[...words, takes].join(' ').trim().padEnd(22)} ${does}`,
  );
  return `${['清标 Qingbiao', '', ...lines].join('\n')}\n`;
}

async function migrateOnly({ open, print }: Invocation): Promise<number> {
  await open();
  print('The database is up to date. 数据库已是最新。');
  return 0;
}

async function reset({ config, resetDemo, print }: Invocation): Promise<number> {
  if (!config().demo) {
    print(
      'There is no demo on this database: demo:reset works on the embedded one, or with QINGBIAO_DEMO=1. 此数据库没有演示数据。',
    );
    return 2;
  }
  await resetDemo();
  print('The demo city is as new. 演示城市已重置。');
  return 0;
}
