// The open items while lines of the bank are put on them, and what is proposed for each line.

import type { Day } from '../day';
import { minorDigits } from '../money';
import type { Allocation, Asked, CashLine, OpenItem, Unmatched, UnmatchedKind } from './cash-lines';
import { addUnder } from './grouped';

/** What a line is worth: its own amount, or the amount that was sent in another currency. */
export interface Worth {
  minor: number;
  currency: string;
  isOriginal: boolean;
}

/** A way in which a line may be explained to the cent. */
export interface Explanation {
  parts: { item: OpenItem; amount: number; discount: number; fee: number }[];
  why: string;
}

const MOST_CANDIDATES = 12;

/** The open items of a book, and the proposals so far; what a line takes is not there for the next. */
export class OpenBook {
  readonly allocations: Allocation[] = [];
  readonly ask: Asked[] = [];
  readonly unmatched: Unmatched[] = [];
  private readonly open: Map<OpenItem, number>;
  private readonly byCustomer = new Map<string, OpenItem[]>();
  private readonly byAmount = new Map<string, OpenItem[]>();

  constructor(items: readonly OpenItem[]) {
    this.open = new Map(items.map((item) => [item, item.balance]));
    for (const item of items) {
      addUnder(this.byCustomer, item.customerKey, item);
      addUnder(this.byAmount, `${item.balance} ${item.currency}`, item);
    }
  }

  /** What is open of an item after the lines so far. */
  openOf(item: OpenItem): number {
    return this.open.get(item) ?? 0;
  }

  /** What was paid on an item: by lines before, and before the file as far as its row tells. */
  paidOn(item: OpenItem): number {
    return (item.amount ?? item.balance) - this.openOf(item);
  }

  of(customerKey: string): readonly OpenItem[] {
    return this.byCustomer.get(customerKey) ?? [];
  }

  /** A customer's items that money of a day may pay: what did not exist then was not paid by it. */
  payable(customerKey: string, currency: string, day: Day): OpenItem[] {
    return this.of(customerKey).filter(
      (item) => item.currency === currency && this.openOf(item) !== 0 && existed(item, day),
    );
  }

  /** A customer's items of exactly an amount. */
  exactly(customerKey: string, { minor, currency }: Worth, day: Day, but: readonly OpenItem[]): OpenItem[] {
    return this.payable(customerKey, currency, day).filter(
      (item) => this.openOf(item) === minor && !but.includes(item),
    );
  }

  /** All items of exactly an amount. */
  ofAmount({ minor, currency, day }: CashLine): OpenItem[] {
    return (this.byAmount.get(`${minor} ${currency}`) ?? []).filter(
      (item) => existed(item, day) && this.openOf(item) === minor,
    );
  }

  /** Proposes to put a line on items. */
  put(line: CashLine, { parts, why }: Explanation, worth?: Worth): void {
    for (const { item, amount, discount, fee } of parts) {
      this.allocations.push({ line, item, amount, discount, fee, why });
      this.open.set(item, this.openOf(item) - amount - discount - fee);
    }
    if (!worth || worth.isOriginal) return;
    const over = worth.minor - parts.reduce((sum, part) => sum + part.amount, 0);
    if (over > 0 && over <= toleranceOf(worth.currency)) this.leave(line, over, 'rounding', 'A rounding.');
  }

  askAbout(line: CashLine, candidates: readonly OpenItem[], why: string): void {
    this.ask.push({ line, candidates: unique(candidates).slice(0, MOST_CANDIDATES), why });
  }

  leave(line: CashLine, amount: number, as: UnmatchedKind, why: string): void {
    this.unmatched.push({ line, amount, as, why });
  }
}

function existed({ issued }: OpenItem, day: Day): boolean {
  return issued === null || issued <= day;
}

const TOLERANCE = 0.05;

/** A rounding is at most 0.05, where the currency has decimals; minor units. @example toleranceOf('EUR') // 5 */
export function toleranceOf(currency: string): number {
  const digits = minorDigits(currency);
  return digits === 0 ? 0 : Math.round(TOLERANCE * 10 ** digits);
}

/** Each once. */
export function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}
