// One odd cell in each column of the invoice sheet and of our tabs: the others are mailed or somebody is told, and Undo mends it.
import { noteChange } from '../formulas/draft-formulas';
import type { StoredCell, StoredSheet } from '../google-services/state';
import { HOUR } from '../hourly-run';
import { cellAt, contentSize, dropCell, plainText, putCell } from '../workbook/stored-cells';
import { customerOf, INVOICE_SHEET } from './book';
import { type Desk, TRIGGER } from './desk';
import { type Finding, judged } from './judge';
import { outboxOf } from './outbox';
import { settle } from './person';
import { type Seen, wasSeen } from './seen';
import { tabOf } from './tabs';

/** Customers of the book; the first one's cells are odd. */
const VICTIM = customerOf(0);

/** What a cell may hold that nobody expects there; null empties it. */
const ODD: Readonly<Record<string, StoredCell | null>> = {
  'a date': { value: { kind: 'date', wall: '2026-03-01T00:00:00.000' }, numberFormat: 'yyyy-mm-dd' },
  'the text "constructor"': { value: { kind: 'text', value: 'constructor' } },
  'an error': { value: { kind: 'error', value: '#REF!' } },
  TRUE: { value: { kind: 'boolean', value: true } },
  'the year 9999': { value: { kind: 'date', wall: '9999-12-31T00:00:00.000' }, numberFormat: 'yyyy-mm-dd' },
  '1e300': { value: { kind: 'number', value: 1e300 } },
  'a formula that loads': {
    value: { kind: 'error', value: '#N/A' },
    formula: '=IMPORTXML("https://example.com";"//a")',
  },
  'the text of a formula': { value: { kind: 'text', value: '=IMPORTXML("https://example.com";"//a")' } },
  nothing: null,
};

/** The row of each tab whose cells are odd: one that matters. All rows of AR Settings do. */
const ROWS: Readonly<Record<string, (row: string[], at: number, rows: number) => boolean>> = {
  [INVOICE_SHEET]: (row) => row.includes(VICTIM),
  'AR Customers': (row) => row.includes(VICTIM),
  'AR Queue': (row) => row.includes(VICTIM),
  'AR Policy': (row) => row[0] === 'New' && row[1] === '2',
  'AR Templates': (row) => row[0] === 'Friendly' && row[1] === 'en',
  'AR Settings': (_, at) => at > 0,
  'AR Log': (_, at, rows) => at === rows - 1,
};

/** An odd cell. */
export interface OddCell {
  start: Desk;
  tab: string;
  /** 0-based. */
  row: number;
  column: number;
  odd: string;
}

/** All odd cells of the tabs that are meant, or every k-th of them. */
export function* oddCells(start: Desk, isMeant: (tab: string) => boolean, every: number): Generator<OddCell> {
  let place = 0;
  for (const { name } of start.world.spreadsheet.sheets) {
    const sheet = tabOf(start.world, name);
    if (!sheet || !isMeant(name)) continue;
    for (const { row, column } of placesIn(sheet)) {
      for (const odd of Object.keys(ODD)) {
        if (place % every === 0) yield { start, tab: name, row, column, odd };
        place += 1;
      }
    }
  }
}

function placesIn(sheet: StoredSheet): { row: number; column: number }[] {
  const { rows, columns } = contentSize(sheet);
  const textsOf = (row: number) =>
    Array.from({ length: columns }, (_, column) => plainText(cellAt(sheet, row, column)?.value));
  const counts = ROWS[sheet.name] ?? ((_: string[], at: number) => at === 1);
  const found = Array.from({ length: rows }, (_, row) => row).filter((row) => counts(textsOf(row), row, rows));
  // A tab without rows of its own gets one.
  const chosen = found.length > 0 ? found : [1];
  // Of a setting the value alone; the words beside it name it and explain it.
  const of = sheet.name === 'AR Settings' ? [1] : Array.from({ length: columns }, (_, column) => column);
  return chosen.flatMap((row) => of.map((column) => ({ row, column })));
}

