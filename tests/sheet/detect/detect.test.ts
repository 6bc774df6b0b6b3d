// Finding the invoice table and the meaning of its columns.
import { describe, expect, it } from 'vitest';
import { applyMapping, withAnswers } from '../../../src/sheet/detect/confirmed-columns';
import { detectTable } from '../../../src/sheet/detect/detect';
import { isProblem, type Mapping } from '../../../src/sheet/fields';
import type { Cell } from '../../../src/sheet/grid';
import { headerKey, meaningsOf } from '../../../src/sheet/vocabulary/header-words';
import { date, detected, gridOf, mapped } from '../grids';

const TEAM: Cell[][] = [
  ['Customer', 'Invoice', 'Invoice date', 'Due date', 'Amount', 'Balance'],
  ['ACME', 'INV-1', date('2026-05-01'), date('2026-05-31'), 100, 40],
];

it('says what was seen in the cells of a column, in words', () => {
  const { columns } = detected(TEAM);
  expect(columns.customer?.reason).toBe('header "Customer"; 1 of 1 cells looked at hold text');
  expect(columns.due?.reason).toBe('header "Due date"; 1 of 1 cells looked at hold dates');
  expect(columns.invoice?.reason).toBe('header "Invoice"; filled in 1 of the rows looked at');
});

describe('header words', () => {
  it.each([
    'Invoice Number',
    '*InvoiceNumber',
    'invoice_no',
    'Inv. #',
    'INVOICE NO.',
    'N° invoice',
    'Number of the invoice',
  ])('reads "%s" as the invoice number', (header) => {
    expect(headerKey(header)).toBe('invoice number');
    expect(meaningsOf(header)[0]?.field).toBe('invoice');
  });

  it.each(['Due Date', 'due_in_date', 'DueDate', 'Date Due', 'DUE DATE (UTC)'])(
    'reads "%s" as the due date',
    (header) => {
      expect(meaningsOf(header)).toEqual([{ field: 'due', score: 1 }]);
    },
  );

  it.each([
    ...[
      'PaperlessDate',
      'DaysLate',
      'DaysToSettle',
      'Created',
      'baseline_create_date',
      'Service date',
      '1-30',
      '31-60 days',
      '> 90',
    ],
    ...[
      'Days overdue',
      'days_to_due',
      'Item Total',
      'Unit Price',
      'SR.NO.',
      'Reminders sent',
      'late_payment',
      'AccountCode',
    ],
  ])('does not take "%s" for anything', (header) => {
    expect(meaningsOf(header)).toEqual([]);
  });

  it('looks past a currency in a header', () => {
    for (const header of ['Amount (EUR)', 'Amount USD', 'Amount (лв)', 'Amount ($)']) {
      expect(meaningsOf(header)[0]?.field).toBe('amount');
    }
  });
});

describe('real header rows', () => {
  it('maps the IBM receivables sample and none of its decoys', () => {
    const header =
      'countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate';
    const row: Cell[] = [
      391,
      '0379-NEVHP',
      '4/6/2013',
      '0000611365',
      '1/2/2013',
      '2/13/2013',
      55.94,
      'No',
      '1/15/2013',
      'Paper',
      13,
      0,
    ];
    expect(mapped([header.split(','), row])).toEqual({
      customerId: 'customerID',
      invoice: 'invoiceNumber',
      issued: 'InvoiceDate',
      due: 'DueDate',
      amount: 'InvoiceAmount',
      disputed: 'Disputed',
      paidOn: 'SettledDate',
    });
  });

  it('maps an ageing extract with "Settled" as an amount and "Created" as a decoy', () => {
    const header = [
      'Description',
      'Vendor_Name',
      'Created',
      'Invoice_Date',
      'Due_Date',
      'Amount',
      'Settled',
      'Outstanding',
    ];
    const row: Cell[] = [
      'Milk',
      'David Taylor',
      '26-04-2011 11:50',
      '26-Apr-11',
      '26-May-11',
      '672.78',
      '672.78',
      '0.0',
    ];
    expect(mapped([header, row])).toMatchObject({
      customer: 'Vendor_Name',
      paid: 'Settled',
      balance: 'Outstanding',
      issued: 'Invoice_Date',
    });
  });

  it('maps a Stripe export: what remains is the balance', () => {
    const header = [
      'id',
      'Amount Due',
      'Amount Paid',
      'Amount Remaining',
      'Currency',
      'Customer',
      'Customer Email',
      'Customer Name',
      'Due Date (UTC)',
      'Number',
      'Total',
      'Status',
    ];
    const row: Cell[] = [
      'in_1',
      100,
      60,
      40,
      'usd',
      'cus_1',
      'a@example.com',
      'ACME',
      '2026-05-31 00:00',
      'A-1',
      100,
      'open',
    ];
    expect(mapped([header, row])).toMatchObject({
      customer: 'Customer Name',
      balance: 'Amount Remaining',
      amount: 'Total',
      paid: 'Amount Paid',
      invoice: 'Number',
    });
  });

  it('finds a QuickBooks aging detail below its title lines', () => {
    const found = detected([
      ['Apex Handyman Services'],
      ['A/R Aging Detail'],
      ['As of 31 December 2025'],
      [''],
      ['Num', 'Customer', 'Date', 'Due Date', 'Amount', 'Open Balance', 'P.O. #'],
      ['1063', 'Saguaro Ridge', '12/14/2025', '01/13/2026', '4,180.75', '2,180.75', 'PO-8841'],
    ]);
    expect(found.headerRow).toBe(5);
    expect(found.columns.balance?.header).toBe('Open Balance');
    expect(found.columns.orderNumber?.header).toBe('P.O. #');
    expect(found.questions).toEqual([]);
  });
});

