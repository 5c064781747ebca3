import type { ComponentChildren } from 'preact';
import { DeskLayout } from '../layout/desk-layout.tsx';
import { paths } from '../paths.ts';
import { Notice } from '../pieces/notice.tsx';
import { usePage, useText } from '../pieces/page.ts';

export type DeskFrameProps = {
  title: string;
  carrier: string;
  hint?: string | undefined;
  done?: string | null | undefined;
  /** Seconds after which the page loads itself anew. */
  renews?: number | undefined;
  children: ComponentChildren;
};

const TABS = [
  { key: 'queue', href: paths.desk },
  { key: 'search', href: paths.deskSearch },
  { key: 'team', href: paths.deskTeam },
  { key: 'flags', href: paths.deskFlags },
  { key: 'attention', href: paths.deskAttention },
  { key: 'mandates', href: paths.deskMandates },
  { key: 'policies', href: paths.deskPolicies },
  { key: 'learning', href: paths.deskLearning },
  { key: 'duty', href: paths.deskDuty },
  { key: 'imports', href: paths.deskImports },
  { key: 'webhooks', href: paths.deskWebhooks },
  { key: 'holds', href: paths.deskHolds },
] as const;

/** An administrator of a carrier has its holds and imports alone, an auditor those too; nobody else has holds. */
function isFor(role: string | undefined, key: (typeof TABS)[number]['key']): boolean {
  if (key === 'imports') return true;
  if (key === 'search') return role === 'agent' || role === 'reviewer' || role === 'auditor';
  return key === 'holds' ? role === 'admin' || role === 'auditor' : role !== 'admin';
}

function isCurrent(path: string, href: string): boolean {
  if (href === paths.desk)
    return (
      path === href ||
      ['/desk/cases', paths.deskBulk, paths.deskFilters, paths.deskTemplates, paths.deskPrechecks].some((one) =>
        path.startsWith(one),
      )
    );
  const belongs =
    href === paths.deskLearning && [paths.deskClasses, paths.deskRules].some((one) => path.startsWith(one));
  const tries = href === paths.deskPolicies && path.startsWith('/desk/back-tests');
  return path.startsWith(href) || belongs || tries;
}

/** The bar, the tabs and the title that all desk pages share. */
export function DeskFrame({ title, carrier, hint, done, renews, children }: DeskFrameProps) {
  const { path, person } = usePage();
  const say = useText();
  const tabs = TABS.filter(({ key }) => isFor(person?.kind, key)).map(({ key, href }) => ({
    label: say(`desk.tab.${key}`),
    href,
    current: isCurrent(path, href),
  }));
  return (
    <DeskLayout
      title={title}
      renews={renews}
      house={say('desk.house', { carrier })}
      homeHref={isFor(person?.kind, 'queue') ? paths.desk : paths.deskHolds}
      tabs={tabs}
      keysHref={paths.deskKeys}
      findHref={isFor(person?.kind, 'search') ? paths.deskSearch : undefined}
      paths={{ signIn: paths.signIn, signOut: paths.signOut, mySignIn: paths.mySignIn }}
      aside={hint && <p class="soft">{hint}</p>}
    >
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      {children}
    </DeskLayout>
  );
}
