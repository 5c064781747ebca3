import { join } from 'node:path';
import type pg from 'pg';
import { ruleBook } from '../../knowledge/rule-book.ts';
import { createSigner } from '../adapters/bundle/signing-keys.ts';
import { zipArchive } from '../adapters/bundle/zip-archive.ts';
import { createFileFolder } from '../adapters/file-folder.ts';
import { createHttpHolderCheck } from '../adapters/holder-check-http.ts';
import { unprintableIn } from '../adapters/letters/face.ts';
import { renderDocx } from '../adapters/letters/render-docx.ts';
import { renderDossier } from '../adapters/letters/render-dossier.ts';
import { renderPdf } from '../adapters/letters/render-pdf.ts';
import { createSmtpMail } from '../adapters/mail-smtp.ts';
import { createOcr } from '../adapters/ocr/ocr-in-process.ts';
import { createOidc } from '../adapters/oidc.ts';
import { createHttpSms, createNoSms } from '../adapters/sms-http.ts';
import { createHttpWebhook } from '../adapters/webhook-http.ts';
import { createCarrierBooks } from '../app/carrier-books.ts';
import type { AppContext } from '../app/context.ts';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Log } from '../platform/log.ts';
import { loadMasterKey } from '../platform/master-key.ts';
import { systemRandomness } from '../platform/randomness.ts';
import { createAccessLog } from '../store/access-log.ts';
import { createJournal } from '../store/journal.ts';
import { createNumbers } from '../store/numbers.ts';
import { createMasterKeys, openRootKey } from '../store/root-key.ts';
import { createSealer } from '../store/seal.ts';
import { createTokenFinder } from '../store/tokens.ts';
import { keepPublicKeys } from './public-keys.ts';

const MINUTE = 60_000;

type Building = { readonly config: Config; readonly log: Log; readonly clock: Clock; readonly pool: pg.Pool };

/** Builds each part once and wires adapters to ports. Tests replace single parts by name. */
export async function buildContext(
  { config, log, clock, pool }: Building,
  replaced: Partial<AppContext> = {},
): Promise<AppContext> {
  const random = systemRandomness;
  const masterKey = loadMasterKey(config, random);
  const rootKey = await openRootKey({ pool, masterKey, random, now: clock.now() });
  const sealer = createSealer({ rootKey, random });
  const signer = createSigner({ rootKey, generation: config.signingGeneration });
  keepPublicKeys(config, signer.keys);
  return {
    config,
    clock,
    random,
    log,
    pool,
    sealer,
    masterKeys: createMasterKeys({ pool, masterKey, random, rootKey }),
    journal: createJournal({ pool, sealer }),
    numbers: createNumbers({ pool, sealer, random }),
    findHolder: createTokenFinder(pool),
    recordAccess: createAccessLog(pool),
    books: createCarrierBooks(pool, clock),
    rules: ruleBook,
    files: createFileFolder({ folder: join(config.dataDir, 'files'), rootKey, random }),
    mail: config.smtpUrl === null ? null : createSmtpMail({ url: config.smtpUrl, from: config.mailFrom }),
    sms: config.sms === null ? createNoSms() : createHttpSms(config.sms),
    holderCheck: config.holderCheck === null ? null : createHttpHolderCheck(config.holderCheck),
    staffIdentity: config.oidc === null ? null : createOidc(config.oidc),
    letters: { pdf: renderPdf, docx: renderDocx, unprintableIn },
    bundles: {
      archive: zipArchive,
      signer,
      print: renderDossier,
    },
    ocr: createOcr({ log }),
    webhook: createHttpWebhook({ allowLoopback: config.demo }),
    patience: {
      liftRetryMs: MINUTE,
      liftRetryMaxMs: 60 * MINUTE,
      receiptMs: 30 * MINUTE,
      webhookRetriesMs: [5_000, 30_000, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 300 * MINUTE, 600 * MINUTE],
    },
    ...replaced,
  };
}
