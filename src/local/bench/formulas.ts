// Formulas over tall columns and tables in the script's own context, against bare loops that give the same answer.
import vm from 'node:vm';
import { builtProject } from '../built-project';
import { bundleLoad } from './loads';
import { collectGarbage, processorTime, type Values } from './processor-time';

/**
 * Joined to the built script. The floors do what the meaning needs in one pass and nothing else: each cell's type is asked, a
 * date becomes a day of the sheet's zone once per distinct instant, sums are kept in cents.
 */
const PROBE = `
const DAY_MS = 86400000;
const TODAY = Date.UTC(2026, 5, 30);
const ZONE = 'Etc/UTC';
// The script's closure is given the built-ins, and so are the floors: looking them up in the context costs more than the work.
const OwnDate = Date;
const classOf = Object.prototype.toString;
const round = Math.round;

var SpreadsheetApp = {
  getActiveSpreadsheet: function () {
    return { getSpreadsheetTimeZone: function () { return ZONE; }, getSheetByName: function () { return null; } };
  },
};

function timed(name, work) {
  collectGarbage();
  const began = processorTime();
  const result = work();
  took(name, processorTime() - began);
  return result;
}

function same(what, formula, floor) {
  if (JSON.stringify(formula) !== JSON.stringify(floor)) throw new Error(what + ' and its floor disagree.');
}

function columnOf(rows, asDates) {
  const due = [];
  const balance = [];
  for (let i = 0; i < rows; i += 1) {
    const back = (i * 37) % 400 - 30;
    due.push([asDates ? new Date(TODAY - back * DAY_MS) : 46203 - back]);
    balance.push([(5000 + ((i * 7919) % 200000)) / 100]);
  }
  return { due: due, balance: balance, asOf: asDates ? new Date(TODAY) : 46203 };
}

function isDateCell(cell) {
  return cell instanceof OwnDate || classOf.call(cell) === '[object Date]';
}

function dayOfZone() {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, year: 'numeric', month: 'numeric', day: 'numeric' });
  const known = new Map();
  return function (date) {
    const time = date.getTime();
    let day = known.get(time);
    if (day === undefined) {
      const parts = format.format(date).split('/');
      day = Date.UTC(Number(parts[2]), Number(parts[0]) - 1, Number(parts[1])) / DAY_MS;
      known.set(time, day);
    }
    return day;
  };
}

function bucketOf(days) {
  return days <= 0 ? 'Current' : days <= 30 ? '1-30 days' : days <= 60 ? '31-60 days' : days <= 90 ? '61-90 days' : '90+ days';
}

function bucketFloor(column) {
  const dayOf = dayOfZone();
  const today = dayOf(column.asOf);
  const out = [];
  for (let i = 0; i < column.due.length; i += 1) {
    const cell = column.due[i][0];
    if (!isDateCell(cell)) throw new Error('no date');
    out.push([bucketOf(today - dayOf(cell))]);
  }
  return out;
}

function overdueFloor(column) {
  const dayOf = dayOfZone();
  const today = dayOf(column.asOf);
  let late = 0;
  let all = 0;
  for (let i = 0; i < column.due.length; i += 1) {
    const cell = column.due[i][0];
    const balance = column.balance[i][0];
    if (!isDateCell(cell)) throw new Error('no date');
    if (typeof balance !== 'number') throw new Error('no number');
    const cents = round(balance * 100);
    if (cents <= 0) continue;
    all += cents;
    if (dayOf(cell) < today) late += cents;
  }
  return late / all;
}

function benchBuckets(rows) {
  const column = columnOf(rows, true);
  const floor = timed('floor', function () { return bucketFloor(column); });
  same('AGING_BUCKET', timed('formula', function () { return AGING_BUCKET(column.due, column.asOf); }), floor);
}

function benchSerials(rows, rounds) {
  const column = columnOf(rows, false);
  for (let round = 0; round < rounds; round += 1) {
    const formula = timed('formula', function () { return AGING_BUCKET(column.due, column.asOf); });
    const loop = timed('floor', function () {
      const out = [];
      for (let i = 0; i < column.due.length; i += 1) out.push([bucketOf(column.asOf - column.due[i][0])]);
      return out;
    });
    same('AGING_BUCKET', formula, loop);
  }
}

function benchPercentOverdue(rows) {
  const column = columnOf(rows, true);
  const floor = timed('floor', function () { return overdueFloor(column); });
  const formula = timed('formula', function () { return PERCENT_OVERDUE(column.balance, column.due, column.asOf); });
  if (Math.abs(formula - floor) > 1e-9 || !(floor > 0)) throw new Error('PERCENT_OVERDUE gives ' + formula + ', its floor ' + floor + '.');
}

function tableOf(rows) {
  const customers = [];
  const table = [['Invoice', 'Customer', 'Invoice Date', 'Due Date', 'Amount', 'Currency', 'Paid On', 'Region']];
  for (let i = 0; i < rows; i += 1) {
    const customer = 'Customer ' + Math.floor(i / 5);
    if (i % 5 === 0) customers.push([customer]);
    const issued = TODAY - ((i * 37) % 365) * DAY_MS;
    const cents = 5000 + ((i * 7919) % 200000);
    const paid = i % 3 === 0 ? '' : new Date(Math.min(TODAY, issued + (20 + (i % 40)) * DAY_MS));
    table.push(['INV-' + i, customer, new Date(issued), new Date(issued + 30 * DAY_MS), cents / 100, 'EUR', paid, 'Region ' + (i % 9)]);
  }
  return { table: table, customers: customers, asOf: new Date(TODAY) };
}

function agingFloor(book) {
  const dayOf = dayOfZone();
  const today = dayOf(book.asOf);
  const groups = new Map();
  for (let i = 1; i < book.table.length; i += 1) {
    const row = book.table[i];
    if (row[6] !== '' && dayOf(row[6]) <= today) continue;
    const days = today - dayOf(row[3]);
    const at = days <= 0 ? 0 : days <= 30 ? 1 : days <= 60 ? 2 : days <= 90 ? 3 : 4;
    let sums = groups.get(row[1]);
    if (!sums) groups.set(row[1], (sums = [0, 0, 0, 0, 0]));
    sums[at] += round(row[4] * 100);
  }
  let all = 0;
  groups.forEach(function (sums) { sums.forEach(function (sum) { all += sum; }); });
  return all / 100;
}

function benchTable(name, rows, rounds) {
  const book = tableOf(rows);
  const formulas = {
    AGING_TABLE: function () { return AGING_TABLE(book.table, book.asOf); },
    SEGMENT: function () { return SEGMENT(book.customers, book.table, book.asOf); },
    AR_KPIS: function () { return AR_KPIS(book.table, book.asOf); },
    EXPECTED_PAYMENT: function () { return EXPECTED_PAYMENT(book.table, book.asOf); },
  };
  const right = {
    AGING_TABLE: function (out, open) { return out[out.length - 1].indexOf(open) >= 0; },
    SEGMENT: function (out) { return out.length === book.customers.length; },
    AR_KPIS: function (out, open) { return out.some(function (row) { return row[0] === 'Ending AR' && row[1] === open; }); },
    EXPECTED_PAYMENT: function (out, open) {
      return round(out.reduce(function (sum, row, index) { return index === 0 ? 0 : sum + round(row[3] * 100); }, 0)) === round(open * 100);
    },
  };
  for (let round = 0; round < rounds; round += 1) {
    const out = timed('formula', formulas[name]);
    const open = timed('floor', function () { return agingFloor(book); });
    if (!right[name](out, open)) throw new Error(name + ' gives something else than what is in the table.');
  }
}
`;

