// Which open items of one customer add up to an amount: the smallest sets first, and whether there is another.
import type { OpenItem } from './cash-lines';

/** An item and what is open of it, minor units. */
export interface OpenAmount {
  item: OpenItem;
  open: number;
}

/** What was found: nothing, one set of items, or more sets than one. */
export type SubsetSum =
  | { found: 'none' }
  | { found: 'one'; set: OpenAmount[] }
  | { found: 'several'; sets: OpenAmount[][] };

/** Of a customer with more open items the oldest are looked at. */
const MOST_ITEMS = 24;
const MOST_IN_SET = 8;

/**
 * The sets of items that add up to an amount exactly. Items of one balance stand for each other, the oldest due first, so that two sets are
 * two only where their balances differ. Meets in the middle: at most 2 x 4,096 sums, sorted and joined.
 * @param amount minor units
 * @example subsetSum([{ open: 100 }, { open: 200 }], 300) // { found: 'one', set: both }
 */
export function subsetSum(all: readonly OpenAmount[], amount: number): SubsetSum {
  const items = [...all].sort(byAge).slice(0, MOST_ITEMS);
  const half = Math.ceil(items.length / 2);
  const [left, right] = [sumsOf(items.slice(0, half)), sumsOf(items.slice(half))];
  const byTotal = new Map<number, number[]>();
  for (const { total, mask } of right) {
    const known = byTotal.get(total);
    if (known) known.push(mask);
    else byTotal.set(total, [mask]);
  }
  const kinds = new Map<string, OpenAmount[]>();
  for (const { total, mask } of left) {
    for (const other of byTotal.get(amount - total) ?? []) {
      const set = items.filter((_, i) => (i < half ? mask & (1 << i) : other & (1 << (i - half))) !== 0);
      if (set.length === 0 || set.length > MOST_IN_SET) continue;
      const kind = set
        .map(({ open }) => open)
        .sort((a, b) => a - b)
        .join(' ');
      const known = kinds.get(kind);
      if (!known || isOlder(set, known)) kinds.set(kind, set);
      if (kinds.size > 1) return { found: 'several', sets: [...kinds.values()] };
    }
  }
  const [set] = kinds.values();
  return set ? { found: 'one', set } : { found: 'none' };
}

function byAge(a: OpenAmount, b: OpenAmount): number {
  return (a.item.due ?? a.item.issued ?? 0) - (b.item.due ?? b.item.issued ?? 0) || a.item.row - b.item.row;
}

function isOlder(a: readonly OpenAmount[], b: readonly OpenAmount[]): boolean {
  const age = (set: readonly OpenAmount[]): number =>
    set.reduce((sum, { item }) => sum + (item.due ?? item.issued ?? 0), 0);
  return age(a) < age(b);
}

function sumsOf(items: readonly OpenAmount[]): { total: number; mask: number }[] {
  const sums = [{ total: 0, mask: 0 }];
  items.forEach(({ open }, i) => {
    for (const { total, mask } of [...sums]) sums.push({ total: total + open, mask: mask | (1 << i) });
  });
  return sums;
}
