// Typed columns of a sheet's Table: what their cells refuse. How Google takes values there is told in two ways; both can be tried.
import type { Rect } from './book';
import { fail } from './exception';
import type { Block, Host, SheetFacts } from './host';
import type { StoredSheet } from './state';

/** What a typed column does with values: takes them, takes them in single cells only, or takes none. */
export type TypedValues = 'pass' | 'single' | 'throw';

/** A typed column as it is kept with its sheet: its cells below the header. */
interface TypedColumn extends Block {
  values: TypedValues;
  /** Whether Google tells of a refusal only when what was written is made final; all of it is lost then. */
  late: boolean;
}

const KEY = 'typed column ';
const NO_FORMAT = "You can't set the number format of cells in a typed column.";
const NOT_ALLOWED = 'This operation is not allowed on cells in typed columns.';

/** A Table grows with the rows that are added below it. */
const ROWS_TO_COME = 1_000;

/**
 * Turns columns of a sheet into typed ones, from the row below the header to the end of the grid and beyond.
 * @param headers texts of row 1; every column with a text there when left out
 * @throws Error when a header is not there
 */
export function typeColumns(
  sheet: StoredSheet,
  values: TypedValues,
  headers?: readonly string[],
  { late = false } = {},
): void {
  const first = [...(sheet.cells.get(0) ?? [])].flatMap(([column, { value }]) =>
    value.kind === 'text' ? [{ column, text: value.value }] : [],
  );
  const chosen = headers?.map((header) => first.find(({ text }) => text === header)) ?? first;
  for (const one of chosen) {
    if (!one) throw new Error(`"${sheet.name}" has no such column`);
    const block: TypedColumn = {
      row: 1,
      column: one.column,
      rows: sheet.maxRows + ROWS_TO_COME,
      columns: 1,
      values,
      late,
    };
    sheet.extras[`${KEY}${one.text}`] = block;
  }
}

/** Takes the types of all columns away: the column type "None". */
export function untypeColumns(sheet: StoredSheet): void {
  for (const key of Object.keys(sheet.extras)) if (key.startsWith(KEY)) delete sheet.extras[key];
}

function typedIn(facts: SheetFacts | null, rect: Block): TypedColumn[] {
  if (!facts) return [];
  return Object.entries(facts.extras)
    .filter(([key]) => key.startsWith(KEY))
    .map(([, column]) => column as TypedColumn)
    .filter(
      (one) =>
        one.row < rect.row + rect.rows &&
        rect.row < one.row + one.rows &&
        one.column < rect.column + rect.columns &&
        rect.column < one.column + one.columns,
    );
}

function typedAt(host: Host, rect: Rect): TypedColumn[] {
  return typedIn(host.draft.sheet(rect.sheetId), rect);
}

function refuse(host: Host, columns: readonly TypedColumn[], words: string): void {
  if (columns.some(({ late }) => !late)) fail(words);
  if (columns.length > 0) host.draft.refuseLater(words);
}

/** Refuses formats where a cell of the block is of a typed column. @throws Exception */
export function refuseFormat(host: Host, rect: Rect): void {
  refuse(host, typedAt(host, rect), NO_FORMAT);
}

/** Refuses rules where a cell of the block is of a typed column. @throws Exception */
export function refuseValidation(host: Host, rect: Rect): void {
  refuse(host, typedAt(host, rect), NOT_ALLOWED);
}

/** Whether a cell is of no typed column, so that its rule is its own and not the Table's. */
export function hasOwnRule(host: Host, sheetId: number, row: number, column: number): boolean {
  return typedAt(host, { sheetId, row, column, rows: 1, columns: 1 }).length === 0;
}

/**
 * Refuses values where a cell of the block is of a typed column that does not take them so.
 * @param isBlock whether the values come in a block
 * @throws Exception
 */
export function refuseValues(host: Host, rect: Rect, isBlock: boolean): void {
  const refusing = typedAt(host, rect).filter(({ values }) => values === 'throw' || (values === 'single' && isBlock));
  refuse(host, refusing, NOT_ALLOWED);
}
