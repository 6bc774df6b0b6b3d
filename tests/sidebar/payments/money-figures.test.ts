// Figures of money in, and what a person may say of what was paid less.
import { expect, it } from 'vitest';
import type { CandidateView } from '../../../src/entry/sidebar-calls';
import { gapFault } from '../../../src/sidebar/payments/gap-fault';
import { moneyFigures } from '../../../src/sidebar/payments/money-figures';
import { BankDesk, part } from '../../builders/bank-desk';
import { day } from '../../builders/dunning-facts';

it('counts what was matched without a question, what was wrong, and what was given away by reason', () => {
  const desk = new BankDesk();
  const on = '2026-11-09';
  const gaps: [as: 'discount', amount: number][] = [['discount', 2_000]];
  desk.accept(on, 'a', 980, [part('1', 980, 1000, { gaps })], { proposed: true });
  desk.accept(on, 'b', 600, [part('2', 600, 900)]);
  desk.accept(on, 'c', 50, [part('3', 50, 50)], { proposed: true });
  desk.accept(on, 'd', 98, [part('4', 98, 100, { gaps: [['discount', 200]] })]);
  desk.undo(on, 'c');
  desk.book('2026-11-13', [
    { no: '2', due: on, open: 900 },
    { no: '4', due: on, open: 100 },
  ]);
  expect(moneyFigures([...desk.history.payments.lines.values()])).toEqual({
    ...{ decided: 3, unasked: 1, settled: 1, wrong: 1, days: 4 },
    given: [{ as: 'discount', currency: 'EUR', count: 2, sum: 2_200 }],
  });
  expect(moneyFigures([]).days).toBeNull();
});

const INVOICE: CandidateView = {
  ...{ key: 'a|1', invoice: 'LR-1', customer: 'A', customerKey: 'a', currency: 'EUR', amount: 200_000, open: 200_000 },
  ...{ issued: day('2026-11-02'), due: day('2026-12-02'), terms: '2/10 net 30' },
};

it.each([
  ['discount', 40, '2026-11-12', ''],
  // Three business days after the last one: Thu 12 Nov to Tue 17 Nov.
  ['discount', 40, '2026-11-17', ''],
  ['discount', 40, '2026-11-18', 'up to Thu 12 Nov; 3 business days more are granted'],
  ['discount', 41, '2026-11-12', 'has 40.00 EUR of discount'],
  ['discount', 101, '2026-11-12', 'At most 100.00 EUR count as discount'],
  ['bank charge', 15, '2026-11-12', ''],
  ['bank charge', 15.01, '2026-11-12', 'At most 15.00 EUR count as bank charge'],
  ['withholding', 500, '2026-11-12', ''],
  ['deduction', 500, '2026-11-12', ''],
] as const)('lets a %s of %d by money of %s count within its limits', (as, amount, on, said) => {
  const fault = gapFault({ as, amount }, INVOICE, day(on));
  if (said === '') expect(fault).toBe('');
  else expect(fault).toContain(said);
});

it('grants no discount that the terms do not give', () => {
  const fault = gapFault({ as: 'discount', amount: 1 }, { ...INVOICE, terms: 'net 30' }, day('2026-11-03'));
  expect(fault).toBe('By its terms LR-1 has no discount. Leave the rest open, or give a credit note.');
});
