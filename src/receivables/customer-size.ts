// Which customers are large: those who make most of a year's invoiced amount in a currency.
import type { CustomerFigures } from './customer-figures';
import { toMinor } from './money';
import type { SegmentSettings } from './segment-settings';

/**
 * The keys of the large customers: per currency the smallest set that makes the share of the trailing 365 days' invoiced amount (the
 * customer who crosses the line included, ties by name, customers at or below 0 left out), and everybody at or above `largeFrom`.
 * @param settings `largeShare` as a fraction, `largeFrom` as a decimal amount or null
 * @example of 60, 25 and 15 in EUR at 80 % the first two are large
 */
export function largeCustomers(
  customers: ReadonlyMap<string, CustomerFigures>,
  settings: Pick<SegmentSettings, 'largeShare' | 'largeFrom'>,
): Set<string> {
  const large = new Set<string>();
  for (const [currency, invoiced] of invoicedByCurrency(customers)) {
    invoiced.sort((a, b) => b.amount - a.amount || compare(a.name, b.name) || compare(a.key, b.key));
    const line = invoiced.reduce((sum, one) => sum + one.amount, 0) * settings.largeShare;
    const from = settings.largeFrom === null ? Number.POSITIVE_INFINITY : toMinor(settings.largeFrom, currency);
    let reached = 0;
    for (const { key, amount } of invoiced) {
      // The line is a product of fractions: a billionth of a cent short of it is on it.
      if (reached < line - 1e-9 * line || amount >= from) large.add(key);
      reached += amount;
    }
  }
  return large;
}

interface Invoiced {
  key: string;
  name: string;
  amount: number;
}

function invoicedByCurrency(customers: ReadonlyMap<string, CustomerFigures>): Map<string, Invoiced[]> {
  const byCurrency = new Map<string, Invoiced[]>();
  for (const { key, name, currencies } of customers.values()) {
    for (const [currency, { invoiced }] of currencies) {
      if (invoiced <= 0) continue;
      const list = byCurrency.get(currency);
      if (list) list.push({ key, name: name.toLowerCase(), amount: invoiced });
      else byCurrency.set(currency, [{ key, name: name.toLowerCase(), amount: invoiced }]);
    }
  }
  return byCurrency;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
