// What the desk lets the policy page do: try a change on the last year, and look for one that the past supports.
import type { PolicyRow } from '../../dunning/policy/policy';
import type { Ahead } from '../expected/ahead-book';
import { aheadIfAny } from '../expected/read-ahead';
import { PastYear } from './past-year';
import { trialInWords } from './trial-words';

let year: { of: Ahead; past: PastYear } | null = null;

/** The last year of this book; null where it could not be read. */
export async function pastYear(): Promise<PastYear | null> {
  const ahead = await aheadIfAny();
  if (!ahead) return null;
  if (year?.of !== ahead) year = { of: ahead, past: new PastYear(ahead) };
  return year.past;
}

/** What a change would have done, in a sentence; '' where the book could not be read. */
export async function tryOnPast(before: readonly PolicyRow[], after: readonly PolicyRow[]): Promise<string> {
  const past = await pastYear();
  return past ? trialInWords(await past.compare(before, after)) : '';
}
