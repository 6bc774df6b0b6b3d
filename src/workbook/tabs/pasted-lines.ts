// Rows that people pasted into AR Payments themselves: lines of the bank without an id, or rows that are none, with the reason.
import { type Identified, identified, idsInTurn } from '../../dunning/payments/new-lines';
import { toMinor } from '../../receivables/money';
import { amountOfCell, dayOfCell } from '../../sheet/read/typed-cells';
import { PAYMENTS_TAB } from '../tab-specs';
import type { TabRow, TabTable } from './records';

/** A row that was pasted: the line that it is with the id it gets, or why it is none. */
export type PastedRow = { line: Identified; id: string } | { fault: string };

/** The rows without an id, by row. A row that says the same as one above is another payment. */
export function pastedRows({ rows }: TabTable): Map<number, PastedRow> {
  const idOf = idsInTurn();
  const own = rows.filter((row) => row.text('Bank line') === '');
  return new Map(
    own.map((row): [number, PastedRow] => {
      const line = lineOf(row);
      return [row.row, 'fault' in line ? line : { line, id: idOf(line).id }];
    }),
  );
}

/** Why a row that was pasted is no line; '' where it is one. */
export function faultOfRow(row: TabRow): string {
  const line = lineOf(row);
  return 'fault' in line ? line.fault : '';
}

/** The rows that are no lines, as sentences. */
export function unreadRows(table: TabTable | null): string[] {
  return [...(table ? pastedRows(table) : [])].flatMap(([row, one]) =>
    'fault' in one ? `Row ${row} of ${PAYMENTS_TAB.name}: ${one.fault}` : [],
  );
}

function lineOf(row: TabRow): Identified | { fault: string } {
  const date = dayOfCell(row.cell('Date'));
  const [money, kept] = [amountOfCell(row.cell('Amount')), amountOfCell(row.cell('Charges'))];
  const currency = row.text('Currency').toUpperCase();
  const amount = toMinor(money.amount ?? 0, currency);
  const fault =
    date.fault ||
    money.fault ||
    kept.fault ||
    (date.day === null ? 'no date' : amount === 0 ? 'no amount' : /^[A-Z]{3}$/.test(currency) ? '' : 'no currency');
  if (fault !== '' || date.day === null) return { fault: `${fault}.` };
  const charges = Math.abs(toMinor(kept.amount ?? 0, currency));
  return identified({
    ...{ on: date.day, amount, currency, payer: row.text('Payer'), text: row.text('Text') },
    ...(charges === 0 ? {} : { charges }),
  });
}
