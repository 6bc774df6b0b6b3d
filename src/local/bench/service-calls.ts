// Counting what costs time on Google: cells read or written, flushes, locks, properties and mails, per run and per mail.
import { openSession, type Session } from '../session';
import { setUp } from '../set-up';
import { BENCH_DAY, BENCH_NOW, ledgerWorld } from './ledger';

/** What only leads to an object, without asking the server for anything that a cell or a store holds. */
const PLUMBING =
  /\.(getActive\w*|getSheet\w*|getSheets|getRange|getRangeByName|getRangeList|getNamedRanges|getDataRange|getDocumentLock|getDocumentProperties|getUserProperties|getScriptProperties|getUi|getName|getId|getSpreadsheetTimeZone|getSpreadsheetLocale|getScriptTimeZone|getEmail|getEffectiveUser|formatDate|sleep|newBlob|base64Encode|base64EncodeWebSafe|computeDigest|getUuid|getRow|getColumn|getNumRows|getNumColumns|getMaxRows|getMaxColumns|hasLock|log|info|warn|error)$/;

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

/** A ledger with the add-on set up, its user the sender, payments confirmed, and nothing planned yet. */
export function readyLedger(invoices: number): Session {
  const session = openSession(ledgerWorld(invoices), { now: BENCH_NOW });
  setUp(session, { company: 'Bench Ltd', senderName: 'Accounts', replyTo: session.user });
  session.ask('becomeSender');
  session.ask('setLive', true);
  session.ask('confirmPayments', BENCH_DAY);
  return session;
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
  /** Costly calls of that step, its reading included. */
  step: number;
  /** Calls that one more mail adds. */
  perMail: number;
}

/**
 * What a mail costs: a step of one mail and a step of ten are taken in the same ledger, so that what every step reads once
 * falls out.
 *
 * @param invoices of the ledger; 60 at least, so that eleven mails wait
 * @throws Error when the mails do not leave, with the step's own sentence
 */
export function sendingCost(invoices: number): SendingCost {
  const session = readyLedger(invoices);
  session.ask('planNow');
  const mails = session
    .ask<{ lines: { id: string; state: string; channel: string }[] }>('getReview')
    .lines.filter(({ state, channel }) => state === 'planned' && channel === 'email')
    .map(({ id }) => id);
  const one = stepOf(session, mails.slice(0, 1));
  const ten = stepOf(session, mails.slice(1, 11));
  return { sent: ten.sent, step: ten.calls, perMail: (ten.calls - one.calls) / (ten.sent - one.sent) };
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
