import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { tokenOf } from '../support/factories.ts';
import { bill, linesOf, mobileOf, opening, worked } from '../support/imports.ts';

const app = useApp();
const SYSTEM = 'qinghe-systems';

async function send(
  body: string | Buffer,
  { by = SYSTEM, type = 'application/x-ndjson', query = '', headers = {} } = {},
) {
  const reply = await app.http.inject({
    method: 'POST',
    url: `/api/v1/imports${query}`,
    headers: { authorization: `Bearer ${tokenOf(by)}`, 'content-type': type, ...headers },
    payload: body,
  });
  return { status: reply.statusCode, body: reply.json() };
}

async function sendAndWork(body: string | Buffer, options?: Parameters<typeof send>[1]) {
  const sent = await send(body, options);
  expect(sent).toMatchObject({ status: 202, body: { status: 'running', rows_read: 0 } });
  return worked(app.ctx, sent.body.import_id);
}

const HEADER = 'mobile_number,source_id,at,kind,line_kind,province,holder_id,user_id,bill_id,amount_fen,due_date';
const csvOpening = (index: number) =>
  `${mobileOf(index)},open-${index},2026-01-05T08:00:00+08:00,line_opened,personal,CN-ZJ,,,,,`;
const csvBill = (index: number, name = `b-${index}`) =>
  `${mobileOf(index)},${name},2026-01-06T08:00:00+08:00,bill_issued,,,,,${name},8800,2026-01-31`;

describe('a file of facts over the API', () => {
  it('is worked off and told row by row, and told again it is a duplicate', async () => {
    const content = linesOf([opening(10), bill(10, '2026-01')]);
    const { one } = await sendAndWork(content);
    const told = await app.as(SYSTEM).get(`/imports/${one.importId}`);
    expect(told.body).toMatchObject({ status: 'done', rows_read: 2, recorded: 2, refused: 0, faults: [], actions: [] });
    const again = await sendAndWork(gzipSync(content), { type: 'application/gzip' });
    expect(again.one.counts).toMatchObject({ duplicate: 2 });
    expect(again.verdicts[1]?.data).toEqual({ firstImport: one.importId, firstRow: 2, firstFact: expect.any(String) });
    const single = await app.as(SYSTEM).post('/facts', bill(10, '2026-01'));
    expect(single).toMatchObject({ status: 201, body: { fact_id: again.verdicts[1]?.factId } });
  });

  it('refuses another content under the same id, and names the first row', async () => {
    const other = { ...bill(11, '2026-01', 9900), source_id: bill(11, '2026-01').source_id };
    const { one, verdicts } = await sendAndWork(linesOf([opening(11), bill(11, '2026-01'), other]));
    expect(verdicts[2]).toMatchObject({
      verdict: 'refused',
      code: 'import.id_reused',
      pointer: '/source_id',
      data: { firstImport: one.importId, firstRow: 2 },
    });
  });

  it('reads CSV with a byte order mark, line ends of Windows and line breaks inside quotes', async () => {
    const rows = [HEADER, csvOpening(12), csvBill(12), csvBill(12, '"b\r\n12"'), '', csvBill(12, '"b,""12"')];
    const { one, verdicts } = await sendAndWork(`\uFEFF${rows.join('\r\n')}\r\n`, { type: 'text/csv' });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['recorded', 'recorded', 'recorded', 'recorded']);
    expect(one).toMatchObject({ format: 'csv', atByte: one.bytes, status: 'done' });
    expect(verdicts[3]?.sourceId).toBe('b,"12');
  });

  it('never touches a line of another carrier, and does not say that there is one', async () => {
    await sendAndWork(linesOf([opening(13)]));
    const { verdicts } = await sendAndWork(
      linesOf([bill(13, '2026-01'), { ...opening(13), source_id: 'theirs' }, bill(14, '2026-01')]),
      { by: 'lanqiao-systems' },
    );
    expect(verdicts.map(({ code }) => code)).toEqual([
      'import.line_unknown',
      'line.already_open',
      'import.line_unknown',
    ]);
    expect(verdicts[0]).toEqual({ ...verdicts[2], row: 1, sourceId: verdicts[0]?.sourceId });
  });

  it('streams what became of each row, as lines and as a table', async () => {
    const { one } = await sendAndWork(linesOf([opening(15), bill(15, '2026-01'), 'x', '{}']));
    const lines = await app.as(SYSTEM).get(`/imports/${one.importId}/verdicts`);
    const told = lines.bytes
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(told.map(({ row, verdict }) => [row, verdict])).toEqual([
      [1, 'recorded'],
      [2, 'recorded'],
      [3, 'refused'],
      [4, 'refused'],
    ]);
    const table = await app.as(SYSTEM).get(`/imports/${one.importId}/verdicts?format=csv&verdict=refused`);
    expect(table.bytes.toString().split('\r\n')).toHaveLength(4);
    expect(lines.bytes.toString()).not.toContain(mobileOf(15).slice(3));
  });

  it('is held, taken up again and ended', async () => {
    const sent = await send(linesOf([opening(16), bill(16, '2026-01')]));
    const act = (name: string) => app.as(SYSTEM).post(`/imports/${sent.body.import_id}/${name}`);
    expect((await act('pause')).body).toMatchObject({ status: 'paused' });
    expect((await worked(app.ctx, sent.body.import_id)).one).toMatchObject({ status: 'paused', rowsRead: 0 });
    expect((await act('pause')).body).toMatchObject({ status: 409, code: 'import.wrong_state' });
    expect((await act('resume')).body).toMatchObject({ status: 'running' });
    expect((await act('cancel')).body).toMatchObject({ status: 'cancelled', rows_read: 0, actions: [] });
    expect((await worked(app.ctx, sent.body.import_id)).one).toMatchObject({ status: 'cancelled', rowsRead: 0 });
  });
});

