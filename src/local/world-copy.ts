// Worlds apart: a copy that goes its own way, one world put in the place of another, and what tells two worlds apart.
import { createHash } from 'node:crypto';
import { noteChange } from './formulas/draft-formulas';
import type { StoredCell, StoredSheet, World } from './google-services/state';

/** A world apart, its cells too: they may be changed in place, and the last result of a formula hangs on its cell. */
export function copyOf(world: World): World {
  const { spreadsheet } = world;
  const bare = spreadsheet.sheets.map((sheet) => ({ ...sheet, cells: new Map() }));
  const copy = structuredClone({ ...world, spreadsheet: { ...spreadsheet, sheets: bare } });
  copy.spreadsheet.sheets.forEach((sheet, index) => {
    const cells = spreadsheet.sheets[index]?.cells ?? new Map();
    sheet.cells = new Map([...cells].map(([row, own]) => [row, new Map([...own].map(apart))]));
  });
  return copy;
}

function apart([column, cell]: [number, StoredCell]): [number, StoredCell] {
  return [column, { ...cell, value: { ...cell.value } }];
}

/** Makes a world what another one is; the world, its spreadsheet and its sheets stay the objects that others hold. */
export function becomes(world: World, other: World): void {
  const { spreadsheet, ...rest } = copyOf(other);
  const held = new Map(world.spreadsheet.sheets.map((sheet) => [sheet.id, sheet]));
  const sheets = spreadsheet.sheets.map((sheet): StoredSheet => Object.assign(held.get(sheet.id) ?? sheet, sheet));
  Object.assign(world.spreadsheet, spreadsheet, { sheets });
  Object.assign(world, rest);
  for (const { id } of sheets) noteChange(world.spreadsheet, id);
}

/** What tells a world from others: cells, formats, properties, mails, locks and triggers, but not how often was called. */
export function digestOf(world: World): string {
  const entries = (_: string, value: unknown): unknown => (value instanceof Map ? [...value].sort(byKey) : value);
  return createHash('sha256')
    .update(JSON.stringify({ ...world, calls: {} }, entries))
    .digest('hex');
}

function byKey([a]: [unknown, unknown], [b]: [unknown, unknown]): number {
  return Number(a) - Number(b);
}
