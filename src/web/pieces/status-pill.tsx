import { FlagMark } from './flag-mark.tsx';
import { Icon, type IconName } from './icon.tsx';
import { useText } from './page.ts';

export type CaseStatus =
  | 'draft'
  | 'submitted'
  | 'in_review'
  | 'needs_material'
  | 'granted'
  | 'partly'
  | 'refused'
  | 'overdue'
  | 'lifting'
  | 'restored'
  | 'closed'
  | 'reopened'
  | 'withdrawn'
  | 'escalated'
  | 'accepted'
  | 'mediating'
  | 'settled'
  | 'unsettled';
export type FlagStatus = 'active' | 'lifting' | 'lifted' | 'detached';
export type LiftStatus = 'ordered' | 'sent' | 'confirmed' | 'failed' | 'silent';

/** plain: waits · moving: somebody acts · done: service confirmed back · late: overdue or broken · ended: nothing more happens */
type Tone = 'plain' | 'moving' | 'done' | 'late' | 'ended';
type Look = { tone: Tone; icon: IconName };

const CASES: Record<CaseStatus, Look> = {
  draft: { tone: 'plain', icon: 'paper' },
  submitted: { tone: 'moving', icon: 'send' },
  in_review: { tone: 'moving', icon: 'search' },
  needs_material: { tone: 'moving', icon: 'upload' },
  granted: { tone: 'moving', icon: 'check' },
  partly: { tone: 'moving', icon: 'dash' },
  refused: { tone: 'ended', icon: 'cross' },
  overdue: { tone: 'late', icon: 'alert' },
  lifting: { tone: 'moving', icon: 'undo' },
  restored: { tone: 'done', icon: 'check' },
  closed: { tone: 'ended', icon: 'lock' },
  reopened: { tone: 'moving', icon: 'undo' },
  withdrawn: { tone: 'ended', icon: 'dash' },
  escalated: { tone: 'moving', icon: 'scales' },
  accepted: { tone: 'moving', icon: 'scales' },
  mediating: { tone: 'moving', icon: 'scales' },
  settled: { tone: 'ended', icon: 'check' },
  unsettled: { tone: 'ended', icon: 'cross' },
};
const FLAGS: Record<FlagStatus, Tone> = { active: 'plain', lifting: 'moving', lifted: 'done', detached: 'ended' };
const LIFTS: Record<LiftStatus, Look> = {
  ordered: { tone: 'plain', icon: 'clock' },
  sent: { tone: 'moving', icon: 'send' },
  confirmed: { tone: 'done', icon: 'check' },
  failed: { tone: 'late', icon: 'cross' },
  silent: { tone: 'late', icon: 'alert' },
};

export type StatusPillProps =
  | { kind: 'case'; status: CaseStatus }
  | { kind: 'flag'; status: FlagStatus }
  | { kind: 'lift'; status: LiftStatus };

/** The state of a case, a flag or one system of a lift: a word with its sign. */
export function StatusPill(props: StatusPillProps) {
  const say = useText();
  if (props.kind === 'flag') {
    return (
      <span class={`pill pill-${FLAGS[props.status]}`}>
        <FlagMark state={props.status} />
        {say(`status.flag.${props.status}`)}
      </span>
    );
  }
  const { tone, icon } = props.kind === 'case' ? CASES[props.status] : LIFTS[props.status];
  const word = props.kind === 'case' ? say(`status.case.${props.status}`) : say(`status.lift.${props.status}`);
  return (
    <span class={`pill pill-${tone}`}>
      <Icon name={icon} />
      {word}
    </span>
  );
}
