// What the page Figures is told: the invoices in few words, AR History, and what else pictures are made from.

import type { Goal } from '../../receivables/figures/goals';

/**
 * An invoice, in this order: customer, currency (both by their place in the lists), issued, due, paid on, amount, paid, balance, status, invoice number,
 * 1 where the sheet says it is disputed, what is in dispute (-1: all of it), settled without money, payments (amount, day, 1 for a credit note). Days and minor units; null where nothing is known. Zeros and nulls at the end are left out.
 */
export type FiguresInvoice = (number | string | null | readonly (readonly (number | null)[])[])[];

/** A customer: name, segment, owner, key. */
export type FiguresCustomer = [name: string, segment: string, owner: string, key: string];

/** What the page Figures is told, once: the rest it works out by itself. */
export interface FiguresView {
  asOf: string;
  hasPaymentDates: boolean;
  currencies: string[];
  customers: FiguresCustomer[];
  invoices: FiguresInvoice[];
  /** Promises whose day came: day, whether it was kept, the customer's place. */
  promises: [on: number, isKept: boolean, customer: number][];
  /** The lines of AR History, each as `packedFigures` has it. */
  history: (string | number | null)[][];
  /** Targets and benchmarks as set. */
  goals: Goal[];
  /** What is overdue and on no ladder, minor units by currency. */
  unchased: Record<string, number>;
  /** What is overdue and nobody wrote or called about since it fell due: customer, currency (their places), minor units, invoices, why. */
  neverAsked: [customer: number, currency: number, minor: number, invoices: number, why: string][];
  /** That some invoices age otherwise here than on Today, a sentence; '' where none does. */
  moved: string;
  /** What is wrong with AR History, a sentence; '' where nothing is, or there is none yet. */
  trouble: string;
}
