// A remittance advice that was pasted: which invoices it names, how much for each, and why less; it must add up to the line.
import type { CandidateView, MoneyPlace } from '../../entry/sidebar-calls';
import { bareNumber } from '../../receivables/cash/reference-index';
import { formatMoney, minorDigits, toMinor } from '../../receivables/money';
import { amountOfCell } from '../../sheet/read/typed-cells';

type Gap = NonNullable<MoneyPlace['gap']>['as'];

/** An invoice of the advice. */
export interface AdvisedPlace {
  invoice: CandidateView;
  /** Minor units. */
  amount: number;
  /** Why less was paid, as its row says; null where it does not. */
  gap: Gap | null;
}

/** Words by which a row says why less was paid, in the languages in which statements are read. */
const GAP_WORDS: readonly [Gap, RegExp][] = [
  ['discount', /discount|skonto|escompte|sconto|korting|descuento|desconto|rabat/i],
  ['withholding', /withh|\bwht\b|\btds\b|quellensteuer|retenu|retenci|ritenuta/i],
  ['bank charge', /charge|\bfee|geb(ü|ue)hr|spesen|frais|commission|kosten/i],
  ['deduction', /deduct|abzug|d(é|e)duction|detra|deducci|credit note|complaint|claim|reklam/i],
];

/** The words of an advice that may be numbers of invoices. */
export function numbersIn(text: string): string[] {
  return [...new Set(wordsIn(text).filter((word) => /\d/.test(word)))];
}

/** The words of a text that are no amounts: a figure of an amount is no number of an invoice. */
function wordsIn(text: string): string[] {
  return text.split(/[\s;|]+/).flatMap((word) => {
    const parts = isMoney(word, 2) ? [] : word.split(',');
    return parts.filter((part) => part !== '' && !isMoney(part, 2));
  });
}

/**
 * Reads an advice.
 * @param invoices those that its words may name
 * @param money of the line, minor units of a currency
 * @returns a sentence where it does not add up to the line, or can be read in two ways
 * @example readAdvice('LR-1 1,000.00 980.00 discount', [invoice], 98000, 'EUR') // [{ invoice, amount: 98000, gap: 'discount' }]
 */
export function readAdvice(
  text: string,
  invoices: readonly CandidateView[],
  money: number,
  currency: string,
): AdvisedPlace[] | string {
  const digits = minorDigits(currency);
  const byNumber = new Map<string, CandidateView[]>();
  for (const one of invoices.filter((each) => each.currency === currency)) {
    const bare = bareNumber(one.invoice);
    byNumber.set(bare, [...(byNumber.get(bare) ?? []), one]);
  }
  const rows = text.split(/\r?\n/).flatMap((row) => {
    const named = wordsIn(row).flatMap((word) => byNumber.get(bareNumber(word)) ?? []);
    const amounts = amountsIn(row, digits);
    return named.length > 0 && amounts.length > 0 ? [{ row, named: [...new Set(named)], amounts }] : [];
  });
  if (rows.length === 0) return 'No number of an open invoice with an amount stands in it.';
  const double = rows.find(({ named }) => named.length > 1);
  if (double) return `“${double.row.trim()}” names more than one open invoice. Choose them by hand.`;
  // Which of the amounts of a row was paid is told by the sum: no other reading may give it too.
  const readings = [-1, 0, 1].map((at) =>
    rows.map(({ amounts }) => toMinor(amounts.at(at) ?? amounts[0] ?? 0, currency)),
  );
  const fits = readings.filter((all) => all.reduce((sum, one) => sum + one, 0) === money);
  const [paid, ...others] = [...new Map(fits.map((all) => [all.join(), all])).values()];
  if (others.length > 0) return 'Its amounts can be read in two ways. Choose the invoices by hand.';
  if (!paid) {
    const sum = readings[0]?.reduce((all, one) => all + one, 0) ?? 0;
    return `It adds up to ${formatMoney(sum, currency)}, and the line is ${formatMoney(money, currency)}. A number of it may not be open.`;
  }
  const places = rows.flatMap(({ row, named }, at): AdvisedPlace[] => {
    const [invoice] = named;
    const less = GAP_WORDS.find(([, words]) => words.test(row))?.[0] ?? null;
    return invoice ? [{ invoice, amount: paid[at] ?? 0, gap: less }] : [];
  });
  const twice = places.find(({ invoice }, at) => places.findIndex((one) => one.invoice === invoice) < at);
  return twice ? `${twice.invoice.invoice} stands in it twice. Choose the invoices by hand.` : places;
}

function isMoney(word: string, digits: number): boolean {
  const mark = digits === 0 ? '' : `[.,]\\d{${digits}}`;
  return new RegExp(`^[-+]?(?:\\d{1,3}(?:[.,'’]\\d{3})+|\\d+)${mark}-?$`).test(word);
}

/** The amounts of a row, in their order. */
function amountsIn(row: string, digits: number): number[] {
  const cells = row.split(/[\t;|]|\s{2,}/).flatMap((cell) => {
    const joined = cell.replace(/[\s']+(?=\d{3}(?:\D|$))/g, '');
    return isMoney(joined, digits) ? [joined] : cell.split(/\s+/);
  });
  return cells.flatMap((cell) => {
    if (!isMoney(cell, digits)) return [];
    const sign = cell.endsWith('-') ? -1 : 1;
    const { amount } = amountOfCell(cell.replace(/['’]|-$/g, ''));
    return amount === null ? [] : [sign * amount];
  });
}
