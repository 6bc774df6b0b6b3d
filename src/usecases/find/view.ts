// What the Sent list and the search over everything send and are shown.
import * as v from 'valibot';
import type { Channel } from '../../dunning/policy/channels';
import type { CustomersView } from '../customers/view';

/** How the Sent list is asked for; what is left out asks for nothing. */
export const sentRequest = v.partial(
  v.object({
    /** Words that customer, address, invoice, reference, subject, note or amount have. */
    search: v.string(),
    /** Key of a customer. */
    key: v.string(),
    /** As AR Customers has it; '' for those of nobody. */
    owner: v.string(),
    /** As AR Log has it. */
    stage: v.string(),
    /** ISO days, both included. */
    since: v.string(),
    until: v.string(),
    /** From which line on, and how many at most. */
    from: v.number(),
    lines: v.number(),
  }),
);
export type SentRequest = v.InferOutput<typeof sentRequest>;

/** A mail, message, letter or call as the log has it. */
export interface SentLine {
  /** Its reference. */
  id: string;
  customerKey: string;
  customer: string;
  owner: string;
  /** `YYYY-MM-DD HH:mm:ss`. */
  at: string;
  /** Who sent it or called, and who approved it, in words, each once. */
  by: string[];
  channel: Channel;
  stage: string;
  amounts: string;
  invoices: string;
  to: string;
  /** The subject of a mail, the note of anything else. */
  subject: string;
  /** What came of a call, `taken back` where its step was since; '' for a mail. */
  outcome: string;
}

/** The Sent list, or a part of it. */
export interface SentView {
  /** How many there are, as sought. */
  total: number;
  /** Everything to choose from, whatever is sought. */
  owners: string[];
  stages: string[];
  /** Newest first. */
  lines: SentLine[];
}

/** The kinds of what is found beside customers. */
export type HitKind = 'invoices' | 'waiting' | 'sent' | 'agreements' | 'bank';

/** Something that was found. */
export interface Hit {
  kind: HitKind;
  /** What opens it: key of an invoice or a customer, reference of a reminder, id of a line of the bank. */
  key: string;
  title: string;
  /** What else is known of it, days as ISO days. */
  line: string;
}

/** What was found. */
export interface SearchView extends CustomersView {
  /** How many of each kind there are. */
  totals: Partial<Record<HitKind, number>>;
  /** The first ones of each kind. */
  hits: Hit[];
}
