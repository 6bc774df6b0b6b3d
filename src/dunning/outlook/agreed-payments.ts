// What customers said they would pay when: the promises that stand, spread over the invoices they cover.

import { addUnder } from '../../receivables/cash/grouped';
import type { AgreedPayment } from '../../receivables/forecast/expected-cash';
import { NO_CURRENCY, toMinor } from '../../receivables/money';
import type { Facts } from '../decision/facts';
import { byDue, isChaseable } from '../decision/owed';
import { promiseStandings } from '../decision/promises';

/**
 * The payments agreed for each invoice: promises that stand, the instalments of a plan each on its day. A promise without an amount is
 * for all that is open of what it covers; one with an amount goes to what is due first.
 * @returns invoice key to payments in minor units, in the order of their days
 * @example agreedPayments(facts).get('acme|LR-1') // [{ on: 20633, amount: 48000 }]
 */
export function agreedPayments(facts: Facts): ReadonlyMap<string, readonly AgreedPayment[]> {
  const agreed = new Map<string, AgreedPayment[]>();
  const left = new Map<string, number>();
  const standing = promiseStandings(facts)
    .filter(({ state, protectedTo }) => state === 'open' && protectedTo >= facts.asOf)
    .sort((a, b) => (a.promise.promisedOn ?? 0) - (b.promise.promisedOn ?? 0));
  for (const { promise, covered, protectedTo } of standing) {
    const on = promise.promisedOn ?? protectedTo;
    const code = promise.currency || (covered[0]?.currency ?? NO_CURRENCY);
    let rest = promise.amount === null ? Number.POSITIVE_INFINITY : toMinor(promise.amount, code);
    for (const { key, open } of covered.filter(isChaseable).sort(byDue)) {
      const amount = Math.min(rest, left.get(key) ?? open);
      if (amount <= 0) continue;
      rest -= amount;
      left.set(key, (left.get(key) ?? open) - amount);
      addUnder(agreed, key, { on, amount });
    }
  }
  return agreed;
}
