// What people decide about waiting reminders: approve, put off, treat as done, hold, mend.
import * as v from 'valibot';
import {
  type EventFacts,
  type EventKind,
  type LogEvent,
  type NewEvent,
  type ReminderEdit,
  reminderEvent,
} from '../../dunning/history/events';
import { MAX_ATTEMPTS, mayTake, type Reminder } from '../../dunning/history/reminder';
import { readAddresses } from '../../dunning/mail/address';
import { dayFromIso, shortDay } from '../../receivables/day';
import { paymentsKnown } from '../../workbook/halts';
import { NO_REMINDER_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, type WorkbookSession } from '../../workbook/session';
import { writeQueue } from '../../workbook/tabs/queue';
import { changeIn, openCustomer } from '../agreements/customer-change';
import { addHold, untilOf } from '../agreements/holds';
import { bound } from '../letters/approvals';
import type { ChangeResult } from '../waiting/change-result';
import { listOf } from '../waiting/review-order';
import { touchedIn } from '../waiting/touched';

/** What fits the log beside the reminder's own facts, however it is escaped there. */
const MAX_SUBJECT = 500;
const MAX_BODY = 15_000;

/** Runs a change of reminders under the lock: events to the log, the queue after it. */
export function change(
  ports: Ports,
  act: (ws: WorkbookSession) => { events: NewEvent[]; message: string },
): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_REMINDER_CHANGE);
    const { events, message } = act(ws);
    const touched = touchedIn(ws);
    if (events.length > 0) {
      ws.log.append(bound(ws, events));
      writeQueue(ws.tabs, ws.log.history, paymentsKnown(ws, ports.clock.now().day));
      ws.save();
    }
    return { changed: events.length, message, ...touched() };
  });
}

/** A reminder by its id. @throws Refusal `reminder-unknown` */
export function reminderOf(ws: WorkbookSession, id: string): Reminder {
  const reminder = ws.log.history.reminders.get(id);
  if (!reminder) throw new Refusal('reminder-unknown', `The reminder ${id} is not known. Reload the list.`);
  return reminder;
}

/** An event for a reminder, refused with a sentence where its state does not allow it. */
export function eventFor(
  ports: Ports,
  reminder: Reminder,
  kind: EventKind,
  note: string,
  facts: EventFacts = {},
): NewEvent {
  if (!mayTake(reminder.state, kind)) {
    throw new Refusal(
      'state-changed',
      `The reminder to ${reminder.facts.customer} is ${STATE_WORDS[reminder.state] ?? reminder.state} now, so this cannot be done. Reload the list.`,
    );
  }
  return reminderEvent(kind, reminder.id, reminder.facts, ports.session.user(), note, facts);
}

/** The same event for several reminders; those that moved on meanwhile are passed over and counted. */
function forMany(
  ports: Ports,
  ids: readonly string[],
  kind: EventKind,
  note: string,
  done: string,
  isMeant: (reminder: Reminder) => boolean = () => true,
  seen: readonly number[] = [],
): ChangeResult {
  return change(ports, (ws) => {
    const changed = changedSince(ws, ids, seen);
    const reminders = ids.map((id) => ws.log.history.reminders.get(id));
    const able = reminders.filter(
      (one): one is Reminder => one !== undefined && mayTake(one.state, kind) && isMeant(one) && !changed.has(one.id),
    );
    const rest = passedOver(ws, ids, able, changed);
    return {
      events: able.map((reminder) => reminderEvent(kind, reminder.id, reminder.facts, ports.session.user(), note)),
      message: `${able.length} ${done}.${rest}${kind === 'approved' ? `${secondsFor(able)}${whoSends(ws)}` : ''}`,
    };
  });
}

/** Who changed reminders after the entry of the log up to which a person saw each; nobody where that is not known. */
function changedSince(
  ws: WorkbookSession,
  ids: readonly string[],
  seen: readonly (number | undefined)[],
  isMeant: (event: LogEvent) => boolean = () => true,
): Map<string, string> {
  const upTo = new Map(ids.flatMap((id, at) => (seen[at] === undefined ? [] : [[id, seen[at]]])));
  if (upTo.size === 0) return new Map();
  const changes = ws.log
    .after(Math.min(...upTo.values()))
    .filter((event) => event.seq > (upTo.get(event.reminder) ?? event.seq) && isMeant(event));
  return new Map(changes.map(({ reminder, actor }) => [reminder, actor]));
}

