import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { calendarFile } from '../../app/cases/case-calendar.ts';
import type { AppContext } from '../../app/context.ts';
import { endOfDay, shanghaiDate } from '../../domain/clocks/plain-date.ts';
import { makeReminders } from '../../domain/remedies/reminders.ts';
import { t } from '../../locales/index.ts';
import { refusalWords } from '../../locales/refusal-words.ts';
import type { FormState, Typed } from '../form.ts';
import { EMPTY_FORM } from '../form.ts';
import { paths } from '../paths.ts';
import type { Web } from '../render.ts';
import { show } from '../visit.ts';

const NAMES = ['bill_day', 'id_expiry', 'work_from', 'use', 'labels', 'look_up'] as const;

/** Reminders to take along: what is asked travels in the address and is kept nowhere. */
export function addReminderRoutes(app: FastifyInstance, _ctx: AppContext, web: Web): void {
  app.get(paths.reminders, async (request, reply) => showForm(request, reply, EMPTY_FORM));

  app.get(paths.remindersFile, async (request, reply) => {
    const { locale, now } = request.visit;
    const typed = typedIn(request.query);
    const made = makeReminders(
      {
        billDay: (typed.bill_day ?? '').normalize('NFKC'),
        idExpiry: typed.id_expiry ?? '',
        workFrom: typed.work_from ?? '',
        use: typed.use === 'yes',
        labels: typed.labels === 'yes',
        lookUp: typed.look_up === 'yes',
      },
      shanghaiDate(now),
    );
    if ('refusals' in made) {
      const errors = Object.fromEntries(
        made.refusals.map((refused) => [refused.pointer?.slice(1) ?? 'bill_day', refusalWords(locale, refused)]),
      );
      return showForm(request, reply, { typed, errors }, 422);
    }
    const dates = made.reminders.map(({ kind, day, repeats }) => ({
      uid: `${kind}-${day}`,
      dueAt: endOfDay(day),
      title: t(locale, `reminders.${kind}.title`),
      body: t(locale, `reminders.${kind}.body`),
      repeats,
    }));
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'attachment; filename="qingbiao-reminders.ics"')
      .send(calendarFile(dates, now));
  });

  function showForm(request: FastifyRequest, reply: FastifyReply, form: FormState, status = 200) {
    return show(web, request, reply, 'reminders', { form }, status);
  }
}

function typedIn(query: unknown): Typed {
  const given = query as Record<string, unknown>;
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = given[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim().slice(0, 40)]] : [];
    }),
  );
}
