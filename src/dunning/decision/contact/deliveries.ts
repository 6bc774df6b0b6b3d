// Invoices that go out by us on their day: which, by which way, and whether they arrived.
import { type Day, plusBusinessDays, shortDay } from '../../../receivables/day';
import type { Invoice } from '../../../receivables/invoice';
import { isOwed } from '../../../receivables/invoice-status';
import { anchoredStepKey, type CompletedStage } from '../../history/history-state';
import { webAddress } from '../../letter/pay-box';
import { TASK } from '../../policy/channels';
import { DELIVERY_TEXTS, type InvoiceChannel } from '../../policy/invoice-channels';
import type { PolicyRow } from '../../policy/policy';
import type { AnchoredStep } from '../anchored-steps';
import type { CustomerContext } from '../customer-context';
import { byDue } from '../owed';
import { type Verdict, verdict } from '../reasons';

/** Whether the sheet links to the document of an invoice, so that it can be sent once more. */
export function hasDocument({ documents }: Pick<Invoice, 'documents'>): boolean {
  return webAddress(documents?.invoice ?? '') !== '';
}

/**
 * An invoice that did not go out within so many business days of its day was sent otherwise: nobody wants last month's once more. A reply
 * keeps it back for five of them, and closed days are none, so that what had to wait still goes out.
 */
const WITHIN = 7;
/** It goes out unread, where AR Policy says so, up to so many business days after its day. */
const ON_TIME = 2;
/** However long one closes, in days. */
const LONG_AGO = 60;
/** A mail that comes back within so many days of a delivery was that delivery. */
const BOUNCES_WITHIN = 10;

/**
 * The invoices whose day to go out has come, a step for each row of AR Policy that counts from the invoice date. By post nothing goes out
 * by us; in a portal our own people look whether it is there; through a network the mail is a copy.
 */
export function deliveries(customer: CustomerContext): AnchoredStep[] {
  const { steps, key, invoices } = customer;
  const way = wayOf(customer);
  if (steps.issue.length === 0 || way === 'post') return [];
  const found = new Map<PolicyRow, Invoice[]>();
  for (const invoice of invoices) {
    const row = nextRow(customer, invoice);
    if (row) found.set(row, [...(found.get(row) ?? []), invoice]);
  }
  return [...found].map(([row, due]) => ({
    row: isLate(customer, row, due) ? { ...byWay(row, way), sending: 'review' } : byWay(row, way),
    dueOn: customer.facts.asOf,
    steps: steps.issue.length,
    subject: `${key}|${row.stage}`,
    invoices: due.sort(byDue),
    ...againOf(customer, due),
    reason: REASONS[way],
    look: isLate(customer, row, due) ? 'its day has passed: it may have gone out otherwise' : '',
  }));
}

/** Whether the day of one of them is days ago, as when we begin to send invoices: nobody but a person knows whether it went out then. */
function isLate(customer: CustomerContext, { days }: PolicyRow, due: readonly Invoice[]): boolean {
  const { closed, facts } = customer;
  return due.some(
    (invoice) =>
      deliveriesOf(customer, invoice).length === 0 &&
      plusBusinessDays((invoice.issued ?? facts.asOf) + days, ON_TIME, closed) < facts.asOf,
  );
}

function wayOf({ known }: CustomerContext): InvoiceChannel {
  return known?.invoiceChannel ?? 'mail';
}

/** Those of them that came back: they go out a second time. */
function againOf(customer: CustomerContext, due: readonly Invoice[]): Pick<AnchoredStep, 'again'> {
  const back = due.filter((invoice) => cameBack(customer, deliveriesOf(customer, invoice)) !== null);
  return back.length === 0 ? {} : { again: back.map(({ key }) => anchoredStepKey('issue', customer.key, key)) };
}

const REASONS: Readonly<Record<Exclude<InvoiceChannel, 'post'>, string>> = {
  mail: 'The day of the invoice has come: it goes out by mail.',
  network: 'The invoice goes through their network; this is a copy.',
  portal: 'The invoice goes into their portal: look whether it is there and accepted.',
};

function byWay(row: PolicyRow, way: Exclude<InvoiceChannel, 'post'>): PolicyRow {
  if (way === 'portal') return { ...row, channel: TASK, template: DELIVERY_TEXTS.portal, to: ['owner'], cc: [] };
  return way === 'network' && row.template === DELIVERY_TEXTS.mail ? { ...row, template: DELIVERY_TEXTS.network } : row;
}

/** The last row whose day has come and that was not done, or came back. */
function nextRow(customer: CustomerContext, invoice: Invoice): PolicyRow | null {
  const { issued } = invoice;
  const { asOf } = customer.facts;
  if (issued === null || !isOwed(invoice)) return null;
  const done = deliveriesOf(customer, invoice);
  const isBack = cameBack(customer, done) !== null;
  const reached = Math.max(0, ...done.map(({ stage }) => stage));
  const rows = customer.steps.issue.filter(({ days }) => issued + days <= asOf);
  if (isBack) return rows.find(({ stage }) => stage === done[done.length - 1]?.stage) ?? rows[0] ?? null;
  const next = rows.filter(({ stage, days }) => stage > reached && isRecent(customer, issued + days));
  return next[next.length - 1] ?? null;
}

function isRecent({ facts: { asOf }, closed }: CustomerContext, on: Day): boolean {
  return on > asOf - LONG_AGO && plusBusinessDays(on, WITHIN, closed) > asOf;
}

function deliveriesOf({ facts, key }: CustomerContext, invoice: Invoice): readonly CompletedStage[] {
  return facts.history.completed.get(anchoredStepKey('issue', key, invoice.key)) ?? [];
}

/** The day on which mail of the last delivery came back; null where it did not. */
function cameBack({ facts, key }: CustomerContext, done: readonly CompletedStage[]): Day | null {
  const last = done[done.length - 1];
  const back = facts.history.bounced.get(key);
  if (!last || !back || back.on < last.on || back.on - last.on > BOUNCES_WITHIN) return null;
  // What went out after it did not come back by it.
  if (back.againOn !== undefined && last.on >= back.againOn) return null;
  return back.on;
}

/** Why nothing is asked for an invoice whose delivery came back; null where it arrived, or is not ours to deliver. */
export function notDelivered(customer: CustomerContext, invoice: Invoice): Verdict | null {
  // By post somebody else sees to it.
  if (customer.steps.issue.length === 0 || wayOf(customer) === 'post') return null;
  const back = cameBack(customer, deliveriesOf(customer, invoice));
  if (back === null) return null;
  const message = `The invoice itself came back on ${shortDay(back, customer.facts.asOf)}: it goes out again before it is asked for.`;
  return verdict('blocked', 'bounced', message);
}

/** Why an invoice cannot go out by mail: without its document the mail would be a riddle. */
export function withoutDocument(lead: Invoice): { code: 'no-document'; message: string } | null {
  if (hasDocument(lead)) return null;
  const message = `The invoice sheet has no link to the document of ${lead.invoice || lead.key}. Fill in the column that Set-up knows as Invoice document.`;
  return { code: 'no-document', message };
}
