// The thresholds of customer segments: names, defaults and what each means.
import { FormulaError } from './formula-error';

/** Which rule names the segment: behaviour and size, the balance alone, or Peakflo's published rule. */
export type SegmentMode = 'behaviour' | 'balance' | 'peakflo';

/** Thresholds of the segments. Days are calendar days, shares are fractions, amounts are decimal in the invoice's currency. */
export interface SegmentSettings {
  mode: SegmentMode;
  /** Payments count that were made in this many days up to the as-of day. */
  lookback: number;
  /** Days past due that bank transfers explain (Appel et al., KDD 2020: 5). */
  grace: number;
  /** Fewer settled invoices than this in the lookback: New, unless something open is past the grace. */
  minHistory: number;
  /** Doubtful above this many days beyond terms. */
  doubtfulOver: number;
  /** Doubtful when an open invoice is more than this many days past due. */
  worstDays: number;
  /** An open balance older than this many days past due is old. */
  oldDays: number;
  /** Doubtful when at least this share of the balance is old. */
  oldShare: number;
  /** Doubtful at this many broken promises in 90 days. */
  brokenPromises: number;
  /** Whether disputed invoices are left out of the behaviour. */
  excludeDisputed: boolean;
  /** Large: the smallest set of customers that makes this share of the trailing 365 days' invoiced amount. */
  largeShare: number;
  /** Large also from this invoiced amount in 365 days; null when not set. */
  largeFrom: number | null;
  /** Mode `balance`: A from this open balance. */
  aFrom: number;
  /** Mode `balance`: B from this open balance. */
  bFrom: number;
  /** Mode `peakflo`: a customer pays "on time" when at least this share of its invoices was paid by the due date. */
  onTimeShare: number;
}

export const DEFAULT_SEGMENT_SETTINGS: SegmentSettings = {
  mode: 'behaviour',
  lookback: 365,
  grace: 5,
  minHistory: 3,
  doubtfulOver: 30,
  worstDays: 90,
  oldDays: 60,
  oldShare: 0.25,
  brokenPromises: 2,
  excludeDisputed: true,
  largeShare: 0.8,
  largeFrom: null,
  aFrom: 10_000,
  bFrom: 5_000,
  onTimeShare: 0.8,
};

type NumberSetting = Exclude<keyof SegmentSettings, 'mode' | 'excludeDisputed'>;

/** The number settings by the name people write. */
const NUMBER_NAMES = [
  ['lookback', 'lookback'],
  ['grace', 'grace'],
  ['min_history', 'minHistory'],
  ['doubtful_over', 'doubtfulOver'],
  ['worst_days', 'worstDays'],
  ['old_days', 'oldDays'],
  ['old_share', 'oldShare'],
  ['broken_promises', 'brokenPromises'],
  ['large_share', 'largeShare'],
  ['large_from', 'largeFrom'],
  ['a_from', 'aFrom'],
  ['b_from', 'bFrom'],
  ['on_time_share', 'onTimeShare'],
] as const satisfies readonly (readonly [string, NumberSetting])[];
const NUMBERS: ReadonlyMap<string, NumberSetting> = new Map(NUMBER_NAMES);

/** The name of a threshold as people write it. */
export type SegmentSettingName = 'mode' | 'exclude_disputed' | (typeof NUMBER_NAMES)[number][0];

const MODES: readonly SegmentMode[] = ['behaviour', 'balance', 'peakflo'];

/** Every name `parseSegmentSettings` knows. */
export const SEGMENT_SETTING_NAMES: readonly SegmentSettingName[] = [
  'mode',
  'exclude_disputed',
  ...NUMBER_NAMES.map(([name]) => name),
];

/**
 * Settings from name and value pairs; what is not named keeps its default, pairs without a value are passed over.
 * @throws FormulaError `unknown-setting` or `bad-setting`, naming the setting
 * @example parseSegmentSettings([['grace', 10]]).grace // 10
 */
export function parseSegmentSettings(
  pairs: readonly (readonly [string, string | number | boolean])[],
): SegmentSettings {
  const settings = { ...DEFAULT_SEGMENT_SETTINGS };
  for (const [written, value] of pairs) {
    const fault = setOne(settings, segmentSettingName(written), value);
    if (fault) throw new FormulaError(fault.code, `settings: ${fault.sentence}.`);
  }
  return settings;
}

/** A name as it is known. @example segmentSettingName('Old share') // 'old_share' */
export function segmentSettingName(written: string): string {
  return written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/**
 * What is wrong with one setting, without a full stop; '' for nothing.
 * @example segmentSettingFault('grace', -1) // "grace '-1' must be a number, 0 or more"
 */
export function segmentSettingFault(written: string, value: string | number | boolean): string {
  return setOne({ ...DEFAULT_SEGMENT_SETTINGS }, segmentSettingName(written), value)?.sentence ?? '';
}

/** Why a setting cannot be taken. */
interface SettingFault {
  code: 'unknown-setting' | 'bad-setting';
  sentence: string;
}

function setOne(settings: SegmentSettings, name: string, value: string | number | boolean): SettingFault | null {
  if (name === '' || value === '') return null;
  const number = NUMBERS.get(name);
  const bad = (must: string): SettingFault => ({ code: 'bad-setting', sentence: `${name} '${value}' must be ${must}` });
  if (name === 'mode') {
    const mode = modeOf(value);
    if (mode === null) return bad(`one of ${MODES.join(', ')}`);
    settings.mode = mode;
  } else if (name === 'exclude_disputed') {
    const truth = truthOf(value);
    if (truth === null) return bad('TRUE or FALSE');
    settings.excludeDisputed = truth;
  } else if (number) {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return bad('a number, 0 or more');
    if (name.endsWith('_share') && value > 1) return bad('a share between 0 and 1, such as 0.8');
    settings[number] = value;
  } else {
    const known = SEGMENT_SETTING_NAMES.join(', ');
    return { code: 'unknown-setting', sentence: `there is no setting '${name}'. Known are ${known}` };
  }
  return null;
}

function modeOf(value: string | number | boolean): SegmentMode | null {
  const word = String(value).trim().toLowerCase().replace('behavior', 'behaviour');
  return MODES.find((mode) => mode === word) ?? null;
}

function truthOf(value: string | number | boolean): boolean | null {
  const word = String(value).trim().toLowerCase();
  if (['true', 'yes', '1'].includes(word)) return true;
  return ['false', 'no', '0'].includes(word) ? false : null;
}
