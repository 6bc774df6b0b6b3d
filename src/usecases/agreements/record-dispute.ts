// Disputes about invoices, recorded and resolved by people: rows of AR Disputes.
import * as v from 'valibot';
import { blocksOf } from '../../dunning/decision/blocks';
import { newDateInWords } from '../../dunning/decision/disputes';
import type { Facts } from '../../dunning/decision/facts';
import { isOtherCurrency, numberKey } from '../../dunning/decision/promises';
import { customerEvent } from '../../dunning/history/events';
import {
  DISPUTE_KINDS,
  type DisputeKind,
  type DisputeReason,
  reasonNamed,
  USUAL_QUERY_DAYS,
} from '../../dunning/policy/dispute-reasons';
import { DISPUTE_OUTCOMES } from '../../dunning/policy/outcomes';
import { type Day, dayFromIso, isoOf, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney, toMinor } from '../../receivables/money';
import type { Cell } from '../../sheet/grid';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { DISPUTES_TAB, REASONS_TAB } from '../../workbook/tab-specs';
import { readReasons, reasonRecords } from '../../workbook/tabs/reasons';
import { findSeen, type SeenRow, writeCells } from '../../workbook/tabs/seen-rows';
import type { ChangeResult } from '../waiting/change-result';
import {
  type CustomerChange,
  changeCustomer,
  changeIn,
  keyOfRow,
  type OpenCustomer,
  openCustomer,
} from './customer-change';
import { numberIn } from './holds';
import { isSum, SUM } from './sum';

/** A dispute as a person takes it down. */
export const disputeRequest = v.object({
  customerKey: v.string(),
  /** Invoice number; '' for everything of the customer. */
  invoice: v.nullish(v.string(), ''),
  /** Decimal; null for all of the invoice. */
  amount: v.nullish(v.number(), null),
  /** Code; '' for the invoice's. */
  currency: v.nullish(v.string(), ''),
  reason: v.nullish(v.string(), ''),
  /** Who in our firm looks into it. */
  owner: v.nullish(v.string(), ''),
  /** ISO day by which it is to be answered; '' when none is set. */
  deadline: v.nullish(v.string(), ''),
  /** Left out for what AR Reasons says of the reason. */
  kind: v.optional(v.picklist(DISPUTE_KINDS)),
  /** Who in our firm settles it; left out for what AR Reasons says. */
  department: v.optional(v.string()),
});
export type DisputeRequest = v.InferOutput<typeof disputeRequest>;

/**
 * Records a dispute: what is disputed is not asked for, shown apart where the rest is.
 * @throws Refusal without a reason, for a stranger's invoice, an amount that is none, a deadline that has passed
 */
export function recordDispute(ports: Ports, request: DisputeRequest): ChangeResult {
  const checked = checkedDispute(request, ports.clock.now().day);
  return changeCustomer(ports, request.customerKey, (open) => addDispute(open, checked));
}

/** A request whose amount and deadline can be used. */
export interface CheckedDispute extends Omit<DisputeRequest, 'deadline'> {
  deadline: Day | null;
}

/** Checks what does not depend on the invoices. @throws Refusal */
export function checkedDispute(request: DisputeRequest, today: Day): CheckedDispute {
  const { amount, invoice } = request;
  if (request.reason.trim() === '') throw new Refusal('reason-missing', 'Say what is disputed, so that others know.');
  if (amount !== null && !isSum(amount))
    throw new Refusal('amount-unreadable', `The disputed amount must be ${SUM}; leave it empty for all of it.`);
  if (amount !== null && invoice === '')
    throw new Refusal('invoice-missing', 'Say of which invoice this amount is disputed.');
  const deadline = request.deadline === '' ? null : dayFromIso(request.deadline);
  if (request.deadline !== '' && deadline === null)
    throw new Refusal('date-unreadable', `"${request.deadline}" is not a date. Choose a day, or leave it empty.`);
  if (deadline !== null && deadline < today)
    throw new Refusal('date-past', 'The day to answer by has passed. Choose today or a later day, or leave it empty.');
  return { ...request, deadline };
}

/** Writes a dispute into AR Disputes of an opened workbook. */
export function addDispute(open: OpenCustomer, dispute: CheckedDispute): CustomerChange {
  const { ws, facts, customer, writtenAs, user } = open;
  const { reason, amount } = dispute;
  const number = dispute.invoice === '' ? '' : numberIn(open, dispute.invoice);
  const invoice = open.invoices.find((one) => number !== '' && one.invoice === number);
  const currency = amount === null ? '' : currencyOf(dispute, invoice);
  // What is refused leaves nothing behind: the tab comes with the first that is not.
  ws.tabs.make(REASONS_TAB, reasonRecords());
  const said = saidOf(dispute, readReasons(ws.tabs.table(REASONS_TAB)).reasons, facts.asOf);
  const { kind, department, owner, deadline } = said;
  const values = {
    Invoice: number,
    Customer: writtenAs,
    Reason: reason.trim(),
    Amount: amount ?? '',
    Currency: currency,
    Opened: { day: facts.asOf },
    Owner: owner.trim(),
    Deadline: deadline === null ? '' : { day: deadline },
    Kind: kind,
    Department: department,
  };
  if (!isWritten(open, dispute, number)) ws.tabs.addRows(DISPUTES_TAB, [values]);
  const disputed = amount === null ? '' : formatMoney(toMinor(amount, currency), currency);
  const until = kind === 'query' && deadline !== null ? { until: isoOf(deadline) } : {};
  const event = customerEvent('dispute-added', customer, user, reason.trim(), until);
  return {
    events: [{ ...event, invoices: number, amounts: disputed }],
    tell: () => {
      const what = kind === 'query' ? queryInWords(customer.name, number) : inWords(customer.name, number, disputed);
      return `${what} ${answerBy(said, facts)}`.trim();
    },
  };
}

