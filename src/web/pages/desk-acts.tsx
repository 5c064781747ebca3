import type { ComponentChildren } from 'preact';
import type { CaseAct } from '../../domain/cases/case-transitions.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { ChoiceField, SelectField, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { useText } from '../pieces/page.ts';
import type { DeskCasePageProps } from './desk-case-page.tsx';

const FINDINGS = ['misjudged', 'condition_met', 'grounded'] as const;

/** The acts open to this member of staff now: exactly those that the server accepts. */
export function DeskActs(props: DeskCasePageProps) {
  const say = useText();
  const may = (act: CaseAct) => props.acts.includes(act);
  const failed = (fields: readonly string[]) =>
    fields.some((field) => props.form.errors[field] !== undefined || props.form.typed[field]);
  if (props.acts.length === 0) return <p class="card soft">{say('desk.case.nothing')}</p>;
  return (
    <>
      {may('answer_authority') && <AnswerAuthority {...props} />}
      {may('start_review') && <OneButton {...props} act="start_review" />}
      {may('decide') && <Decide {...props} />}
      {may('order_lift') && <OneButton {...props} act="order_lift" body={say('desk.act.order_lift_body')} />}
      {may('ask_material') && (
        <Fold title={say('desk.act.ask_material')} open={failed(['materials', 'ask_words', 'ask_changed'])}>
          <AskMaterial {...props} />
        </Fold>
      )}
      {may('say') && (
        <Fold title={say('desk.act.say')} open={failed(['say_words'])}>
          <Say {...props} />
        </Fold>
      )}
    </>
  );
}

function OneButton({
  act,
  body,
  caseId,
  formKey,
}: DeskCasePageProps & { act: 'start_review' | 'order_lift'; body?: string }) {
  const say = useText();
  return (
    <section class="card">
      {body && <p>{body}</p>}
      <Form action={paths.deskCaseAct(caseId, act)} idempotencyKey={`${formKey}-${act}`}>
        <Button look="primary" wide>
          {say(`desk.act.${act}`)}
        </Button>
      </Form>
    </section>
  );
}

function Decide({ caseId, formKey, form, flags, rules, templates, precheck }: DeskCasePageProps) {
  const say = useText();
  const { typed, errors } = form;
  const open = flags.filter((flag) => flag.open);
  return (
    <section class="card">
      <h2>{say('desk.act.decide')}</h2>
      <Form action={paths.deskCaseAct(caseId, 'decide')} idempotencyKey={`${formKey}-decide`}>
        <ChoiceField
          id="finding"
          label={say('desk.act.finding')}
          error={errors.finding}
          value={typed.finding ? [typed.finding] : []}
          options={FINDINGS.map((finding) => ({ value: finding, label: say(`desk.act.finding.${finding}`) }))}
        />
        <ChoiceField
          id="lift_flag_ids"
          label={say('desk.act.lift_which')}
          many
          error={errors.lift_flag_ids}
          value={typed.lift_flag_ids?.split(',') ?? open.map((flag) => flag.flagId)}
          options={open.map((flag) => ({ value: flag.flagId, label: flag.title }))}
        />
        <SelectField
          id="rule_relied"
          label={say('desk.act.rule')}
          hint={say('desk.act.rule_hint')}
          error={errors.rule_relied}
          value={typed.rule_relied}
          placeholder=""
          options={rules}
        />
        {templates.length > 0 && (
          <div>
            <SelectField
              id="template"
              label={say('desk.act.template')}
              hint={say('desk.act.template_hint')}
              error={errors.template}
              value={typed.template}
              placeholder=""
              options={templates}
            />
            <p class="mt-2">
              <Button formAction={`${paths.deskCaseAct(caseId, 'fill_template')}#decide_words`}>
                {say('desk.act.fill_template')}
              </Button>
            </p>
          </div>
        )}
        <p>
          <a href={paths.deskTemplates}>{say('template.manage')}</a>
        </p>
        <TextArea
          id="decide_words"
          label={say('desk.act.reasons')}
          hint={say('desk.act.reasons_hint')}
          error={errors.decide_words}
          value={typed.decide_words}
          rows={4}
          maxLength={4000}
        />
        {precheck.accepted.length > 0 && (
          <>
            <ChoiceField
              id="turned_down"
              label={say('desk.precheck.turned_which')}
              many
              optional
              value={typed.turned_down?.split(',') ?? []}
              options={precheck.accepted}
            />
            <TextArea
              id="turned_changed"
              label={say('desk.precheck.changed')}
              hint={say('desk.precheck.changed_hint')}
              optional
              error={errors.turned_changed}
              value={typed.turned_changed}
              rows={2}
              maxLength={2000}
            />
          </>
        )}
        <Button look="primary" wide>
          {say('desk.act.decide_send')}
        </Button>
      </Form>
    </section>
  );
}

function AnswerAuthority({ caseId, formKey, form, authority }: DeskCasePageProps) {
  const say = useText();
  return (
    <section class="card">
      <h2>{say('desk.act.answer_authority', { body: authority?.name ?? '' })}</h2>
      <Form action={paths.deskCaseAct(caseId, 'answer_authority')} idempotencyKey={`${formKey}-answer`}>
        <TextArea
          id="answer_words"
          label={say('desk.act.answer_words')}
          hint={say('desk.act.answer_hint')}
          error={form.errors.answer_words}
          value={form.typed.answer_words}
          rows={5}
          maxLength={4000}
        />
        <Button look="primary" wide>
          {say('desk.act.answer_send')}
        </Button>
      </Form>
    </section>
  );
}

function AskMaterial({ caseId, formKey, form, papers, precheck }: DeskCasePageProps) {
  const say = useText();
  return (
    <Form action={paths.deskCaseAct(caseId, 'ask_material')} idempotencyKey={`${formKey}-ask`}>
      <ChoiceField
        id="materials"
        label={say('desk.act.materials')}
        many
        error={form.errors.materials}
        value={form.typed.materials?.split(',') ?? []}
        options={papers}
      />
      <TextArea
        id="ask_words"
        label={say('desk.act.ask_words')}
        hint={say('desk.act.ask_note')}
        optional
        error={form.errors.ask_words}
        value={form.typed.ask_words}
        rows={3}
        maxLength={2000}
      />
      {precheck.accepted.length > 0 && (
        <TextArea
          id="ask_changed"
          label={say('desk.precheck.changed')}
          hint={say('desk.precheck.changed_hint')}
          optional
          error={form.errors.ask_changed}
          value={form.typed.ask_changed}
          rows={2}
          maxLength={2000}
        />
      )}
      <Button look="secondary">{say('desk.act.ask_send')}</Button>
    </Form>
  );
}

function Say({ caseId, formKey, form }: DeskCasePageProps) {
  const say = useText();
  return (
    <Form action={paths.deskCaseAct(caseId, 'say')} idempotencyKey={`${formKey}-say`}>
      <TextArea
        id="say_words"
        label={say('desk.act.say')}
        error={form.errors.say_words}
        value={form.typed.say_words}
        rows={3}
        maxLength={2000}
      />
      <Button look="secondary" icon="send">
        {say('desk.act.say_send')}
      </Button>
    </Form>
  );
}

/** An act that takes words, closed until it is wanted. */
export function Fold({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }) {
  return (
    <details class="card" open={open}>
      <summary class="flex items-center justify-between">
        <b>{title}</b>
        <Icon name="down" class="turn" />
      </summary>
      {children}
    </details>
  );
}
