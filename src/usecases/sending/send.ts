// Sending in small steps: each mail re-checked on fresh facts under the lock, and written down before it leaves.
import { isClosedFor } from '../../dunning/decision/calendar';
import { decide } from '../../dunning/decision/decide';
import type { Facts } from '../../dunning/decision/facts';
import { type NewEvent, type ReminderFacts, reminderEvent } from '../../dunning/history/events';
import type { Reminder } from '../../dunning/history/reminder';
import { checkAddress } from '../../dunning/mail/address';
import { buildMessage, MessageError, toBase64Url } from '../../dunning/mail/message';
import { compareReminders, isSameOccasion } from '../../dunning/reminder/compare';
import { type Day, isoOf } from '../../receivables/day';
import type { Grid } from '../../sheet/grid';
import { readFacts, type WorkbookFacts } from '../../workbook/facts';
import { damagedTab, tableHalt } from '../../workbook/halts';
import { halfLoaded, readInvoiceTable } from '../../workbook/invoices';
import { MailRefused, type Ports } from '../../workbook/ports';
import { gridDecisions, writeQueue } from '../../workbook/queue';
import { budgetOf } from '../../workbook/recipient-budget';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { DISPUTES_TAB, HOLDS_TAB, LOG_TAB, PROMISES_TAB } from '../../workbook/tabs/own-tabs';
import { letterOfReminder } from '../letters/letter-of-reminder';
import { tellOwner } from './heads-up';
import { haltBefore } from './sending-window';
import type { SendResult } from './view';

/** A step ends after so many mails or so many milliseconds, so that progress shows and nobody waits long for the lock. */
const STEP_MAILS = 10;
const STEP_MILLISECONDS = 20_000;

/** What became of one approved reminder. */
type Outcome = 'sent' | 'cancelled' | 'backToReview' | 'failed' | 'later' | 'stop';

/**
 * Sends the next approved mails: at most 10, for at most 20 seconds. Call again while some remain and `stopped` is ''.
 * @param ports the world
 * @param options `unattended` for the hourly run
 */
export function sendStep(ports: Ports, options: { unattended: boolean }): SendResult {
  const began = ports.clock.elapsed();
  const step = underLock(ports, () => openStep(ports));
  const result: SendResult = {
    sent: 0,
    cancelled: 0,
    backToReview: 0,
    failed: 0,
    remaining: 0,
    stopped: step.stopped,
    message: '',
  };
  const { ws } = step;
  for (const id of step.stopped ? [] : step.queue) {
    if (result.sent + result.failed >= STEP_MAILS || ports.clock.elapsed() - began >= STEP_MILLISECONDS) break;
    const { outcome, why } = sendOne(ws, step, id);
    if (outcome === 'stop') {
      result.stopped = why;
      break;
    }
    if (outcome !== 'later') result[outcome] += 1;
    step.done.add(id);
  }
  closeStep(ws, step, result);
  result.message = `${inWords(result, options.unattended)} ${step.missed}`.trim();
  return result;
}

/** One step of sending: the workbook as opened, what is to go, and what was learned on the way. */
interface Step {
  ws: WorkbookSession;
  queue: string[];
  done: Set<string>;
  stopped: string;
  grid: Grid | null;
  gathered: WorkbookFacts | null;
  segments: Map<string, { segment: string; reason: string }>;
  day: Day;
  /** The first mail uses the facts the step was opened with. */
  fresh: boolean;
  /** Decisions in the grid that were acted on. */
  seen: ReadonlyMap<string, string>;
  /** Why an account owner was not told ahead; '' when all were. */
  missed: string;
}

/** Reads everything once: the first mail uses these facts, later ones read anew what people change during the day. */
function openStep(ports: Ports): Step {
  const ws = new WorkbookSession(ports);
  const now = ports.clock.now();
  const step: Step = {
    ws,
    queue: [],
    done: new Set(),
    stopped: haltBefore(ws, now),
    grid: null,
    gathered: null,
    segments: new Map(),
    day: now.day,
    fresh: true,
    seen: new Map(),
    missed: '',
  };
  if (step.stopped) return step;
  const book = readInvoiceTable(ws, now.day);
  const doubt = halfLoaded(book, ws.state.openKeys);
  if (doubt) return { ...step, stopped: tableHalt(doubt.sentence, doubt.acceptable).message };
  const { history } = ws.log();
  // The segment of a reminder was decided when it was planned; computing it again would need the whole book's history.
  for (const { facts } of history.reminders.values()) {
    step.segments.set(facts.customerKey, { segment: facts.segment, reason: '' });
  }
  const lost = [...history.waiting.values()].filter(({ state }) => state === 'sending');
  ws.append(
    lost.map(({ id, facts }) =>
      reminderEvent(
        'unconfirmed',
        id,
        facts,
        ports.session.user(),
        'The run that sent it ended before its outcome was written.',
      ),
    ),
  );
  // "Not now" in the grid counts before anything leaves.
  const decided = gridDecisions(ws, now.day);
  ws.append(decided.events);
  step.seen = decided.seen;
  step.queue = approvedMails(history.waiting.values()).map(({ id }) => id);
  step.grid = book.grid;
  step.gathered = readFacts(ws, book, now.day, step.segments);
  return step;
}

