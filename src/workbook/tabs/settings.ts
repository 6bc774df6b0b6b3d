// The tab AR Settings: which settings there are, what they mean, and what they say.
import { countryCode, languageCode } from '../../dunning/letter/languages';
import { FALLBACK_LANGUAGE, LETTER_TAGS_IN_WORDS } from '../../dunning/letter/letter-languages';
import type { Day } from '../../receivables/day';
import { type DateOrder, FIELDS, type Field, type Mapping, type RowKindField } from '../../sheet/fields';
import { type Cell, isBlank, type Problem } from '../../sheet/grid';
import { amountOfCell, dayOfCell, textOf } from '../../sheet/read/typed-cells';
import type { TabTable } from './records';

/** A setting as a row of the tab: its name, the value a new workbook starts with, and what it means. */
export interface SettingRow {
  name: string;
  value: Cell;
  meaning: string;
}

/** What the tab says. */
export interface Settings {
  invoiceSheet: string;
  /** 1-based; 0 when not set. */
  headerRow: number;
  mapping: Mapping;
  defaultCurrency: string;
  dateOrder: DateOrder | undefined;
  company: string;
  senderName: string;
  replyTo: string;
  signature: string;
  /** Payment instructions by currency. */
  bankDetails: Record<string, string>;
  minimums: Record<string, number>;
  tolerance: number;
  promiseGrace: number;
  /** Minutes since midnight. */
  windowFrom: number;
  windowTo: number;
  /** Code of our own country, '' when not set. */
  country: string;
  /** Language of mails where neither the customer's language nor country tells one. */
  language: string;
  /** How many customers may be contacted for the first time on one day; null for any number. */
  newCustomersPerDay: number | null;
  /** How many mails may leave on one day; null for any number. */
  mailsPerDay: number | null;
  paymentsUpTo: Day | null;
  paymentsMaxAge: number;
  /** Recipients per rolling 24 hours; null: by the kind of account. */
  dailyLimit: number | null;
  releaseTerms: string;
  nextStep: string;
  /** Thresholds and mode of SEGMENT, name to value. */
  segmentation: [string, Cell][];
}

const SEGMENT_PREFIX = 'Segment: ';
const COLUMN_PREFIX = 'Column: ';
const BANK_PREFIX = 'Payment instructions: ';
const MINIMUM_PREFIX = 'Minimum: ';

/** Customers contacted for the first time on one day, where nobody has said another number. */
const NEW_CUSTOMERS = 20;
/** Business days after a promised day: more is a slip of the pen. */
const MOST_GRACE = 60;

export const AS_OF_SETTING = 'AS_OF';
export const AS_OF_MEANING =
  'Today in this workbook. Formulas take it as their as-of argument; the hourly run keeps it up to date.';
export const PAYMENTS_SETTING = 'Payments are in up to';

/** What the column of each field holds. */
export const COLUMN_HOLDS: Record<Field, string> = {
  customer: 'the customer’s name',
  customerId: 'the customer’s number',
  invoice: 'the invoice number',
  issued: 'the invoice date',
  due: 'the due date',
  terms: 'the payment terms',
  amount: 'the invoice amount',
  paid: 'what was paid so far',
  balance: 'what is still open',
  currency: 'the currency',
  status: 'the status',
  paidOn: 'the payment date',
  disputed: 'the mark of a dispute',
  email: 'the billing address for mails',
  language: 'the customer’s language',
  owner: 'the account owner',
  region: 'the region',
  businessUnit: 'the business unit',
  product: 'the product',
  paymentLink: 'a payment link',
  orderNumber: 'the customer’s order number',
  documentType: 'the kind of document (invoice, credit note, payment, supplier bill)',
  sign: 'debit or credit (D/C, S/H)',
  credit: 'amounts credited, where charges stand in a column of their own',
  lineItem: 'the line of an invoice (item, position), where an invoice has several rows',
  quantity: 'the quantity of a line',
  unitPrice: 'the price of one piece',
};

/** What a column does to the reading of a row, where its name does not tell a bookkeeper; '' where it does. */
export const COLUMN_EFFECT: Partial<Record<Field, string>> & Record<RowKindField, string> = {
  documentType: 'Credit notes and payments lower what the customer owes; bills of your suppliers are left out.',
  sign: 'A row marked as credit lowers what the customer owes, whatever its amount looks like.',
  credit: 'An amount in it is a payment or a credit note, never an invoice.',
  lineItem: 'Rows with the same invoice number are put together into one invoice.',
  quantity: 'Rows with the same invoice number are lines of one invoice.',
  unitPrice: 'Where quantity times price gives the amount, the lines of an invoice are added up.',
};

/** The name of the setting that maps a field. @example columnSetting('due') // 'Column: due' */
export function columnSetting(field: Field): string {
  return `${COLUMN_PREFIX}${field}`;
}

