// From rows of AR Holds, AR Promises and AR Disputes to the stops of a decision.
import type { Dispute, Hold, PromiseState, PromiseToPay } from '../../dunning/decision/facts';
import { customerKeyOf } from '../../receivables/customer';
import type { Problem } from '../../sheet/grid';
import { amountOfCell, dayOfCell } from '../../sheet/read/typed-cells';
import type { CustomerIndex } from './customers';
import type { TabRow, TabTable } from './records';

/** The stops people set by hand. */
export interface BlockTabs {
  holds: Hold[];
  promises: PromiseToPay[];
  disputes: Dispute[];
  problems: Problem[];
}

/**
 * Reads AR Holds, AR Promises and AR Disputes. A row that cannot be read still counts as a stop, over what it names.
 * One under a name that several customers share counts for each of them.
 * @param names who is meant by a name as written
 */
export function readBlocks(
  tables: { holds: TabTable | null; promises: TabTable | null; disputes: TabTable | null },
  { keyOf, namesakes }: Pick<CustomerIndex, 'keyOf' | 'namesakes'>,
): BlockTabs {
  const problems: Problem[] = [];
  const targets = (table: TabTable, row: TabRow): { row: number; customerKey: string; invoice: string }[] => {
    const written = row.text('Customer');
    const customerKey = keyOf(written);
    const invoice = row.text('Invoice');
    const all = namesakes(written);
    if (all.length > 1) {
      problems.push({
        row: row.row,
        column: 'Customer',
        code: 'customer-ambiguous',
        message: `${table.spec.name}, row ${row.row}: ${all.length} customers are called "${written}"; it counts for each of them. Write the Customer ID of the one that is meant.`,
      });
      // The number of an invoice says by itself whose it is.
      return invoice
        ? [{ row: row.row, customerKey: '', invoice }]
        : all.map((key) => ({ row: row.row, customerKey: key, invoice }));
    }
    if (written && !customerKey) {
      problems.push({
        row: row.row,
        column: 'Customer',
        code: 'customer-unknown',
        message: `${table.spec.name}, row ${row.row}: no customer is called "${written}". Write the name as in AR Customers.`,
      });
    }
    return [{ row: row.row, customerKey: written ? customerKey || customerKeyOf('', written) : '', invoice }];
  };
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
  const read = <T>(table: TabTable | null, one: (table: TabTable, row: TabRow) => T) => {
    if (!table) return [];
    problems.push(...table.problems);
    return table.rows.flatMap((row) => {
      const read = one(table, row);
      return targets(table, row).map((target) => ({ ...target, ...read }));
    });
  };
  const holds = read(tables.holds, (table, row) => {
    const until = dayOfCell(row.cell('Until'));
    return { until: until.day, reason: row.text('Reason'), unreadable: note(table, row, until.fault) };
  });
  const promises = read(tables.promises, (table, row) => promiseOf(row, (fault) => note(table, row, fault)));
  const disputes = read(tables.disputes, (table, row) => disputeOf(row, (fault) => note(table, row, fault)));
  return { holds, promises, disputes, problems };
}

const PROMISE_STATES: readonly PromiseState[] = ['open', 'kept', 'partly kept', 'broken', 'cancelled'];

function promiseOf(
  row: TabRow,
  note: (fault: string) => string,
): Omit<PromiseToPay, 'row' | 'customerKey' | 'invoice'> {
  const promisedOn = dayOfCell(row.cell('Promised on'));
  const recorded = dayOfCell(row.cell('Recorded'));
  const amount = amountOfCell(row.cell('Amount'));
  const written = row.text('State').toLowerCase() || 'open';
  const state = PROMISE_STATES.find((known) => known === written);
  const missing = state === 'open' && promisedOn.day === null && !promisedOn.fault ? 'Promised on is empty' : '';
  const fault = state
    ? promisedOn.fault || recorded.fault || amount.fault || missing
    : `State "${row.text('State')}" must be one of ${PROMISE_STATES.join(', ')}`;
  return {
    amount: amount.amount,
    currency: row.text('Currency').toUpperCase(),
    promisedOn: promisedOn.day,
    recorded: recorded.day,
    state: state ?? 'open',
    note: row.text('Note'),
    unreadable: note(fault),
  };
}

function disputeOf(row: TabRow, note: (fault: string) => string): Omit<Dispute, 'row' | 'customerKey' | 'invoice'> {
  const opened = dayOfCell(row.cell('Opened'));
  const resolved = dayOfCell(row.cell('Resolved'));
  const deadline = dayOfCell(row.cell('Deadline'));
  const amount = amountOfCell(row.cell('Amount'));
  return {
    amount: amount.amount,
    currency: row.text('Currency').toUpperCase(),
    opened: opened.day,
    resolved: resolved.day,
    reason: row.text('Reason'),
    owner: row.text('Owner'),
    // A deadline that cannot be read stops nothing and lifts nothing.
    deadline: deadline.day,
    outcome: row.text('Outcome'),
    unreadable: note(opened.fault || resolved.fault || amount.fault),
  };
}
