// From rows of AR Holds, AR Promises and AR Disputes to the stops of a decision.
import type { Dispute, Hold, PromiseState, PromiseToPay } from '../../dunning/decision/facts';
import { DISPUTE_KINDS, type DisputeReason, reasonNamed, USUAL_QUERY_DAYS } from '../../dunning/policy/dispute-reasons';
import { customerKeyOf } from '../../receivables/customer';
import type { Day } from '../../receivables/day';
import type { Problem } from '../../sheet/grid';
import { amountOfCell, dayOfCell } from '../../sheet/read/typed-cells';
import { PROMISES_TAB } from '../tab-specs';
import type { TabRow, TabTable } from './records';
import { type Named, type StopTarget, stopTargets } from './stop-targets';

/** The stops people set by hand. */
export interface BlockTabs {
  holds: Hold[];
  promises: PromiseToPay[];
  disputes: Dispute[];
  /** The first row in force that names somebody whom nobody resembles, such as `AR Holds row 3`; '' when none does. */
  stray: string;
  problems: Problem[];
}

/** What a row says beside whom it means. */
interface RowSays<T> {
  facts: T;
  /** Whether it has ended: then it stops nobody, whoever was meant. */
  isOver: boolean;
  /** Of which day one is that has ended and may count on for a while; null where it does not. */
  endedOn: Day | null;
  /** Whether it has an amount: one for several invoices says nothing of each. */
  hasAmount: boolean;
}

/** Days in which a closed dispute still protects and a broken promise is still spoken of; older rows are as they are written. */
const COUNTS_ON = 60;

/** Whom a row means. */
type Whose = 'row' | 'customerKey' | 'invoice';

/**
 * Reads AR Holds, AR Promises and AR Disputes. A row that cannot be read still counts as a stop, over what it names; one of
 * which it is not certain whom it means counts for everybody it may mean.
 * @param named by whom and by what rows are understood
 * @param asOf the day
 */
export function readBlocks(
  tables: {
    holds: TabTable | null;
    promises: TabTable | null;
    disputes: TabTable | null;
    /** Asked for only where a query does not say itself how long it pauses. */
    reasons: () => readonly DisputeReason[];
  },
  named: Named,
  asOf: Day,
): BlockTabs {
  const problems: Problem[] = [];
  const strays: string[] = [];
  const meantBy = stopTargets(named);
  const note = (table: TabTable, row: TabRow, fault: string): string => {
    if (fault)
      problems.push({
        row: row.row,
        column: '',
        code: 'stop-unreadable',
        message: `${table.spec.name}, row ${row.row}: ${fault}. Until it is mended it stops reminders.`,
      });
    return fault;
  };
  const targets = (table: TabTable, row: TabRow, hasAmount: boolean): StopTarget[] => {
    const { targets: all, problem } = meantBy(table.spec.name, row);
    let meant = all;
    if (problem) problems.push(problem);
    // A promise covers by key what it covered when it was noted.
    if (table.spec === PROMISES_TAB && meant.some((one) => isNoted(one, named.history)))
      meant = meant.filter(({ follows }) => !follows);
    if (meant.some(({ isStray }) => isStray)) strays.push(`${table.spec.name} row ${row.row}`);
    const sure = meant.filter(({ unreadable, follows }) => unreadable === '' && !follows);
    if (!hasAmount || sure.length < 2 || sure[0]?.invoice === '') return meant;
    const unreadable = note(table, row, 'one amount stands beside several invoices; write a row for each');
    return meant.map((target) => ({ ...target, unreadable }));
  };
  // Nobody is asked about what has ended and is not certain.
  const ended = (table: TabTable, row: TabRow, endedOn: Day | null): Pick<Hold, 'customerKey' | 'invoice'>[] => {
    const written = asWritten(row, named);
    const isNamed = written.customerKey === '' || named.customers.byKey.has(written.customerKey);
    if (written.invoice === '' || !isNamed || endedOn === null || endedOn < asOf - COUNTS_ON) return [written];
    const { targets: meant, problem } = meantBy(table.spec.name, row);
    return problem ? [written] : meant.map(({ customerKey, invoice }) => ({ customerKey, invoice }));
  };
  const read = <T extends { unreadable: string }>(
    table: TabTable | null,
    one: (row: TabRow, note: (fault: string) => string) => RowSays<T>,
  ): (T & Pick<Hold, Whose>)[] => {
    if (!table) return [];
    problems.push(...table.problems);
    return table.rows.flatMap((row) => {
      const { facts, isOver, endedOn, hasAmount } = one(row, (fault) => note(table, row, fault));
      if (isOver && facts.unreadable === '')
        return ended(table, row, endedOn).map((whose) => ({ ...facts, row: row.row, ...whose }));
      return targets(table, row, hasAmount).map(({ isStray: _, follows: __, ...target }) => ({
        ...facts,
        ...target,
        row: row.row,
        unreadable: facts.unreadable || target.unreadable,
      }));
    });
  };
  const holds = read(tables.holds, (row, unreadableFor) => holdOf(row, unreadableFor, asOf));
  const promises = read(tables.promises, promiseOf);
  const disputes = read(tables.disputes, (row, unreadableFor) => disputeOf(row, unreadableFor, tables.reasons));
  return { holds, promises, disputes, stray: strays[0] ?? '', problems };
}

