// The settings that say how customers are segmented: the mode, and thresholds that have a row only once somebody changes one.
import {
  SEGMENT_SETTING_NAMES,
  type SegmentSettingName,
  segmentSettingFault,
  segmentSettingName,
  DEFAULT_SEGMENT_SETTINGS as USUAL,
} from '../../../receivables/segment-settings';
import { type Cell, isBlank } from '../../../sheet/grid';
import { choice, type Family, number, type Setting } from './setting';

/** What each is called on the page, and what it means. */
const SAID: Record<SegmentSettingName, [label: string, meaning: string]> = {
  mode: ['How customers are told apart', 'By how they pay and how large they are, or by their open balance.'],
  exclude_disputed: [
    'Leave disputed invoices out',
    'Whether a disputed invoice says nothing about how a customer pays.',
  ],
  lookback: ['Days that count', `Payments of so many days tell how a customer pays; empty: ${USUAL.lookback}.`],
  grace: [
    'Days that count as on time',
    `So many days after the due date still count as on time; empty: ${USUAL.grace}.`,
  ],
  min_history: ['Paid invoices needed', `With fewer a customer counts as new; empty: ${USUAL.minHistory}.`],
  doubtful_over: [
    'Very late from: average',
    `Who pays more than so many days late on average is very late; empty: ${USUAL.doubtfulOver}.`,
  ],
  worst_days: [
    'Very late from: oldest invoice',
    `Who has an open invoice later than so many days is very late; empty: ${USUAL.worstDays}.`,
  ],
  old_days: ['Old from', `A balance later than so many days is old; empty: ${USUAL.oldDays}.`],
  old_share: [
    'Very late from: old share',
    `Who owes so much of the balance for that long is very late, such as 0.25 for a quarter; empty: ${USUAL.oldShare}.`,
  ],
  broken_promises: [
    'Very late from: broken promises',
    `Who broke so many promises in 90 days is very late; empty: ${USUAL.brokenPromises}.`,
  ],
  large_share: [
    'Large: share of sales',
    `Large are the customers who together make this share of a year’s sales; empty: ${USUAL.largeShare}.`,
  ],
  large_from: ['Large: amount', 'Large is also who was invoiced this much in a year; empty: not used.'],
  a_from: ['A from', `By open balance: A from this amount; empty: ${USUAL.aFrom}.`],
  b_from: ['B from', `By open balance: B from this amount; empty: ${USUAL.bFrom}.`],
  on_time_share: [
    'On time: share of invoices',
    `By days to pay: on time is who paid this share of the invoices by the due date; empty: ${USUAL.onTimeShare}.`,
  ],
};

const PREFIX = 'Segment: ';

function segmentSetting(written: string): Setting {
  const name = segmentSettingName(written);
  const known = SEGMENT_SETTING_NAMES.find((one) => one === name);
  const part = {
    name: `${PREFIX}${written}`,
    group: 'Segmentation',
    label: known && SAID[known][0],
    meaning: known ? SAID[known][1] : '',
    moves: 'plan',
    refused: (typed: string) => segmentSettingFault(name, typedValue(typed)),
  } as const;
  if (name === 'mode')
    return choice(
      { ...part, initial: USUAL.mode },
      ['behaviour', 'how they pay, and size'],
      ['balance', 'open balance: A, B, C'],
      ['peakflo', 'days to pay, held against all customers'],
    );
  if (name === 'exclude_disputed')
    return choice({ ...part, initial: '' }, ['', 'yes (usual)'], ['yes', 'yes'], ['no', 'no']);
  // Whoever reads all of them says what is wrong with one.
  return { ...number({ ...part, initial: 0 }), initial: '', read: (cell) => ({ value: cell, fault: '' }) };
}

function typedValue(typed: string): string | number {
  const value = typed === '' ? Number.NaN : Number(typed.replace(',', '.'));
  return Number.isNaN(value) ? typed : value;
}

/** Thresholds and mode of SEGMENT, name to value. */
export const SEGMENT_SETTINGS: Family<[string, Cell][]> = {
  prefix: PREFIX,
  initial: () => ['mode'],
  offered: SEGMENT_SETTING_NAMES.filter((name) => name !== 'mode'),
  one: segmentSetting,
  all: (told) => told.filter(({ cell }) => !isBlank(cell)).map(({ rest, cell }) => [rest, cell]),
};