/** @example inWords(cell) // 'AR Settings B12: TRUE' */
export function inWords({ start, tab, row, column, odd }: OddCell): string {
  const sheet = tabOf(start.world, tab);
  const header = sheet ? plainText(cellAt(sheet, 0, column)?.value) : '';
  const setting = sheet && tab === 'AR Settings' ? ` (${plainText(cellAt(sheet, row, 0)?.value)})` : '';
  return `${tab}, row ${row + 1}, ${header}${setting}: ${odd}`;
}

/**
 * Types it, lets the reminders be planned, approved and sent, takes it back and judges what follows.
 * @param seen worlds from which that was judged: where two cells leave the same behind, the same follows
 */
export function tryOddCell({ start, tab, row, column, odd }: OddCell, seen: Seen): Finding[] {
  const desk = start.twin();
  const sheet = tabOf(desk.world, tab);
  if (!sheet) return [];
  const before = sheet.cells.get(row)?.get(column);
  put(desk, sheet, row, column, ODD[odd] ?? null);
  const findings = lived(desk);
  const undo = () => {
    // Who typed it finds the column again, wherever the tab is now.
    const now = tabOf(desk.world, tab);
    if (now) put(desk, now, row, column, before ?? null);
  };
  undo();
  if (wasSeen(desk, seen)) return findings;
  const after = settle(desk);
  return [...findings, ...judged(desk.world, after)];
}

function put(desk: Desk, sheet: StoredSheet, row: number, column: number, cell: StoredCell | null): void {
  if (cell) putCell(sheet, row, column, { ...cell });
  else dropCell(sheet, row, column);
  noteChange(desk.world.spreadsheet, sheet.id);
}

/** Two hours with the odd cell, in which the others are approved; the others leave, or a person is told. */
function lived(desk: Desk): Finding[] {
  const findings: Finding[] = [];
  const raw = (what: string, ended: ReturnType<Desk['run']>) => {
    if (ended.kind === 'raw') findings.push({ wrong: 'stuck', what: `${what}: ${ended.message}` });
    return ended.kind === 'value' ? ended.value : null;
  };
  raw('the hourly run', desk.run(TRIGGER));
  const review = raw('getReview', desk.run({ name: 'getReview' })) as {
    lines: { id: string; customer: string; state: string }[];
  } | null;
  const others = (review?.lines ?? []).filter(({ customer, state }) => isOther(customer) && state === 'planned');
  if (others.length > 0)
    raw('approveReminders', desk.run({ name: 'approveReminders', args: [others.map(({ id }) => id)] }));
  desk.now += HOUR;
  raw('the hourly run', desk.run(TRIGGER));
  const today = raw('getToday', desk.run({ name: 'getToday' })) as {
    stops: unknown[];
    waiting: Record<string, number>;
    problems: { count: number };
  } | null;
  raw('getProblems', desk.run({ name: 'getProblems' }));
  const page = raw('getReviewPage', desk.run({ name: 'getReviewPage', args: [{ without: true }] })) as {
    withoutReminder: unknown[];
  } | null;
  const left = new Set(outboxOf(desk.world).map(({ to }) => to));
  const isTold =
    today === null ||
    today.stops.length > 0 ||
    today.problems.count > 0 ||
    (today.waiting['needsFix'] ?? 0) > 0 ||
    (page?.withoutReminder.length ?? 0) > 0;
  if (left.size < OTHERS && !isTold && findings.length === 0)
    findings.push({ wrong: 'stuck', what: `${left.size} of ${OTHERS} others were mailed, and nobody is told why` });
  return findings;
}

/** How many customers a book for odd cells has beside the one whose cells are odd. */
export const OTHERS = 2;

function isOther(customer: string): boolean {
  return Array.from({ length: OTHERS }, (_, index) => customerOf(index + 1)).includes(customer);
}
