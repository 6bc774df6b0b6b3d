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

const MEANINGS: Record<SegmentSettingName, string> = {
  mode: 'How customers are segmented: behaviour, balance or peakflo; as in the formula SEGMENT.',
  exclude_disputed: 'Whether disputed invoices are left out when a customer’s behaviour is judged; empty: yes.',
  lookback: `Payments of so many days count; empty: ${USUAL.lookback}.`,
  grace: `Days past due that bank transfers explain; empty: ${USUAL.grace}.`,
  min_history: `With fewer settled invoices a customer is New; empty: ${USUAL.minHistory}.`,
  doubtful_over: `Doubtful above so many days beyond terms; empty: ${USUAL.doubtfulOver}.`,
  worst_days: `Doubtful when an open invoice is later than so many days; empty: ${USUAL.worstDays}.`,
  old_days: `A balance later than so many days is old; empty: ${USUAL.oldDays}.`,
  old_share: `Doubtful when this share of the balance is old, such as 0.25; empty: ${USUAL.oldShare}.`,
  broken_promises: `Doubtful at so many broken promises in 90 days; empty: ${USUAL.brokenPromises}.`,
  large_share: `Large are the customers who make this share of a year’s sales; empty: ${USUAL.largeShare}.`,
  large_from: 'Large also from this amount invoiced in a year; empty: not used.',
  a_from: `Mode balance: A from this open balance; empty: ${USUAL.aFrom}.`,
  b_from: `Mode balance: B from this open balance; empty: ${USUAL.bFrom}.`,
  on_time_share: `Mode peakflo: pays on time when this share of invoices was paid by the due date; empty: ${USUAL.onTimeShare}.`,
};

const PREFIX = 'Segment: ';

function segmentSetting(written: string): Setting {
  const name = segmentSettingName(written);
  const known = SEGMENT_SETTING_NAMES.find((one) => one === name);
  const part = {
    name: `${PREFIX}${written}`,
    group: 'Segmentation',
    meaning: known ? MEANINGS[known] : '',
    moves: 'plan',
    refused: (typed: string) => segmentSettingFault(name, typedValue(typed)),
  } as const;
  if (name === 'mode')
    return choice(
      { ...part, initial: USUAL.mode },
      ['behaviour', 'how they pay, and size'],
      ['balance', 'open balance: A, B, C'],
      ['peakflo', 'Peakflo’s published rule'],
    );
  if (name === 'exclude_disputed')
    return choice({ ...part, initial: '' }, ['', 'yes (unless set)'], ['yes', 'yes'], ['no', 'no']);
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
