// The columns of the invoice sheet beside the invoices of a call: what they say, of several rows too, and which may be chosen.
import { describe, expect, it } from 'vitest';
import { callColumns } from '../../../src/usecases/calls/call-columns';
import { showCalls } from '../../../src/usecases/calls/show-calls';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { detectInvoiceTable } from '../../../src/workbook/invoices';
import { withCall } from '../../builders/customer-calls';
import { day, fakeWorld } from '../../builders/fake-workbook';

const TODAY = day('2026-11-04').day;

/** A sheet with a row per line item, and a delivery day. */
function lineItems() {
  const world = fakeWorld({
    Invoices: [
      ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Item', 'Quantity', 'Amount', 'Delivered', 'Remark'],
      ...['Frames', 'Lenses', 'Cases', 'Cords', 'Frames'].map((item, at) => [
        'Acme',
        'LR-1',
        day('2026-10-01'),
        day('2026-10-31'),
        item,
        2,
        100 + at,
        day('2026-10-02'),
        at === 0 ? `${'x'.repeat(130)}` : '',
      ]),
    ],
  });
  return detectInvoiceTable(world.ports.workbook, world.ports.workbook.sheets(), TODAY, { columns: {} });
}

describe('the columns beside the invoices of a call', () => {
  it('tell the different values of all rows of an invoice, at most three, and a day in words', () => {
    const book = lineItems();
    const { of, offered } = callColumns(book, ['Item', 'Delivered'], TODAY);
    expect(of(2)).toEqual([
      { label: 'Item', value: 'Frames, Lenses, Cases, 1 more' },
      { label: 'Delivered', value: 'Fri 2 Oct' },
    ]);
    expect(offered).toContain('Item');
    expect(offered).not.toContain('Customer');
    expect(offered).not.toContain('Due date');
  });

  it('cut what is long, and leave out what is empty or no longer in the sheet', () => {
    const { of } = callColumns(lineItems(), ['Remark', 'Gone'], TODAY);
    expect(of(2)).toEqual([{ label: 'Remark', value: `${'x'.repeat(120)}…` }]);
    expect(of(99)).toEqual([]);
  });

  it('are chosen for the whole team, and stand on the cards and on the printed list', () => {
    const { world, id } = withCall();
    expect(showCalls(world.ports).columns.chosen).toEqual([]);
    expect(showReminder(world.ports, id).invoiceLines[0]?.more).toEqual([]);
    saveSetting(world.ports, 'Columns on call cards', 'Invoice date\n  Currency ');
    const more = [
      { label: 'Invoice date', value: 'Fri 2 Oct' },
      { label: 'Currency', value: 'EUR' },
    ];
    expect(showReminder(world.ports, id).invoiceLines[0]?.more).toEqual(more);
    expect(showCalls(world.ports).columns.chosen).toEqual(['Invoice date', 'Currency']);
    expect(showCalls(world.ports).calls[0]?.invoices).toBeUndefined();
    expect(showCalls(world.ports, true).calls[0]?.invoices).toMatchObject([{ invoice: '1001', more }]);
  });
});
