import type { Drawing } from '../charts/draw.ts';
import type { FormState } from '../form.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { Field, TextArea } from '../pieces/field.tsx';
import type { FigureNumbers } from '../pieces/figures.tsx';
import { Downloads, Figure, Numbers } from '../pieces/figures.tsx';
import { Form } from '../pieces/form.tsx';
import { Lines } from '../pieces/lines.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { faultsOf } from './account-forms.tsx';
import { DeskFrame } from './desk-frame.tsx';

export type RuleFormAct = 'tolerate' | 'pause' | 'resume' | 'open_class';
export type RulePageProps = {
  carrier: string;
  title: string;
  state: { paused: boolean; words: string; warning: string | null };
  figures: readonly { label: string; value: string; more: string | null }[];
  plot: { drawing: Drawing | null; notes: readonly string[] };
  provinces: FigureNumbers | null;
  downloads: readonly { label: string; href: string }[];
  tolerated: string;
  tolerances: readonly string[];
  history: readonly string[];
  classes: readonly { label: string; href: string }[];
  acts: readonly RuleFormAct[];
  action: string;
  formKey: string;
  form: FormState;
  done: string | null;
};

/** One rule of one version: what was decided, how the doubt went, and what may be done about it. */
export function RulePage(props: RulePageProps) {
  const { carrier, title, state, figures, plot, provinces, downloads, history, classes, form, done } = props;
  const say = useText();
  const errors = faultsOf(form);
  return (
    <DeskFrame title={title} carrier={carrier} done={done}>
      <ErrorSummary errors={errors} />
      <Notice tone={state.paused ? 'attention' : 'info'}>
        {state.words}
        {state.warning && <p>{state.warning}</p>}
      </Notice>
      <section class="duty-total learn-figures">
        <dl>
          {figures.map(({ label, value, more }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <span class="num">{value}</span>
                {more && <span class="soft">{more}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <Card title={say('learning.plot.title')}>
        <p class="soft">{say('learning.plot.body')}</p>
        {plot.drawing ? (
          <div class="learn-plot">
            <Figure id="doubt" drawing={plot.drawing} />
          </div>
        ) : (
          <p>{say('learning.plot.empty')}</p>
        )}
        {plot.notes.map((note) => (
          <p key={note} class="soft">
            {note}
          </p>
        ))}
        <Downloads downloads={downloads} of={say('learning.plot.title')} />
      </Card>
      <p class="soft">{say('learning.caveat.appealed')}</p>
      {provinces && (
        <Card title={say('learning.provinces.title')}>
          <Numbers caption={say('learning.provinces.title')} {...provinces} />
        </Card>
      )}
      {classes.length > 0 && (
        <Card title={say('learning.classes_link')}>
          <ul class="learn-list">
            {classes.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title={say('learning.history.title')}>
        {history.length === 0 ? <p>{say('learning.history.none')}</p> : <Lines lines={history} />}
      </Card>
      <Acts {...props} />
    </DeskFrame>
  );
}

function Acts({ acts, action, formKey, form, tolerated, tolerances }: RulePageProps) {
  const say = useText();
  const { typed, errors } = form;
  const sent = (act: RuleFormAct) => ({ action, hidden: { act }, idempotencyKey: `${formKey}-${act}` });
  return (
    <div class="learn-forms">
      {acts.includes('open_class') && (
        <Card title={say('learning.open.title')}>
          <p>{say('learning.open.body')}</p>
          <Form {...sent('open_class')}>
            <TextArea
              id="open_why"
              label={say('learning.open.why')}
              rows={3}
              value={typed['open_why']}
              error={errors['open_why']}
            />
            <Field
              id="from"
              type="date"
              label={say('learning.open.from')}
              value={typed['from']}
              error={errors['from']}
            />
            <Field
              id="until"
              type="date"
              label={say('learning.open.to')}
              value={typed['until']}
              error={errors['until']}
            />
            <Button look="primary">{say('learning.open.act')}</Button>
          </Form>
        </Card>
      )}
      {acts.includes('resume') && (
        <Card title={say('learning.resume.title')}>
          <p>{say('learning.resume.body')}</p>
          <Form {...sent('resume')}>
            <TextArea
              id="resume_ground"
              label={say('learning.resume.ground')}
              rows={3}
              value={typed['resume_ground']}
              error={errors['resume_ground']}
            />
            <Button>{say('learning.resume.act')}</Button>
          </Form>
        </Card>
      )}
      {acts.includes('pause') && (
        <Card title={say('learning.pause.title')}>
          <Form {...sent('pause')}>
            <TextArea
              id="pause_ground"
              label={say('learning.pause.ground')}
              rows={3}
              value={typed['pause_ground']}
              error={errors['pause_ground']}
            />
            <Button>{say('learning.pause.act')}</Button>
          </Form>
        </Card>
      )}
      <Card title={say('learning.tolerate.title')}>
        <p>{tolerated}</p>
        {tolerances.length > 0 && <Lines lines={tolerances} />}
        {acts.includes('tolerate') && (
          <Form {...sent('tolerate')}>
            <Field
              id="tolerated"
              label={say('learning.tolerate.label')}
              inputMode="decimal"
              size={6}
              value={typed['tolerated']}
              error={errors['tolerated']}
            />
            <Field id="why" label={say('learning.tolerate.why')} value={typed['why']} error={errors['why']} />
            <Button>{say('learning.tolerate.act')}</Button>
          </Form>
        )}
      </Card>
    </div>
  );
}
