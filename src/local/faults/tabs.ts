// Reading tabs from outside, wherever a person moved, renamed or relabelled them: a renamed one ends in `(old)`.
import type { StoredSheet, World } from '../google-services/state';
import { cellAt, contentSize, plainText } from '../workbook/stored-cells';

/** What a renamed tab or header has behind its name. */
export const RENAMED = ' (old)';

/** A row of a tab, header to text. */
export type Row = Record<string, string>;

const plainName = (name: string): string => name.split(RENAMED)[0] ?? '';

/** The tab of that name, or of that name once. */
export function tabOf(world: World, name: string): StoredSheet | undefined {
  return world.spreadsheet.sheets.find((sheet) => plainName(sheet.name) === name);
}

/** The rows below the headers of a tab, those without any text left out; none where there is no such tab. */
export function rowsOf(world: World, name: string): Row[] {
  const sheet = tabOf(world, name);
  if (!sheet) return [];
  const { rows, columns } = contentSize(sheet);
  const textAt = (row: number, column: number): string => plainText(cellAt(sheet, row, column)?.value);
  const lines = Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, at) => textAt(row, at)));
  const [headers = [], ...rest] = lines.filter((line) => line.some((text) => text !== ''));
  return rest.map((line) => Object.fromEntries(headers.map((header, at) => [plainName(header), line[at] ?? ''])));
}

/** The events of AR Log. */
export function eventsOf(world: World): Row[] {
  return rowsOf(world, 'AR Log').filter((row) => /^\d+$/.test(row['Seq'] ?? '') && row['Event'] !== '');
}

/** The waiting reminders by AR Queue. */
export function waitingOf(world: World): Row[] {
  return rowsOf(world, 'AR Queue').filter((row) => row['Reminder'] !== '' && row['State'] !== '');
}
