// What a person tells from the names and cells of a sheet, and so is not asked; and what only looks as if it could be told.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { date, detected, mapped, read } from '../grids';

const due = date('2026-03-31');
const issued = date('2026-03-01');

/** A table from its header on, each cell of a column made from its name and row. */
function table(cells: Record<string, Cell[]>): Cell[][] {
  const names = Object.keys(cells);
  const rows = Math.max(...Object.values(cells).map(({ length }) => length));
  return [names, ...Array.from({ length: rows }, (_, i) => names.map((name) => cells[name]?.[i] ?? ''))];
}

const WHO = { Customer: ['Alder Ltd', 'Birch plc', 'Cedar Inc'] };
const WHAT = { ...WHO, Invoice: ['A-1', 'A-2', 'A-3'], 'Due date': [due, due, due] };

describe('the customer', () => {
  it.each([
    ...[
      'counterparty',
      'Counterparty name',
      'Nombre Contratante',
      'Tomador del seguro',
      'Policyholder',
      'Payer',
      'Subscriber',
    ],
    ...['Billed party', 'Customer Name/Customer Job', "Party's Name", 'Kontrahent', 'Zahlungspflichtiger', 'Acheteur'],
  ])('is told by the name "%s", beside a contract', (header) => {
    const grid = table({
      [header]: ['Alder Ltd', 'Birch plc', 'Cedar Inc'],
      contract: ['Contract C-1', 'Contract C-2', 'Contract C-3'],
      invoice: ['1', '2', '3'],
      'due date': [due, due, due],
      amount: [1, 2, 3],
    });
    expect([mapped(grid)['customer'], detected(grid).questions]).toEqual([header, []]);
  });

  it.each(['NipNabywcy', 'RUT cliente', 'Customer VAT number', 'GSTIN of buyer', 'CNPJ do cliente', 'NIF cliente'])(
    'is known by a tax number of theirs, "%s", where nothing else names it',
    (header) => {
      const grid = table({
        [header]: ['5621807397', '5592019621', '9532535663'],
        Invoice: ['1', '2', '3'],
        Due: [due, due, due],
        Amount: [1, 2, 3],
      });
      expect([mapped(grid)['customerId'], detected(grid).questions]).toEqual([header, []]);
    },
  );

  it('is no column of crosses beside one of names', () => {
    const grid = table({
      Kund: ['x', 'x', 'x'],
      Customer: ['Nordic Bygg AB', 'Fjord AS', 'Fjord AS'],
      Invoice: ['1', '2', '3'],
      Due: [due, due, due],
      Amount: [1, 2, 3],
    });
    expect([mapped(grid)['customer'], detected(grid).questions]).toEqual(['Customer', []]);
  });

  it('is not known by our own tax number', () => {
    const grid = table({
      NipSprzedawcy: ['1', '1', '1'],
      Invoice: ['1', '2', '3'],
      Due: [due, due, due],
      Amount: [1, 2, 3],
    });
    expect(detected(grid).questions.map(({ field }) => field)).toEqual(['customer']);
  });
});

describe('the amount', () => {
  it.each([
    ['*ItemAmount', 'ItemQuantity', 'ItemRate'],
    ['Item total', 'Qty', 'Unit price'],
    ['Product amount', 'Quantity', 'Price'],
    ['Valor item', 'Quantidade', 'Preço'],
  ])('of a line is "%s" beside its quantity and rate', (amount, quantity, rate) => {
    const grid = table({ ...WHAT, [quantity]: [2, 3, 4], [rate]: [5, 5, 5], [amount]: [10, 15, 20] });
    expect([mapped(grid)['amount'], detected(grid).questions]).toEqual([amount, []]);
    expect(mapped(grid)['lineItem']).toBe(amount);
  });

  it.each(['Umsatz', 'Umsatz (ohne Soll/Haben-Kz)', 'Umsatz brutto'])('is "%s" where there is no other', (header) => {
    expect(mapped(table({ ...WHAT, [header]: [10, 20, 30] }))['amount']).toBe(header);
  });

  it('is not the turnover of a customer beside it', () => {
    expect(mapped(table({ ...WHAT, Umsatz: [1000, 2000, 3000], Betrag: [10, 20, 30] }))['amount']).toBe('Betrag');
  });
});

