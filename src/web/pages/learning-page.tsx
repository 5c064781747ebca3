import type { Drawing } from '../charts/draw.ts';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import type { Filter } from '../pieces/filter-bar.tsx';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { useText } from '../pieces/page.ts';
import { DeskFrame } from './desk-frame.tsx';
import type { DutyNumbers } from './duty-page.tsx';
import { Downloads, Numbers } from './duty-page.tsx';

export type LearningSection = {
  id: string;
  title: string;
  body: string;
  /** Null where nothing was decided. */
  drawing: Drawing | null;
  table: DutyNumbers;
  downloads: readonly { label: string; href: string }[];
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

function Section({ id, title, body, drawing, table, downloads }: LearningSection) {
  const say = useText();
  return (
    <Card title={title}>
      <div class={drawing ? 'duty-section' : 'duty-plain'}>
        <div>
          <p class="soft">{body}</p>
          {drawing ? <Figure id={id} drawing={drawing} /> : <p class="soft">{say('learning.none_decided')}</p>}
        </div>
        <div class="duty-numbers">
          <Numbers caption={title} {...table} />
          <Downloads downloads={downloads} of={title} />
        </div>
      </div>
    </Card>
  );
}

/** Drawn by our own server from numbers and from names that are escaped there. */
export function Figure({ id, drawing }: { id: string; drawing: Drawing }) {
  return (
    <figure class="duty-figure" id={id}>
      <div class="chart-wide" dangerouslySetInnerHTML={{ __html: drawing.wide }} />
      <div class="chart-narrow" dangerouslySetInnerHTML={{ __html: drawing.narrow }} />
    </figure>
  );
}