/** Approved mails in the order in which they were approved. */
export function approvedMails(waiting: Iterable<Reminder>): Reminder[] {
  return [...waiting]
    .filter(({ state, facts }) => state === 'approved' && facts.channel === 'email')
    .sort((a, b) => (a.approvedAt < b.approvedAt ? -1 : a.approvedAt > b.approvedAt ? 1 : a.id < b.id ? -1 : 1));
}

/** One mail from re-check to outcome, under the lock. */
function sendOne(ws: WorkbookSession, step: Step, id: string): { outcome: Outcome; why: string } {
  try {
    return underLock(ws.ports, () => sendLocked(ws, step, id));
  } catch (error) {
    if (error instanceof Refusal) return { outcome: 'stop', why: error.message };
    throw error;
  }
}

function sendLocked(ws: WorkbookSession, step: Step, id: string): { outcome: Outcome; why: string } {
  // The lock was free since the step was opened, or since the mail before: another run may have sent this very mail.
  if (!ws.isLogWhereItWas())
    return { outcome: 'stop', why: 'Somebody else worked in this workbook meanwhile. Press Send again.' };
  if (!step.fresh) refresh(ws, step);
  step.fresh = false;
  const { gathered } = step;
  const reminder = ws.log().history.reminders.get(id);
  if (!gathered || reminder?.state !== 'approved') return { outcome: 'later', why: '' };
  const checked = recheck(ws, gathered.facts, reminder);
  if (checked.outcome) {
    if (checked.event) ws.append([checked.event]);
    return { outcome: checked.outcome, why: '' };
  }
  const recipients = addressesOf(reminder, checked.facts);
  const { mailsPerDay } = ws.settings();
  if (mailsPerDay !== null && mailsOn(ws, step.day) >= mailsPerDay) {
    const why = `${mailsPerDay} mails left today, as many as AR Settings allows; the rest goes out on the next business day.`;
    return { outcome: 'stop', why };
  }
  const { left } = budgetOf(ws, ws.ports.clock.now());
  if (left < recipients.to.length + recipients.cc.length) {
    return {
      outcome: 'stop',
      why: 'The limit of recipients in 24 hours is reached; the rest stays queued in order and goes out as the limit frees up.',
    };
  }
  const fresh: Reminder = { ...reminder, facts: checked.facts };
  // The hourly run told the account owner; where it did not, now is the last moment.
  step.missed = tellOwner(ws, gathered, fresh).missed || step.missed;
  return mail(ws, gathered, fresh, recipients, checked.event);
}

/** Mails that were started on a day. */
function mailsOn(ws: WorkbookSession, day: Day): number {
  const date = isoOf(day);
  return ws.log().history.recipients.filter(([at]) => at.startsWith(date)).length;
}

/**
 * Reads again what people change during a day: invoices, holds, promises and disputes. Customers, policy, texts and
 * settings are those of the beginning of the step, at most 20 seconds ago.
 * @throws Refusal when they cannot be read
 */
function refresh(ws: WorkbookSession, step: Step): void {
  const book = readInvoiceTable(ws, step.day, step.grid);
  const doubt = halfLoaded(book, ws.state.openKeys);
  if (doubt) throw new Refusal('half-loaded', tableHalt(doubt.sentence, doubt.acceptable).message);
  for (const spec of [HOLDS_TAB, PROMISES_TAB, DISPUTES_TAB]) ws.reread(spec);
  const damage = damagedTab(ws);
  if (damage) throw new Refusal(damage.code, damage.message);
  step.gathered = readFacts(ws, book, step.day, step.segments);
}

interface Checked {
  outcome: Exclude<Outcome, 'sent' | 'failed' | 'stop'> | null;
  event: NewEvent | null;
  facts: ReminderFacts;
}

/** The decision made again on fresh facts, for this customer alone. */
function recheck(ws: WorkbookSession, facts: Facts, reminder: Reminder): Checked {
  const key = reminder.facts.customerKey;
  const own: Facts = { ...facts, invoices: facts.invoices.filter(({ customerKey }) => customerKey === key) };
  const plan = decide(own);
  const [proposal] = plan.proposals;
  const user = ws.ports.session.user();
  const say = (
    kind: 'cancelled' | 'returned' | 'needs-fix' | 'refreshed',
    note: string,
    code: string,
    fresh?: ReminderFacts,
  ): NewEvent =>
    reminderEvent(kind, reminder.id, fresh ?? reminder.facts, user, note, {
      ...(fresh ? { reminder: fresh } : {}),
      code,
    });
  if (!proposal) {
    const reason = plan.decisions.find(({ invoice }) => invoice.key === reminder.facts.leadKey)?.reasons[0];
    if (reason?.code === 'not-a-business-day' || (reminder.facts.anchor !== 'due' && isClosedFor(facts, key)))
      return { outcome: 'later', event: null, facts: reminder.facts };
    const note = reason?.message ?? 'Its invoice is no longer in the invoice sheet.';
    return { outcome: 'cancelled', event: say('cancelled', note, reason?.code ?? 'gone'), facts: reminder.facts };
  }
  if (proposal.fix)
    return {
      outcome: 'backToReview',
      event: say('needs-fix', proposal.fix, proposal.fixCode, proposal),
      facts: proposal,
    };
  if (!isSameOccasion(reminder.facts, proposal)) {
    const reason = plan.decisions.find(({ invoice }) => invoice.key === reminder.facts.leadKey)?.reasons[0];
    const event = say('cancelled', reason?.message ?? proposal.reasons[0] ?? '', reason?.code ?? 'changed');
    return { outcome: 'cancelled', event, facts: reminder.facts };
  }
  const { kind, what } = compareReminders(reminder.facts, proposal);
  if (kind === 'same') return { outcome: null, event: null, facts: reminder.facts };
  if (kind === 'changed' || reminder.edit) {
    return { outcome: 'backToReview', event: say('returned', what, 'changed', proposal), facts: proposal };
  }
  return { outcome: null, event: say('refreshed', what, '', proposal), facts: proposal };
}

