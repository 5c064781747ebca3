import { dictionaries } from '../../locales/index.ts';
import { formatBytes } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';
import { usePage, useText } from './page.ts';

export type FileDropProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  many?: boolean | undefined;
  /** Largest size of one file in bytes. */
  maxBytes: number;
  /** Media types as in `accept`, and their names for people. */
  accept?: string | undefined;
  typeNames?: string | undefined;
};

/** Words for the island, which knows no dictionary. */
const WORDS = ['chosen', 'too_large', 'wrong_type', 'empty', 'sending', 'sent', 'failed', 'remove'] as const;

/** A plain file input; script adds dropping, previews, a check before sending, and progress. Stands in a `Form files island="upload"`. */
export function FileDrop({
  id,
  label,
  hint,
  error,
  many,
  maxBytes,
  accept = 'image/jpeg,image/png,image/webp,application/pdf',
  typeNames = 'JPG、PNG、WebP、PDF',
}: FileDropProps) {
  const { locale } = usePage();
  const say = useText();
  const names = locale === 'en' ? typeNames.replaceAll('、', ', ') : typeNames;
  const words = Object.fromEntries(
    WORDS.map((word) => [`data-say-${word.replace('_', '-')}`, dictionaries[locale][`piece.file.${word}`]]),
  );
  const notes = [`${id}-limits`, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div
      class={error ? 'field field-wrong file-drop' : 'field file-drop'}
      data-island="file-drop"
      data-max={maxBytes}
      {...words}
    >
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="field-error">
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
      <div class="file-zone">
        <Icon name="upload" />
        <input
          id={id}
          name={id}
          type="file"
          accept={accept}
          multiple={many}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={notes}
        />
        <p id={`${id}-limits`} class="field-hint num">
          {say('piece.file.limits', { types: names, size: formatBytes(maxBytes) })}
        </p>
        <p class="field-hint file-drop-hint" hidden>
          {say('piece.file.drop')}
        </p>
      </div>
      <ul class="file-list" aria-live="polite" />
      <div class="file-progress" hidden>
        <progress max={100} value={0} aria-label={label} />
        <p class="num" role="status" />
      </div>
    </div>
  );
}
