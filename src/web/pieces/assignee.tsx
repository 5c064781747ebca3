import type { AssignmentAct } from '../present/assignee.ts';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { type Option, SelectField } from './field.tsx';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { Notice } from './notice.tsx';
import { useText } from './page.ts';

export type AssigneeProps = {
  /** Whether somebody works on the case, and who. */
  state: 'none' | 'you' | 'other';
  name: string;
  /** Until when that colleague is away, and who looks after it. */
  away: string | null;
  /** Open acts with the address that does each. */
  acts: readonly { act: AssignmentAct; action: string }[];
  colleagues: readonly Option[];
  /** What was typed for an act that a colleague's work stands in the way of, by field; it goes along when the case is taken over. */
  kept: Readonly<Record<string, string>>;
  /** Why that was not done: a colleague took the case over meanwhile, or has it. */
  keptWhy: string;
  typed?: string | undefined;
  error?: string | undefined;
  formKey: string;
};

/** Who works on a case, and how that changes: one at a time, handed over or taken over deliberately. */
export function Assignee({ state, name, away, acts, colleagues, kept, keptWhy, typed, error, formKey }: AssigneeProps) {
  const say = useText();
  const words = { none: say('assign.none'), you: say('assign.you'), other: say('assign.other', { name }) }[state];
  const texts = Object.entries(kept).filter(([field]) => field.endsWith('_words'));
  const buttons = acts.filter(({ act }) => act !== 'hand_over');
  const handing = acts.find(({ act }) => act === 'hand_over');
  return (
    <Card title={say('assign.title')}>
      <p>
        <b>{words}</b>
        {away && <span class="soft assignee-away">{away}</span>}
      </p>
      {Object.keys(kept).length > 0 && (
        <Notice tone="info">
          <p>
            {keptWhy} {say('assign.kept')}
          </p>
          {texts.map(([field, text]) => (
            <blockquote key={field} class="whitespace-pre-line">
              {text}
            </blockquote>
          ))}
        </Notice>
      )}
      {buttons.length > 0 && (
        <div class="btn-row">
          {buttons.map(({ act, action }) => (
            <Form
              key={act}
              action={action}
              class="assignee-act"
              idempotencyKey={`${formKey}-${act}`}
              hidden={act === 'take_over' ? kept : {}}
            >
              <Button>{act === 'take_over' ? say('assign.take_over', { name }) : say(`assign.${act}`)}</Button>
            </Form>
          ))}
        </div>
      )}
      {handing && colleagues.length > 0 && (
        <details open={error !== undefined}>
          <summary class="flex items-center justify-between">
            <span>{say('assign.hand_over')}</span>
            <Icon name="down" class="turn" />
          </summary>
          <Form action={handing.action} idempotencyKey={`${formKey}-hand_over`}>
            <SelectField
              id="to"
              label={say('assign.colleague')}
              options={colleagues}
              value={typed}
              placeholder=""
              error={error}
            />
            <Button>{say('assign.hand_over_send')}</Button>
          </Form>
        </details>
      )}
    </Card>
  );
}
