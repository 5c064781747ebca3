import { FlagMark } from '../pieces/flag-mark.tsx';
import { useText } from '../pieces/page.ts';

/** The mark and the name, leading home. */
export function Brand({ href }: { href: string }) {
  const say = useText();
  return (
    <a class="brand" href={href}>
      <FlagMark state="lifting" />
      <span>{say('app.name')}</span>
    </a>
  );
}
