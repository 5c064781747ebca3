import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dutyScope, isRefusal } from '../../../access/lists.ts';
import type { AppContext } from '../../../app/context.ts';
import type { DutyInput } from '../../../app/duty/read-duty-board.ts';
import { readDutyBoard } from '../../../app/duty/read-duty-board.ts';
import { isPlainDate, shanghaiDate } from '../../../domain/clocks/plain-date.ts';
import { DUTIES } from '../../../domain/duty/duty.ts';
import { CAUSES } from '../../../domain/flags/words.ts';
import { RefusalError, refusal } from '../../../domain/refusal.ts';
import { isStorable } from '../../../domain/storable-text.ts';
import { t } from '../../../locales/index.ts';
import type { DutyPageProps } from '../../pages/duty-page.tsx';
import { paths } from '../../paths.ts';
import { withQuery } from '../../pieces/query.ts';
import { dutyPage } from '../../present/duty.ts';
import { DUTY_TABLES, dutyCsv, dutyRecords } from '../../present/duty-data.ts';
import type { Frame } from '../../present/frame.ts';
import type { Web } from '../../render.ts';
import { requireActor, show } from '../../visit.ts';
import { askerOf, frameOf } from '../asking.ts';
import { openAuthority } from '../authority/authority-frame.ts';
import { sendData } from '../send-data.ts';
import { oneOf, openDesk } from './desk-frame.ts';

type Place = {
  readonly page: string;
  readonly data: (file: string) => string;
  readonly open: (ctx: AppContext, request: FastifyRequest) => Promise<[Frame, DutyPageProps['desk']]>;
};
type ByFile = { Params: { file: string } };

const NAMES = ['from', 'to', 'province', 'carrier', 'cause', 'rule'] as const;

/** The duty board at the desk of a carrier and at that of a body, with the data of each plot. */
export function addDutyRoutes(app: FastifyInstance, ctx: AppContext, web: Web): void {
  for (const place of [AT_DESK, AT_AUTHORITY]) {
    app.get(place.page, async (request, reply) => {
      const [frame, desk] = await place.open(ctx, request);
      const input = inputOf(request);
      const view = await readDutyBoard(ctx, askerOf(request), input);
      const kept = keptQuery(request);
      const hrefOf = (file: string) => withQuery(place.data(file), kept);
      const props = await dutyPage(frame, view, { input, hrefOf, clearHref: place.page });
      return show(web, request, reply, 'duty', { ...props, desk });
    });

    app.get<ByFile>(place.data(':file'), async (request, reply) => {
      const [{ locale }] = await place.open(ctx, request);
      const [, name, form] = /^([a-z-]+)\.(csv|json)$/.exec(request.params.file) ?? [];
      const table = DUTY_TABLES.find((one) => one === name);
      if (!table) throw new RefusalError(refusal('access.not_found'));
      const view = await readDutyBoard(ctx, askerOf(request), inputOf(request));
      const records = dutyRecords(locale, view, table);
      const { from, to } = view;
      const body =
        form === 'csv'
          ? dutyCsv(locale, table, records)
          : JSON.stringify({ table, from, to, as_of: request.visit.now, rows: records }, null, 2);
      return sendData(reply, `duty-${table}-${shanghaiDate(request.visit.now)}.${form}`, body);
    });
  }
}

const AT_DESK: Place = {
  page: paths.deskDuty,
  data: paths.deskDutyData,
  open: async (ctx, request) => {
    const scope = dutyScope(requireActor(request));
    // An auditor of no carrier has no desk to come from.
    const frame: Frame =
      !isRefusal(scope) && 'all' in scope
        ? { ...frameOf(ctx, request, null), side: 'desk' }
        : await openDesk(ctx, request);
    const carrier = !isRefusal(scope) && 'all' in scope ? t(frame.locale, 'duty.house') : frame.carrier;
    return [frame, { kind: 'carrier', carrier }];
  },
};

const AT_AUTHORITY: Place = {
  page: paths.authorityDuty,
  data: paths.authorityDutyData,
  open: async (ctx, request) => {
    const frame = await openAuthority(ctx, request);
    return [frame, { kind: 'authority', body: frame.body }];
  },
};

/** What the address asks for; what it misspells is as if it were not there, and the page says what it looked at. */
function inputOf(request: FastifyRequest): DutyInput {
  const { from, to, province, carrier } = keptQuery(request);
  return {
    from: dateIn(from),
    to: dateIn(to),
    province: province || undefined,
    carrierId: carrier || undefined,
    cause: oneOf(request, 'cause', CAUSES),
    duty: oneOf(request, 'rule', DUTIES),
  };
}

/** A day that a period of ours can have. */
function dateIn(text: string | undefined) {
  return text && isPlainDate(text) && text > '1970' && text < '2200' ? text : undefined;
}

function keptQuery(request: FastifyRequest): Partial<Record<(typeof NAMES)[number], string>> & Record<string, string> {
  const given = request.query as Record<string, unknown>;
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = given[name];
      return typeof value === 'string' && value !== '' && value.length <= 80 && isStorable(value)
        ? [[name, value]]
        : [];
    }),
  );
}
