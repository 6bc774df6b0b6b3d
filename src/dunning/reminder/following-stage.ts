// What comes after a reminder once it is done: the next stage of its lead, and by which day an answer can be waited for.
import { type Day, isBusinessDay, plusBusinessDays } from '../../receivables/day';
import { closedDays } from '../decision/calendar';
import { stagesTaken } from '../decision/debtor/passed-stages';
import type { Facts } from '../decision/facts';
import { ladderOf, nextStage, type Step } from '../decision/stage';
import type { ReminderFacts } from '../history/events';
import { isContact } from '../policy/channels';

/**
 * The stage that follows for the lead of a reminder when that is done today; null when it is the last.
 * @param facts the facts of the day
 * @param reminder about due invoices; around a promise or a month nothing follows
 */
export function followingStage(facts: Facts, reminder: ReminderFacts): Step | null {
  const lead = facts.invoices.find(({ key }) => key === reminder.leadKey);
  if (!lead || lead.due === null || reminder.anchor !== 'due') return null;
  const { segment, stage, days, template } = reminder;
  const before = facts.history.completed.get(lead.key) ?? [];
  // A milder word ahead of a firm stage, or a question about an old balance, completes none: the stage itself follows.
  const isStage = reminder.lines.some((line) => line.key === lead.key && line.stage !== null);
  const completed = isStage ? [...before, { segment, stage, days, on: facts.asOf, template }] : before;
  const ladder = stagesTaken(ladderOf(facts.policy, segment), facts.customers.get(lead.customerKey), true);
  const next = nextStage(lead.due, facts.asOf, ladder, segment, completed);
  if (!next) return null;
  const gap = isContact(next.row.channel) ? Math.max(1, next.row.minimumGap) : 0;
  return { ...next, dueOn: Math.max(next.dueOn, facts.asOf + gap) };
}

const NO_DAYS: ReadonlySet<Day> = new Set();

/**
 * The day to name for an answer: so many business days from today, but before the next step, so that nobody hears from
 * us again before the day we gave them; never before the next business day. A holiday here or in the customer's country
 * is none: no bank there would book the payment.
 * @param count business days
 * @example answerBy(facts, reminder, 3) // Thursday, when the next step comes on Friday
 */
export function answerBy(facts: Facts, reminder: ReminderFacts, count: number): Day {
  const country = facts.customers.get(reminder.customerKey)?.country ?? '';
  const holidays = closedDays({ ...facts.settings, quiet: NO_DAYS })(country);
  const wished = plusBusinessDays(facts.asOf, count, holidays);
  const next = followingStage(facts, reminder);
  if (!next || next.dueOn > wished) return wished;
  let day = next.dueOn - 1;
  while (!isBusinessDay(day, holidays)) day -= 1;
  return Math.max(day, plusBusinessDays(facts.asOf, 1, holidays));
}
