import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { Card } from '../pieces/card.tsx';
import { Empty } from '../pieces/empty.tsx';
import { FlagCard, type FlagCardProps } from '../pieces/flag-card.tsx';
import { Icon } from '../pieces/icon.tsx';
import { LiftProgress, type LiftProgressProps } from '../pieces/lift-progress.tsx';
import { MeasureGrid, type MeasureGridProps } from '../pieces/measure-grid.tsx';
import { NextStep, type NextStepProps } from '../pieces/next-step.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { type CaseStatus, StatusPill } from '../pieces/status-pill.tsx';

export type CaseLine = { href: string; reference: string; status: CaseStatus; move: string | null };
export type NumberCard = {
  id: string;
  /** The number in groups, masked. */
  number: string;
  carrier: string;
  role: 'holder' | 'user' | 'former' | 'representative';
  grid: MeasureGridProps;
  next: Omit<NextStepProps, 'children'> | null;
  flags: readonly FlagCardProps[];
  cases: readonly CaseLine[];
  /** Cases that the person kept themselves on the same number; null where nothing was told of it. */
  told: readonly CaseLine[] | null;
  lifts: readonly (LiftProgressProps & { href: string })[];
  past: readonly { href: string; title: string; when: string }[];
};
export type MinePageProps = { numbers: readonly NumberCard[]; unread: number; done?: string | undefined };

/** The person's numbers: what works, whose move it is, and the one thing to do now. */
export function MinePage({ numbers, unread, done }: MinePageProps) {
  const say = useText();
  return (
    <MineLayout title={say('mine.title')} tabs={useMineTabs('numbers', unread)}>
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      {numbers.length === 0 && (
        <Empty
          level={1}
          title={say('mine.none_title')}
          body={say('mine.none_body')}
          action={{ label: say('mine.none_action'), href: paths.home }}
        />
      )}
      {numbers.map((one) => (
        <NumberSection key={one.id} number={one} />
      ))}
    </MineLayout>
  );
}

function NumberSection({ number: one }: { number: NumberCard }) {
  const say = useText();
  const quiet = one.flags.length === 0 && one.cases.length === 0 && one.lifts.length === 0;
  return (
    <section class="stack" aria-labelledby={`number-${one.id}`}>
      <div>
        <h1 id={`number-${one.id}`} class="num">
          {one.number}
        </h1>
        <p class="soft">{say('mine.carrier', { carrier: one.carrier, role: say(`mine.role.${one.role}`) })}</p>
      </div>
      {one.next && <NextStep {...one.next} />}
      {quiet && (
        <Notice tone="done" title={say('mine.all_on')}>
          {say('mine.all_on_body')}
        </Notice>
      )}
      <MeasureGrid {...one.grid} />
      {one.lifts.map(({ href, ...lift }) => (
        <div key={href}>
          <LiftProgress {...lift} />
          <a class="more" href={href}>
            {say('mine.more')}
            <Icon name="right" />
          </a>
        </div>
      ))}
      {one.cases.length > 0 && (
        <Card title={say('mine.cases')}>
          <CaseLines lines={one.cases} />
        </Card>
      )}
      {one.told && one.told.length > 0 && (
        <Card title={say('mine.told')}>
          <p class="soft">{say('mine.told_body')}</p>
          <CaseLines lines={one.told} />
        </Card>
      )}
      {one.flags.map((flag) => (
        <FlagCard key={flag.href} {...flag} />
      ))}
      {one.past.length > 0 && (
        <details class="card">
          <summary class="flex items-center justify-between">
            <b>{say('mine.past')}</b>
            <Icon name="down" class="turn" />
          </summary>
          <ul>
            {one.past.map((flag) => (
              <li key={flag.href} class="py-2">
                <a href={flag.href}>{flag.title}</a> <span class="soft num">{flag.when}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function CaseLines({ lines }: { lines: readonly CaseLine[] }) {
  const say = useText();
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.href} class="border-t border-line py-3">
          <p class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <a class="num" href={line.href}>
              {say('mine.case_line', { reference: line.reference })}
            </a>
            <StatusPill kind="case" status={line.status} />
          </p>
          {line.move && <p class="soft num">{line.move}</p>}
        </li>
      ))}
    </ul>
  );
}

/** The two neighbours of the person's own pages. */
export function useMineTabs(current: 'numbers' | 'inbox' | 'mandates' | 'data' | null, unread?: number) {
  const say = useText();
  return [
    { label: say('mine.title'), href: paths.mine, current: current === 'numbers' },
    { label: say('mine.inbox'), href: paths.inbox, current: current === 'inbox', ...(unread ? { count: unread } : {}) },
    { label: say('mandate.tab'), href: paths.mandates, current: current === 'mandates' },
    { label: say('data.title'), href: paths.data, current: current === 'data' },
  ];
}
