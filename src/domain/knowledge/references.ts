import { CAUSES, FUNCTIONS, REASON_CODES, REMEDIES } from '../flags/words.ts';
import type { KnowledgeTables } from './knowledge.ts';

/** References that lead nowhere. */
export function danglingReferences(tables: KnowledgeTables, periods: ReadonlySet<string>): string[] {
  const ids = {
    step: new Set(tables.steps.map((one) => one.stepId)),
    material: new Set(tables.materials.map((one) => one.materialId)),
    channel: new Set(tables.channels.map((one) => one.channelId)),
    law: new Set([...tables.laws, ...tables.background].map((one) => one.lawId)),
    warning: new Set(tables.warnings.map((one) => one.warningId)),
    carrier: new Set(tables.carriers.map((one) => one.carrierId)),
    phone: new Set(tables.channels.flatMap((one) => one.phones)),
    route: new Set<string>(tables.routes.map((one) => one.code)),
    period: periods,
  };
  const check = (from: string, kind: keyof typeof ids, some: readonly (string | null)[] = []) =>
    some
      .filter((id) => id !== null && !ids[kind].has(id))
      .map((id) => `${from} refers to the ${kind} ${id}, which there is not`);
  return [
    ...[...tables.laws, ...tables.background].flatMap((one) => check(`law ${one.lawId}`, 'period', one.periods)),
    ...tables.channels.flatMap((one) =>
      check(`channel ${one.channelId}`, 'channel', [...(one.after ?? []), ...(one.shuts ?? [])]),
    ),
    ...tables.carriers.flatMap((one) => [
      ...check(`carrier ${one.carrierId}`, 'carrier', [one.hostId]),
      ...check(`carrier ${one.carrierId}`, 'phone', [one.hotline, one.complaintLine]),
      ...check(`carrier ${one.carrierId}`, 'channel', [one.carrierId]),
    ]),
    ...tables.segments.flatMap((one) => check(`segment ${one.prefix}`, 'carrier', [one.carrierId])),
    ...tables.patterns.flatMap((one) => check(`pattern ${one.patternId}`, 'route', one.likely)),
    ...tables.remedies.flatMap((one) => [
      ...check(`remedy ${one.remedy}`, 'step', one.steps),
      ...check(`remedy ${one.remedy}`, 'material', one.materials),
    ]),
    ...tables.readyWords.flatMap((one) => check(`ready words ${one.wordsId}`, 'law', one.laws)),
    ...tables.dunning.flatMap((one) => check(`dunning ${one.dunningId}`, 'law', one.laws)),
    ...tables.living.flatMap((one) => check(`living ${one.livingId}`, 'law', one.laws)),
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
    ...tables.labelServices.flatMap((one) =>
      check(`label service ${one.serviceId}`, 'material', [...one.papers, ...(one.companyPapers ?? [])]),
    ),
  ];
}

/** Words of the domain that no row tells about. */
export function missingRows(tables: KnowledgeTables): string[] {
  const codes = Object.keys(REASON_CODES);
  const lacking = (called: string, wanted: readonly string[], there: readonly string[]) =>
    wanted.filter((one) => !there.includes(one)).map((one) => `no ${called} tells about ${one}`);
  return [
    ...lacking(
      'route',
      codes,
      tables.routes.map(({ code }) => code),
    ),
    ...lacking(
      'synonyms',
      codes,
      tables.synonyms.map(({ code }) => code),
    ),
    ...lacking(
      'cause',
      CAUSES,
      tables.causes.map(({ cause }) => cause),
    ),
    ...lacking(
      'measure',
      FUNCTIONS,
      tables.measures.map(({ fn }) => fn),
    ),
    ...lacking(
      'remedy',
      REMEDIES,
      tables.remedies.map(({ remedy }) => remedy),
    ),
  ];
}
