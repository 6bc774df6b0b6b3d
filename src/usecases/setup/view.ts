// What the Set-up page is shown, what a person confirms there, and what was done.
import * as v from 'valibot';
import { LETTER_TAGS, type LetterLanguage } from '../../dunning/letter/letter-languages';
import { LADDER_NAMES, type LadderName } from '../../dunning/policy/ladders';
import type { ProblemView } from '../../workbook/problems';
import type { PaymentStart } from '../../workbook/tabs/settings/setting';

/** The set-up screen: what was found, for the person to correct. */
export interface SetupView {
  alreadySetUp: boolean;
  sheets: { name: string; rows: number }[];
  sheet: string;
  headerRow: number;
  headers: string[];
  fields: {
    field: string;
    label: string;
    /** What the column does to the reading of a row, a sentence; '' where the label tells. */
    meaning: string;
    required: boolean;
    header: string;
    sample: string[];
  }[];
  /** `kind: 'date-order'`: the candidates are two readings of a date, day first and month first. */
  questions: { field: string; message: string; candidates: readonly string[]; kind?: 'date-order' }[];
  company: string;
  senderName: string;
  replyTo: string;
  /** How each currency of the invoices is paid. */
  payment: ({ currency: string } & PaymentStart)[];
  /** Whether somebody said that mails need not say how to pay. */
  noPayment: boolean;
  problems: ProblemView[];
  rowsRead: number;
  /** The first rows as displayed, a cell for each header with a name. */
  rows: string[][];
  /** The id of the workbook. */
  workbook: string;
  /** ISO day. */
  today: string;
  /** How firm customers are asked. */
  ladder: LadderName;
  /** Language of mails where nothing tells the customer's; '' before set-up. */
  language: LetterLanguage | '';
}

/** What the person confirmed on the set-up screen. */
export const setupChoice = v.object({
  sheet: v.string(),
  headerRow: v.number(),
  /** Field to header as written; '' for a field the sheet does not have. */
  columns: v.record(v.string(), v.string()),
  /** How text dates are read, where a person was asked. */
  dateOrder: v.optional(v.picklist(['day-first', 'month-first'])),
  /** How firm customers are asked, for a workbook that is new; usual where it is not said. */
  ladder: v.optional(v.picklist(LADDER_NAMES)),
  /** Language of mails where nothing tells the customer's; as it was where it is not said. */
  language: v.optional(v.picklist(LETTER_TAGS)),
  company: v.string(),
  senderName: v.string(),
  replyTo: v.string(),
  /** By currency; left out by who does not ask for it. */
  payment: v.optional(
    v.record(v.string(), v.object({ holder: v.string(), iban: v.string(), bic: v.string(), instructions: v.string() })),
  ),
  noPayment: v.optional(v.boolean()),
});
export type SetupChoice = v.InferOutput<typeof setupChoice>;

/** What set-up did, in sentences. */
export interface SetupResult {
  did: string[];
  problems: ProblemView[];
}
