// The settings as people look for them: in which group each stands, how it is entered, what may be typed, and what it moves.

import { languageCode } from '../../dunning/letter/languages';
import { LETTER_LANGUAGES, LETTER_TAGS } from '../../dunning/letter/letter-languages';
import { checkAddress } from '../../dunning/mail/address';
import {
  DEFAULT_SEGMENT_SETTINGS,
  parseSegmentSettings,
  SEGMENT_SETTING_NAMES,
} from '../../receivables/segment-settings';
import { AS_OF_SETTING, PAYMENTS_SETTING } from '../../workbook/tabs/settings';
import type { SettingKind } from './view';

/** The groups in their order on the page. */
export const GROUPS = [
  'Company and mails',
  'Payments',
  'Sending',
  'Calendar',
  'Amounts and tolerance',
  'Languages',
  'Segmentation',
  'Columns of the sheet',
] as const;

/** What is known of a setting beside its row. */
export interface SettingSpec {
  group: (typeof GROUPS)[number];
  kind: SettingKind;
  choices: { value: string; label: string }[];
  /** What is wrong with a typed value that reads well otherwise; '' for nothing. */
  fault: (value: string) => string;
  /** Whether the plan of the day depends on it. */
  moves: boolean;
  elsewhere: '' | 'setup';
}

type Part = Partial<SettingSpec> & Pick<SettingSpec, 'group'>;

const none = (): string => '';
const spec = (part: Part): SettingSpec => ({
  kind: 'text',
  choices: [],
  fault: none,
  moves: false,
  elsewhere: '',
  ...part,
});
const choice = (part: Part, ...choices: [value: string, label: string][]): SettingSpec =>
  spec({ ...part, kind: 'choice', choices: choices.map(([value, label]) => ({ value, label })) });

/** Whole numbers from 0 on; empty where that means something. */
function whole(most: number, mayBeEmpty: boolean): (value: string) => string {
  return (value) => {
    if (value === '') return mayBeEmpty ? '' : 'a number is needed';
    return /^\d+$/.test(value) && Number(value) <= most ? '' : `"${value}" is not a whole number from 0 to ${most}`;
  };
}

/** Amounts are plain numbers: what a thousands mark could hide is asked for again. */
function amount(value: string): string {
  if (value === '' || /^\d+([.,]\d{1,3})?$/.test(value.replace(/\s/g, ''))) return '';
  return value.startsWith('-') ? 'it cannot be below 0' : '';
}

function currency(value: string): string {
  return value === '' || /^[A-Za-z]{3}$/.test(value) ? '' : `"${value}" is not a three-letter code such as EUR`;
}

function address(value: string): string {
  return value === '' ? '' : (checkAddress(value)?.message.replace(/\.$/, '') ?? '');
}

const EXACT: Record<string, SettingSpec> = {
  Company: spec({ group: 'Company and mails' }),
  'Sender name': spec({ group: 'Company and mails' }),
  'Reply-to': spec({ group: 'Company and mails', fault: address }),
  Signature: spec({ group: 'Company and mails', kind: 'long text' }),
  'Release terms': spec({ group: 'Company and mails', kind: 'long text' }),
  'Next step': spec({ group: 'Company and mails' }),
  [PAYMENTS_SETTING]: spec({ group: 'Payments', kind: 'date', moves: true }),
  'Payments may be old by': spec({ group: 'Payments', kind: 'number', fault: whole(30, false) }),
  'Promise grace': spec({ group: 'Payments', kind: 'number', fault: whole(30, false), moves: true }),
  'Send from': spec({ group: 'Sending', kind: 'time' }),
  'Send until': spec({ group: 'Sending', kind: 'time' }),
  'New customers per day': spec({ group: 'Sending', kind: 'number', fault: whole(10_000, true), moves: true }),
  'Mails per day': spec({ group: 'Sending', kind: 'number', fault: whole(10_000, true) }),
  'Recipients per 24 hours': spec({ group: 'Sending', kind: 'number', fault: whole(10_000, true) }),
  Country: spec({ group: 'Calendar', moves: true }),
  Tolerance: spec({ group: 'Amounts and tolerance', kind: 'number', fault: amount, moves: true }),
  'Default currency': spec({ group: 'Amounts and tolerance', fault: currency, moves: true }),
  'Default language': choice(
    {
      group: 'Languages',
      moves: true,
      fault: (value) => (languageCode(value) ? '' : `"${value}" is no language that Duesheet knows`),
    },
    ...LETTER_TAGS.map((tag): [string, string] => [tag, LETTER_LANGUAGES[tag].name]),
  ),
  'Date order': choice(
    { group: 'Columns of the sheet', elsewhere: 'setup' },
    ['', 'as the sheet tells'],
    ['day-first', 'day first (31/12)'],
    ['month-first', 'month first (12/31)'],
  ),
  'Invoice sheet': spec({ group: 'Columns of the sheet', elsewhere: 'setup' }),
  'Header row': spec({ group: 'Columns of the sheet', kind: 'number', elsewhere: 'setup' }),
};

