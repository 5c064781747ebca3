import type { CaseAct } from '../../domain/cases/case-transitions.ts';
import type { FormState } from '../form.ts';
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
import { ReasonsSheet } from '../pieces/reasons-sheet.tsx';
import type { CaseStatus } from '../pieces/status-pill.tsx';
import { StatusPill } from '../pieces/status-pill.tsx';
import type { TimelineEntry } from '../pieces/timeline.tsx';
import { Timeline } from '../pieces/timeline.tsx';
import { faultsOf } from './account-forms.tsx';
import { AuthorityActs } from './authority-acts.tsx';
import { AuthorityFrame } from './authority-frame.tsx';
import type { CaseDecisionLine } from './case-page.tsx';
import type { DeskFlag } from './desk-case-page.tsx';

export type AuthorityCasePageProps = {
  body: string;
  carrier: string;
  done: string | null;
  caseId: string;
  reference: string;
  status: CaseStatus;
  remedy: string;
  /** Who against whom, as pairs of a word and what stands there. */
  parties: readonly { label: string; value: string }[];
  acts: readonly CaseAct[];
  assignee: AssigneeProps;
  /** Whether the body has it now. */
  here: boolean;
  /** Whether the carrier was asked before. */
  asked: boolean;
  flags: readonly DeskFlag[];
  clocks: readonly ClockBadgeProps[];
  lifts: readonly LiftProgressProps[];
  decisions: readonly CaseDecisionLine[];
  evidence: readonly EvidenceThumbProps[];
  messages: readonly MessageLine[];
  timeline: readonly TimelineEntry[];
  grounds: readonly { value: string; label: string }[];
  form: FormState;
  formKey: string;
};

/** A file at an authority: both sides and the reasons, what was decided, shown and said, and the acts open now. */
export function AuthorityCasePage(props: AuthorityCasePageProps) {
  const { reference, status, remedy, form, body, done } = props;
  const say = useText();
  const errors = faultsOf(form);
  return (
    <AuthorityFrame title={say('desk.case.title', { reference })} body={body} done={done}>
      <ErrorSummary errors={errors} />
      <p class="btn-row">
        <StatusPill kind="case" status={status} />
        <span class="soft">{remedy}</span>
      </p>
      <div class="desk-columns">
        <div class="stack">
          <Parties {...props} />
          {props.flags.map((flag) => (
            <Card key={flag.flagId} title={flag.title}>
              {flag.reasons && <ReasonsSheet {...flag.reasons} />}
            </Card>
          ))}
        </div>
        <div class="stack">
          <Decisions {...props} />
          <Card title={say('desk.case.evidence')}>
            {props.evidence.length === 0 && <p class="soft">{say('desk.case.no_evidence')}</p>}
            {props.evidence.map((file) => (
              <EvidenceThumb key={file.href} {...file} />
            ))}
          </Card>
          <Card title={say('desk.case.said')}>
            <Messages lines={props.messages} />
          </Card>
          <Card title={say('desk.case.timeline')}>
            <Timeline entries={props.timeline} label={say('desk.case.timeline')} />
          </Card>
        </div>
        <div class="stack" id="acts">
          {props.clocks.map((clock) => (
            <ClockBadge key={clock.title + clock.due} {...clock} />
          ))}
          {!props.here && <Notice tone="info">{say('authority.case.gone')}</Notice>}
          {props.here && <Assignee {...props.assignee} />}
          <AuthorityActs {...props} />
          {props.lifts.map((lift) => (
            <LiftProgress key={lift.orderedAt} {...lift} />
          ))}
        </div>
      </div>
    </AuthorityFrame>
  );
}

function Parties({ parties }: AuthorityCasePageProps) {
  const say = useText();
  return (
    <Card title={say('authority.case.parties')}>
      <dl class="facts">
        {parties.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="num">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Decisions({ decisions }: AuthorityCasePageProps) {
  const say = useText();
  if (decisions.length === 0)
    return (
      <Card title={say('authority.case.decision')}>
        <p class="soft">{say('authority.case.no_decision')}</p>
      </Card>
    );
  return (
    <>
      {decisions.map((decision) => (
        <Card
          key={decision.id}
          title={say('authority.case.decision')}
          aside={<span class="soft num">{decision.on}</span>}
        >
          <p>
            <b>{decision.outcome}</b>
          </p>
          <p>{decision.finding}</p>
          <p class="whitespace-pre-line">{decision.why}</p>
          <p class="soft">{decision.rule}</p>
        </Card>
      ))}
    </>
  );
}
