/** Longer than any honest look-up takes, shorter than anybody notices. */
const LOOK_UP_MS = 30;
/** A code is made, hashed and kept meanwhile, and a page drawn. */
const CODE_MS = 80;

/**
 * Refuses no sooner than after a while, so that the time of a refusal does not tell how much there was to read: whoever asks for
 * what is not theirs must not learn that it exists. What is found is answered at once.
 */
export async function refuseEvenly<Found>(lookUp: () => Promise<Found>): Promise<Found> {
  const least = startTimer(LOOK_UP_MS);
  try {
    const found = await lookUp();
    least.drop();
    return found;
  } catch (error) {
    await least.over;
    throw error;
  }
}

/** Answers, whatever comes of it, no sooner than after a while. */
export async function answerEvenly<Done>(work: () => Promise<Done>): Promise<Done> {
  const { over } = startTimer(CODE_MS);
  try {
    return await work();
  } finally {
    await over;
  }
}

function startTimer(ms: number): { readonly over: Promise<void>; drop(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  return { over: promise, drop: () => clearTimeout(timer) };
}
