// Our tabs as they should be: what is missing of tabs, columns, settings, policy, texts and holidays is added, edits are kept.

import { LATER_TEXTS } from '../../dunning/letter/template-row';
import { ladderRows } from '../../dunning/policy/default-policy';
import type { LadderName } from '../../dunning/policy/ladders';
import type { PolicyRow } from '../../dunning/policy/policy';
import type { Day } from '../../receivables/day';
import { type Cell, isBlank } from '../../sheet/grid';
import { textOf } from '../../sheet/read/typed-cells';
import type { Ports, SheetInfo } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import {
  HOLIDAYS_TAB,
  LOG_TAB,
  POLICY_TAB,
  SETTINGS_TAB,
  TABS,
  type TabColumn,
  type TabSpec,
  TEMPLATES_TAB,
} from '../../workbook/tab-specs';
import { defaultHolidays } from '../../workbook/tabs/holidays';
import { lastRowOf } from '../../workbook/tabs/own-tabs';
import { AS_OF_SETTING, inOrder, type SettingRow, settingNamed } from '../../workbook/tabs/settings/settings';

/** The rows that a tab begins with where it is created, by header. */
export type FirstRows = (spec: TabSpec) => readonly Readonly<Record<string, Cell>>[];

/**
 * Our tabs that are not there yet, behind the team's own.
 * @param firstRows what those begin with that are created
 */
export function createTabs(ws: WorkbookSession, firstRows: FirstRows = () => []): string[] {
  const did: string[] = [];
  const missing: TabSpec[] = [];
  for (const spec of TABS) {
    const known = ws.tabs.find(spec);
    if (!known) missing.push(spec);
    else if (isBlankTab(ws, known)) ws.ports.workbook.layOutTab(known, spec);
    else did.push(...addLaterColumns(ws, spec, known), ...addNotes(ws, spec, known));
    if (known) ws.tabs.adopt(spec, known);
  }
  if (missing.length === 0) return did;
  const tabs = missing.map((spec) => ({ ...spec, rows: rowsOf(spec, firstRows(spec)) }));
  const made = ws.ports.workbook.createTabs(tabs);
  for (const [at, { rows, ...spec }] of tabs.entries()) {
    const sheet = made[at];
    if (!sheet) continue;
    ws.tabs.adopt(spec, sheet, rows);
    did.push(`Created the tab "${spec.name}".`);
    if (spec.name === SETTINGS_TAB.name) nameAsOf(ws);
    if (spec.name === LOG_TAB.name && ws.state.log.seq > 0)
      did.push('The earlier log is gone; Today asks whether to go on without it.');
  }
  return did;
}

function rowsOf({ columns }: TabSpec, records: readonly Readonly<Record<string, Cell>>[]): Cell[][] {
  return records.map((record) => columns.map(({ header }) => record[header] ?? ''));
}

/** Columns that came with a later version go behind everything that stands there, people's own columns included. */
function addLaterColumns(ws: WorkbookSession, spec: TabSpec, sheet: SheetInfo): string[] {
  const { columns, headerRow, rows } = ws.tabs.needTable(spec);
  // Both are ours and came together: a Segment with something in it and no day beside it is people's own, and stays.
  const isTheirs = ({ header }: TabColumn): boolean =>
    header === 'Segment' && !columns.has('Segment since') && rows.some((row) => row.text(header) !== '');
  const missing = spec.columns
    .filter((column) => column.isLater && (!columns.has(column.header) || isTheirs(column)))
    .map((column) => (isTheirs(column) ? { ...column, header: `${column.header} (Duesheet)` } : column));
  if (missing.length === 0 || headerRow === 0) return [];
  const { workbook } = ws.ports;
  const last = workbook.read(sheet).values.reduce((most, row) => Math.max(most, row.length), 0);
  missing.forEach((column, index) => {
    workbook.addColumn(sheet, headerRow, last + 1 + index, column);
  });
  const names = missing.map(({ header }) => `"${header}"`);
  return [`Added the ${names.length === 1 ? 'column' : 'columns'} ${names.join(', ')} to ${spec.name}.`];
}

