// The hand-over file of a customer: all that a lawyer or an agency asks for first, on one page.
import { decisionContext } from '../../dunning/decision/customer-context';
import type { Dispute, Facts } from '../../dunning/decision/facts';
import { byDue, isChaseable, isHandedOver } from '../../dunning/decision/owed';
import type { PromiseStanding } from '../../dunning/decision/promises';
import type { EventKind, LogEvent } from '../../dunning/history/events';
import { paymentsOf } from '../../receivables/dated-payments';
import { type Day, isoOf, longDay } from '../../receivables/day';
import { originalDue } from '../../receivables/figures/original-due';
import type { Invoice } from '../../receivables/invoice';
import { numberStem } from '../../receivables/invoice-number';
import { isOpenCredit } from '../../receivables/invoice-status';
import { addTo, formatMoney, formatTotals, type Totals, typedMoney } from '../../receivables/money';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { isAboutCustomer } from './active-blocks';
import { eventInWords, isAbout } from './history-lines';
import { balancesOf } from './show-customer';
import type { HandOverFileView, HandOverLine } from './view';

/** What of the log tells others how the debt was pursued; our own planning is not theirs. */
const TOLD: readonly EventKind[] = [
  ...(['sent', 'done', 'voided', 'replied', 'answered', 'bounced', 'promise-noted', 'promise-ended'] as const),
  ...(['dispute-added', 'dispute-resolved', 'handed-over', 'taken-back', 'insolvency'] as const),
];

/**
 * Puts the file together: what is open with its history, promises, disputes and contacts, and what came of a hand-over so far.
 * @throws Refusal `customer-unknown`, or `nothing-open` where the customer owes nothing and was never handed over
 */
export function showHandOverFile(ports: Ports, customerKey: string): HandOverFileView {
  const { ws, gathered } = openForShowing(ports);
  const { facts } = gathered;
  const customer = facts.customers.get(customerKey);
  if (!customer)
    throw new Refusal('customer-unknown', `The customer "${customerKey}" is not known any more. Search again.`);
  const side = decisionContext(facts).customer(customerKey);
  const own = ws.log.events.filter((event) => isAbout(event, facts.history, customer));
  const moves = own.filter(({ kind }) => kind === 'handed-over' || kind === 'taken-back');
  const open = side.invoices.filter((one) => isChaseable(one) || isOpenCredit(one)).sort(byDue);
  if (open.length === 0 && moves.length === 0)
    throw new Refusal('nothing-open', `${customer.name} owes nothing: there is nothing to hand over.`);
  return {
    asOf: isoOf(facts.asOf),
    company: ws.settings().company,
    customer: customer.name,
    contact: [
      ['Number', customer.id],
      ['Postal address', customer.postalAddress],
      ['Contact', customer.contact],
      ['Email', customer.email],
      ['Phone', customer.phone],
      ['Country', customer.country],
      ['Kind', customer.kind],
      ['Account owner', customer.owner],
    ].flatMap(([label = '', value = '']) => (value === '' ? [] : [{ label, value }])),
    balances: balancesOf(side),
    invoices: open.map((invoice) => lineOf(facts, invoice, side.blocks.disputedPart(invoice))),
    promises: side.blocks.promisesOf(customerKey).map(promiseInWords),
    disputes: facts.disputes.filter(isAboutCustomer(customerKey, side.invoices)).map(disputeInWords),
    placed: moves.map(({ at, kind, note }) => ({ on: at.slice(0, 10), what: eventInWords(kind), note })),
    recovered: recoveredOf(facts, side.invoices),
    history: own.filter(({ kind }) => TOLD.includes(kind)).map(historyLine),
  };
}

function lineOf(facts: Facts, invoice: Invoice, disputed: number): HandOverLine {
  const { currency } = invoice;
  const money = (minor: number): string => (minor === 0 ? '' : formatMoney(minor, currency));
  const iso = (day: Day | null): string => (day === null ? '' : isoOf(day));
  const due = originalDue(invoice, facts.history.firstDue);
  return {
    invoice: invoice.invoice || invoice.key,
    orderNumber: invoice.orderNumber,
    issued: iso(invoice.issued),
    due: iso(due),
    daysPastDue: due === null ? 0 : facts.asOf - due,
    amount: invoice.amount === null ? '' : money(invoice.amount),
    open: money(invoice.open),
    disputed: money(disputed),
    away: isHandedOver(facts, invoice),
  };
}

function promiseInWords({ promise, state, received }: PromiseStanding): string {
  const what = typedMoney(promise.amount, promise.currency) || 'All that was open';
  const about = promise.invoice === '' ? '' : ` on invoice ${promise.invoice}`;
  const day = promise.promisedOn === null ? '' : ` for ${longDay(promise.promisedOn)}`;
  const came = Object.keys(received).length > 0 ? `, ${formatTotals(received)} came in` : '';
  return `${what}${about}${day}: ${state}${came}.${promise.plan === '' ? '' : ` ${promise.plan}.`}`;
}

function disputeInWords({ invoice, amount, currency, reason, opened, resolved, outcome }: Dispute): string {
  const part = amount === null ? '' : `${typedMoney(amount, currency)} of `;
  const about = invoice === '' ? 'Everything' : `${part}${part === '' ? 'Invoice' : 'invoice'} ${invoice}`;
  const since = opened === null ? '' : ` since ${longDay(opened)}`;
  const end =
    resolved === null ? 'still open' : `closed on ${longDay(resolved)}${outcome === '' ? '' : `, ${outcome}`}`;
  return `${about}${since}${reason === '' ? '' : `: ${reason}`}; ${end}.`;
}

/** What came in on invoices since they were handed over, by the dates in the invoice sheet. */
function recoveredOf({ history, asOf }: Facts, own: readonly Invoice[]): string {
  const totals: Totals = {};
  for (const invoice of own) {
    const since = history.handedOver.get(numberStem(invoice.key));
    if (since === undefined) continue;
    for (const { on, currency, amount } of paymentsOf(invoice, asOf)) if (on >= since) addTo(totals, currency, amount);
  }
  return Object.keys(totals).length > 0 ? formatTotals(totals) : '';
}

function historyLine({ at, kind, stage, to, invoices, amounts, note }: LogEvent): HandOverFileView['history'][number] {
  const facts = [note, invoices, amounts, to === '' ? '' : `to ${to}`].filter((part) => part !== '');
  return {
    on: at.slice(0, 10),
    what: stage === '' ? eventInWords(kind) : `${eventInWords(kind)} (${stage})`,
    facts: facts.join(' · '),
  };
}
