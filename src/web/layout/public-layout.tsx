import type { ComponentChildren } from 'preact';
import { isPersonal } from '../../access/relation.ts';
import { Icon } from '../pieces/icon.tsx';
import { usePage, useText } from '../pieces/page.ts';
import { type Tab, Tabs } from '../pieces/tabs.tsx';
import { Account, type AccountPaths } from './account.tsx';
import { Brand } from './brand.tsx';
import { Document, type Share } from './document.tsx';
import { Foot } from './foot.tsx';
import { Switches } from './switches.tsx';

export const COUNTER_PATHS = {
  home: '/',
  mine: '/mine',
  signIn: '/sign-in',
  signOut: '/sign-out',
  mySignIn: '/my-sign-in',
} as const satisfies AccountPaths & Record<string, string>;

export type PublicLayoutProps = {
  title: string;
  description?: string | undefined;
  indexed?: boolean | undefined;
  back?: { href: string; label?: string | undefined } | undefined;
  /** Neighbouring pages under the head. */
  tabs?: readonly Tab[] | undefined;
  share?: Share | undefined;
  children: ComponentChildren;
};

/** One roomy column for the public. */
export function PublicLayout({ title, description, indexed = true, back, tabs, share, children }: PublicLayoutProps) {
  const { person } = usePage();
  const say = useText();
  return (
    <Document title={title} description={description} room="counter" indexed={indexed} share={share}>
      <header class="head">
        <div class="head-row">
          <Brand href={COUNTER_PATHS.home} />
          <nav class="head-links" aria-label={say('layout.main_menu')}>
            <Switches />
            {person && !tabs && (
              <a class="switch" href={COUNTER_PATHS.mine}>
                {say(person.kind === undefined || isPersonal(person.kind) ? 'layout.my_numbers' : 'layout.my_desk')}
              </a>
            )}
            {(!person || tabs) && <Account paths={COUNTER_PATHS} />}
          </nav>
        </div>
        {tabs && (
          <div class="head-row head-second">
            <Tabs items={tabs} label={say('layout.my_numbers')} />
          </div>
        )}
      </header>
      <main id="main" class="column" tabIndex={-1}>
        {back && (
          <a class="back" href={back.href}>
            <Icon name="left" />
            {back.label ?? say('layout.back')}
          </a>
        )}
        {children}
      </main>
      <Foot />
    </Document>
  );
}
