// Follows formulas that ask for other formulas, however long the chain: the call stack holds only so many of them.

/** How many formulas may wait for each other on the call stack. */
const DEEPEST = 100;

/** Unwinds the stack to the outermost formula, which has this one calculated first and then begins again. */
class TooDeep extends Error {
  readonly key: string;
  readonly calculate: () => unknown;

  constructor(key: string, calculate: () => unknown) {
    super('Too many formulas wait for each other.');
    this.key = key;
    this.calculate = calculate;
  }
}

/** Calculations that may ask for others through the same chain; results are to be kept by whoever calculates. */
export class Chain {
  private depth = 0;
  private readonly waiting: { key: string; calculate: () => unknown }[] = [];

  /**
   * Runs a calculation.
   *
   * @param key names it within the chain
   * @param calculate may be begun again, once what it asks for is known
   * @param again how it is asked for anew, when it has to come first
   * @param inCircle its value where it waits for itself
   * @example new Chain().run('A1', () => 1, () => 1, () => 0) // 1
   */
  run<T>(key: string, calculate: () => T, again: () => unknown, inCircle: () => T): T {
    if (this.depth === 0) return this.outermost(calculate);
    if (this.depth > 1 && this.waiting.some((other) => other.key === key)) return inCircle();
    if (this.depth > DEEPEST) throw new TooDeep(key, again);
    this.depth += 1;
    try {
      return calculate();
    } finally {
      this.depth -= 1;
    }
  }

  private outermost<T>(calculate: () => T): T {
    try {
      for (;;) {
        this.depth = 1;
        try {
          const next = this.waiting.at(-1);
          if (!next) return calculate();
          next.calculate();
          this.waiting.pop();
        } catch (error) {
          if (!(error instanceof TooDeep)) throw error;
          this.waiting.push(error);
        }
      }
    } finally {
      this.depth = 0;
      this.waiting.length = 0;
    }
  }
}
