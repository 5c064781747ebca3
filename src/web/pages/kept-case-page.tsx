import type { CaseAct } from '../../domain/cases/case-transitions.ts';
import type { FormState } from '../form.ts';
import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { Button } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ClockBadge, type ClockBadgeProps } from '../pieces/clock-badge.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { EvidenceThumb, type EvidenceThumbProps } from '../pieces/evidence-thumb.tsx';
import { CheckField, ChoiceField, Field, type Option, SelectField, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { NextStep } from '../pieces/next-step.tsx';
import { NotBackForm } from '../pieces/not-back-form.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';
import { type CaseStatus, type FlagStatus, StatusPill } from '../pieces/status-pill.tsx';
import { UploadForm, type UploadFormProps } from '../pieces/upload-form.tsx';
import { useMineTabs } from './mine-page.tsx';

export type KeptCasePageProps = {
  caseId: string;
  reference: string;
  status: CaseStatus;
  acts: readonly CaseAct[];
  /** `mine` when the move is the person's. */
  next: { title: string; body: string; mine: boolean };
  /** Until when they may go to the regulator; no move is waited for. */
  lastDay: string | null;
  clocks: readonly ClockBadgeProps[];
  flags: readonly { id: string; label: string; status: FlagStatus }[];
  planCode: string;
  record: {
    gists: readonly Option[];
    counterparts: readonly Option[];
    ways: readonly Option[];
    materials: readonly Option[];
    /** The field's own form of the present. */
    now: string;
  };
  log: readonly { id: string; when: string; what: string; details: readonly string[] }[];
  evidence: readonly EvidenceThumbProps[];
  upload: Omit<UploadFormProps, 'action' | 'form' | 'formKey'>;
  done: boolean;
  form: FormState;
  formKey: string;
};

/** A case that the person keeps: the next step, the clocks, and a place for every call. */
export function KeptCasePage(props: KeptCasePageProps) {
  const { caseId, reference, status, acts, form, formKey, flags } = props;
  const say = useText();
  const may = (act: CaseAct) => acts.includes(act);
  return (
    <MineLayout
      title={say('kept.title', { reference })}
      tabs={useMineTabs(null)}
      back={{ href: paths.mine, label: say('mine.title') }}
    >
      {props.done && (
        <Notice tone="done" live>
          {say('kept.saved')}
        </Notice>
      )}
      <ErrorSummary
        file={'file' in form.errors || 'consent' in form.errors}
        errors={Object.entries(form.errors).map(([field, text]) => ({
          field: field === 'form' ? undefined : field,
          text,
        }))}
      />
      <div>
        <p>
          <StatusPill kind="case" status={status} />
        </p>
        <h1 class="num mt-2">{say('kept.title', { reference })}</h1>
        <ul class="soft">
          {flags.map(({ id, label, status: standing }) => (
            <li key={id}>
              {label} <StatusPill kind="flag" status={standing} />
            </li>
          ))}
        </ul>
      </div>
      <NextStep
        title={props.next.title}
        body={props.next.body}
        action={props.next.mine && may('record') ? { label: say('kept.record'), href: '#gist' } : undefined}
        others={[
          { label: say('kept.plan'), href: withQuery(paths.plan, { code: props.planCode }) },
          { label: say('letters.title'), href: withQuery(paths.letters, { case: caseId }) },
        ]}
      >
        {props.lastDay && <p class="num">{say('case.escalate_until', { by: props.lastDay })}</p>}
        {may('confirm_back') && (
          <Form action={paths.caseAct(caseId, 'confirm_back')} idempotencyKey={`${formKey}-ok`}>
            <Button look="primary" wide>
              {say('kept.close')}
            </Button>
          </Form>
        )}
      </NextStep>
      {may('report_not_back') && (
        <NotBackForm
          action={paths.caseAct(caseId, 'report_not_back')}
          formKey={`${formKey}-back`}
          form={form}
          body={say('case.not_back_body')}
          open={form.errors.not_back_words !== undefined}
        />
      )}
      {props.clocks.map((clock) => (
        <ClockBadge key={clock.title + clock.due} {...clock} />
      ))}
      {may('record') && <Record {...props} />}
      <Card title={say('kept.log')}>
        {props.log.length === 0 && <p class="soft">{say('kept.none_yet')}</p>}
        <ol class="grid gap-3">
          {props.log.map(({ id, when, what, details }) => (
            <li key={id} class="border-t border-line pt-3">
              <p class="soft num">{when}</p>
              <p>{what}</p>
              {details.map((line) => (
                <p key={line} class="soft break-words">
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ol>
      </Card>
      <Card title={say('kept.files')}>
        {props.evidence.map((file) => (
          <EvidenceThumb key={file.href} {...file} />
        ))}
        {may('add_evidence') && (
          <UploadForm
            {...props.upload}
            action={paths.caseAct(caseId, 'add_evidence')}
            form={form}
            formKey={`${formKey}-file`}
          />
        )}
      </Card>
      <Card title={say('kept.tools')}>
        <p>
          <a href={paths.caseCalendar(caseId)}>{say('kept.calendar')}</a>
        </p>
        <p>
          <a href={paths.caseExport(caseId)}>{say('kept.export')}</a>
        </p>
        <p>
          <a href={paths.caseFileZip(caseId)} download>
            {say('escalate.zip')}
          </a>
          <br />
          <span class="soft">{say('escalate.zip_note')}</span>
        </p>
        <details class="law" open={form.errors.sure !== undefined}>
          <summary>{say('kept.forget')}</summary>
          <div class="law-body">
            <p>{say('kept.forget_body')}</p>
            <Form action={paths.caseForget(caseId)}>
              <CheckField id="sure" label={say('kept.forget_sure')} checked={false} error={form.errors.sure} />
              <Button look="danger">{say('kept.forget')}</Button>
            </Form>
          </div>
        </details>
        {may('withdraw') && (
          <Form action={paths.caseAct(caseId, 'withdraw')} idempotencyKey={`${formKey}-end`}>
            <Button look="secondary">{say('kept.withdraw')}</Button>
          </Form>
        )}
      </Card>
    </MineLayout>
  );
}

function Record({ caseId, record, flags, form, formKey }: KeptCasePageProps) {
  const say = useText();
  const { typed, errors } = form;
  return (
    <Card title={say('kept.record')}>
      <Form action={paths.caseAct(caseId, 'record')} idempotencyKey={`${formKey}-record`}>
        <ChoiceField
          id="gist"
          label={say('kept.gist')}
          options={record.gists}
          value={typed.gist ? [typed.gist] : []}
          error={errors.gist}
        />
        <SelectField
          id="counterpart"
          label={say('kept.counterpart')}
          options={record.counterparts}
          value={typed.counterpart}
          error={errors.counterpart}
        />
        <SelectField id="way" label={say('kept.way')} options={record.ways} value={typed.way} error={errors.way} />
        {flags.length > 1 && (
          <ChoiceField
            id="flag_ids"
            label={say('kept.flags')}
            many
            optional
            options={flags.map(({ id, label }) => ({ value: id, label }))}
            value={typed.flag_ids?.split(',')}
          />
        )}
        <Field
          id="at"
          type="datetime-local"
          label={say('kept.at')}
          hint={say('kept.at_hint')}
          value={typed.at ?? record.now}
          error={errors.at}
        />
        <Field id="ticket" label={say('kept.ticket')} optional maxLength={100} value={typed.ticket} />
        <Field id="spoke_with" label={say('kept.spoke_with')} optional maxLength={100} value={typed.spoke_with} />
        <Field
          id="promised_for"
          type="date"
          label={say('kept.promised')}
          optional
          value={typed.promised_for}
          error={errors.promised_for}
        />
        <details class="law">
          <summary>{say('kept.materials')}</summary>
          <div class="law-body">
            <ChoiceField
              id="materials"
              label={say('kept.materials')}
              many
              optional
              options={record.materials}
              value={typed.materials?.split(',')}
              error={errors.materials}
            />
          </div>
        </details>
        <TextArea id="words" label={say('kept.words')} optional rows={3} maxLength={4000} value={typed.words} />
        <Button look="primary" wide>
          {say('kept.save')}
        </Button>
      </Form>
    </Card>
  );
}
