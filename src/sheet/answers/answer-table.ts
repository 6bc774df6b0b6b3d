// The answers of a form as Google writes them into a tab: columns found by headers, else by what stands in them.
import type { Day } from '../../receivables/day';
import { type Cell, type Grid, isBlank, isDayCell } from '../grid';
import { dayOfCell, textOf } from '../read/typed-cells';
import { type AnswerField, fieldOf, isTimeHeader } from './answer-headers';

/** A row of answers. */
export interface AnswerRow {
  /** 1-based sheet row. */
  row: number;
  /** The day it was given; null where the time cannot be read. */
  on: Day | null;
  token: string;
  /** The choice as the form words it; '' for none. */
  what: string;
  day: Day | null;
  address: string;
  /** Everything else that was written, a line each. */
  words: string;
  /** All cells as one text, by which the row is known again wherever it stands. */
  whole: string;
}

/** What the cells of some columns look like. */
export interface AnswerLooks {
  isToken: (text: string) => boolean;
  isChoice: (text: string) => boolean;
}

/** Google's headers stand in the first row; people may put a note or two above it. */
const HEADER_ROWS = 3;
/** So many rows tell what a column holds. */
const LOOKED_AT = 200;

/** Where the headers of a tab of answers stand, 0-based; -1 where it is none. */
function headerAt({ values }: Pick<Grid, 'values'>): number {
  return values.slice(0, HEADER_ROWS).findIndex((row) => row.some((cell) => isTimeHeader(textOf(cell))));
}

/** Whether the first rows of a tab are those of a form's answers. @param values its first rows */
export function isAnswerTab(values: readonly Cell[][]): boolean {
  return headerAt({ values: [...values] }) >= 0;
}

/**
 * Reads a tab of answers. It is never written to.
 * @param grid the whole tab
 * @returns its rows in order; none where no column holds tokens, as it is another form's then
 */
export function readAnswers(grid: Grid, looks: AnswerLooks): AnswerRow[] {
  const header = headerAt(grid);
  if (header < 0) return [];
  const rows = grid.values.slice(header + 1);
  const headers = (grid.values[header] ?? []).map((cell) => textOf(cell));
  const columns = columnsOf(headers, rows.slice(0, LOOKED_AT), looks);
  const token = columns.indexOf('token');
  if (token < 0) return [];
  return rows.flatMap((cells, index) => {
    if (cells.every((cell) => isBlank(cell))) return [];
    const all = (field: AnswerField): string[] =>
      cells.flatMap((cell, at) => (columns[at] === field && !isBlank(cell) ? textOf(cell) : []));
    const days = cells.flatMap((cell, at) => (columns[at] === 'day' ? (dayOfCell(cell).day ?? []) : []));
    const time = cells[columns.indexOf('time')] ?? '';
    return [
      {
        row: grid.firstRow + header + 1 + index,
        on: dayOfCell(time).day,
        token: textOf(cells[token]),
        what: all('what').join(' '),
        day: days[0] ?? null,
        address: all('address').join(', '),
        words: all('words').join('\n'),
        whole: JSON.stringify(cells.map((cell) => textOf(cell))).replace(/(?:,"")+\]$/, ']'),
      },
    ];
  });
}

/** What each column holds, by its cells where they are plain, else by its header; what is neither are words. */
function columnsOf(
  headers: readonly string[],
  rows: readonly (readonly Cell[])[],
  looks: AnswerLooks,
): (AnswerField | 'time' | '')[] {
  const cellsAt = (at: number): Cell[] => rows.flatMap((row) => (isBlank(row[at]) ? [] : (row[at] ?? [])));
  const width = Math.max(headers.length, ...rows.map(({ length }) => length));
  const fields = Array.from({ length: width }, (_, at): AnswerField | 'time' | '' => {
    const header = headers[at] ?? '';
    if (isTimeHeader(header)) return 'time';
    const cells = cellsAt(at);
    if (header === '' && cells.length === 0) return '';
    return byCells(cells, looks) ?? fieldOf(header) ?? (areChoices(cells, looks) ? 'what' : 'words');
  });
  // Headers alone name the column of tokens only where no column has any.
  const byValue = headers.findIndex((_, at) => cellsAt(at).some((cell) => looks.isToken(textOf(cell))));
  const token = byValue >= 0 ? byValue : fields.indexOf('token');
  const what = fields.indexOf('what');
  const isOther = (field: AnswerField | 'time' | '', at: number): boolean =>
    field === 'token' || (field === 'what' && at !== what);
  return fields.map((field, at) => (at === token ? 'token' : isOther(field, at) ? 'words' : field));
}

function byCells(cells: readonly Cell[], { isToken }: AnswerLooks): AnswerField | null {
  if (cells.length === 0) return null;
  if (cells.some((cell) => isToken(textOf(cell)))) return 'token';
  if (cells.every((cell) => isDayCell(cell))) return 'day';
  if (cells.every((cell) => /\S@\S/.test(textOf(cell)))) return 'address';
  return null;
}

/** A choice is one of few: what is written freely differs from row to row. */
function areChoices(cells: readonly Cell[], { isChoice }: AnswerLooks): boolean {
  const texts = cells.map((cell) => textOf(cell));
  return texts.length > 0 && new Set(texts).size <= Math.max(2, texts.length / 2) && texts.every(isChoice);
}
