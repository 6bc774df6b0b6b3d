// What the add-on does in a workbook, timed: plan, hourly run, looking ahead; the whole call with context and local sheet.
import { resourceUsage } from 'node:process';
import type { World } from '../google-services/state';
import type { Session } from '../session';
import { simulate } from '../simulation';
import { addDays } from '../wall-clock';
import { contentSize, newSheet, sheetNamed } from '../workbook/stored-cells';
import { copyOf } from '../world-copy';
import { BENCH_DAY, ledgerWorld } from './ledger';
import { bundleLoad } from './loads';
import { collectGarbage, processorTime, type Values } from './processor-time';
import { isCostly } from './service-calls';
import { payPart, sessionIn } from './worlds';

const MEGABYTE = 1_048_576;

/** Times one call, the first of the process, and the bundle's load after it. */
function timed<T>(session: Session, name: string, ...args: unknown[]): { answer: T; values: Values } {
  collectGarbage();
  const began = processorTime();
  const answer = session.ask<T>(name, ...args);
  const work = processorTime() - began;
  return { answer, values: { work, load: bundleLoad() } };
}

/**
 * A plan that brings a reminder to nearly every customer, and the most memory that the process ever held.
 *
 * @param customers of the ledger
 * @returns `work`, `load` in milliseconds, `peak` and `apart` (without the local world before it) in megabytes
 * @throws Error when it brings none
 */
export function plan(world: World, customers: number): Values {
  const session = sessionIn(world);
  collectGarbage();
  const before = process.memoryUsage().rss / MEGABYTE;
  const { values } = timed(session, 'planNow');
  const peak = resourceUsage().maxRSS / 1024;
  const queue = sheetNamed(world.spreadsheet, 'AR Queue');
  const waiting = queue ? contentSize(queue).rows - 1 : 0;
  if (waiting < customers * 0.9) throw new Error(`${waiting} reminders wait, of ${customers} customers.`);
  return { ...values, peak, apart: peak - before };
}

interface HourResult {
  planned: number;
  sent: number;
  cancelled: number;
  message: string;
}

/**
 * An hourly run in which nothing leaves.
 * @param when `quiet`: nothing changed since the last; `changed`: an invoice was paid in part; `next day`: the first of a day
 * @throws Error when something was planned or sent, or the log is not whole
 */
export function hour(world: World, when: 'quiet' | 'changed' | 'next day'): Values {
  const session = sessionIn(world, when === 'next day' ? 24 : 1);
  if (when === 'changed') payPart(world);
  const { answer, values } = timed<HourResult>(session, 'runHour');
  const { planned, sent, cancelled, message } = answer;
  if (when !== 'next day' && planned + sent + cancelled > 0) {
    throw new Error(`The hour was not quiet: ${planned} planned, ${sent} sent, ${cancelled} cancelled.`);
  }
  if (message.includes('AR Log')) throw new Error(message);
  return values;
}

/** A service call of an execution, and the processor time at its beginning and its end. */
interface Stamped {
  method: string;
  began: number;
  ended: number;
}

/** The service calls of the hourly run of the day after next. @throws Error when it fails */
function stampedHour(world: World): Stamped[] {
  const { runtime, user, now } = sessionIn(world, 48);
  const calls: Stamped[] = [];
  const under: Stamped[] = [];
  const watch = {
    beforeCall: (method: string) => {
      const began = processorTime();
      const call = { method, began, ended: began };
      calls.push(call);
      under.push(call);
    },
    afterCall: () => {
      const call = under.pop();
      if (call) call.ended = processorTime();
    },
  };
  collectGarbage();
  const answer = runtime.callFromSidebar('runHour', [], { user, now, authMode: 'FULL', editorOpen: true, ...watch });
  if (!(answer as { ok?: boolean } | null)?.ok) throw new Error(`The hour failed: ${JSON.stringify(answer)}`);
  return calls;
}

