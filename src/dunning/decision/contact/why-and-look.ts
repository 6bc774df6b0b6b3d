// What people read of a reminder: why it is proposed, and what they should look at before it goes out.
import { type Day, shortDay } from '../../../receivables/day';
import { isOpenCredit } from '../../../receivables/invoice-status';
import { formatMoney, minorDigits, type Totals } from '../../../receivables/money';
import type { ReminderLineFacts } from '../../history/events';
import type { PolicyRow } from '../../policy/policy';
import { asks, isFirm } from '../../policy/tones';
import { type CustomerContext, type DueInvoice, segmentInWords } from '../customer-context';
import { apart } from '../debtor/whose-debt';
import { OLD_BALANCE } from '../reasons';
import { agreedInWords } from '../rules/of-invoice';

/** From this amount on, in whole units of the currency, a person should look before it goes out. */
const LARGE_AMOUNT = 10_000;
/** A payment this many days old or younger is worth a look. */
const RECENT_PAYMENT_DAYS = 5;

/** What there is to say, of what may be said. @example said(isFirm && 'firm words', 'first contact') */
export function said(...words: readonly (string | false | null | undefined)[]): string[] {
  return words.filter((word): word is string => typeof word === 'string');
}

/**
 * Why a reminder of the ladder is proposed, in sentences.
 * @param due all whose next stage is due
 * @param asksFirst whether an old balance is asked about before
 */
export function reasonsOf(
  customer: CustomerContext,
  lead: DueInvoice,
  due: readonly DueInvoice[],
  asksFirst: boolean,
): string[] {
  const { facts, last, steps } = customer;
  const { invoice, stage } = lead;
  // The day, not the age: a reminder may wait for days, and its reason with it.
  const agreed = agreedInWords(customer, invoice);
  const dueOn = invoice.due === null ? '' : `, due ${shortDay(invoice.due, facts.asOf)}${agreed && `; ${agreed}`}`;
  return said(
    `Invoice ${invoice.invoice || invoice.key} (${formatMoney(invoice.open, invoice.currency)}${dueOn}) decides: step ${stage.stage} of ${steps.due.length}${asks(stage.tone) ? `, ${stage.tone}` : ''}.`,
    due.length > 1 && `${due.length} invoices are due for their next step.`,
    segmentInWords(customer),
    contactReason(last?.on ?? null, last?.tone ?? '', stage, facts.asOf),
    asksFirst && OLD_BALANCE,
  );
}

function contactReason(last: Day | null, tone: string, stage: PolicyRow, today: Day): string {
  if (last === null) return 'First contact about overdue invoices.';
  return `Last contact ${shortDay(last, today)}${asks(tone) ? ` (${tone})` : ''}; the minimum gap of ${stage.minimumGap} days has passed.`;
}

/**
 * What a person should look at, in a few words each.
 * @param asks what the mail asks for, minor units by currency
 */
export function lookOf(
  customer: CustomerContext,
  stage: PolicyRow,
  asks: Totals,
  lines: readonly ReminderLineFacts[],
): string[] {
  const { facts, last, invoices } = customer;
  const large = Object.entries(asks).some(([currency, sum]) => sum >= LARGE_AMOUNT * 10 ** minorDigits(currency));
  const paidLately = invoices.some(
    ({ paidOn }) => paidOn !== null && paidOn <= facts.asOf && facts.asOf - paidOn <= RECENT_PAYMENT_DAYS,
  );
  const paidAtBank = invoices.some(({ bank }) => bank?.last && facts.asOf - bank.last.on <= RECENT_PAYMENT_DAYS);
  return said(
    !last && 'first contact',
    lastOutcome(customer) === 'wrong contact' && 'the last call reached the wrong person',
    isFirm(stage.tone) && 'firm words',
    stage.to.includes('senior') && 'goes to the senior contact',
    large && 'above 10,000',
    hasOtherCredits(customer, lines) && 'a credit of one firm is not set against what another owes',
    customer.known?.isSupplier && 'also a supplier: see what we owe them',
    (paidLately || paidAtBank) && 'a payment came lately',
    lines.some(({ disputed }) => disputed > 0) && 'part of it is disputed',
  );
}

/** Whether a mail to who pays for several firms leaves out a credit of one of them. */
function hasOtherCredits({ facts, invoices }: CustomerContext, lines: readonly ReminderLineFacts[]): boolean {
  if (invoices.every(({ debtorKey }) => debtorKey === undefined)) return false;
  const shown = new Set(lines.map(({ key }) => key));
  return invoices.some((one) => isOpenCredit(one) && !shown.has(one.key) && !apart(facts, one));
}

function lastOutcome({ facts: { history }, key }: CustomerContext): string {
  const contacts = history.contacts.get(key) ?? [];
  return contacts[contacts.length - 1]?.outcome ?? '';
}
