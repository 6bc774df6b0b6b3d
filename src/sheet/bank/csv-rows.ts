// The rows of a text whose cells stand between separators, as banks and spreadsheets write them.
import { parseCsv } from 'hucre/csv';

/**
 * Reads such a text.
 * @param separator between two cells: a comma, a semicolon, a tab
 * @example csvRows('Name;City\n"Acme; Ltd";Leeds', ';') // [['Name', 'City'], ['Acme; Ltd', 'Leeds']]
 */
export function csvRows(text: string, separator: string): string[][] {
  return parseCsv(text, { delimiter: separator }).map((row) => row.map((cell) => String(cell ?? '')));
}
