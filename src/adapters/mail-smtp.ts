import { createTransport } from 'nodemailer';
import type { MailPort } from '../app/ports.ts';

const PATIENCE_MS = 15_000;

/** Mail over SMTP. A repeat carries the same Message-ID, so that the other side can drop it. */
export function createSmtpMail({
  url,
  from,
}: {
  readonly url: string;
  readonly from: string;
}): MailPort & { close(): void } {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  const domain = from.split('@')[1]?.replace('>', '') ?? 'localhost';
  return {
    async send({ deliveryId, to, subject, text, locale }) {
      const messageId = `<${deliveryId}@${domain}>`;
      const { response } = await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId,
        headers: { 'Content-Language': locale },
      });
      return { response };
    },
    close: () => transport.close(),
  };
}
