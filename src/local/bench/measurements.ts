// Everything that is measured: from which prepared workbook, how often, and what comes of it.
import type { World } from '../google-services/state';
import { coldBuckets, coldPercentOverdue, tableFormula, warmSerials } from './formulas';
import { bundleBytes, loading } from './loads';
import type { Values } from './processor-time';
import { countedCalls } from './service-calls';
import { closing, forecast, goingLive, hour, plan, reviewBytes, simulatedDay } from './work';
import { type WorldName, withoutCheckpoint } from './worlds';

/** A measurement: taken in a fresh process each time, the least of several counts. */
export interface Measurement {
  /** The prepared workbook it begins with. */
  world?: WorldName;
  /** How many processes. */
  times: number;
  take(world: World): Values | Promise<Values>;
}

const MEASUREMENTS = {
  loading: { times: 3, take: loading },
  bundle: { times: 1, take: () => ({ bytes: bundleBytes() }) },
  'AGING_BUCKET of dates': { times: 5, take: () => coldBuckets(100_000) },
  'AGING_BUCKET of serials': { times: 3, take: () => warmSerials(100_000, 5) },
  'PERCENT_OVERDUE of dates': { times: 5, take: () => coldPercentOverdue(100_000) },
  'AGING_TABLE of 1,000': { times: 5, take: () => tableFormula('AGING_TABLE', 1_000, 1) },
  'SEGMENT of 1,000': { times: 5, take: () => tableFormula('SEGMENT', 1_000, 1) },
  'AR_KPIS of 1,000': { times: 5, take: () => tableFormula('AR_KPIS', 1_000, 1) },
  'EXPECTED_PAYMENT of 10,000': { times: 3, take: () => tableFormula('EXPECTED_PAYMENT', 10_000, 1) },
  'AGING_TABLE of 100,000': { times: 1, take: () => tableFormula('AGING_TABLE', 100_000, 3) },
  plan: { world: 'uncapped 10,000', times: 3, take: (world) => plan(world, 2_000) },
  'plan of 100,000': { world: 'uncapped 100,000', times: 1, take: (world) => plan(world, 20_000) },
  'quiet hour': { world: 'quiet 10,000', times: 3, take: (world) => hour(world, 'quiet') },
  'quiet hour, short log': { world: 'mailed', times: 5, take: (world) => hour(world, 'quiet') },
  'quiet hour, 10,000 events': { world: 'log of 10,000', times: 3, take: (world) => hour(world, 'quiet') },
  'quiet hour, 100,000 events': { world: 'log of 100,000', times: 2, take: (world) => hour(world, 'quiet') },
  'changed hour, short log': { world: 'mailed', times: 5, take: (world) => hour(world, 'changed') },
  'changed hour, 10,000 events': { world: 'log of 10,000', times: 3, take: (world) => hour(world, 'changed') },
  'changed hour, 100,000 events': { world: 'log of 100,000', times: 2, take: (world) => hour(world, 'changed') },
  'first hour of a day, 100,000 events': {
    world: 'log of 100,000',
    times: 2,
    take: (world) => hour(world, 'next day'),
  },
  'first hour after an update, 100,000 events': {
    world: 'log of 100,000',
    times: 2,
    take: (world) => hour(withoutCheckpoint(world), 'next day'),
  },
  'closing a day': { world: 'closed 10,000', times: 3, take: closing },
  forecast: { world: 'ready 10,000', times: 3, take: forecast },
  'going live': { world: 'set up 3,000', times: 3, take: goingLive },
  'review list': { world: 'planned 10,000', times: 1, take: reviewBytes },
  'service calls': { times: 1, take: () => countedCalls(1_000) },
  'simulated day': { times: 1, take: simulatedDay },
} satisfies Record<string, Measurement>;

/** The names of the measurements. */
export type MeasurementName = keyof typeof MEASUREMENTS;

/** The measurement of that name. */
export function measurement(name: MeasurementName): Measurement {
  return MEASUREMENTS[name];
}
