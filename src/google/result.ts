// Turns what a use case gives or throws into an answer for a person: never a raw exception.

import type { Result } from '../usecases/result';
import { Refusal } from '../workbook/refusal';

/** Whether an error speaks of the script's own words, which tell a person nothing; what Google says may tell them something. */
function isOfTheScript(error: unknown): boolean {
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError ||
    error instanceof SyntaxError
  );
}

/** Runs a use case; a refusal becomes its sentence, anything else a sentence that says what to try. */
export function toResult<T>(act: () => T): Result<T> {
  try {
    return { ok: true, value: act() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message };
    console.error(error);
    const said = isOfTheScript(error)
      ? 'an error in Duesheet itself.'
      : error instanceof Error
        ? error.message
        : String(error);
    const message = `Something went wrong and nothing further was done: ${said} Try again; if it stays, see Extensions > Apps Script > Executions.`;
    return { ok: false, code: 'unexpected', message };
  }
}
