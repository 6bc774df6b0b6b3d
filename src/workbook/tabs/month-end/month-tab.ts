// The tab of a closed month, such as AR 2026-11: its columns, the proof that it stands as it was made, and its write-off proposals.
import { digest } from '../../../dunning/history/digest';
import { folded } from '../../../receivables/customer';
import { type Day, isoOf } from '../../../receivables/day';
import { toMinor } from '../../../receivables/money';
import { type Cell, isDayCell } from '../../../sheet/grid';
import { amountOfCell, dayOfCell, textOf } from '../../../sheet/read/typed-cells';
import type { SheetInfo } from '../../ports';
import type { ColumnKind, TabColumn } from '../../tab-specs';
import type { OwnTabs } from '../own-tabs';

const column = (header: string, width: number, kind: ColumnKind = 'text') => ({ header, width, kind });

/** The columns that all lists of the tab share, in order. */
export const MONTH_COLUMNS = [
  column('Customer', 220),
  column('Invoice', 120),
  column('Currency', 70),
  column('Open', 110, 'number'),
  column('Allowance', 110, 'number'),
  column('Days', 60, 'number'),
  column('Age', 90),
  column('Issued', 90, 'date'),
  column('Due', 90, 'date'),
  column('Due now', 90, 'date'),
  column('Status', 120),
  column('Segment', 120),
  column('Customer ID', 100),
  column('Why', 330),
  column('Approver', 200),
  column('Approved on', 100, 'date'),
  column('Key', 160),
] as const satisfies readonly TabColumn[];

/** A line of the tab, by header. */
export type MonthLine = Readonly<Partial<Record<(typeof MONTH_COLUMNS)[number]['header'], Cell>>>;

/** The title of the list that people write into, and its last words: below it stands the next list. */
export const PROPOSALS = 'Write-off proposals';

/** People write into these. */
const THEIRS: readonly string[] = ['Approver', 'Approved on'];

/** @example monthTabName('2026-11', 2) // 'AR 2026-11 (2)' */
export function monthTabName(month: string, count: number): string {
  return `AR ${month}${count > 1 ? ` (${count})` : ''}`;
}