/** A formula with a table of invoices as its argument. */
export type TableFormula = 'AGING_TABLE' | 'SEGMENT' | 'AR_KPIS' | 'EXPECTED_PAYMENT';

/**
 * Runs one of the probe's functions in a context that has the script, the language and a spreadsheet's zone: the dates
 * are V8's own, so that the local services' Date adds nothing to either side.
 * @returns `formula` and `floor`, the least of the rounds, in milliseconds of processor time
 * @throws Error when formula and floor disagree
 */
function probe(name: string, ...args: (string | number)[]): Values {
  // Node reads its zone data at the first date of a process; that is this host's cost, not the script's.
  new Intl.DateTimeFormat('en-US', { timeZone: 'Etc/UTC' }).format(0);
  const least: Values = {};
  const context = vm.createContext({
    processorTime,
    collectGarbage,
    took: (what: string, time: number) => {
      least[what] = Math.min(least[what] ?? Number.POSITIVE_INFINITY, time);
    },
  });
  new vm.Script(builtProject().code, { filename: 'Code.gs' }).runInContext(context);
  vm.runInContext(PROBE, context, { filename: 'probe.js' });
  vm.runInContext(`${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`, context);
  return least;
}

/** AGING_BUCKET over a column of dates, first call, and its floor. */
export function coldBuckets(rows: number): Values {
  return probe('benchBuckets', rows);
}

/** AGING_BUCKET over a column of serial numbers, later calls, and a bare loop. */
export function warmSerials(rows: number, rounds: number): Values {
  return probe('benchSerials', rows, rounds);
}

/** PERCENT_OVERDUE over two columns, first call, and its floor. */
export function coldPercentOverdue(rows: number): Values {
  return probe('benchPercentOverdue', rows);
}

/**
 * A formula over a whole table.
 * @param rounds 1 for the first call alone
 * @returns beside `formula` and `floor` the `load` of the bundle in this process
 */
export function tableFormula(name: TableFormula, rows: number, rounds: number): Values {
  return { ...probe('benchTable', name, rows, rounds), load: bundleLoad() };
}