function addressesOf(reminder: Reminder, facts: ReminderFacts): { to: string[]; cc: string[] } {
  const { edit } = reminder;
  const list = (text: string): string[] =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
  return edit ? { to: list(edit.to), cc: list(edit.cc) } : { to: facts.to, cc: facts.cc };
}

/** Written down, flushed, sent, written down, flushed: whatever kills the run, a mail that may have left is known. */
function mail(
  ws: WorkbookSession,
  gathered: WorkbookFacts,
  reminder: Reminder,
  to: { to: string[]; cc: string[] },
  refreshed: NewEvent | null,
): { outcome: Outcome; why: string } {
  const { ports } = ws;
  const user = ports.session.user();
  const settings = ws.settings();
  const composed = letterOfReminder(reminder, { facts: gathered.facts, templates: gathered.templates, settings });
  const record = (
    kind: 'needs-fix' | 'sending' | 'sent' | 'failed',
    note: string,
    facts: NewEvent['facts'] = {},
  ): void => {
    ws.append([
      ...(refreshed && kind !== 'sent' && kind !== 'failed' ? [refreshed] : []),
      { ...reminderEvent(kind, reminder.id, reminder.facts, user, note, facts), to: [...to.to, ...to.cc].join(', ') },
    ]);
  };
  if ('problem' in composed) {
    record('needs-fix', composed.problem.message, { code: composed.problem.code });
    return { outcome: 'backToReview', why: '' };
  }
  const raw = rawOf(ws, reminder, to, composed.letter);
  if ('fault' in raw) {
    record('needs-fix', raw.fault, { code: raw.code });
    return { outcome: 'backToReview', why: '' };
  }
  record('sending', '', { recipients: to.to.length + to.cc.length });
  ports.workbook.flush();
  try {
    const { id, threadId } = ports.mailer.send(raw.raw, '');
    record('sent', composed.letter.subject, { messageId: id, threadId });
    return { outcome: 'sent', why: '' };
  } catch (error) {
    // Anything but a clear refusal leaves the outcome open: the next run marks it unconfirmed, and a person looks.
    if (!(error instanceof MailRefused)) {
      const why = `Gmail did not say whether ${reminder.id} left. Look under Problems before sending on.`;
      return { outcome: 'stop', why };
    }
    record('failed', error.message, { code: error.code });
    if (error.code === 'quota' || error.code === 'no-permission') return { outcome: 'stop', why: error.message };
    return { outcome: 'failed', why: '' };
  }
}

function rawOf(
  ws: WorkbookSession,
  reminder: Reminder,
  { to, cc }: { to: string[]; cc: string[] },
  letter: { subject: string; text: string; html: string },
): { raw: string } | { code: string; fault: string } {
  const settings = ws.settings();
  const from = { name: settings.senderName || settings.company, address: ws.state.sender };
  const replyTo = checkAddress(settings.replyTo) === null ? settings.replyTo : '';
  try {
    return { raw: toBase64Url(buildMessage({ from, to, cc, replyTo, ...letter, reference: reminder.id })) };
  } catch (error) {
    if (error instanceof MessageError) return { code: error.code, fault: error.message };
    throw error;
  }
}

/** The queue is written once a step, and the end of the log remembered. */
function closeStep(ws: WorkbookSession, step: Step, result: SendResult): void {
  const waiting = ws.isSetUp() && !ws.isCopy() && ws.find(LOG_TAB) ? ws.log().history.waiting.values() : [];
  result.remaining = approvedMails(waiting).filter(({ id }) => !step.done.has(id)).length;
  if (step.queue.length === 0 && step.stopped) return;
  try {
    underLock(ws.ports, () => {
      // What somebody else changed meanwhile, the switch to Preview included, must not be written over.
      if (!ws.isLogWhereItWas()) return;
      writeQueue(ws, ws.log().history, step.day, step.seen);
      ws.save();
    });
  } catch (error) {
    // The mails are in the log; the next run brings the queue in line.
    if (!(error instanceof Refusal)) throw error;
  }
}

function inWords(result: SendResult, unattended: boolean): string {
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
