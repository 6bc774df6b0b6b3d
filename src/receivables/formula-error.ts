// The errors of figures: a stable code and one sentence that a person in a sheet can act on.

/** A figure cannot be given; the message is a sentence for the person who wrote the formula. */
export class FormulaError extends Error {
  /**
   * @param code stable, e.g. `bad-edges`
   * @param message one sentence: what is wrong and what to do
   */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'FormulaError';
  }
}

/** One cell of an argument cannot be read; whoever knows the row adds it. */
export class BadCell extends FormulaError {
  /**
   * @param argument the formula's parameter, e.g. `due_date`
   * @param finding what the cell holds, e.g. `'31.12.2026' is text, not a date`
   */
  constructor(
    code: string,
    readonly argument: string,
    readonly finding: string,
  ) {
    super(code, `${argument}: ${finding}`);
    this.name = 'BadCell';
  }
}
