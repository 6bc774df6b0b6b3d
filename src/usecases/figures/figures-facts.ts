// What figures are made from in a workbook: the rows of the sheet, who is in which segment, disputes, promises, and AR History.
import type { DecisionContext } from '../../dunning/decision/customer-context';
import type { Day } from '../../receivables/day';
import type { DayFigures } from '../../receivables/figures/day-figures';
import { byOriginalDue } from '../../receivables/figures/original-due';
import type { PromiseDay } from '../../receivables/figures/pictures';
import type { InvoiceRow } from '../../receivables/invoice';
import { hasPaymentDates } from '../../sheet/read/ledger-payments';
import { underOneKey } from '../../workbook/facts';
import type { InvoiceTable } from '../../workbook/invoices';

/** A promise whose day came, of a customer. */
export interface CustomerPromise extends PromiseDay {
  customerKey: string;
}

/** What figures are made from. */
export interface FiguresFacts {
  asOf: Day;
  /** As the sheet has them, each customer under one key; a due date that was moved after the first reminder as it was. */
  rows: readonly InvoiceRow[];
  /** Whether the sheet has dates of payment. */
  hasPaymentDates: boolean;
  /** Minor units in dispute, of what is open of an invoice. */
  disputedOf: (row: InvoiceRow, open: number) => number;
  segmentOf: (customerKey: string) => string;
  nameOf: (row: InvoiceRow) => string;
  /** '' for nobody. */
  ownerOf: (customerKey: string) => string;
  promises: readonly CustomerPromise[];
  history: readonly DayFigures[];
}

/**
 * What figures are made from. In a workbook that nobody set up the facts have the segments of their formula.
 * @param history the lines of AR History
 */
export function figuresFacts(
  book: InvoiceTable,
  context: DecisionContext,
  asOf: Day,
  history: readonly DayFigures[],
): FiguresFacts {
  const { facts, blocks } = context;
  const disputed = new Map<string, number>();
  for (const invoice of facts.invoices) {
    const part = invoice.open > 0 ? blocks.disputedPart(invoice) : 0;
    if (part > 0) disputed.set(invoice.key, part);
  }
  return {
    asOf,
    hasPaymentDates: hasPaymentDates(book),
    rows: byOriginalDue(underOneKey(book.rows, facts.history.aliases), facts.history.firstDue),
    disputedOf: ({ key }, open) => Math.min(open, disputed.get(key) ?? 0),
    segmentOf: (key) => context.customer(key).segment,
    nameOf: (row) => facts.customers.get(row.customerKey)?.name || nameIn(row),
    ownerOf: (key) => facts.customers.get(key)?.owner ?? '',
    promises: facts.promises.flatMap(({ customerKey, promisedOn, state }) =>
      promisedOn === null || promisedOn > asOf || state === 'open' || state === 'cancelled'
        ? []
        : [{ customerKey, on: promisedOn, isKept: state === 'kept' }],
    ),
    history,
  };
}

function nameIn({ customer, customerId }: InvoiceRow): string {
  return customer || customerId || 'Unnamed';
}
