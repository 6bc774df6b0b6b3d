// The switches and confirmations of a workbook: live, automatic, sender, payments, accepted tables and logs, moved copies.

import { acceptLog as acceptChain } from '../dunning/history/event-chain';
import { type EventKind, type NewEvent, workbookEvent } from '../dunning/history/events';
import { dayFromIso, shortDay } from '../receivables/day';
import { LOG_TAB, SETTINGS_TAB, TABS } from '../sheet/tabs';
import { openSample, readBook } from './book';
import { inWords, planIn } from './plan-day';
import type { Ports } from './ports';
import { Refusal } from './refusal';
import { PAYMENTS_SETTING } from './settings';
import type { ChangeResult } from './views';
import { underLock, Workspace } from './workspace';

/** Changes the remembered state of a workbook that is set up here, with one event in the log. */
function change(
  ports: Ports,
  kind: EventKind,
  note: string,
  message: string,
  act: (ws: Workspace) => void,
): ChangeResult {
  return underLock(ports, () => {
    const ws = openHere(ports);
    act(ws);
    ws.append([workbookEvent(kind, ports.session.user(), note)]);
    ws.save();
    return { changed: 1, message };
  });
}

/** Opens a workbook for a change: refused before set-up, in a copy, or with a log that is not whole. */
export function openHere(ports: Ports): Workspace {
  const ws = new Workspace(ports);
  if (!ws.isSetUp())
    throw new Refusal('not-set-up', 'Duesheet is not set up in this workbook yet. Choose Duesheet > Set up.');
  if (ws.isCopy())
    throw new Refusal('copied', 'This workbook is a copy. First choose "Move here" or "Start afresh" under Today.');
  if (ws.log().fault) throw new Refusal('log-mismatch', `AR Log is not as Duesheet left it: ${ws.log().fault}`);
  return ws;
}

/** Live: approved mails may leave. Preview: nothing leaves but tests to oneself. */
export function setLive(ports: Ports, on: boolean): ChangeResult {
  const message = on
    ? 'Live: approved reminders go out to customers from now on.'
    : 'Preview: nothing goes out to customers.';
  return change(ports, on ? 'live' : 'preview', message, message, (ws) => {
    if (on && ws.state.sender === '') throw new Refusal('no-sender', 'First choose who sends: press "I will send".');
    ws.state.live = on;
    // Switching off holds even where the run ends before its event is written.
    if (!on) ws.save();
  });
}

/** Automatic: the hourly run of the sender is installed, and stages marked auto go out without a click when Live. */
export function setAutomatic(ports: Ports, on: boolean): ChangeResult {
  const message = on
    ? 'Automatic: Duesheet plans every hour, and sends by itself what AR Policy marks as auto.'
    : 'Automatic is off: plan and send by hand.';
  const result = change(ports, on ? 'automatic-on' : 'automatic-off', message, message, (ws) => {
    if (on && ws.state.sender !== ports.session.user()) {
      throw new Refusal(
        'not-sender',
        'Only the person who sends can turn the schedule on: it runs in that person’s name.',
      );
    }
    const missing = on ? ports.schedule.missingPermission() : '';
    if (missing) throw new Refusal('no-permission', missing);
    // The schedule first: a switch that says on while nothing is installed would be believed.
    if (on && !ports.schedule.isOn()) ports.schedule.turnOn();
    ws.state.automatic = on;
    if (!on) ws.save();
  });
  if (!on && ports.schedule.isOn()) ports.schedule.turnOff();
  return result;
}

/** Makes the current user the one person who sends from this workbook; a colleague's schedule then finds it is not theirs. */
export function becomeSender(ports: Ports): ChangeResult {
  const you = ports.session.user();
  if (you === '') {
    throw new Refusal(
      'no-permission',
      'Google does not tell Duesheet your address. Open the menu Duesheet once more and allow what it asks for.',
    );
  }
  return change(ports, 'sender', `${you} sends from now on.`, `You (${you}) send from this workbook now.`, (ws) => {
    // What another person approved for their own mailbox's schedule must be switched on again by the new sender.
    if (ws.state.sender !== you) ws.state.automatic = false;
    ws.state.sender = you;
  });
}

