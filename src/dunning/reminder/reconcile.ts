// Brings the waiting reminders in line with the day's decision: new ones planned, others refreshed, returned, cancelled.
import { type Day, isoOf } from '../../receivables/day';
import { isClosedFor, isWrittenToToday } from '../decision/calendar';
import type { Plan } from '../decision/decide';
import type { Facts } from '../decision/facts';
import { isOfToday, type Verdict } from '../decision/reasons';
import {
  briefEvent,
  type EventFacts,
  type EventKind,
  type NewEvent,
  type ReminderFacts,
  reminderEvent,
} from '../history/events';
import { mayTake, type Reminder } from '../history/reminder';
import { isSentByUs } from '../policy/channels';
import { placeOf } from '../policy/policy';
import { wordOf } from '../policy/purposes';
import { tooOld } from './approval-age';
import { compareReminders, isSameOccasion } from './compare';
import { newReference } from './reference';

/** Who plans, and what makes references unique. */
export interface PlanningContext {
  actor: string;
  /** Id of the workbook and the last place in its log. */
  seed: string;
  /** Whether the events are never written down: then new reminders have no reference that a customer reads. */
  inBrief?: boolean;
}

/**
 * The events that turn the queue as it is into the queue as it should be today.
 * Running it again on the outcome gives no further event.
 * @param facts the facts the plan was made from
 * @param plan the decisions of the day
 * @param context who plans
 */
export function reconcile(facts: Facts, plan: Plan, context: PlanningContext): NewEvent[] {
  const events: NewEvent[] = [];
  const proposals = new Map(plan.proposals.map((proposal) => [placeOf(proposal), proposal]));
  const decisions = decisionsByKey(plan);
  const fresh = new Set<string>();
  const taken = { has: (id: string) => fresh.has(id) || facts.history.reminders.has(id) };
  const replaced = new Set<string>();
  for (const [key, waiting] of facts.history.waiting) {
    const proposal = proposals.get(key);
    const kept = plan.kept?.get(key);
    const told: Decisions = kept ? () => kept : decisions;
    if (proposal && isReplaced(waiting, proposal, facts.asOf)) {
      replaced.add(key);
      events.push(cancelled(waiting, told, saying(waiting, context.actor)));
    } else if (kept?.decision !== 'wait' || waiting.state === 'sending')
      events.push(...revise(waiting, proposal, told, facts, context.actor));
  }
  for (const double of facts.history.doubles) {
    if (!mayTake(double.state, 'cancelled')) continue;
    const note = 'The same customer under another spelling has a reminder waiting already.';
    events.push(reminderEvent('cancelled', double.id, double.facts, context.actor, note, { code: 'double' }));
  }
  for (const proposal of plan.proposals) {
    const place = placeOf(proposal);
    if (facts.history.waiting.has(place) && !replaced.has(place)) continue;
    if (context.inBrief) {
      events.push(briefEvent('planned', `${context.seed}|${place}`, proposal, { reminder: proposal }));
      continue;
    }
    const reference = newReference(`${context.seed}|${place}`, taken);
    fresh.add(reference);
    events.push(
      reminderEvent('planned', reference, proposal, context.actor, proposal.reasons[0] ?? '', { reminder: proposal }),
    );
  }
  return events;
}

/** The decision about an invoice, by its key. */
type Decisions = (key: string) => Verdict | undefined;

/** Most plans ask for none: what waits is proposed again. */
function decisionsByKey({ decisions }: Plan): Decisions {
  let byKey: Map<string, Verdict> | null = null;
  return (key) => {
    byKey ??= new Map(decisions.map((decision) => [decision.invoice.key, decision]));
    return byKey.get(key);
  };
}

/** A promise made meanwhile, say, takes the place of a reminder; what was put off stays so until its day. */
function isReplaced({ state, facts, until }: Reminder, proposal: ReminderFacts, today: Day): boolean {
  if (isSameOccasion(facts, proposal) || !mayTake(state, 'cancelled')) return false;
  return state !== 'snoozed' || (until !== '' && until <= isoOf(today));
}

function saying(waiting: Reminder, actor: string): Say {
  return (kind, note, extra = {}, reminder = waiting.facts) =>
    reminderEvent(kind, waiting.id, reminder, actor, note, extra);
}

