// Sums of money that a reply names.
import { readAmountText } from '../read/read-amounts';

/** What an invoice was billed at. */
interface Billed {
  amount: number | null;
  currency: string;
}

const FIGURE = String.raw`(?<![\d.,])(?:\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)(?:[.,]-+)?(?![\d]|[.,]\d)`;
const MONEY = '€|£|\\$|euros?\\b|eur\\b|usd\\b|gbp\\b|chf\\b|sfr\\b|pounds?\\b|dollars?\\b|franken\\b|francs\\b';
const AMOUNT = new RegExp(`(?:${MONEY})[ \u00a0\u202f]?${FIGURE}|${FIGURE}[ \u00a0\u202f]?(?:${MONEY})`, 'gi');

/** A sum that a text names, and where. */
export interface Sum {
  amount: number;
  currency: string;
  at: number;
}

/**
 * The sums with a currency that a text names.
 * @param text as written
 * @example sumsIn('wir haben 1.240,50 € überwiesen', []) // [{ amount: 1240.5, currency: 'EUR', at: 10 }]
 */
export function sumsIn(text: string, invoices: readonly Billed[]): Sum[] {
  return [...text.matchAll(AMOUNT)].flatMap((match) => {
    const written = match[0]
      .replace(/[.,]-+$/, '')
      .replace(/euros?\b/i, 'EUR')
      .replace(/pounds?\b/i, 'GBP')
      .replace(/dollars?\b/i, 'USD')
      .replace(/(?:franken|francs|sfr)\b/i, 'CHF');
    const own = invoices[0]?.currency;
    const read = readAmountText(written.trim(), null, own);
    if (!read || read.value === null) return [];
    return [{ amount: read.value, currency: read.currency || own || '', at: match.index }];
  });
}

/**
 * A figure without a currency that is the amount of one of the invoices.
 * @example knownSumIn('amount 845.00', [{ amount: 845, currency: 'GBP' }]) // { amount: 845, currency: 'GBP', at: 0 }
 */
export function knownSumIn(text: string, invoices: readonly Billed[]): Sum | undefined {
  for (const [figure] of text.matchAll(new RegExp(FIGURE, 'g'))) {
    const amount = /[.,'’ ]\d\d\d?$/.test(figure) ? readAmountText(figure, null, undefined)?.value : null;
    const invoice = invoices.find((one) => one.amount !== null && one.amount === amount);
    if (invoice && amount != null) return { amount, currency: invoice.currency, at: 0 };
  }
  return undefined;
}

const RATE = new RegExp(
  `(${FIGURE}) (?:a|per|each|every|im|pro|je|jede\\w*|par|chaque|al?|por|cada|todos los) ?(?:la )?(?:month|week|fortnight|monat|woche|mois|semaine|mes(?:es)?|semana)\\b|(${FIGURE}) (?:monthly|weekly|monatlich|wochentlich|mensuels?|mensuales)\\b`,
  'i',
);

/**
 * A figure without a currency that is paid by the month or week, in the currency of the invoices.
 * @example rateIn('440 al mes', [{ amount: 845, currency: 'EUR' }]) // { amount: 440, currency: 'EUR', at: 0 }
 */
export function rateIn(text: string, invoices: readonly Billed[]): Sum | undefined {
  const match = RATE.exec(text);
  const amount = match && readAmountText(match[1] ?? match[2] ?? '', null, undefined)?.value;
  return amount == null ? undefined : { amount, currency: invoices[0]?.currency ?? '', at: match?.index ?? 0 };
}

/**
 * Whether a text names the amount of one of the invoices.
 * @example namesBilled('I sent 845 pounds', [{ amount: 845, currency: 'GBP' }]) // true
 */
export function namesBilled(text: string, invoices: readonly Billed[]): boolean {
  return (
    knownSumIn(text, invoices) !== undefined ||
    sumsIn(text, invoices).some((sum) => invoices.some(({ amount }) => amount === sum.amount))
  );
}
