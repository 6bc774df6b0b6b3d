// The hand-over file: open items, agreements and history of one customer, and what came of a hand-over so far.
import { describe, expect, it } from 'vitest';
import { recordDispute } from '../../../src/usecases/agreements/record-dispute';
import { recordPromise } from '../../../src/usecases/agreements/record-promise';
import { showHandOverFile } from '../../../src/usecases/customers/hand-over-file';
import { handOver, takeBack } from '../../../src/usecases/customers/manual-status';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, replaceInvoices } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-10-01', amount: 1200 };
const LATER: InvoiceLine = { no: '1002', customer: 'Acme Tools', due: '2026-11-30', amount: 300 };
const OTHER: InvoiceLine = { no: '2001', customer: 'Beta', due: '2026-10-01', amount: 700 };
const KEY = 'acme tools';

const live = (): FakeWorld => liveAt('2026-11-04 09:00', [ACME, LATER, OTHER]);

describe('the hand-over file', () => {
  it('lists what is open of this customer alone, the oldest first, with sums by currency', () => {
    const file = showHandOverFile(live().ports, KEY);
    expect(file).toMatchObject({ customer: 'Acme Tools', company: 'Our Firm Ltd', asOf: '2026-11-04' });
    expect(
      file.invoices.map(({ invoice, due, daysPastDue, open, away }) => [invoice, due, daysPastDue, open, away]),
    ).toEqual([
      ['1001', '2026-10-01', 34, '1,200.00 EUR', false],
      ['1002', '2026-11-30', -26, '300.00 EUR', false],
    ]);
    expect(file.balances).toMatchObject([{ open: '1,500.00 EUR', overdue: '1,200.00 EUR' }]);
  });

  it('tells promises and disputes, ended ones too, and who was told what and when', () => {
    const world = live();
    recordPromise(world.ports, {
      customerKey: KEY,
      invoices: [],
      amount: 500,
      currency: '',
      promisedOn: '2026-11-13',
      note: '',
    });
    const words = { reason: 'two boxes short', owner: '', deadline: '', currency: '' };
    recordDispute(world.ports, { customerKey: KEY, invoice: '1001', amount: 100, ...words });
    const { promises, disputes, history } = showHandOverFile(world.ports, KEY);
    expect(promises).toEqual(['500.00 EUR for 13 November 2026: open.']);
    expect(disputes).toEqual(['100.00 EUR of invoice 1001 since 4 November 2026: two boxes short; still open.']);
    expect(history.map(({ what }) => what)).toEqual(['Promise noted', 'Dispute recorded']);
  });

  it('says to whom it went, under which reference, what came in since, and that it was taken back', () => {
    const world = live();
    handOver(world.ports, KEY, [], 'Collect GmbH, reference 4711');
    expect(showHandOverFile(world.ports, KEY).recovered).toBe('');
    world.at('2026-11-20 09:00');
    replaceInvoices(world, [{ ...ACME, paid: 450, paidOn: '2026-11-18' }, LATER, OTHER]);
    const file = showHandOverFile(world.ports, KEY);
    expect(file.placed).toEqual([{ on: '2026-11-04', what: 'Handed over', note: 'Collect GmbH, reference 4711' }]);
    expect(file.recovered).toBe('450.00 EUR');
    expect(file.invoices.map(({ away }) => away)).toEqual([true, false]);
    takeBack(world.ports, KEY);
    expect(showHandOverFile(world.ports, KEY).placed.map(({ what }) => what)).toEqual([
      'Handed over',
      'Hand-over taken back',
    ]);
  });

  it('is refused for a stranger, and for a customer who owes nothing and was never handed over', () => {
    const world = live();
    expect(() => showHandOverFile(world.ports, 'nobody')).toThrow('not known any more');
    replaceInvoices(world, [{ ...ACME, paid: 1200, paidOn: '2026-11-03' }, OTHER]);
    expect(() => showHandOverFile(world.ports, KEY)).toThrow('owes nothing');
  });
});
