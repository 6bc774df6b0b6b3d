// The hourly run: as-of day, plan, send what may be sent, heartbeat, and a word to the owner when a person is needed.

import { claimDay } from '../../dunning/decision/debtor/claims';
import { unusualVolume } from '../../dunning/outlook/alarms';
import { isoOf } from '../../receivables/day';
import type { SendingHalt } from '../../workbook/halt';
import type { Ports } from '../../workbook/ports';
import { isQuietHour, rememberQuiet } from '../../workbook/quiet-hour';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { sendWord } from '../letters/word-to-us';
import { inWords, NOTHING_CHANGED, type PlanOutcome, planIn } from '../planning/plan-day';
import { keptByDocument } from '../waiting/review-order';
import { isNoteDue, sendWeeklyNote } from '../weekly-note/weekly-note';
import { mayTellOwners, type Told, tellOwners } from './heads-up';
import { approvedMails, type BatchOutcome, batchAfter, mendQueue, openBatch, sendBatch } from './send';
import { haltBefore } from './sending-window';

/** Google ends an execution after six minutes; sending stops well before. */
const SENDING_MILLISECONDS = 4.5 * 60_000;

/** What an hourly run did. */
export interface HourResult {
  planned: number;
  sent: number;
  done: number;
  cancelled: number;
  failed: number;
  message: string;
}

/** What is done about the sender's mailbox before anything else, where that is built in. */
export interface Noticing {
  /** Notes replies and bounces. @returns how many messages */
  messages(ws: WorkbookSession): number;
  /** Reads what makes the next friendly mail stand below the one before; not in an hour in which nothing is to be done. */
  mailIds(ws: WorkbookSession): void;
}

/**
 * Does everything that is due this hour, in turn. Never throws for what a person can mend: that stands in the
 * heartbeat, and the sender is told by mail at most once a day.
 * @param noticing null where replies are not noticed
 * @throws what nobody foresaw, once heartbeat and sender know of it, so that Google's list of executions shows it
 */
export function runHour(ports: Ports, noticing: Noticing | null = null): HourResult {
  const hour: Hour = {
    result: { planned: 0, sent: 0, done: 0, cancelled: 0, failed: 0, message: '' },
    stops: [],
    sending: { goesOn: false, stopped: '', waits: '' },
    queueWaits: false,
    noticed: 0,
    isClosed: false,
  };
  let unforeseen: unknown = null;
  try {
    underLock(ports, () => workIn(new WorkbookSession(ports), hour, noticing), UNATTENDED);
    while (hour.sending.goesOn) underLock(ports, () => nextBatch(new WorkbookSession(ports), hour), UNATTENDED);
  } catch (error) {
    if (!(error instanceof Refusal)) unforeseen = error;
    const { code, message } = error instanceof Refusal ? error : BROKE_OFF;
    hour.stops = [...hour.stops, { code, message, actions: [] }];
  }
  const isForeign = ({ code }: SendingHalt) => code === 'not-set-up' || code === 'copied' || code === 'busy';
  try {
    if (!hour.isClosed && !hour.stops.some(isForeign)) closeUnlessBusy(ports, hour);
  } catch (error) {
    throw unforeseen ?? error;
  }
  if (unforeseen !== null) throw unforeseen;
  const { result, stops } = hour;
  return { ...result, message: [did(hour), inOne(stops)].filter((part) => part !== '').join(' ') };
}

const UNATTENDED = { unattended: true, until: SENDING_MILLISECONDS };

const BROKE_OFF = {
  code: 'broke-off',
  message:
    'The hourly run broke off, and the next one begins anew. Look under Problems; if it stays, see Extensions > Apps Script > Executions.',
};

/** A property holds 9 KB, and a sentence may name what somebody typed. */
const MOST_CHARACTERS = 1_000;

/** An hourly run at work. */
interface Hour {
  result: HourResult;
  stops: readonly SendingHalt[];
  /** Whether another batch may follow, why the last one ended early, and why some mails wait. */
  sending: { goesOn: boolean; stopped: string; waits: string };
  /** Whether mails left that AR Queue still shows. */
  queueWaits: boolean;
  /** How many messages of the mailbox were noted. */
  noticed: number;
  /** Whether the heartbeat is written. */
  isClosed: boolean;
}

