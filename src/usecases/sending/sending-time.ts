// When a waiting reminder leaves, in words: from the switches, the sender, the schedule, the window and the calendar.

import { waitsForSecond } from '../../dunning/approval/second-approval';
import { closedDays } from '../../dunning/decision/calendar';
import { nextFirmDay } from '../../dunning/decision/contact/firm-days';
import type { Facts } from '../../dunning/decision/facts';
import { waitsForPayments } from '../../dunning/decision/payments-in';
import { MAX_ATTEMPTS, type Reminder } from '../../dunning/history/reminder';
import { isSentByUs } from '../../dunning/policy/channels';
import { isFirm } from '../../dunning/policy/tones';
import { type Day, dayFromIso, nextBusinessDay, shortDay } from '../../receivables/day';
import type { SendingHalt } from '../../workbook/halt';
import type { Moment } from '../../workbook/ports';
import { budgetOf } from '../../workbook/recipient-budget';
import type { WorkbookSession } from '../../workbook/session';
import { clockTime } from './sending-window';

/** A run is announced to the nearest so many minutes: triggers do not keep the minute. */
const ABOUT_MINUTES = 5;

const HOUR = 60;

/** The facts that decide on the time. */
type Calendar = Pick<Facts, 'asOf' | 'customers' | 'settings'>;

/** What decides on the time, read once for all reminders. */
interface Outlook {
  now: Moment;
  windowFrom: number;
  windowTo: number;
  /** Who presses Send, as `you` or an address; '' where the hourly run does it. */
  byHand: string;
  /** Minutes since midnight of the next run; null when there was none to tell by. */
  nextRun: number | null;
  automatic: boolean;
  /** Days on which a country is not written to. */
  closed: (country: string) => ReadonlySet<Day>;
  /** Why nothing leaves at all; '' when something may. */
  obstacle: string;
  /** No mail to the customer leaves before this day. */
  notBefore: (customerKey: string) => Day;
  /** Whether firm words pass over Fridays and days before a day off. */
  firmDays: boolean;
}

/**
 * Prepares the words for all reminders of a view.
 * @param ws the workbook
 * @param facts customers and calendar
 * @param stops those of the workbook, as `workbookStops` gives them
 * @returns for a reminder when it leaves, once approved; '' where nothing leaves, as for a call
 * @example sendingTimes(ws, facts, stops, now)(reminder) // 'leaves with the next run, about 10:00'
 */
export function sendingTimes(
  ws: WorkbookSession,
  facts: Calendar,
  stops: readonly SendingHalt[],
  now: Moment,
): (reminder: Reminder) => string {
  const outlook = outlookOf(ws, facts, stops, now);
  return (reminder) => {
    if (!isSentByUs(reminder.facts.channel)) return '';
    return (
      byState(reminder, outlook) ||
      outlook.obstacle ||
      untilPaymentsAreIn(reminder, facts) ||
      byCalendar(outlook, facts.customers.get(reminder.facts.customerKey)?.country ?? '', reminder)
    );
  };
}

function untilPaymentsAreIn({ facts: about }: Reminder, facts: Calendar): string {
  if (waitsForPayments(about, facts) === '') return '';
  return 'not before payments are confirmed (a firm mail needs those up to the last business day)';
}

function outlookOf(ws: WorkbookSession, facts: Calendar, stops: readonly SendingHalt[], now: Moment): Outlook {
  const { windowFrom, windowTo, mailsPerDay } = ws.settings();
  const { sender, live, automatic } = ws.state;
  const you = ws.ports.session.user();
  // Whether a colleague's schedule is installed cannot be told from here; the switch says so.
  const isScheduled = automatic && (sender !== you || ws.ports.schedule.isOn());
  const sentToday = ws.log.history.recipients.filter(([at]) => at.startsWith(now.text.slice(0, 10))).length;
  const { calmOn, firstContact } = ws.log.history;
  const isFull = mailsPerDay !== null && sentToday >= mailsPerDay;
  return {
    now,
    windowFrom,
    windowTo,
    byHand: isScheduled ? '' : sender === you ? 'you' : sender,
    nextRun: nextRun(ws.state.heartbeat?.at ?? '', now),
    automatic: isScheduled,
    closed: closedDays(facts.settings),
    obstacle: obstacleOf(live, sender, stops, budgetOf(ws, now).left),
    // On the day of going live nobody is written to for the first time.
    notBefore: (key) => (isFull || (calmOn === now.day && !firstContact.has(key)) ? now.day + 1 : now.day),
    firmDays: facts.settings.contactRules !== null,
  };
}

