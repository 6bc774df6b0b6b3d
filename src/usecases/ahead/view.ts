// What the pages that look ahead compute with: the book in columns, and what our tabs tell beside it.
import type { AgreedPayment } from '../../receivables/forecast/expected-cash';
import type { PackedRows } from '../../receivables/forecast/packed-rows';

/** What is known of an open invoice beside the sheet; `row` is its row there. */
export interface BesideView {
  row: number;
  /** Why it is not for us to expect, a sentence. */
  apart?: string;
  /** Why nobody asks for it at present, a sentence. */
  paused?: string;
  agreed?: readonly AgreedPayment[];
}

/** A book to look ahead in. */
export interface AheadView {
  asOf: string;
  /** What may stay open of a paid invoice, decimal. */
  tolerance: number;
  rows: PackedRows;
  /** How many settled invoices of long ago stayed behind. */
  leftOut: number;
  /** Rows of which the bank tells more than the sheet, and what is open of them; minor units. */
  open: [row: number, minor: number][];
  beside: BesideView[];
  /** Rows of which it is known when they were disputed. */
  disputed: number[];
  /** What should come in each week, decimal by currency, where the team set a goal. */
  goals: Record<string, number>;
}
