// A table as a file of comma-separated values, made and saved by the browser.
import { el } from './dom';

/** What a spreadsheet would take for a formula is written as a text; a number below nought is none. */
const FORMULA = /^(?!-\d+(\.\d+)?$)[=+\-@\t\r]/;

/**
 * Rows as comma-separated values (RFC 4180), each text as it is.
 * @example csvText([['a', 'b "c"']]) // '"a","b ""c"""\r\n'
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `"${(FORMULA.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Saves a text as a file; the mark in front tells Excel that it is UTF-8. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = el('a', { href: url, download: name, target: '_self' });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
