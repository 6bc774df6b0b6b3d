// Reads a CSV file into a sheet, its values typed as Google Sheets types them on import.
import { parseCsv } from 'hucre/csv';
import type { StoredCell, StoredSheet } from '../google-services/state';
import { typedCell } from './display';
import { newSheet, putCell } from './stored-cells';

/**
 * The sheet of a CSV file and the locale its dates and numbers are written in.
 *
 * @param bytes of the file: UTF-8 with or without BOM, UTF-16 with BOM, else Windows-1252
 * @param name of the sheet
 * @example csvSheet(new TextEncoder().encode('No;Due\n0012;31.12.2026'), 'a').locale // 'de_DE'
 */
export function csvSheet(bytes: Uint8Array, name: string): { sheet: StoredSheet; locale: string } {
  const text = decode(bytes);
  const delimiter = delimiterOf(text);
  const rows = parseCsv(text, { delimiter }).map((row) => row.map((cell) => String(cell ?? '')));
  const { locale, isOrderKnown, isMarkKnown } = writingOf(rows);
  const sheet = newSheet(0, name);
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell === '') return;
      const undecided =
        (!isOrderKnown && SLASHED.test(cell.trim())) ||
        (!isMarkKnown && delimiter !== ',' && TWO_WAYS.test(cell.trim()));
      putCell(sheet, row, column, undecided ? { value: { kind: 'text', value: cell } } : importedCell(cell, locale));
      sheet.columnWidths[column] = Math.max(sheet.columnWidths[column] ?? NARROWEST, widthFor(cell));
    });
  });
  return { sheet, locale };
}

// A date of figures only, whose order a file does not tell.
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/;
// Beside another separator than the comma, 173,900 may be a hundred and seventy-four, in three decimals.
const TWO_WAYS = /^-?[1-9]\d{0,2},\d{3}$/;
const NARROWEST = 70;
const WIDEST = 260;

/** Pixels that a text takes at about 7 a character, so that names and addresses can be read. */
function widthFor(text: string): number {
  return Math.min(WIDEST, Math.ceil(text.length * 7.2) + 16);
}

/** Sheets would drop the zeros of 0000611365 and the last digits of 20-digit ids; here they stay text, as displayed. */
function importedCell(text: string, locale: string): StoredCell {
  const digits = text.trim();
  if (/^[+-]?0\d+$/.test(digits) || /^[+-]?\d{16,}$/.test(digits)) return { value: { kind: 'text', value: text } };
  // A leading = or + is text here: a file of exported values holds no formula, and =HYPERLINK(...) is somebody's name.
  // A date without a year would be taken for one of this year, so that an ageing label 1-30 would become one.
  if (/^[='+@]/.test(text) || /^\d{1,2}[-/.]\d{1,2}$/.test(digits)) return { value: { kind: 'text', value: text } };
  const cell = typedCell(text, undefined, locale, '2000-01-01');
  if (cell.formula !== undefined) return { value: { kind: 'text', value: text } };
  return cell.value.kind === 'text' || cell.value.kind === 'empty' ? cell : { ...cell, displayed: digits };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that splits the first lines most evenly into most columns, quoted parts left out. */
function delimiterOf(text: string): string {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const score = (delimiter: string) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = [...counts].sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return usual * counts.filter((count) => count === usual).length;
  };
  const candidates = [',', ';', '\t', '|'];
  return candidates.reduce((best, candidate) => (score(candidate) > score(best) ? candidate : best), ',');
}

/**
 * The locale in which a file's dates make sense: 31/12/2026 is no date month first, 31.12.2026 and 1.234,50 are none in
 * English. A person's sheet has such a locale; a file does not say it. Where no date has a day above 12, or some speak
 * for one order and some for the other, the order is not known: such dates stay text, and the product asks.
 */
function writingOf(rows: string[][]): { locale: string; isOrderKnown: boolean; isMarkKnown: boolean } {
  const seen = { monthFirst: 0, dayFirst: 0, slashed: 0, dotted: 0, commas: 0, points: 0 };
  for (const row of rows) {
    for (const cell of row) {
      const slashed = SLASHED.exec(cell.trim());
      if (slashed) seen.slashed += 1;
      if (slashed && Number(slashed[1]) > 12) seen.dayFirst += 1;
      if (slashed && Number(slashed[2]) > 12) seen.monthFirst += 1;
      if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(cell.trim())) seen.dotted += 1;
      if (/^-?(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$/.test(cell.trim())) seen.commas += 1;
      if (/^-?[\d,]+\.\d{1,2}$/.test(cell.trim())) seen.points += 1;
    }
  }
  const isOrderKnown = seen.slashed === 0 || seen.dayFirst > 0 !== seen.monthFirst > 0;
  const isMarkKnown = seen.commas > 0 || seen.points > 0;
  if (seen.commas > seen.points || (seen.dotted > 0 && seen.points === 0 && seen.monthFirst === 0)) {
    return { locale: 'de_DE', isOrderKnown, isMarkKnown };
  }
  return { locale: seen.dayFirst > seen.monthFirst ? 'en_GB' : 'en_US', isOrderKnown, isMarkKnown };
}
