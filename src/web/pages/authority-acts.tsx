import type { CaseAct } from '../../domain/cases/case-transitions.ts';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { ChoiceField, SelectField, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { useText } from '../pieces/page.ts';
import type { AuthorityCasePageProps } from './authority-case-page.tsx';
import { Fold } from './desk-acts.tsx';

/** The acts open to this officer now: exactly those that the server accepts. */
export function AuthorityActs(props: AuthorityCasePageProps) {
  const { acts, form, carrier, asked, here } = props;
  const say = useText();
  const may = (act: CaseAct) => acts.includes(act);
  const failed = (fields: readonly string[]) =>
    fields.some((field) => form.errors[field] !== undefined || form.typed[field]);
  if (!here) return null;
  if (acts.length === 0) return <p class="card soft">{say('authority.case.nothing')}</p>;
  return (
    <>
      {may('accept') && <OneButton {...props} act="accept" primary />}
      {may('decline') && (
        <Fold title={say('authority.act.decline')} open={failed(['ground', 'decline_words'])}>
          <Decline {...props} />
        </Fold>
      )}
      {may('ask_carrier') && (
        <Fold
          title={say(asked ? 'authority.act.ask_again' : 'authority.act.ask_carrier', { carrier })}
          open={!asked || failed(['ask_carrier_words'])}
        >
          <AskCarrier {...props} />
        </Fold>
      )}
      {may('mediate') && <OneButton {...props} act="mediate" />}
      {may('settle') && (
        <Fold title={say('authority.act.settle')} open={failed(['lift_flag_ids', 'settle_words'])}>
          <Settle {...props} />
        </Fold>
      )}
      {may('end_unsettled') && (
        <Fold title={say('authority.act.end_unsettled')} open={failed(['end_unsettled_words'])}>
          <EndUnsettled {...props} />
        </Fold>
      )}
      {may('say') && (
        <Fold title={say('authority.act.say')} open={failed(['say_words'])}>
          <Say {...props} />
        </Fold>
      )}
    </>
  );
}

function OneButton({
  act,
  primary,
  caseId,
  formKey,
}: AuthorityCasePageProps & { act: 'accept' | 'mediate'; primary?: boolean }) {
  const say = useText();
  return (
    <section class="card">
      <p>{say(`authority.act.${act}_body`)}</p>
      <Form action={paths.authorityCaseAct(caseId, act)} idempotencyKey={`${formKey}-${act}`}>
        <Button look={primary ? 'primary' : 'secondary'} wide>
          {say(`authority.act.${act}`)}
        </Button>
      </Form>
    </section>
  );
}

function Decline({ caseId, formKey, form, grounds }: AuthorityCasePageProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <Form action={paths.authorityCaseAct(caseId, 'decline')} idempotencyKey={`${formKey}-decline`}>
      <SelectField
        id="ground"
        label={say('authority.act.ground')}
        error={errors.ground}
        value={typed.ground}
        placeholder=""
        options={grounds}
      />
      <TextArea
        id="decline_words"
        label={say('authority.act.decline_words')}
        hint={say('authority.act.decline_hint')}
        error={errors.decline_words}
        value={typed.decline_words}
        rows={4}
        maxLength={4000}
      />
      <Button look="secondary">{say('authority.act.decline_send')}</Button>
    </Form>
  );
}

function AskCarrier({ caseId, formKey, form, carrier, asked }: AuthorityCasePageProps) {
  const say = useText();
  return (
    <Form action={paths.authorityCaseAct(caseId, 'ask_carrier')} idempotencyKey={`${formKey}-ask`}>
      <TextArea
        id="ask_carrier_words"
        label={say('authority.act.ask_carrier_words')}
        hint={say('authority.act.ask_carrier_hint')}
        error={form.errors.ask_carrier_words}
        value={form.typed.ask_carrier_words}
        rows={4}
        maxLength={4000}
      />
      <Button look={asked ? 'secondary' : 'primary'} icon="send">
        {say('authority.act.ask_carrier_send', { carrier })}
      </Button>
    </Form>
  );
}

function Settle({ caseId, formKey, form, flags }: AuthorityCasePageProps) {
  const say = useText();
  const { typed, errors } = form;
  const open = flags.filter((flag) => flag.open);
  return (
    <Form action={paths.authorityCaseAct(caseId, 'settle')} idempotencyKey={`${formKey}-settle`}>
      {open.length > 0 && (
        <ChoiceField
          id="lift_flag_ids"
          label={say('authority.act.settle_lift')}
          hint={say('authority.act.settle_lift_hint')}
          many
          error={errors.lift_flag_ids}
          value={typed.lift_flag_ids?.split(',') ?? []}
          options={open.map((flag) => ({ value: flag.flagId, label: flag.title }))}
        />
      )}
      <TextArea
        id="settle_words"
        label={say('authority.act.settle_words')}
        error={errors.settle_words}
        value={typed.settle_words}
        rows={4}
        maxLength={4000}
      />
      <Button look="secondary">{say('authority.act.settle_send')}</Button>
    </Form>
  );
}

function EndUnsettled({ caseId, formKey, form }: AuthorityCasePageProps) {
  const say = useText();
  return (
    <Form action={paths.authorityCaseAct(caseId, 'end_unsettled')} idempotencyKey={`${formKey}-end`}>
      <TextArea
        id="end_unsettled_words"
        label={say('authority.act.end_unsettled_words')}
        hint={say('authority.act.decline_hint')}
        error={form.errors.end_unsettled_words}
        value={form.typed.end_unsettled_words}
        rows={4}
        maxLength={4000}
      />
      <Button look="danger">{say('authority.act.end_unsettled_send')}</Button>
    </Form>
  );
}

function Say({ caseId, formKey, form }: AuthorityCasePageProps) {
  const say = useText();
  return (
    <Form action={paths.authorityCaseAct(caseId, 'say')} idempotencyKey={`${formKey}-say`}>
      <TextArea
        id="say_words"
        label={say('authority.act.say')}
        error={form.errors.say_words}
        value={form.typed.say_words}
        rows={3}
        maxLength={4000}
      />
      <Button look="secondary" icon="send">
        {say('authority.act.say_send')}
      </Button>
    </Form>
  );
}
