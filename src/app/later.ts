import type { RuleName } from '../domain/learning/board.ts';
import type { Channel } from '../domain/notices/notice.ts';

/** The catalogue of work for later: each entry is enqueued in the append that calls for it and is safe to run twice. */
export type Jobs = {
  /** Hands one notice to one channel and records the attempt. */
  deliver_notice: { readonly numberId: string; readonly noticeId: string; readonly channel: Channel };
  /** Looks whether a sent message got its receipt; none means silence, which a human sees. */
  check_delivery: {
    readonly numberId: string;
    readonly noticeId: string;
    readonly deliveryId: string;
    readonly channel: Channel;
  };
  /** Sends a lift to one system of the carrier, again and again with growing pauses until it confirms. */
  send_lift: { readonly numberId: string; readonly liftId: string; readonly system: string; readonly attempt: number };
  /** Turns one entry into webhook messages for those who subscribed to its kind. */
  publish_entry: { readonly numberId: string; readonly seq: number };
  /** Sends one webhook message, with the retries of its schedule, until it is taken or dead. */
  send_webhook: { readonly messageId: string };
  /** Asks a provider after a real-person check that waits, with growing pauses, until it answers or counts as silent. */
  ask_holder_check: { readonly numberId: string; readonly proofId: string; readonly attempt: number };
  /** Joins what a proved holder told of their number to the carrier's line of it. */
  join_reported: { readonly numberId: string; readonly personId: string };
  /** Asks whether the decisions on a rule say by now that it is bad. */
  weigh_rule: RuleName & { readonly carrierId: string; readonly numberId?: string };
  /** Carries common decisions on the flags of a rule out, number by number. */
  work_classes: Record<string, never>;
  /** Carries acts on many cases out whose undo window is over, case by case. */
  work_bulk: Record<string, never>;
  /** Counts back-tests on, so many numbers at a time. */
  work_back_tests: { readonly part?: number };
  /** Gives whoever an organisation appointed their mandate on each of its numbers. */
  appoint: { readonly appointmentId: string };
  /** Gives all who act for an organisation their mandate on a number that it got. */
  appoint_on_line: { readonly numberId: string };
  /** Finds clocks that have run out and commands each number to say so. */
  sweep_clocks: Record<string, never>;
  /** Settles dates that hung on a holiday notice once it is loaded. */
  settle_dates: Record<string, never>;
  /** Works off a file of facts, a turn at a time. */
  work_import: { readonly importId: string };
  /** Finds files of facts that nobody works on. */
  sweep_imports: Record<string, never>;
  /** Forgets what is kept no longer. */
  retain: Record<string, never>;
};

export type JobName = keyof Jobs;

/** One piece of work: its name, its payload, and how long after the append it may start. */
export type Job<N extends JobName = JobName> = N extends JobName
  ? { readonly name: N; readonly payload: Jobs[N]; readonly afterMs?: number }
  : never;

/** Work that comes round on the clock face, in cron's words. */
export const SCHEDULE: readonly { readonly cron: string; readonly name: JobName }[] = [
  { cron: '* * * * *', name: 'sweep_clocks' },
  { cron: '* * * * *', name: 'sweep_imports' },
  { cron: '* * * * *', name: 'work_classes' },
  { cron: '* * * * *', name: 'work_bulk' },
  { cron: '* * * * *', name: 'work_back_tests' },
  { cron: '17 20 * * *', name: 'settle_dates' },
  { cron: '41 19 * * *', name: 'retain' },
];
