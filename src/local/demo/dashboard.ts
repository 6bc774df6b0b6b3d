// The demo workbook's tabs with live formulas: an ageing list over the invoices and a dashboard over both.
import type { StoredCell, StoredSheet } from '../google-services/state';
import { newSheet, putCell } from '../workbook/stored-cells';

const CURRENCIES = ['EUR', 'GBP', 'USD'] as const;
const BUCKETS = ['Current', '1-30 days', '31-60 days', '61-90 days', '90+ days'] as const;
const MONEY = '#,##0.00';

/** The ageing list: one formula per column, spread over all invoices. */
export function agingSheet(id: number): StoredSheet {
  const sheet = newSheet(id, 'Aging');
  sheet.frozenRows = 1;
  heads(sheet, 0, ['Invoice', 'Customer', 'Bucket', 'Days past due', 'Currency', 'Balance']);
  const formulas = [
    '=ARRAYFORMULA(Invoices!A2:A251)',
    '=ARRAYFORMULA(Invoices!B2:B251)',
    '=AGING_BUCKET(Invoices!E2:E251, AS_OF, Invoices!I2:I251)',
    '=DAYS_PAST_DUE(Invoices!E2:E251, AS_OF)',
    '=ARRAYFORMULA(Invoices!F2:F251)',
    '=ARRAYFORMULA(Invoices!I2:I251)',
  ];
  formulas.forEach((formula, column) => {
    putCell(sheet, 1, column, { value: { kind: 'empty' }, formula });
  });
  for (let row = 1; row <= 250; row += 1) {
    const cell = sheet.cells.get(row)?.get(5);
    putCell(sheet, row, 5, { value: { kind: 'empty' }, ...cell, numberFormat: MONEY });
  }
  for (const [column, width] of [110, 220, 240, 110, 80, 110].entries()) sheet.columnWidths[column] = width;
  return sheet;
}

/** The dashboard: open amounts by age and currency, days sales outstanding, and every customer's segment. */
export function dashboardSheet(id: number, customers: string[]): StoredSheet {
  const sheet = newSheet(id, 'Dashboard');
  putCell(sheet, 0, 0, { ...words('Receivables at a glance'), fontWeight: 'bold' });
  putCell(sheet, 1, 0, words('As of'));
  putCell(sheet, 1, 1, { value: { kind: 'empty' }, formula: '=AS_OF', numberFormat: 'dd/MM/yyyy' });
  heads(sheet, 3, ['Open by age', ...CURRENCIES, 'Invoices']);
  BUCKETS.forEach((bucket, index) => {
    const row = 4 + index;
    putCell(sheet, row, 0, words(bucket));
    CURRENCIES.forEach((_, nth) => {
      const column = 'BCD'.charAt(nth);
      const formula = `=SUMIFS(Aging!$F$2:$F, Aging!$C$2:$C, $A${row + 1}, Aging!$E$2:$E, ${column}$4, Aging!$F$2:$F, ">0")`;
      putCell(sheet, row, 1 + nth, { value: { kind: 'empty' }, formula, numberFormat: MONEY });
    });
    putCell(sheet, row, 4, { value: { kind: 'empty' }, formula: `=COUNTIF(Aging!$C$2:$C, $A${row + 1})` });
  });
  putCell(sheet, 9, 0, { ...words('Total'), fontWeight: 'bold' });
  for (const column of ['B', 'C', 'D', 'E']) {
    const cell: StoredCell = { value: { kind: 'empty' }, formula: `=SUM(${column}5:${column}9)`, fontWeight: 'bold' };
    putCell(sheet, 9, 'ABCDE'.indexOf(column), column === 'E' ? cell : { ...cell, numberFormat: MONEY });
  }
  putCell(sheet, 10, 0, words('Days sales outstanding'));
  CURRENCIES.forEach((_, nth) => {
    const column = 'BCD'.charAt(nth);
    const sales = `SUMIFS(Invoices!$G$2:$G$251, Invoices!$F$2:$F$251, ${column}$4, Invoices!$D$2:$D$251, ">"&(AS_OF-365))`;
    putCell(sheet, 10, 1 + nth, {
      value: { kind: 'empty' },
      formula: `=DSO(${column}10, ${sales}, 365)`,
      numberFormat: '0.0',
    });
  });
  segments(sheet, customers);
  for (const [column, width] of [230, 120, 120, 120, 90, 40, 190, 90].entries()) sheet.columnWidths[column] = width;
  return sheet;
}

function segments(sheet: StoredSheet, customers: string[]): void {
  const first = 13;
  heads(sheet, first, ['Customer', 'Segment', 'By today’s figures']);
  customers.forEach((name, index) => {
    putCell(sheet, first + 1 + index, 0, words(name));
  });
  const [from, to] = [first + 2, first + 1 + customers.length];
  // The segment that counts is the one in AR Customers; the formula beside it tells today's, which counts after a week.
  for (let row = from; row <= to; row += 1) {
    const column = `MATCH("Segment", 'AR Customers'!$A$1:$Z$1, 0)`;
    const formula = `=IFERROR(VLOOKUP($A${row}, 'AR Customers'!$A$2:$Z, ${column}, FALSE), "")`;
    putCell(sheet, row - 1, 1, { value: { kind: 'empty' }, formula });
  }
  putCell(sheet, first + 1, 2, {
    value: { kind: 'empty' },
    formula: `=SEGMENT(A${from}:A${to}, Invoices!A1:M251, AS_OF)`,
  });
  heads(sheet, 3, ['Customers by segment', 'Customers'], 6);
  const names = [
    'New',
    'Timely',
    'Timely large',
    'Delinquent SMB',
    'Delinquent large',
    'Doubtful SMB',
    'Doubtful large',
  ];
  names.forEach((name, index) => {
    putCell(sheet, 4 + index, 6, words(name));
    putCell(sheet, 4 + index, 7, { value: { kind: 'empty' }, formula: `=COUNTIF($B$${from}:$B$${to}, G${5 + index})` });
  });
}

function heads(sheet: StoredSheet, row: number, names: readonly string[], from = 0): void {
  names.forEach((name, column) => {
    putCell(sheet, row, from + column, { ...words(name), fontWeight: 'bold', background: '#e8eef4' });
  });
}

function words(value: string): StoredCell {
  return { value: { kind: 'text', value } };
}
