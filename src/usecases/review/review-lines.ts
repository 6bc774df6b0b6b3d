// Waiting reminders as the lines of the Review view: told from log, settings, holidays and customers; no invoice is read.
import type { Facts } from '../../dunning/decision/facts';
import type { Reminder } from '../../dunning/history/reminder';
import { askedInWords, daysLateOf, invoicesAskedFor, stepInWords } from '../../dunning/letter/headline';
import { type Day, isoOf } from '../../receivables/day';
import { readCalendar } from '../../workbook/facts';
import { workbookHalts } from '../../workbook/halts';
import { NO_REMINDER_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import type { WorkbookSession } from '../../workbook/session';
import { sendingTimes } from '../sending/sending-time';
import { inReviewOrder, listOf, lookOf } from '../waiting/review-order';
import type { ReminderLine, ReviewListView, ReviewView } from '../waiting/view';

const REVIEWED = ['planned', 'approved', 'sending', 'snoozed'];

/** What waits for review, in the order in which it is reviewed, and how a line of it is made. */
export interface Waiting {
  ws: WorkbookSession;
  day: Day;
  reminders: Reminder[];
  customers: Facts['customers'];
  line: (reminder: Reminder) => ReminderLine;
}

/**
 * One waiting reminder as a line of a list.
 * @param leaves when a reminder leaves, in words: `sendingTimes`
 */
export function lineOf(reminder: Reminder, asOf: Day, leaves: (reminder: Reminder) => string): ReminderLine {
  const { facts } = reminder;
  return {
    id: reminder.id,
    reference: reminder.id,
    state: reminder.state,
    customer: facts.customer,
    segment: facts.segment,
    stage: stepInWords(facts),
    channel: facts.channel,
    amounts: askedInWords(reminder, asOf),
    daysLate: daysLateOf(reminder, asOf),
    invoices: invoicesAskedFor(reminder, asOf),
    plannedOn: reminder.plannedOn,
    why: reminder.note || facts.fix || (facts.reasons[0] ?? ''),
    look: lookOf(reminder),
    list: listOf(reminder),
    leaves: leaves(reminder),
    approvedBy: [reminder.approvedBy, reminder.secondedBy].filter((who) => who !== '').join(' and '),
    snoozedUntil: reminder.until,
  };
}

/** When each waiting reminder leaves, in words. */
export function timesIn(
  ws: WorkbookSession,
  facts: Pick<Facts, 'asOf' | 'customers' | 'settings'>,
): (reminder: Reminder) => string {
  return sendingTimes(ws, facts, workbookHalts(ws, facts.asOf), ws.ports.clock.now());
}

/**
 * Opens what waits for review. A sheet of invoices that is half loaded keeps nobody from looking at it: Today tells of that.
 * @param ws given where the workbook is open already
 * @throws Refusal where nothing is set up, in a copy, beside a log that is not whole or a missing tab
 */
export function openWaiting(ports: Ports, ws = openUnless(ports, NO_REMINDER_CHANGE)): Waiting {
  const { day } = ports.clock.now();
  const calendar = readCalendar(ws, day);
  const leaves = timesIn(ws, calendar);
  const waiting = [...ws.log.history.waiting.values()].filter(({ state }) => REVIEWED.includes(state));
  return {
    ...{ ws, day, customers: calendar.customers, reminders: inReviewOrder(waiting, day) },
    line: (reminder) => lineOf(reminder, day, leaves),
  };
}

/** What waits for a person or for sending: the gravest reason to look first, then the largest. */
export function showReview(ports: Ports): ReviewView {
  const { reminders, day, line } = openWaiting(ports);
  return { asOf: isoOf(day), lines: reminders.map(line) };
}

/** The same with what a list needs of each, however many they are. */
export function listReview(ports: Ports): ReviewListView {
  const { asOf, lines } = showReview(ports);
  return {
    asOf,
    lines: lines.map(({ id, state, customer, channel, list, look, stage, amounts, invoices }) => ({
      ...{ id, state, customer, channel, list, look, stage, amounts, invoices },
    })),
  };
}
