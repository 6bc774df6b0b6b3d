// What the pages for lists of one's own are shown, and what they send: contacts by customer, and who was chased when.
import * as v from 'valibot';
import type { Day } from '../../receivables/day';

/** What a list is compared with. */
export interface ImportView {
  asOf: string;
  /** The columns of AR Customers. */
  columns: string[];
  /** Each with what its row says, in the order of the columns. */
  customers: { key: string; name: string; cells: string[] }[];
  /** Open invoices; the due date as a day, null where there is none. */
  invoices: [key: string, number: string, customerKey: string, due: Day | null][];
}

/** What a person confirmed of a list. */
export const importRequest = v.object({
  /** By customer, its cells as column, what it said and what it shall say: a cell is written only where it still says what it said when it was shown. Days are ISO days. */
  contacts: v.array(v.object({ key: v.string(), cells: v.array(v.tuple([v.string(), v.string(), v.string()])) })),
  /** By invoice: the ISO day, '' where it is not known, and how many reminders there were, 0 where that is not known. */
  chased: v.array(v.tuple([v.string(), v.string(), v.number()])),
});
export type ImportRequest = v.InferOutput<typeof importRequest>;
