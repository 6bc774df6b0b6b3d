// A list as it was pasted or picked: a spreadsheet's cells or a CSV file become rows, and the headers say what each column holds.
import { parseCsv } from 'hucre/csv';
import { headerKey, meaningsOf } from '../../sheet/vocabulary/header-words';
import { plainText } from '../../sheet/vocabulary/language';

/** What a column of a list may hold, with the names it goes by; what the dictionary of headers knows is known as well. */
export type ListWords<C extends string> = Readonly<Record<C, string>>;

/** A list by its columns. */
export interface ListTable<C extends string> {
  /** The columns that were understood, in the order of the list. */
  found: C[];
  /** Headers that mean nothing here. */
  unused: string[];
  /** Each row that says anything: its number in the list, counted from 1 with the headers, and its texts. */
  rows: { row: number; cells: Partial<Record<C, string>> }[];
}

/** So many rows are looked at for the headers. */
const HEADER_ROWS = 10;

const SEPARATORS = ['\t', ';', ','] as const;

/** The separator that stands most often in the first line that has one. */
function separatorOf(text: string): string {
  const line = text.split(/\r?\n/).find((one) => SEPARATORS.some((sign) => one.includes(sign))) ?? '';
  const count = (sign: string): number => line.split(sign).length;
  return SEPARATORS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/**
 * Reads a list.
 * @param text as pasted, or a file's
 * @param words the names of each column
 * @param needed a row names the columns where it names at least one of these
 * @returns a sentence where no row names them
 * @example readList('Customer\tE-mail\nAcme\tap@acme.example', WORDS, ['customer']).rows[0].cells.customer // 'Acme'
 */
export function readList<C extends string>(
  text: string,
  words: ListWords<C>,
  needed: readonly NoInfer<C>[],
): ListTable<C> | { message: string } {
  const all = parseCsv(text, { delimiter: separatorOf(text) }).map((row) =>
    row.map((cell) => String(cell ?? '').trim()),
  );
  const known = namesOf(words);
  const heads = all.slice(0, HEADER_ROWS).map((row) => columnsIn(row, known));
  const at = heads.reduce((best, one, index) => (one.size > (heads[best]?.size ?? 0) ? index : best), 0);
  const columns = heads[at] ?? new Map<C, number>();
  if (!needed.some((column) => columns.has(column))) {
    const first = (words[needed[0] as C] ?? '').split('|')[0] ?? '';
    return {
      message: `No row names the columns. Write them above the list: one of them has to be “${capital(first)}”.`,
    };
  }
  const taken = new Set(columns.values());
  return {
    found: [...columns].sort((a, b) => a[1] - b[1]).map(([column]) => column),
    unused: (all[at] ?? []).filter((header, index) => header !== '' && !taken.has(index)),
    rows: all.slice(at + 1).flatMap((row, index) => {
      if (row.every((cell) => cell === '')) return [];
      const cells: Partial<Record<C, string>> = {};
      for (const [column, place] of columns) if (row[place]) cells[column] = row[place];
      return [{ row: at + index + 2, cells }];
    }),
  };
}

function namesOf<C extends string>(words: ListWords<C>): Map<string, C> {
  const entries = Object.entries(words) as [C, string][];
  return new Map(entries.flatMap(([column, names]) => names.split('|').map((name): [string, C] => [name, column])));
}

/** The columns a row names: by the list's own words, then as the invoice sheet's headers are known. */
function columnsIn<C extends string>(row: readonly string[], known: ReadonlyMap<string, C>): Map<C, number> {
  const found = new Map<C, number>();
  const take = (index: number, column: C | undefined): void => {
    if (column !== undefined && !found.has(column)) found.set(column, index);
  };
  const own = row.map((header) => known.get(plainText(header)) ?? known.get(headerKey(header)));
  for (const [index, column] of own.entries()) take(index, column);
  row.forEach((header, index) => {
    if (own[index] !== undefined || header === '') return;
    const [meant] = meaningsOf(header);
    if (meant && meant.score >= SURE) take(index, known.get(meant.field.toLowerCase()));
  });
  return found;
}

/** Less sure names of a header may mean something else in a list of people. */
const SURE = 0.85;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A file as text: UTF-8, else as older spreadsheets write it. */
export async function textOfFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isMarked = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (isMarked) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
