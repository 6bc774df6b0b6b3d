// What the pages for lists of one's own are shown, and what they send: contacts by customer, and who was chased when.
import * as v from 'valibot';
import { CONTACT_COLUMNS } from '../../sheet/contacts/contact-columns';

/** What a list is compared with. */
export interface ImportView {
  asOf: string;
  /** In alphabetical order. */
  customers: {
    key: string;
    name: string;
    id: string;
    /** Other names, as written. */
    aliases: string;
    /** What AR Customers says, in the order of the columns a list may fill. */
    cells: string[];
  }[];
  /** Open invoices; the due date is an ISO day, '' where there is none. */
  invoices: [key: string, number: string, customerKey: string, due: string][];
}

/** What a person confirmed of a list. */
export const importRequest = v.object({
  /** By customer: a cell is written only where it still says what it said when it was shown. Days are ISO days. */
  contacts: v.array(
    v.object({ key: v.string(), cells: v.array(v.tuple([v.picklist(CONTACT_COLUMNS), v.string(), v.string()])) }),
  ),
  /** By invoice: the ISO day, '' where it is not known, and how many reminders there were, 0 where that is not known. */
  chased: v.array(v.tuple([v.string(), v.string(), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99))])),
});
export type ImportRequest = v.InferOutput<typeof importRequest>;