/** What stands of a dispute, with what AR Reasons says of its reason where the person said nothing. */
type Said = Pick<CheckedDispute, 'owner' | 'deadline'> & { kind: DisputeKind; department: string };

function saidOf(dispute: CheckedDispute, reasons: readonly DisputeReason[], today: Day): Said {
  const known = reasonNamed(reasons, dispute.reason);
  const kind = dispute.kind ?? known?.kind ?? 'dispute';
  const days = known?.days ?? (kind === 'query' ? USUAL_QUERY_DAYS : null);
  return {
    kind,
    department: dispute.department?.trim() || (known?.department ?? ''),
    owner: dispute.owner.trim() || (known?.owner ?? ''),
    deadline: dispute.deadline ?? (days === null ? null : today + days),
  };
}

function queryInWords(name: string, number: string): string {
  const what = number === '' ? `Everything of ${name}` : `Invoice ${number}`;
  return `${what} pauses while the query is settled, and stays in the aging.`;
}

/**
 * Whether the very same dispute stands there, open: pressed twice, or tried again after a run that was cut off. A second
 * row would dispute the amount a second time.
 */
function isWritten({ facts, customer }: OpenCustomer, { amount, reason }: CheckedDispute, number: string): boolean {
  return facts.disputes.some(
    (one) =>
      one.customerKey === customer.key &&
      one.resolved === null &&
      one.amount === amount &&
      one.reason === reason.trim() &&
      numberKey(one.invoice) === numberKey(number),
  );
}

function currencyOf({ currency }: CheckedDispute, invoice: Invoice | undefined): string {
  const meant = currency.trim().toUpperCase() || (invoice?.currency ?? '');
  if (invoice && isOtherCurrency(meant, invoice))
    throw new Refusal('currency-other', `Invoice ${invoice.invoice} is in ${invoice.currency}, not in ${meant}.`);
  return meant;
}

function inWords(name: string, number: string, disputed: string): string {
  if (number === '') return `Everything of ${name} is in dispute: nothing is asked for until it is resolved.`;
  if (disputed === '') return `Invoice ${number} is in dispute: it is not asked for until that is resolved.`;
  return `${disputed} of invoice ${number} is in dispute: that part is shown apart, the rest is asked for as before.`;
}

function answerBy({ owner, deadline }: Said, { asOf }: Facts): string {
  if (deadline === null) return owner.trim() === '' ? '' : `${owner.trim()} looks into it.`;
  return `${owner.trim() || 'Somebody of yours'} is to answer by ${shortDay(deadline, asOf)}.`;
}

/**
 * Resolves a dispute. The customer then has five business days before the invoice is asked for again.
 * @param outcome one of `DISPUTE_OUTCOMES`
 * @param text what was decided, in the words the customer is to hear
 * @param newDate ISO day up to which they are given time: reminders count from it; '' where the due date stands
 */
export function resolveDispute(
  ports: Ports,
  dispute: SeenRow,
  outcome: string,
  text: string,
  newDate = '',
): ChangeResult {
  if (!DISPUTE_OUTCOMES.some((known) => known === outcome))
    throw new Refusal('outcome-unknown', `Choose one of: ${DISPUTE_OUTCOMES.join(', ')}.`);
  const day = newDate === '' ? null : dayFromIso(newDate);
  if (newDate !== '' && (day === null || day < ports.clock.now().day))
    throw new Refusal('date-past', 'Choose today or a later day as the new date, or give them none.');
  return changeIn(ports, (ws, gathered) => {
    const row = findSeen(ws.tabs, DISPUTES_TAB, dispute);
    if (row.text('Resolved') !== '') throw new Refusal('nothing-to-lift', 'This dispute is resolved already.');
    const number = row.text('Invoice');
    const key = keyOfRow(row, gathered);
    const { customer, user } = openCustomer(ws, gathered, key);
    const words = [outcome, text.trim()].filter((part) => part !== '').join(': ');
    const { asOf } = gathered.facts;
    const cells: Record<string, Cell> = { Resolved: { day: asOf }, Outcome: words };
    if (day !== null) cells['New date'] = { day };
    writeCells(ws.tabs, DISPUTES_TAB, row.row, cells);
    const note = day === null ? words : `${words}; ${newDateInWords(day, asOf)}`;
    const event = customerEvent('dispute-resolved', customer, user, note, { code: outcome });
    return {
      key,
      events: [{ ...event, invoices: number }],
      tell: (after) =>
        `The dispute of ${customer.name} is resolved (${outcome}). ${askedAgain(after, key, number)}`.trim(),
    };
  });
}

/** From when on the invoice may be asked for again. */
function askedAgain(facts: Facts, key: string, number: string): string {
  const blocks = blocksOf(facts);
  const own = facts.invoices.filter(
    ({ customerKey, open, invoice }) =>
      customerKey === key && open > 0 && (number === '' || numberKey(invoice) === numberKey(number)),
  );
  for (const invoice of own) {
    const day = blocks.newDate(invoice);
    if (day !== null && day >= facts.asOf)
      return `${newDateInWords(day, facts.asOf)}; nothing is asked for before that day has passed.`;
    const stop = blocks.dispute(invoice);
    if (stop) return stop.reasons[0]?.message ?? '';
  }
  return own.length > 0 ? 'It may be asked for again as it falls due.' : 'Nothing of it is open any more.';
}
