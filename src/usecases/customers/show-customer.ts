// The card of a customer: what is open, how they pay, what is running, what is decided, and all that happened.
import { hasDocument } from '../../dunning/decision/contact/deliveries';
import {
  type CustomerContext,
  type DecisionContext,
  decisionContext,
  segmentInWords,
} from '../../dunning/decision/customer-context';
import { customerSummary, summaryInWords } from '../../dunning/decision/customer-summary';
import { allowanceInWords } from '../../dunning/decision/debtor/claims';
import { decide, type InvoiceDecision } from '../../dunning/decision/decide';
import type { Facts } from '../../dunning/decision/facts';
import { isChaseable, isHandedOver, isOf, isOverdue } from '../../dunning/decision/owed';
import { ageInWords } from '../../dunning/decision/reasons';
import { askedInWords, stepInWords } from '../../dunning/letter/headline';
import { refundables } from '../../dunning/payments/refundable';
import { customerFigures, daysBeyondTerms } from '../../receivables/customer-figures';
import { type Day, isoOf, shortDay } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isOpenCredit } from '../../receivables/invoice-status';
import { addTo, formatMoney, formatTotals, type Totals } from '../../receivables/money';
import { readSegmentation } from '../../workbook/facts';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { REASONS_TAB } from '../../workbook/tab-specs';
import { readReasons } from '../../workbook/tabs/reasons';
import { activeBlocks } from './active-blocks';
import { historyOf } from './history-lines';
import type { CustomerInvoiceView, CustomerView } from './view';

/** So many changes since the last mail are named. */
const MOST_CHANGES = 12;

/** Shows a customer. @throws Refusal `customer-unknown` */
export function showCustomer(ports: Ports, customerKey: string): CustomerView {
  const opened = openForShowing(ports);
  const { ws, gathered, book } = opened;
  const { facts } = gathered;
  const customer = facts.customers.get(customerKey);
  if (!customer)
    throw new Refusal('customer-unknown', `The customer "${customerKey}" is not known any more. Search again.`);
  const context = decisionContext(facts);
  const side = context.customer(customerKey);
  const own = side.invoices;
  const { lines: history, more: historyMore } = historyOf(ws.log.events, facts.history, customer, facts.asOf);
  const { key, name, id, contact, email, cc, escalationEmail, phone, language, country, owner, notes } = customer;
  return {
    key,
    name,
    id,
    asOf: isoOf(facts.asOf),
    balances: balancesOf(side),
    facts: factsOf(opened, side),
    contact: { contact, email, cc, escalationEmail, phone, language, country, owner, notes },
    doNotContact: customer.doNotContact !== 'no',
    changes: changesOf(facts, own, key),
    running: activeBlocks(ws, side, customer),
    waiting: waitingOf(facts, key),
    invoices: invoicesOf(context, key),
    history,
    historyMore,
    canHandOver: own.some((invoice) => isChaseable(invoice) && isOverdue(invoice) && !isHandedOver(facts, invoice)),
    currencies: [...new Set(own.filter(isChaseable).map(({ currency }) => currency))].sort(),
    sheet: book.sheet.name,
    reasons: readReasons(ws.tabs.table(REASONS_TAB)).reasons.map(({ reason }) => reason),
  };
}

/** What a customer owes by currency, in words. */
export function balancesOf({ invoices, blocks }: CustomerContext): CustomerView['balances'] {
  const open: Totals = {};
  const overdue: Totals = {};
  const credits: Totals = {};
  const disputed: Totals = {};
  for (const invoice of invoices) {
    const { currency } = invoice;
    if (isOpenCredit(invoice)) addTo(credits, currency, -invoice.open);
    if (!isChaseable(invoice)) continue;
    addTo(open, currency, invoice.open);
    if (isOverdue(invoice)) addTo(overdue, currency, invoice.open);
    const part = blocks.disputedPart(invoice);
    if (part > 0) addTo(disputed, currency, part);
  }
  const amount = (totals: Totals, currency: string): string =>
    totals[currency] ? formatMoney(totals[currency] ?? 0, currency) : '';
  return [...new Set([...Object.keys(open), ...Object.keys(credits)])].sort().map((currency) => ({
    currency,
    open: amount(open, currency),
    overdue: amount(overdue, currency),
    credits: amount(credits, currency),
    disputed: amount(disputed, currency),
  }));
}

/** What a collector wants to know before deciding, in words. */
function factsOf({ ws, day }: Opened, customer: CustomerContext): CustomerView['facts'] {
  const { facts, key, invoices: own } = customer;
  const known = facts.customers.get(key);
  const rows: [string, string][] = [
    ['Oldest', oldestOf(own, day)],
    ...summaryInWords(customerSummary(customer), day),
    ...moneyIn(customer, day),
    ['Usual delay', usualDelay(own, day, readSegmentation(ws.settings()).settings)],
    ['Segment', segmentInWords(customer)],
    ['Paid by', known?.paidBy ?? ''],
    ['Allowance', allowanceInWords(facts, own)],
    ['Owner', known?.owner ?? ''],
    ['Phone', known?.phone ?? ''],
    ['Pays', [known?.paymentMethod ?? '', known?.paymentRun ?? ''].filter((part) => part !== '').join(', ')],
    ['Notes', known?.notes ?? ''],
  ];
  return rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}

