// Rows of AR Policy, AR Templates and AR Segments as they stand, and as they stood: by what ships and what the log tells, known by a quick mark.
import type { LogEvent } from '../../dunning/history/events';
import { languageCode } from '../../dunning/letter/languages';
import { FALLBACK_LANGUAGE } from '../../dunning/letter/letter-languages';
import { ladderRows } from '../../dunning/policy/default-policy';
import { LADDER_NAMES } from '../../dunning/policy/ladders';
import { textOf } from '../../sheet/read/typed-cells';
import { Fingerprint } from '../../workbook/fingerprint';
import type { WorkbookSession } from '../../workbook/session';
import { POLICY_TAB, SEGMENTS_TAB, type TabSpec, TEMPLATES_TAB } from '../../workbook/tab-specs';
import { policyRecords, templateRecords } from '../layout/own-tabs';

/** What a row of one of the two tabs says, by header. */
export type RuleCells = Readonly<Record<string, string>>;

/** A row, by what it is called and a mark of what it says. */
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
  const { Segment = '', Stage = '', Template = '', Order = '', Field = '' } = cells;
  if (spec === POLICY_TAB) return `${Segment}, step ${Stage}`;
  return spec === SEGMENTS_TAB ? `${Segment}, rule ${Order} (${Field})` : `${Template} (${languageOf(cells)})`;
}

function languageOf({ Language = '' }: RuleCells): string {
  return languageCode(Language) || Language.toLowerCase() || FALLBACK_LANGUAGE;
}

/** A row of that says these cells. */
function ruleRow(spec: TabSpec, cells: RuleCells): RuleRow {
  // Notes beside a rule are for people alone.
  const said =
    spec === TEMPLATES_TAB
      ? { name: cells['Template'], language: languageOf(cells), subject: cells['Subject'], body: cells['Body'] }
      : spec.columns.map(({ header }) => (spec === SEGMENTS_TAB && header === 'Note' ? '' : (cells[header] ?? '')));
  return { name: ruleName(spec, cells), mark: markOf([JSON.stringify(said)]), cells };
}

/** Letters of a mark. */
export const MARK = 8;

/** What tells texts from others: every plan goes through all texts of the workbook, and a mark seals nothing. */
export function markOf(texts: readonly string[]): string {
  const print = new Fingerprint();
  for (const text of texts) print.text(text);
  return print.toString().slice(0, MARK);
}

/** The rows of a tab as they stand; none where AR Segments was never made. */
export function ruleRows({ tabs }: WorkbookSession, spec: TabSpec): RuleRow[] {
  const table = spec === SEGMENTS_TAB ? tabs.table(spec) : tabs.needTable(spec);
  return (table?.rows ?? []).map((row) =>
    ruleRow(spec, Object.fromEntries(spec.columns.map(({ header }) => [header, row.text(header)]))),
  );
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
  if (spec === SEGMENTS_TAB) return [];
  return spec === POLICY_TAB ? LADDER_NAMES.flatMap((name) => policyRecords(ladderRows(name))) : templateRecords(ports);
}

/** What the log tells of changed cells of a tab, in order. */
function toldOf(events: readonly LogEvent[], { name }: TabSpec): RuleChanged[][] {
  return events.flatMap(({ kind, facts: { keys, changed } }) =>
    kind === 'setting-changed' && keys?.[0] === name && changed ? [changed] : [],
  );
}
