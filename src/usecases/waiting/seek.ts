// Seeking by words that people type: small letters without accents, amounts however they are written.
import { smallLetters } from '../../receivables/customer';
import { amountOfCell } from '../../sheet/read/typed-cells';

/**
 * Small letters without accents, blanks of one kind: `MÜLLER` and `muller` are one to a person who searches.
 * @example folded(' Café  Noir') // 'cafe noir'
 */
export function folded(text: string): string {
  return smallLetters(text).replace(/\s+/g, ' ').trim();
}

/**
 * Whether texts hold every word that is sought; an amount is found as `4,800.00`, `4800` or `4.800,00`.
 * @param search what was typed; '' is held by everything
 * @example soughtBy('acme 4.800,00')('Acme Ltd', '4,800.00 EUR') // true
 */
export function soughtBy(search: string): (...texts: string[]) => boolean {
  const words = folded(search)
    .split(' ')
    .map((word) => (/^\d[\d.,]*[.,]\d+$/.test(word) ? String(amountOfCell(word).amount ?? word) : word));
  return (...texts) => {
    const text = folded(texts.join(' ')).replace(/(\d),(?=\d{3})/g, '$1');
    return words.every((word) => text.includes(word));
  };
}
