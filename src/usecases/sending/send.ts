// Sending in batches: one lock and one reading of the workbook each; every mail is decided again and written down before it leaves.

import { changeSince } from '../../dunning/approval/approved-content';
import { reminderEvent } from '../../dunning/history/events';
import type { Reminder } from '../../dunning/history/reminder';
import { isSentByUs } from '../../dunning/policy/channels';
import { type Day, isoOf } from '../../receivables/day';
import { readFacts, type WorkbookFacts } from '../../workbook/facts';
import { haltAmong, paymentsKnown } from '../../workbook/halts';
import { NO_REMINDER_CHANGE, readWhole } from '../../workbook/opening';
import { detailsHalt, noteSites } from '../../workbook/payment-details';
import type { Ports } from '../../workbook/ports';
import { budgetOf } from '../../workbook/recipient-budget';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { LOG_TAB } from '../../workbook/tab-specs';
import { gridDecisions, heldInWords, wordsThatHold, writeQueue } from '../../workbook/tabs/queue';
import { takeAnswers } from '../answers/take-answers';
import { bound, contentNow } from '../letters/approvals';
import { tellOwner } from './heads-up';
import { addressesOf, mailOut } from './mail-out';
import { type Checked, recheck } from './recheck';
import { haltBefore } from './sending-window';
import type { SendResult } from './view';

/**
 * A batch ends after so many mails, or after the mail in which so much time had passed since the workbook was read: what
 * people type meanwhile counts for the next batch, and a click has to wait for the lock no longer than that.
 */
const BATCH_MAILS = 10;
const BATCH_MILLISECONDS = 8_000;

/** What became of one approved reminder. */
type Outcome = 'sent' | 'cancelled' | 'backToReview' | 'failed' | 'later' | 'stop';

/**
 * Sends the next approved mails: ten at most, for about eight seconds. Call again while some remain and `stopped` is ''.
 * @param ports the world
 * @param options `unattended` for the hourly run; `notice` looks through the mailbox first, where that is built in
 * @throws Refusal `busy`
 */
export function sendStep(
  ports: Ports,
  options: { unattended: boolean; notice?: ((ws: WorkbookSession) => number) | undefined },
): SendResult {
  return underLock(
    ports,
    () => {
      const ws = new WorkbookSession(ports);
      options.notice?.(ws);
      return sendBatch(ws, openBatch(ws), options).result;
    },
    options,
  );
}

/** What is to go in one batch, and what it is decided on. */
export interface Batch {
  /** Why nothing may leave, a sentence; '' when it may. */
  stopped: string;
  /** Ids of the approved mails, in order. */
  queue: readonly string[];
  /** Null when nothing may leave. */
  gathered: WorkbookFacts | null;
  day: Day;
  /** Decisions in the grid that were acted on. */
  seen: ReadonlyMap<string, string>;
  /** Words in the grid that are no decision, by reminder: those mails wait. */
  held: ReadonlyMap<string, string>;
}

/** Reads everything anew: what a person changed until now counts. */
export function openBatch(ws: WorkbookSession): Batch {
  const now = ws.ports.clock.now();
  const { day } = now;
  const none: ReadonlyMap<string, string> = new Map();
  const nothing: Batch = { stopped: haltBefore(ws, now), queue: [], gathered: null, day, seen: none, held: none };
  if (nothing.stopped) return nothing;
  const read = readWhole(ws, day);
  if ('stop' in read) return { ...nothing, stopped: read.stop.message };
  noteSites(ws, read.book);
  const changed = detailsHalt(ws);
  if (changed) return { ...nothing, stopped: changed.message };
  const { history } = ws.log;
  const user = ws.ports.session.user();
  const lost = [...history.waiting.values()].filter(({ state }) => state === 'sending');
  const why = 'The run that sent it ended before its outcome was written.';
  ws.log.append(lost.map(({ id, facts }) => reminderEvent('unconfirmed', id, facts, user, why)));
  // "Not now" in the grid counts before anything leaves.
  const decided = gridDecisions(ws.tabs, history, day);
  ws.log.append(bound(ws, decided.events));
  // The segment of a reminder was decided when it was planned; computing it again would need the whole book's history.
  const planned = [...history.waiting.values()].map(({ facts }) => facts);
  const segments = new Map(planned.map(({ customerKey, segment }) => [customerKey, { segment, reason: '' }]));
  const { seen, unknown } = decided;
  const queue = idsOf(history.waiting.values());
  const facts = readFacts(ws, read.book, day, segments);
  // What a customer said by the form an hour ago, or a minute ago, keeps the mail back that would leave now.
  const answered = queue.length === 0 ? [] : takeAnswers(ws, facts, user);
  ws.log.append(answered);
  const gathered = answered.length === 0 ? facts : readFacts(ws, read.book, day, segments);
  return { ...nothing, queue, gathered, seen, held: wordsThatHold(unknown) };
}

