// What the bench says: each row with what was measured, its goal and whether it holds; and the exit code that follows.
import type { MeasurementName } from './measurements';
import type { Values } from './processor-time';
import type { Row, Source, Unit } from './rows';

/** How a row stands; `early` is a row marked "not yet" that meets its goal. */
export type Mark = 'met' | 'missed' | 'not yet' | 'early' | 'not measured';

/** A row with its figure; null where it could not be measured. */
export interface Outcome {
  row: Row;
  figure: number | null;
  mark: Mark;
  /** The two processor times a ratio is made of, `102 / 34 ms`; '' for others. */
  detail: string;
}

/** What was found, by measurement; a missing one could not be taken. */
export type Found = ReadonlyMap<MeasurementName, Values>;

const WORDS: Record<Mark, string> = {
  met: 'met',
  missed: 'MISSED',
  'not yet': 'not yet',
  early: 'met: take the mark "not yet" away',
  'not measured': 'NOT MEASURED',
};

/**
 * Holds what was found against the goals.
 *
 * @param notYet names of the rows whose work is still to come
 * @example outcomes([plan], new Map([['plan', { work: 900, load: 30 }]]), [])[0].figure // 30
 */
export function outcomes(rows: readonly Row[], found: Found, notYet: readonly string[]): Outcome[] {
  return rows.map((row) => {
    const above = foundIn(found, row.figure);
    const below = row.by ? foundIn(found, row.by) : 1;
    if (above === null || below === null) return { row, figure: null, mark: 'not measured', detail: '' };
    const figure = above / below;
    const marked = notYet.includes(row.name);
    const mark = figure <= row.goal ? (marked ? 'early' : 'met') : marked ? 'not yet' : 'missed';
    return { row, figure, mark, detail: row.by ? `${milliseconds(above)} / ${milliseconds(below)} ms` : '' };
  });
}

function foundIn(found: Found, { of, value }: Source): number | null {
  return found.get(of)?.[value] ?? null;
}

function milliseconds(time: number): string {
  return time < 100 ? time.toFixed(1) : Math.round(time).toLocaleString('en');
}

/** A figure in its unit. @example inUnit(2.345, 'times') // '2.35 times' */
export function inUnit(figure: number, unit: Unit): string {
  const digits = unit === 'times' || unit === 'loads' ? 2 : unit === 'ms' || unit === 'calls' ? 1 : 0;
  const text = figure.toLocaleString('en', { maximumFractionDigits: figure < 100 ? digits : 0 });
  return `${text} ${unit}`;
}

/** The table, a line a row, and below it how many stand how and what a load took on this machine. */
export function reportText(standing: readonly Outcome[], found: Found): string {
  const lines = standing.map(({ row, figure, mark, detail }) => [
    row.name,
    row.what,
    figure === null ? '-' : inUnit(figure, row.unit),
    inUnit(row.goal, row.unit),
    WORDS[mark],
    detail,
  ]);
  const table = [['Row', 'What', 'Measured', 'At most', 'Mark', 'Processor time'], ...lines];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const text = table.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${[...text, '', countsOf(standing), ...loadLine(found)].join('\n')}\n`;
}

/** The state of the machine: the least and the most that a load took in the processes that measured one. */
function loadLine(found: Found): string[] {
  const loads = [...found.values()].flatMap(({ load }) => (load === undefined ? [] : [load]));
  if (loads.length === 0) return [];
  const [least, most] = [Math.min(...loads), Math.max(...loads)].map((load) => load.toFixed(1));
  return [`A load of the bundle took ${least} to ${most} ms of processor time in the processes that were measured.`];
}

function countsOf(standing: readonly Outcome[]): string {
  const marks = Object.keys(WORDS) as Mark[];
  const counted = marks.map((mark) => [standing.filter((one) => one.mark === mark).length, WORDS[mark]] as const);
  return counted.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ');
}

/** 1 when a promise is broken or a row could not be measured, else 0. */
export function exitCodeOf(standing: readonly Outcome[]): 0 | 1 {
  return standing.some(({ mark }) => mark === 'missed' || mark === 'not measured') ? 1 : 0;
}

/** The measurements that some rows need, each once, in the order of the rows. */
export function neededBy(rows: readonly Row[]): MeasurementName[] {
  return [...new Set(rows.flatMap(({ figure, by }) => (by ? [figure.of, by.of] : [figure.of])))];
}