function revise(
  waiting: Reminder,
  proposal: ReminderFacts | undefined,
  decisions: Decisions,
  facts: Facts,
  actor: string,
): NewEvent[] {
  const say = saying(waiting, actor);
  if (waiting.state === 'sending')
    return [say('unconfirmed', 'The run that sent it ended before its outcome was written.')];
  if (waiting.state === 'unconfirmed') return [];
  if (!proposal) return listOf(withoutProposal(waiting, decisions, facts, say));
  if (waiting.state === 'failed') return [];
  if (waiting.state === 'snoozed') return comeBack(waiting, proposal, facts.asOf, say);
  return listOf(withProposal(waiting, proposal, tooOld(waiting, facts), say));
}

function listOf(event: NewEvent | null): NewEvent[] {
  return event ? [event] : [];
}

/** A reminder that was put off comes back on its day; when something is missing for it, it says so at once. */
function comeBack(waiting: Reminder, proposal: ReminderFacts, today: Day, say: Say): NewEvent[] {
  if (waiting.until === '' || waiting.until > isoOf(today)) return [];
  const extra = { reminder: proposal };
  return [
    say('returned', 'The day it was put off to has come.', extra, proposal),
    ...(proposal.fix ? [say('needs-fix', proposal.fix, { ...extra, code: proposal.fixCode }, proposal)] : []),
  ];
}

type Say = (kind: EventKind, note: string, extra?: EventFacts, reminder?: ReminderFacts) => NewEvent;

/** @param old why its approval no longer holds, a sentence; '' while it does */
function withProposal(waiting: Reminder, proposal: ReminderFacts, old: string, say: Say): NewEvent | null {
  const extra = { reminder: proposal };
  if (proposal.fix) {
    if (waiting.state === 'needs-fix' && waiting.facts.fix === proposal.fix) return null;
    return say('needs-fix', proposal.fix, { ...extra, code: proposal.fixCode }, proposal);
  }
  if (waiting.state === 'needs-fix') return say('refreshed', 'What was missing is there now.', extra, proposal);
  const { kind, what } = compareReminders(waiting.facts, proposal);
  if (old && kind !== 'changed') return say('returned', old, { ...extra, code: 'approval-old' }, proposal);
  if (kind === 'same') return looksOtherwise(waiting, proposal) ? say('refreshed', '', extra, proposal) : null;
  if (waiting.state === 'planned') return say('refreshed', what, extra, proposal);
  // An edited mail may name figures in its own words, so any change brings it back to a person.
  if (kind === 'changed' || waiting.edit) return say('returned', what, { ...extra, code: 'changed' }, proposal);
  return say('refreshed', what, extra, proposal);
}

/** What a person is to look at before approving is said as it is today; what is approved was looked at. */
function looksOtherwise({ state, facts }: Reminder, proposal: ReminderFacts): boolean {
  return state === 'planned' && facts.look !== proposal.look;
}

/** A waiting reminder whose customer is not to be reminded today: kept over a weekend, else cancelled with the reason. */
function withoutProposal(waiting: Reminder, decisions: Decisions, facts: Facts, say: Say): NewEvent | null {
  const ofLines = waiting.facts.lines.flatMap((line) => (line.stage ? [decisions(line.key)] : []));
  if (ofLines.some((decision) => decision?.reasons.some(({ code }) => isOfToday(code)))) return null;
  // A promise, a month or a question about an old balance completes no stage of an invoice: the day alone tells.
  const { anchor, customerKey } = waiting.facts;
  const isMail = isSentByUs(waiting.facts.channel);
  if (ofLines.length === 0 && isClosedFor(facts, customerKey)) return null;
  if (ofLines.length === 0 && isMail && anchor !== 'due' && isWrittenToToday(facts, customerKey)) return null;
  // So does the day of going live, on which a first word waits whatever it is about.
  const lead = decisions(waiting.facts.leadKey);
  if (ofLines.length === 0 && lead?.reasons.some(({ code }) => code === 'live-today')) return null;
  return cancelled(waiting, decisions, say);
}

function cancelled(waiting: Reminder, decisions: Decisions, say: Say): NewEvent {
  if (wordOf(waiting.facts)) return say('cancelled', 'Its occasion has passed.', { code: 'gone' });
  const decision = decisions(waiting.facts.leadKey);
  const reason = decision?.reasons[0];
  if (!decision) return say('cancelled', 'Its invoice is no longer in the invoice sheet.', { code: 'gone' });
  return say('cancelled', reason?.message ?? '', { code: reason?.code ?? '' });
}