/** What a state is called in a sentence, where its name is none. */
export const STATE_WORDS: Partial<Record<Reminder['state'], string>> = {
  planned: 'to be looked at',
  snoozed: 'put off',
  'needs-fix': 'under Problems',
  sending: 'on its way',
  voided: 'taken back',
};

/** Which of those asked for were left alone, as they are something else by now. */
function passedOver(
  { log }: WorkbookSession,
  ids: readonly string[],
  able: readonly Reminder[],
  changed: ReadonlyMap<string, string>,
): string {
  const done = new Set(able.map(({ id }) => id));
  const passed = ids.filter((id) => !done.has(id));
  const [first = ''] = passed;
  const one = log.history.reminders.get(first);
  if (passed.length === 0) return '';
  const by = one?.state === 'planned' ? changed.get(first) : undefined;
  const now = by === undefined ? `is ${STATE_WORDS[one?.state ?? 'planned'] ?? one?.state} by now` : changedBy(by);
  const who = one ? `The one to ${one.facts.customer} ${now}` : 'One is gone';
  return passed.length === 1
    ? ` ${who} and stays as it is.`
    : ` ${passed.length} had changed meanwhile and stay as they are. ${who}.`;
}

/** How many of those approved wait for another person. */
export function secondsFor(approved: readonly Reminder[]): string {
  const many = approved.filter(({ facts }) => facts.second).length;
  if (many === 0) return '';
  return many === 1 ? ' 1 waits for the approval of a colleague.' : ` ${many} wait for the approval of a colleague.`;
}

/** Whose run sends what was approved, where that is somebody else. */
export function whoSends(ws: WorkbookSession): string {
  const { sender } = ws.state;
  if (sender === ws.ports.session.user()) return '';
  return sender
    ? ` They go out with the next run of ${sender}, who sends from this workbook.`
    : ' Nobody sends yet: it leaves once you go live.';
}

const changedBy = (actor: string): string => `was changed meanwhile${actor ? ` by ${actor}` : ''}`;

/**
 * Approves planned reminders.
 * @param seen for each the entry of the log up to which a person saw it: what was changed since is read again first
 */
export function approveReminders(ports: Ports, ids: readonly string[], seen: readonly number[] = []): ChangeResult {
  return forMany(ports, ids, 'approved', '', 'approved', undefined, seen);
}

/** Approves those that are still routine: what a plan made worth a look since the list was read is passed over. */
export function approveRoutine(ports: Ports, ids: readonly string[], seen: readonly number[] = []): ChangeResult {
  return forMany(ports, ids, 'approved', '', 'approved', (reminder) => listOf(reminder) === 'routine', seen);
}

/** Takes approvals back, as long as nothing was sent. */
export function undoApproval(ports: Ports, ids: readonly string[]): ChangeResult {
  return forMany(ports, ids, 'returned', 'Approval taken back.', 'back to review');
}

/** "Not now, until ...": the stage stays. */
export function snoozeReminder(ports: Ports, id: string, untilIso: string): ChangeResult {
  const until = dayFromIso(untilIso);
  const today = ports.clock.now().day;
  if (until === null) throw new Refusal('date-unreadable', `"${untilIso}" is not a date. Choose a day after today.`);
  if (until <= today) throw new Refusal('date-past', 'Choose a day after today.');
  return change(ports, (ws) => {
    const event = eventFor(ports, reminderOf(ws, id), 'snoozed', '', { until: untilIso });
    return { events: [event], message: `Put off until ${shortDay(until, today)}. It comes back for review then.` };
  });
}

/** "Treat as done": the stage counts as completed without a contact. */
export function treatAsDone(ports: Ports, id: string, note: string): ChangeResult {
  return change(ports, (ws) => {
    const event = eventFor(ports, reminderOf(ws, id), 'skipped', note || 'Treated as done.');
    return { events: [event], message: 'Skipped; the next step counts from today.' };
  });
}

/** What a person may change in one mail before it goes out. */
export const mailEdit = v.object({
  to: v.string(),
  cc: v.nullish(v.string(), ''),
  subject: v.string(),
  body: v.string(),
  /** Name of the text it began from, where that is another than the policy's. */
  text: v.optional(v.string()),
  /** The entry of the log up to which the person saw it. */
  seen: v.optional(v.number()),
});
export type MailEdit = v.InferOutput<typeof mailEdit>;

