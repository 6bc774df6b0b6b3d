// What a book is forecast from: its rows under the customers of today, and what our tabs tell of each invoice beside the sheet.
import { blocksOf } from '../../dunning/decision/blocks';
import { apart } from '../../dunning/decision/debtor/whose-debt';
import type { Facts } from '../../dunning/decision/facts';
import { agreedPayments } from '../../dunning/outlook/agreed-payments';
import type { KnownBook } from '../../receivables/forecast/look-ahead';
import type { InvoiceRow } from '../../receivables/invoice';
import { numberKey } from '../../receivables/invoice-number';
import type { OpenedBook } from '../planning/preview-book';
import { rowsOfBook } from './rows-of-book';

/**
 * The book as a forecast takes it.
 * @example lookAhead(knownBook(openBook(ports, { asOf: '2026-06-30' }))).cash
 */
export function knownBook(opened: Pick<OpenedBook, 'book' | 'gathered'>): KnownBook {
  const { facts } = opened.gathered;
  const { asOf, invoices, settings } = facts;
  const rows = rowsOfBook(opened);
  return {
    asOf,
    rows,
    invoices,
    tolerance: settings.tolerance,
    disputed: disputedKeys(facts, rows),
    beside: besideOf(facts),
  };
}

/** The invoices of which AR Disputes says when they were disputed. */
function disputedKeys({ disputes, asOf }: Facts, rows: readonly InvoiceRow[]): ReadonlySet<string> {
  const numbers = new Set(
    disputes.flatMap(({ invoice, opened }) =>
      invoice !== '' && opened !== null && opened <= asOf ? [numberKey(invoice)] : [],
    ),
  );
  return new Set(rows.flatMap(({ key, invoice }) => (numbers.has(numberKey(invoice)) ? [key] : [])));
}

function besideOf(facts: Facts): KnownBook['beside'] {
  const blocks = blocksOf(facts);
  const agreed = agreedPayments(facts);
  return (invoice) => {
    const away = apart(facts, invoice)?.reasons[0]?.message;
    const pause = blocks.hold(invoice) ?? blocks.customerHold(invoice.customerKey) ?? blocks.dispute(invoice);
    const paused = pause?.reasons[0]?.message;
    return {
      ...(away === undefined ? {} : { apart: away }),
      ...(paused === undefined ? {} : { paused }),
      agreed: agreed.get(invoice.key) ?? [],
    };
  };
}
