import type { Channel, Knowledge, Law, Route, Step } from '../../domain/knowledge/knowledge.ts';
import type { Bilingual, Sourced } from '../../domain/knowledge/sourced.ts';
import { makePlan } from '../../domain/remedies/plan.ts';
import { normalise } from '../../domain/triage/normalise.ts';
import type { ReadText } from '../../domain/triage/triage.ts';
import type { Locale } from '../../locales/index.ts';
import { LOCALES, t } from '../../locales/index.ts';
import { paths } from '../paths.ts';
import type { StepView } from './plan.ts';
import { sourceLine, viewStep } from './plan.ts';
import type { Topic } from './topic-guides.ts';
import { isTopic, TOPICS, topicSections } from './topic-guides.ts';

export type GuideKind = 'cause' | 'channel' | 'right' | 'letter' | 'other';
export type GuideLine = {
  readonly href: string;
  readonly kind: GuideKind;
  readonly title: string;
  readonly summary: string;
  /** Where one list is long, whom its guides are about. */
  readonly group?: string;
};

export type GuideSection =
  | { readonly heading: string; readonly text: string }
  | {
      readonly heading: string;
      readonly items: readonly { readonly title: string; readonly body: string; readonly href?: string }[];
    }
  | { readonly heading: string; readonly steps: readonly StepView[] };

export type GuideView = {
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly GuideSection[];
  /** The plan that goes with it, by its reason code. */
  readonly plan: string | null;
  readonly phones: readonly string[];
  readonly source: string;
  readonly checked: string;
};

/** Every guide there is, in the order of the index. */
export function listGuides(locale: Locale, { tables }: Knowledge): GuideLine[] {
  return [
    ...tables.routes.map((one) => ({
      href: paths.guide('cause', one.code),
      kind: 'cause' as const,
      title: one.name[locale],
      summary: one.feels[locale],
    })),
    ...tables.channels.map((one) => ({
      href: paths.guide('channel', one.channelId),
      kind: 'channel' as const,
      title: one.name[locale],
      summary: one.takes[locale],
    })),
    ...tables.laws.map((one) => ({
      href: paths.guide('right', one.lawId),
      kind: 'right' as const,
      title: one.title[locale],
      summary: one.plain[locale],
      group: t(locale, `guides.binds.${one.binds?.[0] ?? 'everybody'}`),
    })),
    ...TOPICS.map((topic) => ({
      href: paths.guide('other', topic),
      kind: 'other' as const,
      title: t(locale, `guides.${topic}`),
      summary: t(locale, `guides.${topic}_lead`),
    })),
  ];
}

const MOST_FOUND = 12;

/** Guides for a question in anybody's words: what triage makes of it comes first, then pages that share its signs. */
export function searchGuides(
  locale: Locale,
  knowledge: Knowledge,
  read: ReadText,
  asked: string,
  letters: readonly GuideLine[] = [],
): GuideLine[] {
  const guides = [...listGuides(locale, knowledge), ...letters];
  const meant = read({ text: asked }).causes.map(({ cause }) => {
    const { code } = makePlan(knowledge, { causes: [cause], off: false, situations: [] });
    return paths.guide('cause', code);
  });
  const pairs = pairsOf(asked);
  const plain = normalise(asked).text;
  const scored = guides.map((guide) => {
    const rank = meant.indexOf(guide.href);
    const words = normalise(`${guide.title} ${guide.summary} ${bodyOf(knowledge, guide.href)}`).text;
    const title = normalise(guide.title).text;
    const shared =
      pairs.filter((pair) => words.includes(pair)).length + 2 * pairs.filter((pair) => title.includes(pair)).length;
    // Whoever types the name of a page wants that page.
    const named = title.includes(plain) ? 40 : 0;
    return { guide, score: named + (rank === -1 ? 0 : 20 - rank) + shared / Math.max(1, pairs.length) };
  });
  return scored
    .filter(({ score }) => score >= 0.5)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_FOUND)
    .map(({ guide }) => guide);
}

