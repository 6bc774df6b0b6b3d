// A list of words as it is shipped: in the order of the alphabet, what a word begins with as the one before left out.
import { listOf } from './language';

/** The digits in which it is said how many letters are those of the word before. */
const DIGITS = 36;

/**
 * A list of words in short.
 * @param words in any order, none twice
 * @example shortList(['zahlungen', 'zahlung']) // '0zahlung,7en'
 */
export function shortList(words: readonly string[]): string {
  let last = '';
  return [...words]
    .sort()
    .map((word) => {
      let same = 0;
      while (same < DIGITS - 1 && same < word.length && word[same] === last[same]) same += 1;
      last = word;
      return same.toString(DIGITS) + word.slice(same);
    })
    .join(',');
}

/**
 * The words of such a list.
 * @example wordsOf('0zahlung,7en') // ['zahlung', 'zahlungen']
 */
export function wordsOf(short: string): string[] {
  let last = '';
  return listOf(short).map((entry) => {
    last = last.slice(0, Number.parseInt(entry.charAt(0), DIGITS)) + entry.slice(1);
    return last;
  });
}
