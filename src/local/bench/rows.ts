// What Duesheet promises to cost, a row a promise: where its figure comes from and the most it may be.
import type { MeasurementName } from './measurements';

/** A figure of a measurement. */
export interface Source {
  of: MeasurementName;
  value: string;
}

/** What a figure counts: `times` and `loads` are ratios of processor times. */
export type Unit = 'times' | 'loads' | 'calls' | 'bytes' | 'ms' | 'MB';

/** A promise. */
export interface Row {
  /** For `--row`. */
  name: string;
  what: string;
  unit: Unit;
  figure: Source;
  /** What the figure is divided by. */
  by?: Source;
  /** The most it may be. */
  goal: number;
}

const ratio = (name: string, what: string, of: MeasurementName, goal: number): Row => ({
  ...{ name, what, unit: 'times', goal },
  ...{ figure: { of, value: 'formula' }, by: { of, value: 'floor' } },
});

const inLoads = (name: string, what: string, of: MeasurementName, goal: number, value = 'work'): Row => ({
  ...{ name, what, unit: 'loads', goal },
  ...{ figure: { of, value }, by: { of, value: 'load' } },
});

const against = (name: string, what: string, of: MeasurementName, by: MeasurementName, goal: number): Row => ({
  ...{ name, what, unit: 'times', goal },
  ...{ figure: { of, value: 'work' }, by: { of: by, value: 'work' } },
});

const calls = (name: string, what: string, value: string, goal: number): Row => ({
  ...{ name, what, unit: 'calls', goal },
  figure: { of: 'service calls', value },
});

