// What is known of a reply while it is read: its sentences, its language, and what was found in it.
import type { Day } from '../../receivables/day';
import type { ReplyContact } from './contact-in';
import type { Piece } from './sentences';
import type { DisputeReason, ReplyWords } from './words/reply-words';

export const INTENTS = [
  'promise',
  'paid',
  'dispute',
  'copy',
  'contact',
  'instalments',
  'call',
  'out-of-office',
  'bounce',
  'insolvency',
  'question',
  'thanks',
  'stop',
  'unclear',
] as const;

/** One thing that a reply says. */
export interface Intent {
  kind: (typeof INTENTS)[number];
  /** ISO day: of payment, of the first instalment, to ring, back at work. */
  date?: string;
  /** They name a time that is no sure day. */
  dateUnsure?: true;
  amount?: number;
  currency?: string;
  /** Numbers their own words name. */
  invoices?: string[];
  reason?: DisputeReason;
  contact?: ReplyContact;
  /** They pay once something has happened. */
  condition?: true;
  /** Their words. */
  quote: string;
}

/** An invoice the reply may be about. */
export interface RepliedInvoice {
  number: string;
  amount: number | null;
  currency: string;
}

/** A sentence with all that is asked of it. */
export interface Sentence extends Piece {
  text: string;
  /** Folded. */
  said: string;
  /** The same without numbers of invoices and full stops, which parted nothing: what patterns are tried on. */
  plain: string;
  invoices: string[];
}

export interface Reading {
  words: ReplyWords;
  received: Day;
  invoices: readonly RepliedInvoice[];
  /** What they wrote, signature included. */
  whole: string;
  /** The end of it, where they say who they are. */
  ending: string;
}

/** Their words as they are shown: without the sign that ends them. */
export function quoted(text: string): string {
  return text
    .trim()
    .replace(/[.,;]+$/, '')
    .trim();
}
