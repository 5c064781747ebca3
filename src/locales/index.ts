import { account as enAccount } from './en/account.ts';
import { authority as enAuthority } from './en/authority.ts';
import { backTests as enBackTests } from './en/back-tests.ts';
import { bulk as enBulk } from './en/bulk.ts';
import { bundle as enBundle } from './en/bundle.ts';
import { clocks as enClocks } from './en/clocks.ts';
import { data as enData } from './en/data.ts';
import { desk as enDesk } from './en/desk.ts';
import { duty as enDuty } from './en/duty.ts';
import { escalation as enEscalation } from './en/escalation.ts';
import { filters as enFilters } from './en/filters.ts';
import { guides as enGuides } from './en/guides.ts';
import { home as enHome } from './en/home.ts';
import { imports as enImports } from './en/imports.ts';
import { kept as enKept } from './en/kept.ts';
import { keys as enKeys } from './en/keys.ts';
import { learning as enLearning } from './en/learning.ts';
import { letters as enLetters } from './en/letters.ts';
import { mandates as enMandates } from './en/mandates.ts';
import { mine as enMine } from './en/mine.ts';
import { notices as enNotices } from './en/notices.ts';
import { ocr as enOcr } from './en/ocr.ts';
import { pages as enPages } from './en/pages.ts';
import { pieces as enPieces } from './en/pieces.ts';
import { policies as enPolicies } from './en/policies.ts';
import { prechecks as enPrechecks } from './en/prechecks.ts';
import { privacy as enPrivacy } from './en/privacy.ts';
import { problems as enProblems } from './en/problems.ts';
import { reminders as enReminders } from './en/reminders.ts';
import { signIn as enSignIn } from './en/sign-in.ts';
import { team as enTeam } from './en/team.ts';
import { templates as enTemplates } from './en/templates.ts';
import { triage as enTriage } from './en/triage.ts';
import { account as zhAccount } from './zh-CN/account.ts';
import { authority as zhAuthority } from './zh-CN/authority.ts';
import { backTests as zhBackTests } from './zh-CN/back-tests.ts';
import { bulk as zhBulk } from './zh-CN/bulk.ts';
import { bundle as zhBundle } from './zh-CN/bundle.ts';
import { clocks as zhClocks } from './zh-CN/clocks.ts';
import { data as zhData } from './zh-CN/data.ts';
import { desk as zhDesk } from './zh-CN/desk.ts';
import { duty as zhDuty } from './zh-CN/duty.ts';
import { escalation as zhEscalation } from './zh-CN/escalation.ts';
import { filters as zhFilters } from './zh-CN/filters.ts';
import { guides as zhGuides } from './zh-CN/guides.ts';
import { home as zhHome } from './zh-CN/home.ts';
import { imports as zhImports } from './zh-CN/imports.ts';
import { kept as zhKept } from './zh-CN/kept.ts';
import { keys as zhKeys } from './zh-CN/keys.ts';
import { learning as zhLearning } from './zh-CN/learning.ts';
import { letters as zhLetters } from './zh-CN/letters.ts';
import { mandates as zhMandates } from './zh-CN/mandates.ts';
import { mine as zhMine } from './zh-CN/mine.ts';
import { notices as zhNotices } from './zh-CN/notices.ts';
import { ocr as zhOcr } from './zh-CN/ocr.ts';
import { pages as zhPages } from './zh-CN/pages.ts';
import { pieces as zhPieces } from './zh-CN/pieces.ts';
import { policies as zhPolicies } from './zh-CN/policies.ts';
import { prechecks as zhPrechecks } from './zh-CN/prechecks.ts';
import { privacy as zhPrivacy } from './zh-CN/privacy.ts';
import { problems as zhProblems } from './zh-CN/problems.ts';
import { reminders as zhReminders } from './zh-CN/reminders.ts';
import { signIn as zhSignIn } from './zh-CN/sign-in.ts';
import { team as zhTeam } from './zh-CN/team.ts';
import { templates as zhTemplates } from './zh-CN/templates.ts';
import { triage as zhTriage } from './zh-CN/triage.ts';

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Every area, Chinese beside English: a new area file is two imports above and one line here. */
export const areas = {
  pieces: { 'zh-CN': zhPieces, en: enPieces },
  pages: { 'zh-CN': zhPages, en: enPages },
  problems: { 'zh-CN': zhProblems, en: enProblems },
  notices: { 'zh-CN': zhNotices, en: enNotices },
  home: { 'zh-CN': zhHome, en: enHome },
  mine: { 'zh-CN': zhMine, en: enMine },
  imports: { 'zh-CN': zhImports, en: enImports },
  kept: { 'zh-CN': zhKept, en: enKept },
  letters: { 'zh-CN': zhLetters, en: enLetters },
  triage: { 'zh-CN': zhTriage, en: enTriage },
  ocr: { 'zh-CN': zhOcr, en: enOcr },
  account: { 'zh-CN': zhAccount, en: enAccount },
  guides: { 'zh-CN': zhGuides, en: enGuides },
  desk: { 'zh-CN': zhDesk, en: enDesk },
  duty: { 'zh-CN': zhDuty, en: enDuty },
  learning: { 'zh-CN': zhLearning, en: enLearning },
  escalation: { 'zh-CN': zhEscalation, en: enEscalation },
  clocks: { 'zh-CN': zhClocks, en: enClocks },
  bundle: { 'zh-CN': zhBundle, en: enBundle },
  authority: { 'zh-CN': zhAuthority, en: enAuthority },
  mandates: { 'zh-CN': zhMandates, en: enMandates },
  signIn: { 'zh-CN': zhSignIn, en: enSignIn },
  data: { 'zh-CN': zhData, en: enData },
  policies: { 'zh-CN': zhPolicies, en: enPolicies },
  team: { 'zh-CN': zhTeam, en: enTeam },
  reminders: { 'zh-CN': zhReminders, en: enReminders },
  privacy: { 'zh-CN': zhPrivacy, en: enPrivacy },
  bulk: { 'zh-CN': zhBulk, en: enBulk },
  filters: { 'zh-CN': zhFilters, en: enFilters },
  prechecks: { 'zh-CN': zhPrechecks, en: enPrechecks },
  templates: { 'zh-CN': zhTemplates, en: enTemplates },
  keys: { 'zh-CN': zhKeys, en: enKeys },
  backTests: { 'zh-CN': zhBackTests, en: enBackTests },
} as const;

