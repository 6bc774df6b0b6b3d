// Payment plans, agreed by a person: instalments as rows of AR Promises that share one plan.
import * as v from 'valibot';
import { isChaseable } from '../../dunning/decision/owed';
import { promiseStandings } from '../../dunning/decision/promises';
import { type Day, dayFromIso, longDay, plusMonths, shortDay } from '../../receivables/day';
import { formatMoney, NO_CURRENCY, toDecimal, toMinor } from '../../receivables/money';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { PROMISES_TAB } from '../../workbook/tab-specs';
import type { ChangeResult } from '../waiting/change-result';
import { type CustomerChange, changeCustomer, type OpenCustomer } from './customer-change';
import { currencyOf, namedInvoices } from './record-promise';
import { isSum, SUM } from './sum';

/** A payment plan as a person agrees it. */
export const planRequest = v.object({
  customerKey: v.string(),
  /** One invoice number; '' for all that is open today. */
  invoice: v.nullish(v.string(), ''),
  /** Code; '' where the customer's open invoices have only one. */
  currency: v.nullish(v.string(), ''),
  /** Each with its ISO day and its decimal amount. */
  instalments: v.array(v.object({ on: v.string(), amount: v.number() })),
  note: v.nullish(v.string(), ''),
  /** Who else agreed; needed where a plan is long. */
  approvedBy: v.nullish(v.string(), ''),
});
export type PlanRequest = v.InferOutput<typeof planRequest>;

/** What one person may agree alone: so many instalments, within so many months. */
const PLAN_LIMITS = { instalments: 6, months: 6 } as const;

/** More of them are no plan but a loan. */
const MOST_INSTALMENTS = 36;

/** Months: a later day is a slip of the pen. */
const FARTHEST = 60;

interface CheckedInstalment {
  on: Day;
  amount: number;
}

/**
 * Records a payment plan: a row of AR Promises for each instalment. Due dates stay as they are; reminders stop while it is kept.
 * @throws Refusal for a day or an amount that is none, more than is open, a plan that runs already, or one that needs a second yes
 */
export function recordPlan(ports: Ports, request: PlanRequest): ChangeResult {
  const instalments = checkedInstalments(request, ports.clock.now().day);
  return changeCustomer(ports, request.customerKey, (open) => addPlan(open, request, instalments));
}

function checkedInstalments({ instalments, approvedBy }: PlanRequest, today: Day): CheckedInstalment[] {
  const read = instalments.map(({ on, amount }, index) => {
    const which = `Instalment ${index + 1}`;
    const day = dayFromIso(on);
    if (day === null) throw new Refusal('date-unreadable', `${which}: choose the day on which it is to be paid.`);
    if (day < today) throw new Refusal('date-past', `${which}: its day has passed. Choose today or a later day.`);
    if (day > plusMonths(today, FARTHEST))
      throw new Refusal('date-unreadable', `${which}: its day is more than five years away. Check its year.`);
    if (!isSum(amount)) throw new Refusal('amount-unreadable', `${which}: its amount must be ${SUM}.`);
    return { on: day, amount };
  });
  const sorted = read.sort((a, b) => a.on - b.on);
  const days = new Set(sorted.map(({ on }) => on));
  if (sorted.length < 2 || sorted.length > MOST_INSTALMENTS || days.size < sorted.length)
    throw new Refusal(
      'plan-instalments',
      `A plan has 2 to ${MOST_INSTALMENTS} instalments, each on a day of its own. One payment alone is a promise.`,
    );
  const last = sorted[sorted.length - 1]?.on ?? today;
  const isLong = sorted.length > PLAN_LIMITS.instalments || last > plusMonths(today, PLAN_LIMITS.months);
  if (isLong && approvedBy.trim() === '')
    throw new Refusal(
      'plan-approval',
      `More than ${PLAN_LIMITS.instalments} instalments, or more than ${PLAN_LIMITS.months} months, needs a second person's yes: write who agreed.`,
    );
  return sorted;
}

function addPlan(open: OpenCustomer, request: PlanRequest, instalments: readonly CheckedInstalment[]): CustomerChange {
  const { ws, facts, customer, writtenAs } = open;
  const named = namedInvoices(open, request.invoice === '' ? [] : [request.invoice]);
  const about = named.length > 0 ? named : open.invoices.filter(isChaseable);
  if (about.length === 0)
    throw new Refusal('nothing-open', `${customer.name} has nothing open: there is nothing to agree a plan about.`);
  if (!ws.tabs.needTable(PROMISES_TAB).columns.has('Plan'))
    throw new Refusal(
      'tab-damaged',
      'AR Promises has no column "Plan" yet. Save Set-up once more: it adds the column and keeps all else.',
    );
  const written = currencyOf(about, { amount: 1, currency: request.currency }, customer.name);
  const currency = written || NO_CURRENCY;
  const none = instalments.findIndex(({ amount }) => toMinor(amount, currency) <= 0);
  if (none >= 0)
    throw new Refusal('amount-unreadable', `Instalment ${none + 1}: its amount comes to nothing in ${currency}.`);
  const sum = instalments.reduce((total, { amount }) => total + toMinor(amount, currency), 0);
  const owed = about.reduce((total, one) => total + (one.currency === currency ? one.open : 0), 0);
  if (sum > owed)
    throw new Refusal(
      'plan-sum',
      `The instalments come to ${formatMoney(sum, currency)}, and ${formatMoney(owed, currency)} is open. Lower one of them.`,
    );
  const covered = new Set(about.map(({ key }) => key));
  const running = promiseStandings(facts).find(
    ({ promise, state, covered: ones }) =>
      promise.plan !== '' && state === 'open' && ones.some(({ key }) => covered.has(key)),
  );
  if (running)
    throw new Refusal(
      'plan-exists',
      `“${running.promise.plan}” of ${customer.name} runs already. Cancel it under Promises first, if the new one takes its place.`,
    );
  const plan = freshName(open);
  const second = request.approvedBy.trim();
  const note = [request.note.trim(), second && `Agreed by ${second} too.`].filter((part) => part !== '').join(' ');
  const rows = instalments.map(({ on, amount }, index) => ({
    Customer: writtenAs,
    Invoice: named[0]?.invoice ?? '',
    Amount: toDecimal(toMinor(amount, currency), currency),
    Currency: written,
    'Promised on': { day: on },
    Recorded: { day: facts.asOf },
    State: 'open',
    Note: `${index + 1} of ${instalments.length}.${note && ` ${note}`}`,
    Plan: plan,
  }));
  ws.tabs.addRows(PROMISES_TAB, rows);
  const left = owed > sum ? ` ${formatMoney(owed - sum, currency)} stays open after the last.` : '';
  const first = shortDay(instalments[0]?.on ?? facts.asOf, facts.asOf);
  // The new plan of the day notes what each instalment covers, and writes that into the log.
  const tell = () =>
    `${rows.length} instalments of ${customer.name} are agreed, ${formatMoney(sum, currency)} in all, the first for ${first}.${left} No reminder goes out while each comes in on its day.`;
  return { events: [], rows: rows.length, tell };
}

/** @example 'Plan of 28 November 2026'; a second one of that day has a number */
function freshName({ facts, customer }: OpenCustomer): string {
  const name = `Plan of ${longDay(facts.asOf)}`;
  const own = facts.promises.filter(({ customerKey }) => customerKey === customer.key);
  const taken = new Set(own.map(({ plan }) => plan.trim().toLowerCase()));
  for (let number = 1; ; number += 1) {
    const one = number === 1 ? name : `${name} (${number})`;
    if (!taken.has(one.toLowerCase())) return one;
  }
}
