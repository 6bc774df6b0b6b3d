// Files made and saved by the browser: a table as comma-separated values, or what the script gave.
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
  follow(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }), name);
}

/** Saves a file, for whatever program opens its kind: a window of its own shows no PDF out of a sandbox. @param base64 what is in it */
export function saveBytes(name: string, type: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  follow(new Blob([bytes], { type }), name);
}

function follow(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = el('a', { href: url, download: name, target: '_self' });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
