// What the page Payments sends and is shown.
import * as v from 'valibot';
import { GAPS_BY_HAND } from '../../dunning/history/payment-facts';
import type { MoneyFigures } from '../../dunning/payments/money-figures';

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

/** An account of the file: ISO days, balances as decimal texts or ''. */
const importedAccount = v.object({
  account: v.string(),
  from: v.string(),
  end: v.string(),
  opening: v.string(),
  closing: v.string(),
});

/** Lines to be read in, at most 500 at a time. */
export const bankLinesRequest = v.object({
  lines: v.pipe(v.array(bankLineRequest), v.maxLength(500)),
  /** Name of the file; '' for a paste. */
  name: v.nullish(v.string(), ''),
  /** Its accounts, as far as it says from when to when each is complete. */
  accounts: v.nullish(v.array(importedAccount), []),
});
export type BankLinesRequest = v.InferOutput<typeof bankLinesRequest>;

/** Where a person puts the money of a line: invoices with decimal amounts, the rest on account. */
export const placesRequest = v.array(
  v.object({
    key: v.string(),
    amount: v.number(),
    gap: v.nullish(v.object({ as: v.picklist(GAPS_BY_HAND), amount: v.number() }), null),
  }),
);
export type MoneyPlace = v.InferOutput<typeof placesRequest>[number];

/** An invoice that money may be for. */
export interface CandidateView {
  key: string;
  invoice: string;
  customer: string;
  customerKey: string;
  /** What is open, decimal, and in words. */
  open: number;
  openText: string;
  currency: string;
  /** ISO day; '' without one. */
  due: string;
}

/** Money of a line on an invoice, or on account with no invoice. Amounts decimal. */
export interface PartView {
  customer: string;
  invoice: string;
  currency: string;
  amount: number;
  gaps: [as: string, amount: number][];
  isBooked: boolean;
}

/** A line as it is shown. */
export interface PaymentLineView {
  id: string;
  /** ISO day. */
  date: string;
  amount: string;
  /** Decimal. */
  money: number;
  currency: string;
  payer: string;
  text: string;
  /** Of AR Payments: proposed, asked, new, applied, ... */
  state: string;
  /** What goes where, proposed or decided. */
  parts: PartView[];
  why: string;
  candidates: CandidateView[];
  /** Who decided. */
  by: string;
}

/** An invoice of which the sheet shows another amount than the accepted payments explain. Amounts in words. */
export interface DifferenceView {
  key: string;
  /** Its number; '' for money on account. */
  invoice: string;
  customer: string;
  /** Whether it stands in the sheet under its key. */
  isInSheet: boolean;
  /** What the sheet shows open now, and what it showed before. */
  inSheet: string;
  before: string;
  /** Accepted and not booked: `400.00 EUR of Thu 12 Nov`. */
  payments: string[];
}

/** The page Payments. */
export interface PaymentsView {
  asOf: string;
  /** A person says what they are. */
  differences: DifferenceView[];
  /** Rows that people put into AR Payments and that are no lines, each with its reason. */
  unread: string[];
  /** Certain, ready to be accepted. */
  certain: PaymentLineView[];
  /** A person is asked. */
  asked: PaymentLineView[];
  /** Nobody knows, or no customer's by their words. */
  others: PaymentLineView[];
  /** Decided, and not in the books yet. */
  decided: PaymentLineView[];
}

/** What a person looked up: open invoices, and customers with key and name. */
export interface MoneyPlacesView {
  invoices: CandidateView[];
  customers: [key: string, name: string][];
}

/** Figures, and payers that were learned: the name in the bank's line, key and name of the customer. */
export interface MoneyFiguresView {
  figures: MoneyFigures;
  payers: [payer: string, customerKey: string, customer: string][];
}