describe('a file that is none', () => {
  const header = (columns: string) => Buffer.from(`${columns}\n1,2,3,4\n`);
  it.each([
    ['empty', '', 422, 'import.empty'],
    ['blank', '\n \r\n', 422, 'import.empty'],
    ['a header alone', `${HEADER}\n`, 422, 'import.empty'],
    ['a JSON array', '[{"a":1}]', 422, 'import.json_array'],
    ['a spreadsheet', Buffer.from('PK\u0003\u0004rest'), 415, 'import.spreadsheet'],
    ['bytes', Buffer.from([1, 2, 0, 4, 10]), 415, 'import.not_text'],
    ['another encoding', Buffer.from([0xca, 0xd6, 0xbb, 0xfa, 0x0a]), 422, 'import.file_not_utf8'],
    ['a table without its columns', header('mobile_number,source_id,when,kind'), 422, 'import.columns_missing'],
    ['a table with semicolons', header('mobile_number;source_id;at;kind'), 422, 'import.separator'],
    ['a table with tabs', header('"mobile_number"\tsource_id\tat\tkind'), 422, 'import.separator'],
    ['a misspelt column', header('mobile_number,source_id,at,kind,amount'), 422, 'import.columns_unknown'],
    ['a column twice', header('mobile_number,source_id,at,kind,kind'), 422, 'import.column_twice'],
    ['damaged gzip', gzipSync(linesOf([opening(1)])).subarray(0, 40), 422, 'import.broken_gzip'],
    ['a bomb', gzipSync(Buffer.alloc(64 * 1024 * 1024, '{')), 413, 'import.packed_too_tight'],
  ])('%s is told by name, and leaves nothing behind', async (_, body, status, code) => {
    const before = await app.ctx.pool.query('select count(*)::integer as n from imports');
    expect(await send(body)).toMatchObject({ status, body: { code, pointer: '/file' } });
    expect((await app.ctx.pool.query('select count(*)::integer as n from imports')).rows).toEqual(before.rows);
    expect(
      (
        await app.ctx.pool.query(
          'select count(*)::integer as n from import_parts where import_id not in (select import_id from imports)',
        )
      ).rows,
    ).toEqual([{ n: 0 }]);
  });

  it('names what is missing, what was found and what was expected', async () => {
    const { body } = await send('mobile_number,source_id,when,kind\n1,2,3,4\n');
    expect(body.data).toMatchObject({ missing: 'at', found: 'mobile_number, source_id, when, kind' });
    expect(body.data.expected).toContain('bill_id');
  });
});

