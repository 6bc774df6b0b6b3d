// Rows of AR Policy and AR Templates as they stand, and as they stood: by what ships and what the log tells, proved by a digest.
import { digest } from '../../dunning/history/digest';
import type { LogEvent } from '../../dunning/history/events';
import { languageCode } from '../../dunning/letter/languages';
import { FALLBACK_LANGUAGE } from '../../dunning/letter/letter-languages';
import { ladderRows } from '../../dunning/policy/default-policy';
import { LADDER_NAMES } from '../../dunning/policy/ladders';
import { textOf } from '../../sheet/read/typed-cells';
import type { WorkbookSession } from '../../workbook/session';
import { POLICY_TAB, SEGMENTS_TAB, type TabSpec } from '../../workbook/tab-specs';
import { policyRecords, templateRecords } from '../layout/own-tabs';

/** What a row of one of the two tabs says, by header. */
export type RuleCells = Readonly<Record<string, string>>;

/** A row, by what it is called and a short digest of what it says. */
export interface RuleRow {
  name: string;
  mark: string;
  cells: RuleCells;
}

/** A cell that is another: whose row, the column, what stood there, and what does now. */
export type RuleChanged = [row: string, header: string, old: string, now: string];

/**
 * What people call a row.
 * @example ruleName(POLICY_TAB, { Segment: 'Timely', Stage: '3' }) // 'Timely, step 3'
 */
export function ruleName(spec: TabSpec, cells: RuleCells): string {
  if (spec === POLICY_TAB) return `${cells['Segment'] ?? ''}, step ${cells['Stage'] ?? ''}`;
  if (spec === SEGMENTS_TAB) return `${cells['Segment'] ?? ''}, rule ${cells['Order'] ?? ''} (${cells['Field'] ?? ''})`;
  return `${cells['Template'] ?? ''} (${languageOf(cells)})`;
}

function languageOf({ Language = '' }: RuleCells): string {
  return languageCode(Language) || Language.toLowerCase() || FALLBACK_LANGUAGE;
}

/** A row of that says these cells. */
function ruleRow(spec: TabSpec, cells: RuleCells): RuleRow {
  const said =
    spec === POLICY_TAB
      ? spec.columns.map(({ header }) => cells[header] ?? '')
      : { name: cells['Template'], language: languageOf(cells), subject: cells['Subject'], body: cells['Body'] };
  return { name: ruleName(spec, cells), mark: digest(JSON.stringify(said)).slice(0, MARK), cells };
}

/** Letters of a mark. */
export const MARK = 8;

/** The rows of a tab as they stand. */
export function ruleRows({ tabs }: WorkbookSession, spec: TabSpec): RuleRow[] {
  return tabs
    .needTable(spec)
    .rows.map((row) => ruleRow(spec, Object.fromEntries(spec.columns.map(({ header }) => [header, row.text(header)]))));
}

/**
 * The rows that stood in a tab and do not any more, as far as they are known: what ships, changed as the log tells.
 * @param gone marks of the rows that are sought
 */
export function rowsGone(ws: WorkbookSession, spec: TabSpec, gone: ReadonlySet<string>): RuleRow[] {
  if (gone.size === 0) return [];
  const found = new Map<string, RuleRow>();
  const latest = new Map<string, RuleCells[]>();
  const take = (cells: RuleCells): void => {
    const row = ruleRow(spec, cells);
    if (gone.has(row.mark) && !found.has(row.mark)) found.set(row.mark, row);
  };
  for (const record of shipped(ws, spec)) {
    const cells = Object.fromEntries(spec.columns.map(({ header }) => [header, textOf(record[header])]));
    const name = ruleName(spec, cells);
    latest.set(name, [...(latest.get(name) ?? []), cells]);
    take(cells);
  }
  for (const told of toldOf(ws.log.events, spec)) {
    for (const name of new Set(told.map(([row]) => row))) {
      const changed = told.flatMap(([row, header, , now]) => (row === name ? [[header, now]] : []));
      const before = latest.get(name) ?? [{}];
      const after = before.map((cells): RuleCells => ({ ...cells, ...Object.fromEntries(changed) }));
      latest.set(name, after);
      for (const cells of after) take(cells);
    }
  }
  return [...found.values()];
}

function shipped({ ports }: WorkbookSession, spec: TabSpec) {
  return spec === POLICY_TAB ? LADDER_NAMES.flatMap((name) => policyRecords(ladderRows(name))) : templateRecords(ports);
}

/** What the log tells of changed cells of a tab, in order. */
function toldOf(events: readonly LogEvent[], { name }: TabSpec): RuleChanged[][] {
  return events.flatMap(({ kind, facts: { keys, changed } }) =>
    kind === 'setting-changed' && keys?.[0] === name && changed ? [changed] : [],
  );
}
