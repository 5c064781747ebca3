import type { PlainDate } from '../time.ts';
import type { KnowledgeTables } from './knowledge.ts';
import type { Bilingual, Sourced } from './sourced.ts';

type Named = { readonly id: string; readonly row: Sourced & Record<string, unknown> };

/** What is wrong with the tables, one line each; empty when every claim has its source and every reference its row. */
export function objectToKnowledge(tables: KnowledgeTables, today: PlainDate): string[] {
  const rows = namedRows(tables);
  return [
    ...twins(rows),
    ...rows.flatMap((one) => objectToRow(one, today)),
    ...danglers(tables),
    ...inventedPhones(tables),
  ];
}

function namedRows(tables: KnowledgeTables): Named[] {
  const named = (table: string, rows: readonly Sourced[], key: string) =>
    rows.map((row) => {
      const fields = row as unknown as Sourced & Record<string, unknown>;
      return { id: `${table}/${fields[key]}`, row: fields };
    });
  return [
    ...named('law', tables.laws, 'lawId'),
    ...named('channel', tables.channels, 'channelId'),
    ...named('material', tables.materials, 'materialId'),
    ...named('step', tables.steps, 'stepId'),
    ...named('route', tables.routes, 'code'),
    ...named('situation', tables.situations, 'situationId'),
    ...named('label service', tables.labelServices, 'serviceId'),
    ...named('warning', tables.warnings, 'warningId'),
    ...named('tip', tables.tips, 'tipId'),
  ];
}

function twins(rows: readonly Named[]): string[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }) => {
    const twin = seen.has(id);
    seen.add(id);
    return twin ? [`${id} is there twice`] : [];
  });
}

function objectToRow({ id, row }: Named, today: PlainDate): string[] {
  const empty = Object.entries(row).filter(
    ([, value]) => isBilingual(value) && (value['zh-CN'].trim() === '' || value.en.trim() === ''),
  );
  return [
    ...(row.source.trim() === '' ? [`${id} names no source`] : []),
    ...(row.checked > today ? [`${id} was checked on ${row.checked}, which is still to come`] : []),
    ...empty.map(([field]) => `${id} has no words for ${field} in one of its languages`),
  ];
}

function isBilingual(value: unknown): value is Bilingual {
  return typeof value === 'object' && value !== null && 'zh-CN' in value && 'en' in value;
}

/** References that lead nowhere. */
function danglers(tables: KnowledgeTables): string[] {
  const ids = {
    step: new Set(tables.steps.map((one) => one.stepId)),
    material: new Set(tables.materials.map((one) => one.materialId)),
    channel: new Set(tables.channels.map((one) => one.channelId)),
    law: new Set(tables.laws.map((one) => one.lawId)),
    warning: new Set(tables.warnings.map((one) => one.warningId)),
  };
  const check = (from: string, kind: keyof typeof ids, some: readonly string[] = []) =>
    some.filter((id) => !ids[kind].has(id)).map((id) => `${from} refers to the ${kind} ${id}, which there is not`);
  return [
    ...tables.steps.flatMap((one) => [
      ...check(`step ${one.stepId}`, 'channel', one.channels),
      ...check(`step ${one.stepId}`, 'law', one.laws),
    ]),
    ...tables.routes.flatMap((one) => [
      ...check(`route ${one.code}`, 'step', [...one.steps, ...one.refused]),
      ...check(`route ${one.code}`, 'material', one.materials),
      ...check(`route ${one.code}`, 'warning', one.warnings),
      ...check(`route ${one.code}`, 'law', one.words),
    ]),
    ...tables.situations.flatMap((one) => [
      ...check(`situation ${one.situationId}`, 'step', one.first),
      ...check(`situation ${one.situationId}`, 'material', [
        ...(one.materials ?? []),
        ...Object.values(one.instead ?? {}),
      ]),
    ]),
    ...tables.labelServices.flatMap((one) => check(`label service ${one.serviceId}`, 'material', one.papers)),
  ];
}

const PHONE = /(?<![\d.年月第〔-])(?:1\d{4}|96110|110|12\d{3})(?![\d.年月元条天张号段%-])/g;

/** A number that a step names must be one of a channel: nobody invents one. */
function inventedPhones(tables: KnowledgeTables): string[] {
  const known = new Set(tables.channels.flatMap((one) => one.phones));
  return tables.steps.flatMap((step) =>
    [step.title, step.why, step.say].flatMap((words) =>
      Array.from((words?.['zh-CN'] ?? '').matchAll(PHONE), ([phone]) => phone)
        .filter((phone) => !known.has(phone))
        .map((phone) => `step ${step.stepId} names ${phone}, which no channel has`),
    ),
  );
}
