// What the log says happened: a fold of its events into reminders, completed stages, contacts and episodes.
import { type Day, dayFromIso } from '../receivables/day';
import { toneRank } from './default-policy';
import type { LogEvent, ReminderFacts } from './events';
import { COMPLETING, isHeard, type Reminder, stateAfter, WAITING } from './reminder';

/** A stage of an invoice that was completed: sent, done or treated as done. */
export interface CompletedStage {
  segment: string;
  stage: number;
  days: number;
  on: Day;
  template: string;
}

/** The dunning of a customer from the first reminder until nothing is overdue any more. */
export interface Episode {
  segment: string;
  since: Day;
  /** Rank of the strongest tone used so far. */
  toneRank: number;
  tone: string;
  /** Invoices reminded in it. */
  keys: Set<string>;
}

/** Everything that is derived from the log. */
export interface History {
  reminders: Map<string, Reminder>;
  /** The waiting reminder of a customer: at most one. */
  waiting: Map<string, Reminder>;
  /** Further waiting reminders of a customer who was two until a person said that they are one. */
  doubles: Reminder[];
  /** Completed stages per invoice key, oldest first. */
  completed: Map<string, CompletedStage[]>;
  /** Last contact that reached the customer. */
  lastContact: Map<string, { on: Day; by: string; tone: string }>;
  episodes: Map<string, Episode>;
  /** Recipients of mails by time, for the rolling budget: `[at, count]`. */
  recipients: [string, number][];
  /** The day a log with gaps was last accepted: what happened before is not wholly known. Null when that never was. */
  acceptedOn: Day | null;
  /** Other keys a customer had: key then to key now. */
  aliases: ReadonlyMap<string, string>;
}

/** A history in which nothing has happened yet. */
export function emptyHistory(aliases: ReadonlyMap<string, string> = new Map()): History {
  return {
    reminders: new Map(),
    waiting: new Map(),
    doubles: [],
    completed: new Map(),
    lastContact: new Map(),
    episodes: new Map(),
    recipients: [],
    acceptedOn: null,
    aliases,
  };
}

/**
 * Folds the events of the log, in order of Seq, into what is known today.
 * @param events all events, ordered
 * @param aliases keys under which a customer was known before: what happened under them counts as that customer's
 * @example foldHistory([]).reminders.size // 0
 */
export function foldHistory(events: readonly LogEvent[], aliases?: ReadonlyMap<string, string>): History {
  const history = emptyHistory(aliases);
  for (const event of events) apply(history, event);
  indexWaiting(history);
  return history;
}

function indexWaiting(history: History): void {
  history.waiting.clear();
  history.doubles = [];
  for (const reminder of history.reminders.values()) if (WAITING.includes(reminder.state)) wait(history, reminder);
}

/** One reminder of a customer waits; of two the one that is further on its way. */
function wait(history: History, reminder: Reminder): void {
  const key = reminder.facts.customerKey;
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
  if (event.kind === 'log-accepted') indexWaiting(history);
  const reminder = history.reminders.get(event.reminder);
  if (!reminder) return;
  const key = reminder.facts.customerKey;
  history.doubles = history.doubles.filter(({ id }) => id !== reminder.id);
  if (WAITING.includes(reminder.state)) wait(history, reminder);
  else if (history.waiting.get(key)?.id === reminder.id) history.waiting.delete(key);
}

/** The facts of a reminder under the key its customer has now. */
function underKey(history: History, facts: ReminderFacts): ReminderFacts {
  const key = history.aliases.get(facts.customerKey);
  return key === undefined ? facts : { ...facts, customerKey: key };
}

