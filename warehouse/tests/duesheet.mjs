// Duesheet itself as it is pushed: the formulas of dist/Code.js over the extract as a sheet, and the verb plan over it as a file.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import vm from 'node:vm';

const ROOT = resolve(import.meta.dirname, '../..');
const CODE = join(ROOT, 'dist/Code.js');
if (!existsSync(CODE))
  throw new Error('dist/Code.js is missing: run "npm ci && npm run build" in the folder above first.');

const context = vm.createContext({});
vm.runInContext(readFileSync(CODE, 'utf8'), context, { filename: 'Code.js' });

const MS_PER_DAY = 86_400_000;
/** Serial number of 1 January 1970, as sheets count days. */
const EPOCH = 25_569;

/** A day as sheets count it. @param {string} day @example serial('2026-05-01') // 46143 */
export function serial(day) {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY + EPOCH;
}

/** The day so many days later. @example dayAfter('2026-02-28', 1) // '2026-03-01' */
export function dayAfter(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The extract as cells with its header row: days stay texts such as 2026-06-30. @param {Record<string, unknown>[]} rows */
export function sheetOf(rows) {
  const headers = Object.keys(rows[0] ?? {});
  return [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
}

/** Calls a formula. @param {string} name @param {...unknown} args plain values and rows of cells */
export function formula(name, ...args) {
  context.given = JSON.stringify(args);
  return JSON.parse(vm.runInContext(`JSON.stringify(${name}.apply(null, JSON.parse(given)))`, context));
}

/** What the verb `plan` says of a sheet. @param {unknown[][]} cells @param {string} asOf */
export function plan(cells, asOf) {
  const folder = mkdtempSync(join(tmpdir(), 'duesheet-extract-'));
  try {
    const book = join(folder, 'extract.csv');
    writeFileSync(book, cells.map((row) => row.map(csvCell).join(',')).join('\n'));
    const words = ['build/local.mjs', 'plan', '--book', book, '--as-of', asOf, '--json'];
    return JSON.parse(execFileSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function csvCell(value) {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
