import { describe, expect, it } from 'vitest';
import { FILE_LIMIT_BYTES } from '../../src/app/evidence/file-limits.ts';
import { useApp } from '../support/app.ts';
import { PDF, PNG, ZIP } from '../support/files.ts';
import { done, Lives } from '../support/lives.ts';

const app = useApp();
const lives = new Lives(app);
const COURIER = 'lin-xiaoyu';

async function openCase() {
  const { mobile } = await lives.line();
  return lives.inReview(await lives.suspected(mobile));
}

describe('a file that cannot be evidence', () => {
  it.each([
    [
      'of a wrong type',
      { bytes: ZIP, name: 'work.zip', type: 'application/zip' },
      415,
      'evidence.wrong_type',
      { found: 'application/zip' },
    ],
    [
      'that is only words',
      { bytes: Buffer.from('I work here'), name: 'work.txt', type: 'text/plain' },
      415,
      'evidence.unknown_type',
      {},
    ],
    [
      'too large',
      { bytes: Buffer.concat([PDF, Buffer.alloc(FILE_LIMIT_BYTES)]), name: 'large.pdf', type: 'application/pdf' },
      413,
      'evidence.too_large',
      { limit_bytes: FILE_LIMIT_BYTES },
    ],
    ['empty', { bytes: Buffer.alloc(0), name: 'nothing.png', type: 'image/png' }, 422, 'evidence.empty', {}],
    [
      'with a lying extension',
      { bytes: PNG, name: 'work.pdf', type: 'application/pdf' },
      415,
      'evidence.lying_type',
      { declared: '.pdf', found: 'image/png' },
    ],
  ])('%s is refused by name, and nothing else is lost', async (_, file, status, code, data) => {
    const caseFile = await openCase();
    const kept = done(
      await app
        .as(COURIER)
        .upload(`/cases/${caseFile.case_id}/evidence`, { bytes: PNG, name: 'good.png', type: 'image/png' }),
      201,
    );
    const refused = await app.as(COURIER).upload(`/cases/${caseFile.case_id}/evidence`, file);
    expect(refused.body).toMatchObject({ status, code, pointer: '/file', data: { name: file.name, ...data } });
    expect(refused.body.detail).toContain(file.name);
    const after = done(await app.as(COURIER).get(`/cases/${caseFile.case_id}/evidence`), 200);
    expect(after.items.map((item: { evidence_id: string }) => item.evidence_id)).toEqual([kept.evidence_id]);
    expect((await app.as(COURIER).get(`/cases/${caseFile.case_id}`)).body.status).toBe('in_review');
  });

  it('is missing altogether', async () => {
    const { case_id } = await openCase();
    const form = new FormData();
    form.append('material', 'work_proof');
    const encoded = new Response(form);
    const headers = {
      'content-type': encoded.headers.get('content-type') ?? '',
      authorization: 'Bearer test-token-of-lin-xiaoyu',
    };
    const answer = await app.http.inject({
      method: 'POST',
      url: `/api/v1/cases/${case_id}/evidence`,
      headers,
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
    expect(answer.json()).toMatchObject({ status: 422, code: 'evidence.missing_file' });
    const json = await app.as(COURIER).post(`/cases/${case_id}/evidence`, { file: 'x' });
    expect(json.body).toMatchObject({
      status: 415,
      code: 'request.unsupported_type',
      data: { wanted: 'multipart/form-data' },
    });
    const cut = await app.http.inject({
      method: 'POST',
      url: `/api/v1/cases/${case_id}/evidence`,
      headers,
      payload: '--nonsense',
    });
    expect(cut.json()).toMatchObject({ status: 400, code: 'request.broken_upload' });
  });

  it('names its paper in a word we know how to keep', async () => {
    const { case_id } = await openCase();
    const answer = await app
      .as(COURIER)
      .upload(`/cases/${case_id}/evidence`, { bytes: PNG, name: 'a.png' }, { material: '../../etc' });
    expect(answer.body).toMatchObject({ status: 422, code: 'evidence.bad_material', pointer: '/material' });
  });
});

describe('evidence that is taken', () => {
  it('comes back byte for byte, to those who may see it, and each reading is written down', async () => {
    const caseFile = await openCase();
    const added = done(
      await app.as(COURIER).upload(`/cases/${caseFile.case_id}/evidence`, {
        bytes: PDF,
        name: '..\\..\\证明:1?.pdf',
        type: 'application/pdf',
      }),
      201,
    );
    const read = await app.as('zhou-min').get(added.href, { headers: { purpose: 'checking the claim' } });
    expect(read.bytes.equals(PDF)).toBe(true);
    expect(read.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('证明1.pdf')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const { rows } = await app.ctx.pool.query(
      `select actor_id, purpose from access_log where what = 'evidence' and number_id = $1`,
      [caseFile.number_id],
    );
    expect(rows).toEqual([{ actor_id: 'zhou-min', purpose: 'checking the claim' }]);
    for (const other of ['chen-guilan', 'lanqiao-agent', 'somebodys-officer'])
      expect((await app.as(other).get(added.href)).status).toBe(404);
    expect((await app.as(COURIER).get(added.href.replace(/_[^_]+$/, '_zz'))).status).toBe(404);
  });

  it('is not stored under the name or beside the bytes that it came with', async () => {
    const { case_id } = await openCase();
    done(await app.as(COURIER).upload(`/cases/${case_id}/evidence`, { bytes: PNG, name: 'secret-name.png' }), 201);
    const { rows } = await app.ctx.pool.query(`select data::text as data from entries where kind = 'evidence.added'`);
    expect(rows.some(({ data }) => data.includes('secret-name'))).toBe(false);
  });

  it('is taken once, told as already there, and repeated alike under its own key', async () => {
    const { case_id } = await openCase();
    const send = (key?: string, bytes: Uint8Array = PNG) =>
      app.as(COURIER).upload(`/cases/${case_id}/evidence`, { bytes, name: 'a.png' }, {}, key ? { key } : {});
    const first = await send('up-1');
    expect(first.status).toBe(201);
    expect((await send()).body).toMatchObject({ status: 409, code: 'evidence.already_there' });
    expect(await send('up-1')).toMatchObject({ status: 201, body: first.body });
    expect((await send('up-1', Buffer.concat([PNG, Buffer.from('.')]))).body).toMatchObject({
      status: 409,
      code: 'request.key_reused',
    });
  });

  it('is the person’s to add, while the case takes any', async () => {
    const caseFile = await openCase();
    const path = `/cases/${caseFile.case_id}/evidence`;
    expect((await app.as('zhao-lei').upload(path, { bytes: PNG, name: 'a.png' })).body).toMatchObject({
      status: 403,
      code: 'case.not_your_act',
    });
    expect((await app.as('chen-guilan').upload(path, { bytes: PNG, name: 'a.png' })).status).toBe(404);
    expect((await app.as(null).upload(path, { bytes: PNG, name: 'a.png' })).status).toBe(401);
    done(await app.as(COURIER).post(`/cases/${caseFile.case_id}/withdrawal`), 200);
    expect((await app.as(COURIER).upload(path, { bytes: PNG, name: 'a.png' })).body).toMatchObject({
      status: 409,
      code: 'case.wrong_state',
    });
  });

  it('whose bytes are lost is told so, not served as something else', async () => {
    const { case_id } = await openCase();
    const added = done(
      await app
        .as(COURIER)
        .upload(`/cases/${case_id}/evidence`, { bytes: Buffer.concat([PNG, Buffer.from('lost')]), name: 'lost.png' }),
      201,
    );
    const { rm } = await import('node:fs/promises');
    await rm(`${app.ctx.config.dataDir}/files/${added.sha256.slice(0, 2)}/${added.sha256}`);
    expect((await app.as(COURIER).get(added.href)).body).toMatchObject({ status: 500, code: 'evidence.bytes_gone' });
  });
});
