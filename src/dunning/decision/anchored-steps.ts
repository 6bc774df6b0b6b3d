// Which steps stand around another day than a due date: a promise, before and after it, the month, the end of a discount.
import { civilOf, type Day, endOfMonth, nextBusinessDay, shortDay, startOfMonth } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isOwed } from '../../receivables/invoice-status';
import { formatTotals } from '../../receivables/money';
import { parseTerms } from '../../receivables/terms/parse-terms';
import { discountDate } from '../../receivables/terms/payment-terms';
import { anchoredStepKey } from '../history/history-state';
import type { ANCHORS, PolicyRow } from '../policy/policy';
import type { CustomerContext } from './customer-context';
import { byDue } from './owed';
import { isMissed, type PromiseStanding, receivedOn, saidTogether } from './promises';
import type { Step } from './stage';

/** A step around something else than a due date whose day has come. Whether it may go out, the rules say. */
export interface AnchoredStep extends Step {
  /** How many steps there are around it, for "1 of 2". */
  steps: number;
  /** The promise, the month or the invoice: what keeps the step from being done twice. */
  subject: string;
  /** What it is about, the oldest first. */
  invoices: readonly Invoice[];
  /** Why it stands, a sentence. */
  reason: string;
  /** What a person should look at; '' when nothing. */
  look: string;
  /** Under which keys of completed steps it was done before and comes again all the same. */
  again?: readonly string[];
}

/** A missed promise is asked about within so many days; later the ladder has long gone on. */
const MISSED_WITHIN = 14;
/** A statement that did not go out in the first days of a month waits for the next. */
const STATEMENT_WITHIN = 10;

const NO_STEPS: readonly AnchoredStep[] = [];

/** What was missed: it comes before the ladder, all else behind it. */
export function missedPromises(customer: CustomerContext): readonly AnchoredStep[] {
  const { facts, blocks, key } = customer;
  const all = blocks.promisesOf(key);
  if (all.length === 0) return NO_STEPS;
  return all.flatMap((standing) => {
    const { id, promise, protectedTo } = standing;
    if (!isMissed(standing) || facts.asOf - protectedTo > MISSED_WITHIN) return [];
    const together = saidTogether(standing, all);
    const step = lastDue(customer, 'promise', id, ({ days }) =>
      days < 0 ? null : Math.max((promise.promisedOn ?? 0) + days, protectedTo + 1),
    );
    const received = receivedOn(together);
    const came = Object.keys(received).length > 0 ? `${formatTotals(received)} of it came in` : 'nothing came in';
    const reason = `The payment promised for ${dayOf(standing, facts.asOf)} is missing: ${came}.`;
    return step ? [{ ...step, invoices: coveredBy(together, key), reason, look: 'a promise was missed' }] : [];
  });
}

/** What stands beside the ladder, the most pressing first. */
export function stepsBesideLadder(customer: CustomerContext): readonly AnchoredStep[] {
  const { blocks, key, steps } = customer;
  if (blocks.promisesOf(key).length + steps.discount.length + steps.month.length === 0) return NO_STEPS;
  return [...comingPromises(customer), ...endingDiscounts(customer), ...statement(customer)];
}

/** Promises whose day comes near. */
function comingPromises(customer: CustomerContext): AnchoredStep[] {
  const { facts, blocks, key } = customer;
  const all = blocks.promisesOf(key);
  return all.flatMap((standing) => {
    const promisedOn = standing.promise.promisedOn ?? 0;
    if (standing.state !== 'open' || facts.asOf >= promisedOn) return [];
    const step = lastDue(customer, 'promise', standing.id, ({ days }) => (days < 0 ? promisedOn + days : null));
    const reason = `A payment is promised for ${dayOf(standing, facts.asOf)}.`;
    return step ? [{ ...step, invoices: coveredBy(saidTogether(standing, all), key), reason, look: '' }] : [];
  });
}

/** Discounts that can still be taken, on invoices of which nothing was paid yet. */
function endingDiscounts(customer: CustomerContext): AnchoredStep[] {
  const { asOf } = customer.facts;
  if (customer.steps.discount.length === 0) return [];
  return [...customer.invoices].sort(byDue).flatMap((invoice) => {
    const until = invoice.amount === invoice.open ? discountEnd(invoice) : null;
    if (until === null || until < asOf) return [];
    const step = lastDue(customer, 'discount', invoice.key, ({ days }) => until + days);
    const reason = `The discount on ${invoice.invoice || invoice.key} ends on ${shortDay(until, asOf)}.`;
    return step ? [{ ...step, invoices: [invoice], reason, look: '' }] : [];
  });
}

/** The last day of the discount that an invoice's terms give; null without one. */
export function discountEnd({ issued, terms }: Pick<Invoice, 'issued' | 'terms'>): Day | null {
  if (issued === null || terms === '') return null;
  const parsed = parseTerms(terms);
  return 'problem' in parsed || parsed.discountRate === null ? null : discountDate(parsed, issued);
}

/** The statement of the month, about the whole account. */
function statement(customer: CustomerContext): AnchoredStep[] {
  const { facts, key, closed } = customer;
  if (customer.steps.month.length === 0) return [];
  const { year, month } = civilOf(facts.asOf);
  const subject = `${key}|${year}-${String(month).padStart(2, '0')}`;
  const step = lastDue(customer, 'month', subject, ({ days }) => {
    const from = nextBusinessDay(startOfMonth(facts.asOf) + days, closed);
    return facts.asOf - from < STATEMENT_WITHIN ? from : null;
  });
  const open = customer.invoices.filter(isOwed);
  return step ? [{ ...step, invoices: [...open].sort(byDue), reason: 'The statement of the month.', look: '' }] : [];
}

/**
 * The first day after today on which a statement may come up: tomorrow while one stands, else the first such day of this
 * month, or the beginning of the next.
 * @returns null where the segment has none
 */
export function nextStatement(customer: CustomerContext): Day | null {
  const { asOf } = customer.facts;
  if (customer.steps.month.length === 0) return null;
  if (statement(customer).length > 0) return asOf + 1;
  const later = customer.steps.month
    .map(({ days }) => nextBusinessDay(startOfMonth(asOf) + days, customer.closed))
    .filter((day) => day > asOf);
  return Math.min(endOfMonth(asOf) + 1, ...later);
}

/**
 * The latest step around something whose day has come and that was not done yet.
 * @param dayOf the day of a step; null for one that does not come into question today
 */
function lastDue(
  { facts, key, steps }: CustomerContext,
  anchor: (typeof ANCHORS)[number],
  subject: string,
  dayOf: (row: PolicyRow) => Day | null,
): Pick<AnchoredStep, 'row' | 'dueOn' | 'steps' | 'subject'> | null {
  const rows = steps[anchor];
  const completed = facts.history.completed.get(anchoredStepKey(anchor, key, subject)) ?? [];
  for (const row of [...rows].reverse()) {
    const dueOn = dayOf(row);
    if (dueOn === null || dueOn > facts.asOf || completed.some(({ stage }) => stage >= row.stage)) continue;
    return { row, dueOn, steps: rows.length, subject };
  }
  return null;
}

/** What promises cover of this very customer: a number may be several customers'. */
function coveredBy(standings: readonly PromiseStanding[], key: string): Invoice[] {
  const covered = new Set(standings.flatMap((standing) => standing.covered));
  return [...covered].filter(({ customerKey }) => customerKey === key).sort(byDue);
}

function dayOf({ promise, protectedTo }: PromiseStanding, asOf: Day): string {
  return shortDay(promise.promisedOn ?? protectedTo, asOf);
}
