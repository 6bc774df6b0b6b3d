// The invoice tables of a letter, one per debtor and currency: their rows, and the same as aligned text.
import type { Day } from '../../receivables/day';
import { DOCUMENTS } from '../../receivables/invoice';
import type { LetterLine, LineRole } from './letter-input';
import { askedPart, disputedPart } from './letter-sums';
import type { LetterWords } from './letter-words';
import { webAddress } from './pay-box';
import { oneLine } from './template';

/** A row: an invoice with a cell per column, its documents (each a name and then its web address), or a label with an amount. */
export interface TableRow {
  kind: 'line' | 'documents' | 'note' | 'total';
  cells: string[];
}

/** The table of one debtor and currency. */
export interface LetterTable {
  /** Above the table; '' when there is only one. */
  heading: string;
  /** Between a header and its value, where they stand in one line. */
  colon: string;
  headers: string[];
  /** Per column: whether it is set to the right. */
  right: boolean[];
  rows: TableRow[];
}

const GROUPS: readonly LineRole[] = ['overdue', 'not-due', 'disputed', 'credit'];

function groupOf(line: LetterLine): LineRole {
  return line.role !== 'credit' && askedPart(line) <= 0 ? 'disputed' : line.role;
}

function daysCell(line: LetterLine, group: LineRole, asOf: Day, words: LetterWords): string {
  if (group === 'credit') return words.credit;
  if (group === 'disputed') return words.inDispute;
  if (group === 'not-due') return words.notYetDue;
  return line.due === null ? '' : String(asOf - line.due);
}

function dueCell(line: LetterLine, words: LetterWords): string {
  // A credit falls due on no day, whatever its row says.
  if (line.role === 'credit') return '';
  return line.due === null ? words.noDueDate : words.shortDate(line.due);
}

function lineRows(line: LetterLine, group: LineRole, asOf: Day, words: LetterWords, withOrder: boolean): TableRow[] {
  const cells = [
    oneLine(line.invoice) || words.noNumber,
    ...(withOrder ? [oneLine(line.orderNumber)] : []),
    dueCell(line, words),
    daysCell(line, group, asOf, words),
    words.money(line.balance, line.currency),
  ];
  const rows: TableRow[] = [{ kind: 'line', cells }];
  const documents = DOCUMENTS.flatMap((name) => {
    const address = webAddress(line.documents?.[name] ?? '');
    if (address === '') return [];
    const isAlong = line.attached?.has(address) ?? false;
    return [isAlong ? `${words.documents[name]} (${words.attached})` : words.documents[name], address];
  });
  if (documents.length > 0) rows.push({ kind: 'documents', cells: documents });
  if (line.received !== undefined && line.received > 0) {
    rows.push({ kind: 'note', cells: [words.received(words.money(line.received, line.currency)), ''] });
  }
  if (line.newDate !== undefined)
    rows.push({ kind: 'note', cells: [words.newDate(words.shortDate(line.newDate)), ''] });
  const part = disputedPart(line);
  if (group !== 'disputed' && part > 0) {
    rows.push({ kind: 'note', cells: [words.partInDispute, words.money(-part, line.currency)] });
  }
  return rows;
}

// The sum stands under its group where it says more than the single line above it.
function groupTotal(lines: readonly LetterLine[], group: LineRole, words: LetterWords): TableRow[] {
  const apart = group === 'disputed' || group === 'credit';
  const single = lines.every((line) => disputedPart(line) === 0);
  if (lines.length === 0 || (lines.length === 1 && (apart || single))) return [];
  const label = { overdue: words.overdue, 'not-due': words.notDue, disputed: words.disputed, credit: words.credits };
  const sum = lines.reduce((total, line) => total + (apart ? line.balance : askedPart(line)), 0);
  return [{ kind: 'total', cells: [label[group], words.money(sum, lines[0]?.currency ?? '')] }];
}

// What does not fit is one row with its sum, so that the rows still add up to the total below them.
function furtherRows(further: readonly LetterLine[], group: LineRole, words: LetterWords): TableRow[] {
  const [first] = further;
  if (!first) return [];
  const sum = further.reduce(
    (total, line) => total + (group === 'overdue' || group === 'not-due' ? askedPart(line) : line.balance),
    0,
  );
  return [{ kind: 'note', cells: [words.pay.further(further.length), words.money(sum, first.currency)] }];
}

