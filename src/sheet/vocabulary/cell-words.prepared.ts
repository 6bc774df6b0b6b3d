// What cells say in all languages (months, statuses, answers, totals), worked out by the build: without the words of headers, and
// without the blanks in lists.
import { LANGUAGES } from './index';
import { type Language, listOf } from './language';

/** The languages without their headers, English first. */
export function cellWords(): Omit<Language, 'headers'>[] {
  return LANGUAGES.map(({ headers: _, months, status, yes, no, totals }) => ({
    months: packed(months),
    status: Object.fromEntries(Object.entries(status).map(([meaning, words]) => [meaning, packed(words)])),
    yes: packed(yes),
    no: packed(no),
    totals: packed(totals),
  }));
}

function packed(list: string): string {
  return listOf(list).join(',');
}
