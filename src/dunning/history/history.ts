// What the log says happened: a fold of its events into reminders, completed stages, contacts and episodes.
import { type Day, dayFromIso } from '../../receivables/day';
import { CHANNELS } from '../policy/channels';
import { UNREACHED } from '../policy/outcomes';
import { isOwnWork, placeOf } from '../policy/policy';
import { asksForNothing } from '../policy/purposes';
import { toneRank } from '../policy/tones';
import type { LogEvent, ReminderFacts } from './events';
import { recordCustomerEvent } from './history-customer';
import { addCompleted, anchoredStepKey, type Episode, emptyHistory, type History, subjectsOf } from './history-state';
import { noteMailId, noteThread } from './mail-threads';
import { PackedMap } from './packed/packed-map';
import { COMPLETING, isHeard, type Reminder, stateAfter, WAITING } from './reminder';

export {
  type CompletedStage,
  type Contact,
  emptyHistory,
  type History,
} from './history-state';

/**
 * Folds the events of the log, in order of Seq, into what is known today.
 * @param events all events, ordered
 * @param aliases keys under which a customer was known before: what happened under them counts as that customer's
 * @example foldHistory([]).reminders.size // 0
 */
export function foldHistory(events: readonly LogEvent[], aliases?: ReadonlyMap<string, string>): History {
  return foldInto(emptyHistory(aliases), events);
}

/**
 * Folds events into the history of those before them.
 * @example foldInto(foldHistory(first), then) // as foldHistory([...first, ...then])
 */
export function foldInto(history: History, events: readonly LogEvent[]): History {
  for (const event of events) apply(history, event);
  indexWaiting(history);
  return history;
}

function indexWaiting(history: History): void {
  history.waiting.clear();
  history.doubles = [];
  for (const reminder of lively(history)) if (WAITING.includes(reminder.state)) wait(history, reminder);
}

/** The reminders that may wait: of those that are packed all have ended. */
function lively({ reminders }: History): Iterable<Reminder> {
  return reminders instanceof PackedMap ? reminders.atHand() : reminders.values();
}

/** One reminder waits in a place; of two the one that is further on its way. */
function wait(history: History, reminder: Reminder): void {
  const key = placeOf(reminder.facts);
  const other = history.waiting.get(key);
  const isFurther = !other || other.id === reminder.id || isOnItsWay(reminder) || !isOnItsWay(other);
  history.waiting.set(key, isFurther ? reminder : other);
  const left = isFurther ? other : reminder;
  if (left && left.id !== history.waiting.get(key)?.id) history.doubles.push(left);
}

function isOnItsWay({ state }: Reminder): boolean {
  return state === 'sending' || state === 'unconfirmed';
}

/** Adds one event to a history; for a run that goes on after having appended to the log. */
export function applyEvent(history: History, event: LogEvent): void {
  apply(history, event);
  if (event.kind === 'log-accepted' || event.kind === 'marks-followed') indexWaiting(history);
  const reminder = ASIDE.includes(event.kind) ? undefined : history.reminders.get(event.reminder);
  if (!reminder) return;
  const key = placeOf(reminder.facts);
  history.doubles = history.doubles.filter(({ id }) => id !== reminder.id);
  if (WAITING.includes(reminder.state)) wait(history, reminder);
  else if (history.waiting.get(key)?.id === reminder.id) history.waiting.delete(key);
}

/** What is told of a reminder and changes nothing about it: nobody looks it up for that. */
const ASIDE: readonly LogEvent['kind'][] = ['test-sent', 'heads-up', 'answered'];

/** The facts of a reminder under the key its customer has now. */
function underKey(history: History, facts: ReminderFacts): ReminderFacts {
  const key = history.aliases.get(facts.customerKey);
  return key === undefined ? facts : { ...facts, customerKey: key };
}

