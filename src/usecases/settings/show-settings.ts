// The settings page: every setting with what it says and means, and the days to come on which nothing is sent.
import { countryCode } from '../../dunning/letter/languages';
import { civilOf, dayOf, isoOf } from '../../receivables/day';
import { type Cell, isBlank, isDayCell } from '../../sheet/grid';
import { dayOfCell, textOf } from '../../sheet/read/typed-cells';
import { readInvoiceTable } from '../../workbook/invoices';
import { NO_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import { HOLIDAYS_TAB, SETTINGS_TAB } from '../../workbook/tab-specs';
import type { TabRow } from '../../workbook/tabs/records';
import { GROUPS, minutesOf, type Setting, type SettingKind } from '../../workbook/tabs/settings/setting';
import { settingNamed, settingsFor } from '../../workbook/tabs/settings/settings';
import { clockTime } from '../sending/sending-window';
import type { QuietView, SettingsView, SettingView } from './view';

/** The settings of a workbook. */
export function showSettings(ports: Ports): SettingsView {
  const ws = openUnless(ports, NO_CHANGE);
  const { day } = ports.clock.now();
  const settings = listSettings(ws);
  const groups = GROUPS.map((title) => ({
    title,
    settings: settings.filter(({ setting }) => setting.group === title).map(({ view }) => view),
  }));
  return {
    asOf: isoOf(day),
    groups: groups.filter((group) => group.settings.length > 0),
    calendar: calendarOf(ws, day),
  };
}

interface Listed {
  setting: Setting;
  view: SettingView;
}

/** The rows of the tab in their order, then what has no row yet. */
function listSettings(ws: WorkbookSession): Listed[] {
  const faults = new Map(ws.settingProblems().map(({ column, message }) => [column.toLowerCase(), message]));
  const known = new Set<string>();
  const listed = ws.tabs.needTable(SETTINGS_TAB).rows.flatMap((row): Listed[] => {
    const name = row.text('Setting');
    const setting = settingNamed(name);
    if (!setting || known.has(name.toLowerCase())) return [];
    known.add(name.toLowerCase());
    const cell = row.cell('Value');
    const value = typedAs(cell, setting.kind);
    const refused = isBlank(cell) ? '' : (setting.refused?.(value) ?? '');
    const fault = faults.get(name.toLowerCase()) ?? (refused ? `AR Settings, ${name}: ${refused}.` : '');
    // A label comes with its meaning; elsewhere what the tab says counts, which people may have written themselves.
    const meaning = setting.label ? setting.meaning : row.text('What it means');
    return [{ setting, view: viewOf({ ...setting, name, meaning }, value, fault, row.row) }];
  });
  const { invoiceSheet: sheet, ...told } = ws.settings();
  const all = settingsFor({ sheet, ...told, currencies: currenciesIn(ws) }, 'offered');
  const others = all.filter(({ name }) => !known.has(name.toLowerCase()));
  return [...listed, ...others.map((setting) => ({ setting, view: viewOf(setting, '', '', 0) }))];
}

function viewOf(
  { name, label, meaning, kind, choices, moves }: Setting,
  value: string,
  fault: string,
  row: number,
): SettingView {
  // A value that is none of the choices is shown as it is.
  const isOther = kind === 'choice' && !choices.some((one) => one.value === value);
  const offered = isOther ? [{ value, label: value || 'not set' }, ...choices] : [...choices];
  const read = { name, label: label ?? name, value, meaning };
  return { ...read, kind, choices: offered, fault, row, elsewhere: moves === 'columns' ? 'setup' : '' };
}

/** The currencies of the invoices; none where the sheet cannot be read now. */
function currenciesIn(ws: WorkbookSession): string[] {
  try {
    const { rows } = readInvoiceTable(ws, ws.ports.clock.now().day);
    return [...new Set(rows.map(({ currency }) => currency))].sort();
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

/** A cell as it is typed into its field. */
export function typedAs(cell: Cell, kind: SettingKind): string {
  const minutes = kind === 'time' && !isBlank(cell) ? minutesOf(cell) : null;
  if (minutes !== null) return clockTime(minutes);
  return isDayCell(cell) ? isoOf(cell.day) : textOf(cell);
}

/** So far ahead the calendar is shown. */
const DAYS_AHEAD = 365;

function calendarOf(ws: WorkbookSession, today: number): SettingsView['calendar'] {
  const { country } = ws.settings();
  const coming = (ws.tabs.table(HOLIDAYS_TAB)?.rows ?? [])
    .flatMap((row) => quietOf(row, country))
    .filter(({ from, until }) => until >= isoOf(today) && from <= isoOf(today + DAYS_AHEAD))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.row - b.row));
  return { coming, note: calendarNote(ws, country, coming, today) };
}

/** A row that closes our own days, whoever's it is. */
function quietOf(row: TabRow, country: string): QuietView[] {
  const written = row.text('Country');
  const from = dayOfCell(row.cell('Day')).day;
  const until = dayOfCell(row.cell('Until'));
  if (from === null || until.fault || (written !== '' && countryCode(written) !== country)) return [];
  const last = until.day ?? from;
  const kind = last > from ? 'quiet' : 'holiday';
  return [{ from: isoOf(from), until: isoOf(last), name: row.text('Name'), kind, row: row.row }];
}

function calendarNote(ws: WorkbookSession, country: string, coming: readonly QuietView[], today: number): string {
  const [problem] = ws.holidays().problems;
  if (problem) return problem.message;
  if (country === '') return 'Set Country: until then no public holiday counts as a day off.';
  if (!coming.some(({ kind }) => kind === 'holiday'))
    return `AR Holidays has no coming days for ${country}. Add them there.`;
  const { year } = civilOf(today);
  const ends = ws.holidays().byCountry.get(country) ?? new Set();
  const nextYear = dayOf(year + 1, 1, 1) ?? today;
  return [...ends].some((day) => day >= nextYear)
    ? ''
    : `AR Holidays has no days of ${year + 1} for ${country} yet. Add them there.`;
}
