import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../../../app/asker.ts';
import { listBodies } from '../../../app/authority/list-authorities-for.ts';
import type { AppContext } from '../../../app/context.ts';
import { staffNames } from '../../../app/desk/staff-names.ts';
import { decideClass, dropClass, putBack, takeOut } from '../../../app/learning/class-acts.ts';
import { getClass, listClasses, listClassFlags } from '../../../app/learning/read-classes.ts';
import { findText } from '../../../locales/index.ts';
import type { FormState, Typed } from '../../form.ts';
import { EMPTY_FORM, readForm, refusedForm } from '../../form.ts';
import { paths } from '../../paths.ts';
import { authorityName } from '../../present/authority.ts';
import { classList, classPage } from '../../present/classes.ts';
import type { Web } from '../../render.ts';
import { show } from '../../visit.ts';
import { askerOf, freshFormKey } from '../asking.ts';
import { oneOf, openDesk, textOf } from './desk-frame.ts';

type ByClass = { Params: { classId: string } };

const STATUSES = ['waiting', 'taken_out', 'decided', 'over'] as const;
/** Fields of the page by where the refusal points. */
const FIELDS = {
  take_out: { '/why': 'take_why' },
  put_back: {},
  decide: { '/seen': 'form' },
  drop: { '/rule_relied': 'drop_rule_relied', '/words': 'drop_words' },
} as const;
type Act = keyof typeof FIELDS;

/** Flags of one rule that are decided together. */
export function addClassRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  app.get(paths.deskClasses, async (request, reply) => {
    const frame = await openDesk(ctx, request);
    const { items, next } = await listClasses(ctx, askerOf(request), { cursor: textOf(request, 'cursor') });
    return show(web, request, reply, 'deskList', classList(frame, items, next));
  });

  app.get<ByClass>(paths.deskClass(':classId'), (request, reply) => showClass(request, reply, EMPTY_FORM));

  for (const act of Object.keys(FIELDS) as Act[]) {
    const path = paths.deskClassAct(':classId', act);
    app.get<ByClass>(path, async (request, reply) => reply.redirect(paths.deskClass(request.params.classId), 303));

    app.post<ByClass>(path, async (request, reply) => {
      const typed = readForm(request);
      const { classId } = request.params;
      try {
        await carryOut(askerOf(request, typed), classId, act, typed);
      } catch (error) {
        return showClass(request, reply, refusedForm(request.visit.locale, typed, error, FIELDS[act]), 422);
      }
      return reply.redirect(`${paths.deskClass(classId)}?done=${act}`, 303);
    });
  }

  async function carryOut(asker: Asker, classId: string, act: Act, typed: Typed): Promise<void> {
    const flagIds = (typed['flag_ids'] ?? '').split(',').filter((id) => id !== '');
    const text = (name: string) => typed[name] ?? '';
    switch (act) {
      case 'take_out':
        return await takeOut(ctx, asker, classId, { flagIds, why: text('take_why') });
      case 'put_back':
        return await putBack(ctx, asker, classId, flagIds);
      case 'decide': {
        const seen = /^\d{1,9}$/.test(text('seen')) ? Number(text('seen')) : -1;
        return await decideClass(ctx, asker, classId, { ruleRelied: text('rule_relied'), words: text('words'), seen });
      }
      case 'drop':
        return await dropClass(ctx, asker, classId, {
          ruleRelied: text('drop_rule_relied'),
          words: text('drop_words'),
        });
    }
  }

  async function showClass(
    request: FastifyRequest<ByClass>,
    reply: FastifyReply,
    form: FormState,
    status = 200,
  ): Promise<unknown> {
    const frame = await openDesk(ctx, request);
    const { classId } = request.params;
    const shown = oneOf(request, 'status', [...STATUSES, 'standing'] as const);
    const cursor = textOf(request, 'cursor');
    const view = await getClass(ctx, askerOf(request), classId);
    const [flags, nameOf, bodies] = await Promise.all([
      listClassFlags(ctx, askerOf(request), classId, { status: shown, cursor }),
      staffNames(
        ctx,
        view.decisions.map(({ decidedBy }) => decidedBy),
      ),
      listBodies(ctx),
    ]);
    const bodyOf = (id: string) =>
      authorityName(frame.locale, bodies.find(({ authorityId }) => authorityId === id) ?? null);
    const done = findText(frame.locale, `class.done.${textOf(request, 'done') ?? ''}`) ?? null;
    const begun = cursor !== undefined;
    const formKey = freshFormKey(ctx);
    const props = classPage(frame, view, { flags, begun, shown, nameOf, bodyOf, form, formKey, done });
    return show(web, request, reply, 'class', props, status);
  }
}