function apply(history: History, event: LogEvent): void {
  if (event.kind === 'episode-ended') {
    const key = event.facts.customerKey ?? '';
    history.episodes.delete(history.aliases.get(key) ?? key);
    history.talks.delete(history.aliases.get(key) ?? key);
  }
  if (event.kind === 'log-accepted') distrust(history, event);
  recordCustomerEvent(history, event);
  if (event.kind === 'mail-id') noteMailId(history, event);
  if (event.reminder === '' || event.kind === 'mail-id') return;
  if (event.kind === 'planned' && event.facts.reminder) {
    history.reminders.set(event.reminder, newReminder(event, underKey(history, event.facts.reminder)));
    return;
  }
  if (ASIDE.includes(event.kind)) return;
  const reminder = history.reminders.get(event.reminder);
  if (!reminder || !isHeard(reminder.state, event.kind)) return;
  // A reminder may be seen by several folds of one execution (a plan that goes on after appending): never change it in
  // place.
  history.reminders.set(event.reminder, updated(history, reminder, event));
  recordEffects(history, event);
}

function newReminder(event: LogEvent, facts: ReminderFacts): Reminder {
  return {
    id: event.reminder,
    state: facts.fix ? 'needs-fix' : 'planned',
    facts,
    edit: null,
    plannedOn: event.at.slice(0, 10),
    approvedBy: '',
    approvedAt: '',
    secondedBy: '',
    content: null,
    until: '',
    attempts: 0,
    note: facts.fix,
    code: facts.fixCode,
    updated: event.at,
    startedAt: '',
    outcome: '',
    threadId: '',
  };
}

function updated(history: History, reminder: Reminder, event: LogEvent): Reminder {
  const state = stateAfter(reminder.state, event.kind);
  const next: Reminder = { ...reminder, state, updated: event.at };
  if (event.facts.reminder) next.facts = underKey(history, event.facts.reminder);
  if (isInHands(reminder, event)) next.facts = { ...next.facts, sending: 'review' };
  if (event.facts.edit) next.edit = event.facts.edit;
  if (event.facts.threadId) next.threadId = event.facts.threadId;
  if (event.kind === 'approved') {
    // Trying again by itself makes an approval no younger.
    const isRetry = event.actor === 'schedule' && reminder.approvedAt !== '';
    const approval = isRetry ? {} : { approvedBy: event.actor, approvedAt: event.at };
    // What failed and is tried again was approved by both before.
    if (reminder.state === 'planned') next.secondedBy = '';
    Object.assign(next, { ...approval, content: event.facts.content ?? null, note: '', code: '' });
  }
  if (event.kind === 'seconded' && event.actor !== reminder.approvedBy) next.secondedBy = event.actor;
  // What was missing is there now.
  if (event.kind === 'refreshed' && reminder.state === 'needs-fix') Object.assign(next, { note: '', code: '' });
  if (event.kind === 'returned') Object.assign(next, { approvedBy: '', approvedAt: '', secondedBy: '', until: '' });
  if (event.kind === 'snoozed') Object.assign(next, { until: event.facts.until ?? '', approvedBy: '', secondedBy: '' });
  if (event.kind === 'sending') next.startedAt = event.at;
  // A used-up quota says nothing about the mail itself.
  if (event.kind === 'failed' && event.facts.code !== 'quota') next.attempts += 1;
  if (event.kind === 'done') next.outcome = event.facts.outcome ?? '';
  if (['failed', 'unconfirmed', 'needs-fix', 'cancelled', 'returned'].includes(event.kind)) {
    next.note = event.note;
    next.code = event.facts.code ?? '';
  }
  return next;
}

/** What a person edited, put off or took back never goes by itself again, and what waits for review stays so. */
function isInHands(reminder: Reminder, event: LogEvent): boolean {
  return event.kind === 'returned' || event.kind === 'edited' || reminder.facts.sending === 'review';
}

