import { describe, expect, it } from 'vitest';
import { letterBook } from '../../../knowledge/letters/index.ts';
import { FACT_NAMES, LETTER_KINDS, type Piece } from './letter.ts';

const templates = LETTER_KINDS.map((kind) => letterBook.templates[kind]);
const pieces = templates.flatMap((one): (Piece & { kind: string })[] =>
  [{ text: one.addressee }, ...one.paragraphs, ...one.requests, ...one.enclosures].map((piece) => ({
    ...piece,
    kind: one.kind,
  })),
);

describe('the book of letters', () => {
  it('has each kind under its own name', () => {
    expect(templates.map(({ kind }) => kind)).toEqual(LETTER_KINDS);
  });

  it('fills slots that are facts, and cites articles that are there', () => {
    for (const { kind, text, cites } of pieces) {
      for (const [, slot] of text.matchAll(/\{([^}]*)\}/g)) expect(FACT_NAMES, kind).toContain(slot);
      for (const id of cites ?? []) expect([...letterBook.citations.keys()], kind).toContain(id);
    }
  });

  it('cites an article wherever a text names one', () => {
    const named = pieces.filter(({ text }) => /《[^》]+》(?:[^。]*?)第[一二三四五六七八九十百]+条/.test(text));
    expect(named.length).toBeGreaterThan(8);
    for (const piece of named) {
      const articles = (piece.cites ?? []).map((id) => letterBook.citations.get(id)?.article ?? '').join();
      for (const [, article] of piece.text.matchAll(/(第[一二三四五六七八九十百]+条(?:第.款)?)/g))
        expect(articles, piece.text).toContain(article);
    }
  });

  it('relies on law that was read, never on what is only recalled', () => {
    for (const cited of letterBook.citations.values()) {
      expect(cited.confidence, cited.citationId).toBe('C');
      expect(cited.source).not.toBe('');
    }
  });

  it('tells in both languages what each letter says and when it is the right one', () => {
    for (const { kind, name, use, says } of templates)
      for (const words of [name, use, says]) {
        expect(words['zh-CN'], kind).toMatch(/\p{Script=Han}/u);
        expect(words.en, kind).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
      }
  });

  it('gives the carrier the days that the rule gives', () => {
    expect(letterBook.carrierReplyDays).toBe(15);
  });

  it('leaves no blank in requests and enclosures: a fact stands there only when it was given', () => {
    for (const template of templates)
      for (const piece of [...template.requests, ...template.enclosures])
        for (const [, slot] of piece.text.matchAll(/\{([^}]*)\}/g)) expect(piece.when).toContain(slot);
  });
});
