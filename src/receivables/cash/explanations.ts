// The ways in which open items explain an amount to the cent: as they are, with discounts, charges, credits, or as a set.
import type { Day } from '../day';
import { formatMoney } from '../money';
import { parseTerms } from '../terms/parse-terms';
import { discountDate } from '../terms/payment-terms';
import type { CashLine, OpenItem } from './cash-lines';
import { type Explanation, type OpenBook, toleranceOf, type Worth } from './open-book';
import { type OpenAmount, subsetSum } from './subset-sums';

/** A discount for paying early: how much, and the last day of it. */
export interface DiscountOffer {
  minor: number;
  until: Day;
}

/** The discount that an item's terms give; null without one. */
export function discountOf(item: Pick<OpenItem, 'issued' | 'terms' | 'amount' | 'balance'>): DiscountOffer | null {
  if (item.issued === null || item.terms === '') return null;
  const terms = parseTerms(item.terms);
  if ('problem' in terms || terms.discountRate === null) return null;
  const until = discountDate(terms, item.issued);
  return until === null ? null : { minor: Math.round((item.amount ?? item.balance) * terms.discountRate), until };
}

/** How named items explain a line: none, one or more ways. */
export function explanationsOf(
  book: OpenBook,
  line: CashLine,
  worth: Worth,
  named: readonly OpenItem[],
): Explanation[] {
  const total = totalOf(book, named);
  if (total === worth.minor) return [{ parts: partsOf(book, named), why: 'The amount is what is open.' }];
  const found = [...withCharges(book, line, worth, named), ...withDiscounts(book, line, worth, named)];
  if (found.length > 0 || total < worth.minor) return found;
  return withCredits(book, named, worth.minor - total);
}

function totalOf(book: OpenBook, items: readonly OpenItem[]): number {
  return items.reduce((sum, item) => sum + book.openOf(item), 0);
}

const NONE: ReadonlyMap<OpenItem, number> = new Map();

function partsOf(
  book: OpenBook,
  items: readonly OpenItem[],
  discounts: ReadonlyMap<OpenItem, number> = NONE,
  fee = 0,
): Explanation['parts'] {
  const bearer = items.find((item) => book.openOf(item) > fee);
  return items.map((item) => {
    const discount = discounts.get(item) ?? 0;
    const charged = item === bearer ? fee : 0;
    return { item, amount: book.openOf(item) - discount - charged, discount, fee: charged };
  });
}

function withCharges(book: OpenBook, line: CashLine, worth: Worth, named: readonly OpenItem[]): Explanation[] {
  const fee = worth.isOriginal ? 0 : line.charges;
  if (fee === 0 || totalOf(book, named) - fee !== worth.minor) return [];
  const why = `With the bank’s charges of ${formatMoney(fee, worth.currency)} it is what is open.`;
  return [{ parts: partsOf(book, named, NONE, fee), why }];
}

function withDiscounts(book: OpenBook, line: CashLine, worth: Worth, named: readonly OpenItem[]): Explanation[] {
  const offers = named.flatMap((item) => {
    const offer = book.openOf(item) > 0 ? discountOf(item) : null;
    return offer && line.day <= offer.until ? [{ item, minor: offer.minor }] : [];
  });
  const total = totalOf(book, named);
  const fees = worth.isOriginal || line.charges === 0 ? [0] : [0, line.charges];
  return subsetsOf(offers).flatMap((chosen) =>
    fees.flatMap((fee): Explanation[] => {
      const discount = chosen.reduce((sum, offer) => sum + offer.minor, 0);
      const rest = total - discount - fee - worth.minor;
      if (Math.abs(rest) > 1) return [];
      const granted = new Map(chosen.map((offer) => [offer.item, offer.minor]));
      // A cent of rounding goes with the discount.
      const last = chosen[chosen.length - 1];
      if (last) granted.set(last.item, last.minor + rest);
      const why = `Less the discount of ${formatMoney(discount + rest, worth.currency)} within its days.`;
      return [{ parts: partsOf(book, named, granted, fee), why }];
    }),
  );
}

/** The same customer's credits that make up what was paid less. */
function withCredits(book: OpenBook, named: readonly OpenItem[], missing: number): Explanation[] {
  const [first] = named;
  const credits = book
    .of(first?.customerKey ?? '')
    .filter((item) => book.openOf(item) < 0 && item.currency === first?.currency && !named.includes(item));
  const sum = subsetSum(amountsOf(book, credits), missing);
  const sets = sum.found === 'one' ? [sum.set] : sum.found === 'several' ? sum.sets : [];
  return sets.map((set) => {
    const items = set.map(({ item }) => item);
    const why = `Less the credit ${items.map(({ invoice }) => invoice).join(', ')} it is what was paid.`;
    return { parts: partsOf(book, [...named, ...items]), why };
  });
}

function amountsOf(book: OpenBook, items: readonly OpenItem[]): OpenAmount[] {
  return items.map((item) => ({ item, open: book.openOf(item) }));
}

/** How one customer's items explain an amount with nothing named; null where they do not. */
export function explanationOfPayer(
  book: OpenBook,
  line: CashLine,
  worth: Worth,
  items: readonly OpenItem[],
): Explanation | 'several' | null {
  if (items.length === 0) return null;
  const sum = subsetSum(amountsOf(book, items), worth.minor);
  if (sum.found === 'several') return 'several';
  if (sum.found === 'one') {
    const isOne = sum.set.length === 1;
    return {
      parts: partsOf(
        book,
        sum.set.map(({ item }) => item),
      ),
      why: isOne ? 'One open invoice has exactly this amount.' : 'Only this set of open invoices adds up to it.',
    };
  }
  const invoices = items.filter((item) => book.openOf(item) > 0);
  const lowered = invoices.flatMap((item) => [
    ...withCharges(book, line, worth, [item]),
    ...withDiscounts(book, line, worth, [item]),
  ]);
  if (lowered.length > 0) return lowered.length === 1 && lowered[0] ? lowered[0] : 'several';
  const near = invoices.filter((item) => Math.abs(book.openOf(item) - worth.minor) <= toleranceOf(worth.currency));
  const [item] = near;
  if (!item) return null;
  if (near.length > 1) return 'several';
  const amount = Math.min(book.openOf(item), worth.minor);
  return {
    parts: [{ item, amount, discount: 0, fee: 0 }],
    why: 'One open invoice has this amount but for a rounding.',
  };
}

const MOST_DISCOUNTS = 6;

/** The ways of choosing at least one of a few. */
function subsetsOf<T>(all: readonly T[]): T[][] {
  const few = all.slice(0, MOST_DISCOUNTS);
  const subsets: T[][] = [];
  for (let mask = 1; mask < 1 << few.length; mask += 1) subsets.push(few.filter((_, i) => mask & (1 << i)));
  return subsets;
}
