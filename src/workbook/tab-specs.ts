// Duesheet's own tabs: their headers and kinds of column.
import { CUSTOMER_KINDS } from '../dunning/decision/debtor/kinds';
import { CHANNEL_NAMES } from '../dunning/policy/channels';
import { DISPUTE_KINDS } from '../dunning/policy/dispute-reasons';
import { INVOICE_CHANNELS } from '../dunning/policy/invoice-channels';
import { ANCHORS, ATTACH_CELLS } from '../dunning/policy/policy';
import { PURPOSES } from '../dunning/policy/purposes';
import { TONES } from '../dunning/policy/tones';
import { OPERATORS, RULE_FIELDS } from '../dunning/segments/rule-words';
import { SEGMENTS_BY_BEHAVIOUR } from '../receivables/segment-words';
import type { OwnTabName } from '../sheet/detect/own-tab-names';
import type { Cell } from '../sheet/grid';

/** What a column of a tab holds: decides its cell format and how it is read. */
export type ColumnKind = 'text' | 'number' | 'date';

export interface TabColumn {
  header: string;
  kind: ColumnKind;
  /** Width in pixels, where it is not the usual one. Neighbours of one width are set at once. */
  width?: number;
  /** A drop-down of these words; other entries are allowed and reported when read. */
  choices?: readonly string[];
  /** What is read by who points at its header. */
  note?: string;
  /** It came with a later version: a workbook set up before may lack it until set-up is run again. */
  isLater?: true;
}

/** A tab that takes a closed year of the log. */
type ClosedYearName = `AR Log ${number}`;

/** One of our tabs. */
export interface TabSpec {
  name: OwnTabName | ClosedYearName;
  columns: readonly TabColumn[];
}

/** A tab to be created, whatever it is called, with the rows it begins with: a cell for each column. */
export type NewTab = Omit<TabSpec, 'name'> & { name: string; rows?: readonly (readonly Cell[])[] };

const text = (header: string, width?: number): TabColumn => ({ header, kind: 'text', width });
const oneOf = (choices: readonly string[], column: TabColumn): TabColumn => ({ ...column, choices });
const number = (header: string, width?: number): TabColumn => ({ header, kind: 'number', width });
const later = (column: TabColumn): TabColumn => ({ ...column, isLater: true });
const date = (header: string): TabColumn => ({ header, kind: 'date' });

/** Most columns of AR Policy are so narrow that its ladder is seen whole. */
const NARROW = 100;

export const SETTINGS_TAB: TabSpec = {
  name: 'AR Settings',
  columns: [text('Setting', 340), text('Value', 340), text('What it means', 340)],
};

export const CUSTOMERS_TAB: TabSpec = {
  name: 'AR Customers',
  columns: [
    text('Customer'),
    text('Customer ID'),
    text('Aliases'),
    text('Contact'),
    text('Email'),
    text('CC'),
    text('Escalation email'),
    text('Phone'),
    text('Language'),
    text('Country'),
    text('Owner'),
    text('Segment override'),
    text('Payment method'),
    text('Payment run'),
    oneOf(['yes', 'no'], text('Do not contact')),
    text('Notes', 240),
    later(text('Postal address', 240)),
    later(oneOf(CUSTOMER_KINDS, text('Kind'))),
    later(text('Paid by')),
    later(date('Insolvent since')),
    later(text('Assigned to')),
    later(oneOf(['yes', 'no'], text('Credit hold'))),
    later(oneOf(CHANNEL_NAMES, text('Preferred channel'))),
    later(date('WhatsApp agreed on')),
    later(text('Segment')),
    later(date('Segment since')),
    later(date('Claim by')),
    later(number('Credit limit')),
    later(text('Limit currency')),
    later(text('Limit source')),
    later(date('Review by')),
    later(text('Security')),
    later(date('Security until')),
    later(date('Report by')),
    later(oneOf(INVOICE_CHANNELS, text('Invoice channel'))),
    later(text('Portal')),
  ],
};

export const POLICY_TAB: TabSpec = {
  name: 'AR Policy',
  columns: [
    text('Segment'),
    number('Stage', NARROW),
    oneOf(ANCHORS, text('Anchor', NARROW)),
    number('Days', NARROW),
    oneOf(CHANNEL_NAMES, text('Channel', NARROW)),
    text('Template'),
    text('To', NARROW),
    text('CC', NARROW),
    oneOf(['review', 'auto'], text('Sending', NARROW)),
    number('Minimum gap', NARROW),
    oneOf(TONES, text('Tone', NARROW)),
    oneOf(['yes', 'no'], text('Active', NARROW)),
    number('Repeat every', NARROW),
    number('Times', NARROW),
    later(oneOf(PURPOSES, text('Purpose', NARROW))),
    later(oneOf(ATTACH_CELLS, text('Attach', NARROW))),
  ],
};

const ABOUT_TEXTS = `To read these texts as your customers do, and to change them: Duesheet > Open sidebar > More > Texts.
What stands between {{ and }} is filled in as a mail is written: {{company}} is your firm, {{no}} the number of the invoice. What stands from {{#one}} to {{/one}} is said of one invoice only, from {{#several}} to {{/several}} of several.`;

export const TEMPLATES_TAB: TabSpec = {
  name: 'AR Templates',
  columns: [{ ...text('Template'), note: ABOUT_TEXTS }, text('Language'), text('Subject', 480), text('Body', 480)],
};

export const HOLDS_TAB: TabSpec = {
  name: 'AR Holds',
  columns: [text('Customer'), text('Invoice'), date('Until'), text('Reason', 280), text('By')],
};