/** Changes recipients or words of one mail; an approved one waits for approval again. */
export function editReminder(ports: Ports, id: string, edit: ReminderEdit & Pick<MailEdit, 'seen'>): ChangeResult {
  const to = readAddresses(edit.to);
  const cc = readAddresses(edit.cc);
  const fault = to.problems[0] ?? cc.problems[0];
  if (fault) throw Refusal.of(fault);
  if (edit.subject.length > MAX_SUBJECT || edit.body.length > MAX_BODY) {
    throw new Refusal(
      'too-long',
      `A subject may have ${MAX_SUBJECT} characters and a text ${MAX_BODY}: shorten this one.`,
    );
  }
  if (to.addresses.length === 0) throw new Refusal('no-address', 'Give at least one address under To.');
  return change(ports, (ws) => {
    const reminder = reminderOf(ws, id);
    const { subject, body, text, seen } = edit;
    const other = changedSince(ws, [id], [seen], ({ kind }) => kind === 'edited').get(id);
    if (other !== undefined)
      throw new Refusal(
        'state-changed',
        `This mail ${changedBy(other)}. Your words are not saved, they stand here still: copy them, open the mail again and add them there.`,
      );
    const words = { to: to.addresses.join(', '), cc: cc.addresses.join(', '), subject, body };
    const from = text && text !== reminder.facts.template ? text.slice(0, MAX_SUBJECT) : '';
    const note = from ? `Edited by hand, beginning from the text "${from}".` : 'Edited by hand.';
    const facts = { edit: from ? { ...words, text: from } : words };
    const edited = eventFor(ports, reminder, 'edited', note, facts);
    const back =
      reminder.state === 'approved' ? [eventFor(ports, reminder, 'returned', 'Edited after its approval.')] : [];
    const again = back.length > 0 ? ' It was approved: now it waits for approval again.' : '';
    return { events: [edited, ...back], message: `Your changes are saved for this mail only.${again}` };
  });
}

/** Pauses the reminders to the customer of a reminder: a row in AR Holds; the reminder is cancelled. */
export function holdCustomer(ports: Ports, id: string, untilIso: string, reason: string): ChangeResult {
  const until = untilOf(untilIso, ports.clock.now().day);
  return changeIn(ports, (ws, gathered) => {
    const reminder = reminderOf(ws, id);
    const key = reminder.facts.customerKey;
    const { events, tell } = addHold(openCustomer(ws, gathered, key), { invoice: '', until, reason });
    const cancelled = mayTake(reminder.state, 'cancelled')
      ? [eventFor(ports, reminder, 'cancelled', `Reminders paused. ${reason}`.trim(), { code: 'held' })]
      : [];
    return { key, events: [...events, ...cancelled], tell };
  });
}

/** Lets a failed mail be tried again; after the third failure it is planned anew. */
export function retryFailed(ports: Ports, id: string): ChangeResult {
  return change(ports, (ws) => {
    const reminder = reminderOf(ws, id);
    if (reminder.state === 'failed' && reminder.attempts >= MAX_ATTEMPTS) {
      const event = eventFor(ports, reminder, 'cancelled', 'It failed three times.', { code: 'failed' });
      return {
        events: [event],
        message: 'It failed three times, so it was taken out; the next plan proposes it again for review.',
      };
    }
    return {
      events: [eventFor(ports, reminder, 'approved', 'To be tried again.')],
      message: `Approved again.${whoSends(ws)}`,
    };
  });
}

/** What a person found about a mail whose outcome was open: it stands in Sent, or it does not. */
export function resolveUnconfirmed(ports: Ports, id: string, answer: string): ChangeResult {
  if (answer !== 'sent' && answer !== 'approved') throw new Refusal('answer-unknown', 'Answer "sent" or "approved".');
  return change(ports, (ws) => {
    const reminder = reminderOf(ws, id);
    if (reminder.state !== 'unconfirmed')
      throw new Refusal('state-changed', `${id} is ${reminder.state} now. Reload the list.`);
    const note = answer === 'sent' ? 'Found in Sent by hand.' : 'Not in Sent: to be sent again.';
    const message = answer === 'sent' ? 'Counted as sent.' : `Approved again.${whoSends(ws)}`;
    return { events: [eventFor(ports, reminder, answer, note)], message };
  });
}
