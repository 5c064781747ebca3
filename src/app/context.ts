import type pg from 'pg';
import type { RuleBook } from '../domain/clocks/rule-book.ts';
import type { Instant } from '../domain/time.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';
import type { Randomness } from '../platform/randomness.ts';
import type { AccessRecord } from '../store/access-log.ts';
import type { Journal } from '../store/journal.ts';
import type { Numbers } from '../store/numbers.ts';
import type { MasterKeys } from '../store/root-key.ts';
import type { Sealer } from '../store/seal.ts';
import type { TokenHolder } from '../store/tokens.ts';
import type { CarrierBooks } from './carrier-books.ts';
import type { BundlePorts } from './escalation/ports.ts';
import type { HolderCheckPort } from './holder/holder-check-port.ts';
import type { FilePort, LetterPort, MailPort, SmsPort, WebhookPort } from './ports.ts';
import type { StaffIdentityPort } from './sign-in/staff-identity-port.ts';
import type { OcrPort } from './triage/ocr-port.ts';

/** How long the product waits for others before it tries again or calls a human. */
export type Patience = {
  /** First pause before a lift is sent to a silent system again; doubles up to `liftRetryMaxMs`. */
  readonly liftRetryMs: number;
  readonly liftRetryMaxMs: number;
  /** How long a sent text message may stay without a receipt. */
  readonly receiptMs: number;
  /** Pauses between attempts at one webhook; after the last it is dead until somebody replays it. */
  readonly webhookRetriesMs: readonly number[];
};

/** Everything a use case may reach. Built once, in `main/context.ts`. */
export type AppContext = {
  readonly config: Config;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  readonly pool: pg.Pool;
  readonly journal: Journal;
  readonly sealer: Sealer;
  readonly masterKeys: MasterKeys;
  /** Digits to number and back, shared by concurrent callers. */
  readonly numbers: Numbers;
  /** Who holds a token now, shared by concurrent callers. */
  readonly findHolder: (tokenHash: Uint8Array, now: Instant) => Promise<TokenHolder | null>;
  /** Writes down that personal data was read; resolves when it is durable, many at a time. */
  readonly recordAccess: (record: AccessRecord) => Promise<void>;
  readonly books: CarrierBooks;
  readonly rules: RuleBook;
  readonly files: FilePort;
  readonly mail: MailPort | null;
  readonly sms: SmsPort;
  /** Null where no provider of real-person checks is connected. */
  readonly holderCheck: HolderCheckPort | null;
  /** Null where staff have no provider of their own. */
  readonly staffIdentity: StaffIdentityPort | null;
  readonly letters: LetterPort;
  readonly bundles: BundlePorts;
  readonly ocr: OcrPort;
  readonly webhook: WebhookPort;
  readonly patience: Patience;
};