describe('hostile rows', () => {
  it('each get a verdict of their own, and the honest ones between them are recorded', async () => {
    const bad = (fact: object) => ({
      ...bill(20, '2026-02'),
      source_id: 'bad',
      fact: { ...bill(20, '2026-02').fact, ...fact },
    });
    const long = `{"x":"${'y'.repeat(5 * 1024 * 1024)}"}`;
    const content = Buffer.concat([
      Buffer.from(linesOf([opening(20), long, '{"a":', 'null', '[]', '"x"'])),
      Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
      Buffer.from(
        linesOf([
          '{"mobile_number":"\\u0000","source_id":"\\ud800","at":"x","fact":{"kind":"x"}}',
          '{"mobile_number":"+8615400100020","source_id":"n\\u0000l","at":"x","fact":{"kind":"x"}}',
          bad({ amount_fen: -1 }),
          bad({ amount_fen: 1.5 }),
          bad({ amount_fen: '8800' }),
          bad({ due_date: '2026-02-30' }),
          bad({ kind: '__proto__' }),
          bad({ extra: 1 }),
          { ...bad({}), at: '2026-01-01' },
          { ...bad({}), at: '2027-01-01T00:00:00Z' },
          { ...bad({}), at: '2020-01-01T00:00:00Z' },
          { ...bad({}), mobile_number: '400-800-8000' },
          { ...bad({}), surplus: 1 },
          bill(20, '2026-01'),
        ]),
      ),
    ]);
    const { one, verdicts } = await sendAndWork(content);
    expect(verdicts.map(({ code, pointer, verdict }) => `${code ?? verdict} ${pointer ?? ''}`.trim())).toEqual([
      'recorded',
      'import.row_too_long',
      'import.not_json',
      'import.not_an_object',
      'import.not_an_object',
      'import.not_an_object',
      'import.not_utf8',
      'import.bad_field /source_id',
      'import.bad_field /source_id',
      'import.bad_field /fact/amount_fen',
      'import.bad_field /fact/amount_fen',
      'import.bad_field /fact/amount_fen',
      'import.bad_field /fact/due_date',
      'import.bad_field /fact/kind',
      'import.unknown_field /fact/extra',
      'import.bad_field /at',
      'fact.in_future /at',
      'fact.before_line /at',
      'number.service /mobile_number',
      'import.unknown_field /surplus',
      'recorded',
    ]);
    const { faults } = (await app.as(SYSTEM).get(`/imports/${one.importId}`)).body;
    expect(faults.find(({ code }: { code: string }) => code === 'import.bad_field')).toMatchObject({ rows: 8 });
    expect(faults.flatMap(({ examples }: { examples: unknown[] }) => examples).length).toBeLessThan(verdicts.length);
  });

  it('a table that breaks off ends there, with all rows before it recorded', async () => {
    const content = `${HEADER}\n${csvOpening(21)}\n${csvBill(21)}\n"never closed,${csvBill(21, 'b-x')}\n${csvBill(21, 'b-y')}\n`;
    const { one, verdicts } = await sendAndWork(content, { type: 'text/csv' });
    expect(one).toMatchObject({ status: 'failed', fault: 'import.csv_quote_open', rowsRead: 2 });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['recorded', 'recorded']);
  });

  it('a line of a hundred megabytes in a table is a fault, not a memory', async () => {
    const content = `${HEADER}\n${csvOpening(22)}\n"${'x'.repeat(100 * 1024 * 1024)}"\n`;
    const { one } = await sendAndWork(gzipSync(content), { type: 'text/csv' }).catch(async () => sendAndWork(content));
    expect(one).toMatchObject({ status: 'failed', fault: 'import.csv_row_too_long', rowsRead: 1 });
  });

  it.each([['application/json'], ['multipart/form-data; boundary=x'], ['text/plain']])(
    '%s is told what to send',
    async (type) => {
      expect((await send('{}', { type })).status).toBe(415);
    },
  );

  it('another packing than gzip is told', async () => {
    expect(await send('x', { headers: { 'content-encoding': 'br' } })).toMatchObject({ status: 415 });
  });
});
