// An invoice table on its way to a page: columns of numbers and one list of texts, so that ten thousand rows make a short answer.
import type { InvoiceRow, Payment } from '../invoice';

const NUMBERS = ['row', 'issued', 'due', 'amount', 'paid', 'balance', 'paidOn'] as const;
const TEXTS = ['invoice', 'customerKey', 'customer', 'customerId', 'currency', 'status', 'owner'] as const;

/** Rows in columns. */
export interface PackedRows {
  /** Every text that a row has, once. */
  texts: string[];
  /** A column for each field: days, minor units, or places in `texts`. */
  columns: Record<string, (number | null)[]>;
  /** Place of a row, and its payments, for rows that tell each. */
  payments: [at: number, payments: readonly Payment[]][];
}

/**
 * Packs rows for a page that computes with them. What it does not compute with stays behind: addresses, links, notes.
 * @example packedRows(rows).columns['due']?.length // rows.length
 */
export function packedRows(rows: readonly InvoiceRow[]): PackedRows {
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, places.size);
    return places.size - 1;
  };
  const columns = Object.fromEntries([
    ...NUMBERS.map((name) => [name, rows.map((row) => row[name])]),
    ...TEXTS.map((name) => [name, rows.map((row) => placeOf(row[name]))]),
  ]);
  const payments = rows.flatMap(({ payments: told }, at): PackedRows['payments'] => (told ? [[at, told]] : []));
  return { texts: [...places.keys()], columns, payments };
}

/**
 * The rows again, in their order; the number of its row is the key of each.
 * @example unpackedRows(packedRows(rows))[0]?.due // rows[0].due
 */
export function unpackedRows({ texts, columns, payments }: PackedRows): InvoiceRow[] {
  const numberAt = (name: (typeof NUMBERS)[number], at: number): number | null => columns[name]?.[at] ?? null;
  const textAt = (name: (typeof TEXTS)[number], at: number): string => texts[columns[name]?.[at] ?? -1] ?? '';
  const told = new Map(payments);
  return (columns['row'] ?? []).map((row, at): InvoiceRow => {
    const paid = told.get(at);
    return {
      ...{ key: String(row), row: row ?? 0, invoice: textAt('invoice', at), customerKey: textAt('customerKey', at) },
      ...{ customer: textAt('customer', at), customerId: textAt('customerId', at), owner: textAt('owner', at) },
      ...{ issued: numberAt('issued', at), due: numberAt('due', at), paidOn: numberAt('paidOn', at) },
      ...{ amount: numberAt('amount', at), paid: numberAt('paid', at), balance: numberAt('balance', at) },
      ...{ currency: textAt('currency', at), status: textAt('status', at) as InvoiceRow['status'] },
      ...(paid ? { payments: paid } : {}),
      ...{ disputed: false, email: '', language: '', paymentLink: '', orderNumber: '' },
      ...{ terms: '', region: '', businessUnit: '', product: '' },
    };
  });
}
