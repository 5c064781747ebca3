import { describe, expect, it } from 'vitest';
import type { Answer, FourAnswers } from './four-questions.ts';
import { ANSWERS, readFourAnswers } from './four-questions.ts';

function answers(spelled: string): FourAnswers {
  const [out, incoming, sms, data] = spelled.split(' ') as [Answer, Answer, Answer, Answer];
  return { out, in: incoming, sms, data };
}

const EVERY: FourAnswers[] = ANSWERS.flatMap((out) =>
  ANSWERS.flatMap((incoming) => ANSWERS.flatMap((sms) => ANSWERS.map((data) => ({ out, in: incoming, sms, data })))),
);

describe('four answers', () => {
  it('leave at least two meanings open whenever calls out are off: we never name one cause', () => {
    for (const one of EVERY.filter((each) => each.out === 'no')) {
      expect(readFourAnswers(one).meanings.length, JSON.stringify(one)).toBeGreaterThanOrEqual(2);
    }
  });

  it('never leave a person without anything to go on once something was tried', () => {
    for (const one of EVERY) {
      const { meanings, nothingKnown, allWorks } = readFourAnswers(one);
      expect(nothingKnown || allWorks || meanings.length > 0, JSON.stringify(one)).toBe(true);
    }
  });

  it('warn of a stolen SIM when nothing works, and when nobody knows whether the rest works', () => {
    expect(readFourAnswers(answers('no no no no')).maybeStolen).toBe(true);
    expect(readFourAnswers(answers('no unsure unsure unsure')).maybeStolen).toBe(true);
    expect(readFourAnswers(answers('no yes no yes')).maybeStolen).toBe(false);
  });

  it('say nothing when nothing is known', () => {
    expect(readFourAnswers(answers('unsure unsure unsure unsure'))).toEqual({
      nothingKnown: true,
      allWorks: false,
      maybeStolen: false,
      meanings: [],
    });
  });

  it.each([
    ['no yes yes yes', ['arrears', 'risk', 'complaints', 'identity']],
    ['no no no no', ['sim_trouble', 'arrears', 'risk', 'identity', 'silent', 'ordered']],
    ['yes yes no yes', ['sms_limit']],
    ['yes yes yes no', ['data_only']],
    ['yes no yes yes', ['incoming_only']],
    ['yes yes yes yes', ['label']],
  ])('%s may mean %j', (spelled, expected) => {
    expect(readFourAnswers(answers(spelled)).meanings).toEqual(expected);
  });
});
