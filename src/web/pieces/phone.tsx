import { formatPhone } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';
import { useText } from './page.ts';

export type PhoneProps = { number: string; label?: string | undefined };

/** A number one can tap to call. */
export function Phone({ number, label }: PhoneProps) {
  const say = useText();
  const spoken = formatPhone(number);
  return (
    <a
      class="phone"
      href={`tel:${number.replace(/[^\d+]/g, '')}`}
      aria-label={`${label ? `${label} ` : ''}${say('piece.phone.call', { number: spoken })}`}
    >
      <Icon name="phone" />
      <span class="num">{spoken}</span>
      {label && <span class="phone-label">{label}</span>}
    </a>
  );
}