describe('what is still open', () => {
  it.each([
    'Pending Amount',
    'Pending',
    'Amount pending',
    'Pending balance',
    'saldo_total',
    'Saldo total',
    'Balance total',
    'Unsettled amount',
    'Uncollected',
    'Amount to collect',
  ])('is told by the name "%s"', (header) => {
    const grid = table({ ...WHAT, [header]: [10, 20, 30] });
    expect([mapped(grid)['balance'], detected(grid).questions]).toEqual([header, []]);
  });
});

describe('the invoice date', () => {
  it.each([
    'Invoice/Tax Date',
    'Tax Date',
    'Tax point',
    'Tax point date',
    'Invoice date / tax point',
    'Date',
    'emission_date',
    'Fecha emision',
  ])('is told by the name "%s"', (header) => {
    expect(mapped(table({ ...WHAT, [header]: [issued, issued, issued], Amount: [1, 2, 3] }))['issued']).toBe(header);
  });
});

describe('a day of payment that is the same time after every invoice', () => {
  const numbers = ['1', '2', '3', '4', '5'];
  const sent = ['2026-01-02', '2026-01-05', '2026-01-20', '2026-02-03', '2026-02-17'].map(date);
  const paid = (days: number): Cell[] => sent.map(({ day }) => ({ day: day + days }));
  const grid = (cells: Record<string, Cell[]>, rows = 5): Cell[][] =>
    table({
      Customer: ['A', 'B', 'C', 'D', 'E'],
      Invoice: numbers,
      'Invoice date': sent,
      Amount: [1, 2, 3, 4, 5],
      ...cells,
    }).slice(0, rows + 1);

  it('is the day to pay', () => {
    const found = detected(grid({ 'Payment date': paid(30) }));
    expect([found.columns.due?.header, found.columns.paidOn, found.questions]).toEqual(['Payment date', undefined, []]);
    expect(mapped(grid({ DataPlatnosci: paid(14) }))['due']).toBe('DataPlatnosci');
  });

  it('is asked about where a few invoices alone show it', () => {
    const found = detected(grid({ DataPlatnosci: paid(30) }, 3));
    expect([found.columns.due, found.columns.paidOn]).toEqual([undefined, undefined]);
    expect(found.questions).toEqual([
      {
        field: 'due',
        message: 'Is "DataPlatnosci" the day by which an invoice is to be paid? It is 30 days after each one.',
        candidates: ['DataPlatnosci'],
      },
    ]);
  });

  it('is the day of payment where a due date is there, where one is missing, or where the time differs', () => {
    expect(mapped(grid({ 'Payment date': paid(30), 'Due date': paid(30) }))['paidOn']).toBe('Payment date');
    const some = paid(30);
    some[2] = '';
    expect(mapped(grid({ 'Payment date': some }))['paidOn']).toBe('Payment date');
    const late = paid(30);
    late[1] = date('2026-03-09');
    expect(mapped(grid({ 'Payment date': late }))['paidOn']).toBe('Payment date');
  });
});

describe('a last payment', () => {
  const last = { 'Last payment date': [date('2026-04-10'), '', ''] };

  it.each([
    'Last payment date',
    'Last Payment',
    'Letzte Zahlung am',
    'Date dernier paiement',
    'fecha_ultimo_pago',
    'Data ultimo pagamento',
    'Data do último pagamento',
    'Laatste betaling',
    'Most recent payment date',
    'Latest payment',
  ])('named "%s" does not say that an invoice is paid: where amounts do not tell, a person is asked', (header) => {
    const grid = table({ ...WHAT, Amount: [500, 200, 100], [header]: [date('2026-04-10'), '', ''] });
    const found = detected(grid);
    expect(found.questions).toEqual([
      {
        field: 'paid',
        message: `How much was paid? "${header}" tells when the last payment came, not whether it was all. Choose the column with what was paid so far, or with what is left; without one the whole amount counts as open, and nobody is reminded where a payment came.`,
        candidates: [],
      },
    ]);
    expect(read(grid).rows.map(({ paidOn }) => paidOn)).toEqual([null, null, null]);
  });

  it('is the day of payment where the amounts tell what is left', () => {
    expect(mapped(table({ ...WHAT, Amount: [500, 200, 100], Balance: [100, 200, 100], ...last }))['paidOn']).toBe(
      'Last payment date',
    );
    expect(mapped(table({ ...WHAT, Amount: [500, 200, 100], Paid: [100, '', ''], ...last }))['paidOn']).toBe(
      'Last payment date',
    );
  });
});

