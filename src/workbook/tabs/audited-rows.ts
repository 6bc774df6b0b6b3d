// The rows of AR Log as an audit takes them: each by itself, so that one that cannot be read hides no other.
import type { LogRow } from '../../dunning/history/audit/gaps';
import { isBlank } from '../../sheet/grid';
import { amountOfCell } from '../../sheet/read/typed-cells';
import { LOG_TAB } from '../tab-specs';
import { readLog } from './log-rows';
import type { TabRow, TabTable } from './records';

const TEXTS = LOG_TAB.columns.filter(({ kind }) => kind === 'text').map(({ header }) => header);

/**
 * The rows of a log that have a number and an event, in the order of the tab.
 * @param table a tab with the columns of AR Log
 */
export function auditedRows(table: TabTable): LogRow[] {
  return table.rows.flatMap((row) => {
    const seq = amountOfCell(row.cell('Seq')).amount;
    if (seq === null || row.text('Event') === '') return [];
    const [event = null] = readLog({ ...table, problems: [], rows: [row] }).events;
    return [{ seq, event, converted: TEXTS.filter((header) => isConverted(row, header)) }];
  });
}

/** Everything but Seq is written as text: a date, a number or a tick there was made by a program that thought so. */
function isConverted(row: TabRow, header: string): boolean {
  const cell = row.cell(header);
  return typeof cell !== 'string' && !isBlank(cell);
}
