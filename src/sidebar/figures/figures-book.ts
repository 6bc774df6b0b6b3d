// What the server told of the figures, put back into rows: whatever is chosen, the pictures are worked out here.
import type { FiguresView } from '../../entry/sidebar-calls';
import { openAsOf } from '../../receivables/book';
import { type Day, dayFromIso } from '../../receivables/day';
import { type DayFigures, unpackedFigures } from '../../receivables/figures/day-figures';
import { monthCover } from '../../receivables/figures/month-cover';
import type { PromiseDay } from '../../receivables/figures/pictures';
import type { FiguresBook } from '../../receivables/figures/points';
import type { InvoiceRow } from '../../receivables/invoice';
import { isOwed, type StatusWord } from '../../receivables/invoice-status';

/** What is chosen to be shown; undefined for all. */
export interface Chosen {
  currency: string;
  segment: string | undefined;
  owner: string | undefined;
}

/** The rows of a view, and what is beside them. */
export interface Unpacked {
  view: FiguresView;
  asOf: Day;
  rows: InvoiceRow[];
  /** By key of the row, what is in dispute; -1 for all. */
  disputes: ReadonlyMap<string, number>;
  history: DayFigures[];
  /** Currencies, that of most open invoices first. */
  currencies: string[];
  segments: string[];
  owners: string[];
}

const BLANK = {
  ...{ customerId: '', email: '', language: '', owner: '', paymentLink: '', orderNumber: '' },
  ...{ terms: '', region: '', businessUnit: '', product: '' },
};

/** Puts a view back into rows. @example unpacked(view).rows.length */
export function unpacked(view: FiguresView): Unpacked {
  const asOf = dayFromIso(view.asOf) ?? 0;
  const disputes = new Map<string, number>();
  const counts = new Map<string, number>(view.currencies.map((code) => [code, 0]));
  const rows = view.invoices.map((fields, at): InvoiceRow => {
    const [customer, currency, issued, due, paidOn, amount, paid, balance] = fields as (number | null)[];
    const [status, invoice, disputed, inDispute, settled, payments] = fields.slice(8);
    const key = String(at);
    if (inDispute) disputes.set(key, Number(inDispute));
    const code = view.currencies[currency ?? 0] ?? '';
    const known = view.customers[customer ?? 0];
    const list = Array.isArray(payments) ? (payments as (number | null)[][]) : null;
    return {
      ...BLANK,
      ...{
        key,
        row: at + 1,
        invoice: String(invoice ?? ''),
        customer: known?.[0] ?? '',
        customerKey: known?.[3] ?? '',
      },
      ...{ currency: code, issued: issued ?? null, due: due ?? null, paidOn: paidOn ?? null },
      ...{ amount: amount ?? null, paid: paid ?? null, balance: balance ?? null },
      ...{ status: (status ?? '') as StatusWord, disputed: disputed === 1 },
      ...(settled ? { lowered: { settled: Number(settled), withheld: 0, retained: 0, until: null } } : {}),
      ...(list
        ? {
            payments: list.map(([came, on, note]) => ({
              amount: came ?? 0,
              on: on ?? null,
              ...(note === 1 ? { isCredit: true as const } : {}),
            })),
          }
        : {}),
    };
  });
  for (const row of rows)
    if (isOwed({ status: row.status, open: openAsOf(row, asOf) ?? 0 }))
      counts.set(row.currency, (counts.get(row.currency) ?? 0) + 1);
  const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
  return {
    ...{ view, rows, disputes, asOf, history: view.history.map(unpackedFigures) },
    currencies: [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).map(([code]) => code),
    segments: distinct(view.customers.map(([, segment]) => segment)),
    owners: distinct(view.customers.map(([, , owner]) => owner)),
  };
}

/** The book of what is chosen, and the rows of every currency and the promises of the same customers. */
export function bookOf(
  of: Unpacked,
  { currency, segment, owner }: Chosen,
): { book: FiguresBook; all: InvoiceRow[]; promises: PromiseDay[]; isChosen: (key: string) => boolean } {
  const { view, rows, asOf, disputes, history } = of;
  const customers = new Map(view.customers.map((one) => [one[3], one]));
  const isChosen = (key: string): boolean => {
    const known = customers.get(key);
    return (segment === undefined || known?.[1] === segment) && (owner === undefined || known?.[2] === owner);
  };
  const all = rows.filter(({ customerKey }) => isChosen(customerKey));
  const own = all.filter((row) => row.currency === currency);
  // No line of AR History is of an owner: then every past day is rebuilt.
  const lines = owner === undefined ? history : [];
  return {
    book: {
      ...{ rows: own, asOf, currency, hasPaymentDates: view.hasPaymentDates, goals: view.goals },
      history: lines.filter((line) => line.currency === currency && line.segment === (segment ?? '')),
      // Whether a month is whole is judged by all invoices: numbers run through customers and currencies.
      cover: monthCover(rows, asOf),
      segmentOf: (key) => customers.get(key)?.[1] ?? 'New',
      nameOf: (row) => row.customer,
      disputedOf: ({ key }, open) => {
        const part = disputes.get(key) ?? 0;
        return part < 0 ? open : Math.min(open, part);
      },
    },
    ...{ all, isChosen },
    promises: view.promises
      .filter(([, , customer]) => isChosen(view.customers[customer]?.[3] ?? ''))
      .map(([on, isKept]) => ({ on, isKept })),
  };
}
