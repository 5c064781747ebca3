import { useText } from './page.ts';

export type Tab = { label: string; href: string; current?: boolean | undefined; count?: number | string | undefined };
export type TabsProps = { items: readonly Tab[]; label?: string | undefined };

/** Neighbouring pages as links, so that each has an address of its own. */
export function Tabs({ items, label }: TabsProps) {
  const say = useText();
  return (
    <nav class="tabs" aria-label={label ?? say('layout.main_menu')}>
      <ul>
        {items.map((tab) => (
          <li key={tab.href}>
            <a href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <span class="tabs-count num">{tab.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
