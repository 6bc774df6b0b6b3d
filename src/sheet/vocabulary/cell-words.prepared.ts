// What cells say in all languages (months, statuses, answers, totals), worked out by the build. Where two languages share a word, the
// earlier one is meant.
import type { StatusWord } from '../../receivables/invoice-status';
import { LANGUAGES } from './index';
import { listOf, plainText, spelledOut } from './language';
import { shortList } from './word-list';

/** The words of cells; lists in short are read by `wordsOf`. */
export interface CellWords {
  /** For each language its twelve months in a list, other names of one behind a bar. */
  months: string[];
  /** What a status says, and the words that say it, as `plainText` makes them, in short. */
  statuses: [says: StatusWord, words: string][];
  /** Words and signs, separated by commas. */
  yes: string;
  no: string;
  /** Words of total rows, as `plainText` makes them, in short. */
  totals: string;
}

/** The words of all languages, English first. */
export function cellWords(): CellWords {
  const statuses = new Map<string, StatusWord>();
  const answers = new Map<string, boolean>();
  for (const { status, yes, no } of LANGUAGES) {
    for (const [says, words] of Object.entries(status) as [StatusWord, string][])
      for (const word of plainWords(words)) if (!statuses.has(word)) statuses.set(word, says);
    for (const [list, answer] of [
      [yes, true],
      [no, false],
    ] as const)
      for (const word of listOf(list))
        for (const form of [word, plainText(word)]) if (form !== '' && !answers.has(form)) answers.set(form, answer);
  }
  const withAnswer = (answer: boolean): string => keysOf(answers, answer).join(',');
  return {
    months: LANGUAGES.map(({ months }) => listOf(months).join(',')),
    statuses: [...new Set(statuses.values())].map((says) => [says, shortList(keysOf(statuses, says))]),
    yes: withAnswer(true),
    no: withAnswer(false),
    totals: shortList([...new Set(LANGUAGES.flatMap(({ totals }) => plainWords(totals)))]),
  };
}

function plainWords(list: string): string[] {
  return listOf(list).flatMap(spelledOut).map(plainText);
}

function keysOf<T>(map: ReadonlyMap<string, T>, value: T): string[] {
  return [...map].flatMap(([key, own]) => (own === value ? key : []));
}
