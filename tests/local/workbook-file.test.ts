// Loading .xlsx and .csv files: typed values, encodings, separators, and a clear sentence for every file that cannot be read.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { HostFailure } from '../../src/local/failure';
import type { StoredValue } from '../../src/local/google-services/state';
import { displayed } from '../../src/local/workbook/display';
import { cellAt } from '../../src/local/workbook/stored-cells';
import { loadBook } from '../../src/local/workbook-file';

const folder = mkdtempSync(join(tmpdir(), 'duesheet-books-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function values(path: string): Promise<StoredValue[][]> {
  const [sheet] = (await loadBook(path, 'Europe/Berlin')).spreadsheet.sheets;
  if (!sheet) throw new Error('no sheet');
  return [...sheet.cells.keys()].map((row) =>
    [...(sheet.cells.get(row)?.keys() ?? [])].map((column) => cellAt(sheet, row, column)?.value ?? { kind: 'empty' }),
  );
}

const text = (value: string): StoredValue => ({ kind: 'text', value });
const number = (value: number): StoredValue => ({ kind: 'number', value });
const date = (day: string): StoredValue => ({ kind: 'date', wall: `${day}T00:00:00.000` });

describe('a CSV file', () => {
  it('types ISO dates, month-first dates, numbers and yes/no as Sheets does', async () => {
    const rows = await values(file('typed.csv', 'Due,Due2,Amount,Disputed\n2026-01-31,4/26/2013,"1,234.50",No\n'));
    expect(rows[1]).toEqual([date('2026-01-31'), date('2013-04-26'), number(1234.5), text('No')]);
  });

  it('keeps leading zeros and long ids as text', async () => {
    const rows = await values(file('ids.csv', 'Invoice,Id\n0000611365,12345678901234567890\n611365,123\n'));
    expect(rows[1]).toEqual([text('0000611365'), text('12345678901234567890')]);
    expect(rows[2]).toEqual([number(611365), number(123)]);
  });

  it('keeps an ageing label and a formula-like name as text', async () => {
    const rows = await values(file('labels.csv', 'A,B\n1-30,=HYPERLINK("x")\n'));
    expect(rows[1]).toEqual([text('1-30'), text('=HYPERLINK("x")')]);
  });

  it('leaves dates as text when no day is above 12, so that the product asks which order is meant', async () => {
    const rows = await values(file('undecided.csv', 'Due\n03/04/2026\n05/06/2026\n'));
    expect([rows[1], rows[2]]).toEqual([[text('03/04/2026')], [text('05/06/2026')]]);
  });

  it('leaves dates as text when one column is day first and another month first', async () => {
    const rows = await values(file('mixed.csv', 'Issued,Due\n31/01/2026,02/28/2026\n'));
    expect(rows[1]).toEqual([text('31/01/2026'), text('02/28/2026')]);
  });

  it('reads dates day first when a day above 12 says so', async () => {
    const rows = await values(file('british.csv', 'Due\n31/12/2025\n05/01/2026\n'));
    expect([rows[1], rows[2]]).toEqual([[date('2025-12-31')], [date('2026-01-05')]]);
  });

  it('reads semicolons, decimal commas and dotted dates of a German export', async () => {
    const rows = await values(file('german.csv', 'Nr;Fällig;Betrag\nR-1;31.12.2025;1.234,50\nR-2;01.02.2026;7,00\n'));
    expect(rows[1]).toEqual([text('R-1'), date('2025-12-31'), number(1234.5)]);
    expect(rows[2]).toEqual([text('R-2'), date('2026-02-01'), number(7)]);
  });

  it('reads tabs, a byte order mark and Windows-1252', async () => {
    const marked = await values(file('bom.csv', '\uFEFFName\tAmount\nZoë\t5\n'));
    expect(marked[0]?.[0]).toEqual(text('Name'));
    expect(marked[1]).toEqual([text('Zoë'), number(5)]);
    const latin = await values(file('latin.csv', Buffer.from('Name,Amount\nM\xfcller,5\n', 'latin1')));
    expect(latin[1]?.[0]).toEqual(text('Müller'));
  });

  it('displays a typed date as it was written', async () => {
    const { spreadsheet } = await loadBook(file('shown.csv', 'Due\n4/6/2013\n'), 'Etc/UTC');
    const [sheet] = spreadsheet.sheets;
    expect(displayed(sheet && cellAt(sheet, 1, 0), spreadsheet.locale)).toBe('4/6/2013');
  });
});

describe('an .xlsx file', () => {
  it('gives every sheet, typed values, formulas with cached values, formats and named ranges; the file stays as it is', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Invoices',
          rows: [
            ['No', 'Due', 'Amount'],
            ['0001', new Date(Date.UTC(2026, 0, 31)), 12.5],
            ['Total', null, null],
          ],
          cells: new Map([
            ['1,1', { value: new Date(Date.UTC(2026, 0, 31)), type: 'date', style: { numFmt: 'dd/mm/yyyy' } }],
            ['1,2', { value: 12.5, type: 'number', style: { numFmt: '[$€-407] #,##0.00' } }],
            ['2,2', { value: null, type: 'formula', formula: 'SUM(C2:C2)', formulaResult: 12.5 }],
          ]),
        },
        { name: 'Second', rows: [['x', true]] },
      ],
      namedRanges: [{ name: 'AS_OF', range: 'Invoices!$B$2' }],
    });
    const path = file('book.xlsx', bytes);
    const { spreadsheet } = await loadBook(path, 'Asia/Tokyo');
    const [invoices, second] = spreadsheet.sheets;
    if (!invoices || !second) throw new Error('sheets missing');
    expect([spreadsheet.timeZone, invoices.name, second.name]).toEqual(['Asia/Tokyo', 'Invoices', 'Second']);
    expect(cellAt(invoices, 1, 0)?.value).toEqual(text('0001'));
    expect(cellAt(invoices, 1, 1)).toMatchObject({ value: date('2026-01-31'), displayed: '31/01/2026' });
    expect(cellAt(invoices, 1, 2)).toMatchObject({ value: number(12.5), displayed: '€ 12.50' });
    expect(cellAt(invoices, 2, 2)).toMatchObject({ value: number(12.5), formula: '=SUM(C2:C2)' });
    expect(cellAt(second, 0, 1)?.value).toEqual({ kind: 'boolean', value: true });
    expect(spreadsheet.namedRanges).toEqual([{ name: 'AS_OF', sheetId: 0, row: 1, column: 1, rows: 1, columns: 1 }]);
    expect(Buffer.compare(readFileSync(path), Buffer.from(bytes))).toBe(0);
  });
});

describe('a file that cannot be read', () => {
  const refused = async (path: string): Promise<[string, string]> => {
    try {
      await loadBook(path, 'Etc/UTC');
    } catch (error) {
      if (error instanceof HostFailure) return [error.code, error.message];
      throw error;
    }
    return ['read', ''];
  };

  it.each([
    ['missing.csv', null, 'book-missing', /There is no file/],
    ['empty.xlsx', '', 'book-empty', /0 bytes/],
    ['broken.xlsx', 'PK but no workbook at all', 'book-broken', /damaged or not an .xlsx file/],
    ['old.xls', 'x', 'book-type', /neither .xlsx nor .csv/],
    ['sheet.ods', 'x', 'book-type', /neither .xlsx nor .csv/],
    ['blank.csv', '\n\n,,\n', 'book-no-content', /no cell with content/],
  ])('%s gives a code and a sentence that says what to do', async (name, content, code, sentence) => {
    const path = content === null ? join(folder, name) : file(name, content);
    const [gotCode, message] = await refused(path);
    expect(gotCode).toBe(code);
    expect(message).toMatch(sentence);
  });
});
