// The rows of a book under the customers that their invoices count under by now.
import { rowsUnder } from '../../receivables/forecast/paying-habits';
import type { InvoiceRow } from '../../receivables/invoice';
import type { OpenedBook } from '../planning/preview-book';

/**
 * The rows of a table under the keys of who pays them, or of the name that a customer has by now, as the decision knows them.
 * @example rowsOfBook(openBook(ports, { asOf: '2026-06-30' }))[0]?.customerKey
 */
export function rowsOfBook({ book, gathered }: Pick<OpenedBook, 'book' | 'gathered'>): InvoiceRow[] {
  return rowsUnder(book.rows, gathered.facts.invoices);
}