/** How many calls two executions have in common from their beginning. */
function commonCalls(a: readonly Stamped[], b: readonly Stamped[]): number {
  const other = a.findIndex(({ method }, at) => method !== b[at]?.method);
  return other < 0 ? a.length : other;
}

/** Processor time between the end of a call and the beginning of a later one; milliseconds. */
function timeBetween(calls: readonly Stamped[], from: number, to: number): number {
  return (calls.at(to)?.began ?? 0) - (calls.at(from)?.ended ?? 0);
}

/**
 * What closing a day adds to the first hour of the next: AR History written, AR Dashboard brought up to date. Measured by itself, within
 * the execution: from the last call that an hour has too which finds the day closed already, to the next one that both have; less what
 * lies between these two in that hour. What the rest of two hours differs in by chance, more than the step itself takes, does not count.
 * @returns `work`, `load` in milliseconds, and `calls`, those that only the closing hour has
 * @throws Error when AR History got no line, or the hours differ in more than one place
 */
export function closing(world: World): Values {
  const closed = copyOf(world);
  const known = JSON.parse(closed.documentProperties['duesheet'] ?? '{}') as { closedDay: number };
  closed.documentProperties['duesheet'] = JSON.stringify({ ...known, closedDay: known.closedDay + 1 });
  const lines = (of: World): number => contentSize(sheetNamed(of.spreadsheet, 'AR History') ?? newSheet(0, '')).rows;
  const before = lines(world);
  // What the first run of a process costs beside its work must not count.
  stampedHour(copyOf(closed));
  const without = stampedHour(closed);
  const withIt = stampedHour(world);
  if (lines(world) <= before || lines(closed) !== before) throw new Error('AR History was not written as expected.');
  const first = commonCalls(without, withIt);
  const last = commonCalls(without.slice(first).reverse(), withIt.slice(first).reverse());
  if (first === 0 || last === 0 || first + last !== without.length) throw new Error('The hours differ elsewhere too.');
  const work = timeBetween(withIt, first - 1, -last) - timeBetween(without, first - 1, -last);
  const added = withIt.slice(first, -last).filter(({ method }) => isCostly(method));
  return { work, calls: added.length, load: bundleLoad() };
}

/** The next 30 days behind the cap of 20 new customers a day. */
export function forecast(world: World): Values {
  return timed(sessionIn(world), 'getForecast', 30).values;
}

/** What would leave if the workbook went live. */
export function goingLive(world: World): Values {
  return timed(sessionIn(world), 'getGoingLive').values;
}

/**
 * Bytes of the whole review list, and of the page that the sidebar opens with.
 * @throws Error when fewer than 2,000 wait
 */
export function reviewBytes(world: World): Values {
  const session = sessionIn(world);
  const review = session.ask<{ lines: unknown[] }>('getReview');
  if (review.lines.length < 1_900) throw new Error(`${review.lines.length} wait instead of about 2,000.`);
  const page = session.ask<unknown>('getReviewPage');
  return { bytes: Buffer.byteLength(JSON.stringify(review)), page: Buffer.byteLength(JSON.stringify(page)) };
}

/** Executions that one more simulated day takes, over eight days. */
export async function simulatedDay(): Promise<Values> {
  const one = await executionsOf(BENCH_DAY);
  const nine = await executionsOf(addDays(BENCH_DAY, 8));
  return { executions: (nine - one) / 8 };
}

async function executionsOf(to: string): Promise<number> {
  const session = sessionIn(ledgerWorld(60));
  let executions = 0;
  const { runtime } = session;
  const { call, callFromSidebar } = runtime;
  runtime.call = (...given) => {
    executions += 1;
    return call(...given);
  };
  runtime.callFromSidebar = (...given) => {
    executions += 1;
    return callFromSidebar(...given);
  };
  let last = '';
  for await (const { day } of simulate(session, BENCH_DAY, to)) last = day.date;
  if (last !== to) throw new Error(`The simulation ended on ${last}.`);
  return executions;
}
