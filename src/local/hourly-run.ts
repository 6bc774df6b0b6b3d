// The hourly run as time passes: in which full hours it may find something to do, and what it did, by AR Log and AR Queue.
import type { Session } from './session';
import { dayIn, instantAt, wallClock } from './wall-clock';
import { rowsByHeader, sheetNamed } from './workbook/stored-cells';

export const HOUR = 3_600_000;

/** What is asked of a session here. */
export type Clocked = Pick<Session, 'world' | 'now' | 'today' | 'ask'>;

/** What happened to reminders over some time. */
export interface Counts {
  planned: number;
  sent: number;
  done: number;
  cancelled: number;
  failed: number;
}

/** A row of AR Log or AR Queue, header to text. */
export type TabLine = Record<string, string>;

/** The events of AR Log after the first `seen`; none while there is no such tab. */
export function eventsAfter(session: Clocked, seen: number): TabLine[] {
  return linesOf(session, 'AR Log', seen).filter((row) => row['Seq'] !== '');
}

/** The reminders that wait, by AR Queue; none while there is no such tab. */
export function waitingLines(session: Clocked): TabLine[] {
  return linesOf(session, 'AR Queue', 0).filter((row) => row['Reminder'] !== '');
}

function linesOf(session: Clocked, name: string, seen: number): TabLine[] {
  const sheet = sheetNamed(session.world.spreadsheet, name);
  return sheet ? rowsByHeader(sheet, 1 + seen) : [];
}

/** Counts events by what happened. */
export function countsOf(events: readonly TabLine[]): Counts {
  const count = (event: string) => events.filter((row) => row['Event'] === event).length;
  return {
    planned: count('planned'),
    sent: count('sent'),
    done: count('done'),
    cancelled: count('cancelled'),
    failed: count('failed'),
  };
}

/**
 * Counts in words.
 *
 * @example inWords({ planned: 3, sent: 1, done: 0, cancelled: 0, failed: 0 }) // '3 planned, 1 mail sent'
 */
export function inWords({ planned, sent, done, cancelled, failed }: Counts): string {
  const parts = [
    ...(planned > 0 ? [`${planned} planned`] : []),
    ...(sent > 0 ? [`${sent} ${sent === 1 ? 'mail' : 'mails'} sent`] : []),
    ...(done > 0 ? [`${done} done by hand`] : []),
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'nothing to do';
}

/** What the view Today says of the hours in which mails leave, and of the day's limit of recipients. */
export interface SendingHours {
  window: { from: string; to: string };
  budget: { used: number; limit: number };
}

/** How time is to pass. */
export interface Passing {
  /** Where the clock stands afterwards, epoch milliseconds. */
  to: number;
  /** Whether a person may have changed something since the last run: then the first full hour has something to do. */
  changed: boolean;
  /** Whether the last full hour runs in any case, so that the last run is as recent as in life. */
  last: boolean;
}

/**
 * Lets time pass, and has the hourly run do its work in the full hours in which it may find some: the first of a day,
 * when everything is decided anew; the one at which the sending window opens, when mails wait to leave; in the window the
 * one after a run that changed something. All others would find the workbook as the run before left it, and are passed over.
 *
 * @param session its clock moves
 * @param window in which mails leave, `HH:mm` on the sheet's clocks; '' when it is not known
 * @param run does the hourly run at the session's clock
 * @returns how often it ran
 * @example passHours(session, { from: '08:00', to: '18:00' }, { to: session.now + 24 * HOUR, changed: true, last: true }, run)
 */
export function passHours(
  session: Clocked,
  window: SendingHours['window'],
  { to, changed, last }: Passing,
  run: () => void,
): number {
  const zone = session.world.spreadsheet.timeZone;
  const opens = clockText(window.from);
  let goesOn = changed;
  let ran = 0;
  for (let hour = Math.floor(session.now / HOUR) * HOUR + HOUR; hour <= to; hour += HOUR) {
    const day = dayIn(hour, zone);
    const opening = instantAt(`${day}T${opens || '00:00'}:00`, zone);
    const isOpening = hour - HOUR < opening && opening <= hour;
    const due = goesOn || isFirst(hour, zone) || (last && hour + HOUR > to) || (isOpening && mailsWait(session));
    if (!due) continue;
    session.now = hour;
    const seen = eventsAfter(session, 0).length;
    run();
    ran += 1;
    goesOn = hasMore(session, eventsAfter(session, seen), window);
  }
  session.now = to;
  return ran;
}

function isFirst(hour: number, zone: string): boolean {
  return dayIn(hour, zone) !== dayIn(hour - HOUR, zone);
}

/** Window times have no leading zero. */
function clockText(time: string): string {
  return time === '' ? '' : time.padStart(5, '0');
}

/** Whether a mail waits to leave, or to be tried again. */
function mailsWait(session: Clocked): boolean {
  const states = ['approved', 'sending', 'failed'];
  return waitingLines(session).some((line) => line['Channel'] === 'email' && states.includes(line['State'] ?? ''));
}

/**
 * Whether the day's limit of first contacts or of mails is reached, so that it may have held others back: what has left
 * can leave room for them in the next plan.
 */
function wereHeldBack(session: Clocked): boolean {
  const today = session.today();
  const { sent, done } = countsOf(eventsAfter(session, 0).filter((event) => event['At']?.startsWith(today)));
  const settings = linesOf(session, 'AR Settings', 0);
  return ['New customers per day', 'Mails per day'].some((name) => {
    const limit = settings.find((line) => line['Setting'] === name)?.['Value'] ?? '';
    return limit !== '' && sent + done >= Number(limit);
  });
}

/** Whether the hour after a run may find something to do. */
function hasMore(session: Clocked, events: readonly TabLine[], window: SendingHours['window']): boolean {
  // Where no mail may leave, a run only plans, and another plan would find what this one left.
  const next = wallClock(session.now + HOUR, session.world.spreadsheet.timeZone).slice(11, 16);
  if (next < clockText(window.from) || next >= clockText(window.to)) return false;
  // Whatever but a mail that left changes what the next plan goes by.
  if (events.some((event) => event['Event'] !== 'sending' && event['Event'] !== 'sent')) return true;
  if (events.length > 0 && (mailsWait(session) || wereHeldBack(session))) return true;
  if (!mailsWait(session)) return false;
  // Mails wait, and the run moved none. The limit of recipients alone frees up by the hour; the rest holds all day.
  const { budget } = session.ask<SendingHours>('getToday');
  return budget.used >= budget.limit;
}
