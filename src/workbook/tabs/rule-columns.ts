// The columns that a rule of AR Segments may name: those of AR Customers, and those of the invoice sheet.
import { customerKeyOf } from '../../receivables/customer';
import type { Invoice } from '../../receivables/invoice';
import type { Detection } from '../../sheet/fields';
import { type Cell, type Grid, isDayCell } from '../../sheet/grid';
import { amountOfCell, textOf } from '../../sheet/read/typed-cells';
import type { TabTable } from './records';

/** Where the columns are read from. */
interface Sources {
  /** AR Customers; null where the tab is gone. */
  customers: TabTable | null;
  /** Other spellings: key to the key it belongs to. */
  aliases: ReadonlyMap<string, string>;
  invoices: readonly Invoice[];
  grid: Grid;
  detection: Detection;
}

/** The columns, by header. */
export interface RuleColumns {
  headers: readonly string[];
  /** The cells about a customer: of AR Customers where it has that column, else of each of their rows of the invoice sheet. */
  cellsOf(key: string, header: string): readonly (string | number)[];
  /** The credit limit of a customer, decimal; null where none is set or it cannot be read. */
  limitOf(key: string): { amount: number; currency: string } | null;
}

/** Reads the columns that rules may name; a column is read when it is first asked for. */
export function ruleColumns({ customers, aliases, invoices, grid, detection }: Sources): RuleColumns {
  const ours = customers?.headers.filter((header) => header !== '') ?? [];
  const read = new Map<string, Map<string, (string | number)[]>>();
  const columnOf = (header: string): Map<string, (string | number)[]> => {
    const known = read.get(header);
    if (known) return known;
    const cells = new Map<string, (string | number)[]>();
    const add = (key: string, cell: Cell | undefined): void => {
      const own = cells.get(key) ?? [];
      cells.set(key, own);
      own.push(plain(cell));
    };
    const at = customers?.headers.indexOf(header) ?? -1;
    for (const row of at < 0 ? [] : (customers?.rows ?? [])) {
      const key = customerKeyOf(row.text('Customer ID'), row.text('Customer'));
      add(aliases.get(key) ?? key, row.values[at]);
    }
    const column = detection.headers.indexOf(header);
    if (at < 0)
      for (const { customerKey, row } of invoices) add(customerKey, grid.values[row - grid.firstRow]?.[column]);
    read.set(header, cells);
    return cells;
  };
  const cellsOf = (key: string, header: string): readonly (string | number)[] => columnOf(header).get(key) ?? [''];
  return {
    headers: [...new Set([...ours, ...detection.headers.filter((header) => header !== '')])],
    cellsOf,
    limitOf(key) {
      const [limit = ''] = cellsOf(key, 'Credit limit');
      const { amount } = amountOfCell(limit);
      const [currency = ''] = cellsOf(key, 'Limit currency');
      return amount === null ? null : { amount, currency: String(currency).toUpperCase() };
    },
  };
}

function plain(cell: Cell | undefined): string | number {
  return typeof cell === 'number' && !isDayCell(cell) ? cell : textOf(cell);
}
