// What cells say in all languages (months, statuses, answers, totals), worked out by the build: it leaves out the words of headers.
import { LANGUAGES } from './index';
import type { Language } from './language';

/** The languages without their headers, English first. */
export function cellWords(): Omit<Language, 'headers'>[] {
  return LANGUAGES.map(({ headers: _, ...words }) => words);
}