/** Notes on headers that came with a later version, where nobody put one of their own. */
function addNotes(ws: WorkbookSession, spec: TabSpec, sheet: SheetInfo): string[] {
  const noted = spec.columns.flatMap(({ header, note }) => (note ? [{ header, note }] : []));
  if (noted.length === 0) return [];
  const { columns, headerRow } = ws.tabs.needTable(spec);
  return noted.flatMap(({ header, note }) => {
    const column = columns.get(header);
    const isNew =
      column !== undefined && headerRow > 0 && ws.ports.workbook.noteCell(sheet, headerRow, column + 1, note);
    return isNew ? [`Added a note to "${header}" in ${spec.name}.`] : [];
  });
}

/**
 * Puts the settings into the order in which a new workbook has them, by moving whole rows: what refers to one goes with it. Where
 * people added rows or wrote beside them the order is theirs, and stays.
 */
export function orderSettings(ws: WorkbookSession): string[] {
  const { rows, columns, headerRow } = ws.tabs.needTable(SETTINGS_TAB);
  const names = rows.map((row) => row.text('Setting'));
  const ours = new Set(columns.values());
  const isOurs = rows.every(
    ({ row, values }, at) =>
      row === headerRow + 1 + at &&
      (names[at] === AS_OF_SETTING || settingNamed(names[at] ?? '')) &&
      values.every((cell, column) => ours.has(column) || isBlank(cell)),
  );
  const wanted = inOrder(names);
  if (!isOurs || wanted.every((name, at) => name === names[at])) return [];
  const sheet = ws.tabs.needSheet(SETTINGS_TAB);
  for (let at = 0; at < wanted.length; at += 1) {
    const from = names.indexOf(wanted[at] ?? '', at);
    let count = 1;
    while (from > at && names[from + count] !== undefined && names[from + count] === wanted[at + count]) count += 1;
    if (from === at) continue;
    // Where rows may not be moved, as in a protected tab, the order stays as it is by then.
    if (!ws.ports.workbook.moveRows(sheet, headerRow + 1 + from, count, headerRow + 1 + at)) break;
    names.splice(at, 0, ...names.splice(from, count));
  }
  ws.tabs.forget(SETTINGS_TAB);
  ws.reloadSettings();
  return wanted.every((name, at) => name === names[at]) ? [`Put ${SETTINGS_TAB.name} into its order of today.`] : [];
}

/** A tab that was created by a run that ended before its headers were written. */
function isBlankTab(ws: WorkbookSession, sheet: SheetInfo): boolean {
  return ws.ports.workbook.read(sheet).values.every((row) => row.every(isBlank));
}

/** Missing settings are added below; those the person just confirmed on the screen take the new values. */
export function fillSettings(ws: WorkbookSession, settings: readonly SettingRow[]): string[] {
  const table = ws.tabs.needTable(SETTINGS_TAB);
  if (table.problems[0]) throw Refusal.of(table.problems[0]);
  const sheet = ws.tabs.needSheet(SETTINGS_TAB);
  const { workbook } = ws.ports;
  const column = table.columns.get('Value') ?? 1;
  const known = new Map(table.rows.map((row) => [row.text('Setting').toLowerCase(), row]));
  const changed = settings.flatMap(({ name, value, confirmed }) => {
    const row = confirmed ? known.get(name.toLowerCase()) : undefined;
    return row && textOf(row.cell('Value')) !== textOf(value) ? [{ row: row.row, value }] : [];
  });
  for (const { row, value } of changed) workbook.write(sheet, row, column + 1, [[value]]);
  const missing = settings.filter(({ name }) => !known.has(name.toLowerCase()));
  if (missing.length > 0) {
    const first = lastRowOf(table) + 1;
    const asOf = missing.findIndex(({ name }) => name === AS_OF_SETTING);
    if (asOf >= 0) workbook.nameCell('AS_OF', sheet, first + asOf, column + 1);
    ws.tabs.writeRows(SETTINGS_TAB, first, settingRecords(missing));
  }
  if (changed.length + missing.length > 0) ws.reloadSettings();
  if (missing.length === 0) return [];
  return [missing.length === 1 ? `Added the setting "${missing[0]?.name}".` : `Added ${missing.length} settings.`];
}

/** Settings as rows of their tab. */
function settingRecords(settings: readonly SettingRow[]): Record<string, Cell>[] {
  return settings.map(({ name, value, meaning }) => ({ Setting: name, Value: value, 'What it means': meaning }));
}

