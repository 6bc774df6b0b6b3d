// The log as an audit takes it, a part at a time: who asks replays it, and nothing is changed.
import type { Ports } from '../../workbook/ports';
import { WorkbookSession } from '../../workbook/session';
import { readLogTabs } from './log-tabs';
import type { LogPart } from './view';

/** So many rows go into an answer: some 10 MB. */
const ROWS = 10_000;

/**
 * Reads a part of the log.
 * @param from how many rows stand before it
 * @throws Refusal `no-log` where there is none
 */
export function showLog(ports: Ports, from: number): LogPart {
  const ws = new WorkbookSession(ports);
  const { rows, tables, tabs } = readLogTabs(ws);
  return {
    tabs,
    // In a copy, or in a file, nobody remembers where the log ended: it is judged from within.
    lastSeq: ws.isCopy() ? 0 : ws.state.log.seq,
    faults: tables.flatMap(({ problems }) => problems.map(({ message }) => message)),
    rows: rows.slice(from, from + ROWS),
    size: rows.length,
  };
}
