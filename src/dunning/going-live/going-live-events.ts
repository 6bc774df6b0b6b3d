// How the beginning is written down: stages that count as completed, old balances to ask about first, what is handed over.
import { type Day, isoOf } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isOwed } from '../../receivables/invoice-status';
import { type CustomerContext, type DecisionContext, decisionContext } from '../decision/customer-context';
import type { Facts } from '../decision/facts';
import { byCustomer } from '../decision/owed';
import { partsForCells } from '../history/cell-parts';
import { customerEvent, type NewEvent, type TakenOverStage } from '../history/events';
import type { PolicyRow } from '../policy/policy';
import { asks, toneRank } from '../policy/tones';
import { type AgeBand, ageBands, type BandChoice, type OverdueCustomer, type ReachedTone } from './age-bands';

/** What people's own sheet says of an invoice's last reminder. */
export interface ChasedBefore {
  /** The day; null when only the stage is known. */
  on: Day | null;
  /** The stage by their count; null when only the day is known. */
  stage: number | null;
}

/** What was chosen for the beginning. */
export interface Beginning {
  /** By label of the age. */
  bands: ReadonlyMap<string, BandChoice>;
  /** Keys of invoices that are with a lawyer or an agency. */
  handedOver: readonly string[];
  /** By invoice key. */
  chased: ReadonlyMap<string, ChasedBefore>;
}

/**
 * The events that write a beginning down. What is written already is left out, so that a second time adds nothing.
 * @param facts of the day
 * @param beginning what was chosen
 * @param actor who chose
 */
export function onboardingEvents(facts: Facts, beginning: Beginning, actor: string): NewEvent[] {
  const given = new Set(beginning.handedOver);
  const away = (invoice: Invoice): boolean => given.has(invoice.key);
  const bands = ageBands({ ...facts, invoices: facts.invoices.filter((invoice) => !away(invoice)) });
  const events = handOverEvents(facts, facts.invoices.filter(away), actor, 'With a lawyer or an agency already.');
  const open = decisionContext({ ...facts, invoices: facts.invoices.filter((one) => isOwed(one) && !away(one)) });
  const takenOver = importedSteps(open, beginning.chased);
  for (const { customer, steps } of takenOver.values()) {
    const days = steps.flatMap(({ key }) => beginning.chased.get(key)?.on ?? []);
    const last = days.length > 0 ? { until: isoOf(Math.max(...days)) } : {};
    events.push(...stepEvents(customer, steps, actor, 'Taken over from the sheet or a list.', last));
  }
  for (const band of bands) {
    const choice = beginning.bands.get(band.age.label) ?? { kind: 'begin' };
    for (const customer of band.customers) {
      if (customer.isSettled || takenOver.has(customer.key)) continue;
      events.push(...bandEvents(open.customer(customer.key), band, customer, choice, actor));
    }
  }
  return events;
}

function bandEvents(
  context: CustomerContext,
  { age }: AgeBand,
  customer: OverdueCustomer,
  choice: BandChoice,
  actor: string,
): NewEvent[] {
  const { facts, steps: ladders } = context;
  const oldest = `The oldest invoice is ${age.label} past due.`;
  if (choice.kind === 'begin') return [];
  if (choice.kind === 'ask-first')
    return [customerEvent('ask-first', customer, actor, `${oldest} First ask whether the balance is right.`)];
  if (choice.kind === 'handed-over')
    return handOverEvents(facts, context.invoices, actor, `${oldest} Handed over at the beginning.`);
  const steps = customer.overdue.flatMap((invoice) => {
    const stage = stageReached(ladders.due, choice.tone, invoice.daysPastDue ?? 0);
    return stage ? [{ key: invoice.key, stage: stage.stage, days: stage.days, on: isoOf(facts.asOf) }] : [];
  });
  return stepEvents(context, steps, actor, `${oldest} Counts as reminded up to a ${choice.tone} word.`);
}

/**
 * The stage that counts as done where somebody was spoken to up to a tone: the last before a stronger word follows, and
 * none that an invoice is too young for.
 * @param ladder in order
 * @param tone how firmly they were spoken to
 * @param daysPastDue age of the invoice
 * @returns null when the invoice is too young for any
 * @example stageReached(ladderOf(defaultPolicy(), 'Timely'), 'personal', 45)?.days // 12
 */
export function stageReached(ladder: readonly PolicyRow[], tone: ReachedTone, daysPastDue: number): PolicyRow | null {
  let reached: PolicyRow | null = null;
  for (const row of ladder) {
    if (toneRank(row.tone) > toneRank(tone) || row.days > daysPastDue) break;
    if (asks(row.tone)) reached = row;
  }
  return reached;
}

/** The stages that people's own columns tell, by customer; of invoices of which nothing is completed yet. */
function importedSteps(
  context: DecisionContext,
  chased: ReadonlyMap<string, ChasedBefore>,
): Map<string, { customer: CustomerContext; steps: TakenOverStage[] }> {
  const found = new Map<string, { customer: CustomerContext; steps: TakenOverStage[] }>();
  if (chased.size === 0) return found;
  const { facts, keys } = context;
  for (const key of keys) {
    const customer = context.customer(key);
    const steps = customer.invoices.flatMap((invoice): TakenOverStage[] => {
      const before = chased.get(invoice.key);
      if (!before || facts.history.completed.has(invoice.key)) return [];
      const stage = stageBefore(customer.steps.due, invoice, before);
      const on = isoOf(before.on ?? facts.asOf);
      return stage ? [{ key: invoice.key, stage: stage.stage, days: stage.days, on }] : [];
    });
    if (steps.length > 0) found.set(key, { customer, steps });
  }
  return found;
}

/**
 * The stage as counted by them, who count reminders after the due date; the last where they count further. Without a
 * count nobody knows how firmly was spoken, so it was no more than a personal word.
 */
function stageBefore(ladder: readonly PolicyRow[], { due }: Invoice, { on, stage }: ChasedBefore): PolicyRow | null {
  const spoken = ladder.filter(({ tone, days }) => asks(tone) && days >= 0);
  if (stage !== null) return stage < 1 ? null : (spoken[Math.min(stage, spoken.length) - 1] ?? null);
  if (on === null || due === null) return null;
  return stageReached(ladder, 'personal', on - due) ?? spoken[0] ?? null;
}

function stepEvents(
  customer: CustomerContext,
  steps: readonly TakenOverStage[],
  actor: string,
  note: string,
  last: { until?: string } = {},
): NewEvent[] {
  if (steps.length === 0) return [];
  const { segment } = customer;
  return partsForCells(steps).map((part) =>
    customerEvent('onboarded', customer, actor, note, { segment, steps: part, ...last }),
  );
}

/** One event for each customer whose invoices go, over those that are not handed over yet. */
function handOverEvents(facts: Facts, invoices: readonly Invoice[], actor: string, note: string): NewEvent[] {
  const left = invoices.filter(({ key }) => !facts.history.handedOver.has(key));
  return [...byCustomer(left)].flatMap(([key, own]) => {
    const customer = { key, name: facts.customers.get(key)?.name ?? key };
    return partsForCells(own.map((invoice) => invoice.key)).map((keys) => {
      const part = new Set(keys);
      const numbers = own.filter((invoice) => part.has(invoice.key)).map((one) => one.invoice || one.key);
      return { ...customerEvent('handed-over', customer, actor, note, { keys }), invoices: numbers.join(', ') };
    });
  });
}
