// The meanings a column of an invoice table can have, and where they were found.
import type { DocumentName } from '../receivables/invoice';
import type { Problem } from './grid';

/** The columns that decide what a row is: a document and its sign, or one line of an invoice. */
export const ROW_KIND_FIELDS = ['documentType', 'sign', 'credit', 'lineItem', 'quantity', 'unitPrice'] as const;

/** A column that decides what a row is. */
export type RowKindField = (typeof ROW_KIND_FIELDS)[number];

/** The columns that say whose debt an invoice is. */
export const DEBT_FIELDS = ['insolventSince', 'assignedTo', 'paymentMethod', 'debtorKind'] as const;

/** The columns that link to a document of the invoice, by what it is. */
export const DOCUMENT_FIELDS = {
  invoice: 'invoiceDocument',
  delivery: 'deliveryProof',
  order: 'orderDocument',
} as const satisfies Record<DocumentName, string>;

/** The columns of money that lower what is open on an invoice, beside what was paid. */
export const LOWERING_FIELDS = ['credited', 'writtenOff', 'withheld', 'retained', 'discountTaken', 'deposit'] as const;

/** A column of money that lowers what is open. */
export type LoweringField = (typeof LOWERING_FIELDS)[number];

/** A column of money that says how much of an invoice is, or is no longer, open. */
export type MoneyColumn = 'amount' | 'paid' | 'balance' | LoweringField;

export const FIELDS = [
  'customer',
  'customerId',
  'invoice',
  'issued',
  'due',
  'terms',
  'amount',
  'paid',
  'balance',
  'currency',
  'status',
  'paidOn',
  'disputed',
  'email',
  'language',
  'owner',
  'region',
  'businessUnit',
  'product',
  ...DEBT_FIELDS,
  'paymentLink',
  'orderNumber',
  ...Object.values(DOCUMENT_FIELDS),
  ...LOWERING_FIELDS,
  'retainedUntil',
  ...ROW_KIND_FIELDS,
] as const;

/** The meaning of a column. */
export type Field = (typeof FIELDS)[number];

/**
 * The fields that may stand in several columns: `Payment 1`, `Payment 2` and `Payment 3` are all paid. Their amounts are added; of
 * dates (`paidOn`) each belongs to the payment in the same place of `paid`. Of statuses the one counts that says most.
 */
const SEVERAL_COLUMNS: readonly Field[] = ['paid', 'paidOn', 'status', ...LOWERING_FIELDS];

/** What stands between the headers of one field in the mapping: `Payment 1 + Payment 2`. */
const AND = ' + ';

/** A column that was understood. */
export interface ColumnMatch {
  /** 0-based index within the grid. */
  index: number;
  /** 0-based indexes of further columns with the same meaning (`SEVERAL_COLUMNS` only). */
  further?: readonly number[];
  /** The header as written; of several columns all of them, as `joinHeaders` writes them. */
  header: string;
  /** 0 to 1. */
  confidence: number;
  /** Why, in a few words: `header "Due Date"`, `40 of 40 cells looked at hold dates`. */
  reason: string;
}

/** Something only a person can decide; `candidates` are headers (or readings) to choose from. */
export interface Question {
  field: Field;
  message: string;
  candidates: string[];
  /** Which of the two readings of a text date is meant: the candidates are day first, then month first. */
  kind?: 'date-order';
}

/** What was understood of a sheet: where its table is and what its columns mean. */
export interface Detection {
  /** Name of the tab. */
  sheet: string;
  /** 1-based sheet row of the header row. */
  headerRow: number;
  headers: string[];
  columns: Partial<Record<Field, ColumnMatch>>;
  questions: Question[];
  /** How dates written as text are to be read where the cells cannot tell: a person's answer. */
  dateOrder?: DateOrder;
}

/** Whether a detection failed. */
export function isProblem(found: Detection | Problem): found is Problem {
  return 'code' in found;
}

/** Which comes first in a date written as text with figures only: `day-first` is 31/12/2026, `month-first` 12/31/2026. */
export type DateOrder = 'day-first' | 'month-first';

/**
 * The confirmed or detected mapping: field to header as written. '' is a person's word that the sheet has no such column; of a field that
 * is not named nothing was said.
 */
export type Mapping = Partial<Record<Field, string>>;

/** What set-up confirmed about the invoice table. */
export interface ConfirmedTable {
  /** Null where nothing was confirmed. */
  mapping: Mapping | null;
  /** Currency of amounts without one, '' when not set. */
  defaultCurrency: string;
  /** How text dates are read where the sheet cannot tell. */
  dateOrder?: DateOrder;
}

/** What is known of a table that nobody has confirmed. */
export const UNCONFIRMED: ConfirmedTable = { mapping: null, defaultCurrency: '' };

/** The headers of one field in one text, as the mapping keeps them. @example joinHeaders(['Payment 1', 'Payment 2']) // 'Payment 1 + Payment 2' */
export function joinHeaders(headers: readonly string[]): string {
  return headers.join(AND);
}

/** The headers in a text of the mapping, where a field may have several. @example headersWritten('paid', 'Payment 1 + Payment 2').length // 2 */
export function headersWritten(field: Field, written: string): string[] {
  return SEVERAL_COLUMNS.includes(field) ? written.split(AND) : [written];
}

/** The places (0-based) of the columns that mean something already. @example takenBy({ due: { index: 3, ... } }) // Set { 3 } */
export function takenBy(columns: Detection['columns']): Set<number> {
  return new Set(Object.values(columns).map(({ index }) => index));
}