const zh = {
  ...areas.pieces['zh-CN'],
  ...areas.pages['zh-CN'],
  ...areas.problems['zh-CN'],
  ...areas.notices['zh-CN'],
  ...areas.home['zh-CN'],
  ...areas.mine['zh-CN'],
  ...areas.kept['zh-CN'],
  ...areas.letters['zh-CN'],
  ...areas.triage['zh-CN'],
  ...areas.ocr['zh-CN'],
  ...areas.account['zh-CN'],
  ...areas.guides['zh-CN'],
  ...areas.desk['zh-CN'],
  ...areas.duty['zh-CN'],
  ...areas.learning['zh-CN'],
  ...areas.escalation['zh-CN'],
  ...areas.clocks['zh-CN'],
  ...areas.bundle['zh-CN'],
  ...areas.authority['zh-CN'],
  ...areas.mandates['zh-CN'],
  ...areas.signIn['zh-CN'],
  ...areas.data['zh-CN'],
  ...areas.policies['zh-CN'],
  ...areas.team['zh-CN'],
  ...areas.imports['zh-CN'],
  ...areas.reminders['zh-CN'],
  ...areas.privacy['zh-CN'],
  ...areas.bulk['zh-CN'],
  ...areas.filters['zh-CN'],
  ...areas.prechecks['zh-CN'],
  ...areas.templates['zh-CN'],
  ...areas.keys['zh-CN'],
  ...areas.backTests['zh-CN'],
};
const en: Record<keyof typeof zh, string> = {
  ...areas.pieces.en,
  ...areas.pages.en,
  ...areas.problems.en,
  ...areas.notices.en,
  ...areas.home.en,
  ...areas.mine.en,
  ...areas.kept.en,
  ...areas.letters.en,
  ...areas.triage.en,
  ...areas.ocr.en,
  ...areas.account.en,
  ...areas.guides.en,
  ...areas.desk.en,
  ...areas.duty.en,
  ...areas.learning.en,
  ...areas.escalation.en,
  ...areas.clocks.en,
  ...areas.bundle.en,
  ...areas.authority.en,
  ...areas.mandates.en,
  ...areas.signIn.en,
  ...areas.data.en,
  ...areas.policies.en,
  ...areas.team.en,
  ...areas.imports.en,
  ...areas.reminders.en,
  ...areas.privacy.en,
  ...areas.bulk.en,
  ...areas.filters.en,
  ...areas.prechecks.en,
  ...areas.templates.en,
  ...areas.keys.en,
  ...areas.backTests.en,
};

type Dictionary = typeof zh;
/** A key that both languages have. */
export type TextKey = keyof Dictionary;

export const dictionaries: Record<Locale, Readonly<Record<TextKey, string>>> = { 'zh-CN': zh, en };

type NameOf<Slot extends string> = Slot extends `${infer Name}|${string}` ? Name : Slot;
type NamesIn<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? NameOf<Slot> | NamesIn<Rest>
  : never;
export type TextValue = string | number;
/** The data a text needs: nothing, or one value for each name in it. */
export type TextData<Key extends TextKey> = [NamesIn<Dictionary[Key]>] extends [never]
  ? []
  : [data: Readonly<Record<NamesIn<Dictionary[Key]>, TextValue>>];

const SLOT = /\{([a-z_]+)(?:\|([^|}]*)\|([^}]*))?\}/g;

function fill(text: string, data: Readonly<Record<string, unknown>> | undefined): string {
  if (!data || !text.includes('{')) return text;
  return text.replace(SLOT, (slot, name: string, one?: string, many?: string) => {
    const value = data[name];
    if (value === undefined || value === null) return slot;
    if (one !== undefined && many !== undefined) return Number(value) === 1 ? one : many;
    return String(value);
  });
}

/**
 * The text of a key in one language. `{name}` takes data; `{name|day|days}` chooses by whether the number is one.
 * Which data a key needs is read from its Chinese text, at compile time.
 */
export function t<Key extends TextKey>(locale: Locale, key: Key, ...data: TextData<Key>): string {
  return fill(dictionaries[locale][key], data[0]);
}

/** True when both languages have words for this key; narrows a code that arrived as a plain string. */
export function hasText(key: string): key is TextKey {
  return Object.hasOwn(zh, key);
}

/** The words for a key known only at run time, such as the code of a refusal; nothing when there are none. */
export function findText(locale: Locale, key: string, data?: Readonly<Record<string, unknown>>): string | undefined {
  return hasText(key) ? fill(dictionaries[locale][key], data) : undefined;
}

/** True for a language this product speaks. */
export function isLocale(text: unknown): text is Locale {
  return text === 'zh-CN' || text === 'en';
}