/** Two signs of Chinese, or a word of anything else. */
function pairsOf(text: string): string[] {
  const plain = normalise(text).text;
  const han = plain.match(/[\u4e00-\u9fff]+/g) ?? [];
  const pairs = han.flatMap((run) =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return [...new Set([...pairs, ...(plain.match(/[a-z0-9]{2,}/g) ?? [])])];
}

function bodyOf(knowledge: Knowledge, href: string): string {
  const [, , kind, id = ''] = href.split('/');
  if (kind === 'channel') return (knowledge.channels.get(id)?.phones ?? []).join(' ');
  if (kind === 'other' && isTopic(id)) return topicWords(knowledge, id);
  const route = kind === 'cause' ? knowledge.tables.routes.find(({ code }) => code === id) : undefined;
  if (!route) return '';
  const steps = route.steps.flatMap((one) => knowledge.steps.get(one) ?? []);
  const said = knowledge.synonyms.get(route.code);
  return [
    ...[route.lifts, route.decides, ...steps.map(({ title }) => title)].flatMap((one) => [one['zh-CN'], one.en]),
    ...[said?.people, said?.notices, said?.english].flatMap((some) => some ?? []),
  ].join(' ');
}

function topicWords(knowledge: Knowledge, topic: Topic): string {
  return LOCALES.flatMap((locale) => topicSections(locale, knowledge, topic).sections)
    .flatMap((section) => [section.heading, ...('items' in section ? section.items.map(({ title }) => title) : [])])
    .join(' ');
}

/** One guide by its kind and name; null when there is none. */
export function viewGuide(locale: Locale, knowledge: Knowledge, kind: string, id: string): GuideView | null {
  if (kind === 'cause') {
    const route = knowledge.tables.routes.find(({ code }) => code === id);
    return route ? causeGuide(locale, knowledge, route) : null;
  }
  if (kind === 'channel') {
    const channel = knowledge.channels.get(id);
    return channel ? channelGuide(locale, knowledge, channel) : null;
  }
  if (kind === 'right') {
    const law = knowledge.laws.get(id);
    return law ? rightGuide(locale, knowledge, law) : null;
  }
  return kind === 'other' && isTopic(id) ? topicGuide(locale, knowledge, id) : null;
}

function framed(locale: Locale, about: Sourced) {
  return { source: sourceLine(locale, about), checked: about.checked, plan: null, phones: [] as readonly string[] };
}

function causeGuide(locale: Locale, knowledge: Knowledge, route: Route): GuideView {
  const steps = (ids: readonly string[]) =>
    ids.flatMap((one) => knowledge.steps.get(one) ?? []).map((one: Step) => viewStep(locale, knowledge, one));
  const text = (heading: Parameters<typeof t>[1], words: string): GuideSection => ({
    heading: t(locale, heading as 'plan.decides'),
    text: words,
  });
  return {
    ...framed(locale, route),
    plan: route.code,
    title: route.name[locale],
    summary: route.feels[locale],
    sections: [
      text('plan.decides', route.decides[locale]),
      text('plan.lifts', route.lifts[locale]),
      text('plan.promised', route.promised[locale]),
      text('plan.seen', route.seen[locale]),
      text('plan.cost', t(locale, 'plan.free')),
      { heading: t(locale, 'plan.steps'), steps: steps(route.steps) },
      {
        heading: t(locale, 'plan.papers'),
        items: route.materials
          .flatMap((one) => knowledge.materials.get(one) ?? [])
          .map(({ name, why }) => ({ title: name[locale], body: why[locale] })),
      },
      { heading: t(locale, 'plan.next'), steps: steps(route.refused) },
      {
        heading: t(locale, 'plan.warnings'),
        items: route.warnings
          .flatMap((one) => knowledge.warnings.get(one) ?? [])
          .map(({ claim, truth }) => ({ title: claim[locale], body: truth[locale] })),
      },
    ],
  };
}

function channelGuide(locale: Locale, knowledge: Knowledge, channel: Channel): GuideView {
  const { name, takes, refuses, phones, site, channelId, opens, online, offline, hours, senders = [] } = channel;
  const told = (
    heading: `guides.${'opens' | 'online' | 'offline' | 'hours'}`,
    words: Bilingual | undefined,
  ): GuideSection[] => (words ? [{ heading: t(locale, heading), text: words[locale] }] : []);
  const steps = knowledge.tables.steps.filter((step) => step.channels?.includes(channelId));
  return {
    ...framed(locale, channel),
    title: name[locale],
    summary: takes[locale],
    phones,
    sections: [
      { heading: t(locale, 'guides.takes'), text: takes[locale] },
      ...(refuses ? [{ heading: t(locale, 'guides.refuses'), text: refuses[locale] }] : []),
      ...told('guides.opens', opens),
      ...(site ? [{ heading: t(locale, 'guides.site'), text: site }] : []),
      ...told('guides.online', online),
      ...told('guides.offline', offline),
      ...told('guides.hours', hours),
      ...(senders.length > 0 ? [{ heading: t(locale, 'guides.senders'), text: senders.join(' ') }] : []),
      ...(steps.length > 0
        ? [
            {
              heading: t(locale, 'guides.found_in'),
              items: steps.map(({ title, why }) => ({ title: title[locale], body: why[locale] })),
            },
          ]
        : []),
    ],
  };
}

function rightGuide(locale: Locale, knowledge: Knowledge, law: Law): GuideView {
  const routes = knowledge.tables.routes.filter((route) => route.words.includes(law.lawId));
  const steps = knowledge.tables.steps.filter((step) => step.laws?.includes(law.lawId));
  return {
    ...framed(locale, law),
    title: law.title[locale],
    summary: law.plain[locale],
    sections: [
      ...(law.runsFrom ? [{ heading: t(locale, 'guides.runs_from'), text: law.runsFrom[locale] }] : []),
      ...(steps.length > 0
        ? [{ heading: t(locale, 'plan.steps'), steps: steps.map((one) => viewStep(locale, knowledge, one)) }]
        : []),
      ...(routes.length > 0
        ? [
            {
              heading: t(locale, 'guides.found_in'),
              items: routes.map(({ code, name, feels }) => ({
                title: name[locale],
                body: feels[locale],
                href: paths.guide('cause', code),
              })),
            },
          ]
        : []),
    ],
  };
}

function topicGuide(locale: Locale, knowledge: Knowledge, topic: Topic): GuideView | null {
  const { rows, sections } = topicSections(locale, knowledge, topic);
  // The page as a whole is as old as its oldest row.
  const [oldest] = rows.toSorted((a, b) => a.checked.localeCompare(b.checked));
  if (!oldest) return null;
  return {
    title: t(locale, `guides.${topic}`),
    summary: t(locale, `guides.${topic}_lead`),
    sections,
    plan: topic === 'labels' ? 'G1' : null,
    phones: [],
    source: t(locale, 'guides.sources_above'),
    checked: oldest.checked,
  };
}
