// Documents of the demo company in its Google Drive, for who tries the build that attaches them: each open invoice has one, and some have a fault.
import { pdfOf } from '../google-services/pdf';
import type { StoredFile, World } from '../google-services/state';
import { putCell, rowsByHeader, sheetNamed } from '../workbook/stored-cells';
import { COMPANY } from './companies';
import { INVOICE_HEADERS } from './demo-world';

const HEADER = 'Invoice PDF';
/** Every so manieth file is a Google document, too large to travel, or lies in the bin. */
const EVERY = { document: 4, large: 7, bin: 11 };

/** Gives the invoices of a demo workbook a column with links to their files. */
export function addDocuments(world: World): void {
  const sheet = sheetNamed(world.spreadsheet, 'Invoices');
  if (!sheet) return;
  const column = INVOICE_HEADERS.length;
  const head = sheet.cells.get(0)?.get(0);
  putCell(sheet, 0, column, { ...head, value: { kind: 'text', value: HEADER } });
  sheet.columnWidths[column] = 120;
  const files: StoredFile[] = [];
  rowsByHeader(sheet).forEach((row, index) => {
    const number = row['Invoice No'] ?? '';
    if (number === '' || row['Status'] !== 'Open') return;
    const file = fileOf(number, row, files.length);
    files.push(file);
    const link = `https://drive.google.com/file/d/${file.id}/view?usp=sharing`;
    putCell(sheet, index + 1, column, { value: { kind: 'text', value: link } });
  });
  world.files = files;
}

function fileOf(number: string, row: Record<string, string>, nth: number): StoredFile {
  const lines = ['Customer', 'Invoice Date', 'Due Date', 'Amount', 'Currency'].map(
    (name) => `<p>${name}: ${row[name] ?? ''}</p>`,
  );
  const page = `<h1>Invoice ${number}</h1><p>${COMPANY}</p>${lines.join('')}`.replace(/&/g, '&amp;');
  const isDocument = nth % EVERY.document === 2;
  return {
    id: `demo-${number.replace(/[^\w-]/g, '-').padStart(20, '0')}-${nth}`,
    name: isDocument ? `Invoice ${number}` : `Invoice-${number}.pdf`,
    type: isDocument ? 'application/vnd.google-apps.document' : 'application/pdf',
    content: isDocument ? page : String.fromCharCode(...pdfOf(page)),
    ...(nth % EVERY.large === 5 ? { size: 12_300_000 } : {}),
    ...(nth % EVERY.bin === 8 ? { inBin: true } : {}),
  };
}
