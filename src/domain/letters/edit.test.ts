import { describe, expect, it } from 'vitest';
import { letterBook } from '../../../knowledge/letters/index.ts';
import { composeLetter } from './compose.ts';
import { editLetter } from './edit.ts';
import type { Letter, LetterRequest } from './letter.ts';

function compose(rest: Partial<LetterRequest> = {}): Letter {
  const result = composeLetter(
    { kind: 'carrier_complaint', facts: { name: '林小雨' }, date: '2026-11-23', reference: 'QB-7K3M-9', ...rest },
    letterBook,
  );
  if (!result.ok) throw new Error(result.refusal.code);
  return result.letter;
}

describe('an edit', () => {
  it('replaces texts and leaves the rest', () => {
    const letter = compose();
    const result = editLetter(letter, { story: '经过：我写的。', 'request.1': '先告诉我原因。' });
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.letter.paragraphs.find(({ id }) => id === 'story')?.text).toBe('经过：我写的。');
    expect(result.letter.requests[0]).toBe('先告诉我原因。');
    expect(result.letter.requests.slice(1)).toEqual(letter.requests.slice(1));
    expect(letter.missing).toContain('what_happened');
    expect(result.letter.missing).not.toContain('what_happened');
    expect(result.letter.missing).toContain('since');
  });

  it('takes a paragraph out that is emptied', () => {
    const result = editLetter(compose(), { next: ' \n ' });
    expect(result.ok && result.letter.paragraphs.map(({ id }) => id)).not.toContain('next');
  });

  it('refuses what is too long or nowhere, and changes nothing then', () => {
    expect(editLetter(compose(), { story: '好'.repeat(4000) }).ok).toBe(true);
    expect(editLetter(compose(), { story: '好'.repeat(4001), next: '' })).toEqual({
      ok: false,
      refusal: { code: 'letter.too_long', data: { limit: 4000 }, pointer: '/edits/story' },
    });
    expect(editLetter(compose(), { 'no/such': 'x' })).toEqual({
      ok: false,
      refusal: { code: 'letter.paragraph_unknown', data: {}, pointer: '/edits/no~1such' },
    });
  });

  it('refuses a letter that is too long as a whole', () => {
    const letter = compose();
    const ids = letter.paragraphs.map(({ id }) => id);
    const edits = (count: number) => Object.fromEntries(ids.slice(0, count).map((id) => [id, '好'.repeat(4000)]));
    expect(editLetter(letter, edits(4)).ok).toBe(true);
    expect(editLetter(letter, edits(5))).toEqual({
      ok: false,
      refusal: { code: 'letter.whole_too_long', data: { limit: 20_000 } },
    });
  });

  it('brings no claim of a mistake back after an admission', () => {
    const facts = { message_text: '如系误判，请联系我们。' };
    const letter = compose({ kind: 'demand_for_reasons', admitsLending: true, facts });
    const untouched = Object.fromEntries(letter.paragraphs.map(({ id, text }) => [id, text]));
    expect(editLetter(letter, untouched).ok).toBe(true);
    const result = editLetter(letter, { ...untouched, restricted: '这是误判。' });
    expect(result.ok ? null : result.refusal.code).toBe('letter.lending_admitted');
  });
});
