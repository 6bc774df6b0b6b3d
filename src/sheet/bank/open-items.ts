// The open items of an invoice table, as cash application takes them.
import { bookAsOf } from '../../receivables/book';
import type { OpenItem } from '../../receivables/cash/cash-lines';
import { referenceKinds } from '../../receivables/cash/structured-reference';
import type { Day } from '../../receivables/day';
import { detectTable } from '../detect/detect';
import { isProblem } from '../fields';
import type { Grid, Problem } from '../grid';
import { readInvoices } from '../read/read-invoices';
import { bankWords } from './bank-words';

/**
 * Reads an invoice table as items: open ones, credits, and settled ones, so that a number which is paid is known as that.
 * @param grid the sheet
 * @param asOf what was issued or paid later is left out
 * @returns a problem where no invoice table is found
 */
export function openItemsOf(grid: Grid, asOf: Day): { items: OpenItem[]; problems: Problem[] } | Problem {
  const detection = detectTable(grid);
  if (isProblem(detection)) return detection;
  const { rows, problems } = readInvoices(grid, detection);
  const reference = referenceColumn(grid, detection.headerRow - grid.firstRow);
  const items = bookAsOf(rows, asOf).map((invoice): OpenItem => {
    const cell = reference < 0 ? '' : grid.values[invoice.row - grid.firstRow]?.[reference];
    return {
      key: invoice.key,
      row: invoice.row,
      invoice: invoice.invoice,
      customerKey: invoice.customerKey,
      customer: invoice.customer || invoice.customerId,
      customerId: invoice.customerId,
      currency: invoice.currency,
      balance: invoice.open,
      amount: invoice.amount,
      issued: invoice.issued,
      due: invoice.due,
      terms: invoice.terms,
      reference: typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '',
    };
  });
  return { items, problems };
}

const REFERENCE =
  /\b(reference|referenz|kid|viite|viitenumero|ogm|vcs|ocr|qr|qrr|rf|communication|mededeling|referentie|referens)\b/;

/** The column of references with check digits: so it is called, and every cell of it has right ones; -1 without one. */
function referenceColumn(grid: Grid, header: number): number {
  return (grid.values[header] ?? []).findIndex((cell, column) => {
    if (typeof cell !== 'string' || !REFERENCE.test(bankWords(cell))) return false;
    const written = grid.values
      .slice(header + 1)
      .map((row) => String(row[column] ?? '').trim())
      .filter((text) => text !== '');
    return written.length > 0 && written.every((text) => referenceKinds(text).length > 0);
  });
}
