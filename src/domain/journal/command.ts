import type { CaseCommand } from '../cases/commands.ts';
import type { ClockCommand } from '../clocks/commands.ts';
import type { CorrectionCommand } from '../corrections/commands.ts';
import type { FlagCommand } from '../flags/commands.ts';
import type { LearningCommand } from '../learning/commands.ts';
import type { LiftCommand } from '../lifts/commands.ts';
import type { MandateCommand } from '../mandates/commands.ts';
import type { NoticeCommand } from '../notices/commands.ts';
import type { NumberCommand } from '../numbers/commands.ts';
import type { RetentionCommand } from '../retention/commands.ts';

/** Everything that can be asked of a number. */
export type Command =
  | NumberCommand
  | FlagCommand
  | LearningCommand
  | LiftCommand
  | CaseCommand
  | ClockCommand
  | NoticeCommand
  | MandateCommand
  | RetentionCommand
  | CorrectionCommand;
