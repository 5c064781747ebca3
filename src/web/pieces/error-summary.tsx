import { Icon } from './icon.tsx';
import { useText } from './page.ts';

/** `field` is the id of the field at fault; without one the error concerns the whole form. */
export type FieldError = { field?: string | undefined; text: string };
export type ErrorSummaryProps = {
  errors: readonly FieldError[];
  /** The form also takes a file, which no browser lets a page fill in again. */
  file?: boolean | undefined;
};

/** What to correct, at the top of the page, each line a link to its field. Nothing is drawn when there is nothing to correct. */
export function ErrorSummary({ errors, file = false }: ErrorSummaryProps) {
  const say = useText();
  if (errors.length === 0) return null;
  return (
    <section class="errors" role="alert" aria-labelledby="errors-heading" tabIndex={-1} data-island="focus">
      <h2 id="errors-heading">
        <Icon name="alert" />
        {say('piece.errors.heading', { n: errors.length })}
      </h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={text}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
      <p class="soft">{say(file ? 'piece.errors.kept_but_file' : 'piece.errors.kept')}</p>
    </section>
  );
}