function apply(history: History, event: LogEvent): void {
  if (event.kind === 'episode-ended') {
    const key = event.facts.customerKey ?? '';
    history.episodes.delete(history.aliases.get(key) ?? key);
  }
  if (event.kind === 'log-accepted') distrust(history, event);
  if (event.reminder === '') return;
  if (event.kind === 'planned' && event.facts.reminder) {
    history.reminders.set(event.reminder, newReminder(event, underKey(history, event.facts.reminder)));
    return;
  }
  const reminder = history.reminders.get(event.reminder);
  if (!reminder || event.kind === 'test-sent' || !isHeard(reminder.state, event.kind)) return;
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
  if (event.kind === 'approved')
    Object.assign(next, { approvedBy: event.actor, approvedAt: event.at, note: '', code: '' });
  // What was missing is there now.
  if (event.kind === 'refreshed' && reminder.state === 'needs-fix') Object.assign(next, { note: '', code: '' });
  if (event.kind === 'returned') Object.assign(next, { approvedBy: '', approvedAt: '', until: '' });
  if (event.kind === 'snoozed') Object.assign(next, { until: event.facts.until ?? '', approvedBy: '' });
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
  if (event.kind === 'sending') history.recipients.push([event.at, event.facts.recipients ?? 1]);
  if (event.kind === 'voided') uncomplete(history, reminder);
  if (!COMPLETING.includes(reminder.state) || !['sent', 'done', 'skipped'].includes(event.kind)) return;
  const on = dayFromIso(at.slice(0, 10));
  if (on === null) return;
  complete(history, reminder, on, event.kind !== 'skipped');
  if (reaches(event, reminder)) recordContact(history, reminder, on);
}

/** Mails and WhatsApp messages sent and answered calls reach the customer; tasks, unanswered calls and skips do not. */
function reaches(event: LogEvent, reminder: Reminder): boolean {
  if (event.kind === 'sent') return true;
  if (event.kind !== 'done') return false;
  if (reminder.facts.channel === 'call') return event.facts.outcome === 'answered';
  return reminder.facts.channel === 'whatsapp';
}

function complete(history: History, reminder: Reminder, on: Day, spoken: boolean): void {
  const { facts } = reminder;
  const episode = history.episodes.get(facts.customerKey) ?? startEpisode(facts, on);
  for (const line of facts.lines) {
    if (!line.stage) continue;
    const stages = history.completed.get(line.key) ?? [];
    // The reminder's text is the lead's: a young invoice on an old one's hand-over is not handed over itself.
    const template = line.stage.stage === facts.stage && line.stage.days === facts.days ? facts.template : '';
    stages.push({ segment: facts.segment, ...line.stage, on, template });
    history.completed.set(line.key, stages);
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

function recordContact(history: History, reminder: Reminder, on: Day): void {
  const { channel, tone, customerKey } = reminder.facts;
  // A mail found in Sent later was written before what happened since.
  if ((history.lastContact.get(customerKey)?.on ?? on) > on) return;
  history.lastContact.set(customerKey, { on, by: channel, tone });
}

/** Voiding takes the completed stages back; the contact itself did happen and keeps counting for the gap. */
function uncomplete(history: History, reminder: Reminder): void {
  for (const line of reminder.facts.lines) {
    const stages = history.completed.get(line.key) ?? [];
    const { stage, days } = line.stage ?? {};
    const own = stages.map((one) => one.stage === stage && one.days === days).lastIndexOf(true);
    if (own >= 0) stages.splice(own, 1);
  }
}

/**
 * After a log with gaps was accepted nobody knows what else was done. What was on its way, a retry included, waits for a
 * person again, and nothing goes by itself: accepting may never repeat a mail.
 */
function distrust(history: History, event: LogEvent): void {
  history.acceptedOn = dayFromIso(event.at.slice(0, 10));
  for (const [id, reminder] of history.reminders) {
    if (!WAITING.includes(reminder.state)) continue;
    const facts: ReminderFacts = { ...reminder.facts, sending: 'review' };
    const back = reminder.state === 'approved' || reminder.state === 'failed';
    const change = back ? { state: 'planned' as const, approvedBy: '', approvedAt: '' } : {};
    history.reminders.set(id, { ...reminder, facts, ...change });
  }
}
