import { AuthorityFrame } from './authority-frame.tsx';
import type { DeskListPageProps } from './desk-list-page.tsx';
import { Lists } from './desk-list-page.tsx';

export type AuthorityListPageProps = Omit<DeskListPageProps, 'carrier'> & { body: string };

/** A page of the authority's desk that is one or more lists. */
export function AuthorityListPage({ body, hint, done, ...lists }: AuthorityListPageProps) {
  return (
    <AuthorityFrame title={lists.title} body={body} hint={hint} done={done}>
      <Lists {...lists} />
    </AuthorityFrame>
  );
}
