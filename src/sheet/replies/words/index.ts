// The languages in which answers are read, and which of them a text is in.
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import type { ReplyWords } from './reply-words';

const LANGUAGES: readonly ReplyWords[] = [en, de, fr, es];

/**
 * The words of the languages that a text may be in, the likeliest first: that to which most of its small words belong, and of a text
 * of few such words those that have hardly fewer.
 * @param said folded
 */
export function wordsOf(said: string): ReplyWords[] {
  const counted = LANGUAGES.map((words) => ({ words, count: said.match(words.known)?.length ?? 0 }));
  const most = Math.max(...counted.map(({ count }) => count));
  const least = most > 4 ? most : most - 1;
  return counted
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count)
    .map(({ words }) => words);
}

/** Whether dates in figures may be month first. */
export const isEnglish = (words: ReplyWords): boolean => words === en;
