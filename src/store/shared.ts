/** How callers share statements. */
export type Sharing<Item, Result> = {
  /** Items in one statement at most. */
  readonly limit: number;
  /** Statements in flight at most; one unless said otherwise. */
  readonly lanes?: number;
  /** Does all of them at once; one result per item, in order. */
  readonly run: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Of the items with one name only one is in flight; the later ones wait. */
  readonly alone?: (item: Item) => string;
  /** The result of an item whose turn has come, where it is known without asking the database. */
  readonly known?: (item: Item) => Result | undefined;
  /** Whether the failure of a shared statement may be the fault of one item: then each is run by itself. */
  readonly mayBeOnes?: (error: unknown) => boolean;
};

type Waiting<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Few statements in flight, shared by all who ask meanwhile. Nobody waits for a timer: a lone caller's statement leaves
 * in the same turn of the event loop.
 */
export function createShared<Item, Result>(sharing: Sharing<Item, Result>): (item: Item) => Promise<Result> {
  const { limit, lanes = 1, run, alone, known, mayBeOnes } = sharing;
  const inFlight = new Set<string>();
  let waiting: Waiting<Item, Result>[] = [];
  let busy = 0;

  function answerKnown(): void {
    if (!known) return;
    waiting = waiting.filter(({ item, resolve }) => {
      const result = known(item);
      if (result === undefined) return true;
      resolve(result);
      return false;
    });
  }

  function take(): Waiting<Item, Result>[] {
    answerKnown();
    if (!alone) return waiting.splice(0, limit);
    const taken: Waiting<Item, Result>[] = [];
    const left: Waiting<Item, Result>[] = [];
    const names = new Set(inFlight);
    for (const one of waiting) {
      const name = alone(one.item);
      if (taken.length < limit && !names.has(name)) taken.push(one);
      else left.push(one);
      // Whoever is passed over stays in front of later ones of the same name.
      names.add(name);
    }
    waiting = left;
    return taken;
  }

  async function settle(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await run(batch.map(({ item }) => item));
      for (const [index, one] of batch.entries()) one.resolve(results[index] as Result);
    } catch (error) {
      if (batch.length > 1 && (mayBeOnes?.(error) ?? false)) {
        for (const one of batch) await settle([one]);
      } else {
        for (const one of batch) one.reject(error);
      }
    }
  }

  async function drain(): Promise<void> {
    for (let batch = take(); batch.length > 0; batch = take()) {
      const names = alone ? batch.map(({ item }) => alone(item)) : [];
      for (const name of names) inFlight.add(name);
      await settle(batch);
      for (const name of names) inFlight.delete(name);
    }
    busy -= 1;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy >= lanes) return;
      busy += 1;
      // Everybody whose answer came in the same turn gets into the first statement.
      setImmediate(drain);
    });
}
