// Writing rows of AR Policy, AR Templates or AR Segments for a person: cell by cell, checked first, told by an event with old and new.
import { workbookEvent } from '../../dunning/history/events';
import { checkRules } from '../../dunning/segments/rule-check';
import type { Cell } from '../../sheet/grid';
import { NO_CHANGE, type Opened, openForShowing, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, type WorkbookSession } from '../../workbook/session';
import { POLICY_TAB, SEGMENTS_TAB, type TabSpec, TEMPLATES_TAB } from '../../workbook/tab-specs';
import { lastRowOf } from '../../workbook/tabs/own-tabs';
import { readTab, type TabRow, type TabTable } from '../../workbook/tabs/records';
import { findSeen, seenRow, writeCells } from '../../workbook/tabs/seen-rows';
import { readTemplates, templateIndex } from '../../workbook/tabs/templates';
import { planAgain } from '../planning/plan-day';
import { type RuleChanged, ruleName } from '../planning/rule-rows';
import { cellsInWords, MOST_NOTED, rulesChanged } from '../planning/rules-changed';
import { type CheckedPolicy, checkedPolicy } from './show-policy';
import { rulesIn } from './show-segments';
import type { PolicyFindingView, RuleChange, RulesSaved } from './view';

/** A change of a row, found in the tab. */
interface Edit {
  /** Null for a row that is added. */
  row: TabRow | null;
  isRemoved: boolean;
  /** Whose row it is, in words: `Timely, step 3`, `Friendly (de)`. */
  name: string;
  cells: Record<string, Cell>;
  changed: RuleChanged[];
}

/**
 * Changes rows of one of these tabs, all or none of them.
 * @param tab its name as it ships
 * @param changes by header; what is not named stays, as do people's own columns
 * @returns with `findings` and without a change where the check finds a fault that was not there before
 * @throws Refusal `row-changed` where a row is not there any more as it was shown, `too-long`
 */
export function saveRules(ports: Ports, tab: RuleTab, changes: readonly RuleChange[]): RulesSaved {
  const spec = SPECS[tab];
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const edits = changes
      .map((change) => editOf(ws, spec, change))
      .filter(({ changed, isRemoved }) => isRemoved || changed.length > 0);
    if (edits.length === 0) return { changed: 0, message: 'Nothing was changed.', findings: [], undo: [] };
    const told = edits.flatMap(({ changed }) => changed);
    if (JSON.stringify(told).length > MOST_NOTED)
      throw new Refusal('too-long', `This is too long for the log to keep old and new. Change it in ${tab} itself.`);
    if (spec === SEGMENTS_TAB) ws.tabs.make(spec);
    const findings = edits.some(({ isRemoved }) => isRemoved) ? [] : newFaults(ws, ports, spec, edits);
    if (findings[0]) return { changed: 0, message: `Not saved: ${findings[0].message}`, findings, undo: [] };
    const actor = ports.session.user();
    // What people typed in the tab since the last plan is told by itself, and what is written here once.
    ws.log.append(rulesChanged(ws, actor));
    const undo = write(ws, spec, edits);
    rulesChanged(ws, actor);
    const note = `${tab}, ${edits.map(inWords).join('; ')}.`;
    const keys = [tab, ...edits.map(({ name }) => name)];
    ws.log.append([workbookEvent('setting-changed', actor, note, { keys, changed: told })]);
    const planned = planAgain(ws);
    ws.save();
    return { changed: edits.length, message: `Saved. ${planned}`, findings: [], undo };
  });
}

/** Which of the tabs. */
type RuleTab = 'AR Policy' | 'AR Templates' | 'AR Segments';

const SPECS: Record<RuleTab, TabSpec> = {
  'AR Policy': POLICY_TAB,
  'AR Templates': TEMPLATES_TAB,
  'AR Segments': SEGMENTS_TAB,
};

function editOf({ tabs }: WorkbookSession, spec: TabSpec, { seen, cells }: RuleChange): Edit {
  const row = seen && findSeen(tabs, spec, seen);
  const text = (header: string): string => cells?.[header] ?? row?.text(header) ?? '';
  const name = ruleName(spec, {
    Segment: text('Segment'),
    Stage: row?.text('Stage') ?? text('Stage'),
    Template: text('Template'),
    Language: text('Language'),
    Order: text('Order'),
    Field: text('Field'),
  });
  const changed = spec.columns.flatMap(({ header }): RuleChanged[] => {
    const old = row?.text(header) ?? '';
    const now = cells ? text(header).trim() : '';
    return old === now ? [] : [[name, header, old, now]];
  });
  const kinds = new Map(spec.columns.map(({ header, kind }) => [header, kind]));
  const cellOf = (header: string, now: string): Cell => {
    if (typeof row?.cell(header) === 'boolean') return now === 'yes';
    return kinds.get(header) === 'number' && /^-?\d+$/.test(now) ? Number(now) : now;
  };
  return {
    row,
    isRemoved: row !== null && cells === null,
    name,
    cells: Object.fromEntries(changed.map(([, header, , now]) => [header, cellOf(header, now)])),
    changed,
  };
}