/** The tab of that name; null where there is none. */
export function findMonthTab(tabs: OwnTabs, name: string): SheetInfo | null {
  return tabs.sheets.find((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase()) ?? null;
}

/** @example cellsOfLine({ Customer: 'ACME' })[0] // 'ACME' */
export function cellsOfLine(line: MonthLine): Cell[] {
  return MONTH_COLUMNS.map(({ header }) => line[header] ?? '');
}

/**
 * A digest over what a tab holds, but for what people are to write into it. The same whether cells come from here or were read back.
 * @param cells from the first row on
 */
export function monthDigest(cells: readonly (readonly Cell[])[]): string {
  const ours = MONTH_COLUMNS.map(({ header }, at) => (THEIRS.includes(header) ? -1 : at)).filter((at) => at >= 0);
  // The words above columns of people's stand in the lines of headers alone.
  const lines = cells.map((line) =>
    ours
      .map((at) => plain(line[at] ?? ''))
      .join('\t')
      .trimEnd(),
  );
  while (lines[lines.length - 1] === '') lines.pop();
  return digest(lines.join('\n'));
}

function plain(cell: Cell): string {
  return isDayCell(cell) ? isoOf(cell.day) : textOf(cell).replace(/\s+/g, ' ').trim();
}

/** A write-off that the tab proposes. */
export interface Proposal {
  /** 1-based. */
  row: number;
  key: string;
  customer: string;
  invoice: string;
  currency: string;
  /** Minor units, as of the month end. */
  amount: number;
  why: string;
  /** As written, '' while nobody is. */
  approver: string;
  /** Whether the day stands beside the name: only then it is meant. */
  isDated: boolean;
}

/** The write-off proposals of a tab. @param cells from the first row on */
export function proposalsIn(cells: readonly (readonly Cell[])[]): Proposal[] {
  const start = cells.findIndex(([first]) => textOf(first) === PROPOSALS);
  if (start < 0) return [];
  const text = (line: readonly Cell[], header: keyof MonthLine): string =>
    textOf(line[MONTH_COLUMNS.findIndex((one) => one.header === header)]).trim();
  const found: Proposal[] = [];
  for (let at = start + 1; at < cells.length; at += 1) {
    const line = cells[at] ?? [];
    if (line.every((cell) => textOf(cell) === '')) break;
    const key = text(line, 'Key');
    const currency = text(line, 'Currency');
    const { amount } = amountOfCell(line[MONTH_COLUMNS.findIndex(({ header }) => header === 'Open')] ?? '');
    if (key === '' || key === 'Key' || amount === null) continue;
    const on = line[MONTH_COLUMNS.findIndex(({ header }) => header === 'Approved on')] ?? '';
    found.push({
      ...{ row: at + 1, key, currency, amount: toMinor(amount, currency), why: text(line, 'Why') },
      ...{ customer: text(line, 'Customer'), invoice: text(line, 'Invoice'), approver: text(line, 'Approver') },
      isDated: dayOfCell(on).day !== null,
    });
  }
  return found;
}

/** A person as the lines of a month end may name them. */
export interface NamedPerson {
  key: string;
  isNamed: (name: string) => boolean;
  /** Payer and text of each line of the bank that is theirs. */
  bank: readonly (readonly [payer: string, text: string])[];
  /** What takes the place of the name. */
  pseudonym: string;
}

/** Lines that stand below one another. */
export interface LinesBelow {
  /** Of the first, 1-based. */
  row: number;
  lines: Cell[][];
}

/**
 * The cells of a tab under a name of no person, and the lines that change; everything else stays as it is.
 * @param cells from the first row on
 * @example withoutPerson(cells, acme).changed // [{ row: 9, lines: [['Person 7', 'INV-1'], ['Person 7', 'INV-2']] }]
 */
export function withoutPerson(
  cells: readonly (readonly Cell[])[],
  { key, isNamed, bank, pseudonym }: NamedPerson,
): { cells: (readonly Cell[])[]; changed: LinesBelow[] } {
  const place = (header: keyof MonthLine): number => MONTH_COLUMNS.findIndex((one) => one.header === header);
  const [customer, id, due, status, why, own] = (
    ['Customer', 'Customer ID', 'Due', 'Status', 'Why', 'Key'] as const
  ).map(place) as [number, number, number, number, number, number];
  const changed: LinesBelow[] = [];
  const left = cells.map((line, at) => {
    const [name, number, reason, invoice] = [customer, id, why, own].map((column) => textOf(line[column]).trim()) as [
      ...[string, string, string, string],
    ];
    const isBank = bank.some(([payer, text]) => payer === name && text.startsWith(reason));
    const isTheirs = isNamed(name) || folded(number) === key || invoice.startsWith(`${key}|`);
    // Sums and titles have neither a day nor a word how they stand.
    const isItem = textOf(line[status]) !== '' || isDayCell(line[due] ?? '');
    if (!isItem || !(isBank || isTheirs)) return line;
    const cleared = [...line];
    cleared[customer] = pseudonym;
    if (number !== '') cleared[id] = '';
    if (isBank && reason !== '') cleared[why] = '';
    if (invoice.startsWith(`${key}|`)) cleared[own] = `${pseudonym}${invoice.slice(key.length)}`;
    const above = changed[changed.length - 1];
    if (above && above.row + above.lines.length === at + 1) above.lines.push(cleared);
    else changed.push({ row: at + 1, lines: [cleared] });
    return cleared;
  });
  return { cells: left, changed };
}

/** Writes who approved a proposal beside it; nobody where that is taken back. */
export function writeApproval(tabs: OwnTabs, sheet: SheetInfo, row: number, approver: string, on: Day | null): void {
  const first = MONTH_COLUMNS.findIndex(({ header }) => header === 'Approver') + 1;
  tabs.workbook.write(sheet, row, first, [[approver, on === null ? '' : { day: on }]]);
  tabs.letGo(sheet);
}
