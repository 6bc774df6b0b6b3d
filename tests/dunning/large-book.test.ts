// A large book: what deciding about it costs grows as the book does.
import { expect, it } from 'vitest';
import { decide } from '../../src/dunning/decision/decide';
import type { Facts } from '../../src/dunning/decision/facts';
import { isoOf } from '../../src/receivables/day';
import { day, factsOn } from '../builders/dunning-facts';

/** Facts of so many invoices of customers with four each. */
function book(invoices: number): Facts {
  const lines = Array.from({ length: invoices }, (_, i) => ({
    no: `${i}`,
    customer: `Customer ${i % (invoices / 4)}`,
    due: isoOf(day('2026-11-20') - (i % 90)),
    open: 100 + (i % 977),
  }));
  return factsOn('2026-11-20', lines, { segment: 'Timely' });
}

/** Processor time of a decision, microseconds: what else the machine is at does not count. */
function costOf(facts: Facts): number {
  const before = process.cpuUsage();
  decide(facts);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

it('costs in proportion to its invoices: below 20 times for eight times as many, where each with each would be 64', () => {
  const [small, large] = [book(1000), book(8000)];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // Noise only adds: the cheapest of several rounds is nearest to the truth.
  for (let round = 0; round < 8 || (round < 40 && most >= 20 * least); round += 1) {
    least = Math.min(least, costOf(small));
    most = Math.min(most, costOf(large));
  }
  expect(most / least).toBeLessThan(20);
});
