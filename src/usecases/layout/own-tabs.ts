// Our tabs as they should be: what is missing of tabs, columns, settings, policy, texts and holidays is added, edits are kept.

import { defaultTemplates } from '../../dunning/letter/default-templates';
import { DEFAULT_POLICY } from '../../dunning/policy/default-policy';
import type { Day } from '../../receivables/day';
import { isBlank } from '../../sheet/grid';
import { textOf } from '../../sheet/read/typed-cells';
import type { SheetInfo } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import {
  HOLIDAYS_TAB,
  LOG_TAB,
  POLICY_TAB,
  SETTINGS_TAB,
  TABS,
  type TabSpec,
  TEMPLATES_TAB,
} from '../../workbook/tab-specs';
import { defaultHolidays } from '../../workbook/tabs/holidays';
import { lastRowOf } from '../../workbook/tabs/own-tabs';
import { AS_OF_SETTING, type SettingRow } from '../../workbook/tabs/settings/settings';

/** Our tabs that are not there yet, behind the team's own. */
export function createTabs(ws: WorkbookSession): string[] {
  const did: string[] = [];
  for (const spec of TABS) {
    const known = ws.tabs.find(spec);
    const sheet = known ?? ws.ports.workbook.createTab(spec);
    if (known && isBlankTab(ws, known)) ws.ports.workbook.layOutTab(known, spec);
    else if (known) did.push(...addLaterColumns(ws, spec, known));
    if (!known) {
      did.push(`Created the tab "${spec.name}".`);
      if (spec === LOG_TAB && ws.state.log.seq > 0)
        did.push('The earlier log is gone; Today asks whether to go on without it.');
    }
    ws.tabs.adopt(spec, sheet);
  }
  return did;
}

/** Columns that came with a later version go behind everything that stands there, people's own columns included. */
function addLaterColumns(ws: WorkbookSession, spec: TabSpec, sheet: SheetInfo): string[] {
  const { columns, headerRow } = ws.tabs.needTable(spec);
  const missing = spec.columns.filter(({ header, isLater }) => isLater && !columns.has(header));
  if (missing.length === 0 || headerRow === 0) return [];
  const { workbook } = ws.ports;
  const last = workbook.read(sheet).values.reduce((most, row) => Math.max(most, row.length), 0);
  missing.forEach((column, index) => {
    workbook.addColumn(sheet, headerRow, last + 1 + index, column);
  });
  return missing.map(({ header }) => `Added the column "${header}" to ${spec.name}.`);
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
  for (const { name, value, confirmed } of settings) {
    const row = confirmed ? known.get(name.toLowerCase()) : undefined;
    if (row && textOf(row.cell('Value')) !== textOf(value)) workbook.write(sheet, row.row, column + 1, [[value]]);
  }
  const missing = settings.filter(({ name }) => !known.has(name.toLowerCase()));
  if (missing.length === 0) return [];
  const first = lastRowOf(table) + 1;
  const rows = missing.map(({ name, value, meaning }) => ({ Setting: name, Value: value, 'What it means': meaning }));
  const asOf = missing.findIndex(({ name }) => name === AS_OF_SETTING);
  if (asOf >= 0) workbook.nameCell('AS_OF', sheet, first + asOf, column + 1);
  ws.tabs.writeRows(SETTINGS_TAB, first, rows);
  return [missing.length === 1 ? `Added the setting "${missing[0]?.name}".` : `Added ${missing.length} settings.`];
}

/** Policy and texts are filled only where their tab is still empty: a row that a person deleted stays deleted. */
export function fillDefaults(ws: WorkbookSession): string[] {
  const did: string[] = [];
  if (isEmptyTab(ws, POLICY_TAB)) {
    ws.tabs.addRows(
      POLICY_TAB,
      DEFAULT_POLICY.map((row) => ({
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
      })),
    );
    did.push(`Filled AR Policy with the default matrix (${DEFAULT_POLICY.length} stages).`);
  }
  if (isEmptyTab(ws, TEMPLATES_TAB)) {
    ws.tabs.addRows(
      TEMPLATES_TAB,
      defaultTemplates().map((text) => ({
        Template: text.template,
        Language: text.language,
        Subject: text.subject,
        Body: text.body,
      })),
    );
    did.push(`Filled AR Templates with ${defaultTemplates().length} texts.`);
  }
  return did;
}

/** The public holidays of the countries Duesheet knows; which of them count is for the setting Country to say. */
export function fillHolidays(ws: WorkbookSession, today: Day): string[] {
  if (!isEmptyTab(ws, HOLIDAYS_TAB)) return [];
  const rows = defaultHolidays(today);
  ws.tabs.addRows(HOLIDAYS_TAB, rows);
  return [`Filled AR Holidays with ${rows.length} public holidays.`];
}

function isEmptyTab(ws: WorkbookSession, spec: TabSpec): boolean {
  const table = ws.tabs.needTable(spec);
  return table.headerRow > 0 && table.rows.length === 0;
}