function tableOf(
  lines: readonly LetterLine[],
  heading: string,
  { asOf, words, most }: { asOf: Day; words: LetterWords; most: number },
): LetterTable {
  const withOrder = lines.some((line) => oneLine(line.orderNumber) !== '');
  const { columns } = words;
  const rows: TableRow[] = [];
  for (const group of GROUPS) {
    const inGroup = lines.filter((line) => groupOf(line) === group);
    for (const line of inGroup.slice(0, most)) rows.push(...lineRows(line, group, asOf, words, withOrder));
    rows.push(...furtherRows(inGroup.slice(most), group, words));
    rows.push(...groupTotal(inGroup, group, words));
  }
  return {
    heading,
    colon: words.pay.colon,
    headers: [columns.invoice, ...(withOrder ? [columns.order] : []), columns.due, columns.days, columns.balance],
    right: [false, ...(withOrder ? [false] : []), false, true, true],
    rows,
  };
}

/**
 * The tables of a letter: one per debtor and currency, debtors and currencies in alphabetical order, oldest due date first.
 * @param lines all lines, in any order
 * @param asOf the day that days past due are counted to
 * @param words the words of the letter's language
 * @param most so many lines of a kind at most: those that fall due later are one line with their sum
 */
export function tablesOf(
  lines: readonly LetterLine[],
  asOf: Day,
  words: LetterWords,
  most = Number.POSITIVE_INFINITY,
): LetterTable[] {
  const currencies = [...new Set(lines.map((line) => line.currency))].sort();
  const debtors = [...new Set(lines.map(debtorOf))].sort();
  const last = Number.MAX_SAFE_INTEGER;
  return debtors.flatMap((debtor) =>
    currencies.flatMap((currency) => {
      const own = lines
        .filter((line) => line.currency === currency && debtorOf(line) === debtor)
        .sort((a, b) => (a.due ?? last) - (b.due ?? last) || (a.invoice < b.invoice ? -1 : 1));
      const heading = [debtor, currencies.length > 1 ? words.heading(currency) : ''];
      const told = heading.filter((part) => part !== '').join(' – ');
      return own.length === 0 ? [] : [tableOf(own, told, { asOf, words, most })];
    }),
  );
}

function debtorOf({ debtor = '' }: LetterLine): string {
  return oneLine(debtor);
}

/** The documents of such a row, each with its name. */
export function namedAddresses({ cells }: TableRow): [name: string, address: string][] {
  return cells.flatMap((cell, at): [string, string][] => (at % 2 === 0 ? [[cell, cells[at + 1] ?? '']] : []));
}

const GAP = '  ';

// Letters, not code units: an emoji in an order number takes one place.
function widthOf(text: string): number {
  return [...text].length;
}

function padded(text: string, width: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? blanks + text : text + blanks;
}

/** A table as lines of text, columns aligned. */
export function tableText(table: LetterTable): string {
  const widths = table.headers.map((header, column) =>
    Math.max(widthOf(header), ...table.rows.map((row) => (row.kind === 'line' ? widthOf(row.cells[column] ?? '') : 0))),
  );
  const lastWidth = Math.max(widths[widths.length - 1] ?? 0, ...table.rows.map((row) => amountWidth(row)));
  widths[widths.length - 1] = lastWidth;
  const total = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
  const labelWidth = total - GAP.length - lastWidth;
  const written = (cells: readonly string[]): string =>
    cells.map((cell, column) => padded(cell, widths[column] ?? 0, table.right[column] ?? false)).join(GAP);
  const rule = '-'.repeat(total);
  const lines = [...(table.heading === '' ? [] : [table.heading]), written(table.headers), rule];
  for (const row of table.rows) {
    const [label = '', amount = ''] = row.cells;
    if (row.kind === 'line') lines.push(written(row.cells));
    else if (row.kind === 'documents')
      for (const [name, address] of namedAddresses(row)) lines.push(`${GAP}${name}${table.colon}${address}`);
    else {
      const shown = row.kind === 'note' ? `${GAP}${label}` : label;
      lines.push(`${padded(shown, labelWidth, false)}${GAP}${padded(amount, lastWidth, true)}`);
    }
  }
  return lines.map((line) => line.replace(/ +$/, '')).join('\n');
}

function amountWidth(row: TableRow): number {
  return row.kind === 'documents' ? 0 : widthOf(row.cells[row.cells.length - 1] ?? '');
}