/** Gives the cell of the day its name, where it was created with the tab. */
function nameAsOf(ws: WorkbookSession): void {
  const { rows, columns } = ws.tabs.needTable(SETTINGS_TAB);
  const row = rows.find((one) => one.text('Setting') === AS_OF_SETTING);
  const column = columns.get('Value');
  if (row && column !== undefined)
    ws.ports.workbook.nameCell('AS_OF', ws.tabs.needSheet(SETTINGS_TAB), row.row, column + 1);
}

/** Stages as rows of AR Policy. */
export function policyRecords(policy: readonly PolicyRow[]): Record<string, Cell>[] {
  return policy.map((row) => ({
    Segment: row.segment,
    Stage: row.stage,
    Anchor: row.anchor,
    Days: row.days,
    Channel: row.channel,
    Template: row.template,
    To: row.to.join(', '),
    CC: row.cc.join(', '),
    Sending: row.sending,
    'Minimum gap': row.minimumGap,
    Tone: row.tone,
    Active: row.active ? 'yes' : 'no',
    'Repeat every': row.repeatEvery > 0 ? row.repeatEvery : '',
    Times: row.times > 1 ? row.times : '',
    Purpose: row.purpose === 'reminder' ? '' : row.purpose,
    Attach: row.attach?.join(', ') ?? '',
  }));
}

/** The default texts as rows of AR Templates. */
export function templateRecords({ texts }: Ports): Record<string, Cell>[] {
  return texts.defaults().map(({ template, language, subject, body }) => ({
    Template: template,
    Language: language,
    Subject: subject,
    Body: body,
  }));
}

/** Texts that came with a later version, where AR Templates has none of that name; texts that stand there stay as they are. */
export function addLaterTexts(ws: WorkbookSession): string[] {
  const { rows, headerRow } = ws.tabs.needTable(TEMPLATES_TAB);
  if (headerRow === 0 || rows.length === 0) return [];
  const known = new Set(rows.map((row) => row.text('Template').trim().toLowerCase()));
  const missing = LATER_TEXTS.filter((name) => !known.has(name.toLowerCase()));
  if (missing.length === 0) return [];
  ws.tabs.addRows(
    TEMPLATES_TAB,
    templateRecords(ws.ports).filter(({ Template }) => missing.some((name) => name === Template)),
  );
  return missing.map((name) => `Added the text "${name}" to ${TEMPLATES_TAB.name}.`);
}

/** What a new workbook's tabs begin with: settings as confirmed, default policy and texts, the holidays we know. */
export function beginnings(ports: Ports, settings: readonly SettingRow[], today: Day, ladder: LadderName): FirstRows {
  const begin = new Map<string, () => Record<string, Cell>[]>([
    [SETTINGS_TAB.name, () => settingRecords(settings)],
    [POLICY_TAB.name, () => policyRecords(ladderRows(ladder))],
    [TEMPLATES_TAB.name, () => templateRecords(ports)],
    [HOLIDAYS_TAB.name, () => defaultHolidays(today)],
  ]);
  return ({ name }) => begin.get(name)?.() ?? [];
}

/** Policy, texts and holidays are filled only where their tab is still empty: a row that a person deleted stays deleted. */
export function fillDefaults(ws: WorkbookSession, today: Day): string[] {
  const fill = (spec: TabSpec, records: () => Record<string, Cell>[], say: (count: number) => string): string[] => {
    if (!isEmptyTab(ws, spec)) return [];
    const rows = records();
    ws.tabs.addRows(spec, rows);
    return [say(rows.length)];
  };
  return [
    ...fill(
      POLICY_TAB,
      () => policyRecords(ladderRows(ws.settings().ladder)),
      (count) => `Filled AR Policy with the ${count} steps of the ${ws.settings().ladder} ladder.`,
    ),
    ...fill(
      TEMPLATES_TAB,
      () => templateRecords(ws.ports),
      (count) => `Filled AR Templates with ${count} texts.`,
    ),
    ...fill(
      HOLIDAYS_TAB,
      () => defaultHolidays(today),
      (count) => `Filled AR Holidays with ${count} public holidays.`,
    ),
  ];
}

function isEmptyTab(ws: WorkbookSession, spec: TabSpec): boolean {
  const table = ws.tabs.needTable(spec);
  return table.headerRow > 0 && table.rows.length === 0;
}
