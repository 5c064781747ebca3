import type { CaseAct } from '../../domain/cases/case-transitions.ts';
import type { FormState } from '../form.ts';
import { paths } from '../paths.ts';
import type { AssigneeProps } from '../pieces/assignee.tsx';
import { Assignee } from '../pieces/assignee.tsx';
import { Card } from '../pieces/card.tsx';
import type { ClockBadgeProps } from '../pieces/clock-badge.tsx';
import { ClockBadge } from '../pieces/clock-badge.tsx';
import { ErrorSummary } from '../pieces/error-summary.tsx';
import type { EvidenceThumbProps } from '../pieces/evidence-thumb.tsx';
import { EvidenceThumb } from '../pieces/evidence-thumb.tsx';
import type { LiftProgressProps } from '../pieces/lift-progress.tsx';
import { LiftProgress } from '../pieces/lift-progress.tsx';
import type { MessageLine } from '../pieces/messages.tsx';
import { Messages } from '../pieces/messages.tsx';
import { Notice } from '../pieces/notice.tsx';
import { useText } from '../pieces/page.ts';
import type { ReasonsSheetProps } from '../pieces/reasons-sheet.tsx';
import { ReasonsSheet } from '../pieces/reasons-sheet.tsx';
import type { CaseStatus } from '../pieces/status-pill.tsx';
import { StatusPill } from '../pieces/status-pill.tsx';
import type { TimelineEntry } from '../pieces/timeline.tsx';
import { Timeline } from '../pieces/timeline.tsx';
import { faultsOf } from './account-forms.tsx';
import type { CaseDecisionLine } from './case-page.tsx';
import { DeskActs } from './desk-acts.tsx';
import { DeskFrame } from './desk-frame.tsx';
import type { HolderCheckProps } from './desk-holder-check.tsx';
import { HolderCheck } from './desk-holder-check.tsx';
import { DeskPrecheck, type DeskPrecheckProps } from './desk-precheck.tsx';

export type DeskFlag = { flagId: string; title: string; reasons: ReasonsSheetProps | null; open: boolean };
export type DeskCasePageProps = {
  carrier: string;
  done: string | null;
  caseId: string;
  numberId: string;
  reference: string;
  status: CaseStatus;
  remedy: string;
  person: { mobile: string; holder: string | null; user: string | null };
  acts: readonly CaseAct[];
  assignee: AssigneeProps;
  barred: 'raiser' | 'decider' | null;
  flags: readonly DeskFlag[];
  /** The body that has the case, and what it asks of the carrier, while it waits for the answer. */
  authority: { name: string; lines: readonly string[]; asks: string | null } | null;
  clocks: readonly ClockBadgeProps[];
  lifts: readonly LiftProgressProps[];
  decisions: readonly CaseDecisionLine[];
  evidence: readonly EvidenceThumbProps[];
  messages: readonly MessageLine[];
  timeline: readonly TimelineEntry[];
  /** Whether the registered holder's papers can be compared here now, and what was compared before. */
  holderCheck: HolderCheckProps | null;
  precheck: Omit<DeskPrecheckProps, 'caseId' | 'form' | 'formKey'>;
  papers: readonly { value: string; label: string }[];
  templates: readonly { value: string; label: string }[];
  rules: readonly { value: string; label: string }[];
  form: FormState;
  formKey: string;
};

/** A case at the desk: who and why on the left, what was shown and said in the middle, what to do on the right. */
export function DeskCasePage(props: DeskCasePageProps) {
  const { reference, status, remedy, form, barred, numberId, carrier, done } = props;
  const say = useText();
  const errors = faultsOf(form);
  return (
    <DeskFrame title={say('desk.case.title', { reference })} carrier={carrier} done={done}>
      <ErrorSummary errors={errors} />
      <p class="btn-row">
        <StatusPill kind="case" status={status} />
        <span class="soft">{remedy}</span>
      </p>
      <div class="desk-columns">
        <div class="stack">
          <Person {...props} />
          <FlagReasons flags={props.flags} />
        </div>
        <div class="stack">
          <Card title={say('desk.case.evidence')}>
            {props.evidence.length === 0 && <p class="soft">{say('desk.case.no_evidence')}</p>}
            {props.evidence.map((file) => (
              <Viewer key={file.href} file={file} />
            ))}
          </Card>
          <Card title={say('desk.case.said')}>
            <Messages lines={props.messages} />
          </Card>
          {props.decisions.map((decision) => (
            <Card key={decision.id} title={decision.outcome} aside={<span class="soft num">{decision.on}</span>}>
              <p>{decision.finding}</p>
              <p class="whitespace-pre-line">{decision.why}</p>
              <p class="soft">{decision.rule}</p>
            </Card>
          ))}
          <Card title={say('desk.case.timeline')}>
            <Timeline entries={props.timeline} label={say('desk.case.timeline')} />
            <p>
              <a href={paths.deskTimeline(numberId)}>{say('desk.case.audit')}</a>
            </p>
          </Card>
        </div>
        <div class="stack" id="acts">
          {props.clocks.map((clock) => (
            <ClockBadge key={clock.title + clock.due} {...clock} />
          ))}
          <Assignee {...props.assignee} />
          {props.authority && <Authority {...props.authority} />}
          {barred && <Notice tone="attention">{say(`desk.case.barred_${barred}`)}</Notice>}
          <DeskPrecheck {...props.precheck} caseId={props.caseId} formKey={props.formKey} form={form} />
          <DeskActs {...props} />
          {props.holderCheck && (
            <HolderCheck {...props.holderCheck} caseId={props.caseId} formKey={props.formKey} form={form} />
          )}
          {props.lifts.map((lift) => (
            <LiftProgress key={lift.orderedAt} {...lift} />
          ))}
        </div>
      </div>
    </DeskFrame>
  );
}

function Authority({ name, lines, asks }: NonNullable<DeskCasePageProps['authority']>) {
  const say = useText();
  return (
    <Card title={say('desk.authority.title', { body: name })}>
      {lines.map((line) => (
        <p key={line} class="soft num">
          {line}
        </p>
      ))}
      {asks && (
        <>
          <h3>{say('desk.authority.asks')}</h3>
          <p class="whitespace-pre-line">{asks}</p>
        </>
      )}
    </Card>
  );
}

function Person({ person }: DeskCasePageProps) {
  const say = useText();
  return (
    <Card title={say('desk.case.person')}>
      <dl class="facts">
        <div>
          <dt>{say('desk.case.number')}</dt>
          <dd class="num">{person.mobile}</dd>
        </div>
        {person.holder && (
          <div>
            <dt>{say('desk.case.holder')}</dt>
            <dd>{person.holder}</dd>
          </div>
        )}
        {person.user && (
          <div>
            <dt>{say('desk.case.user')}</dt>
            <dd>{person.user}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

function FlagReasons({ flags }: { flags: readonly DeskFlag[] }) {
  return (
    <>
      {flags.map((flag) => (
        <Card key={flag.flagId} title={flag.title}>
          {flag.reasons && <ReasonsSheet {...flag.reasons} />}
        </Card>
      ))}
    </>
  );
}

/** Pictures are shown where they stand; anything else opens by itself. */
function Viewer({ file }: { file: EvidenceThumbProps }) {
  return (
    <figure class="grid gap-2">
      {file.kind === 'image' && <img class="w-full rounded-lg" src={file.href} alt={file.name} loading="lazy" />}
      <EvidenceThumb {...file} />
    </figure>
  );
}