const PREFIXED: [prefix: string, of: (rest: string) => SettingSpec][] = [
  ['Payment instructions: ', () => spec({ group: 'Payments', kind: 'long text' })],
  ['Minimum: ', () => spec({ group: 'Amounts and tolerance', kind: 'number', fault: amount, moves: true })],
  ['Column: ', () => spec({ group: 'Columns of the sheet', elsewhere: 'setup' })],
  ['Segment: ', segmentSpec],
];

/**
 * What is known of a setting, by its name.
 * @returns null for the as-of day, which is no setting of people's, and for rows that Duesheet does not read
 * @example specOf('Tolerance')?.kind // 'number'
 */
export function specOf(name: string): SettingSpec | null {
  if (name === AS_OF_SETTING) return null;
  const exact = Object.keys(EXACT).find((one) => one.toLowerCase() === name.toLowerCase());
  if (exact) return EXACT[exact] ?? null;
  for (const [prefix, of] of PREFIXED)
    if (name.toLowerCase().startsWith(prefix.toLowerCase())) return of(name.slice(prefix.length));
  return null;
}

function segmentSpec(rest: string): SettingSpec {
  const name = nameOfThreshold(rest);
  const base: Part = { group: 'Segmentation', moves: true, fault: (value) => segmentFault(name, value) };
  if (name === 'mode')
    return choice(
      base,
      ['behaviour', 'how they pay, and size'],
      ['balance', 'open balance: A, B, C'],
      ['peakflo', 'Peakflo’s published rule'],
    );
  if (name === 'exclude_disputed') return choice(base, ['', 'yes (unless set)'], ['yes', 'yes'], ['no', 'no']);
  return spec({ ...base, kind: 'number' });
}

function nameOfThreshold(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

function segmentFault(name: string, value: string): string {
  try {
    const number = value === '' ? Number.NaN : Number(value.replace(',', '.'));
    parseSegmentSettings([[name, Number.isNaN(number) ? value : number]]);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^settings: /, '').replace(/\.$/, '') : String(error);
  }
}

const d = DEFAULT_SEGMENT_SETTINGS;

const MEANINGS: Record<string, string> = {
  exclude_disputed: 'Whether disputed invoices are left out when a customer’s behaviour is judged; empty: yes.',
  lookback: `Payments of so many days count; empty: ${d.lookback}.`,
  grace: `Days past due that bank transfers explain; empty: ${d.grace}.`,
  min_history: `With fewer settled invoices a customer is New; empty: ${d.minHistory}.`,
  doubtful_over: `Doubtful above so many days beyond terms; empty: ${d.doubtfulOver}.`,
  worst_days: `Doubtful when an open invoice is later than so many days; empty: ${d.worstDays}.`,
  old_days: `A balance later than so many days is old; empty: ${d.oldDays}.`,
  old_share: `Doubtful when this share of the balance is old, such as 0.25; empty: ${d.oldShare}.`,
  broken_promises: `Doubtful at so many broken promises in 90 days; empty: ${d.brokenPromises}.`,
  large_share: `Large are the customers who make this share of a year’s sales; empty: ${d.largeShare}.`,
  large_from: 'Large also from this amount invoiced in a year; empty: not used.',
  a_from: `Mode balance: A from this open balance; empty: ${d.aFrom}.`,
  b_from: `Mode balance: B from this open balance; empty: ${d.bFrom}.`,
  on_time_share: `Mode peakflo: pays on time when this share of invoices was paid by the due date; empty: ${d.onTimeShare}.`,
};

/** The thresholds of segmentation that have no row of their own as long as nobody changes them, with what each means. */
export const THRESHOLDS: readonly { name: string; meaning: string }[] = SEGMENT_SETTING_NAMES.filter(
  (name) => name !== 'mode',
).map((name) => ({ name: `Segment: ${name}`, meaning: MEANINGS[name] ?? '' }));