export const PROMISES_TAB: TabSpec = {
  name: 'AR Promises',
  columns: [
    text('Customer'),
    text('Invoice'),
    number('Amount'),
    text('Currency'),
    date('Promised on'),
    date('Recorded'),
    oneOf(['open', 'kept', 'partly kept', 'broken', 'cancelled'], text('State')),
    text('Note', 280),
    later(text('Plan')),
  ],
};

export const DISPUTES_TAB: TabSpec = {
  name: 'AR Disputes',
  columns: [
    text('Invoice'),
    text('Customer'),
    text('Reason'),
    number('Amount'),
    text('Currency'),
    date('Opened'),
    text('Owner'),
    date('Resolved'),
    text('Outcome'),
    date('Deadline'),
    later(date('New date')),
    later(oneOf(DISPUTE_KINDS, text('Kind', NARROW))),
    later(text('Department')),
  ],
};

export const HOLIDAYS_TAB: TabSpec = {
  name: 'AR Holidays',
  columns: [text('Country'), date('Day'), date('Until'), text('Name')],
};

export const QUEUE_TAB: TabSpec = {
  name: 'AR Queue',
  columns: [
    oneOf(['approve', 'not now', 'treat as done', 'hold back'], text('Decide')),
    text('State'),
    text('Customer'),
    text('Segment'),
    text('Stage'),
    text('Channel'),
    text('Template'),
    text('To'),
    text('CC'),
    text('Invoices'),
    text('Amounts'),
    number('Oldest days past due'),
    date('Planned on'),
    text('Why', 330),
    text('Subject', 330),
    text('Body', 330),
    date('Snoozed until'),
    text('Updated'),
    text('Reminder'),
  ],
};

export const LOG_TAB: TabSpec = {
  name: 'AR Log',
  columns: [
    number('Seq'),
    text('At'),
    text('Event'),
    text('Reminder'),
    text('Customer'),
    text('Invoices'),
    text('Stage'),
    text('Amounts'),
    text('To'),
    text('Actor'),
    text('Note', 280),
    text('Facts (JSON)', 280),
    text('Hash'),
  ],
};

/** The lines of the bank, a view of the log as AR Queue is. It comes with the first line and is in no workbook before. */
export const PAYMENTS_TAB: TabSpec = {
  name: 'AR Payments',
  columns: [
    text('Bank line'),
    date('Date'),
    number('Amount'),
    text('Currency', NARROW),
    text('Payer', 200),
    text('Text', 280),
    number('Charges', NARROW),
    text('State', NARROW),
    text('Customer'),
    text('Invoices', 280),
    oneOf(['accept', 'ignore', 'on account'], text('Decide')),
    text('Why', 330),
    text('By'),
    date('Read on'),
  ],
};

/** The figures of days. It comes as the first day is closed, and is added to, never rewritten. */
export const HISTORY_TAB: TabSpec = {
  name: 'AR History',
  columns: [
    date('Day'),
    text('Currency', NARROW),
    text('Segment'),
    ...[
      ...['Open', 'Overdue', 'Current', '1-30', '31-60', '61-90', '90+', 'Disputed', 'Sales 90', 'Sales 365'],
      ...['DSO 90', 'DSO count-back', 'BPDSO', 'ADD', 'CEI (month to date)', 'Turnover', 'Days to pay'],
      ...['Collected (money only)', 'Credits', 'Written off', 'Promises due', 'kept', 'Mails', 'Calls'],
    ].map((header) => number(header, NARROW)),
    text('Rebuilt', 330),
  ],
};

/** A page of figures and charts: no table, and made on request. */
export const DASHBOARD_TAB: TabSpec = { name: 'AR Dashboard', columns: [] };

/** Rules that name a customer's segment; lines of one Order belong together. */
export const SEGMENTS_TAB: TabSpec = {
  name: 'AR Segments',
  columns: [
    number('Order', NARROW),
    oneOf(SEGMENTS_BY_BEHAVIOUR, text('Segment', 200)),
    oneOf(RULE_FIELDS, text('Field', 200)),
    oneOf(OPERATORS, text('Is', NARROW)),
    text('Value', 200),
    oneOf(['yes', 'no'], text('Active', NARROW)),
    text('Note', 280),
  ],
};

/** Why customers do not pay as asked: what each reason is, who settles it, and in how many days. */
export const REASONS_TAB: TabSpec = {
  name: 'AR Reasons',
  columns: [
    text('Reason', 280),
    oneOf(DISPUTE_KINDS, text('Kind', NARROW)),
    text('Department', 200),
    text('Owner', 200),
    number('Days to settle', NARROW),
  ],
};

/** The tab of a closed year of the log. @example closedYear(2025).name // 'AR Log 2025' */
export function closedYear(year: number): TabSpec {
  return { ...LOG_TAB, name: `AR Log ${year}` };
}

/** All our tabs in the order in which they are created. */
export const TABS: readonly TabSpec[] = [
  SETTINGS_TAB,
  CUSTOMERS_TAB,
  POLICY_TAB,
  TEMPLATES_TAB,
  HOLDS_TAB,
  PROMISES_TAB,
  DISPUTES_TAB,
  HOLIDAYS_TAB,
  QUEUE_TAB,
  LOG_TAB,
];

/** Tabs that come with their first use, and are in no workbook before. */
export const TABS_OF_USE: readonly TabSpec[] = [PAYMENTS_TAB, SEGMENTS_TAB, REASONS_TAB];
