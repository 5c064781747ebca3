import { usePage, useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';

/** Large type and language as links: the server keeps the choice in a cookie, no script is needed. */
export function Switches({ type = true }: { type?: boolean | undefined }) {
  const { locale, path, query, largeType } = usePage();
  const say = useText();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return (
    <>
      {type && (
        <a class="switch" href={withQuery(path, query, { type: largeType ? 'normal' : 'large' })}>
          {largeType ? say('layout.normal') : say('layout.large')}
        </a>
      )}
      <a class="switch" href={withQuery(path, query, { lang: other })} lang={other} hreflang={other}>
        {say('layout.other_language')}
      </a>
    </>
  );
}
