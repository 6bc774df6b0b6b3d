// A log of any length: the events of a real plan, mailed, are repeated as reminders of earlier years about invoices long paid.
import type { StoredCell, StoredSheet, World } from '../google-services/state';
import { addDays, dayIn } from '../wall-clock';
import { cellAt, contentSize, plainText, putCell, sheetNamed } from '../workbook/stored-cells';

/** What becomes of a mailed reminder in the log, in this order. */
const LIFE = ['planned', 'approved', 'sending', 'sent'];

interface Row {
  cells: (StoredCell | undefined)[];
  event: string;
  reminder: string;
}

/** Somebody with a workbook open. */
interface Opened {
  readonly world: World;
  readonly now: number;
  ask(name: string): unknown;
}

/**
 * Puts events in front of those a log has and lets the sender accept the log as it is, so that the add-on itself seals it.
 *
 * @param session a live workbook whose log holds mailed reminders; the person is the sender
 * @param events how many, a multiple of 4
 * @throws Error when the log holds no mailed reminder, or the add-on does not accept it
 */
export function lengthenLog(session: Opened, events: number): void {
  const log = sheetNamed(session.world.spreadsheet, 'AR Log');
  if (!log) throw new Error('There is no AR Log yet.');
  const { headers, rows } = rowsOf(log);
  const at = (name: string): number => {
    const column = headers.indexOf(name);
    if (column < 0) throw new Error(`AR Log has no column ${name}.`);
    return column;
  };
  /** The cells of a row under another number, at another time: said where people see it and in what is sealed. */
  const placed = (cells: readonly (StoredCell | undefined)[], seq: number, time?: string) => {
    const moved = [...cells];
    moved[at('Seq')] = { ...cells[at('Seq')], value: { kind: 'number', value: seq } };
    if (time) moved[at('At')] = { ...cells[at('At')], value: { kind: 'text', value: time } };
    const facts = cells[at('Facts (JSON)')];
    const text = plainText(facts?.value).replace(/"seq":\d+/, `"seq":${seq}`);
    const value = time ? text.replace(/"at":"[^"]*"/, `"at":"${time}"`) : text;
    moved[at('Facts (JSON)')] = { ...facts, value: { kind: 'text', value } };
    return moved;
  };
  const lives = mailedReminders(rows);
  if (lives.length === 0) throw new Error('AR Log holds no reminder that was mailed.');
  const first = addDays(dayIn(session.now, session.world.spreadsheet.timeZone), -730);
  for (let written = 0; written < events; written += 1) {
    const turn = Math.floor(written / LIFE.length);
    const row = lives[turn % lives.length]?.[written % LIFE.length];
    if (!row) throw new Error('A reminder of the log has lost an event.');
    const old = row.cells.map((cell) => aged(cell, row.reminder, turn));
    const day = addDays(first, Math.floor((700 * written) / events));
    putRow(log, 1 + written, placed(old, written + 1, `${day} 09:00:00`));
  }
  rows.forEach(({ cells }, index) => {
    putRow(log, 1 + events + index, placed(cells, events + index + 1));
  });
  session.ask('acceptLog');
}

function rowsOf(log: StoredSheet): { headers: string[]; rows: Row[] } {
  const size = contentSize(log);
  const columns = Array.from({ length: size.columns }, (_, column) => column);
  const headers = columns.map((column) => plainText(cellAt(log, 0, column)?.value));
  const rows: Row[] = [];
  for (let row = 1; row < size.rows; row += 1) {
    const textAt = (name: string) => plainText(cellAt(log, row, headers.indexOf(name))?.value);
    if (textAt('Seq') === '') continue;
    const cells = columns.map((column) => cellAt(log, row, column));
    rows.push({ cells, event: textAt('Event'), reminder: textAt('Reminder') });
  }
  return { headers, rows };
}

/** The four events of each reminder that was mailed. */
function mailedReminders(rows: readonly Row[]): Row[][] {
  const ids = [...new Set(rows.filter(({ event }) => event === 'sent').map(({ reminder }) => reminder))];
  return ids
    .map((id) => LIFE.flatMap((kind) => rows.filter((row) => row.reminder === id && row.event === kind).slice(0, 1)))
    .filter((life) => life.length === LIFE.length);
}

/** The cell with another reminder and other invoices, wherever they are named in it. */
function aged(cell: StoredCell | undefined, reminder: string, turn: number): StoredCell | undefined {
  if (cell?.value.kind !== 'text') return cell;
  const value = cell.value.value.replaceAll(reminder, `${reminder}-${turn}`).replaceAll('INV-', `OLD-${turn}-`);
  return { ...cell, value: { kind: 'text', value } };
}

function putRow(sheet: StoredSheet, row: number, cells: readonly (StoredCell | undefined)[]): void {
  cells.forEach((cell, column) => {
    if (cell) putCell(sheet, row, column, cell);
  });
}
