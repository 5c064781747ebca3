import { formatBytes, formatMoment } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';
import { usePage, useText } from './page.ts';

export type EvidenceThumbProps = {
  name: string;
  kind: 'image' | 'pdf';
  href: string;
  /** Small picture of the file; an icon stands in when there is none. */
  thumb?: string | undefined;
  bytes: number;
  /** SHA-256 in hex; the first eight characters are shown. */
  hash: string;
  /** RFC 3339 UTC. */
  at: string;
  by: string;
};

/** One file of evidence: what it is, how large, its fingerprint, and who added it when. */
export function EvidenceThumb({ name, kind, href, thumb, bytes, hash, at, by }: EvidenceThumbProps) {
  const { locale, now } = usePage();
  const say = useText();
  return (
    <a class="evidence" href={href} aria-label={say('piece.evidence.open', { name })}>
      <span class="evidence-picture">
        {thumb ? <img src={thumb} alt="" loading="lazy" /> : <Icon name={kind === 'pdf' ? 'paper' : 'image'} />}
      </span>
      <span class="evidence-words">
        <b class="evidence-name">{name}</b>
        <span class="soft num">
          {say(`piece.evidence.${kind}`)} · {formatBytes(bytes)}
        </span>
        <span class="soft num">{say('piece.evidence.added', { at: formatMoment(locale, at, now), by })}</span>
        <span class="soft num evidence-hash">{say('piece.evidence.hash', { hash: hash.slice(0, 8) })}</span>
      </span>
    </a>
  );
}
