import { shanghaiDate } from '../../domain/clocks/plain-date.ts';
import type { Instant } from '../../domain/time.ts';
import { addMs } from '../../domain/time.ts';

/** A date to keep: a day that is the last one, with its words. */
export type CalendarDate = {
  readonly uid: string;
  readonly dueAt: Instant;
  readonly title: string;
  readonly body: string;
  /** How it comes again, as a recurrence rule; none for once. */
  readonly repeats?: string | null;
};

const MS_BEFORE_MIDNIGHT = 1;
const FOLD = 70;

/** A calendar file (RFC 5545) of whole days, each with a reminder on the day before; `now` stamps it. */
export function calendarFile(dates: readonly CalendarDate[], now: Instant): string {
  const stamp = `${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const events = dates.flatMap(({ uid, dueAt, title, body, repeats }) => {
    const day = shanghaiDate(addMs(dueAt, -MS_BEFORE_MIDNIGHT)).replaceAll('-', '');
    return [
      'BEGIN:VEVENT',
      `UID:${uid}@qingbiao`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day}`,
      ...(repeats ? [`RRULE:${repeats}`] : []),
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(body)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      'TRIGGER:-P1D',
      'END:VALARM',
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Qingbiao//ZH',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(/\r?\n/g, '\\n').replaceAll(';', '\\;').replaceAll(',', '\\,');
}

/** A line holds at most 75 octets; the rest goes on after a space, never within a character. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > FOLD) {
      parts.push(part);
      part = '';
      octets = 1;
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
