import { expect, it } from 'vitest';
import { setInType } from '../../src/adapters/letters/typesetter.ts';

const sheet = (rest: object = {}) =>
  JSON.stringify({
    reference: '346-7A9-CDE',
    title: '信',
    addressee: '示例',
    paragraphs: ['好'],
    requestsLead: '请：',
    requests: [],
    salute: true,
    signature: ['林小雨'],
    enclosures: [],
    citations: [],
    ...rest,
  });
const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';

it('answers each with their own letter, many at once', async () => {
  const alone = await Promise.all([1, 2, 3].map((count) => setInType(sheet({ title: '信'.repeat(count) }))));
  const together = await Promise.all([3, 1, 2].map((count) => setInType(sheet({ title: '信'.repeat(count) }))));
  expect(together.map((pdf) => alone.findIndex((one) => Buffer.from(one).equals(pdf)))).toEqual([2, 0, 1]);
});

it('says that a sheet cannot be set, and sets the next', async () => {
  await expect(setInType('{"title":"信"}')).rejects.toThrow('the letter cannot be set');
  await expect(setInType('nothing')).rejects.toThrow('the letter cannot be set');
  expect(isPdf(await setInType(sheet()))).toBe(true);
});

it('lets the server go on while a long letter is set', async () => {
  await setInType(sheet());
  let turns = 0;
  let done = false;
  const setting = setInType(sheet({ paragraphs: Array.from({ length: 4 }, () => 'a'.repeat(4000)) })).finally(() => {
    done = true;
  });
  const turn = () => {
    turns += 1;
    if (!done) setImmediate(turn);
  };
  setImmediate(turn);
  expect(isPdf(await setting)).toBe(true);
  expect(turns).toBeGreaterThan(100);
});