/**
 * The settings of a new workbook, in the order of the tab.
 * @param found what set-up found and the person confirmed
 * @param currencies those found in the invoices: each gets a line for payment instructions and a minimum
 * @param asOf today
 */
export function defaultSettings(
  found: {
    sheet: string;
    headerRow: number;
    mapping: Mapping;
    dateOrder?: DateOrder;
    company: string;
    senderName: string;
    replyTo: string;
  },
  currencies: readonly string[],
  asOf: Day,
): SettingRow[] {
  const row = (name: string, value: Cell, meaning: string): SettingRow => ({ name, value, meaning });
  return [
    row(AS_OF_SETTING, { day: asOf }, AS_OF_MEANING),
    row('Invoice sheet', found.sheet, 'The tab with the invoices. Duesheet reads it and never writes to it.'),
    row('Header row', found.headerRow, 'The row of that tab with the column headers.'),
    ...FIELDS.map((field) =>
      row(
        columnSetting(field),
        found.mapping[field] ?? '',
        `Header of the column with ${COLUMN_HOLDS[field]}; empty when there is none.`,
      ),
    ),
    row(
      'Date order',
      found.dateOrder ?? '',
      'How dates written as text are read where the sheet cannot tell: day-first (31/12) or month-first (12/31).',
    ),
    row('Default currency', '', 'Currency of rows without one, as a three-letter code such as EUR.'),
    row('Country', '', 'Your own country, like DE or France: its days of AR Holidays are no business days.'),
    row(
      'Default language',
      FALLBACK_LANGUAGE,
      `Language of mails to customers of whom neither language nor country tells one: ${LETTER_TAGS_IN_WORDS}.`,
    ),
    row('Company', found.company, 'Your firm’s name as customers know it; it stands in every mail.'),
    row('Sender name', found.senderName, 'The person or team that signs.'),
    row('Reply-to', found.replyTo, 'Where answers go; empty: to the sender’s own address.'),
    row('Signature', '', 'Lines below the name: title, phone, address.'),
    ...currencies.map((code) =>
      row(`${BANK_PREFIX}${code}`, '', `How to pay an invoice in ${code}: bank, account, reference.`),
    ),
    ...currencies.map((code) =>
      row(`${MINIMUM_PREFIX}${code}`, '', `Least overdue sum of a customer in ${code} worth a reminder; empty: any.`),
    ),
    row('Tolerance', 0, 'Balances up to this amount are not chased.'),
    row('Promise grace', 2, 'Business days after a promised day before the promise counts as broken.'),
    row('Send from', '08:00', 'Mails leave from this time on, in the workbook’s time zone.'),
    row('Send until', '18:00', 'No mail leaves after this time.'),
    row(
      PAYMENTS_SETTING,
      '',
      'The last day whose incoming payments are in the invoice sheet. Nothing is sent when it is too old.',
    ),
    row('Payments may be old by', 3, 'Business days after which the payments count as too old to send on.'),
    row(
      'New customers per day',
      NEW_CUSTOMERS,
      'How many customers are contacted for the first time on one day at most; empty: any number.',
    ),
    row(
      'Mails per day',
      '',
      'How many mails leave on one day at most, so that a Monday is no burst; empty: any number.',
    ),
    row('Recipients per 24 hours', '', 'Empty: 100 for gmail.com, 1,500 for Google Workspace accounts.'),
    row('Release terms', '', 'What releases orders that are on credit hold, for the text Hold notice.'),
    row(
      'Next step',
      '',
      'What follows a final reminder, worded to fit behind "before"; empty: handing the account over for collection, in the language of the mail. Of several languages a line each: "en: ...", "de: ..."; - for none.',
    ),
    row(
      `${SEGMENT_PREFIX}mode`,
      'behaviour',
      'How customers are segmented: behaviour, balance or peakflo; as in the formula SEGMENT.',
    ),
  ];
}

/**
 * Reads the tab; a setting that cannot be read keeps its default and is reported.
 * @param table the tab as read
 */
