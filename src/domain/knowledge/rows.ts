import type { KnowledgeTables } from './knowledge.ts';
import type { Bilingual, Sourced } from './sourced.ts';

/** A row of any table under the name that objections call it by. */
export type NamedRow = { readonly id: string; readonly row: Sourced & Readonly<Record<string, unknown>> };

type Table = { readonly called: string; readonly key: string };

const CALLED: Readonly<Record<keyof KnowledgeTables, Table>> = {
  laws: { called: 'law', key: 'lawId' },
  background: { called: 'law', key: 'lawId' },
  carriers: { called: 'carrier', key: 'carrierId' },
  segments: { called: 'segment', key: 'prefix' },
  causes: { called: 'cause', key: 'cause' },
  synonyms: { called: 'synonyms', key: 'code' },
  measures: { called: 'measure', key: 'fn' },
  patterns: { called: 'pattern', key: 'patternId' },
  remedies: { called: 'remedy', key: 'remedy' },
  scams: { called: 'scam', key: 'scamId' },
  readyWords: { called: 'ready words', key: 'wordsId' },
  dunning: { called: 'dunning', key: 'dunningId' },
  courtLessons: { called: 'court lesson', key: 'lessonId' },
  living: { called: 'living', key: 'livingId' },
  channels: { called: 'channel', key: 'channelId' },
  materials: { called: 'material', key: 'materialId' },
  steps: { called: 'step', key: 'stepId' },
  routes: { called: 'route', key: 'code' },
  situations: { called: 'situation', key: 'situationId' },
  labelServices: { called: 'label service', key: 'serviceId' },
  warnings: { called: 'warning', key: 'warningId' },
  tips: { called: 'tip', key: 'tipId' },
};

export function namedRows(tables: KnowledgeTables): NamedRow[] {
  return Object.entries(CALLED).flatMap(([table, { called, key }]) =>
    tables[table as keyof KnowledgeTables].map((one) => {
      const row = one as unknown as NamedRow['row'];
      return { id: `${called} ${row[key]}`, row };
    }),
  );
}

/** Every pair of words in a row, also those within its parts, with the name of the field. */
export function wordsOf(value: unknown, field = ''): { readonly field: string; readonly words: Bilingual }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isBilingual(value)) return [{ field, words: value }];
  return Object.entries(value).flatMap(([name, inner]) => wordsOf(inner, field === '' ? name : `${field}.${name}`));
}

function isBilingual(value: object): value is Bilingual {
  return 'zh-CN' in value && 'en' in value;
}
