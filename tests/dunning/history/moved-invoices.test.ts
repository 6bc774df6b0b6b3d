// Where an invoice went: found again under another customer or number by what is alike, and nothing else is taken for it.
import { describe, expect, it } from 'vitest';
import { movedInvoices, traceOf } from '../../../src/dunning/history/moved-invoices';
import { factsOn, type InvoiceText } from '../../builders/dunning-facts';

const LINE: InvoiceText = { no: '0001001', due: '2026-11-01', open: 1200, issued: '2026-10-02' };
const NOBODY = (): boolean => false;
const EVERYBODY = (): boolean => true;

function moves(before: InvoiceText[], after: InvoiceText[], sharesMailbox = NOBODY): string[] {
  const traces = factsOn('2026-11-05', before).invoices.map(traceOf);
  return movedInvoices(traces, factsOn('2026-11-06', after).invoices, sharesMailbox).map(
    ({ from, to }) => `${from.key} > ${to.key}`,
  );
}

/** A row of a sheet without numbers. */
function unnumbered(change: Partial<InvoiceText> = {}): InvoiceText {
  const row = { ...LINE, ...change };
  return { ...row, no: '', key: `acme|~${row.issued ?? ''}~${row.due}~${row.open}` };
}

describe('an invoice that is gone from its customer', () => {
  it('is found under another name with the same number and a date, the amount or the mailbox', () => {
    const zebra = { ...LINE, customer: 'Zebra' };
    const found = ['acme|0001001 > zebra|0001001'];
    expect(moves([LINE], [zebra])).toEqual(found);
    expect(moves([LINE], [{ ...zebra, open: 900 }])).toEqual(found);
    expect(moves([LINE], [{ ...zebra, due: '2026-12-01', issued: '2026-11-01' }])).toEqual(found);
    const other = { ...zebra, due: '2026-12-01', issued: '2026-11-01', open: 7 };
    expect(moves([LINE], [other])).toEqual([]);
    expect(moves([LINE], [other], EVERYBODY)).toEqual(found);
  });

  it('is not taken for the invoice 1 of another customer with the same amount', () => {
    const one = { ...LINE, no: '1' };
    const theirs = { ...one, customer: 'Zebra', due: '2026-12-01', issued: '2026-11-01' };
    expect(moves([one], [theirs])).toEqual([]);
  });

  it('is found under another number with the same day and amount, of another customer only in the same mailbox', () => {
    expect(moves([LINE], [{ ...LINE, no: 'F-77' }])).toEqual(['acme|0001001 > acme|F-77']);
    expect(moves([LINE], [{ ...LINE, no: 'F-77', open: 1100 }])).toEqual([]);
    expect(moves([LINE], [{ ...LINE, no: 'F-77', customer: 'Zebra' }])).toEqual([]);
    expect(moves([LINE], [{ ...LINE, no: 'F-77', customer: 'Zebra' }], EVERYBODY)).toHaveLength(1);
  });

  it('is found under a longer number though its amount or due date was corrected', () => {
    const long = { ...LINE, no: 'INV-2026-0001001' };
    expect(moves([LINE], [{ ...long, open: 1000 }])).toHaveLength(1);
    expect(moves([LINE], [{ ...long, due: '2026-11-20' }])).toHaveLength(1);
    expect(moves([LINE], [{ ...long, open: 1000, due: '2026-11-20', issued: '2026-10-20' }])).toEqual([]);
  });

  it('is not looked for while it is there, nor taken for one that was there before', () => {
    const other = { ...LINE, no: 'F-77' };
    expect(moves([LINE], [LINE, other])).toEqual([]);
    expect(moves([LINE, other], [other])).toEqual([]);
  });

  it('goes to the row that is most alike, and one row is taken once', () => {
    const [a, b] = [
      { ...LINE, no: 'A-1', open: 100 },
      { ...LINE, no: 'A-2', open: 200 },
    ];
    const rows = [
      { ...b, no: 'N-20' },
      { ...a, no: 'N-10' },
    ];
    expect(moves([a, b], rows).sort()).toEqual(['acme|A-1 > acme|N-10', 'acme|A-2 > acme|N-20']);
    expect(moves([a, { ...a, no: 'A-3' }], [{ ...a, no: 'N-10' }])).toHaveLength(1);
  });
});

describe('a row without a number', () => {
  it('is found again when one of its cells was corrected', () => {
    for (const change of [{ open: 1100 }, { due: '2026-11-12' }, { issued: '2026-10-01' }])
      expect(moves([unnumbered()], [unnumbered(change)]), JSON.stringify(change)).toHaveLength(1);
  });

  it('is not taken for the invoice of the next month with the same amount', () => {
    expect(moves([unnumbered()], [unnumbered({ due: '2026-12-01', issued: '2026-11-02' })])).toEqual([]);
  });
});
