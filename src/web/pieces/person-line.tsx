import { formatPhone } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';
import { useText } from './page.ts';

export type PersonLineProps = {
  /** 机主, 使用人, 代办人. */
  label: string;
  /** Already masked by the server: 李*. */
  name: string;
  /** Already masked: 138****8000. */
  number?: string | undefined;
  masked: boolean;
  /** Page that shows it whole; the server records the look. */
  revealHref?: string | undefined;
};

/** A person, masked unless there is a reason to see more. */
export function PersonLine({ label, name, number, masked, revealHref }: PersonLineProps) {
  const say = useText();
  return (
    <p class="person">
      <Icon name="user" />
      <span class="soft">{label}</span>
      <b>{name}</b>
      {number && <span class="num">{formatPhone(number)}</span>}
      {masked && (
        <span class="with-icon soft">
          <Icon name="lock" />
          {say('piece.person.masked')}
        </span>
      )}
      {masked && revealHref && (
        <span>
          <a href={revealHref}>{say('piece.person.reveal')}</a>
          <span class="soft person-note">{say('piece.person.reveal_note')}</span>
        </span>
      )}
    </p>
  );
}
