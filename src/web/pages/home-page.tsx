import { FILE_LIMIT_BYTES } from '../../app/evidence/file-limits.ts';
import type { FourAnswers } from '../../domain/triage/four-questions.ts';
import { QUESTIONS } from '../../domain/triage/four-questions.ts';
import type { FormState } from '../form.ts';
import { PublicLayout } from '../layout/public-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { ChoiceField, TextArea } from '../pieces/field.tsx';
import { FileDrop } from '../pieces/file-drop.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Notice } from '../pieces/notice.tsx';
import { usePage, useText } from '../pieces/page.ts';

export type HomePageProps = { answers: Partial<FourAnswers>; form: FormState };

/** Three short answers beside each other even on a small phone. */
const QUESTION_FORM =
  'form [&_.choices]:grid-cols-[repeat(auto-fit,minmax(min(100%,6em),1fr))] [&_.choice]:px-2.5 [&_.choice]:gap-2';
const DEEDS = ['reason', 'way', 'back'] as const;

/** Four questions and one button: for somebody on a borrowed phone, without signing in. */
export function HomePage({ answers, form }: HomePageProps) {
  const { person } = usePage();
  const say = useText();
  const options = (['no', 'yes', 'unsure'] as const).map((value) => ({ value, label: say(`home.${value}`) }));
  return (
    <PublicLayout title={say('home.title')} description={say('home.description')}>
      <h1>{say('home.title')}</h1>
      <p>{say('home.lead')}</p>
      <ErrorSummary errors={Object.entries(form.errors).map(([field, text]) => ({ field, text }))} />
      <Form action={paths.check} class={QUESTION_FORM}>
        <TextArea
          id="text"
          label={say('triage.text')}
          hint={say('triage.text_hint')}
          value={form.typed.text}
          error={form.errors.text}
          rows={4}
        />
        <h2>{say('triage.four')}</h2>
        <p class="soft">{say('triage.four_hint')}</p>
        {QUESTIONS.map((question) => (
          <ChoiceField
            key={question}
            id={question}
            label={say(`home.${question}`)}
            inline
            options={options}
            value={answers[question] ? [answers[question]] : []}
          />
        ))}
        <Button look="primary" wide>
          {say('home.ask')}
        </Button>
      </Form>
      <details class="law" open={form.errors.file !== undefined}>
        <summary>
          <Icon name="image" />
          <span>{say('triage.picture')}</span>
          <Icon name="down" class="turn" />
        </summary>
        <div class="law-body">
          <Form action={paths.checkPicture} files>
            <FileDrop
              id="file"
              label={say('triage.picture_label')}
              hint={say('triage.picture_hint')}
              error={form.errors.file}
              maxBytes={FILE_LIMIT_BYTES}
              accept="image/png,image/jpeg,image/webp"
              typeNames="PNG, JPEG, WebP"
            />
            <Button icon="search">{say('triage.picture_go')}</Button>
          </Form>
        </div>
      </details>
      <Notice tone="danger" title={say('home.swap_title')}>
        {say('home.swap_body')}
      </Notice>
      {!person && (
        <Card title={say('home.known_title')}>
          <p>{say('home.known_body')}</p>
          <LinkButton href={paths.signIn} icon="user">
            {say('home.known_link')}
          </LinkButton>
        </Card>
      )}
      <h2>{say('home.how_title')}</h2>
      <ol class="grid gap-5">
        {DEEDS.map((deed, at) => (
          <li key={deed} class="flex gap-4">
            <b class="num text-teal" aria-hidden="true">
              {at + 1}
            </b>
            <div>
              <h3>{say(`home.how_${deed}`)}</h3>
              <p class="soft">{say(`home.how_${deed}_body`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </PublicLayout>
  );
}
