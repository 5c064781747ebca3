import { Icon, type IconName } from './icon.tsx';
import { useText } from './page.ts';

export type MaterialStatus = 'have' | 'missing' | 'checking' | 'rejected' | 'optional';
export type Material = {
  name: string;
  status: MaterialStatus;
  /** Why it is needed, in one sentence. */
  why: string;
  /** What is wrong with it, or where to get it. */
  note?: string | undefined;
  /** Where to add or see it. */
  link?: { label: string; href: string } | undefined;
};
export type MaterialListProps = { items: readonly Material[] };

const ICONS: Record<MaterialStatus, IconName> = {
  have: 'check',
  missing: 'plus',
  checking: 'search',
  rejected: 'undo',
  optional: 'dash',
};

/** The papers: which are there, which are missing, and why each is asked for. */
export function MaterialList({ items }: MaterialListProps) {
  const say = useText();
  const needed = items.filter((item) => item.status !== 'optional');
  return (
    <div class="materials">
      {needed.length > 0 && (
        <p class="soft num">
          {say('piece.material.count', {
            have: needed.filter((item) => item.status === 'have').length,
            all: needed.length,
          })}
        </p>
      )}
      <ul>
        {items.map((item) => (
          <li key={item.name} class={`material material-${item.status}`}>
            <span class="material-sign">
              <Icon name={ICONS[item.status]} />
            </span>
            <div class="material-words">
              <p class="material-name">
                <b>{item.name}</b>
                <span class="material-status">{say(`piece.material.${item.status}`)}</span>
              </p>
              <p class="soft">{say('piece.material.why', { why: item.why })}</p>
              {item.note && <p>{item.note}</p>}
              {item.link && <a href={item.link.href}>{item.link.label}</a>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