/** Nothing where nothing changed since an hour in which nothing was to be done; else everything in turn. */
function workIn(ws: WorkbookSession, hour: Hour, noticing: Noticing | null): void {
  hour.noticed = noticing?.messages(ws) ?? 0;
  if (isNoteDue(ws, ws.ports.clock.now()) || !isQuietHour(ws)) {
    ws.state.quiet = null;
    noticing?.mailIds(ws);
    planAndSend(ws, hour);
    return;
  }
  hour.result.message = NOTHING_CHANGED;
  beat(ws, NOTHING_CHANGED, '');
  ws.save();
  hour.isClosed = true;
}

/** The plan, the first batch, and the end of the run where nothing is left: the workbook is read once for all of it. */
function planAndSend(ws: WorkbookSession, hour: Hour): void {
  const outcome = planIn(ws, { actor: 'schedule', unattended: true });
  const { done, stops } = outcome;
  if (done) ws.save();
  const told = tellAhead(ws, outcome);
  const note = done ? sendWeeklyNote(ws, done.gathered, done.plan, stops.length) : '';
  hour.stops = stops;
  const events = done?.events ?? [];
  hour.result.planned = events.filter(({ kind }) => kind === 'planned').length;
  hour.result.cancelled = events.filter(({ kind }) => kind === 'cancelled').length;
  hour.result.message = [done ? inWords(events) : '', toldInWords(told), note].filter((part) => part !== '').join(' ');
  if (!done) return;
  if (stops.length === 0 && approvedMails(ws.log.history.waiting.values()).length > 0)
    count(hour, sendBatch(ws, batchAfter(ws, done), UNATTENDED));
  if (hour.sending.goesOn) return;
  ws.log.keep();
  if (events.length === 0 && stops.length === 0) noteQuiet(ws, done);
  close(ws, hour);
}

/** One more batch on facts that are read anew, and the end of the run where none follows. */
function nextBatch(ws: WorkbookSession, hour: Hour): void {
  hour.sending.goesOn = false;
  const batch = openBatch(ws);
  count(hour, sendBatch(ws, batch, UNATTENDED));
  if (hour.sending.goesOn) return;
  if (batch.stopped === '') hour.queueWaits = false;
  ws.log.keep();
  closeAnew(ws, hour);
}

/**
 * Remembers a run that found nothing to do. What is half done, failed or unclear is looked at every hour, and so is, while
 * mails leave, what waits to leave.
 */
function noteQuiet(ws: WorkbookSession, { book, gathered }: NonNullable<PlanOutcome['done']>): void {
  const waiting = [...ws.log.history.waiting.values()];
  if (waiting.some(({ state }) => state === 'sending' || state === 'failed' || state === 'unconfirmed')) return;
  const mayLeave = approvedMails(waiting).length > 0 || mayTellOwners(ws, gathered);
  const { windowFrom, windowTo } = ws.settings();
  rememberQuiet(ws, book.sheet, gathered.facts.asOf, mayLeave ? [windowFrom, windowTo] : null);
}

function count(hour: Hour, { result: batch, goesOn }: BatchOutcome): void {
  const { result, sending } = hour;
  result.sent += batch.sent;
  result.cancelled += batch.cancelled;
  result.failed += batch.failed;
  sending.stopped = batch.stopped;
  sending.waits ||= batch.waits;
  sending.goesOn = goesOn;
  hour.queueWaits ||= goesOn;
}

/** What the run did, in words. */
function did({ result, sending, noticed }: Hour): string {
  const seen = noticed > 0 ? `${noticed === 1 ? '1 message' : `${noticed} messages`} noticed in the mailbox.` : '';
  const sent = result.sent > 0 ? `${result.sent} sent.` : '';
  return [seen, sent, result.message, sending.waits, sending.stopped].filter((part) => part !== '').join(' ');
}

function inOne(stops: readonly SendingHalt[]): string {
  return stops.map(({ message }) => message).join(' ');
}