function recordEffects(history: History, event: LogEvent): void {
  const reminder = history.reminders.get(event.reminder);
  if (!reminder) return;
  // A mail that was confirmed by hand went out when it was started, not when somebody found it.
  const at = event.kind === 'sent' ? reminder.startedAt || event.at : event.at;
  if (event.kind === 'sent') noteThread(history, reminder.facts, event);
  if (event.kind === 'sending') history.recipients.push([event.at, event.facts.recipients ?? 1]);
  if (event.kind === 'voided') uncomplete(history, reminder);
  if (event.kind === 'voided' && event.facts.code === BY_MISTAKE) forgetContact(history, reminder);
  if (!COMPLETING.includes(reminder.state) || !['sent', 'done', 'skipped'].includes(event.kind)) return;
  const on = dayFromIso(at.slice(0, 10));
  if (on === null) return;
  complete(history, reminder, on, event.kind !== 'skipped');
  if (event.kind !== 'skipped') recordContact(history, reminder, on, event);
}

/**
 * Whether a reminder that was sent or done reached the customer. Mails and WhatsApp messages and answered calls do;
 * tasks and unanswered calls do not. A statement is account-keeping, and so is an invoice that goes out: they count as no contact.
 * @param outcome what came of a call; '' for a mail
 * @example hasReached(call, 'no answer') // false
 */
export function hasReached({ anchor, channel }: ReminderFacts, outcome: string): boolean {
  const { reaches } = CHANNELS[channel];
  if (anchor === 'month' || anchor === 'issue' || reaches === 'never') return false;
  return reaches === 'surely' || !UNREACHED.includes(outcome);
}

function complete(history: History, reminder: Reminder, on: Day, spoken: boolean): void {
  const { facts } = reminder;
  if (spoken && !isOwnWork(facts.anchor)) history.askFirst.delete(facts.customerKey);
  for (const { key, open } of facts.lines) if (open > 0) history.lastOpen.set(key, open);
  if (facts.anchor !== 'due') {
    const { segment, stage, days, template } = facts;
    const back = facts.anchor === 'issue' ? history.bounced.get(facts.customerKey) : undefined;
    // Both may be of one day, which does not tell what was first.
    if (back && back.againOn === undefined) history.bounced.set(facts.customerKey, { ...back, againOn: on });
    for (const subject of subjectsOf(facts))
      addCompleted(history, anchoredStepKey(facts.anchor, facts.customerKey, subject), {
        segment,
        stage,
        days,
        on,
        template,
      });
    return;
  }
  const episode = history.episodes.get(facts.customerKey) ?? startEpisode(facts, on);
  for (const line of facts.lines) {
    if (!line.stage) continue;
    // The reminder's text is the lead's: a young invoice on an old one's hand-over is not handed over itself.
    const isOfText = line.stage.stage === facts.stage && line.stage.days === facts.days;
    addCompleted(history, line.key, {
      segment: facts.segment,
      ...line.stage,
      on,
      template: isOfText ? facts.template : '',
      ...(isOfText && facts.purpose ? { purpose: facts.purpose } : {}),
    });
    episode.keys.add(line.key);
  }
  if (spoken && toneRank(facts.tone) > episode.toneRank) {
    episode.toneRank = toneRank(facts.tone);
    episode.tone = facts.tone;
  }
  history.episodes.set(facts.customerKey, episode);
}

function startEpisode(facts: ReminderFacts, on: Day): Episode {
  return { segment: facts.segment, since: on, toneRank: 0, tone: '', keys: new Set() };
}

function recordContact(history: History, reminder: Reminder, on: Day, event: LogEvent): void {
  const { anchor, channel, tone, template, customerKey, lines } = reminder.facts;
  const reached = hasReached(reminder.facts, event.facts.outcome ?? '');
  const contacts = history.contacts.get(customerKey) ?? [];
  const isOfPromise = anchor === 'promise' ? { isOfPromise: true as const } : {};
  contacts.push({ on, channel, template, tone, outcome: event.facts.outcome ?? '', reached, ...isOfPromise });
  history.contacts.set(customerKey, contacts);
  if (!reached) return;
  for (const { key, due } of lines) {
    const day = history.firstDue.has(key) ? null : dayFromIso(due);
    if (day !== null) history.firstDue.set(key, day);
  }
  if (!asksForNothing(template)) history.lastAsked.set(customerKey, lines);
  if (!history.firstContact.has(customerKey)) history.firstContact.set(customerKey, on);
  // A mail found in Sent later was written before what happened since.
  for (const key of ownersOf(history, reminder.facts))
    if ((history.lastContact.get(key)?.on ?? on) <= on) history.lastContact.set(key, { on, by: channel, tone });
}

