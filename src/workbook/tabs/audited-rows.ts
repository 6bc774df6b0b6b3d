// The rows of AR Log as an audit takes them: each by itself, so that one that cannot be read hides no other.
import type { LogRow } from '../../dunning/history/audit/gaps';
import { partsOf } from '../../dunning/history/event-text';
import { isBlank } from '../../sheet/grid';
import { LOG_TAB } from '../tab-specs';
import { readLog } from './log-rows';
import type { TabRow, TabTable } from './records';

const TEXTS = LOG_TAB.columns.filter(({ kind }) => kind === 'text').map(({ header }) => header);

/**
 * The rows of a log that are events or were, in the order of the tab.
 * @param table a tab with the columns of AR Log
 */
export function auditedRows(table: TabTable): LogRow[] {
  return table.rows.flatMap((row): LogRow[] => {
    const { events, unread, shownOtherwise } = readLog({ ...table, problems: [], rows: [row] });
    const [event] = events;
    const [lost] = unread;
    if (!event) return lost ? [{ ...lost, event: null, converted: [], changed: '' }] : [];
    const [other] = shownOtherwise;
    const changed = other && !other.isConverted ? other.header : '';
    return [{ seq: event.seq, event, text: event.text, converted: convertedIn(event.text, row), changed }];
  });
}

/** The first version sealed the cells; since then a cell may show a date, and the text beside it still says what was sealed. */
function convertedIn(text: string, row: TabRow): string[] {
  return partsOf(text) ? [] : TEXTS.filter((header) => isConverted(row, header));
}

/** Everything but Seq is written as text: a date, a number or a tick there was made by a program that thought so. */
function isConverted(row: TabRow, header: string): boolean {
  const cell = row.cell(header);
  return typeof cell !== 'string' && !isBlank(cell);
}
