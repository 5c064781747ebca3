import type { TemplateHistory } from '../../app/bulk/reason-templates.ts';
import type { RecordValues } from '../../domain/cases/reason-words.ts';
import { fillWords, PLACEHOLDERS } from '../../domain/cases/reason-words.ts';
import { CAUSES } from '../../domain/flags/words.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import { formatMoment } from '../../platform/locale.ts';
import type { DeskTemplatesProps } from '../pages/desk-templates-page.tsx';
import type { Frame } from './frame.ts';

type More = {
  readonly mayWrite: boolean;
  readonly nameOf: (actorId: string) => string;
  /** Only templates for flags of this cause; all of them when it names none. */
  readonly cause: string | undefined;
  readonly editing: TemplateHistory | undefined;
};

export function templatesPage(
  { locale, now, carrier }: Frame,
  all: readonly TemplateHistory[],
  { mayWrite, nameOf, cause, editing }: More,
): Omit<DeskTemplatesProps, 'form' | 'done' | 'preview'> {
  const causes = CAUSES.map((value) => ({ value, label: t(locale, `desk.cause.${value}`) }));
  const told = ({ version, savedBy, savedAt }: TemplateHistory['newest']) =>
    t(locale, 'template.version', { version, who: nameOf(savedBy), at: formatMoment(locale, savedAt, now) });
  const shown = all.filter(({ newest }) => !causes.some(({ value }) => value === cause) || newest.cause === cause);
  const lines = shown.map(({ newest, older }) => ({
    id: newest.templateId,
    version: newest.version,
    name: newest.name,
    cause: causeWords(locale, newest.cause),
    words: newest.words,
    example: exampleOf(locale, newest.words),
    told: told(newest),
    older: older.map((one) => ({ version: one.version, told: told(one), words: one.words })),
    retired: newest.retired,
  }));
  return {
    carrier,
    mayWrite,
    causes,
    placeholders: PLACEHOLDERS.map((name) => ({
      mark: `{${name}}`,
      means: t(locale, `bulk.placeholder.${name}`),
      example: example(locale)[name] ?? '',
    })),
    filtered: lines.length < all.length,
    inUse: lines.filter(({ retired }) => !retired),
    retired: lines.filter(({ retired }) => retired),
    editing: editing
      ? {
          id: editing.newest.templateId,
          version: editing.newest.version,
          name: editing.newest.name,
          cause: editing.newest.cause ?? '',
          words: editing.newest.words,
        }
      : null,
  };
}

/** The words with values of an invented case in them, or why they cannot be filled. */
export function exampleOf(locale: Locale, words: string): string {
  const filled = fillWords(words, example(locale));
  return 'words' in filled ? filled.words : refusalWords(locale, filled);
}

/** Which flags a template is for, in words. */
export function causeWords(locale: Locale, cause: string | null): string {
  const known = CAUSES.find((one) => one === cause);
  return known ? t(locale, `desk.cause.${known}`) : t(locale, 'template.any_cause');
}

function example(locale: Locale): RecordValues {
  return {
    reference: 'ABC-DEF-GHJ',
    opened_on: '2026-03-02',
    flagged_on: '2026-02-27',
    rule: 'R-7',
    rule_version: '3',
    code: 'D1',
    body: t(locale, 'template.example_body'),
  };
}
