import type { ComponentChildren } from 'preact';
import type { Drawing } from '../charts/draw.ts';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import type { Download, FigureNumbers } from '../pieces/figures.tsx';
import { Downloads, FigureSection, Swatch } from '../pieces/figures.tsx';
import type { Filter } from '../pieces/filter-bar.tsx';
import { FilterBar } from '../pieces/filter-bar.tsx';
import { useText } from '../pieces/page.ts';
import { AuthorityFrame } from './authority-frame.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type DutySection = {
  id: string;
  title: string;
  body: string;
  notes: readonly string[];
  drawing: Drawing | null;
  /** Whether the colours of the three outcomes need saying. */
  legend: boolean;
  table: FigureNumbers;
  downloads: readonly Download[];
};
export type DutyPageProps = {
  /** Whose desk it shows at. */
  desk: { kind: 'carrier'; carrier: string } | { kind: 'authority'; body: string };
  hint: string;
  filters: readonly Filter[];
  /** Null where nothing was found. */
  total: {
    of: string;
    figures: readonly { which: Outcome; label: string; value: string; more: string | null }[];
    small: boolean;
    aside: string;
  } | null;
  sections: readonly DutySection[];
  /** All the data behind the page. */
  downloads: readonly Download[];
  clearHref: string;
};

const OUTCOMES = ['on_time', 'late', 'unanswered'] as const;
type Outcome = (typeof OUTCOMES)[number];
const HOW = ['law', 'answer', 'days', 'silent', 'middle', 'interval', 'own'] as const;

/** How carriers keep the periods that bind them: plots with their numbers beside them, each to take along. */
export function DutyPage({ desk, hint, filters, total, sections, downloads, clearHref }: DutyPageProps) {
  const say = useText();
  return (
    <Frame desk={desk} title={say('duty.title')} hint={hint}>
      <FilterBar filters={filters} />
      {total === null ? (
        <Empty
          title={say('duty.empty')}
          body={say('duty.empty_body')}
          action={{ label: say('duty.empty_all'), href: clearHref }}
        />
      ) : (
        <Total {...total} />
      )}
      {sections.map((section) => (
        <Section key={section.id} {...section} />
      ))}
      <Card title={say('duty.how.title')}>
        <ul class="duty-how">
          {HOW.map((name) => (
            <li key={name}>{say(`duty.how.${name}`)}</li>
          ))}
        </ul>
        {downloads.length > 0 && (
          <>
            <h3>{say('duty.data.cells')}</h3>
            <Downloads downloads={downloads} of={say('duty.data.cells')} />
          </>
        )}
      </Card>
    </Frame>
  );
}

function Frame({
  desk,
  ...frame
}: {
  desk: DutyPageProps['desk'];
  title: string;
  hint: string;
  children: ComponentChildren;
}) {
  return desk.kind === 'authority' ? (
    <AuthorityFrame {...frame} body={desk.body} />
  ) : (
    <DeskFrame {...frame} carrier={desk.carrier} />
  );
}

function Total({ of, figures, small, aside }: NonNullable<DutyPageProps['total']>) {
  const say = useText();
  return (
    <section class="duty-total">
      <h2>
        {of}
        {small && <span class="soft"> · {say('duty.small')}</span>}
      </h2>
      <dl>
        {figures.map(({ which, label, value, more }) => (
          <div key={which}>
            <dt>
              <Swatch which={which} />
              {label}
            </dt>
            <dd>
              <span class="num">{value}</span>
              {more && <span class="soft">{more}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="soft">{aside}</p>
    </section>
  );
}

function Section({ notes, legend, ...section }: DutySection) {
  const say = useText();
  const items = OUTCOMES.map((which) => ({ which, label: say(`duty.${which}`) }));
  return (
    <FigureSection {...section} legend={legend ? items : undefined}>
      {notes.map((note) => (
        <p key={note} class="soft">
          {note}
        </p>
      ))}
    </FigureSection>
  );
}
