// Rows that people pasted into AR Payments themselves: lines of the bank without an id, or rows that are none, with the reason.
import type { Payments } from '../../dunning/history/payments';
import { type Identified, identified, idsInTurn } from '../../dunning/payments/new-lines';
import { toMinor } from '../../receivables/money';
import { amountOfCell, dayOfCell } from '../../sheet/read/typed-cells';
import type { TabRow, TabTable } from './records';

/** A row that was pasted: the line that it is with the id it gets; or why it is none. */
export interface PastedRow {
  line: Identified | null;
  id: string;
  fault: string;
}

/**
 * The rows that no line of the log has made, by row: what stands in Bank line may be a number of the bank's. A row that says the
 * same as one above is another payment.
 * @param lines the lines of the log by id
 */
export function pastedRows(table: TabTable | null, { lines }: Pick<Payments, 'lines'>): Map<number, PastedRow> {
  const idOf = idsInTurn();
  const own = table?.rows.filter((row) => !lines.has(row.text('Bank line'))) ?? [];
  return new Map(
    own.map((row): [number, PastedRow] => {
      const line = lineOf(row);
      if (typeof line === 'string') return [row.row, { line: null, id: '', fault: `Not read: ${line}.` }];
      return [row.row, { line, id: idOf(line), fault: '' }];
    }),
  );
}

function lineOf(row: TabRow): Identified | string {
  const { day, fault } = dayOfCell(row.cell('Date'));
  const money = amountOfCell(row.cell('Amount'));
  const currency = row.text('Currency').toUpperCase();
  const amount = toMinor(money.amount ?? 0, currency);
  if (fault || money.fault) return fault || money.fault;
  if (day === null || amount === 0) return 'no date or no amount';
  if (!/^[A-Z]{3}$/.test(currency)) return 'no currency';
  const charges = Math.abs(toMinor(amountOfCell(row.cell('Charges')).amount ?? 0, currency));
  return identified({
    ...{ on: day, amount, currency, payer: row.text('Payer'), text: row.text('Text') },
    ...(charges === 0 ? {} : { charges }),
  });
}
