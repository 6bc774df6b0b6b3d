// The columns a person confirmed, found again by their names, and the answers to what was asked about the others.
import {
  type ColumnMatch,
  DEBT_FIELDS,
  type Detection,
  FIELDS,
  type Field,
  headersWritten,
  isProblem,
  joinHeaders,
  type Mapping,
  ROW_KIND_FIELDS,
  takenBy,
} from '../fields';
import { type Grid, namedSheet, type Problem } from '../grid';
import { dateOrderQuestions } from '../read/date-questions';
import { meaningsOf } from '../vocabulary/header-words';
import { columnName } from './customer-headings';
import { rowKindColumns } from './row-kinds';
import { headersAt, headersOf, joinedAs } from './two-line-headers';

/**
 * The columns a person confirmed, found again by their names. Columns that decide what a row is, and of which the mapping says nothing
 * (one from before they were asked about), are detected: a credit note is never taken for an invoice because nobody was asked.
 * @param mapping field to header as written; a field without a header is not in the table
 * @returns a problem `column-missing` or `column-twice` that names the column and says what to do
 */
export function applyMapping(grid: Grid, mapping: Mapping): Detection | Problem {
  const wanted = (Object.keys(mapping) as Field[]).filter((field) => (mapping[field] ?? '').trim() !== '');
  const written = new Map(wanted.map((field) => [field, namesOf(field, mapping[field] ?? '')]));
  const names = [...written.values()].flatMap(({ whole, parts }) => [whole, ...parts]);
  const index = bestHeaderRow(grid, names);
  const headers = withLetters(headersNaming(grid, index, names), names);
  const keys = headers.map(nameKey);
  const absent = [...written.values()].flatMap(({ whole, parts, said }) =>
    keys.includes(whole) ? [] : said.filter((_, i) => !keys.includes(parts[i] ?? whole)),
  );
  if (absent.length > 0) return columnMissing(grid, absent);
  const columns: Detection['columns'] = {};
  for (const [field, { whole, parts }] of written) {
    const those = keys.includes(whole) ? [whole] : parts;
    const twice = those.find((name) => keys.indexOf(name) !== keys.lastIndexOf(name));
    if (twice !== undefined) return columnTwice(grid, index, headers[keys.indexOf(twice)] ?? '');
    const [first = 0, ...further] = those.map((name) => keys.indexOf(name));
    const header = joinHeaders([first, ...further].map((at) => headers[at] ?? ''));
    const match: ColumnMatch = { index: first, header, confidence: 1, reason: 'chosen in Set-up' };
    columns[field] = further.length > 0 ? { ...match, further } : match;
  }
  const untold = ROW_KIND_FIELDS.filter((field) => mapping[field] === undefined);
  if (untold.length > 0) {
    const found = rowKindColumns(headers, columns);
    for (const field of untold) if (found[field]) columns[field] = found[field];
  }
  addDebtColumns(headers, columns, mapping);
  const detection: Detection = { sheet: grid.sheet, headerRow: grid.firstRow + index, headers, columns, questions: [] };
  return { ...detection, questions: dateOrderQuestions(grid, detection) };
}

// What stops a reminder is looked for as long as nobody said where it stands.
function addDebtColumns(headers: readonly string[], columns: Detection['columns'], mapping: Mapping): void {
  const untold = DEBT_FIELDS.filter((field) => mapping[field] === undefined);
  if (untold.length === 0) return;
  const taken = takenBy(columns);
  for (const [index, header] of headers.entries()) {
    const field = untold.find((one) => one === meaningsOf(header)[0]?.field);
    if (field && !taken.has(index) && !columns[field])
      columns[field] = { index, header, confidence: 0.9, reason: `header "${header}"` };
  }
}

// A column without a header is named by its letter.
function withLetters(headers: readonly string[], names: readonly string[]): string[] {
  const isWanted = (index: number): boolean => names.includes(nameKey(columnName(index)));
  return headers.map((header, index) => (header === '' && isWanted(index) ? columnName(index) : header));
}

