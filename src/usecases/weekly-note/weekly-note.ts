// The weekly note to our own people: on Mondays, once, to those named in AR Settings.
import { decisionContext } from '../../dunning/decision/customer-context';
import type { Plan } from '../../dunning/decision/decide';
import { workbookEvent } from '../../dunning/history/events';
import { LETTER_TAGS } from '../../dunning/letter/letter-languages';
import { isOwnDomain } from '../../dunning/mail/address';
import { type NoteMail, noteMail } from '../../dunning/weekly/note';
import { weekOf } from '../../dunning/weekly/week';
import { isoOf, weekdayOf } from '../../receivables/day';
import type { WorkbookFacts } from '../../workbook/facts';
import type { Moment } from '../../workbook/ports';
import { budgetOf } from '../../workbook/recipient-budget';
import type { WorkbookSession } from '../../workbook/session';
import { REASONS_TAB } from '../../workbook/tab-specs';
import { readReasons } from '../../workbook/tabs/reasons';
import { sendWord } from '../letters/word-to-us';

const MONDAY = 1;

/** So many people get it at most. */
const MOST_RECIPIENTS = 10;

/** Who gets the note, and of whom they are told why not, a sentence each. */
export interface NoteRecipients {
  to: string[];
  refused: string[];
}

/**
 * Who gets the note: of the addresses in AR Settings those that are ours, so that a slip of the pen tells no stranger. Ours is the sender's
 * own, what mails leave from and answers go to, the deputy's, and whatever is at the domain of one of them.
 */
export function noteRecipients(ws: WorkbookSession): NoteRecipients {
  const { weeklyNoteTo, replyTo, sendAs, deputy } = ws.settings();
  const own = [ws.state.sender, replyTo, sendAs, deputy].map((one) => one.toLowerCase()).filter((one) => one !== '');
  const isOurs = (address: string): boolean =>
    own.some((one) => one === address.toLowerCase() || isOwnDomain(address, one));
  const ours = weeklyNoteTo.filter(isOurs);
  return {
    to: ours.slice(0, MOST_RECIPIENTS),
    refused: [
      ...weeklyNoteTo
        .filter((address) => !isOurs(address))
        .map((address) => `${address} gets no note: it is not at your own domain.`),
      ...ours
        .slice(MOST_RECIPIENTS)
        .map((address) => `${address} gets no note: ${MOST_RECIPIENTS} people get it at most.`),
    ],
  };
}

/** Whether the note of this week is to leave now; a quiet hour asks nothing more once it has, and on no other day. */
export function isNoteDue(ws: WorkbookSession, { day, minute }: Moment): boolean {
  const { live, sender, weeklyNote } = ws.state;
  if (weekdayOf(day) !== MONDAY || weeklyNote === isoOf(day)) return false;
  if (!live || sender !== ws.ports.session.user() || !ws.isSetUp()) return false;
  return minute >= ws.settings().windowFrom && noteRecipients(ws).to.length > 0;
}

/**
 * The note as it is written on a day.
 * @param stops how many things keep every mail from leaving
 */
export function writtenNote(ws: WorkbookSession, { facts }: WorkbookFacts, plan: Plan, stops: number): NoteMail {
  const { language, company } = ws.settings();
  const { reasons } = readReasons(ws.tabs.find(REASONS_TAB) ? ws.tabs.table(REASONS_TAB) : null);
  const tag = LETTER_TAGS.find((one) => one === language) ?? 'en';
  const link = `https://docs.google.com/spreadsheets/d/${ws.ports.workbook.id()}/edit`;
  return noteMail(weekOf(decisionContext(facts), plan.decisions, reasons, stops), tag, company, link);
}

/**
 * Sends the note of the week, where it is due and the day's recipients allow it. It is written down first: a run that is killed here, or a
 * second one, sends no other.
 * @param ws under the lock, after a plan
 * @returns what to say of it, a sentence; '' where it was not due
 */
export function sendWeeklyNote(ws: WorkbookSession, gathered: WorkbookFacts, plan: Plan, stops: number): string {
  const now = ws.ports.clock.now();
  if (!isNoteDue(ws, now)) return '';
  const { to } = noteRecipients(ws);
  if (budgetOf(ws, now).left < to.length) return '';
  const mail = writtenNote(ws, gathered, plan, stops);
  noted(ws, to, mail.subject, { until: isoOf(now.day) });
  ws.state.weeklyNote = isoOf(now.day);
  ws.save();
  ws.ports.workbook.flush();
  const fault = sendWord(ws.ports, { to, ...mail });
  return fault === '' ? 'The weekly note left.' : `The weekly note could not be sent: ${fault}`;
}

/** Writes down that a note goes to so many. */
export function noted(ws: WorkbookSession, to: readonly string[], subject: string, facts: { until?: string }): void {
  const event = workbookEvent('weekly-note', ws.ports.session.user(), subject, { ...facts, recipients: to.length });
  ws.log.append([{ ...event, to: to.join(', ') }]);
}
