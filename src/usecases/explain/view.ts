// What the sidebar is shown of reasons: why an invoice is reminded of or not, what has no reminder, what changed lately.
import type { InvoiceLink } from '../waiting/view';

/** One rule of the decision about an invoice. */
export interface RuleView {
  /** What it asks for: `It is not disputed`. */
  rule: string;
  holds: boolean;
  /** What was found, in a sentence. */
  message: string;
  /** `YYYY-MM-DD` on which that changes by itself; '' when it does not, or when the rule holds. */
  nextDate: string;
}

/** A reminder that waits for the customer of an explained invoice. */
export interface WaitingView {
  id: string;
  /** `A mail (new customer, step 2 of 7, friendly) waits for review.`. */
  text: string;
  /** When it leaves, in words; '' for a call or a task. */
  leaves: string;
  /** Whether the explained invoice is on it. */
  listsIt: boolean;
}

/** Why one invoice is reminded of, or why not. */
export interface ExplainedInvoice extends InvoiceLink {
  customerKey: string;
  /** `YYYY-MM-DD`, '' without one. */
  due: string;
  segment: string;
  decision: 'remind' | 'wait' | 'blocked' | 'not-chased' | 'needs-fix';
  /** The decision in one sentence. */
  sentence: string;
  rules: RuleView[];
  /** Steps around a promise, a discount or the month that stand today beside what was decided, by the same rules. */
  beside: { step: string; rules: RuleView[] }[];
  waiting: WaitingView | null;
  /** What happens next, in one sentence. */
  next: string;
}

/** The page "Why this invoice?". */
export interface WhyView {
  asOf: string;
  /** Where the cursor stands: `Invoices, row 12`; '' when the invoice was chosen otherwise. */
  place: string;
  /** Why there is nothing to explain, and what to do; '' when there is. */
  hint: string;
  invoice: ExplainedInvoice | null;
  /** What else of the same customer is open: the first 100. */
  others: InvoiceLink[];
}

/** What a search for an invoice found. */
export interface FoundInvoices {
  /** The first 20. */
  links: InvoiceLink[];
  /** How many more there are. */
  more: number;
}