/** The batch that follows a plan under the same lock: it goes by what the plan has read. */
export function batchAfter(
  ws: WorkbookSession,
  { gathered, held }: Pick<Batch, 'held'> & { gathered: WorkbookFacts },
): Batch {
  const now = ws.ports.clock.now();
  const queue = idsOf(ws.log.history.waiting.values());
  return { stopped: haltBefore(ws, now), queue, gathered, day: now.day, seen: new Map(), held };
}

/** Approved mails in the order in which they were approved. */
export function approvedMails(waiting: Iterable<Reminder>): Reminder[] {
  return [...waiting]
    .filter(({ state, facts }) => state === 'approved' && isSentByUs(facts.channel))
    .sort((a, b) => (a.approvedAt < b.approvedAt ? -1 : a.approvedAt > b.approvedAt ? 1 : a.id < b.id ? -1 : 1));
}

function idsOf(waiting: Iterable<Reminder>): string[] {
  return approvedMails(waiting).map(({ id }) => id);
}

/** What a batch did. */
export interface BatchOutcome {
  result: SendResult;
  /** Whether another batch of the same run is to follow; AR Queue is written after the last one. */
  goesOn: boolean;
}

/**
 * Sends one batch.
 * @param ws under the lock, from the reading of the batch until its last mail
 * @param options `until`: the milliseconds of the execution up to which another batch may follow; none does without it
 */
export function sendBatch(
  ws: WorkbookSession,
  batch: Batch,
  options: { unattended: boolean; until?: number },
): BatchOutcome {
  const { clock } = ws.ports;
  const began = clock.elapsed();
  const counts = { sent: 0, cancelled: 0, backToReview: 0, failed: 0 };
  const done = new Set<string>();
  let { stopped } = batch;
  let missed = '';
  let waits = '';
  try {
    for (const id of stopped ? [] : batch.queue) {
      if (counts.sent + counts.failed >= BATCH_MAILS || clock.elapsed() - began >= BATCH_MILLISECONDS) break;
      const { outcome, why, untold } = sendOne(ws, batch, id);
      missed = untold || missed;
      if (outcome === 'stop') {
        stopped = why;
        break;
      }
      if (outcome === 'later') waits ||= why;
      else counts[outcome] += 1;
      done.add(id);
    }
  } finally {
    ws.log.writeHeld();
  }
  const waiting = ws.isSetUp() && !ws.isCopy() && ws.tabs.find(LOG_TAB) ? ws.log.history.waiting.values() : [];
  const remaining = approvedMails(waiting).filter(({ id }) => !done.has(id)).length;
  const moved = Object.values(counts).some((count) => count > 0);
  const goesOn = stopped === '' && remaining > 0 && moved && clock.elapsed() <= (options.until ?? 0);
  if (batch.queue.length > 0 || !batch.stopped) close(ws, batch, goesOn);
  const figures = { ...counts, remaining, stopped, waits };
  const message = [inWords(figures, options.unattended), waits, missed].join(' ').trim();
  return { result: { ...figures, message }, goesOn };
}

/**
 * The end of the log is remembered after every batch. The queue is written after the last one, and where words of the
 * grid were acted on, so that they count once.
 */
function close(ws: WorkbookSession, { day, seen }: Batch, goesOn: boolean): void {
  if (ws.log.isRefused) return;
  if (!goesOn || seen.size > 0) writeQueue(ws.tabs, ws.log.history, paymentsKnown(ws, day), seen);
  ws.save();
}

