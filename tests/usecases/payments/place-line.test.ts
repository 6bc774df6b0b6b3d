// Money put by hand, with what a person says of what was paid less; payers that are learned and forgotten.
import { describe, expect, it } from 'vitest';
import { ignoreLines, placeLine } from '../../../src/usecases/payments/decide-lines';
import { findMoneyPlaces } from '../../../src/usecases/payments/find-places';
import { forgetPayer, showMoneyFigures } from '../../../src/usecases/payments/learned-payers';
import { readBankLines } from '../../../src/usecases/payments/read-lines';
import { showPayments } from '../../../src/usecases/payments/show-payments';
import { showReview } from '../../../src/usecases/review/review-lines';
import { confirmPayments } from '../../../src/usecases/workbook-mode/confirm-payments';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: 'A-1001', customer: 'Acme Tools', due: '2026-10-20', amount: 1200 };
const KEY = 'acme tools|A-1001';
const BETA: InvoiceLine = { no: 'B-2001', customer: 'Beta Works', due: '2026-10-20', amount: 900 };

/** A desk with one line that nobody knows. */
function desk(amount: string, payer = 'Holding AG', text = 'transfer'): { to: FakeWorld; id: string } {
  const to = liveAt('2026-11-09 09:00', [ACME, BETA]);
  confirmPayments(to.ports, '2026-11-09');
  read(to, amount, payer, text);
  return { to, id: showPayments(to.ports).lines[0]?.id ?? '' };
}

function read(to: FakeWorld, amount: string, payer: string, text: string): void {
  const line = { account: '', date: '2026-11-06', amount, currency: 'EUR', payer, text, bankId: text };
  readBankLines(to.ports, { name: '', lines: [{ ...line, charges: '', original: null }], ends: [] });
}

const asked = (of: FakeWorld): string[] =>
  showReview(of.ports).lines.flatMap(({ customer, amounts }) => (customer === 'Acme Tools' ? amounts : []));

describe('what was paid less', () => {
  it.each(['discount', 'bank charge', 'withholding'] as const)('as a %s closes the invoice', (as) => {
    const { to, id } = desk('1190.00');
    placeLine(to.ports, id, [{ key: KEY, amount: 1190, gap: { as, amount: 10 } }]);
    expect(asked(to)).toEqual([]);
    expect(records(to, 'AR Payments').map((row) => row['Invoices'])).toEqual([`A-1001 1190.00 ${as} 10.00`]);
  });

  it('as a deduction stays open in a dispute of that amount: nothing is asked for', () => {
    const { to, id } = desk('1000.00');
    const { message } = placeLine(to.ports, id, [{ key: KEY, amount: 1000, gap: { as: 'deduction', amount: 200 } }]);
    expect(message).toContain('200.00 EUR of invoice A-1001 is in dispute');
    expect(records(to, 'AR Disputes').map((row) => [row['Invoice'], row['Amount'], row['Reason']])).toEqual([
      ['A-1001', 200, 'Deducted from the payment of 2026-11-06'],
    ]);
    expect(asked(to)).toEqual([]);
  });

  it('without a reason is a part payment: the rest is asked for', () => {
    const { to, id } = desk('1000.00');
    placeLine(to.ports, id, [{ key: KEY, amount: 1000, gap: null }]);
    expect(asked(to).join()).toContain('200.00');
  });

  it('is never more than the invoice has open', () => {
    const { to, id } = desk('1190.00');
    const place = (): unknown =>
      placeLine(to.ports, id, [{ key: KEY, amount: 1190, gap: { as: 'discount', amount: 11 } }]);
    expect(place).toThrow('has only 1,200.00 EUR open');
    const both = (): unknown =>
      placeLine(to.ports, id, [
        { key: KEY, amount: 10, gap: null },
        { key: 'beta works|B-2001', amount: 10, gap: null },
      ]);
    expect(both).toThrow('those of one customer');
  });
});

it('finds open invoices by a part of a number or a customer, and by whole numbers of an advice', () => {
  const { to } = desk('5.00');
  const found = (part: string, numbers: string[] = []): string[] =>
    findMoneyPlaces(to.ports, part, numbers).invoices.map(({ invoice }) => invoice);
  expect([found('beta'), found('1001'), found('', ['b2001', 'x']), found('nobody'), found('')]).toEqual([
    ['B-2001'],
    ['A-1001'],
    ['B-2001'],
    [],
    [],
  ]);
  expect(findMoneyPlaces(to.ports, 'acme', []).customers).toEqual([['acme tools', 'Acme Tools']]);
});

it('knows a payer again once a line was accepted, and no longer once it is forgotten', () => {
  const { to, id } = desk('100.00');
  placeLine(to.ports, id, [{ key: KEY, amount: 100, gap: null }]);
  expect(showMoneyFigures(to.ports).payers).toEqual([['Holding AG', 'acme tools', 'Acme Tools']]);
  const states = (): string[] => showPayments(to.ports).lines.map(({ state }) => state);
  read(to, '1100.00', 'Holding AG', 'second');
  expect(states()).toEqual(['applied', 'proposed']);
  forgetPayer(to.ports, 'Holding AG', 'acme tools');
  expect(showMoneyFigures(to.ports).payers).toEqual([]);
  // What rested on the name alone is asked about at once.
  expect(states()).toEqual(['applied', 'asked']);
});

it('decides once: of two who decide about a line at once the second is told so, and nothing is put twice', () => {
  const { to, id } = desk('100.00');
  placeLine(to.ports, id, [{ key: KEY, amount: 100, gap: null }]);
  expect(() => placeLine(to.ports, id, [{ key: KEY, amount: 100, gap: null }])).toThrow('Somebody decided');
  expect(ignoreLines(to.ports, [id]).changed).toBe(0);
});
