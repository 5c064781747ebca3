import type { Tab } from '../pieces/tabs.tsx';
import { PublicLayout, type PublicLayoutProps } from './public-layout.tsx';

export type MineLayoutProps = Omit<PublicLayoutProps, 'indexed' | 'tabs'> & { tabs: readonly Tab[] };

/** The signed-in person's own pages: the public column, with neighbours and never indexed. */
export function MineLayout(props: MineLayoutProps) {
  return <PublicLayout {...props} indexed={false} />;
}
