// Changing one setting, or adding a quiet period: read before it is written, noted in the log, and planned on.
import { workbookEvent } from '../../dunning/history/events';
import { type Day, dayFromIso, isoOf, shortDay } from '../../receivables/day';
import type { Cell } from '../../sheet/grid';
import { amountOfCell, textOf } from '../../sheet/read/typed-cells';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { writeCells } from '../../workbook/seen-rows';
import { underLock, type WorkbookSession } from '../../workbook/session';
import { HOLIDAYS_TAB, SETTINGS_TAB } from '../../workbook/tabs/own-tabs';
import type { TabTable } from '../../workbook/tabs/records';
import { PAYMENTS_SETTING, readSettings } from '../../workbook/tabs/settings';
import type { ChangeResult } from '../change-result';
import { inWords, planIn } from '../planning/plan-day';
import { confirmPayments } from '../workbook-mode/confirm-payments';
import { openHere } from '../workbook-mode/workbook-mode';
import { type SettingSpec, specOf, THRESHOLDS } from './settings-groups';
import { settingsOfNewWorkbook, typedAs } from './show-settings';

/** What a cell can hold of a text. */
const LONGEST = 5_000;

/**
 * Writes one setting.
 * @param name as in AR Settings
 * @param written as typed; '' empties it
 * @throws Refusal `setting-unknown`, `setting-elsewhere`, or `setting-unreadable` with what is wrong
 */
export function saveSetting(ports: Ports, name: string, written: string): ChangeResult {
  if (name.toLowerCase() === PAYMENTS_SETTING.toLowerCase()) return confirmPayments(ports, written.trim());
  const spec = specOf(name);
  if (!spec) throw new Refusal('setting-unknown', `There is no setting "${name}".`);
  if (spec.elsewhere)
    throw new Refusal('setting-elsewhere', `${name} is changed under Set-up, where the columns are read again.`);
  const value = spec.kind === 'long text' ? written.replace(/\r\n?/g, '\n').trim() : written.trim();
  return underLock(ports, () => {
    const ws = openHere(ports);
    const table = ws.needTable(SETTINGS_TAB);
    const row = table.rows.find((one) => one.text('Setting').toLowerCase() === name.toLowerCase());
    const before = row ? typedAs(row.cell('Value'), spec.kind) : '';
    if (before === value) return { changed: 0, message: `${name} stays as it was.` };
    const cell = cellOf(name, value, spec);
    refuseUnreadable(table, name, cell);
    if (row) writeCells(ws, SETTINGS_TAB, row.row, { Value: cell });
    else ws.addRows(SETTINGS_TAB, [{ Setting: name, Value: cell, 'What it means': meaningOf(ws, name) }]);
    ws.reloadSettings();
    const note = `${name}: ${shown(before)} to ${shown(value)}.`;
    ws.append([workbookEvent('setting-changed', ports.session.user(), note)]);
    const planned = spec.moves ? ` ${planAgain(ws)}` : '';
    ws.save();
    return { changed: 1, message: `${name} is ${value === '' ? 'empty' : shown(value)} now.${planned}` };
  });
}

function shown(value: string): string {
  const [first = '', ...rest] = value.split('\n');
  return value === '' ? 'empty' : `"${first}${rest.length > 0 ? ' …' : ''}"`;
}

/** What is written for a typed value. @throws Refusal `setting-unreadable` */
function cellOf(name: string, value: string, spec: SettingSpec): Cell {
  const fault = value.length > LONGEST ? `it is longer than ${LONGEST} characters` : spec.fault(value);
  if (fault) throw unreadable(name, fault);
  if (spec.kind !== 'number' || value === '') return value;
  const { amount, fault: notNumber } = amountOfCell(value);
  if (amount === null) throw unreadable(name, notNumber);
  return amount;
}

function unreadable(name: string, fault: string): Refusal {
  return new Refusal('setting-unreadable', `${name} was not saved: ${fault}.`);
}

/** The same reading that every run makes, on the tab as it would be. @throws Refusal `setting-unreadable` */
function refuseUnreadable(table: TabTable, name: string, cell: Cell): void {
  const isIt = (text: string): boolean => text.toLowerCase() === name.toLowerCase();
  const written = {
    row: 0,
    values: [],
    cell: (header: string): Cell => (header === 'Setting' ? name : header === 'Value' ? cell : ''),
    text: (header: string): string => (header === 'Setting' ? name : header === 'Value' ? textOf(cell) : ''),
  };
  const rows = [...table.rows.filter((row) => !isIt(row.text('Setting'))), written];
  const { settings, problems } = readSettings({ ...table, rows });
  const problem = problems.find(({ column }) => isIt(column));
  if (problem)
    throw unreadable(name, problem.message.replace(/^AR Settings, [^:]*(: [A-Z]{3})?: /, '').replace(/\.$/, ''));
  if (/^send (from|until)$/i.test(name) && settings.windowFrom >= settings.windowTo)
    throw unreadable(name, 'mails would never leave; Send from must be earlier than Send until');
}

function meaningOf(ws: WorkbookSession, name: string): string {
  const all = [...settingsOfNewWorkbook(ws), ...THRESHOLDS];
  return all.find((one) => one.name.toLowerCase() === name.toLowerCase())?.meaning ?? '';
}

function planAgain(ws: WorkbookSession): string {
  const { done, stops } = planIn(ws, { actor: ws.ports.session.user(), unattended: false });
  return done ? `Plan: ${inWords(done.events)}` : (stops[0]?.message ?? '');
}

/** A longer period is a slip of the pen; the tab is read with the same limit. */
const LONGEST_PERIOD = 120;

/**
 * Adds a period in which nothing is sent, to whomever.
 * @param fromIso,untilIso first and last day, `YYYY-MM-DD`
 * @throws Refusal `date-unreadable`, `period-backwards`, `period-past`, `period-long`
 */
export function addQuietPeriod(ports: Ports, fromIso: string, untilIso: string, name: string): ChangeResult {
  const today = ports.clock.now().day;
  const [from, until] = periodOf(fromIso, untilIso, today);
  return underLock(ports, () => {
    const ws = openHere(ports);
    const words = name.trim().slice(0, 200) || 'Quiet period';
    ws.addRows(HOLIDAYS_TAB, [{ Country: '', Day: { day: from }, Until: { day: until }, Name: words }]);
    const when = from === until ? shortDay(from, today) : `${shortDay(from, today)} to ${shortDay(until, today)}`;
    const note = `Nothing is sent ${from === until ? 'on' : 'from'} ${when} (${words}).`;
    ws.append([workbookEvent('setting-changed', ports.session.user(), note)]);
    const planned = planAgain(ws);
    ws.save();
    return { changed: 1, message: `${note} ${planned}` };
  });
}

function periodOf(fromIso: string, untilIso: string, today: Day): [from: Day, until: Day] {
  const from = dayFromIso(fromIso);
  const until = dayFromIso(untilIso || fromIso);
  if (from === null || until === null)
    throw new Refusal(
      'date-unreadable',
      `"${from === null ? fromIso : untilIso}" is not a date. Choose the first and the last day.`,
    );
  if (until < from) throw new Refusal('period-backwards', 'The last day lies before the first. Exchange them.');
  if (until < today) throw new Refusal('period-past', `The period ended on ${isoOf(until)}. Choose days to come.`);
  if (until - from > LONGEST_PERIOD)
    throw new Refusal('period-long', `A quiet period is at most ${LONGEST_PERIOD} days long.`);
  return [from, until];
}
