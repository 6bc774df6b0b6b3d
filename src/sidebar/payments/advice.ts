// A remittance advice that was pasted: which invoices it names, how much for each, and why less; it must add up to the line.
import type { CandidateView, MoneyPlace } from '../../entry/sidebar-calls';
import { bareNumber } from '../../receivables/cash/reference-index';
import { minorDigits, toDecimal } from '../../receivables/money';
import { amountOfCell } from '../../sheet/read/typed-cells';

type Gap = NonNullable<MoneyPlace['gap']>['as'];

/** An invoice of the advice. */
export interface AdvisedPlace {
  invoice: CandidateView;
  /** Decimal. */
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
  return [...new Set(text.split(/[\s;,|]+/).filter((word) => /\d/.test(word) && !isMoney(word, 2)))];
}

/**
 * Reads an advice.
 * @param invoices those that its words may name
 * @param money of the line, decimal, in a currency
 * @returns a sentence where it does not add up to the line, or can be read in two ways
 * @example readAdvice('LR-1 1,000.00 980.00 discount', [invoice], 980, 'EUR') // [{ invoice, amount: 980, gap: 'discount' }]
 */
export function readAdvice(
  text: string,
  invoices: readonly CandidateView[],
  money: number,
  currency: string,
): AdvisedPlace[] | string {
  const digits = minorDigits(currency);
  const minor = (amount: number): number => Math.round(amount * 10 ** digits);
  const byNumber = new Map<string, CandidateView[]>();
  for (const one of invoices.filter((each) => each.currency === currency)) {
    const bare = bareNumber(one.invoice);
    byNumber.set(bare, [...(byNumber.get(bare) ?? []), one]);
  }
  const rows = text.split(/\r?\n/).flatMap((row) => {
    const named = row.split(/[\s;,|]+/).flatMap((word) => byNumber.get(bareNumber(word)) ?? []);
    const amounts = amountsIn(row, digits);
    return named.length > 0 && amounts.length > 0 ? [{ row, named: [...new Set(named)], amounts }] : [];
  });
  if (rows.length === 0) return 'No number of an open invoice with an amount stands in it.';
  const double = rows.find(({ named }) => named.length > 1);
  if (double) return `“${double.row.trim()}” names more than one open invoice. Choose them by hand.`;
  const wanted = minor(money);
  // Which of the amounts of a row was paid is told by the sum: no other reading may give it too.
  const readings = [-1, 0, 1].map((at) => rows.map(({ amounts }) => minor(amounts.at(at) ?? amounts[0] ?? 0)));
  const fits = readings.filter((all) => all.reduce((sum, one) => sum + one, 0) === wanted);
  const [paid, ...others] = [...new Map(fits.map((all) => [all.join(), all])).values()];
  if (others.length > 0) return 'Its amounts can be read in two ways. Choose the invoices by hand.';
  if (!paid) {
    const sum = toDecimal(readings[0]?.reduce((all, one) => all + one, 0) ?? 0, currency);
    return `It adds up to ${sum.toFixed(digits)} ${currency}, and the line is ${money.toFixed(digits)}. A number of it may not be open.`;
  }
  const places = rows.flatMap(({ row, named }, at): AdvisedPlace[] => {
    const [invoice] = named;
    const less = GAP_WORDS.find(([, words]) => words.test(row))?.[0] ?? null;
    return invoice ? [{ invoice, amount: toDecimal(paid[at] ?? 0, currency), gap: less }] : [];
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
