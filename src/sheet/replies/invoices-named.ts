// Which invoices a reply names.
import { looseNumber } from '../../receivables/invoice-number';
import { folded } from './own-words';
import type { ReplyWords } from './words/reply-words';

/**
 * Numbers of invoices that a text names; all of them where it says so.
 * @param text as written
 * @example namedIn('INV-7 was paid', [{ number: 'INV-7' }, { number: 'INV-8' }], [en]) // ['INV-7']
 */
export function namedIn(
  text: string,
  invoices: readonly { number: string }[],
  languages: readonly ReplyWords[],
): string[] {
  const found = invoices.filter(({ number }) => containsNumber(text, number)).map(({ number }) => number);
  if (found.length > 0 || invoices.length < 2) return found;
  return languages.some((words) => words.all.test(folded(text))) ? invoices.map(({ number }) => number) : [];
}

function containsNumber(text: string, number: string): boolean {
  const at = text.toLowerCase().indexOf(number.toLowerCase());
  if (at >= 0) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + number.length)];
    return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
  }
  const loose = looseNumber(number);
  return (
    loose.length >= 4 && /\p{N}{3}/u.test(loose) && text.split(/[\s,;:()]+/).some((word) => looseNumber(word) === loose)
  );
}
