import type { CaseAct } from '../../domain/cases/case-transitions.ts';
import type { FormState } from '../form.ts';
import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ClockBadge, type ClockBadgeProps } from '../pieces/clock-badge.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { EvidenceThumb, type EvidenceThumbProps } from '../pieces/evidence-thumb.tsx';
import { TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { LawLink, type LawLinkProps } from '../pieces/law-link.tsx';
import { LiftProgress, type LiftProgressProps } from '../pieces/lift-progress.tsx';
import { type Material, MaterialList } from '../pieces/material-list.tsx';
import { type MessageLine, Messages } from '../pieces/messages.tsx';
import { NextStep } from '../pieces/next-step.tsx';
import { NotBackForm } from '../pieces/not-back-form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { PrecheckCard, type PrecheckCardProps } from '../pieces/precheck-card.tsx';
import { withQuery } from '../pieces/query.ts';
import { type CaseStatus, type FlagStatus, StatusPill } from '../pieces/status-pill.tsx';
import { Timeline, type TimelineEntry } from '../pieces/timeline.tsx';
import { UploadForm, type UploadFormProps } from '../pieces/upload-form.tsx';
import { type DeclineLine, Declines, WithAuthority, type WithAuthorityProps } from '../pieces/with-authority.tsx';
import { faultsOf } from './account-forms.tsx';
import { useMineTabs } from './mine-page.tsx';

export type CaseDecisionLine = { id: string; outcome: string; finding: string; on: string; why: string; rule: string };
export type CasePageProps = {
  caseId: string;
  reference: string;
  status: CaseStatus;
  carrier: string;
  /** Answer to what was just done. */
  done: string | null;
  acts: readonly CaseAct[];
  next: { kind: 'wait' | 'upload' | 'give' | 'escalate' | 'confirm' | 'over' | 'again'; title: string; body: string };
  filedOn: string;
  /** Until when the complaint centre takes the case, once it does. */
  lastDay: string | null;
  escalation: readonly LawLinkProps[];
  /** The body that has the case now. */
  withAuthority: WithAuthorityProps | null;
  /** Bodies that did not take it on, the last one in front. */
  declines: readonly DeclineLine[];
  /** Where it can be handed to a body now. */
  escalateHref: string | null;
  /** A province's way that need not wait for the carrier. */
  direct: { title: string; body: string; law: string | null } | null;
  clocks: readonly ClockBadgeProps[];
  lifts: readonly LiftProgressProps[];
  decisions: readonly CaseDecisionLine[];
  flags: readonly { href: string; title: string; status: FlagStatus }[];
  materials: readonly Material[];
  evidence: readonly EvidenceThumbProps[];
  upload: Omit<UploadFormProps, 'action' | 'form' | 'formKey'>;
  /** Papers looked at before a journey; null where there is nothing to ask or to tell. */
  precheck: Omit<PrecheckCardProps, 'form' | 'formKey'> | null;
  messages: readonly MessageLine[];
  timeline: readonly TimelineEntry[];
  /** What was typed and refused, if anything, and the key that a second sending is known by. */
  form: FormState;
  formKey: string;
};

/** A case as its person follows it: the next step, the clock, what was said and shown, and how it ends. */
export function CasePage(props: CasePageProps) {
  const { caseId, reference, status, carrier, done, acts, form, formKey } = props;
  const say = useText();
  const may = (act: CaseAct) => acts.includes(act);
  const errors = faultsOf(form);
  return (
    <MineLayout
      title={say('case.title', { reference })}
      tabs={useMineTabs(null)}
      back={{ href: paths.mine, label: say('mine.title') }}
    >
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      <ErrorSummary errors={errors} file={'file' in form.errors || 'consent' in form.errors} />
      <div>
        <p>
          <StatusPill kind="case" status={status} />
        </p>
        <h1 class="num mt-2">{say('case.title', { reference })}</h1>
        <p class="soft">{say('case.read_aloud')}</p>
      </div>
      <Next {...props} />
      {props.withAuthority && <WithAuthority {...props.withAuthority} />}
      <Declines lines={props.declines} />
      {props.lifts.map((lift) => (
        <LiftProgress key={lift.orderedAt} {...lift} />
      ))}
      {may('report_not_back') && (
        <NotBackForm
          action={paths.caseAct(caseId, 'report_not_back')}
          formKey={`${formKey}-back`}
          form={form}
          body={say('case.not_back_body')}
          open={form.errors.not_back_words !== undefined || status === 'restored'}
        />
      )}
      {props.clocks.map((clock) => (
        <ClockBadge key={clock.title + clock.due} {...clock} />
      ))}
      {props.direct && props.escalateHref && (
        <Card title={props.direct.title}>
          <p>{props.direct.body}</p>
          {props.direct.law && <p class="soft">{props.direct.law}</p>}
          <LinkButton href={props.escalateHref}>{say('escalate.title')}</LinkButton>
        </Card>
      )}
      {props.decisions.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} carrier={carrier} />
      ))}
      {(props.materials.length > 0 || props.evidence.length > 0 || may('add_evidence')) && (
        <Card title={say('case.materials')}>
          {props.materials.length > 0 && <MaterialList items={props.materials} />}
          {props.evidence.length > 0 && (
            <div class="grid gap-3">
              <h3>{say('case.evidence')}</h3>
              {props.evidence.map((file) => (
                <EvidenceThumb key={file.href} {...file} />
              ))}
            </div>
          )}
          {may('add_evidence') && (
            <UploadForm
              {...props.upload}
              action={paths.caseAct(caseId, 'add_evidence')}
              form={form}
              formKey={`${formKey}-file`}
            />
          )}
        </Card>
      )}
      {props.precheck && <PrecheckCard {...props.precheck} form={form} formKey={formKey} />}
      <Card title={say('case.messages')}>
        <Messages lines={props.messages} />
        {may('say') && (
          <Form action={paths.caseAct(caseId, 'say')} idempotencyKey={`${formKey}-say`}>
            <TextArea
              id="words"
              label={say(props.withAuthority ? 'escalated.say' : 'case.say', { carrier })}
              hint={say('case.say_hint')}
              value={form.typed.words}
              error={form.errors.words}
              rows={3}
              maxLength={2000}
            />
            <Button icon="send">{say('case.say_send')}</Button>
          </Form>
        )}
      </Card>
      <Card title={say('case.flags')}>
        <ul>
          {props.flags.map((flag) => (
            <li
              key={flag.href}
              class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-3"
            >
              <a href={flag.href}>{flag.title}</a>
              <StatusPill kind="flag" status={flag.status} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={say('case.timeline')}>
        <Timeline entries={props.timeline} label={say('case.timeline')} />
      </Card>
      <p>
        <a href={withQuery(paths.letters, { case: caseId })}>{say('letter.from_case')}</a>
      </p>
      {may('withdraw') && <Withdraw caseId={caseId} formKey={formKey} />}
    </MineLayout>
  );
}

function Next(props: CasePageProps) {
  const { caseId, reference, carrier, next, filedOn, lastDay, escalation, acts, formKey, form, escalateHref } = props;
  const say = useText();
  switch (next.kind) {
    case 'upload':
      return (
        <>
          <NextStep
            title={next.title}
            body={next.body}
            action={{ label: say('case.next.material_action'), href: '#file' }}
          />
          {acts.includes('give_material') && (
            <Form action={paths.caseAct(caseId, 'give_material')} idempotencyKey={`${formKey}-give`}>
              <p class="soft">{say('case.next.give_anyway')}</p>
              <Button look="secondary">{say('case.next.give', { carrier })}</Button>
            </Form>
          )}
        </>
      );
    case 'give':
      return (
        <NextStep title={next.title} body={next.body}>
          <Form
            action={paths.caseAct(caseId, 'give_material')}
            idempotencyKey={`${formKey}-give`}
            class="form [&_.field-optional]:text-inherit"
          >
            <TextArea
              id="give_words"
              label={say('case.next.give_words')}
              optional
              rows={2}
              value={form.typed.give_words}
              maxLength={2000}
            />
            <Button look="primary" wide>
              {say('case.next.give', { carrier })}
            </Button>
          </Form>
        </NextStep>
      );
    case 'confirm':
      return (
        <NextStep
          title={next.title}
          body={next.body}
          others={[{ label: say('case.next.not_back'), href: '#not-back' }]}
        >
          {acts.includes('confirm_back') && (
            <Form action={paths.caseAct(caseId, 'confirm_back')} idempotencyKey={`${formKey}-ok`}>
              <Button look="primary" wide>
                {say('case.next.back')}
              </Button>
            </Form>
          )}
        </NextStep>
      );
    case 'escalate':
      if (escalateHref)
        return (
          <NextStep title={next.title} body={next.body} action={{ label: say('escalate.title'), href: escalateHref }}>
            {lastDay && <p class="num">{say('case.escalate_until', { by: lastDay })}</p>}
          </NextStep>
        );
      return (
        <>
          <NextStep
            title={next.title}
            body={next.body}
            action={{ label: say('case.escalate_action'), href: '#escalate' }}
          />
          <Escalation carrier={carrier} reference={reference} filedOn={filedOn} lastDay={lastDay} laws={escalation} />
        </>
      );
    case 'again':
    case 'over':
      return (
        <NextStep
          title={next.title}
          body={next.body}
          others={[{ label: say('case.next.to_number'), href: paths.mine }]}
        />
      );
    case 'wait':
      return <NextStep title={next.title} body={next.body} />;
  }
}

/** The gates of the complaint centre, honest about what it can and cannot do. */
function Escalation({
  carrier,
  reference,
  filedOn,
  lastDay,
  laws,
}: {
  carrier: string;
  reference: string;
  filedOn: string;
  lastDay: string | null;
  laws: readonly LawLinkProps[];
}) {
  const say = useText();
  return (
    <section class="card" id="escalate">
      <h2>{say('case.escalate_title')}</h2>
      <ul class="grid gap-2">
        <li class="with-icon">
          <Icon name="check" />
          <span class="num">{say('case.escalate_done', { carrier, on: filedOn, reference })}</span>
        </li>
        {(['late', 'settled', 'once', 'time'] as const).map((gate) => (
          <li key={gate} class="with-icon">
            <Icon name="right" />
            <span>{say(`case.escalate_${gate}`)}</span>
          </li>
        ))}
      </ul>
      {lastDay && <p class="num">{say('case.escalate_until', { by: lastDay })}</p>}
      <p>{say('case.escalate_how')}</p>
      <p class="soft">{say('case.escalate_honest')}</p>
      {laws.map((law) => (
        <LawLink key={law.article} {...law} />
      ))}
    </section>
  );
}

function DecisionCard({ decision, carrier }: { decision: CaseDecisionLine; carrier: string }) {
  const say = useText();
  return (
    <Card title={say('case.decision', { carrier })} aside={<span class="soft num">{decision.on}</span>}>
      <p>
        <b>{decision.outcome}</b>
      </p>
      <dl class="facts">
        <div>
          <dt>{say('case.decision_why')}</dt>
          <dd>
            <p>{decision.finding}</p>
            <p class="whitespace-pre-line">{decision.why}</p>
          </dd>
        </div>
        <div>
          <dt>{say('case.decision_rule')}</dt>
          <dd>{decision.rule}</dd>
        </div>
      </dl>
      <p class="soft">{say('case.decision_by')}</p>
    </Card>
  );
}

function Withdraw({ caseId, formKey }: { caseId: string; formKey: string }) {
  const say = useText();
  return (
    <details class="card">
      <summary class="flex items-center justify-between">
        <span>{say('case.withdraw')}</span>
        <Icon name="down" class="turn" />
      </summary>
      <p>{say('case.withdraw_body')}</p>
      <Form action={paths.caseAct(caseId, 'withdraw')} idempotencyKey={`${formKey}-withdraw`}>
        <Button look="danger">{say('case.withdraw_send')}</Button>
      </Form>
    </details>
  );
}