function obstacleOf(live: boolean, sender: string, stops: readonly SendingHalt[], left: number): string {
  const isStopped = (code: string): boolean => stops.some((stop) => stop.code === code);
  if (!live) return 'stays here until you go live';
  if (isStopped('stale-payments')) return 'not before payments are confirmed';
  if (sender === '') return 'once somebody sends';
  if (isStopped('no-permission')) return 'not before Google’s permission is given';
  if (isStopped('send-as')) return 'not before “Send as” is confirmed';
  return left > 0 ? '' : 'once the 24-hour limit allows it';
}

/** The minute of the day of the next run, by the minute at which the last one ran; null when none did. */
function nextRun(lastAt: string, now: Moment): number | null {
  if (lastAt === '') return null;
  const [, minute = 0] = lastAt.slice(11).split(':').map(Number);
  const thisHour = now.minute - (now.minute % HOUR) + minute;
  return thisHour > now.minute ? thisHour : thisHour + HOUR;
}

/** What its state alone says; '' where it may leave. */
function byState(reminder: Reminder, { now, automatic }: Outlook): string {
  const { state, until, attempts, facts } = reminder;
  if (state === 'planned' && facts.second) return 'once two people have approved it';
  if (state === 'approved' && waitsForSecond(reminder, facts) !== '') return 'once a second person has approved it';
  if (state === 'needs-fix') return 'not before it is mended';
  if (state === 'unconfirmed') return 'not again before you say whether it left';
  if (state === 'sending') return 'is leaving just now';
  if (state === 'failed') {
    return automatic && attempts < MAX_ATTEMPTS ? 'is tried again with the next run' : 'once you try it again';
  }
  const day = state === 'snoozed' ? dayFromIso(until) : null;
  return day === null ? '' : `not before ${shortDay(day, now.day)}`;
}

function byCalendar(outlook: Outlook, country: string, reminder: Reminder): string {
  const { now, windowFrom, windowTo, byHand, nextRun: run } = outlook;
  const closed = outlook.closed(country);
  // By hand it leaves when somebody presses Send; by the schedule when the next run falls into the hours.
  const minute = byHand === '' ? (run ?? now.minute) : now.minute;
  const isOver = minute >= windowTo;
  const nextDay = outlook.firmDays && isFirm(reminder.facts.tone) ? nextFirmDay : nextBusinessDay;
  const day = nextDay(Math.max(outlook.notBefore(reminder.facts.customerKey), isOver ? now.day + 1 : now.day), closed);
  const isNow = day === now.day && now.minute >= windowFrom;
  const itself = isByItself(outlook, reminder) ? 'by itself ' : '';
  if (!isNow) {
    const from = `${day === now.day ? 'today' : shortDay(day, now.day)} from ${clockTime(windowFrom)}`;
    return `leaves ${itself}${from}${byHand === '' ? '' : `, when ${pressesSend(byHand)}`}`;
  }
  if (byHand !== '') return `leaves when ${pressesSend(byHand)}`;
  const about = run === null ? 'within the hour' : `about ${clockTime(roundedTo(run, ABOUT_MINUTES))}`;
  return `leaves ${itself}with the next run, ${about}`;
}

/** Whether it needs no approval: its stage is sent automatically. */
function isByItself({ automatic }: Outlook, { state, facts }: Reminder): boolean {
  return automatic && state === 'planned' && facts.sending === 'auto' && facts.fix === '';
}

function pressesSend(who: string): string {
  return who === 'you' ? 'you press Send' : `${who} presses Send`;
}

function roundedTo(minutes: number, step: number): number {
  return Math.round(minutes / step) * step;
}