/** Account owners hear of a mail to a senior contact as soon as it waits, where mails may leave now. */
function tellAhead(ws: WorkbookSession, { done, stops }: PlanOutcome): Told {
  if (!done || stops.length > 0 || haltBefore(ws, ws.ports.clock.now()) !== '') return { told: 0, missed: '' };
  const told = tellOwners(ws, done.gathered);
  if (told.told > 0 || told.missed) ws.save();
  return told;
}

function toldInWords({ told, missed }: Told): string {
  const words = told === 1 ? '1 account owner told ahead.' : `${told} account owners told ahead.`;
  return [told > 0 ? words : '', missed].join(' ').trim();
}

/** A colleague at work at this very moment must not turn a run that did its work into a failed one. */
function closeUnlessBusy(ports: Ports, hour: Hour): void {
  try {
    underLock(ports, () => closeAnew(new WorkbookSession(ports), hour), UNATTENDED);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** After a run that broke off the next one looks at everything. */
function closeAnew(ws: WorkbookSession, hour: Hour): void {
  ws.state.quiet = null;
  close(ws, hour);
  if (hour.queueWaits) mendQueue(ws);
}

/** Heartbeat and the daily word to the sender. */
function close(ws: WorkbookSession, hour: Hour): void {
  const { ports } = ws;
  const now = ports.clock.now();
  const wrong = inOne(hour.stops);
  beat(ws, did(hour) || 'Nothing to do.', wrong);
  const today = isoOf(now.day);
  const isTold = !ws.state.live || ws.state.sender !== ports.session.user() || ws.state.notifiedOn === today;
  const needed = isTold ? '' : neededNow(ws, wrong);
  if (needed) {
    ws.state.notifiedOn = today;
    ws.save();
    tellSender(ports, ws.state.sender, needed);
  }
  ws.save();
  hour.isClosed = true;
}

/** Notes that the run was here, and what it did. */
function beat({ state, ports }: WorkbookSession, did: string, wrong: string): void {
  const { text } = ports.clock.now();
  const by = ports.session.user();
  state.heartbeat = { at: text, by, did: did.slice(0, MOST_CHARACTERS), wrong: wrong.slice(0, MOST_CHARACTERS) };
  if (state.sender === by) state.scheduleSeen = text;
}

/** What a person should look at, as lines; '' when nothing needs one. */
function neededNow(ws: WorkbookSession, wrong: string): string {
  const lines = wrong ? [wrong] : [];
  const waiting = ws.isSetUp() && !wrong.includes('AR Log') ? [...ws.log.history.waiting.values()] : [];
  const count = (state: string): number => waiting.filter((reminder) => reminder.state === state).length;
  if (count('failed') > 0) lines.push(`${count('failed')} reminders could not be sent.`);
  if (count('unconfirmed') > 0) lines.push(`Of ${count('unconfirmed')} reminders it is not known whether they left.`);
  const texts = waiting.filter(({ state, facts }) => state === 'needs-fix' && facts.fixCode === 'no-template').length;
  if (texts > 0)
    lines.push(`${texts === 1 ? '1 reminder waits' : `${texts} reminders wait`} for a text that is missing.`);
  const kept = keptByDocument(waiting).length;
  if (kept > 0)
    lines.push(
      `${kept === 1 ? '1 reminder waits' : `${kept} reminders wait`} in Review: a document cannot be attached.`,
    );
  const { day } = ws.ports.clock.now();
  const late = waiting.filter(({ facts }) => (claimDay(facts) ?? day) < day).map(({ facts }) => facts.customer);
  if (late.length > 0) lines.push(`Claims not filed by their day: ${late.join(', ')}.`);
  const volume = waiting.length > 0 ? unusualVolume(ws.log.history, day, ws.holidays().own) : '';
  if (volume) lines.push(`${volume} Look at them before they leave.`);
  return lines.join('\n');
}

function tellSender(ports: Ports, owner: string, needed: string): void {
  const name = ports.workbook.name();
  const text = `Duesheet in "${name}" needs a person:\n\n${needed}\n\nOpen the workbook and choose Duesheet > Open sidebar.\n`;
  // The same words stand under Today; a mailbox that refuses its own owner must not end the run.
  sendWord(ports, { to: [owner], subject: `Duesheet needs you in "${name}"`, text });
}
