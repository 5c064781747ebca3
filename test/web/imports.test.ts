import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { useApp } from '../support/app.ts';
import { bill, linesOf, opening, worked } from '../support/imports.ts';
import { usePages, type Visitor, wordsOf } from '../support/visitor.ts';

const app = useApp();
const pages = usePages(app);
const NEW = '/desk/imports/new';

async function upload(visitor: Visitor, content: string | Buffer, fields: Record<string, string> = {}) {
  const hidden = await visitor.hiddenOf(NEW, NEW);
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...hidden, system_id: 'qinghe-systems', ...fields }))
    form.append(name, value);
  form.append('file', new File([new Uint8Array(Buffer.from(content))], 'facts.ndjson.gz'));
  const encoded = new Response(form);
  return visitor.send({
    method: 'POST',
    url: NEW,
    headers: { 'content-type': encoded.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
}

describe('the pages of imports', () => {
  it('take a packed file from an administrator, show it in work, and then what became of its rows', async () => {
    const admin = await pages.signedIn('qinghe-admin');
    const sent = await upload(admin, gzipSync(linesOf([opening(30), bill(30, '2026-01'), bill(31, '2026-01'), 'x'])));
    expect(sent.statusCode, wordsOf(sent.body)).toBe(303);
    const at = String(sent.headers.location);
    const before = await admin.get(at);
    expect(before.body).toContain('http-equiv="refresh"');
    expect(wordsOf(before.body)).toContain('处理中');
    const { one } = await worked(app.ctx, at.split('/').at(-1)?.split('?')[0] ?? '');
    expect(one).toMatchObject({ systemId: 'qinghe-systems', uploadedBy: 'qinghe-admin' });
    const after = await admin.get(at);
    expect(after.body).not.toContain('http-equiv="refresh"');
    expect(after.body).toContain('class="brand" href="/desk/holds"');
    for (const words of ['已完成', '从第一条事实数起', '第 3 行', '第 4 行', '不是有效的 JSON', '请先报送入网'])
      expect(wordsOf(after.body)).toContain(words);
    expect(after.body).not.toContain(bill(31, '2026-01').mobile_number.slice(3));
    const table = await admin.get(`/desk/imports/${one.importId}/verdicts/csv?verdict=refused`);
    expect(table.body.split('\r\n')).toHaveLength(4);
    expect(wordsOf((await admin.get('/desk/imports')).body)).toContain('facts.ndjson.gz');
  });

  it('bring a file that is none back with what is wrong, where it is and what is expected', async () => {
    const admin = await pages.signedIn('qinghe-admin');
    const refused = await upload(admin, 'mobile_number,source,at,kind\n1,2,3,4\n');
    expect(refused.statusCode).toBe(422);
    expect(wordsOf(refused.body)).toContain('缺少列：source_id');
    expect(wordsOf(refused.body)).toContain('文件要重新选一次');
    expect(wordsOf((await upload(admin, 'mobile_number;source_id;at;kind\n1;2;3;4\n')).body)).toContain(
      '请改用英文逗号',
    );
    const system = await upload(admin, linesOf([opening(32)]), { system_id: 'lanqiao-systems' });
    expect(system.statusCode).toBe(422);
    expect(wordsOf(system.body)).toContain('请选择这些事实来自哪个已接入的系统');
  });

  it('hold and go on at a press, and offer nothing of it to an agent', async () => {
    const admin = await pages.signedIn('qinghe-admin');
    const at = String((await upload(admin, linesOf([opening(33)]))).headers.location).split('?')[0] ?? '';
    const press = async (act: string) => admin.post(`${at}/${act}`, await admin.hiddenOf(at, `${at}/${act}`));
    expect((await press('pause')).headers.location).toBe(`${at}?done=pause`);
    expect(wordsOf((await admin.get(at)).body)).toContain('已暂停');
    const agent = await pages.signedIn('zhou-min');
    expect((await agent.formsOn(at)).filter(({ action }) => action.startsWith(at))).toEqual([]);
    expect((await agent.get(NEW)).statusCode).toBe(403);
    expect((await press('resume')).statusCode).toBe(303);
  });

  it.each(['csv', 'ndjson'])('offer a %s sample that is taken as it is', async (format) => {
    const admin = await pages.signedIn('qinghe-admin');
    const sample = await admin.get(`/desk/imports/sample/${format}`);
    const at = String((await upload(admin, sample.body)).headers.location);
    const { one } = await worked(app.ctx, at.split('/').at(-1)?.split('?')[0] ?? '');
    expect(one.counts).toMatchObject({ refused: 0 });
    expect(one.rowsRead).toBe(5);
  });
});
