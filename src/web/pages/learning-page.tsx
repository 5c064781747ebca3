import type { Drawing } from '../charts/draw.ts';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import type { Download, FigureNumbers } from '../pieces/figures.tsx';
import { FigureSection } from '../pieces/figures.tsx';
import type { Filter } from '../pieces/filter-bar.tsx';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { useText } from '../pieces/page.ts';
import { DeskFrame } from './desk-frame.tsx';

export type LearningSection = {
  id: string;
  title: string;
  body: string;
  /** Null where nothing was decided. */
  drawing: Drawing | null;
  table: FigureNumbers;
  downloads: readonly Download[];
};
export type LearningPageProps = {
  carrier: string;
  hint: string;
  filters: readonly Filter[];
  sections: readonly LearningSection[];
  classesHref: string;
  rulesHref: string;
};

const CAVEATS = ['appealed', 'counts', 'bars', 'doubt', 'many'] as const;

/** How often each rule is overturned: plots with their numbers beside them, each to take along. */
export function LearningPage({ carrier, hint, filters, sections, classesHref, rulesHref }: LearningPageProps) {
  const say = useText();
  return (
    <DeskFrame title={say('learning.title')} carrier={carrier} hint={hint}>
      <FilterBar filters={filters} />
      <p>
        <a href={classesHref}>{say('learning.classes_link')}</a> · <a href={rulesHref}>{say('learning.flags_link')}</a>
      </p>
      {sections.length === 0 && <Empty title={say('learning.empty')} body={say('learning.empty_body')} />}
      {sections.map((section) => (
        <Section key={section.id} {...section} />
      ))}
      <Card title={say('learning.caveat.title')}>
        <ul class="duty-how">
          {CAVEATS.map((name) => (
            <li key={name}>{say(`learning.caveat.${name}`)}</li>
          ))}
        </ul>
      </Card>
    </DeskFrame>
  );
}

function Section(section: LearningSection) {
  const say = useText();
  return (
    <FigureSection {...section}>{!section.drawing && <p class="soft">{say('learning.none_decided')}</p>}</FigureSection>
  );
}
