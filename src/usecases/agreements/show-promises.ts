// The Promises and disputes view: how each stands, what came in, who waits for whom; late ones first.
import { newDateInWords } from '../../dunning/decision/disputes';
import type { Dispute, Facts, PromiseToPay } from '../../dunning/decision/facts';
import { numberKey, type PromiseStanding, promiseStandings } from '../../dunning/decision/promises';
import { paymentsOf } from '../../receivables/dated-payments';
import { type Day, isoOf, plusBusinessDays, shortDay } from '../../receivables/day';
import { formatTotals, typedMoney } from '../../receivables/money';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import type { WorkbookSession } from '../../workbook/session';
import { DISPUTES_TAB, PROMISES_TAB } from '../../workbook/tab-specs';
import { seenRow } from '../../workbook/tabs/seen-rows';
import type { DisputeView, PromisesView, PromiseView } from './view';

/** What has ended stays in view so many days. */
const SHOWN_AFTER_END = 60;

/** Shows all promises and disputes that run, and those that ended lately. */
export function showPromises(ports: Ports): PromisesView {
  const { ws, gathered } = openForShowing(ports);
  const { facts } = gathered;
  const standings = new Map(promiseStandings(facts).map((standing) => [standing.promise, standing]));
  const owners = new Map(facts.invoices.map(({ invoice, customerKey }) => [numberKey(invoice), customerKey]));
  const promises = facts.promises
    .filter((promise) => isRecent(promise.promisedOn, facts.asOf) || promise.state === 'open')
    .map((promise) => promiseView(ws, facts, promise, standings.get(promise), owners));
  const disputes = facts.disputes
    .filter(({ resolved }) => resolved === null || isRecent(resolved, facts.asOf))
    .map((dispute) => disputeView(ws, facts, dispute, owners));
  return { asOf: isoOf(facts.asOf), promises: promises.sort(byNeed), disputes: disputes.sort(byDeadline) };
}

function isRecent(day: Day | null, asOf: Day): boolean {
  return day === null || asOf - day <= SHOWN_AFTER_END;
}

const STATE_ORDER: readonly PromiseView['state'][] = [
  'unreadable',
  'broken',
  'partly kept',
  'open',
  'kept',
  'cancelled',
];

function byNeed(a: PromiseView, b: PromiseView): number {
  const rank = STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state);
  // What runs: the next day first. What ended: the latest first.
  const days = a.promisedOn < b.promisedOn ? -1 : a.promisedOn > b.promisedOn ? 1 : a.row - b.row;
  return rank || (a.state === 'open' ? days : -days);
}

function byDeadline(a: DisputeView, b: DisputeView): number {
  const isOver = Number(a.resolved !== '') - Number(b.resolved !== '');
  const isLate = Number(b.late) - Number(a.late);
  const end = (one: DisputeView): string => one.deadline || '9999';
  const days = a.resolved !== '' ? (a.resolved < b.resolved ? 1 : -1) : end(a) < end(b) ? -1 : end(a) > end(b) ? 1 : 0;
  return isOver || isLate || days || a.row - b.row;
}

function whose(
  { customers }: Facts,
  { customerKey, invoice }: { customerKey: string; invoice: string },
  owners: ReadonlyMap<string, string>,
): { customerKey: string; customer: string } {
  const key = customers.has(customerKey) ? customerKey : (owners.get(numberKey(invoice)) ?? customerKey);
  return { customerKey: customers.has(key) ? key : '', customer: customers.get(key)?.name ?? (key || 'Nobody known') };
}

function iso(day: Day | null): string {
  return day === null ? '' : isoOf(day);
}

