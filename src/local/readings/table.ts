// The table of all cases and its figures, for a person at the command line.
import type { ReadingCase } from './case';
import { type Judgement, VERDICTS } from './judge';

/** A case with what came of it. */
export interface JudgedCase {
  one: ReadingCase;
  judgement: Judgement;
}

/**
 * A line per case, its differences below it, and the figures by group.
 *
 * @param cases in the order of the folder
 */
export function readingsText(cases: readonly JudgedCase[]): string {
  const width = Math.max(0, ...VERDICTS.map((verdict) => verdict.length));
  const lines = cases.flatMap(({ one, judgement }) => [
    `${one.id}  ${judgement.verdict.padEnd(width)}  ${one.file}${one.kind === '' ? '' : `  (${one.kind})`}`,
    ...judgement.differences.map((difference) => `       ${difference}`),
  ]);
  const groups = [...new Set(cases.map(({ one }) => one.group))];
  const rows = groups.map((group) =>
    countsOf(
      group,
      cases.filter(({ one }) => one.group === group),
    ),
  );
  if (groups.length > 1) rows.push(countsOf('all', cases));
  return `${[...lines, '', ...aligned([['', ...VERDICTS, 'cases'], ...rows])].join('\n')}\n`;
}

/** How many cases came out which way. @example countOf(cases, 'error') // 0 */
export function countOf(cases: readonly JudgedCase[], verdict: string): number {
  return cases.filter(({ judgement }) => judgement.verdict === verdict).length;
}

function countsOf(name: string, cases: readonly JudgedCase[]): string[] {
  return [name, ...VERDICTS.map((verdict) => String(countOf(cases, verdict))), String(cases.length)];
}

function aligned(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  );
}
