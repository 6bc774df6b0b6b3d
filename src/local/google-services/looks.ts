// How cells look apart from what they hold: kept for blank cells as runs of rows in each column, as a sheet does.
import type { Look, LookRun, Looks, StoredCell } from './state';

const FORMATS = [
  'numberFormat',
  'background',
  'fontColor',
  'fontWeight',
  'wrap',
  'horizontalAlignment',
  'style',
] as const;
const FIELDS = [...FORMATS, 'validation'] as const;

/** The change that takes every format away and leaves the validation. */
export const NO_FORMATS: Look = Object.fromEntries(FORMATS.map((field) => [field, undefined]));

/** The look of a cell, without fields that are not set; `undefined` when nothing is. */
export function lookOf(cell: Look): Look | undefined {
  let look: Record<string, unknown> | undefined;
  for (const field of FIELDS) {
    const value = cell[field];
    if (value === undefined) continue;
    look ??= {};
    look[field] = value;
  }
  return look;
}

function same(a: Look | undefined, b: Look | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return FIELDS.every((field) => {
    const [x, y] = [a[field], b[field]];
    return x === y || (typeof x === 'object' && typeof y === 'object' && JSON.stringify(x) === JSON.stringify(y));
  });
}

/** The look of a blank cell at a 0-based place. */
function lookAt(looks: Looks | undefined, row: number, column: number): Look | undefined {
  const runs = looks?.[column];
  if (!runs) return undefined;
  for (const run of runs) {
    if (run.from > row) return undefined;
    if (row < run.to) return run.look;
  }
  return undefined;
}

/** A blank cell that looks as its place does, `undefined` where nothing is set. */
export function blankCell(looks: Looks | undefined, row: number, column: number): StoredCell | undefined {
  const look = lookAt(looks, row, column);
  return look && { value: { kind: 'empty' }, ...look };
}

/**
 * The same for many cells: the blank cell of a run is made once. What it gives is not to be changed.
 * @example blankCells(looks)(3, 0)?.numberFormat // '@'
 */
export function blankCells(looks: Looks | undefined): (row: number, column: number) => StoredCell | undefined {
  const last: { from: number; to: number; cell: StoredCell }[] = [];
  return (row, column) => {
    const known = last[column];
    if (known && row >= known.from && row < known.to) return known.cell;
    const found = blankIn(looks?.[column], row);
    if (found) last[column] = found;
    return found?.cell;
  };
}

function blankIn(
  runs: readonly LookRun[] | undefined,
  row: number,
): { from: number; to: number; cell: StoredCell } | undefined {
  const run = runs?.find(({ from, to }) => row >= from && row < to);
  return run && { from: run.from, to: run.to, cell: { value: { kind: 'empty' }, ...run.look } };
}

/** Puts a run at the end of a list; nothing for an empty look, one run for neighbours that look alike. */
function append(runs: LookRun[], from: number, to: number, look: Look | undefined): void {
  if (from >= to || !look) return;
  const last = runs[runs.length - 1];
  if (last && last.to === from && same(last.look, look)) runs[runs.length - 1] = { ...last, to };
  else runs.push({ from, to, look });
}

/** The runs of a column with a stretch of rows changed; `next` gives the new look of a part from its old one. */
function changedRuns(
  runs: readonly LookRun[],
  from: number,
  to: number,
  next: (old: Look | undefined) => Look | undefined,
): LookRun[] {
  const result: LookRun[] = [];
  for (const run of runs) append(result, run.from, Math.min(run.to, from), run.look);
  let done = from;
  for (const run of runs) {
    const start = Math.max(run.from, from);
    const end = Math.min(run.to, to);
    if (start >= end) continue;
    append(result, done, start, next(undefined));
    append(result, start, end, next(run.look));
    done = end;
  }
  append(result, done, to, next(undefined));
  for (const run of runs) append(result, Math.max(run.from, to), run.to, run.look);
  return result;
}

/** Looks with one column's stretch of rows changed; the given looks stay as they are. */
export function changedLooks(
  looks: Looks,
  column: number,
  from: number,
  to: number,
  next: (old: Look | undefined) => Look | undefined,
): Looks {
  const runs = changedRuns(looks[column] ?? [], from, to, next);
  if (runs.length > 0) return { ...looks, [column]: runs };
  const { [column]: _gone, ...rest } = looks;
  return rest;
}

/** Whether the look of a place is this one. */
export function looksAs(looks: Looks | undefined, row: number, column: number, look: Look | undefined): boolean {
  return same(lookAt(looks, row, column), look);
}

/** Looks after rows or columns were inserted (count above 0) or deleted (below 0) at a 0-based place; new ones are plain. */
export function shiftedLooks(looks: Looks, dimension: 'rows' | 'columns', at: number, count: number): Looks {
  const result: Looks = {};
  for (const [key, runs] of Object.entries(looks)) {
    const column = Number(key);
    if (dimension === 'columns') {
      if (column < at) result[column] = runs;
      else if (count > 0 || column >= at - count) result[column + count] = runs;
      continue;
    }
    const next: LookRun[] = [];
    for (const { from, to, look } of runs) {
      append(next, from, Math.min(to, at), look);
      append(next, Math.max(from, count < 0 ? at - count : at) + count, to + count, look);
    }
    if (next.length > 0) result[column] = next;
  }
  return result;
}

/** Looks after rows were moved. @param edges rows between which all rows move alike @param place the new place of a row */
export function movedLooks(looks: Looks, edges: readonly number[], place: (row: number) => number | null): Looks {
  const result: Looks = {};
  for (const [column, runs] of Object.entries(looks)) {
    const parts = runs.flatMap(({ from, to, look }) => {
      const cuts = [...new Set([from, ...edges.filter((edge) => edge > from && edge < to), to])].sort((a, b) => a - b);
      return cuts.slice(1).map((end, at) => ({ from: cuts[at] ?? from, end, look }));
    });
    const placed = parts.map((part) => ({ ...part, start: place(part.from) ?? part.from }));
    const next: LookRun[] = [];
    for (const { start, from, end, look } of placed.sort((a, b) => a.start - b.start))
      append(next, start, start + end - from, look);
    result[Number(column)] = next;
  }
  return result;
}
