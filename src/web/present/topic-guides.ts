import type { Knowledge } from '../../domain/knowledge/knowledge.ts';
import type { Bilingual, Sourced } from '../../domain/knowledge/sourced.ts';
import type { Locale } from '../../locales/index.ts';
import { t } from '../../locales/index.ts';
import { paths } from '../paths.ts';
import type { GuideSection } from './guides.ts';
import { sourceLine } from './plan.ts';

/** Guides over a whole table of the knowledge, in the order of the index. */
export const TOPICS = ['labels', 'prevention', 'living', 'scams', 'words', 'dunning', 'court', 'carriers'] as const;
export type Topic = (typeof TOPICS)[number];

export function isTopic(id: string): id is Topic {
  return (TOPICS as readonly string[]).includes(id);
}

/** What a topic rests on, and its sections; every item carries its own source. */
export function topicSections(locale: Locale, knowledge: Knowledge, topic: Topic): TopicContent {
  return SECTIONS[topic](locale, knowledge);
}

export type TopicContent = { readonly rows: readonly Sourced[]; readonly sections: readonly GuideSection[] };

const SECTIONS: Record<Topic, (locale: Locale, knowledge: Knowledge) => TopicContent> = {
  labels: (locale, { tables }) => ({
    rows: tables.labelServices,
    sections: tables.labelServices.map((one) => ({
      heading: one.name[locale],
      items: [
        {
          title: [one.site, one.time[locale]].filter(Boolean).join(' · '),
          body: bodyOf(locale, one, one.form, one.note),
        },
      ],
    })),
  }),
  prevention: (locale, { tables }) => ({
    rows: tables.tips,
    sections: [
      {
        heading: t(locale, 'guides.prevention'),
        items: tables.tips.map((one) => ({ title: one.title[locale], body: bodyOf(locale, one, one.why) })),
      },
      {
        heading: t(locale, 'reminders.title'),
        items: [{ title: t(locale, 'reminders.go'), body: t(locale, 'reminders.lead'), href: paths.reminders }],
      },
    ],
  }),
  living: (locale, { tables }) => ({
    rows: tables.living,
    sections: [
      {
        heading: t(locale, 'guides.living'),
        items: tables.living.map((one) => ({ title: one.need[locale], body: bodyOf(locale, one, one.how) })),
      },
    ],
  }),
  scams: (locale, { tables }) => ({
    rows: tables.scams,
    sections: tables.scams.map((one) => ({
      heading: one.says[locale],
      items: [
        { title: t(locale, 'guides.scam_tell'), body: one.tell[locale] },
        { title: t(locale, 'guides.scam_act'), body: bodyOf(locale, one, one.act) },
      ],
    })),
  }),
  words: (locale, knowledge) => ({
    rows: knowledge.tables.readyWords,
    sections: knowledge.tables.readyWords.map((one) => ({
      heading: one.when[locale],
      items: [{ title: one.say[locale], body: bodyOf(locale, one) }],
    })),
  }),
  dunning: (locale, { tables }) => ({
    rows: tables.dunning,
    sections: (['owed', 'may', 'may_not', 'act'] as const).map((kind) => ({
      heading: t(locale, `guides.dunning_${kind}`),
      items: tables.dunning
        .filter((one) => one.kind === kind)
        .map((one) => ({ title: one.title[locale], body: bodyOf(locale, one, one.plain) })),
    })),
  }),
  court: (locale, { tables }) => ({
    rows: tables.courtLessons,
    sections: [
      {
        heading: t(locale, 'guides.court'),
        items: tables.courtLessons.map((one) => ({
          title: `${t(locale, `guides.court_${one.result}`)} · ${one.what[locale]}`,
          body: bodyOf(locale, one, one.lesson),
        })),
      },
    ],
  }),
  carriers: (locale, { tables }) => ({
    rows: tables.carriers,
    sections: tables.carriers.map((one) => ({
      heading: one.name[locale],
      items: [
        {
          title: [one.hotline, one.complaintLine, one.hosts[0]].filter(Boolean).join(' · ') || t(locale, 'guides.site'),
          body: one.online[locale],
        },
        {
          title: t(locale, 'guides.shops'),
          body: bodyOf(locale, one, one.shops.promised, one.shops.seen),
        },
      ],
    })),
  }),
};

function bodyOf(locale: Locale, about: Sourced, ...words: readonly (Bilingual | undefined)[]): string {
  return [...words.map((one) => one?.[locale]), sourceLine(locale, about)].filter(Boolean).join(' ');
}