/** Whether the log tells what a promise covers. */
function isNoted({ customerKey, invoice }: StopTarget, { promises }: Named['history']): boolean {
  const begin = `${customerKey}|${invoice.trim().toLowerCase()}|`;
  return [...promises.keys()].some((id) => id.startsWith(begin));
}

/** Whose a row was that has ended. */
function asWritten(row: TabRow, { customers }: Named): Pick<Hold, 'customerKey' | 'invoice'> {
  const written = row.text('Customer');
  const customerKey = written === '' ? '' : customers.keyOf(written) || customerKeyOf('', written);
  return { customerKey, invoice: row.text('Invoice') };
}

function holdOf(row: TabRow, note: (fault: string) => string, asOf: Day): RowSays<Omit<Hold, Whose>> {
  const until = dayOfCell(row.cell('Until'));
  const facts = { until: until.day, reason: row.text('Reason'), unreadable: note(until.fault) };
  return { facts, isOver: until.day !== null && until.day < asOf, endedOn: null, hasAmount: false };
}

const PROMISE_STATES: readonly PromiseState[] = ['open', 'kept', 'partly kept', 'broken', 'cancelled'];

function promiseOf(row: TabRow, note: (fault: string) => string): RowSays<Omit<PromiseToPay, Whose>> {
  const promisedOn = dayOfCell(row.cell('Promised on'));
  const recorded = dayOfCell(row.cell('Recorded'));
  const amount = amountOfCell(row.cell('Amount'));
  const written = row.text('State').toLowerCase() || 'open';
  const state = PROMISE_STATES.find((known) => known === written);
  const missing = state === 'open' && promisedOn.day === null && !promisedOn.fault ? 'Promised on is empty' : '';
  const fault = state
    ? promisedOn.fault || recorded.fault || amount.fault || missing
    : `State "${row.text('State')}" must be one of ${PROMISE_STATES.join(', ')}`;
  const facts = {
    amount: amount.amount,
    currency: row.text('Currency').toUpperCase(),
    promisedOn: promisedOn.day,
    recorded: recorded.day,
    state: state ?? 'open',
    note: row.text('Note'),
    plan: row.text('Plan'),
    unreadable: note(fault),
  };
  const isOver = state !== undefined && state !== 'open';
  return { facts, isOver, endedOn: promisedOn.day, hasAmount: amount.amount !== null };
}

function kindFault(written: string): string {
  const isKnown = written === '' || DISPUTE_KINDS.some((kind) => kind === written.toLowerCase());
  return isKnown ? '' : `Kind "${written}" must be ${DISPUTE_KINDS.join(' or ')}`;
}

/** A query pauses up to its deadline, else for the days that AR Reasons gives its reason. Only the clear word makes one. */
function queryOf(
  row: TabRow,
  opened: Day | null,
  deadline: ReturnType<typeof dayOfCell>,
  reasons: () => readonly DisputeReason[],
): Pick<Dispute, 'query'> {
  if (row.text('Kind').toLowerCase() !== 'query') return {};
  // Where it is not known how long, it pauses until somebody settles it.
  if (deadline.day !== null || deadline.fault !== '' || opened === null) return { query: { until: deadline.day } };
  const days = reasonNamed(reasons(), row.text('Reason'))?.days ?? USUAL_QUERY_DAYS;
  return { query: { until: opened + days } };
}

function disputeOf(
  row: TabRow,
  note: (fault: string) => string,
  reasons: () => readonly DisputeReason[],
): RowSays<Omit<Dispute, Whose>> {
  const opened = dayOfCell(row.cell('Opened'));
  const resolved = dayOfCell(row.cell('Resolved'));
  const deadline = dayOfCell(row.cell('Deadline'));
  const newDate = dayOfCell(row.cell('New date'));
  const amount = amountOfCell(row.cell('Amount'));
  const facts = {
    amount: amount.amount,
    currency: row.text('Currency').toUpperCase(),
    opened: opened.day,
    resolved: resolved.day,
    reason: row.text('Reason'),
    owner: row.text('Owner'),
    // A deadline that cannot be read stops nothing and lifts nothing.
    deadline: deadline.day,
    outcome: row.text('Outcome'),
    newDate: newDate.day,
    unreadable: note(opened.fault || resolved.fault || amount.fault || newDate.fault || kindFault(row.text('Kind'))),
    ...queryOf(row, opened.day, deadline, reasons),
    ...(row.text('Department') === '' ? {} : { department: row.text('Department') }),
  };
  const endedOn = resolved.day === null ? null : Math.max(resolved.day, newDate.day ?? 0);
  return { facts, isOver: resolved.day !== null, endedOn, hasAmount: amount.amount !== null };
}
