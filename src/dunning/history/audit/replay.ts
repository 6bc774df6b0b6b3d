// Replays the entries of a log one by one and names those that the ones before forbid.
import type { LogEvent, ReminderFacts } from '../events';
import { applyEvent, emptyHistory } from '../history';
import { changesState, mayTake, type Reminder } from '../reminder';
import { applyToStops } from '../stops';
import { Completions } from './completions';
import { type Finding, findingAt } from './finding';
import type { Known } from './known';
import { againstMoney, judgeLine } from './money';
import { stoppedBy } from './stopped';

/** The replay of a log. */
interface Run extends Known {
  completions: Completions;
  /** The last entry about each reminder. */
  lastAbout: Map<string, number>;
  /** The last entry that follows a gap: what happened before it is not known for certain. */
  afterGap: number;
  /** Reminders of which an entry is missing: what their state is cannot be told. */
  doubtful: Set<string>;
  mails: Map<string, LogEvent>;
  findings: Finding[];
}

/**
 * Replays a log.
 * @param events in order, each once
 * @returns what cannot have been or was done twice, and how many reminders there are
 */
export function replay(events: readonly LogEvent[]): { findings: Finding[]; reminders: number } {
  const run: Run = {
    history: emptyHistory(),
    stops: new Map(),
    isLive: null,
    isAutomatic: null,
    sender: null,
    completions: new Completions(),
    lastAbout: new Map(),
    afterGap: 0,
    doubtful: new Set(),
    mails: new Map(),
    findings: [],
  };
  let last = 0;
  for (const event of events) {
    if (event.seq > last + 1) passGap(run, event);
    run.findings.push(
      ...(event.reminder === '' ? judgeLine(run.history.payments, event, run.afterGap === 0) : judge(run, event)),
    );
    take(run, event);
    last = event.seq;
  }
  return { findings: run.findings, reminders: run.history.reminders.size };
}

/** What was switched, lifted or handed back may stand in the rows that are missing. */
function passGap(run: Run, { seq }: LogEvent): void {
  run.afterGap = seq;
  run.stops.clear();
  run.history.replied.clear();
  run.history.answers.clear();
  run.history.bounced.clear();
  run.history.handedOver.clear();
  run.history.payments.live.clear();
  run.history.payments.bases.clear();
  Object.assign(run, { isLive: null, isAutomatic: null, sender: null });
}

function judge(run: Run, event: LogEvent): Finding[] {
  const reminder = run.history.reminders.get(event.reminder);
  if (event.kind === 'planned') {
    if (!reminder) return [];
    const message = `The reference ${event.reminder} was given twice: to ${reminder.facts.customer}, and again to ${event.customer}.`;
    return [findingAt('reference-twice', event, message, [run.lastAbout.get(event.reminder) ?? event.seq])];
  }
  const since = run.lastAbout.get(event.reminder) ?? 0;
  const impossible = reminder ? stateForbids(reminder, event, since) : neverPlanned(event);
  // An entry in a gap may explain what looks impossible, and then all that follows from it.
  if (impossible.length > 0 && run.afterGap > since) run.doubtful.add(event.reminder);
  const told = run.doubtful.has(event.reminder) ? [] : impossible;
  return reminder ? [...told, ...judgeKind(run, reminder, event)] : told;
}

function neverPlanned(event: LogEvent): Finding[] {
  if (!changesState(event.kind)) return [];
  const message = `${event.reminder} was ${event.kind} without ever having been planned.`;
  return [findingAt('never-planned', event, message)];
}

function stateForbids({ state, facts }: Reminder, event: LogEvent, since: number): Finding[] {
  const { kind, reminder } = event;
  if (!changesState(kind) || mayTake(state, kind)) return [];
  const about = `${reminder} to ${facts.customer}`;
  if (kind === 'sent' && state === 'sent') {
    const message = `${about} is written down as sent twice.`;
    return [findingAt('sent-twice', event, message, [since])];
  }
  if (kind === 'sent')
    return [
      findingAt(
        'sent-without-sending',
        event,
        `${about} was sent although nobody had begun to send it: it was ${state}.`,
        [since],
      ),
    ];
  if (kind === 'sending')
    return [
      findingAt('not-approved', event, `${about} was begun to be sent without an approval: it was ${state}.`, [since]),
    ];
  return [findingAt('state-forbids', event, `${about} cannot become "${kind}": it was ${state}.`, [since])];
}