describe('doubt', () => {
  const fields = (values: Cell[][]): string[] => detected(values).questions.map(({ field }) => field);

  it('asks for a due date when nothing but terms and a month number is there', () => {
    expect(
      fields([
        ['invoice_id', 'customer_id', 'invoice_amount', 'payment_terms', 'invoice_month', 'days_to_due'],
        ['INV001', 'CUST101', 12000, 30, 1, 30],
      ]),
    ).toEqual(['due']);
  });

  it('does not ask for a due date when terms and an invoice date are there', () => {
    expect(
      fields([
        ['Customer', 'Invoice', 'Invoice date', 'Terms', 'Amount'],
        ['A', '1', date('2026-01-01'), 'Net 30', 5],
      ]),
    ).toEqual([]);
  });

  it('asks for the amount and offers the columns of numbers that are left', () => {
    const found = detected([
      ['Customer', 'Invoice', 'Due date', 'figure_3'],
      ['A', 'X1', date('2026-01-01'), 12.5],
    ]);
    expect(found.questions).toEqual([
      {
        field: 'amount',
        message: expect.stringContaining('Which column holds the invoice amount'),
        candidates: ['figure_3'],
      },
    ]);
  });

  it('asks which of two due dates counts and takes neither', () => {
    const found = detected([
      ['Customer', 'Invoice', 'Due date', 'Amount', 'Payment due date'],
      ['A', '1', date('2026-01-01'), 5, date('2026-02-01')],
    ]);
    expect(found.questions[0]).toEqual({
      field: 'due',
      message: '"Due date" and "Payment due date" could both be the due date. Which one is it?',
      candidates: ['Due date', 'Payment due date'],
    });
    expect(found.columns.due).toBeUndefined();
  });

  it('asks when a status and a yes/no column both say whether an invoice is paid', () => {
    expect(
      fields([
        ['Customer', 'Due date', 'Amount', 'Status', 'Paid?'],
        ['A', date('2026-01-01'), 5, 'Sent', 'Yes'],
      ]),
    ).toEqual(['status']);
  });

  it('does not take a column of texts for dates, nor one of dates for amounts', () => {
    const rows: Cell[][] = ['1', '2', '3', '4', '5'].map((number) => ['A', number, 'soon', date('2026-01-01')]);
    expect(fields([['Customer', 'Invoice', 'Due date', 'Amount'], ...rows])).toEqual(['due', 'amount']);
  });

  it('asks when the cells under "Payment date" are no dates: left out they would make paid invoices open', () => {
    const rows: Cell[][] = ['1', '2', '3', '4', '5'].map((number) => ['A', number, date('2026-01-01'), 5, 'by bank']);
    expect(fields([['Customer', 'Invoice', 'Due date', 'Amount', 'Payment date'], ...rows])).toEqual(['paidOn']);
  });

  it.each([
    ['what is open, when settled rows show 0', [0, 100], { balance: 'Amount due' }],
    ['the charge, when settled rows show all of it', [100, 100], { amount: 'Amount due' }],
  ])('takes "Amount due" beside "Amount paid" for %s', (_, [due = 0, paid = 0], expected) => {
    const values: Cell[][] = [
      ['Customer', 'Due date', 'Amount due', 'Amount paid'],
      ['A', date('2026-01-01'), due, paid],
      ['B', date('2026-01-01'), 70, 0],
    ];
    expect(mapped(values)).toMatchObject(expected);
  });

  it('asks what "Amount due" is when no settled row tells', () => {
    expect(
      fields([
        ['Customer', 'Due date', 'Amount due', 'Amount paid'],
        ['A', date('2026-01-01'), 70, 30],
      ]),
    ).toEqual(['balance']);
  });

  it('shows both readings of a date that can be read two ways', () => {
    const found = detected([
      ['Customer', 'Invoice', 'Due date', 'Amount'],
      ['A', '1', '03/04/2026', 5],
      ['A', '2', '05/06/2026', 5],
    ]);
    expect(found.questions).toEqual([
      {
        field: 'due',
        kind: 'date-order',
        message: 'Row 2, Due date: is "03/04/2026" 3 April 2026 or 4 March 2026?',
        candidates: ['day first: 3 April 2026', 'month first: 4 March 2026'],
      },
    ]);
  });
});

