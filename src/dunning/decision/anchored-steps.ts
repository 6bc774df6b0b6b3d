// Steps that count from another day than a due date: a promise, before and after it, the month, the end of a discount.
import { civilOf, type Day, nextBusinessDay, shortDay, startOfMonth } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatTotals } from '../../receivables/money';
import { parseTerms } from '../../receivables/terms/parse-terms';
import { discountDate } from '../../receivables/terms/payment-terms';
import { anchoredStepKey } from '../history/history-state';
import type { PolicyRow } from '../policy/policy';
import type { Blocks } from './blocks';
import type { CustomerContext } from './customer-context';
import type { Facts } from './facts';
import { isChaseable, isHandedOver, isWithinTolerance } from './owed';
import { isMissed, type PromiseStanding, receivedOn, saidTogether } from './promises';
import { gapEnd, isSpokenToday, netCredit } from './rules';
import { stepsAround } from './stage';

/** A step around something else than a due date, due today. */
export interface AnchoredStep {
  row: PolicyRow;
  /** How many steps there are around it, for "1 of 2". */
  steps: number;
  /** The promise, the month or the invoice: what keeps the step from being done twice. */
  subject: string;
  /** What it is about, the oldest first; at least one. */
  invoices: Invoice[];
  /** Why it is here, a sentence. */
  reason: string;
  /** What a person should look at; '' when nothing. */
  look: string;
}

/** A missed promise is asked about within so many days; later the ladder has long gone on. */
const MISSED_WITHIN = 14;
/** A statement that did not go out in the first days of a month waits for the next. */
const STATEMENT_WITHIN = 10;

/** What was missed: it comes before the ladder, all else behind it. */
export function missedPromise(facts: Facts, subject: CustomerContext, blocks: Blocks): AnchoredStep | null {
  const steps = stepsAround(facts.policy, subject.segment, 'promise');
  for (const standing of blocks.promisesOf(subject.key)) {
    const { id, promise, protectedTo } = standing;
    if (!isMissed(standing) || facts.asOf - protectedTo > MISSED_WITHIN) continue;
    const together = saidTogether(standing, blocks.promisesOf(subject.key));
    const open = coveredBy(together).filter(
      (invoice) => isToAskFor(facts, subject, invoice) && isFree(blocks, invoice),
    );
    const row = dueStep(facts, subject, steps, anchoredStepKey('promise', subject.key, id), ({ days }) =>
      days < 0 ? null : Math.max((promise.promisedOn ?? 0) + days, protectedTo + 1),
    );
    if (!row || open.length === 0) continue;
    const received = receivedOn(together);
    const came = Object.keys(received).length > 0 ? `${formatTotals(received)} of it came in` : 'nothing came in';
    const reason = `The payment promised for ${day(standing, facts)} is missing: ${came}.`;
    return { row, steps: steps.length, subject: id, invoices: byDue(open), reason, look: 'a promise was missed' };
  }
  return null;
}

/** A promise whose day comes near. */
function comingPromise(facts: Facts, subject: CustomerContext, blocks: Blocks): AnchoredStep | null {
  const steps = stepsAround(facts.policy, subject.segment, 'promise');
  for (const standing of blocks.promisesOf(subject.key)) {
    const { id, promise } = standing;
    const promisedOn = promise.promisedOn ?? 0;
    if (standing.state !== 'open' || facts.asOf >= promisedOn) continue;
    const open = coveredBy(saidTogether(standing, blocks.promisesOf(subject.key))).filter(
      (invoice) => isToAskFor(facts, subject, invoice) && !blocks.hold(invoice) && !blocks.dispute(invoice),
    );
    const row = dueStep(facts, subject, steps, anchoredStepKey('promise', subject.key, id), ({ days }) =>
      days < 0 ? promisedOn + days : null,
    );
    if (!row || open.length === 0) continue;
    const reason = `A payment is promised for ${day(standing, facts)}.`;
    return { row, steps: steps.length, subject: id, invoices: byDue(open), reason, look: '' };
  }
  return null;
}

/** A discount that can still be taken, on an invoice of which nothing was paid yet. */
function endingDiscount(facts: Facts, subject: CustomerContext, blocks: Blocks): AnchoredStep | null {
  const steps = stepsAround(facts.policy, subject.segment, 'discount');
  if (steps.length === 0) return null;
  for (const invoice of byDue(subject.invoices)) {
    if (!isAskable(facts, invoice) || invoice.amount !== invoice.open || !isFree(blocks, invoice)) continue;
    const until = discountEnd(invoice);
    if (until === null || until < facts.asOf) continue;
    const row = dueStep(
      facts,
      subject,
      steps,
      anchoredStepKey('discount', subject.key, invoice.key),
      ({ days }) => until + days,
    );
    if (!row) continue;
    const reason = `The discount on ${invoice.invoice || invoice.key} ends on ${shortDay(until, facts.asOf)}.`;
    return { row, steps: steps.length, subject: invoice.key, invoices: [invoice], reason, look: '' };
  }
  return null;
}