export function readSettings(table: TabTable): { settings: Settings; problems: Problem[] } {
  const cells = new Map<string, { cell: Cell; row: number }>();
  for (const row of table.rows) cells.set(row.text('Setting').toLowerCase(), { cell: row.cell('Value'), row: row.row });
  const problems: Problem[] = [...table.problems];
  const cellOf = (name: string): Cell => cells.get(name.toLowerCase())?.cell ?? '';
  const report = (name: string, fault: string): void => {
    if (!fault) return;
    const row = cells.get(name.toLowerCase())?.row ?? 0;
    problems.push({ row, column: name, code: 'setting-unreadable', message: `AR Settings, ${name}: ${fault}.` });
  };
  const number = (name: string, fallback: number): number => {
    const { amount, fault } = amountOfCell(cellOf(name));
    report(name, fault);
    return amount ?? fallback;
  };
  const minutes = (name: string, fallback: number): number => {
    const cell = cellOf(name);
    const read = isBlank(cell) ? fallback : minutesOf(cell);
    if (read === null) report(name, `"${textOf(cell)}" is not a time; type it like 08:00`);
    return read ?? fallback;
  };
  const text = (name: string): string => textOf(cellOf(name));
  const isTold = (name: string): boolean => cells.has(name.toLowerCase());
  const payments = dayOfCell(cellOf(PAYMENTS_SETTING));
  report(PAYMENTS_SETTING, payments.fault);
  const limitOf = (name: string): number | null => {
    const { amount, fault } = amountOfCell(cellOf(name));
    report(name, fault);
    return amount;
  };
  /** How many: what cannot be read must not take a limit away. */
  const limitOr = (name: string, fallback: number): number | null => {
    const limit = limitOf(name);
    return limit === null && !isBlank(cellOf(name)) ? fallback : limit;
  };
  for (const [name, { cell }] of cells)
    if (name.startsWith(MINIMUM_PREFIX.toLowerCase()) && !isBlank(cell))
      report(`${MINIMUM_PREFIX}${name.slice(MINIMUM_PREFIX.length).toUpperCase()}`, amountOfCell(cell).fault);
  const country = text('Country');
  if (country && !countryCode(country))
    report('Country', `"${country}" is no country that Duesheet knows; write a code like DE`);
  const settings: Settings = {
    invoiceSheet: text('Invoice sheet'),
    headerRow: number('Header row', 0),
    mapping: mappingOf(text, isTold),
    defaultCurrency: text('Default currency').toUpperCase(),
    dateOrder: dateOrderOf(text('Date order')),
    company: text('Company'),
    senderName: text('Sender name'),
    replyTo: text('Reply-to'),
    signature: text('Signature'),
    bankDetails: byCurrency(cells, BANK_PREFIX, textOf),
    minimums: byCurrency(cells, MINIMUM_PREFIX, (cell) => amountOfCell(cell).amount),
    tolerance: number('Tolerance', 0),
    promiseGrace: Math.min(MOST_GRACE, Math.max(0, Math.round(number('Promise grace', 2)))),
    windowFrom: minutes('Send from', 480),
    windowTo: minutes('Send until', 1080),
    country: countryCode(country),
    language: languageCode(text('Default language')) || FALLBACK_LANGUAGE,
    newCustomersPerDay: limitOr('New customers per day', NEW_CUSTOMERS),
    mailsPerDay: limitOf('Mails per day'),
    paymentsUpTo: payments.day,
    paymentsMaxAge: number('Payments may be old by', 3),
    dailyLimit: limitOf('Recipients per 24 hours'),
    releaseTerms: text('Release terms'),
    nextStep: text('Next step'),
    segmentation: segmentationOf(table),
  };
  return { settings, problems };
}

function dateOrderOf(text: string): DateOrder | undefined {
  const word = text.toLowerCase();
  return word === 'day-first' || word === 'month-first' ? word : undefined;
}

// An empty cell says that the sheet has no such column; a row that is not there (an older workbook's) says nothing.
function mappingOf(text: (name: string) => string, isTold: (name: string) => boolean): Mapping {
  const mapping: Mapping = {};
  for (const field of FIELDS) if (isTold(columnSetting(field))) mapping[field] = text(columnSetting(field));
  return mapping;
}

function byCurrency<T>(
  cells: ReadonlyMap<string, { cell: Cell }>,
  prefix: string,
  read: (cell: Cell) => T | null,
): Record<string, T> {
  const found: Record<string, T> = {};
  for (const [name, { cell }] of cells) {
    if (!name.startsWith(prefix.toLowerCase()) || isBlank(cell)) continue;
    const value = read(cell);
    if (value !== null) found[name.slice(prefix.length).toUpperCase()] = value;
  }
  return found;
}

function segmentationOf(table: TabTable): [string, Cell][] {
  return table.rows
    .filter((row) => row.text('Setting').startsWith(SEGMENT_PREFIX) && !isBlank(row.cell('Value')))
    .map((row) => [row.text('Setting').slice(SEGMENT_PREFIX.length), row.cell('Value')]);
}

/** A time of day as minutes since midnight: `08:00`, `8`, or a fraction of a day as spreadsheets keep times. */
function minutesOf(cell: Cell): number | null {
  if (typeof cell === 'number' && cell >= 0 && cell < 1) return Math.round(cell * 1440);
  const match = /^(\d{1,2})(?::(\d{2}))?(?::\d{2})?$/.exec(textOf(cell));
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return minutes <= 1440 ? minutes : null;
}
