// Which languages of a text fell behind: another one was changed since.
import type { PolicyView } from '../../entry/sidebar-calls';
import { momentInWords } from '../shell/format';

/**
 * The languages of a text that were not changed since another one was, each with the one that was changed last.
 * @param changes when texts were changed, by `Friendly (de)`
 * @example olderThan('Firm', ['en', 'de'], [['Firm (en)', '2026-11-27 08:02:00']]) // [['de', 'en', '2026-11-27 08:02:00']]
 */
export function olderThan(
  name: string,
  languages: readonly string[],
  changes: PolicyView['changes'],
): [language: string, other: string, at: string][] {
  const at = (language: string): string => changes.find(([text]) => isSame(text, `${name} (${language})`))?.[1] ?? '';
  const last = [...languages].sort((a, b) => at(b).localeCompare(at(a)))[0];
  if (last === undefined || at(last) === '') return [];
  return languages.filter((one) => at(one) < at(last)).map((one) => [one, last, at(last)]);
}

/** Whether two names of texts are one: capitals and blanks around do not count. */
export function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Later than any moment of the log. */
export const JUST_NOW = '9999';

/** What is said of a language that fell behind; both as people call them. @param at when the other was changed */
export function olderInWords(language: string, other: string, at: string, today: string): string {
  const when = at === JUST_NOW ? 'just now' : momentInWords(at, today);
  return `${language} is older than ${other}, which was changed ${when}. Does it still say the same?`;
}
