// A1 and R1C1 notation: what a reference text names, and how a rectangle is written.

/** A parsed reference, 0-based; `null` is an open side (`E2:E`, `5:7`, `D:F`). */
export interface ParsedReference {
  sheet: string | null;
  top: number | null;
  left: number | null;
  bottom: number | null;
  right: number | null;
}

/**
 * Turns a 0-based column index into letters.
 * @example columnLetters(27) // 'AB'
 */
export function columnLetters(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/**
 * Turns column letters (any case) into a 0-based index.
 * @example columnIndex('AB') // 27
 */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function splitSheet(text: string): { sheet: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replace(/''/g, "'"), rest: quoted[2] ?? '' };
  const bang = text.lastIndexOf('!');
  return bang < 0 ? { sheet: null, rest: text } : { sheet: text.slice(0, bang), rest: text.slice(bang + 1) };
}

const CORNER = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;
const R1C1 = /^R([1-9]\d*)C([1-9]\d*)(?::R([1-9]\d*)C([1-9]\d*))?$/i;

function order(a: number | null, b: number | null): [number | null, number | null] {
  if (a !== null && b !== null) return [Math.min(a, b), Math.max(a, b)];
  return a === null ? [b, null] : [a, null];
}

/**
 * Reads a reference in A1 or absolute R1C1 notation, optionally with a sheet name.
 * @returns the reference, or `null` when the text is none
 * @example parseReference("'My Tab'!c5:B2") // sheet 'My Tab', rows 1 to 4, columns 1 to 2
 */
export function parseReference(text: string): ParsedReference | null {
  const { sheet, rest } = splitSheet(text.trim());
  const r1c1 = R1C1.exec(rest);
  if (r1c1) {
    const [top, bottom] = order(Number(r1c1[1]) - 1, Number(r1c1[3] ?? r1c1[1]) - 1);
    const [left, right] = order(Number(r1c1[2]) - 1, Number(r1c1[4] ?? r1c1[2]) - 1);
    return { sheet, top, left, bottom, right };
  }
  const parts = rest.split(':');
  const first = CORNER.exec(parts[0] ?? '');
  const second = CORNER.exec(parts[1] ?? parts[0] ?? '');
  if (!first || !second || parts.length > 2 || !(first[1] || first[2]) || !(second[1] || second[2])) return null;
  if (parts.length === 1 && !(first[1] && first[2])) return null;
  const row = (m: RegExpExecArray) => (m[2] ? Number(m[2]) - 1 : null);
  const column = (m: RegExpExecArray) => (m[1] ? columnIndex(m[1]) : null);
  const rows = order(row(first), row(second));
  const columns = order(column(first), column(second));
  if (rows[0] === null && columns[0] === null) return null;
  return { sheet, top: rows[0], left: columns[0], bottom: rows[1], right: columns[1] };
}

/**
 * Writes a rectangle (0-based, sizes in cells) in normal A1 form.
 * @example a1Notation(1, 1, 4, 3) // 'B2:D5'
 */
export function a1Notation(row: number, column: number, rows: number, columns: number): string {
  const start = columnLetters(column) + (row + 1);
  return rows === 1 && columns === 1 ? start : `${start}:${columnLetters(column + columns - 1)}${row + rows}`;
}

/** Writes an open or whole-row/column reference as it reads back (`5:7`, `D:F`, `E2:E`), or `null` for a closed one. */
export function openNotation(ref: ParsedReference): string | null {
  if (ref.top !== null && ref.bottom !== null && ref.left !== null && ref.right !== null) return null;
  const corner = (column: number | null, row: number | null) =>
    (column === null ? '' : columnLetters(column)) + (row === null ? '' : String(row + 1));
  return `${corner(ref.left, ref.top)}:${corner(ref.right, ref.bottom)}`;
}

const REFERENCE_IN_FORMULA = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)(?![\w(])/g;

/**
 * Moves the relative references of a formula, as filling does.
 * @example shiftFormula('=A1+$B$2', 1, 0) // '=A2+$B$2'
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return formula.replace(REFERENCE_IN_FORMULA, (whole, dc, letters, dr, digits, at: number) => {
    if (letters === undefined || /[\w.]/.test(formula[at - 1] ?? '')) return whole;
    const column = dc ? letters : columnLetters(Math.max(0, columnIndex(letters) + columns));
    return `${dc}${column}${dr}${dr ? digits : Math.max(1, Number(digits) + rows)}`;
  });
}
