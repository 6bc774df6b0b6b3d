// Changing one setting, or adding a quiet period: read before it is written, noted in the log, and planned on.
import { workbookEvent } from '../../dunning/history/events';
import { type Day, dayFromIso, isoOf, shortDay } from '../../receivables/day';
import type { Cell } from '../../sheet/grid';
import { amountOfCell } from '../../sheet/read/typed-cells';
import { NO_CHANGE, openUnless } from '../../workbook/opening';
import { changedDetails, detailFacts } from '../../workbook/payment-details';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock } from '../../workbook/session';
import { HOLIDAYS_TAB, SETTINGS_TAB } from '../../workbook/tab-specs';
import type { TabTable } from '../../workbook/tabs/records';
import { writeCells } from '../../workbook/tabs/seen-rows';
import { HOW_FIRM_SETTING } from '../../workbook/tabs/settings/ladder-setting';
import type { Setting } from '../../workbook/tabs/settings/setting';
import { settingNamed, settingsWith } from '../../workbook/tabs/settings/settings';
import { planAgain } from '../planning/plan-day';
import type { ChangeResult } from '../waiting/change-result';
import { chooseLadder } from '../workbook-mode/choose-ladder';
import { confirmPayments } from '../workbook-mode/confirm-payments';
import { typedAs } from './show-settings';

/** What a cell should hold of a text. */
const LONGEST = 5_000;

/**
 * Writes one setting.
 * @param name as in AR Settings
 * @param written as typed; '' empties it
 * @throws Refusal `setting-unknown`, `setting-elsewhere`, or `setting-unreadable` with what is wrong
 */
export function saveSetting(ports: Ports, name: string, written: string): ChangeResult {
  const setting = settingNamed(name);
  if (!setting) throw new Refusal('setting-unknown', `There is no setting "${name}".`);
  if (setting.moves === 'payments') return confirmPayments(ports, written.trim());
  if (setting.name === HOW_FIRM_SETTING) return chooseLadder(ports, written.trim());
  if (setting.moves === 'columns')
    throw new Refusal('setting-elsewhere', `${name} is changed under Set-up, where the columns are read again.`);
  const value = setting.kind === 'long text' ? written.replace(/\r\n?/g, '\n').trim() : written.trim();
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const table = ws.tabs.needTable(SETTINGS_TAB);
    const row = table.rows.find((one) => one.text('Setting').toLowerCase() === name.toLowerCase());
    const before = row ? typedAs(row.cell('Value'), setting.kind) : '';
    if (before === value) return { changed: 0, message: `${name} stays as it was.` };
    const cell = cellOf(setting, value);
    const fault = faultOf(table, setting, value, cell);
    if (fault) throw new Refusal('setting-unreadable', `${name} was not saved: ${fault}.`);
    if (row) writeCells(ws.tabs, SETTINGS_TAB, row.row, { Value: cell });
    else ws.tabs.addRows(SETTINGS_TAB, [{ Setting: name, Value: cell, 'What it means': setting.meaning }]);
    ws.reloadSettings();
    const note = `${name}: ${shown(before)} to ${shown(value)}.`;
    ws.log.append([
      workbookEvent('setting-changed', ports.session.user(), note, detailFacts(setting.name, String(cell))),
    ]);
    const planned = setting.moves === 'plan' ? ` ${planAgain(ws)}` : '';
    ws.save();
    const unconfirmed = changedDetails(ws).some((one) => one.name === setting.name);
    const halted = unconfirmed ? ' Nothing is sent until this is confirmed under Today.' : '';
    return { changed: 1, message: `${name} is ${value === '' ? 'empty' : shown(value)} now.${planned}${halted}` };
  });
}

/** So much of a value is shown in sentences. */
const MOST_SHOWN = 200;

function shown(value: string): string {
  if (value.startsWith('data:image/')) return 'a picture';
  const [first = '', ...rest] = value.split('\n');
  const isCut = rest.length > 0 || first.length > MOST_SHOWN;
  return value === '' ? 'empty' : `"${first.slice(0, MOST_SHOWN)}${isCut ? ' …' : ''}"`;
}

/** What is written for a typed value. */
function cellOf({ kind }: Setting, value: string): number | string {
  return kind === 'number' ? (amountOfCell(value).amount ?? value) : value;
}

/** Why a value is not saved, read as every run would read it; '' for nothing. */
function faultOf(table: TabTable, setting: Setting, value: string, cell: Cell): string {
  const longest = setting.longest ?? LONGEST;
  if (value.length > longest) return `it is longer than ${longest} characters`;
  const notNumber = setting.kind === 'number' ? amountOfCell(value).fault : '';
  const fault = setting.refused?.(value) || notNumber || setting.read(cell).fault;
  return fault || (setting.clash?.(settingsWith(table, setting.name, cell)) ?? '');
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
    const ws = openUnless(ports, NO_CHANGE);
    const words = name.trim().slice(0, 200) || 'Quiet period';
    ws.tabs.addRows(HOLIDAYS_TAB, [{ Country: '', Day: { day: from }, Until: { day: until }, Name: words }]);
    const when = from === until ? shortDay(from, today) : `${shortDay(from, today)} to ${shortDay(until, today)}`;
    const note = `Nothing is sent ${from === until ? 'on' : 'from'} ${when} (${words}).`;
    ws.log.append([workbookEvent('setting-changed', ports.session.user(), note)]);
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
