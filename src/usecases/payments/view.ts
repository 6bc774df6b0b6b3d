// What the page Payments sends and is shown.
import * as v from 'valibot';
import { GAPS_BY_HAND } from '../../dunning/history/payment-facts';
import type { LineState, PaymentLine } from '../../dunning/history/payments';
import type { Invoice } from '../../receivables/invoice';

/** A line of the bank as a page read it from a file or a paste: amounts are decimal texts, days `YYYY-MM-DD`. */
export const bankLineRequest = v.object({
  account: v.nullish(v.string(), ''),
  date: v.string(),
  amount: v.string(),
  currency: v.string(),
  payer: v.nullish(v.string(), ''),
  text: v.nullish(v.string(), ''),
  /** The bank's own number of the line; '' where it has none. */
  bankId: v.nullish(v.string(), ''),
  charges: v.nullish(v.string(), ''),
  original: v.nullish(v.object({ amount: v.string(), currency: v.string() }), null),
});

/** Lines to be read in, at most 500 at a time. */
export const bankLinesRequest = v.object({
  lines: v.pipe(v.array(bankLineRequest), v.maxLength(500)),
  /** Name of the file; '' for a paste. */
  name: v.nullish(v.string(), ''),
  /** Up to where its accounts are complete: account, ISO day, balance as a decimal text or ''. */
  ends: v.nullish(v.array(v.tuple([v.string(), v.string(), v.string()])), []),
});
export type BankLinesRequest = v.InferOutput<typeof bankLinesRequest>;

/** Where a person puts the money of a line: invoices with decimal amounts, the rest on account. */
export const placesRequest = v.array(
  v.object({
    key: v.string(),
    amount: v.number(),
    gap: v.nullish(v.object({ as: v.picklist(GAPS_BY_HAND), amount: v.pipe(v.number(), v.gtValue(0)) }), null),
  }),
);
export type MoneyPlace = v.InferOutput<typeof placesRequest>[number];

/** An invoice that money may be for: amounts in minor units, days as numbers. */
export type CandidateView = Pick<
  Invoice,
  'key' | 'invoice' | 'customer' | 'customerKey' | 'currency' | 'amount' | 'open' | 'issued' | 'due' | 'terms'
>;

/** A line as it is kept: minor units, days as numbers. */
export interface PaymentLineView extends PaymentLine {
  state: LineState;
}

/** An invoice of which the sheet shows another amount than the accepted payments explain. Minor units. */
export interface DifferenceView {
  key: string;
  /** Its number; '' for money on account. */
  invoice: string;
  currency: string;
  customer: string;
  /** What the sheet shows open now, null without a row under this key; and what it showed before. */
  inSheet: number | null;
  before: number;
  /** Accepted and not booked. */
  payments: (readonly [amount: number, currency: string, on: number])[];
}

/** The page Payments. */
export interface PaymentsView {
  asOf: string;
  /** A person says what they are. */
  differences: DifferenceView[];
  /** Rows that people put into AR Payments and that are no lines, each with its reason. */
  unread: (readonly [row: number, fault: string])[];
  /** Lines that somebody has to decide about, and what was decided of late, in the order in which they were read. */
  lines: PaymentLineView[];
  /** The invoices that lines may be for. */
  invoices: CandidateView[];
  /** Names of the customers of parts, by key. */
  names: [key: string, name: string][];
  /** Up to where each account was read, as `ends` of an import; and ISO day up to which payments are in, '' where nobody said. */
  ends: [account: string, end: string, closing: string][];
  upTo: string;
}

/** What a person looked up: open invoices, and customers with key and name. */
export interface MoneyPlacesView {
  invoices: CandidateView[];
  customers: (readonly [key: string, name: string])[];
}

/** What was decided in a year, and payers that were learned: the name in the bank's line, key and name of the customer. */
export interface MoneyFiguresView {
  lines: PaymentLine[];
  payers: [payer: string, customerKey: string, customer: string][];
}