describe('which sheet', () => {
  it('passes over the tabs of the add-on and finds the invoices among other sheets', () => {
    const found = detectTable([gridOf([['Notes']], 'Notes'), gridOf(TEAM, 'AR Queue'), gridOf(TEAM, 'Billing')]);
    expect(isProblem(found) ? found.code : found.sheet).toBe('Billing');
  });

  it('does not pass over a sheet of the team whose name only begins like ours', () => {
    const found = detectTable([gridOf(TEAM, 'AR Aging')]);
    expect(isProblem(found) ? found.code : found.sheet).toBe('AR Aging');
  });

  it.each([
    ['empty-sheet', [gridOf([['']])]],
    ['empty-sheet', []],
    ['no-header-row', [gridOf([['ACME', 12]])]],
    ['no-invoice-table', [gridOf([['a']], 'One'), gridOf([['b']], 'Two')]],
    ['several-tables', [gridOf(TEAM, 'One'), gridOf(TEAM, 'Two')]],
  ])('says %s in a sentence', (code, grids) => {
    const found = detectTable(grids);
    expect(isProblem(found) ? found.code : found).toBe(code);
    expect(isProblem(found) ? found.message : '').toMatch(/^[A-Z].*\.$/);
  });
});

describe('a confirmed mapping', () => {
  it('finds the columns again wherever they are', () => {
    const moved = [
      ['Balance', 'due  DATE', 'Customer'],
      [5, date('2026-01-01'), 'A'],
    ];
    const found = applyMapping(gridOf(moved), { due: 'Due date', customer: 'Customer', balance: 'Balance' });
    expect(isProblem(found) ? found : [found.columns.due?.index, found.columns.balance?.index]).toEqual([1, 0]);
  });

  it('names a column that is gone', () => {
    const found = applyMapping(gridOf(TEAM), { due: 'Payable on', customer: 'Customer' });
    expect(found).toEqual({
      row: 0,
      column: 'Payable on',
      code: 'column-missing',
      message:
        'The column "Payable on" cannot be found in the sheet "Invoices". Put it back, or choose the columns again in Set up.',
    });
  });

  it('refuses two columns of the same name', () => {
    const found = applyMapping(gridOf([['Due date', 'Due date', 'Customer']]), {
      due: 'Due date',
      customer: 'Customer',
    });
    expect(isProblem(found) ? found.code : found).toBe('column-twice');
  });
});

describe('answers to questions', () => {
  const values: Cell[][] = [
    ['Customer', 'Invoice', 'Due date', 'Payment due date', 'figure_3'],
    ['A', '1', date('2026-01-01'), date('2026-02-01'), 5],
  ];
  const asked = (answers: Mapping): string[] => {
    const found = withAnswers(gridOf(values), detected(values), answers);
    return isProblem(found) ? [found.code] : found.questions.map(({ field }) => field);
  };

  it('leave the other questions open', () => {
    expect(detected(values).questions.map(({ field }) => field)).toEqual(['due', 'amount']);
    expect(asked({ due: 'Due date' })).toEqual(['amount']);
    expect(asked({ amount: 'figure_3' })).toEqual(['due']);
  });

  it('settle amount and balance together', () => {
    expect(asked({ due: 'Payment due date', balance: 'figure_3' })).toEqual([]);
  });

  it('win over what was detected, and the rest stays as it was found', () => {
    const found = withAnswers(gridOf(values), detected(values), { customerId: 'customer' });
    expect(isProblem(found) ? found : [found.columns.customerId?.index, found.columns.customer]).toEqual([
      0,
      undefined,
    ]);
  });

  it('name a column that is not there', () => {
    expect(asked({ due: 'Fällig' })).toEqual(['column-missing']);
  });
});

