// Counting what costs time on Google: cells read or written, flushes, locks, properties and mails, per call and per mail.
import type { Session } from '../session';
import { setUp } from '../set-up';
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

/**
 * The calls that read, write, flush, lock or send.
 * @param calls the world's counters
 */
export function costlyCalls(calls: Calls): Calls {
  return Object.fromEntries(Object.entries(calls).filter(([method]) => !PLUMBING.test(method)));
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

/** The costly calls of a plan run over a ledger of so many invoices. */
export function planRun(invoices: number): Calls {
  const session = readyLedger(invoices);
  return callsOf(session, () => session.ask('planNow'));
}

/** What sending costs. */
export interface SendingCost {
  /** Mails that left in the measured step. */
  sent: number;
  /** Calls that one more mail adds. */
  perMail: number;
  /** Calls of a batch beside those of its mails: its lock, its one reading, its queue. */
  perBatch: number;
}

/**
 * What a mail costs: a batch of one mail and a batch of ten are taken in the same ledger, so that what every batch reads
 * once falls out.
 *
 * @param invoices of the ledger; 60 at least, so that eleven mails wait
 * @throws Error when the mails do not leave, with the step's own sentence
 */
export function sendingCost(invoices: number): SendingCost {
  const session = readyLedger(invoices);
  session.ask('planNow');
  const mails = mailsWaiting(session);
  const one = stepOf(session, mails.slice(0, 1));
  const ten = stepOf(session, mails.slice(1, 11));
  const perMail = (ten.calls - one.calls) / (ten.sent - one.sent);
  return { sent: ten.sent, perMail, perBatch: ten.calls - ten.sent * perMail };
}

function mailsWaiting(session: Session): string[] {
  return session
    .ask<{ lines: { id: string; state: string; channel: string }[] }>('getReview')
    .lines.filter(({ state, channel }) => state === 'planned' && channel === 'email')
    .map(({ id }) => id);
}

function stepOf(session: Session, ids: string[]): { sent: number; calls: number } {
  session.ask('approveReminders', ids);
  let result = { sent: 0, message: '', stopped: '' };
  const calls = total(
    callsOf(session, () => {
      result = session.ask('sendNext');
    }),
  );
  if (result.sent !== ids.length) {
    throw new Error(`${result.sent} of ${ids.length} mails left: ${result.stopped || result.message}`);
  }
  return { sent: result.sent, calls };
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
  const sending = sendingCost(invoices);
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
  };
}
