// A bank's file as a spreadsheet, read in the browser.
import { writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { bankReport } from '../../../src/sheet/bank/bank-report';
import { isSpreadsheet, rowsOfSpreadsheet } from '../../../src/sidebar/payments/spreadsheet';

it('gives the lines of its first sheet that holds something, dates as their days', async () => {
  const rows = [
    ['Date', 'Amount', 'Currency', 'Payer', 'Text'],
    [new Date('2026-11-20T00:00:00Z'), 1250.5, 'EUR', 'Acme', 'LR-1'],
  ];
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Notes', rows: [] },
      { name: 'Lines', rows },
    ],
  });
  expect(isSpreadsheet(bytes)).toBe(true);
  const { lines } = bankReport(await rowsOfSpreadsheet(bytes));
  expect(lines).toMatchObject([
    { date: '2026-11-20', amount: '1250.50', currency: 'EUR', payer: 'Acme', text: 'LR-1' },
  ]);
});

it('says what to download where an archive is no spreadsheet', async () => {
  const bytes = new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]);
  expect(bankReport(await rowsOfSpreadsheet(bytes)).refused?.message).toContain('Download it as');
});