describe('what the cells decide', () => {
  it('takes the gross amount where another column is it less its tax', () => {
    const rows: Cell[][] = [
      ['A', '1', date('2026-01-01'), 100, 20, 120],
      ['B', '2', date('2026-01-01'), 50, 10, 60],
    ];
    expect(mapped([['Customer', 'Invoice', 'Due date', 'Invoice amount', 'VAT', 'Total amount'], ...rows]).amount).toBe(
      'Total amount',
    );
  });

  it('drops a "balance" that still shows the full charge of part-paid invoices', () => {
    const header = ['Customer', 'Invoice', 'Due date', 'Total', 'Amount paid', 'Amount due'];
    const charge = mapped([header, ['A', '1', date('2026-01-01'), 100, 40, 100]]);
    const rest = mapped([header, ['A', '1', date('2026-01-01'), 100, 40, 60]]);
    expect([charge.balance, rest.balance]).toEqual([undefined, 'Amount due']);
  });

  it('asks for what has to be paid when only a net amount stands beside the tax', () => {
    const found = detected([
      ['Kunde', 'Rechnungsnr', 'Fälligkeit', 'Netto', 'MwSt'],
      ['A', '1', '31.01.2026', '100,00', '19,00'],
    ]);
    expect(found.questions.map(({ field }) => field)).toEqual(['amount']);
  });

  it('finds addresses and statuses under names that say nothing', () => {
    const values: Cell[][] = [
      ['Customer', 'Due date', 'Amount', 'Where to', 'Category'],
      ['A', date('2026-01-01'), 5, 'a@example.com', 'Unpaid - overdue'],
    ];
    expect(mapped(values)).toMatchObject({ email: 'Where to', status: 'Category' });
  });

  it('reads "Zahlungsziel" as a date or as terms, as its cells are', () => {
    const header = ['Kunde', 'Rechnung', 'Datum', 'Betrag', 'Zahlungsziel'];
    expect(mapped([header, ['A', '1', '13.01.2026', '5,00', '31.01.2026']]).due).toBe('Zahlungsziel');
    expect(mapped([header, ['A', '1', '13.01.2026', '5,00', '30 Tage']]).terms).toBe('Zahlungsziel');
  });

  it('takes "Paid" over noughts for an amount, not for an answer', () => {
    const header = ['Customer', 'Due date', 'Amount', 'Paid'];
    for (const nought of ['0', 0, '-'])
      expect(mapped([header, ['A', date('2026-01-01'), 5, nought], ['B', date('2026-01-01'), 5, '5.00']]).paid).toBe(
        'Paid',
      );
  });

  it('tells the day until which from the day on which in Polish', () => {
    const header = ['Klient', 'Faktura', 'Kwota', 'Data płatności', 'Płatne do'];
    expect(mapped([header, ['A', '1', 100, '13.02.2026', '14.02.2026']])).toMatchObject({
      due: 'Płatne do',
      paidOn: 'Data płatności',
    });
  });

  it('asks which of two numbered due dates counts, and whether an unclear balance is what is open', () => {
    const first = detected([
      ['Client', 'Numéro', 'Date', 'Échéance 1', 'Échéance 2', 'Montant'],
      ['A', '1', '13/01/2026', '13/02/2026', '13/03/2026', 100],
    ]);
    expect(first.questions[0]).toMatchObject({ field: 'due', candidates: ['Échéance 1', 'Échéance 2'] });
    const second = detected([
      ['Customer', 'Invoice', 'Due date', 'Invoice amount', 'Patient balance', 'Opening balance'],
      ['A', '1', date('2026-01-01'), 100, 50, 7],
    ]);
    expect(second.questions[0]).toMatchObject({ field: 'balance', candidates: ['Patient balance'] });
  });

  it('asks for the due date when the terms are codes that nobody can read', () => {
    const values: Cell[][] = [
      ['Customer', 'Invoice', 'Invoice date', 'Payment terms', 'Amount'],
      ['A', '1', date('2026-01-01'), 'NAH4', 5],
    ];
    expect(detected(values).questions.map(({ field }) => field)).toEqual(['due']);
  });

  it('does not take a column that counts the rows for the invoice number', () => {
    const rows = [1, 2, 3].map((n): Cell[] => [n, 'A', date('2026-01-01'), 5]);
    expect(mapped([['ID', 'Customer', 'Due date', 'Amount'], ...rows]).invoice).toBeUndefined();
  });

  it.each(['bezahlt', 'Payé', 'Pagada', 'Pago', 'Pagata', 'Betaald', 'Opłacona', 'Paid?'])(
    'reads yes and no under "%s" as the status',
    (header) => {
      const values: Cell[][] = [
        ['Customer', 'Due date', 'Amount', header],
        ['A', date('2026-01-01'), 5, 'no'],
      ];
      expect(mapped(values).status).toBe(header);
    },
  );
});
