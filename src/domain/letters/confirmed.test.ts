import fc from 'fast-check';
import { expect, it } from 'vitest';
import { letterBook } from '../../../knowledge/letters/index.ts';
import { composeLetter } from './compose.ts';
import { confirmedFacts, type ToldFact } from './confirmed.ts';
import { FACT_NAMES, type FactName, LETTER_KINDS } from './letter.ts';

it('what nobody confirmed reaches no letter, and what was confirmed is used', () => {
  const said = fc.record({ confirmed: fc.boolean() });
  fc.assert(
    fc.property(
      fc.constantFrom(...LETTER_KINDS),
      fc.array(said, { minLength: FACT_NAMES.length, maxLength: FACT_NAMES.length }),
      (kind, choices) => {
        const told: Partial<Record<FactName, ToldFact>> = {};
        for (const [index, name] of FACT_NAMES.entries())
          told[name] = {
            value: `值${index}号`,
            confirmedAt: choices[index]?.confirmed ? '2026-11-23T04:12:01.123Z' : null,
          };
        const facts = confirmedFacts(told);
        for (const name of FACT_NAMES) expect(name in facts).toBe(told[name]?.confirmedAt !== null);
        const composed = composeLetter(
          { kind, facts, date: '2026-11-23', reference: '346-7A9-CDE', claimsMisjudged: true },
          letterBook,
        );
        const paper = JSON.stringify(composed);
        for (const name of FACT_NAMES)
          if (told[name]?.confirmedAt === null) expect(paper).not.toContain(told[name]?.value);
      },
    ),
  );
});