/** The last day of the discount that an invoice's terms give; null without one. */
export function discountEnd({ issued, terms }: Pick<Invoice, 'issued' | 'terms'>): Day | null {
  if (issued === null || terms === '') return null;
  const parsed = parseTerms(terms);
  return 'problem' in parsed || parsed.discountRate === null ? null : discountDate(parsed, issued);
}

/** The statement of the month: of an account of which something can be spoken about. */
function statement(facts: Facts, subject: CustomerContext, blocks: Blocks): AnchoredStep | null {
  const steps = stepsAround(facts.policy, subject.segment, 'month');
  if (steps.length === 0) return null;
  const open = byDue(subject.invoices.filter((invoice) => isAskable(facts, invoice)));
  if (!open.some((invoice) => !isWithinTolerance(facts, invoice) && isFree(blocks, invoice))) return null;
  const { year, month } = civilOf(facts.asOf);
  const about = `${subject.key}|${year}-${String(month).padStart(2, '0')}`;
  const row = dueStep(facts, subject, steps, anchoredStepKey('month', subject.key, about), ({ days }) => {
    const from = nextBusinessDay(startOfMonth(facts.asOf) + days, subject.closed);
    return facts.asOf - from < STATEMENT_WITHIN ? from : null;
  });
  const reason = 'The statement of the month.';
  return row && { row, steps: steps.length, subject: about, invoices: open, reason, look: '' };
}

/** What is due today beside the ladder, the most pressing first; null when nothing is. */
export function otherAnchoredStep(facts: Facts, subject: CustomerContext, blocks: Blocks): AnchoredStep | null {
  return (
    comingPromise(facts, subject, blocks) ?? endingDiscount(facts, subject, blocks) ?? statement(facts, subject, blocks)
  );
}

/**
 * The step that is due today: the latest whose day has come, when it was not done yet, and the contact gap has passed.
 * @param dayOf the day of a step; null for one that does not come into question today
 */
function dueStep(
  facts: Facts,
  subject: CustomerContext,
  steps: readonly PolicyRow[],
  key: string,
  dayOf: (row: PolicyRow) => Day | null,
): PolicyRow | null {
  const completed = facts.history.completed.get(key) ?? [];
  const due = steps.filter((row) => {
    const on = dayOf(row);
    return on !== null && on <= facts.asOf && !completed.some(({ stage }) => stage >= row.stage);
  });
  const row = due[due.length - 1];
  if (!row) return null;
  // A statement is account-keeping: it keeps no gap, but two mails on one day are one too many.
  const end =
    row.anchor === 'month' ? facts.asOf + (isSpokenToday(facts, subject.key) ? 1 : 0) : gapEnd(facts, subject.key, row);
  return end !== null && end > facts.asOf ? null : row;
}

function coveredBy(standings: readonly PromiseStanding[]): Invoice[] {
  return [...new Set(standings.flatMap(({ covered }) => covered))];
}

/** Whether an invoice may be spoken about at all: owed, still with us, and its row can be read. */
function isAskable(facts: Facts, invoice: Invoice): boolean {
  return isChaseable(invoice) && !isHandedOver(facts, invoice) && (invoice.unreadable ?? []).length === 0;
}

/** The same, of this very customer (a number may be several customers'), and not covered by their own credits. */
function isToAskFor(facts: Facts, subject: CustomerContext, invoice: Invoice): boolean {
  return invoice.customerKey === subject.key && isAskable(facts, invoice) && netCredit(subject, invoice) === null;
}

function isFree(blocks: Blocks, invoice: Invoice): boolean {
  return !blocks.hold(invoice) && !blocks.dispute(invoice) && !blocks.promise(invoice);
}

function byDue(invoices: readonly Invoice[]): Invoice[] {
  return [...invoices].sort(
    (a, b) => (a.due ?? Number.MAX_SAFE_INTEGER) - (b.due ?? Number.MAX_SAFE_INTEGER) || (a.key < b.key ? -1 : 1),
  );
}

function day({ promise, protectedTo }: PromiseStanding, facts: Facts): string {
  return shortDay(promise.promisedOn ?? protectedTo, facts.asOf);
}