describe('a last payment of an invoice that is open in part', () => {
  it('is no contradiction', () => {
    const grid = table({
      ...WHAT,
      Amount: [500, 200, 100],
      Balance: [100, 200, 100],
      'Last payment date': [date('2026-04-10'), '', ''],
    });
    expect(read(grid).problems).toEqual([]);
  });
});

describe('two columns of statuses', () => {
  const paying = ['Not Paid', 'Paid', 'Not Paid', 'In Payment'];
  const posting = ['Posted', 'Posted', 'Draft', 'Cancelled'];
  const grid = (more: Record<string, Cell[]>): Cell[][] =>
    table({
      Customer: ['A', 'B', 'C', 'D'],
      Invoice: ['1', '2', '3', '4'],
      'Due date': [due, due, due, due],
      Amount: [1, 2, 3, 4],
      ...more,
    });

  it.each([
    ['Payment Status', 'Status'],
    ['payment_state', 'state'],
    ['Zahlungsstatus', 'Rechnungsstatus'],
  ])('are both read: "%s" and "%s"', (one, other) => {
    const values = grid({ [one]: paying, [other]: posting });
    expect([mapped(values)['status'], detected(values).questions]).toEqual([`${one} + ${other}`, []]);
    expect(read(values).rows.map(({ status }) => status)).toEqual(['open', 'paid', 'draft', 'void']);
  });

  it('are asked about where one of them answers yes or no', () => {
    const found = detected(grid({ Status: posting, Paid: ['yes', 'no', 'no', 'no'] }));
    expect(found.questions.map(({ field }) => field)).toEqual(['status']);
  });
});

describe('the invoice number', () => {
  it.each(['id_credito', 'feature_id', 'Loan number', 'Vorgangskennung'])(
    'is told by codes under "%s" that are never the same twice',
    (header) => {
      const grid = table({
        ...WHO,
        [header]: ['CR-00001', 'CR-00002', 'CR-00003'],
        Due: [due, due, due],
        Amount: [1, 2, 3],
      });
      expect(mapped(grid)['invoice']).toBe(header);
    },
  );

  it('is not told by codes that repeat, by one of two such columns, or where a name tells it', () => {
    const once = { 'Loan ID': ['CR-00001', 'CR-00002', 'CR-00003'], Due: [due, due, due], Amount: [1, 2, 3] };
    expect(
      mapped(table({ ...WHO, ...once, 'Loan ID': ['CR-00001', 'CR-00001', 'CR-00003'] }))['invoice'],
    ).toBeUndefined();
    expect(mapped(table({ ...WHO, ...once, 'Case ID': ['C-101', 'C-102', 'C-103'] }))['invoice']).toBeUndefined();
    expect(mapped(table({ ...WHO, ...once, Invoice: ['1', '2', '3'] }))['invoice']).toBe('Invoice');
  });
});

describe('a cell that says there is nothing', () => {
  it.each(['-', 'NULL', 'NaN', 'NaT', 'None', 'n/a', '–'])(
    'does not deny what the name of its column says: "%s"',
    (nothing) => {
      const grid = table({ ...WHAT, Amount: [10, 20, 30], 'Date Paid': [nothing, date('2026-03-10'), nothing] });
      expect([mapped(grid)['paidOn'], detected(grid).questions]).toEqual(['Date Paid', []]);
      const none = table({
        ...WHAT,
        Amount: [10, 20, 30],
        'Payment date': [nothing, nothing, nothing],
        Paid: [nothing, nothing, nothing],
      });
      expect([mapped(none)['paidOn'], mapped(none)['paid'], detected(none).questions]).toEqual([
        'Payment date',
        'Paid',
        [],
      ]);
    },
  );
});