/** The faults of the tab as it would be that it does not have as it is. */
function newFaults(ws: WorkbookSession, ports: Ports, spec: TabSpec, edits: readonly Edit[]): PolicyFindingView[] {
  const table = ws.tabs.needTable(spec);
  const altered = alteredTable(ws, table, edits);
  if (spec === TEMPLATES_TAB) return edits.flatMap((edit) => textFaults(edit, table, altered));
  const opened = openForShowing(ports, ws);
  if (spec === SEGMENTS_TAB) return newRuleFaults(opened, table, altered);
  const errors = ({ findings }: CheckedPolicy): PolicyFindingView[] =>
    findings.filter(({ severity }) => severity === 'error');
  const before = new Set(errors(checkedPolicy(opened, table)).map(({ message }) => message));
  return errors(checkedPolicy(opened, altered)).filter(({ message }) => !before.has(message));
}

/** The faults of the rules as they would be that they do not have as they are. */
function newRuleFaults(opened: Opened, table: TabTable, altered: TabTable): PolicyFindingView[] {
  const faults = (one: TabTable): PolicyFindingView[] =>
    checkRules(rulesIn(opened, one), opened.gathered.facts.policy).filter(({ severity }) => severity === 'error');
  const before = new Set(faults(table).map(({ message }) => message));
  return faults(altered).filter(({ message }) => !before.has(message));
}

function textFaults({ row, cells }: Edit, table: TabTable, altered: TabTable): PolicyFindingView[] {
  const texts = readTemplates(altered);
  const text = texts[row ? table.rows.indexOf(row) : texts.length - 1];
  if (!text) return [];
  const say = (message: string): PolicyFindingView => ({
    severity: 'error',
    code: 'text',
    row: row?.row ?? 0,
    message,
  });
  const { name, language } = text;
  if (!row && templateIndex(readTemplates(table)).find(name, language))
    return [say(`${table.spec.name} has "${name}" (${language}) already.`)];
  if (!text.subject || !text.body) return [say(`"${name}" needs a subject and a text.`)];
  const fault = 'Subject' in cells || 'Body' in cells ? templateIndex([text]).check(name, language) : null;
  return fault ? [say(fault.message)] : [];
}

/** The tab as it would be. */
function alteredTable({ tabs }: WorkbookSession, table: TabTable, edits: readonly Edit[]): TabTable {
  const grid = tabs.grid(tabs.needSheet(table.spec));
  const values = grid.values.map((cells) => [...cells]);
  let end = lastRowOf(table);
  for (const { row, cells } of edits) {
    end += row ? 0 : 1;
    const at = (row?.row ?? end) - grid.firstRow;
    const line = values[at] ?? [];
    for (const [header, cell] of Object.entries(cells)) line[table.columns.get(header) ?? line.length] = cell;
    values[at] = line;
  }
  return readTab(table.spec, { ...grid, values });
}

/** @returns what takes it back */
function write({ tabs, ports }: WorkbookSession, spec: TabSpec, edits: readonly Edit[]): RuleChange[] {
  const removed = edits.filter(({ isRemoved }) => isRemoved).flatMap(({ row }) => row?.row ?? []);
  for (const { row, isRemoved, cells } of edits)
    if (!row) tabs.addRows(spec, [cells]);
    else if (!isRemoved) writeCells(tabs, spec, row.row, cells);
  let end = lastRowOf(tabs.needTable(spec)) - edits.filter(({ row }) => !row).length;
  const undo = edits.map(({ row, isRemoved, changed }): RuleChange => {
    end += row ? 0 : 1;
    return {
      seen: isRemoved ? null : seenRow(tabs, spec, row?.row ?? end),
      cells: row ? Object.fromEntries(changed.map(([, header, old]) => [header, old])) : null,
    };
  });
  for (const row of removed.sort((a, b) => b - a)) ports.workbook.deleteRow(tabs.needSheet(spec), row);
  tabs.forget(spec);
  return undo;
}

function inWords({ row, isRemoved, name, changed }: Edit): string {
  if (isRemoved) return `${name} taken out`;
  return row ? cellsInWords(name, changed) : `${name} added`;
}
