// What is known of an invoice, and what of it was open on a day.
import type { Day } from './day';
import type { StatusWord } from './invoice-status';

/** A payment of an invoice, in minor units; `on` is null where its day is not known. */
export interface Payment {
  amount: number;
  on: Day | null;
  /** A credit note that lowers the invoice as a payment does, and is no money received. */
  isCredit?: true;
}

/** What lowers an invoice beside its payments, in minor units. */
export interface Lowered {
  /** Credited, written off, withheld as tax, taken as discount or paid in advance, together. */
  settled: number;
  /** What of it is tax that the customer pays to the state. */
  withheld: number;
  /** Kept back by the customer. */
  retained: number;
  /** The day from which on that is owed; null where it is not known. */
  until: Day | null;
}

/** What a row says of whose debt it is; left out where it says nothing. */
export interface SheetDebt {
  /** Of the customer: the day of insolvency, and the kind of debtor as written. */
  insolventSince: Day | null;
  kind: string;
  /** Of this invoice alone: to whom it was assigned, and how it is paid, as written. */
  assignedTo: string;
  paymentMethod: string;
}

/** The documents of an invoice that a sheet may link to: the invoice itself, the proof that it was delivered, the customer's order. */
export const DOCUMENTS = ['invoice', 'delivery', 'order'] as const;

/** One of them. */
export type DocumentName = (typeof DOCUMENTS)[number];

/**
 * Whether a cell that should hold a link holds several: none of them counts, as nobody said which.
 * @example hasSeveralLinks('https://a.example/1 https://a.example/2') // true
 */
export function hasSeveralLinks(written: string): boolean {
  return /^\s*https?:\/\/\S+\s(?:.*\s)?https?:\/\//is.test(written);
}

/** Where the documents of an invoice are, as written; what is not there is left out. */
export type Documents = Partial<Record<DocumentName, string>>;

/** One row of the invoice table, read but not yet judged. Amounts are minor units of `currency`. */
export interface InvoiceRow {
  /** Stable identity: customer and invoice number; of rows without a number, what the row says of itself. */
  key: string;
  /** 1-based row of the sheet, for showing only: rows move when people sort. */
  row: number;
  /** Invoice number as displayed; '' when the row has none. */
  invoice: string;
  /** Identity of the customer: `customerKeyOf(customerId, customer)`. */
  customerKey: string;
  /** Key of the customer who owes it, where another pays it: then `customerKey` is the payer's. */
  debtorKey?: string;
  customer: string;
  customerId: string;
  issued: Day | null;
  due: Day | null;
  /** ISO 4217, or `XXX` when none is known. */
  currency: string;
  amount: number | null;
  /** Paid so far, where the table has such a column and the cell is filled. */
  paid: number | null;
  /** Balance, where the table has such a column and the cell is filled. */
  balance: number | null;
  paidOn: Day | null;
  /** Each payment, where the table has a row for each; they add up to `paid`. */
  payments?: readonly Payment[];
  /** Where the table has columns of such amounts and one of them is filled. */
  lowered?: Lowered;
  status: StatusWord;
  /** The status as written, where it says stop, that a payment is under way, or nothing that is known. */
  statusText?: string;
  disputed: boolean;
  debt?: SheetDebt;
  email: string;
  language: string;
  owner: string;
  paymentLink: string;
  orderNumber: string;
  /** Left out where the row links to none. */
  documents?: Documents;
  /** Payment terms, region, business unit and product as displayed; '' when absent. */
  terms: string;
  region: string;
  businessUnit: string;
  product: string;
  /**
   * Headers of the columns whose cell could not be read (amount, paid, dates, status, disputed, currency). What such an
   * invoice owes is not certain: nobody is reminded of it until the cell is mended.
   */
  unreadable?: readonly string[];
}

/** What the bank tells of an invoice that its row does not show yet. Minor units. */
export interface BankMoney {
  /** Open by the sheet alone. */
  inSheet: number;
  /** What accepted lines take off it and the books do not show; negative where payments came back. */
  accepted: number;
  /** The last of them. */
  last: { amount: number; on: Day; refundableUntil: Day | null } | null;
  /** What the sheet shows beyond what was explained, of which a person is asked; 0 where nothing. */
  difference: number;
}

/** An invoice as it stood on a day. */
export interface Invoice extends InvoiceRow {
  /** What was open on the day, in minor units: negative for a credit, 0 when settled. */
  open: number;
  /** Days since the due date (negative before it); null without a due date. */
  daysPastDue: number | null;
  /** Where lines of AR Payments say more than the row. */
  bank?: BankMoney;
}
