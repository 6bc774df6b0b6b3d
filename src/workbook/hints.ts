// Hints: what may be said beside a plan. One that fails stops nothing and is told of.
import type { Problem } from '../sheet/grid';

/** What looking for a hint gave. */
export interface Hint<T> {
  found: T;
  /** What went wrong; null where nothing did. */
  problem: Problem | null;
}

/**
 * Looks for a hint. Whatever goes wrong with it becomes a problem that people are told of: nothing that a plan decides
 * hangs on it.
 * @param what is looked for, as a sentence begins with it
 * @param none what counts as found when the looking fails
 * @returns with a problem `hint-failed` when it did
 * @example hint('Customers that look like one', [], () => proposeSameCustomers(customers)).found
 */
export function hint<T>(what: string, none: T, look: () => T): Hint<T> {
  try {
    return { found: look(), problem: null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `${what} could not be checked (${why}). Plans and mails go on; look at it yourself until this works again.`;
    return { found: none, problem: { row: 0, column: '', code: 'hint-failed', message } };
  }
}
