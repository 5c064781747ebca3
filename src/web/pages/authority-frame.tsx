import type { ComponentChildren } from 'preact';
import { DeskLayout } from '../layout/desk-layout.tsx';
import { paths } from '../paths.ts';
import { Notice } from '../pieces/notice.tsx';
import { usePage, useText } from '../pieces/page.ts';

export type AuthorityFrameProps = {
  title: string;
  /** The name of the body. */
  body: string;
  hint?: string | undefined;
  done?: string | null | undefined;
  children: ComponentChildren;
};

const TABS = [
  { key: 'queue', href: paths.authority, below: '/authority/cases' },
  { key: 'dealings', href: paths.authorityDealings, below: '/authority/dealings' },
  { key: 'team', href: paths.authorityTeam, below: '/authority/team' },
  { key: 'duty', href: paths.authorityDuty, below: '/authority/duty' },
  { key: 'reports', href: paths.authorityReports, below: '/authority/rule-reports' },
] as const;

/** The bar, the tabs and the title that all pages of an authority share. */
export function AuthorityFrame({ title, body, hint, done, children }: AuthorityFrameProps) {
  const { path } = usePage();
  const say = useText();
  const tabs = TABS.map(({ key, href, below }) => ({
    label: say(`authority.tab.${key}`),
    href,
    current: path === href || path.startsWith(below),
  }));
  return (
    <DeskLayout
      title={title}
      house={body}
      homeHref={paths.authority}
      tabs={tabs}
      keysHref={paths.authorityKeys}
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