/** The three figures side by side where the bank knows more than the sheet, and what the payer may still have back. */
function moneyIn({ invoices, facts, key }: CustomerContext, day: Day): [string, string][] {
  const [sheet, bank, asked]: Totals[] = [{}, {}, {}];
  for (const { bank: money, open, currency, row } of invoices) {
    if (row === 0) addTo(bank ?? {}, currency, -open);
    addTo(sheet ?? {}, currency, row === 0 ? 0 : (money?.inSheet ?? open));
    addTo(bank ?? {}, currency, money?.accepted ?? 0);
    addTo(asked ?? {}, currency, open);
  }
  const isBeside = Object.values(bank ?? {}).some((minor) => minor !== 0);
  const figures = [sheet, bank, asked].map((totals) => formatTotals(totals ?? {}));
  return [
    [
      'At the bank',
      isBeside ? `in the sheet ${figures[0]}; bank, not yet booked ${figures[1]}; left ${figures[2]}` : '',
    ],
    ['Refundable', refundables(facts.history.payments, key, day).join(', ')],
  ];
}

function oldestOf(own: readonly Invoice[], day: Day): string {
  const overdue = own.filter((invoice) => isChaseable(invoice) && isOverdue(invoice));
  const [oldest] = overdue.sort((a, b) => (a.due ?? 0) - (b.due ?? 0));
  if (!oldest || oldest.due === null) return 'nothing is overdue';
  return `${oldest.invoice || oldest.key}, due ${shortDay(oldest.due, day)}, ${ageInWords(oldest.daysPastDue ?? 0)}`;
}

function usualDelay(own: readonly Invoice[], day: Day, settings: Parameters<typeof customerFigures>[2]): string {
  const [figures] = customerFigures(own, day, settings).values();
  const days = figures && figures.closed > 0 ? daysBeyondTerms(figures) : null;
  if (!figures || days === null) return '';
  const late = days < 0.05 ? 'on time' : `${days.toFixed(1)} days late`;
  return `${late} on average (${figures.closed} paid; overdue ones count with their days so far)`;
}

/** What changed since the customer was last asked: paid, part-paid, grown, new. */
function changesOf(facts: Facts, own: readonly Invoice[], key: string): CustomerView['changes'] {
  const asked = facts.history.lastAsked.get(key);
  const last = facts.history.lastContact.get(key);
  if (!asked || !last) return null;
  const now = new Map(own.map((invoice) => [invoice.key, invoice]));
  const lines: string[] = [];
  for (const { key: invoiceKey, invoice, currency, open } of asked) {
    const left = now.get(invoiceKey)?.open ?? 0;
    const number = invoice || invoiceKey;
    if (open <= 0 || left === open) continue;
    if (left <= 0) lines.push(`${number} is paid (${formatMoney(open, currency)}).`);
    else if (left < open)
      lines.push(`${number}: ${formatMoney(open - left, currency)} came in, ${formatMoney(left, currency)} is left.`);
    else lines.push(`${number} grew from ${formatMoney(open, currency)} to ${formatMoney(left, currency)}.`);
  }
  const before = new Set(asked.map((line) => line.key));
  for (const invoice of own) {
    if (before.has(invoice.key) || !isChaseable(invoice) || !isOverdue(invoice)) continue;
    lines.push(
      `${invoice.invoice || invoice.key} is new: ${formatMoney(invoice.open, invoice.currency)}, ${ageInWords(invoice.daysPastDue ?? 0)}.`,
    );
  }
  return { since: isoOf(last.on), lines: lines.slice(0, MOST_CHANGES), more: Math.max(0, lines.length - MOST_CHANGES) };
}

function waitingOf({ history, asOf }: Facts, key: string): CustomerView['waiting'] {
  const all = [...history.waiting.values()];
  const waiting = history.waiting.get(key) ?? all.find(({ facts }) => facts.customerKey === key);
  if (!waiting) return null;
  const { id, state, facts, note } = waiting;
  const stage = stepInWords(facts);
  const why = note || facts.fix || (facts.reasons[0] ?? '');
  return { id, state, stage, channel: facts.channel, amounts: askedInWords(waiting, asOf), why };
}

/** All that is open, credits included, the oldest first, with today's decision. */
function invoicesOf(context: DecisionContext, key: string): CustomerInvoiceView[] {
  const { facts } = context;
  return decide(facts, context)
    .decisions.filter(({ invoice }) => isOf(invoice, key) && invoice.open !== 0 && invoice.status !== 'void')
    .sort((a, b) => (a.invoice.due ?? Number.MAX_SAFE_INTEGER) - (b.invoice.due ?? Number.MAX_SAFE_INTEGER))
    .map((decision) => invoiceView(facts, decision));
}

function invoiceView(facts: Facts, { invoice, decision, reasons, nextDate }: InvoiceDecision): CustomerInvoiceView {
  return {
    key: invoice.key,
    invoice: invoice.invoice || invoice.key,
    due: invoice.due === null ? '' : isoOf(invoice.due),
    daysPastDue: invoice.daysPastDue ?? 0,
    balance: formatMoney(invoice.open, invoice.currency),
    currency: invoice.currency,
    decision,
    why: reasons[0]?.message ?? '',
    nextDate: nextDate === null || nextDate <= facts.asOf ? '' : isoOf(nextDate),
    row: invoice.row,
    credit: invoice.open < 0,
    document: hasDocument(invoice),
  };
}