/** Whom a reminder was about: who pays, and who owes what stands on it, as each key begins with its customer's. */
function ownersOf({ aliases }: History, { customerKey, lines }: ReminderFacts): Set<string> {
  const owners = lines.map(({ key }) => key.slice(0, Math.max(0, key.indexOf('|'))));
  return new Set([customerKey, ...owners.filter((key) => key !== '').map((key) => aliases.get(key) ?? key)]);
}

/** Voiding takes the completed stages back; the contact itself did happen and keeps counting for the gap. */
function uncomplete(history: History, reminder: Reminder): void {
  const { anchor, customerKey } = reminder.facts;
  if (anchor !== 'due')
    for (const subject of subjectsOf(reminder.facts))
      history.completed.get(anchoredStepKey(anchor, customerKey, subject))?.pop();
  for (const line of reminder.facts.lines) {
    const stages = history.completed.get(line.key) ?? [];
    const { stage, days } = line.stage ?? {};
    const own = stages.map((one) => one.stage === stage && one.days === days).lastIndexOf(true);
    if (own >= 0) stages.splice(own, 1);
  }
}

/** The code of what is taken back because it was recorded by mistake: it never happened. */
export const BY_MISTAKE = 'by-mistake';

/** A contact that never happened counts for nothing: the one before is the last again. */
function forgetContact(history: History, { facts, outcome }: Reminder): void {
  const { customerKey, channel, template } = facts;
  const contacts = history.contacts.get(customerKey) ?? [];
  const isIt = (one: (typeof contacts)[number]): boolean =>
    one.channel === channel && one.template === template && one.outcome === outcome;
  const at = contacts.map(isIt).lastIndexOf(true);
  if (at < 0) return;
  const left = contacts.filter((_, index) => index !== at);
  history.contacts.set(customerKey, left);
  history.firstContact.delete(customerKey);
  for (const { key } of facts.lines) if ((history.completed.get(key) ?? []).length === 0) history.firstDue.delete(key);
  for (const key of ownersOf(history, facts)) history.lastContact.delete(key);
  for (const { on, channel: by, tone, reached } of left) {
    if (!reached) continue;
    if (!history.firstContact.has(customerKey)) history.firstContact.set(customerKey, on);
    if ((history.lastContact.get(customerKey)?.on ?? on) <= on) history.lastContact.set(customerKey, { on, by, tone });
  }
}

/** What a person is told to do before a mail leaves that may have left already. */
export const AFTER_GAP = 'the log had gaps: look in Sent first';

/**
 * After a log with gaps was accepted nobody knows what else was done. What was on its way, a retry included, waits for a
 * person again, nothing is routine and nothing goes by itself: accepting may never repeat a mail.
 */
function distrust(history: History, event: LogEvent): void {
  history.acceptedOn = dayFromIso(event.at.slice(0, 10));
  for (const reminder of [...lively(history)]) {
    if (!WAITING.includes(reminder.state)) continue;
    const { id } = reminder;
    const { look } = reminder.facts;
    const looks = look.includes(AFTER_GAP) ? look : [AFTER_GAP, look].filter((part) => part !== '').join(', ');
    const facts: ReminderFacts = { ...reminder.facts, sending: 'review', look: looks };
    const back = reminder.state === 'approved' || reminder.state === 'failed';
    const change = back ? { state: 'planned' as const, approvedBy: '', approvedAt: '', secondedBy: '' } : {};
    history.reminders.set(id, { ...reminder, facts, ...change });
  }
}