function promiseView(
  ws: WorkbookSession,
  facts: Facts,
  promise: PromiseToPay,
  standing: PromiseStanding | undefined,
  owners: ReadonlyMap<string, string>,
): PromiseView {
  const { invoice, amount, currency, promisedOn, recorded, note, plan } = promise;
  const state = standing?.state ?? (promise.unreadable ? 'unreadable' : promise.state);
  return {
    ...whose(facts, { customerKey: standing?.customerKey || promise.customerKey, invoice }, owners),
    invoice,
    amount: typedMoney(amount, currency),
    promisedOn: iso(promisedOn),
    recorded: iso(recorded),
    state,
    received: standing ? receivedInWords(standing, facts.asOf) : '',
    stands: standsInWords(facts, promise, standing, state),
    note,
    plan,
    ...seenRow(ws.tabs, PROMISES_TAB, promise.row),
  };
}

function receivedInWords({ received, covered }: PromiseStanding, asOf: Day): string {
  if (Object.keys(received).length === 0) return '';
  const days = covered.flatMap((invoice) => paymentsOf(invoice, asOf)).map(({ on }) => on);
  return `${formatTotals(received)}${days.length > 0 ? `, last on ${shortDay(Math.max(...days), asOf)}` : ''}`;
}

function standsInWords(
  { asOf }: Facts,
  promise: PromiseToPay,
  standing: PromiseStanding | undefined,
  state: PromiseView['state'],
): string {
  if (state === 'unreadable')
    return `Row ${promise.row} cannot be read: ${promise.unreadable}. Until it is mended it stops reminders.`;
  if (!standing) return '';
  const until = shortDay(standing.protectedTo, asOf);
  if (state === 'open') return `We wait for them; nothing is asked for up to and including ${until}.`;
  if (state === 'kept') return 'Kept.';
  if (state === 'cancelled' && promise.state === 'open')
    return 'Falls away: an earlier instalment of the plan was missed.';
  if (state === 'cancelled') return 'Cancelled; it protects nothing.';
  return state === 'broken' ? 'Missed: nothing came in by then.' : 'Missed in part: less came in than was promised.';
}

/** Business days without reminders after a dispute was closed, as in the decision. */
const DAYS_AFTER_DISPUTE = 5;

function disputeView(
  ws: WorkbookSession,
  facts: Facts,
  dispute: Dispute,
  owners: ReadonlyMap<string, string>,
): DisputeView {
  const { invoice, amount, currency, reason, opened, owner, resolved, outcome } = dispute;
  const deadline = dispute.query?.until ?? dispute.deadline;
  return {
    ...whose(facts, dispute, owners),
    invoice,
    amount: typedMoney(amount, currency),
    reason,
    opened: iso(opened),
    owner,
    deadline: iso(deadline),
    late: resolved === null && deadline !== null && deadline < facts.asOf,
    resolved: iso(resolved),
    outcome,
    kind: dispute.query ? 'query' : 'dispute',
    department: dispute.department ?? '',
    stands: disputeStands(facts, dispute),
    ...seenRow(ws.tabs, DISPUTES_TAB, dispute.row),
  };
}

function disputeStands(
  { asOf, settings }: Facts,
  { unreadable, row, resolved, owner, deadline, newDate, query }: Dispute,
): string {
  if (unreadable) return `Row ${row} cannot be read: ${unreadable}. Until it is mended it stops reminders.`;
  if (resolved !== null) {
    if (newDate !== null) return `Resolved. ${newDateInWords(newDate, asOf)}.`;
    const end = plusBusinessDays(resolved, DAYS_AFTER_DISPUTE, settings.holidays);
    return end > asOf ? `Resolved; asked for again from ${shortDay(end, asOf)} on.` : 'Resolved.';
  }
  const who = owner || 'somebody of ours (no owner is set)';
  if (query) {
    if (query.until === null) return `A query: reminders pause until ${who} settles it.`;
    const day = shortDay(query.until, asOf);
    return query.until < asOf
      ? `A query: its days were over on ${day}, and reminders go on. The customer waits for ${who}.`
      : `A query: reminders pause up to and including ${day}. The customer waits for ${who}.`;
  }
  if (deadline === null) return `The customer waits for ${who}; no deadline is set.`;
  if (deadline < asOf)
    return `The customer waits for ${who} since ${shortDay(deadline, asOf)}: the deadline has passed.`;
  return `The customer waits for ${who} until ${shortDay(deadline, asOf)}.`;
}
