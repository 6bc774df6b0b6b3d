// The facts of cash application: open items, lines of the bank, and what is proposed for each.
import type { Day } from '../day';

/** An open item: an invoice, or a credit with a negative balance. Amounts are minor units of `currency`. */
export interface OpenItem {
  /** Identity: customer and invoice number. */
  key: string;
  /** 1-based row of the sheet. */
  row: number;
  /** Invoice number as displayed. */
  invoice: string;
  customerKey: string;
  customer: string;
  customerId: string;
  currency: string;
  balance: number;
  /** What was invoiced; null where the sheet does not say. */
  amount: number | null;
  issued: Day | null;
  due: Day | null;
  terms: string;
  /** The structured reference that the customer was asked to quote; '' without one. */
  reference: string;
}

/** A line of the bank. Amounts are minor units. */
export interface CashLine {
  row: number;
  id: string;
  day: Day;
  minor: number;
  currency: string;
  payer: string;
  text: string;
  /** What the bank kept, in the line's currency; already taken off. */
  charges: number;
  /** What was sent, where it differs. */
  original: { minor: number; currency: string } | null;
  structuredReference: string;
  returnReason: string;
  /** Announced or for information: not money yet. */
  isBooked: boolean;
}

/** Money of a line put on an item, ready to be accepted. */
export interface Allocation {
  line: CashLine;
  item: OpenItem;
  /** Minor units of the item's currency; negative for a return. */
  amount: number;
  /** Discount and charges that close the item as well. */
  discount: number;
  fee: number;
  why: string;
}

/** A line that a person is asked about. */
export interface Asked {
  line: CashLine;
  candidates: readonly OpenItem[];
  why: string;
}

/** What money of a line is that goes to no item. */
export const UNMATCHED_KINDS = [
  'customer credit',
  'rounding',
  'bank fee',
  'same bank line',
  'not receivable',
  'unknown',
] as const;
export type UnmatchedKind = (typeof UNMATCHED_KINDS)[number];

/** Money of a line that goes to no item. */
export interface Unmatched {
  line: CashLine;
  /** Minor units of the line's currency. */
  amount: number;
  as: UnmatchedKind;
  why: string;
}

/** What is proposed for lines of the bank. Nothing of it is posted. */
export interface CashMatch {
  allocations: Allocation[];
  ask: Asked[];
  unmatched: Unmatched[];
}

/** A text as numbers and names are looked for in it: capitals without accents. */
export function folded(text: string): string {
  return text
    .toUpperCase()
    .replace(/Ä/g, 'AE')
    .replace(/Ö/g, 'OE')
    .replace(/Ü/g, 'UE')
    .replace(/ẞ/g, 'SS')
    .replace(/Ø/g, 'O')
    .replace(/Æ/g, 'AE')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC');
}
