import type { FormState } from '../form.ts';
import { MineLayout } from '../layout/mine-layout.tsx';
import { paths } from '../paths.ts';
import { Button, LinkButton } from '../pieces/button.tsx';
import { Card } from '../pieces/card.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import { EvidenceThumb, type EvidenceThumbProps } from '../pieces/evidence-thumb.tsx';
import { ChoiceField, type Option, TextArea } from '../pieces/field.tsx';
import { Form } from '../pieces/form.tsx';
import { Icon } from '../pieces/icon.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import { withQuery } from '../pieces/query.ts';
import { Stepper } from '../pieces/stepper.tsx';
import { UploadForm, type UploadFormProps } from '../pieces/upload-form.tsx';
import { useMineTabs } from './mine-page.tsx';

/** way → words → files → check */
const ALL = 4;

function errorsOf(form: FormState) {
  return Object.entries(form.errors).map(([field, text]) => ({ field: field === 'form' ? undefined : field, text }));
}

export type CaseWayPageProps = { flagId: string; ways: readonly Option[]; form: FormState };

/** First question: which remedy fits, in plain words. */
export function CaseWayPage({ flagId, ways, form }: CaseWayPageProps) {
  const say = useText();
  return (
    <MineLayout title={say('case.way_question')} tabs={useMineTabs(null)}>
      <Stepper at={1} all={ALL} backHref={paths.flag(flagId)} />
      <ErrorSummary errors={errorsOf(form)} />
      <Form action={paths.openCase(flagId)} method="get" hidden={{ step: 'words' }}>
        <ChoiceField
          id="remedy"
          question
          label={say('case.way_question')}
          hint={say('case.way_hint')}
          options={ways}
          value={form.typed.remedy ? [form.typed.remedy] : []}
          error={form.errors.remedy}
        />
        <Button look="primary" wide>
          {say('case.next')}
        </Button>
      </Form>
    </MineLayout>
  );
}

export type CaseWordsPageProps = {
  flagId: string;
  remedy: string;
  way: string;
  limit: number;
  form: FormState;
  formKey: string;
};

/** Second question: what happened, in the person's own words. Sending it makes the draft. */
export function CaseWordsPage({ flagId, remedy, way, limit, form, formKey }: CaseWordsPageProps) {
  const say = useText();
  return (
    <MineLayout title={say('case.words_question')} tabs={useMineTabs(null)}>
      <Stepper at={2} all={ALL} backHref={withQuery(paths.openCase(flagId), { remedy })} />
      <ErrorSummary errors={errorsOf(form)} />
      <p class="soft">
        {say('case.check_way')} · {way}
      </p>
      <Form action={paths.openCase(flagId)} idempotencyKey={formKey} hidden={{ remedy }}>
        <TextArea
          id="statement"
          question
          label={say('case.words_question')}
          hint={say('case.words_hint')}
          rows={8}
          maxLength={limit}
          value={form.typed.statement}
          error={form.errors.statement}
        />
        <Button look="primary" wide>
          {say('case.next')}
        </Button>
      </Form>
    </MineLayout>
  );
}

export type CaseFilesPageProps = {
  caseId: string;
  flagId: string;
  done: string | null;
  evidence: readonly EvidenceThumbProps[];
  upload: Omit<UploadFormProps, 'action' | 'form' | 'formKey'>;
  form: FormState;
  formKey: string;
};

/** Third question: papers, if any. What was added stays, whatever becomes of the next file. */
export function CaseFilesPage({ caseId, done, evidence, upload, form, formKey }: CaseFilesPageProps) {
  const say = useText();
  return (
    <MineLayout title={say('case.files_question')} tabs={useMineTabs(null)}>
      <Stepper at={3} all={ALL} backHref={withQuery(paths.case(caseId), { step: 'check' })} laterHref={paths.mine} />
      {done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
      <ErrorSummary errors={errorsOf(form)} />
      <div>
        <h1 class="question">{say('case.files_question')}</h1>
        <p class="soft">{say('case.files_hint')}</p>
      </div>
      {evidence.length > 0 && (
        <div class="grid gap-3">
          {evidence.map((file) => (
            <EvidenceThumb key={file.href} {...file} />
          ))}
        </div>
      )}
      <Card>
        <UploadForm {...upload} action={paths.caseAct(caseId, 'add_evidence')} form={form} formKey={formKey} />
      </Card>
      <LinkButton href={withQuery(paths.case(caseId), { step: 'check' })} look="primary" wide>
        {evidence.length > 0 ? say('case.files_done') : say('case.files_none')}
      </LinkButton>
    </MineLayout>
  );
}

export type CaseCheckPageProps = {
  caseId: string;
  carrier: string;
  way: string;
  statement: string;
  flags: readonly string[];
  evidence: readonly EvidenceThumbProps[];
  /** Only while nothing hangs on the draft yet can its words be taken back. */
  mayRewrite: boolean;
  form: FormState;
  formKey: string;
};

/** The whole appeal once more, and the button that files it: nothing is ever filed without it. */
export function CaseCheckPage({
  caseId,
  carrier,
  way,
  statement,
  flags,
  evidence,
  mayRewrite,
  form,
  formKey,
}: CaseCheckPageProps) {
  const say = useText();
  const files = withQuery(paths.case(caseId), { step: 'files' });
  return (
    <MineLayout title={say('case.check_question', { carrier })} tabs={useMineTabs(null)}>
      <Stepper at={4} all={ALL} backHref={files} laterHref={paths.mine} />
      <ErrorSummary errors={errorsOf(form)} />
      <h1 class="question">{say('case.check_question', { carrier })}</h1>
      <dl class="facts card">
        <div>
          <dt>{say('case.check_flags')}</dt>
          <dd>
            {flags.map((flag) => (
              <p key={flag}>{flag}</p>
            ))}
          </dd>
        </div>
        <div>
          <dt>{say('case.check_way')}</dt>
          <dd>{way}</dd>
        </div>
        <div>
          <dt>{say('case.check_words')}</dt>
          <dd class="whitespace-pre-line">{statement}</dd>
        </div>
        <div>
          <dt>{say('case.check_files')}</dt>
          <dd>
            {evidence.length === 0 ? (
              <p>{say('case.check_no_files')}</p>
            ) : (
              evidence.map((file) => <p key={file.href}>{file.name}</p>)
            )}
            <a href={files}>{say('case.check_change')}</a>
          </dd>
        </div>
      </dl>
      <Form action={paths.caseAct(caseId, 'submit')} idempotencyKey={`${formKey}-submit`}>
        <p class="soft">{say('case.check_note', { carrier })}</p>
        <Button look="primary" icon="send" wide>
          {say('case.send', { carrier })}
        </Button>
      </Form>
      <div class="btn-row">
        {mayRewrite && (
          <Form action={paths.caseAct(caseId, 'rewrite')} idempotencyKey={`${formKey}-rewrite`} class="contents">
            <Button look="quiet">{say('case.words_rewrite')}</Button>
          </Form>
        )}
        <Form
          action={paths.caseAct(caseId, 'withdraw')}
          idempotencyKey={`${formKey}-drop`}
          hidden={{ draft: 'yes' }}
          class="contents"
        >
          <Button look="quiet">
            <Icon name="cross" /> {say('case.drop_draft')}
          </Button>
        </Form>
      </div>
    </MineLayout>
  );
}
