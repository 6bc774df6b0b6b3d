// Counting what costs time on Google: cells read or written, flushes, locks, properties and mails, per call and per mail.

import type { World } from '../google-services/state';
import type { Session } from '../session';
import { setUp } from '../set-up';
import { copyOf } from '../world-copy';
import { ledgerWorld } from './ledger';
import type { Values } from './processor-time';
import { readyLedger, sessionIn } from './worlds';

/**
 * What only leads to an object or tells what came along with it, without asking the server once more. What asks for the
 * sheets of a workbook or for the size of a grid travels, and counts.
 */
const PLUMBING =
  /\.(getActive\w*|getSheetId|getSheetName|getRange|getRangeByName|getRangeList|getNamedRanges|getDataRange|getDocumentLock|getDocumentProperties|getUserProperties|getScriptProperties|getUi|getName|getId|getSpreadsheetTimeZone|getSpreadsheetLocale|getScriptTimeZone|getEmail|getEffectiveUser|formatDate|sleep|newBlob|base64Encode|base64EncodeWebSafe|computeDigest|getUuid|getRow|getColumn|getNumRows|getNumColumns|hasLock|log|info|warn|error)$/;

/** Method to how often it was called. */
export type Calls = Record<string, number>;

/** Whether a call reads, writes, flushes, locks or sends. @example isCostly('SpreadsheetApp.flush') // true */
export function isCostly(method: string): boolean {
  return !PLUMBING.test(method);
}

/**
 * The calls that read, write, flush, lock or send.
 * @param calls the world's counters
 */
export function costlyCalls(calls: Calls): Calls {
  return Object.fromEntries(Object.entries(calls).filter(([method]) => isCostly(method)));
}

/** All counted calls together. */
export function total(calls: Calls): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

/** Does something and gives the costly calls it took. */
export function callsOf(session: Session, act: () => void): Calls {
  session.world.calls = {};
  act();
  return costlyCalls(session.world.calls);
}

/** What sending costs. */
export interface SendingCost {
  /** Mails that left in the hour of two batches. */
  sent: number;
  /** Calls that one more mail adds. */
  perMail: number;
  /** Calls that one more batch of an hour adds beside those of its mails: its lock, its one reading, the end of the log. */
  perBatch: number;
  /** Calls of "Send now" beside its mails: those of a batch, what an execution asks once, and the queue. */
  perClick: number;
}

/** A batch is full with so many mails. */
const BATCH = 10;

/**
 * What a mail and a batch cost. Hours that send one mail, a full batch and two full ones are taken in the same ledger, so
 * that what every hour does once falls out.
 *
 * @param world a ledger as `readyLedger` makes it, of 100 invoices at least, so that twenty mails wait; it is planned
 * @throws Error when the mails do not leave, with the run's own sentence
 */
export function sendingCost(world: World): SendingCost {
  sessionIn(world).ask('planNow');
  const of = (mails: number, name: 'runHour' | 'sendNext'): number =>
    callsToSend(sessionIn(copyOf(world)), mails, name);
  const full = of(BATCH, 'runHour');
  const perMail = (full - of(1, 'runHour')) / (BATCH - 1);
  const mails = BATCH * perMail;
  return {
    ...{ sent: 2 * BATCH, perMail },
    perBatch: of(2 * BATCH, 'runHour') - full - mails,
    perClick: of(BATCH, 'sendNext') - mails,
  };
}

function mailsWaiting(session: Session): string[] {
  return session
    .ask<{ lines: { id: string; state: string; channel: string }[] }>('getReview')
    .lines.filter(({ state, channel }) => state === 'planned' && channel === 'email')
    .map(({ id }) => id);
}

/** Calls of an hourly run, or of a click on "Send now", in which so many mails leave. */
function callsToSend(session: Session, mails: number, name: 'runHour' | 'sendNext'): number {
  session.ask('approveReminders', mailsWaiting(session).slice(0, mails));
  let result = { sent: 0, message: '' };
  const calls = total(
    callsOf(session, () => {
      result = session.ask(name);
    }),
  );
  if (result.sent !== mails) throw new Error(`${result.sent} of ${mails} mails left: ${result.message}`);
  return calls;
}

/** The calls of set-up's last click: of finding and applying together, less those of finding. */
export function setUpCalls(invoices: number): number {
  const session = sessionIn(ledgerWorld(invoices));
  const finding = total(callsOf(session, () => session.ask('getSetup')));
  return total(callsOf(session, () => setUp(session))) - finding;
}

/** The calls of an hour in which nothing happened: one reading of each tab is free, all others count. */
function quietHourCalls(session: Session): number {
  session.ask('runHour');
  session.ask('runHour');
  const calls = callsOf(session, () => session.ask('runHour'));
  const tabs = session.world.spreadsheet.sheets.length;
  return total(calls) - Math.min(calls['Range.getValues'] ?? 0, tabs);
}

/** Service calls of what people and the trigger do most, over a ledger of so many invoices. */
export function countedCalls(invoices: number): Values {
  const session = readyLedger(invoices);
  const [first = '', second = ''] = mailsWaiting(session);
  const sending = sendingCost(readyLedger(invoices).world);
  const of = (name: string, ...args: unknown[]): number => total(callsOf(session, () => session.ask(name, ...args)));
  return {
    setUp: setUpCalls(invoices),
    plan: of('planNow'),
    getToday: of('getToday'),
    getReview: of('getReview'),
    getReminder: of('getReminder', first),
    approve: of('approveReminders', [second]),
    quietHour: quietHourCalls(readyLedger(invoices)),
    mail: sending.perMail,
    batch: sending.perBatch,
    click: sending.perClick,
  };
}
