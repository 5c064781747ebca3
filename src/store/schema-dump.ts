import type { Queryable } from '../platform/pool.ts';
import { readGrants } from './schema-dump-grants.ts';
import { readRoutines, readTables, type TableDump } from './schema-dump-read.ts';

const HEAD = `-- The schema as the catalogues tell it, for reading and for noticing drift.
-- Written by \`qingbiao db dump\`; never edited by hand. What runs is sql/NNNN-*.sql.
`;

/** The public schema as text, the same from PostgreSQL 15 and 18. The pool's search path must be \`public\`. */
export async function dumpSchema(owner: Queryable): Promise<string> {
  const { extensions, sequences, types, routines } = await readRoutines(owner);
  const tables = await readTables(owner);
  const grants = await readGrants(owner);
  const parts = [
    HEAD,
    ...extensions.map((name) => `create extension ${name};`),
    ...types,
    ...sequences,
    ...tables.map(tableText),
    ...routines.map((definition) => `${definition.trim()};`),
    grants.join('\n'),
  ];
  return `${parts
    .filter((part) => part !== '')
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function tableText(table: TableDump): string {
  const inside = [...table.columns, ...table.constraints].map((line) => `  ${line}`).join(',\n');
  const after = [...table.indexes, ...table.rules, ...table.triggers, ...table.comments];
  return [`${table.head} (\n${inside}\n)${table.tail};`, ...after.map((line) => `${line};`)].join('\n');
}
