/** What a person can tell by trying: does it work, does it not, or nobody knows. */
export const ANSWERS = ['yes', 'no', 'unsure'] as const;
export type Answer = (typeof ANSWERS)[number];

export const QUESTIONS = ['out', 'in', 'sms', 'data'] as const;
/** Call out, be called, send a message, use data. */
export type Question = (typeof QUESTIONS)[number];
export type FourAnswers = Readonly<Record<Question, Answer>>;

export const MEANINGS = [
  'sim_trouble',
  'arrears',
  'risk',
  'complaints',
  'sms_limit',
  'identity',
  'silent',
  'ordered',
  'incoming_only',
  'data_only',
  'label',
] as const;
/** One thing that a pattern of answers commonly means. */
export type Meaning = (typeof MEANINGS)[number];

/** A pattern that fits, word for word; what it does not name may be anything. */
type Pattern = Partial<Record<Question, Exclude<Answer, 'unsure'>>>;

/**
 * Which patterns each meaning is seen with, gathered from people's own accounts and carriers' state codes; no official
 * table says so, and several meanings share a pattern. That is why a page never names one of them as the answer.
 */
const SEEN_WITH: Readonly<Record<Meaning, readonly Pattern[]>> = {
  sim_trouble: [{ out: 'no', in: 'no', sms: 'no', data: 'no' }],
  arrears: [{ out: 'no' }],
  risk: [{ out: 'no' }],
  complaints: [{ out: 'no', in: 'yes' }],
  sms_limit: [{ out: 'yes', sms: 'no' }],
  identity: [{ out: 'no' }],
  silent: [{ out: 'no', in: 'no' }],
  ordered: [{ out: 'no', in: 'no' }],
  incoming_only: [{ out: 'yes', in: 'no' }],
  data_only: [{ out: 'yes', in: 'yes', data: 'no' }],
  label: [{ out: 'yes', in: 'yes', sms: 'yes', data: 'yes' }],
};

export type Triage = {
  /** True when nothing was found out yet, so nothing can be said. */
  readonly nothingKnown: boolean;
  /** True when everything works as far as anybody tried. */
  readonly allWorks: boolean;
  /** True when nothing works at all: a stolen SIM looks the same, and then minutes count. */
  readonly maybeStolen: boolean;
  /** What fits the answers, in the order to rule out; never a finding. */
  readonly meanings: readonly Meaning[];
};

/** What four answers leave open. `unsure` fits everything. */
export function readFourAnswers(answers: FourAnswers): Triage {
  const given = QUESTIONS.map((question) => answers[question]);
  const nothingKnown = given.every((answer) => answer === 'unsure');
  const meanings = nothingKnown
    ? []
    : MEANINGS.filter((meaning) => SEEN_WITH[meaning].some((pattern) => fits(pattern, answers)));
  return {
    nothingKnown,
    allWorks: !nothingKnown && !given.includes('no'),
    maybeStolen: meanings.includes('sim_trouble'),
    meanings,
  };
}

/** Fits when nothing contradicts it and at least one answer that the pattern names was really found out. */
function fits(pattern: Pattern, answers: FourAnswers): boolean {
  const named = Object.keys(pattern) as Question[];
  const contradicted = named.some(
    (question) => answers[question] !== 'unsure' && answers[question] !== pattern[question],
  );
  return !contradicted && named.some((question) => answers[question] !== 'unsure');
}
