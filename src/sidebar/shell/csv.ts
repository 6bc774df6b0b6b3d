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
  follow(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }), { download: name, target: '_self' });
}

/** Opens a PDF in a window of its own, and saves any other file. @param base64 what is in it */
export function openFile(name: string, type: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const isPdf = type === 'application/pdf';
  follow(new Blob([bytes], { type }), isPdf ? { target: '_blank' } : { download: name, target: '_self' });
}

function follow(file: Blob, how: { download?: string; target: string }): void {
  const url = URL.createObjectURL(file);
  const link = el('a', { href: url, ...how });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