/** Every promise, in the order it is printed. A load is what compiling and running the bundle costs in the same process. */
export const ROWS: readonly Row[] = [
  { name: 'load', what: 'Load of the bundle', unit: 'ms', figure: { of: 'loading', value: 'load' }, goal: 45 },
  {
    ...{ name: 'load-yardstick', what: 'Load of the bundle / of a fixed script of 150 KB', unit: 'times', goal: 15 },
    ...{ figure: { of: 'loading', value: 'load' }, by: { of: 'loading', value: 'yardstick' } },
  },
  inLoads('first-cell', 'Load and first formula of one cell', 'loading', 1.5, 'firstCell'),
  {
    ...{ name: 'bundle', what: 'Bytes of the bundle', unit: 'bytes', goal: 1800 * 1024 },
    figure: { of: 'bundle', value: 'bytes' },
  },

  ratio('bucket-dates', 'AGING_BUCKET, 100,000 dates, first call / one-pass floor', 'AGING_BUCKET of dates', 1.5),
  ratio('bucket-serials', 'AGING_BUCKET, 100,000 serials, later calls / bare loop', 'AGING_BUCKET of serials', 3),
  ratio('percent-overdue', 'PERCENT_OVERDUE, 100,000 dates, first call / floor', 'PERCENT_OVERDUE of dates', 2),
  inLoads('aging-table', 'AGING_TABLE, 1,000 rows, first call', 'AGING_TABLE of 1,000', 2.5, 'formula'),
  inLoads('segment', 'SEGMENT, 1,000 rows, first call', 'SEGMENT of 1,000', 2.5, 'formula'),
  inLoads('ar-kpis', 'AR_KPIS, 1,000 rows, first call', 'AR_KPIS of 1,000', 2.5, 'formula'),
  inLoads(
    'expected-payment',
    'EXPECTED_PAYMENT, 10,000 invoices of 2,000 customers, first call',
    'EXPECTED_PAYMENT of 10,000',
    20,
    'formula',
  ),
  ratio('aging-table-tall', 'AGING_TABLE, 100,000 rows, later calls / bare loop', 'AGING_TABLE of 100,000', 15),

  // 28 to 29.5 loads on one core or two, and 5 % to spare; half of them are the engine's helpers: what runs for each of 2,000 reminders
  // becomes hot just then, is compiled (some 330 functions) and gone with the execution. With the engine told to compile less the same
  // work takes 21. Flat beside that: 10,000 rows read, customers decided and reminders composed take a sixth each, sealing and the
  // log's rows a seventh, the queue a twelfth, and no function a thirtieth but the digest of the log.
  inLoads('plan', 'Plan, 10,000 invoices, all 2,000 customers reminded', 'plan', 31),
  against('plan-linear', 'Plan, 100,000 invoices / 10,000', 'plan of 100,000', 'plan', 12),
  {
    ...{ name: 'plan-memory', what: 'Most memory in a plan of 100,000 invoices', unit: 'MB', goal: 2_048 },
    figure: { of: 'plan of 100,000', value: 'peak' },
  },
  {
    ...{ name: 'plan-memory-apart', what: 'The same without the local workbook', unit: 'MB', goal: 1_200 },
    figure: { of: 'plan of 100,000', value: 'apart' },
  },

  inLoads('quiet-hour', 'Quiet hour, 10,000 invoices', 'quiet hour', 12),
  against('quiet-hour-plan', 'Quiet hour / plan, 10,000 invoices', 'quiet hour', 'plan', 0.15),
  against(
    ...(['quiet-log-10000', 'Quiet hour, 10,000 events in the log / few'] as const),
    ...(['quiet hour, 10,000 events', 'quiet hour, short log', 1.5] as const),
  ),
  against(
    ...(['quiet-log-100000', 'Quiet hour, 100,000 events in the log / few'] as const),
    ...(['quiet hour, 100,000 events', 'quiet hour, short log', 3] as const),
  ),
  against(
    ...(['changed-log-10000', 'Changed hour, 10,000 events in the log / few'] as const),
    ...(['changed hour, 10,000 events', 'changed hour, short log', 1.5] as const),
  ),
  against(
    ...(['changed-log-100000', 'Changed hour, 100,000 events in the log / few'] as const),
    ...(['changed hour, 100,000 events', 'changed hour, short log', 2] as const),
  ),
  // The chain is checked whole, and the history goes on from what was kept; the row below folds all of it, as the first hour after
  // an update does, and every one that finds more than 300 events since.
  {
    ...{ name: 'first-hour', what: 'First hour of a day, 100,000 events, checked whole', unit: 'ms', goal: 5_000 },
    figure: { of: 'first hour of a day, 100,000 events', value: 'work' },
  },
  {
    ...{ name: 'first-hour-anew', what: 'The same, nothing kept of the day before', unit: 'ms', goal: 6_000 },
    figure: { of: 'first hour after an update, 100,000 events', value: 'work' },
  },

  // Measured by itself, between the calls around it (see `closing`): the difference of two whole hours was as large as their noise.
  inLoads('closing', 'History and dashboard as a day is closed, 10,000 invoices of two years', 'closing a day', 10),
  {
    ...{ name: 'calls-closing', what: 'Service calls: the same', unit: 'calls', goal: 12 },
    figure: { of: 'closing a day', value: 'calls' },
  },

  inLoads('forecast', 'Next 30 days, 10,000 invoices behind the cap', 'forecast', 60),
  inLoads('going-live', 'Going live, dry run of 3,000 invoices', 'going live', 60),

  calls('calls-setup', 'Service calls: set-up', 'setUp', 80),
  calls('calls-plan', 'Service calls: plan', 'plan', 18),
  calls('calls-quiet-hour', 'Service calls: quiet hour, beside one reading a tab', 'quietHour', 6),
  calls('calls-mail', 'Service calls: one more mail', 'mail', 4),
  calls('calls-batch', 'Service calls: one more batch of an hour beside its mails', 'batch', 16),
  // A call reads one tab: Apps Script has no range over several, and reading many at once by the Sheets API needs a permission for
  // all spreadsheets. Any tab may have been edited a second ago, by what no trigger tells of (other scripts, imports, the API), so
  // nothing kept from an earlier call may stand in for it. Today tells of stops, steps, texts and formats:
  // it reads the invoices and ten tabs, what is remembered, and whether a permission is missing. Nine would take four readings
  // away, and each tab read here can say that nothing may leave.
  calls('calls-today', 'Service calls: getToday', 'getToday', 13),
  calls('calls-review', 'Service calls: getReview', 'getReview', 6),
  // The same but for the queue, as it says when its mail leaves; the first of a list come along without a call of their own. Five
  // would be log, texts and settings beside what is remembered: no stop, no amount of today, no next step.
  calls('calls-reminder', 'Service calls: getReminder', 'getReminder', 12),
  // Five tabs: log, aliases, the text and the settings that an approval is bound to, and the queue, in which somebody may be at
  // work. Lock and release, state read and kept, room in the log, its row, the queue and one flush: each keeps a promise. Nine
  // would bind an approval to a text and recipients that were not looked at.
  calls('calls-approve', 'Service calls: approve one', 'approve', 13),
  {
    ...{ name: 'review-bytes', what: 'Bytes of getReview, 2,000 waiting', unit: 'bytes', goal: 400_000 },
    figure: { of: 'review list', value: 'bytes' },
  },
  {
    ...{
      name: 'page-bytes',
      what: 'Bytes of the page that Review opens with, 2,000 waiting',
      unit: 'bytes',
      goal: 60_000,
    },
    figure: { of: 'review list', value: 'page' },
  },
  {
    ...{ name: 'simulate', what: 'Executions of a simulated day', unit: 'calls', goal: 3 },
    figure: { of: 'simulated day', value: 'executions' },
  },
];

/**
 * Rows whose work is still to come: a missed goal fails nothing yet. A change that keeps one of these promises takes its
 * name out here, and nothing else.
 */
export const NOT_YET: readonly string[] = [];