/** Brings AR Queue in line after batches that did not end as they should; not where the workbook may not be changed. */
export function mendQueue(ws: WorkbookSession): void {
  if (ws.log.isRefused || haltAmong(ws, NO_REMINDER_CHANGE)) return;
  writeQueue(ws.tabs, ws.log.history, paymentsKnown(ws, ws.ports.clock.now().day));
}

/** What became of a mail; `untold` says why an account owner was not told ahead. */
interface Sent {
  outcome: Outcome;
  why: string;
  untold: string;
}

function sendOne(ws: WorkbookSession, { gathered, day, held }: Batch, id: string): Sent {
  const stop = (why: string): Sent => ({ outcome: 'stop', why, untold: '' });
  const reminder = ws.log.history.reminders.get(id);
  if (!gathered || reminder?.state !== 'approved') return { outcome: 'later', why: '', untold: '' };
  const word = held.get(id);
  if (word !== undefined) return { outcome: 'later', why: heldInWords(reminder.facts.customer, word), untold: '' };
  const checked = boundCheck(ws, gathered, reminder);
  if (checked.outcome) {
    if (checked.event) ws.log.append([checked.event]);
    return { outcome: checked.outcome, why: checked.waits ?? '', untold: '' };
  }
  const recipients = addressesOf(reminder, checked.facts);
  const over = limitReached(ws, day, recipients.to.length + recipients.cc.length + ws.settings().blindCopy.length);
  if (over) return stop(over);
  const fresh: Reminder = { ...reminder, facts: checked.facts };
  try {
    // The hourly run told the account owner; where it did not, now is the last moment.
    const { missed } = tellOwner(ws, gathered, fresh);
    return { ...mailOut(ws, gathered, fresh, recipients, checked.event), untold: missed };
  } catch (error) {
    if (error instanceof Refusal) return stop(error.message);
    throw error;
  }
}

/** The decision made again, and whether the mail is still the one that was approved. */
function boundCheck(ws: WorkbookSession, { facts, templates }: WorkbookFacts, reminder: Reminder): Checked {
  const user = ws.ports.session.user();
  const checked = recheck(facts, reminder, user);
  if (checked.outcome !== null || !reminder.content) return checked;
  const change = changeSince(reminder.content, contentNow(ws, { ...reminder, facts: checked.facts }, templates));
  if (change === '') return checked;
  const { id, facts: approved } = reminder;
  const event = reminderEvent('returned', id, approved, user, change, { code: 'changed', reminder: checked.facts });
  return { ...checked, outcome: 'backToReview', event };
}

/** Why so many recipients more would be too many today, a sentence; '' when they are not. */
function limitReached(ws: WorkbookSession, day: Day, recipients: number): string {
  const { mailsPerDay } = ws.settings();
  if (mailsPerDay !== null && mailsOn(ws, day) >= mailsPerDay)
    return `${mailsPerDay} mails left today, as many as AR Settings allows; the rest goes out on the next business day.`;
  if (budgetOf(ws, ws.ports.clock.now()).left < recipients)
    return 'The limit of recipients in 24 hours is reached; the rest stays queued in order and goes out as the limit frees up.';
  return '';
}

/** Mails that were started on a day. */
function mailsOn(ws: WorkbookSession, day: Day): number {
  const date = isoOf(day);
  return ws.log.history.recipients.filter(([at]) => at.startsWith(date)).length;
}

function inWords(result: Omit<SendResult, 'message'>, unattended: boolean): string {
  const parts = [
    `${result.sent} sent`,
    ...(result.cancelled > 0 ? [`${result.cancelled} cancelled`] : []),
    ...(result.backToReview > 0 ? [`${result.backToReview} back to review`] : []),
    ...(result.failed > 0 ? [`${result.failed} failed`] : []),
    ...(result.remaining > 0 ? [`${result.remaining} still to go`] : []),
  ];
  const end = result.stopped && !unattended ? ` ${result.stopped}` : '';
  return `${parts.join(', ')}.${end}`;
}
