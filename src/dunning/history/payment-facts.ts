// What the log holds of money that came: lines of the bank, what was decided about them, and what the books show of it.
import type { ReturnReason } from '../../receivables/cash/return-reason';

/** Why less came than was open. All but a deduction close the invoice too; a deduction stays open and in dispute. */
export const GAPS_BY_HAND = ['discount', 'bank charge', 'withholding', 'deduction'] as const;
export type GapKind = (typeof GAPS_BY_HAND)[number] | 'rounding';

/** Money of a line on an invoice, or on a customer's account. Minor units. */
export interface AllocationFacts {
  /** Key of the invoice row; '' for money on account. */
  key: string;
  /** Invoice number as displayed; '' for money on account. */
  invoice: string;
  customerKey: string;
  currency: string;
  /** Money of the line; negative where a payment came back. */
  amount: number;
  gaps?: [as: GapKind, amount: number][];
  /**
   * What the sheet showed open of the invoice at that moment, without regard to AR Payments (`bank.inSheet` where the invoice
   * has it); on account the customer's open credits in that currency, as a negative number.
   */
  open: number;
}

/** A line of the bank as it was read. */
export interface ReadLineFacts {
  id: string;
  /** ISO day. */
  date: string;
  /** Minor units of `currency`; charges are taken off already. */
  amount: number;
  currency: string;
  charges?: number;
  /** What was sent, where it was another currency. */
  original?: [amount: number, currency: string];
  payer: string;
  text: string;
  /** What is proposed for it, ready to be accepted; empty where a person is asked. */
  parts: AllocationFacts[];
  /** Keys of the invoices it may be for, where a person is asked. */
  candidates: string[];
  /** Why, a sentence. */
  why: string;
  /** What the money is, where it is for no invoice by its words: `not receivable`, `customer credit`, ... */
  as?: string;
}

/** What came of a line. */
export const LINE_OUTCOMES = ['applied', 'on account', 'ignored', 'returned'] as const;
export type LineOutcome = (typeof LINE_OUTCOMES)[number];

/** What a person decided about a line. */
export interface LineDecisionFacts {
  /** Of the line. */
  id: string;
  as: LineOutcome;
  /** All its money that is put somewhere, on account too; empty for what is ignored. */
  parts: AllocationFacts[];
  /** Why it came back, of a return. */
  reason?: ReturnReason;
  /** A core direct debit that we collected: the payer may have it back for eight weeks. */
  collected?: true;
  /** Accepted as it was proposed, without a question. */
  proposed?: true;
}

/** Where lines were read from. */
export interface BankFileFacts {
  name: string;
  /** Up to where each of its accounts is complete; missing where it does not say. */
  ends?: AccountEndFacts[];
}

/** An account, the ISO day up to which all that was booked on it is read, and its balance then as a decimal text, '' without one. */
export type AccountEndFacts = [account: string, end: string, closing: string];

/** Lines that the books show now: key of the invoice, what the sheet shows open of it, ids of the lines. */
export type BookedFacts = [key: string, open: number, lines: string[]];

/** What the sheet shows open of an invoice, and what it should show by what was booked. */
export type DifferenceFacts = [key: string, open: number, base: number];

/** What an allocation takes off an invoice: money, and what closes it beside that. @example closes({ ...part, amount: 980, gaps: [['discount', 20]] }) // 1000 */
export function closes({ amount, gaps = [] }: Pick<AllocationFacts, 'amount' | 'gaps'>): number {
  return gaps.reduce((sum, [as, gap]) => (as === 'deduction' ? sum : sum + gap), amount);
}