// A header may itself have a plus in it: the whole text is looked for first.
function namesOf(field: Field, written: string): { whole: string; parts: string[]; said: string[] } {
  const said = headersWritten(field, written);
  return { whole: nameKey(written), parts: said.length > 1 ? said.map(nameKey) : [], said };
}

/** Fields one of which may stand in for the other: a person who names one has answered for both. */
const STAND_INS: readonly (readonly [Field, Field])[] = [
  ['amount', 'balance'],
  ['customer', 'customerId'],
];

/**
 * A detection with some of its questions answered by a person: the columns named win, the other questions stay open.
 * @param found what was detected in the same grid
 * @param answers field to header as written; '' says that the sheet has no such column
 * @returns a problem `column-missing` or `column-twice` for a header that is not there once
 */
export function withAnswers(grid: Grid, found: Detection, answers: Mapping): Detection | Problem {
  const named = (Object.keys(answers) as Field[]).filter((field) => answers[field] !== undefined);
  const taken = new Set(named.map((field) => nameKey(answers[field] ?? '')));
  const mapping: Mapping = { ...answers };
  // What decides a row is looked for anew: it hangs on the other columns.
  const kinds: readonly Field[] = ROW_KIND_FIELDS;
  for (const [field, match] of Object.entries(found.columns) as [Field, ColumnMatch][])
    if (!named.includes(field) && !kinds.includes(field) && !taken.has(nameKey(match.header)))
      mapping[field] = match.header;
  const applied = applyMapping(grid, mapping);
  if (isProblem(applied)) return applied;
  const columns: Detection['columns'] = { ...applied.columns };
  for (const field of FIELDS)
    if (!named.includes(field) && found.columns[field] && columns[field]) columns[field] = found.columns[field];
  const settled = new Set<Field>(named);
  for (const pair of STAND_INS)
    if (pair.some((field) => named.includes(field))) for (const field of pair) settled.add(field);
  if (columns.terms && columns.issued && (named.includes('terms') || named.includes('issued'))) settled.add('due');
  const open = found.questions.filter(({ field, kind }) => kind !== 'date-order' && !settled.has(field));
  return { ...applied, columns, questions: [...open, ...applied.questions] };
}

function nameKey(header: string): string {
  return header.replace(/\s+/g, ' ').trim().toLowerCase();
}

function bestHeaderRow(grid: Grid, names: readonly string[]): number {
  let best = 0;
  let most = 0;
  const joins = joinedAs(isOneOf(names));
  grid.values.slice(0, 50).forEach((row, i) => {
    const hits = Math.max(hitsOf(headersOf(row), names), hitsOf(headersAt(grid, i, joins), names));
    if (hits > most) [best, most] = [i, hits];
  });
  return best;
}

function isOneOf(names: readonly string[]): (text: string) => boolean {
  const keys = new Set(names);
  return (text) => keys.has(nameKey(text));
}

function hitsOf(headers: readonly string[], names: readonly string[]): number {
  const keys = new Set(headers.map(nameKey));
  return names.filter((name) => keys.has(name)).length;
}

// The row as written, or joined with the one above: whichever has the names.
function headersNaming(grid: Grid, index: number, names: readonly string[]): string[] {
  const written = headersOf(grid.values[index] ?? []);
  const together = headersAt(grid, index, joinedAs(isOneOf(names)));
  return hitsOf(together, names) >= hitsOf(written, names) ? together : written;
}

function columnMissing(grid: Grid, headers: readonly string[]): Problem {
  const list = headers.map((header) => `"${header}"`).join(', ');
  const [are, them] = headers.length === 1 ? ['column', 'it'] : ['columns', 'them'];
  return {
    row: 0,
    column: headers[0] ?? '',
    code: 'column-missing',
    message: `The ${are} ${list} cannot be found in the sheet${namedSheet(grid)}. Put ${them} back, or choose the columns again in Set up.`,
  };
}

function columnTwice(grid: Grid, index: number, header: string): Problem {
  return {
    row: grid.firstRow + index,
    column: header,
    code: 'column-twice',
    message: `There are two columns called "${header}" in the sheet${namedSheet(grid)}. Rename one of them.`,
  };
}
