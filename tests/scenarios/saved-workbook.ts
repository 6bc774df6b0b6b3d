// A workbook kept in a file: written from a story, and opened again as a story, however cells are stored inside.
import { readFileSync } from 'node:fs';
import { builtServices } from '../../src/local/built-project';
import { GENERAL } from '../../src/local/google-services/number-format';
import type { StoredCell, StoredSpreadsheet, StoredTrigger, StoredValue } from '../../src/local/google-services/state';
import { createRuntime } from '../../src/local/runtime';
import { address } from '../../src/local/workbook/a1';
import { contentSize, newSheet, putCell, sheetNamed } from '../../src/local/workbook/stored-cells';
import { Story } from './story';

const SERVICES = builtServices();

/** A cell in the file: a text, number or boolean as it is, null for none, dates by their wall clock. */
type SavedCell = string | number | boolean | null | { date: string } | { formula: string } | { error: string };

interface SavedTab {
  id: number;
  name: string;
  frozenRows: number;
  /** Number format to the places that have it: `@` to `A2:A1000`. */
  formats: Record<string, string[]>;
  rows: SavedCell[][];
}

/** What outlives the people and programs around a workbook: its tabs, what is named in them, properties, triggers. */
export interface SavedWorkbook {
  /** The story's clock, `YYYY-MM-DD HH:mm` in the sheet's zone. */
  at: string;
  user: string;
  spreadsheet: Omit<StoredSpreadsheet, 'sheets'>;
  documentProperties: Record<string, string>;
  triggers: StoredTrigger[];
  tabs: SavedTab[];
}

/** The number format of every cell of a tab, asked of the sheet itself, since blank cells have one too. */
function formatsOf(story: Story, name: string): string[][] {
  const code = `function main(name) {
    const sheet = SpreadsheetApp.getActive().getSheetByName(name);
    return sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).getNumberFormats();
  }`;
  return scripted(story, code, [name]) as string[][];
}

function setFormats(story: Story, tab: SavedTab): void {
  const code = `function main(name, formats) {
    const sheet = SpreadsheetApp.getActive().getSheetByName(name);
    // A new sheet has 26 columns; a tab of ours may have more.
    sheet.insertColumnsAfter(sheet.getMaxColumns(), 26);
    for (const format of Object.keys(formats)) {
      for (const place of formats[format]) sheet.getRange(place).setNumberFormat(format);
    }
  }`;
  scripted(story, code, [tab.name, tab.formats]);
}

function scripted(story: Story, code: string, args: unknown[]): unknown {
  const runtime = createRuntime({ code, html: {}, manifest: { timeZone: 'Etc/UTC' } }, story.world, {
    servicesCode: SERVICES,
  });
  return runtime.call('main', args, { user: story.user, authMode: 'FULL', now: story.moment(), editorOpen: false });
}

/** Runs of one format down a column, as places by format; `General` is what every cell has anyway. */
function columnRuns(formats: string[][]): Record<string, string[]> {
  const runs: Record<string, string[]> = {};
  for (let column = 0; column < (formats[0]?.length ?? 0); column += 1) {
    let first = 0;
    for (let row = 1; row <= formats.length; row += 1) {
      const format = formats[first]?.[column] ?? '';
      if (row < formats.length && formats[row]?.[column] === format) continue;
      if (format !== GENERAL) {
        runs[format] = [...(runs[format] ?? []), `${address(first, column)}:${address(row - 1, column)}`];
      }
      first = row;
    }
  }
  return runs;
}

function savedCell(cell: StoredCell | undefined): SavedCell {
  if (cell?.formula) return { formula: cell.formula };
  if (!cell || cell.value.kind === 'empty') return null;
  if (cell.value.kind === 'date') return { date: cell.value.wall };
  if (cell.value.kind === 'error') return { error: cell.value.value };
  return cell.value.value;
}

function storedValue(cell: Exclude<SavedCell, null>): StoredValue {
  if (typeof cell === 'string') return { kind: 'text', value: cell };
  if (typeof cell === 'number') return { kind: 'number', value: cell };
  if (typeof cell === 'boolean') return { kind: 'boolean', value: cell };
  if ('date' in cell) return { kind: 'date', wall: cell.date };
  return 'error' in cell ? { kind: 'error', value: cell.error } : { kind: 'empty' };
}

/** What a file keeps of a story's workbook. */
export function saved(story: Story, at: string): SavedWorkbook {
  const { spreadsheet, documentProperties, triggers } = story.world;
  const { sheets, ...rest } = spreadsheet;
  const tabs = sheets.map((sheet) => {
    const { rows, columns } = contentSize(sheet);
    return {
      id: sheet.id,
      name: sheet.name,
      frozenRows: sheet.frozenRows,
      formats: columnRuns(formatsOf(story, sheet.name)),
      rows: Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, column) => savedCell(sheet.cells.get(row)?.get(column))),
      ),
    };
  });
  return { at, user: story.user, spreadsheet: rest, documentProperties, triggers, tabs };
}

/** Opens a workbook of a file as a story that goes on from there. */
export function opened(workbook: SavedWorkbook): Story {
  const { timeZone, locale } = workbook.spreadsheet;
  const story = new Story(workbook.at, [], { sheetZone: timeZone, locale, sender: workbook.user });
  const { world } = story;
  Object.assign(world.spreadsheet, structuredClone(workbook.spreadsheet));
  world.documentProperties = { ...workbook.documentProperties };
  world.triggers = structuredClone(workbook.triggers);
  world.spreadsheet.sheets = workbook.tabs.map(({ id, name, frozenRows }) => ({ ...newSheet(id, name), frozenRows }));
  for (const tab of workbook.tabs) {
    setFormats(story, tab);
    const sheet = sheetNamed(world.spreadsheet, tab.name);
    const formats = formatsOf(story, tab.name);
    tab.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        if (!sheet || cell === null) return;
        const formula = typeof cell === 'object' && 'formula' in cell ? { formula: cell.formula } : {};
        const format = formats[r]?.[c] ?? GENERAL;
        putCell(sheet, r, c, {
          value: storedValue(cell),
          ...formula,
          ...(format === GENERAL ? {} : { numberFormat: format }),
        });
      });
    });
  }
  return story;
}

/** Reads a workbook of tests/fixtures. */
export function fixture(name: string): SavedWorkbook {
  return JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')) as SavedWorkbook;
}
