// Segments for a formula: the invoice table it was given, and each customer's segment by id or name.
import { customerKeyOf } from '../../receivables/customer';
import type { Day } from '../../receivables/day';
import { BadCell, FormulaError } from '../../receivables/formula-error';
import type { InvoiceRow } from '../../receivables/invoice';
import { segmentCustomers, WITHOUT_INVOICES } from '../../receivables/segment';
import { parseSegmentSettings, type SegmentSettings } from '../../receivables/segment-settings';
import { applyMapping } from '../detect/confirmed-columns';
import { detectTable } from '../detect/detect';
import { type ConfirmedTable, type Detection, isProblem } from '../fields';
import { type Cell, type Grid, isBlank, isDayCell } from '../grid';
import { inOrder } from '../read/date-questions';
import { type ReadResult, readInvoices } from '../read/read-invoices';
import { type Argument, cellsOf } from './formula-arguments';

/** The segment of a customer on a day. */
export type SegmentLookup = (customer: string, asOf: Day) => string;

/**
 * Settings from a two-column range of names and values; blank: the defaults.
 * @throws FormulaError `wrong-shape`, `unknown-setting` or `bad-setting`
 */
export function settingsArgument(argument: Argument): SegmentSettings {
  const { name, width, height } = argument;
  const cells = cellsOf(argument);
  if (cells.every((cell) => isBlank(cell))) return parseSegmentSettings([]);
  if (width !== 2) {
    throw new FormulaError('wrong-shape', `${name} must be two columns, names and values, not ${width}.`);
  }
  const pairs: [string, string | number | boolean][] = [];
  for (let i = 0; i < height; i += 1) {
    const value = cells[2 * i + 1] ?? '';
    pairs.push([String(cells[2 * i] ?? ''), isDayCell(value) ? 'a date' : value]);
  }
  return parseSegmentSettings(pairs);
}

/** The table's columns: as a person confirmed them where the same headers are in the table, else as they are detected. */
export function columnsOf(grid: Grid, { mapping, dateOrder }: ConfirmedTable): Detection {
  const mapped = mapping ? applyMapping(grid, mapping) : null;
  const found = mapped && !isProblem(mapped) ? mapped : detectTable(grid);
  if (isProblem(found)) throw new FormulaError(found.code, `invoices: ${found.message}`);
  const detection = inOrder(found, dateOrder);
  const open = detection.questions.find(({ field }) => field !== 'invoice');
  if (open) {
    const advice = 'Choose the columns in Duesheet > Set up, or name them plainly.';
    throw new FormulaError('column-unclear', `invoices: ${open.message} ${advice}`);
  }
  return detection;
}

/**
 * Looks up segments in an invoice table; the table is read once, each as-of day is worked out once.
 * @param grid the table with its header row
 * @param confirmed what AR Settings says of the table
 * @throws FormulaError when the columns cannot be told
 */
export function segmentLookup(grid: Grid, confirmed: ConfirmedTable, settings: SegmentSettings): SegmentLookup {
  const { rows, keyOf } = readCustomers(grid, confirmed);
  const byDay = new Map<Day, ReturnType<typeof segmentCustomers>>();
  return (customer, asOf) => {
    const key = keyOf(customer);
    const segments = byDay.get(asOf) ?? segmentCustomers(rows, asOf, settings);
    byDay.set(asOf, segments);
    return (segments.get(key) ?? WITHOUT_INVOICES).segment;
  };
}

/**
 * Reads an invoice table for a formula that tells something of each customer.
 * @returns its rows, and the key of a customer who is asked for by id or name; that throws BadCell where a row of theirs cannot be read
 * @throws FormulaError when the columns cannot be told
 */
export function readCustomers(
  grid: Grid,
  confirmed: ConfirmedTable,
): { rows: InvoiceRow[]; keyOf(customer: string): string } {
  const read = readInvoices(grid, columnsOf(grid, confirmed));
  const keys = keysByName(read.rows);
  const broken = brokenCustomers(read);
  return {
    rows: read.rows,
    keyOf(customer) {
      const key = keyFor(customer, keys);
      const why = broken.get(key);
      if (why !== undefined) throw new BadCell('bad-invoice', 'invoices', why);
      return key;
    },
  };
}

// A customer may be asked for by name although the table knows ids.
function keysByName(rows: readonly InvoiceRow[]): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { customer, customerKey } of rows) {
    for (const name of [customerKey, customerKeyOf('', customer)]) {
      const known = keys.get(name);
      if (known) known.add(customerKey);
      else keys.set(name, new Set([customerKey]));
    }
  }
  return keys;
}

function keyFor(customer: string, keys: ReadonlyMap<string, ReadonlySet<string>>): string {
  const name = customerKeyOf('', customer);
  const found = keys.get(name);
  if (!found || found.has(name)) return name;
  const [key = name] = [...found];
  if (found.size === 1) return key;
  throw new BadCell('several-customers', 'customers', `'${customer}' has ${found.size} customer ids; give the id`);
}

// A row that cannot be read makes its customer's segment uncertain, nobody else's.
function brokenCustomers({ rows, problems, skipped }: ReadResult): Map<string, string> {
  const messages = new Map<number, string>();
  for (const { row, message } of problems) if (!messages.has(row)) messages.set(row, message);
  const broken = new Map<string, string>();
  const name = (key: string | undefined, row: number): void => {
    const message = messages.get(row);
    if (key !== undefined && message !== undefined && !broken.has(key)) broken.set(key, message);
  };
  for (const { customerKey, row, unreadable } of rows) if (unreadable) name(customerKey, row);
  for (const { customerKey, row } of skipped) name(customerKey, row);
  return broken;
}

/** The text of a customer cell. @throws BadCell for a date or TRUE/FALSE */
export function customerArgument(argument: string, cell: Cell | undefined): string {
  if (cell === undefined || isBlank(cell)) return '';
  if (typeof cell === 'string' || typeof cell === 'number') return String(cell).trim();
  throw new BadCell('not-a-customer', argument, 'the cell is neither a name nor an id');
}