/** Records up to which day payments are in, plans anew, and says how many reminders that cancelled. */
export function confirmPayments(ports: Ports, isoDay: string): ChangeResult {
  const today = ports.clock.now().day;
  const day = dayFromIso(isoDay);
  if (day === null)
    throw new Refusal(
      'date-unreadable',
      `"${isoDay}" is not a date. Choose the last day whose payments are in the sheet.`,
    );
  if (day > today) throw new Refusal('date-future', 'Payments cannot be in up to a day that has not come yet.');
  return underLock(ports, () => {
    const ws = openHere(ports);
    const table = ws.needTable(SETTINGS_TAB);
    const row = table.rows.find((one) => one.text('Setting') === PAYMENTS_SETTING);
    const column = table.columns.get('Value');
    if (!row || column === undefined) {
      throw new Refusal(
        'setting-missing',
        `AR Settings has no row "${PAYMENTS_SETTING}" any more. Run Duesheet > Set up again to bring it back.`,
      );
    }
    ports.workbook.write(ws.needSheet(SETTINGS_TAB), row.row, column + 1, [[{ day }]]);
    ws.reloadSettings();
    ws.append([workbookEvent('payments-confirmed', ports.session.user(), `Payments are in up to ${isoDay}.`)]);
    const { done, stops } = planIn(ws, { actor: ports.session.user(), unattended: false });
    ws.save();
    const cancelled = done?.events.filter(({ kind }) => kind === 'cancelled').length ?? 0;
    const told = done
      ? `${cancelled === 0 ? 'No reminder was' : cancelled === 1 ? '1 reminder was' : `${cancelled} reminders were`} cancelled.`
      : (stops[0]?.message ?? '');
    return { changed: 1 + cancelled, message: `Payments are in up to ${shortDay(day, today)}. ${told}` };
  });
}

/** "Yes, this is right": the invoice table as it is counts as whole, however much shorter it is. */
export function acceptTable(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = openHere(ports);
    const book = readBook(ws, ports.clock.now().day);
    ws.state.openKeys = openSample(book);
    const open = book.invoices.filter((invoice) => invoice.open > 0).length;
    const user = ports.session.user();
    const note = `The invoice sheet with ${open} open invoices is complete.`;
    ws.append([workbookEvent('table-accepted', user, note)]);
    const { done } = planIn(ws, { actor: user, unattended: false });
    ws.save();
    return { changed: 1, message: `${note} ${done ? inWords(done.events) : ''}`.trim() };
  });
}

/** Accepts a log with missing or altered rows; what was approved waits for a person again. */
export function acceptLog(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = new Workspace(ports);
    if (ws.isCopy())
      throw new Refusal('copied', 'This workbook is a copy. First choose "Move here" or "Start afresh" under Today.');
    const log = ws.log();
    if (log.table.problems[0]) throw new Refusal(log.table.problems[0].code, log.table.problems[0].message);
    if (!log.fault) return { changed: 0, message: 'AR Log is whole; nothing had to be accepted.' };
    if (ws.state.sender !== '' && ws.state.sender !== ports.session.user()) {
      throw new Refusal('not-sender', `Only ${ws.state.sender}, who sends from this workbook, can accept the log.`);
    }
    const event: NewEvent = workbookEvent('log-accepted', ports.session.user(), `Accepted as it is: ${log.fault}`);
    const placed = acceptChain(log.events, ws.state.log, event, ports.clock.now().text);
    ws.writeEvents([placed]);
    ws.state.log = { seq: placed.seq, hash: placed.hash, rows: log.events.length };
    ws.save();
    return { changed: 1, message: 'The log counts as it is. What was approved before waits for review again.' };
  });
}

/** In a copied workbook: work goes on here, with the log as it came along. Starts in Preview, with nobody as sender. */
export function moveHere(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = copyOnly(ports);
    takeOver(ws);
    const { events, fault } = ws.log();
    const last = events[events.length - 1];
    if (!fault && last) ws.state.log = { seq: last.seq, hash: last.hash, rows: events.length };
    const note = 'Work goes on in this copy. Do not send from the original any more.';
    ws.append([workbookEvent('moved', ports.session.user(), note)]);
    ws.save();
    return { changed: 1, message: `${note} It is in Preview; choose who sends, then go Live.` };
  });
}

/** In a copied workbook: the log and the queue of the original are emptied, everything else stays. */
export function startAfresh(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = copyOnly(ports);
    takeOver(ws);
    for (const name of [LOG_TAB.name, 'AR Queue']) {
      const spec = TABS.find((one) => one.name === name);
      if (spec) ws.empty(spec);
    }
    ws.append([workbookEvent('set-up', ports.session.user(), 'Started afresh in a copy.')]);
    ws.save();
    return { changed: 1, message: 'Started afresh: the history of the original is not used here. It is in Preview.' };
  });
}

function copyOnly(ports: Ports): Workspace {
  const ws = new Workspace(ports);
  if (!ws.isCopy()) throw new Refusal('not-a-copy', 'This workbook is not a copy; nothing had to be done.');
  return ws;
}

function takeOver(ws: Workspace): void {
  Object.assign(ws.state, {
    workbook: ws.ports.workbook.id(),
    tabs: {},
    invoiceSheet: -1,
    sender: '',
    live: false,
    automatic: false,
    log: { seq: 0, hash: '', rows: 0 },
    openKeys: [],
    heartbeat: null,
  });
}
