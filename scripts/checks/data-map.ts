// Usage: node scripts/checks/data-map.ts [--write]
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TERMS } from './data-map-terms.ts';
import { firstDifference } from './schema.ts';
import { type Finding, ROOT, readSource } from './sources.ts';

const MAP = 'docs/data-map.md';
const SCHEMA = 'sql/schema.sql';

type Table = { readonly name: string; readonly comment: string; readonly columns: readonly Column[] };
type Column = { readonly name: string; readonly comment: string };

/** Tables and columns with their comments, as the dump of the schema tells them. */
function readTables(): Table[] {
  const schema = readSource(SCHEMA);
  const told = new Map(
    [...schema.matchAll(/^comment on (?:table|column) (\S+) is '((?:[^']|'')*)';$/gm)].map(
      ([, name = '', comment = '']) => [name, comment.replaceAll("''", "'")] as const,
    ),
  );
  return [...schema.matchAll(/^create table (\w+) \(\n([\s\S]*?)^\)/gm)].map(([, name = '', body = '']) => ({
    name,
    comment: told.get(name) ?? '',
    columns: [...body.matchAll(/^ {2}(\w+) (?!KEY|CHECK)[a-z]/gm)]
      .map(([, column = '']) => column)
      .filter((column) => column !== 'constraint')
      .map((column) => ({ name: column, comment: told.get(`${name}.${column}`) ?? '' })),
  }));
}

/** The data map, made from the comments in the schema and the terms of each table. */
function makeMap(): string {
  const tables = readTables();
  const rows = (holds: string) =>
    tables
      .filter(({ name }) => TERMS[name]?.holds === holds)
      .map(({ name }) => {
        const { what = '', why = '', until = '' } = TERMS[name] ?? {};
        return `- \`${name}\`: ${what}. Why: ${why}. Until: ${until}.`;
      });
  const columns = tables
    .filter(({ name }) => TERMS[name]?.holds === 'sealed')
    .flatMap(({ name, comment, columns: some }) => [
      `### ${name}`,
      '',
      `${comment}.`,
      '',
      ...some.map((column) => `- \`${column.name}\`${column.comment ? `: ${column.comment}` : ''}`),
      '',
    ]);
  return [
    '# Data map',
    '',
    'Which tables hold what of people, why, and until when. Made from the comments in `sql/schema.sql` and the terms in',
    '`scripts/checks/data-map-terms.ts` by `node scripts/checks/data-map.ts --write`; `npm run check datamap` compares it.',
    'The person’s own view of it is `/mine/data`; what deletes it is `src/app/retention` and `src/app/numbers/forget-report.ts`.',
    '',
    '## Words of people, sealed',
    '',
    'AES-256-GCM, bound to their place. Forgetting the key of a line makes its words unreadable while the chain stands.',
    '',
    ...rows('sealed'),
    '',
    '## Ids that stand for somebody',
    '',
    ...rows('ids'),
    '',
    '## Nobody’s data',
    '',
    ...rows('nobody'),
    '',
    '## Columns of the sealed tables',
    '',
    ...columns,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** Every table is thought about, and the committed map tells the schema. */
export function checkDataMap(): Finding[] {
  const names = readTables().map(({ name }) => name);
  const missing = names
    .filter((name) => TERMS[name] === undefined)
    .map((name) => ({ file: 'scripts/checks/data-map-terms.ts', text: `says nothing of the table ${name}` }));
  const gone = Object.keys(TERMS)
    .filter((name) => !names.includes(name))
    .map((name) => ({ file: 'scripts/checks/data-map-terms.ts', text: `names a table ${name} that is not there` }));
  if (missing.length + gone.length > 0) return [...missing, ...gone];
  if (!existsSync(join(ROOT, MAP)))
    return [{ file: MAP, text: 'is missing: write it with `node scripts/checks/data-map.ts --write`' }];
  const [found] = firstDifference(readSource(MAP), makeMap());
  return found
    ? [
        {
          file: MAP,
          line: found.line ?? 1,
          text: 'is not what the schema says: write it anew with `node scripts/checks/data-map.ts --write`',
        },
      ]
    : [];
}

if (import.meta.main && process.argv.includes('--write')) writeFileSync(join(ROOT, MAP), makeMap());