function judgeKind(run: Run, reminder: Reminder, event: LogEvent): Finding[] {
  if (event.kind === 'approved' && event.actor === 'policy') return approvedByPolicy(run, reminder, event);
  if (event.kind === 'sending')
    return [
      ...whoSends(run, reminder, event),
      ...oneApproval(reminder, event),
      ...stoppedBy(run, reminder, event),
      ...againstMoney(run.history.payments, reminder, event),
    ];
  if (event.kind === 'done') return oneApproval(reminder, event);
  if (event.kind === 'sent')
    return [...run.completions.check(event, factsWith(event, reminder)), ...sameMail(run, event)];
  return [];
}

function factsWith(event: LogEvent, { facts }: Reminder): ReminderFacts {
  return event.facts.reminder ?? facts;
}

/** What goes without a click: the stage says auto, and Automatic and Live are on. */
function approvedByPolicy(run: Run, { facts }: Reminder, event: LogEvent): Finding[] {
  const why = [
    ...(facts.sending === 'auto' ? [] : ['it was to be read by a person first']),
    ...(run.isAutomatic === false ? ['Automatic was off'] : []),
    ...(run.isLive === false ? ['the workbook was in Preview'] : []),
  ];
  if (why.length === 0) return [];
  const message = `${event.reminder} to ${facts.customer} was approved by nobody, although ${why.join(' and ')}.`;
  return [findingAt('approved-by-nobody', event, message)];
}

/** What needs two people is not done on the word of one. */
function oneApproval(reminder: Reminder, event: LogEvent): Finding[] {
  if (!factsWith(event, reminder).second || reminder.secondedBy !== '') return [];
  const message = `${event.reminder} to ${reminder.facts.customer} needed two approvals and had one.`;
  return [findingAt('one-approval', event, message)];
}

function whoSends(run: Run, { facts }: Reminder, event: LogEvent): Finding[] {
  const found: Finding[] = [];
  const about = `${event.reminder} to ${facts.customer}`;
  if (run.isLive === false)
    found.push(findingAt('in-preview', event, `${about} was sent while the workbook was in Preview.`));
  if (run.sender !== null && run.sender !== event.actor) {
    const who = run.sender === '' ? 'nobody' : run.sender;
    found.push(
      findingAt(
        'not-the-sender',
        event,
        `${about} was sent by ${event.actor || 'somebody'}, while ${who} was the one who sends.`,
      ),
    );
  }
  return found;
}

/** Gmail gives every message its own number. */
function sameMail(run: Run, event: LogEvent): Finding[] {
  const id = event.facts.messageId ?? '';
  if (id === '') return [];
  const other = run.mails.get(id);
  run.mails.set(id, event);
  if (!other || other.reminder === event.reminder) return [];
  const message = `${other.reminder} and ${event.reminder} are said to be the same mail in Gmail.`;
  return [findingAt('mail-twice', event, message, [other.seq])];
}

/** Takes an entry into what is known. */
function take(run: Run, event: LogEvent): void {
  const before = run.history.reminders.get(event.reminder);
  applyEvent(run.history, event);
  applyToStops(run.stops, event);
  const after = run.history.reminders.get(event.reminder);
  if (event.reminder !== '') run.lastAbout.set(event.reminder, event.seq);
  if (event.kind === 'onboarded') run.completions.takeOver(event);
  if (event.kind === 'voided' && before && mayTake(before.state, 'voided')) run.completions.takeBack(event.reminder);
  const isCompleted = event.kind === 'sent' || event.kind === 'done' || event.kind === 'skipped';
  if (isCompleted && after && before?.state !== after.state) run.completions.add(event, after.facts);
  takeSwitch(run, event);
}

function takeSwitch(run: Run, { kind, actor, seq }: LogEvent): void {
  switch (kind) {
    case 'set-up':
      // Set-up is run again later on, and switches nothing then.
      if (seq === 1) Object.assign(run, { isLive: false, isAutomatic: false, sender: '' });
      return;
    case 'live':
    case 'preview':
      run.isLive = kind === 'live';
      return;
    case 'automatic-on':
    case 'automatic-off':
      run.isAutomatic = kind === 'automatic-on';
      return;
    case 'sender':
      if (run.sender !== actor) run.isAutomatic = false;
      run.sender = actor;
      return;
    case 'moved':
      Object.assign(run, { isLive: false, isAutomatic: false, sender: '' });
      return;
    default:
  }
}
