// Duesheet's own tabs: their headers and kinds of column.
import { CHANNEL_NAMES } from '../dunning/policy/channels';
import { ANCHORS } from '../dunning/policy/policy';
import { PURPOSES } from '../dunning/policy/purposes';
import { TONES } from '../dunning/policy/tones';
import type { OwnTabName } from '../sheet/detect/own-tab-names';

/** What a column of a tab holds: decides its cell format and how it is read. */
export type ColumnKind = 'text' | 'number' | 'date';

export interface TabColumn {
  header: string;
  kind: ColumnKind;
  /** Width in pixels. */
  width: number;
  /** A drop-down of these words; other entries are allowed and reported when read. */
  choices?: readonly string[];
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

/** A tab to be created, whatever it is called. */
export type NewTab = Omit<TabSpec, 'name'> & { name: string };

const text = (header: string, width = 140, choices?: readonly string[]): TabColumn => ({
  header,
  kind: 'text',
  width,
  choices,
});
const number = (header: string, width = 90): TabColumn => ({ header, kind: 'number', width });
const later = (column: TabColumn): TabColumn => ({ ...column, isLater: true });
const date = (header: string, width = 100): TabColumn => ({ header, kind: 'date', width });

export const SETTINGS_TAB: TabSpec = {
  name: 'AR Settings',
  columns: [text('Setting', 240), text('Value', 260), text('What it means', 560)],
};

export const CUSTOMERS_TAB: TabSpec = {
  name: 'AR Customers',
  columns: [
    text('Customer', 200),
    text('Customer ID'),
    text('Aliases'),
    text('Contact'),
    text('Email', 200),
    text('CC'),
    text('Escalation email', 200),
    text('Phone'),
    text('Language', 80),
    text('Country', 80),
    text('Owner', 180),
    text('Segment override'),
    text('Payment method'),
    text('Payment run', 110),
    text('Do not contact', 110, ['yes', 'no']),
    text('Notes', 240),
    later(text('Postal address', 220)),
  ],
};

export const POLICY_TAB: TabSpec = {
  name: 'AR Policy',
  columns: [
    text('Segment'),
    number('Stage', 60),
    text('Anchor', 80, ANCHORS),
    number('Days', 60),
    text('Channel', 80, CHANNEL_NAMES),
    text('Template', 180),
    text('To', 100),
    text('CC', 120),
    text('Sending', 80, ['review', 'auto']),
    number('Minimum gap', 100),
    text('Tone', 80, TONES),
    text('Active', 70, ['yes', 'no']),
    number('Repeat every', 90),
    number('Times', 60),
    later(text('Purpose', 110, PURPOSES)),
  ],
};

export const TEMPLATES_TAB: TabSpec = {
  name: 'AR Templates',
  columns: [text('Template', 180), text('Language', 80), text('Subject', 320), text('Body', 640)],
};

export const HOLDS_TAB: TabSpec = {
  name: 'AR Holds',
  columns: [text('Customer', 200), text('Invoice'), date('Until'), text('Reason', 280), text('By', 180)],
};

export const PROMISES_TAB: TabSpec = {
  name: 'AR Promises',
  columns: [
    text('Customer', 200),
    text('Invoice'),
    number('Amount', 100),
    text('Currency', 80),
    date('Promised on'),
    date('Recorded'),
    text('State', 100, ['open', 'kept', 'partly kept', 'broken', 'cancelled']),
    text('Note', 280),
  ],
};

export const DISPUTES_TAB: TabSpec = {
  name: 'AR Disputes',
  columns: [
    text('Invoice'),
    text('Customer', 200),
    text('Reason', 240),
    number('Amount', 100),
    text('Currency', 80),
    date('Opened'),
    text('Owner', 180),
    date('Resolved'),
    text('Outcome', 240),
    date('Deadline'),
  ],
};

export const HOLIDAYS_TAB: TabSpec = {
  name: 'AR Holidays',
  columns: [text('Country', 80), date('Day'), date('Until'), text('Name', 260)],
};

export const QUEUE_TAB: TabSpec = {
  name: 'AR Queue',
  columns: [
    text('Decide', 110, ['approve', 'not now', 'treat as done']),
    text('State', 90),
    text('Customer', 200),
    text('Segment', 120),
    text('Stage', 120),
    text('Channel', 80),
    text('Template', 150),
    text('To', 200),
    text('CC', 160),
    text('Invoices', 200),
    text('Amounts', 180),
    number('Oldest days past due', 100),
    date('Planned on'),
    text('Why', 420),
    text('Subject', 240),
    text('Body', 320),
    date('Snoozed until'),
    text('Updated', 150),
    text('Reminder', 100),
  ],
};

export const LOG_TAB: TabSpec = {
  name: 'AR Log',
  columns: [
    number('Seq', 60),
    text('At', 150),
    text('Event', 110),
    text('Reminder', 100),
    text('Customer', 200),
    text('Invoices', 200),
    text('Stage', 160),
    text('Amounts', 180),
    text('To', 220),
    text('Actor', 180),
    text('Note', 320),
    text('Facts (JSON)', 200),
    text('Hash', 140),
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
