// What a row of the invoice table says of whose debt it is: insolvent, assigned, collected by direct debit, what kind of debtor.
import type { SheetDebt } from '../../receivables/invoice';
import type { Field } from '../fields';
import { isBlank, isDayCell } from '../grid';
import { isErrorText, saysNothing, yesOrNo } from './read-words';
import type { TableRow } from './table-row';

/** Said where a cell says yes and no name. */
const SOMEBODY = 'a third party';

/**
 * What a row says of whose debt it is; null where it says nothing. A cell that cannot be read keeps the invoice from being asked for.
 * @example debtIn(row)?.assignedTo // 'Factor Bank'
 */
export function debtIn(row: TableRow): SheetDebt | null {
  const debt: SheetDebt = {
    insolventSince: saysNo(row, 'insolventSince') ? null : row.date('insolventSince'),
    kind: written(row, 'debtorKind', ''),
    assignedTo: written(row, 'assignedTo', SOMEBODY),
    paymentMethod: written(row, 'paymentMethod', row.header('paymentMethod')),
  };
  return debt.insolventSince === null && `${debt.kind}${debt.assignedTo}${debt.paymentMethod}` === '' ? null : debt;
}

function saysNo(row: TableRow, field: Field): boolean {
  const cell = row.cell(field);
  return isBlank(cell) || (typeof cell === 'string' && saysNothing(cell)) || yesOrNo(cell) === false;
}

/** @param yes what a cell means that says yes, or holds a day */
function written(row: TableRow, field: Field, yes: string): string {
  if (!row.table.detection.columns[field] || saysNo(row, field)) return '';
  const cell = row.cell(field);
  if (!isErrorText(cell)) return yesOrNo(cell) || isDayCell(cell) ? yes : row.text(field);
  row.unreadable.push(row.header(field));
  row.report(
    field,
    'error-cell',
    `the cell shows ${String(cell).trim()}; nothing is sent about the invoice. Mend its formula.`,
  );
  return '';
}
