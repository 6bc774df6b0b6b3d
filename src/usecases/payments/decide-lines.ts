// What people decide about lines of the bank: accept what is proposed, put the money by hand, on account, not ours; and take it back.
import type { Facts } from '../../dunning/decision/facts';
import { lineUndone } from '../../dunning/history/payment-events';
import type { AllocationFacts } from '../../dunning/history/payment-facts';
import type { PaymentLine } from '../../dunning/history/payments';
import { leftOf } from '../../dunning/payments/decision-fault';
import { isoOf } from '../../receivables/day';
import { formatMoney, toDecimal, toMinor } from '../../receivables/money';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { openCustomer } from '../agreements/customer-change';
import { addDispute } from '../agreements/record-dispute';
import { plannedNow } from '../planning/plan-day';
import type { ChangeResult } from '../waiting/change-result';
import { accepting, accounting, decidedOrRefused, nameOf, onAccountOf } from './line-decisions';
import { sheetOpen } from './matching';
import { changeMoney } from './money-change';
import type { MoneyPlace } from './view';

function lineOf({ history }: Facts, id: string): PaymentLine {
  const line = history.payments.lines.get(id);
  if (!line) throw new Refusal('line-unknown', 'This line of the bank is not known any more. Look again.');
  return line;
}

/**
 * Accepts what is proposed for lines. Each is matched once more with what is open in this moment; what changed since it was
 * shown is passed over with its reason.
 * @param ids of lines as they were shown
 */
export function acceptLines(ports: Ports, ids: readonly string[]): ChangeResult {
  return changeMoney(ports, (open) => {
    const all = [...accepting(open, ids).values()];
    const events = all.flatMap((one) => ('event' in one ? one.event : []));
    const passed = all.flatMap((one) => ('event' in one ? [] : one.message));
    return { events, message: `${events.length} accepted.${passedOver(passed)}` };
  });
}

function passedOver(all: readonly string[]): string {
  return all.length === 0 ? '' : ` ${all.length} passed over: ${[...new Set(all)].slice(0, 2).join(' ')}`;
}

/**
 * Puts the money of a line on invoices that a person chose; what is left goes on the account of the first one's customer.
 * @param places invoice keys with decimal amounts of the invoice's currency, and what a person says of what was paid less
 * @throws Refusal for more than the line has, more than an invoice has open, another currency, or a gap that is none
 */
export function placeLine(ports: Ports, id: string, places: readonly MoneyPlace[]): ChangeResult {
  return changeMoney(ports, (open) => {
    const { facts, ws, gathered } = open;
    const line = lineOf(facts, id);
    const parts = places.map((place) => partOf(place, facts));
    const [first] = parts;
    if (!first || parts.some(({ customerKey }) => customerKey !== first.customerKey))
      throw new Refusal('line-customers', 'Choose at least one invoice, and those of one customer.');
    const left = line.amount > 0 ? leftOf(line, parts) : 0;
    const { customerKey, currency } = first;
    const account = left > 0 ? [onAccountOf(customerKey, currency, left)] : [];
    const as = line.amount < 0 && first.amount < 0 ? 'returned' : 'applied';
    const events = [decidedOrRefused(open, line, { id, as, parts: [...parts, ...account] })];
    const said = [`Put on ${parts.map(({ invoice }) => invoice).join(', ')} of ${nameOf(facts, customerKey)}.`];
    if (left > 0) said.push(`${formatMoney(left, currency)} stands on account.`);
    // A deduction stays open, in dispute: it is not asked for until somebody said whether it is right.
    for (const { invoice, gaps = [] } of parts)
      for (const [kind, gap] of gaps) {
        if (kind !== 'deduction') continue;
        const reason = `Deducted from the payment of ${isoOf(line.on)}`;
        const dispute = { customerKey, invoice, amount: toDecimal(gap, currency), currency, reason };
        const customer = openCustomer(ws, gathered, customerKey);
        const { events: more, tell } = addDispute(customer, { ...dispute, owner: '', deadline: null });
        events.push(...more);
        said.push(tell(facts));
      }
    return { events, message: said.join(' ') };
  });
}

function partOf({ key, amount, gap }: MoneyPlace, { invoices }: Facts): AllocationFacts {
  const invoice = invoices.find((one) => one.key === key);
  if (!invoice) throw new Refusal('invoice-unknown', 'An invoice is no longer in the invoice sheet. Look again.');
  const { customerKey, currency } = invoice;
  const part = { key, invoice: invoice.invoice, customerKey, currency, open: sheetOpen(invoice) };
  const money = toMinor(amount, currency);
  const gaps: AllocationFacts['gaps'] = gap ? [[gap.as, toMinor(gap.amount, currency)]] : undefined;
  return { ...part, amount: money, ...(gaps ? { gaps } : {}) };
}

/** Puts the money of a line on a customer's account. @throws Refusal for a stranger, or money that went out */
export function lineOnAccount(ports: Ports, id: string, customerKey: string): ChangeResult {
  return changeMoney(ports, (open) => {
    const line = lineOf(open.facts, id);
    if (!open.facts.customers.has(customerKey))
      throw new Refusal('customer-unknown', 'Choose the customer whose money it is.');
    if (line.amount <= 0) throw new Refusal('line-return', 'Money that went out is nobody’s credit.');
    return {
      events: [decidedOrRefused(open, line, accounting(line, customerKey))],
      message: `${formatMoney(line.amount, line.currency)} stands on account of ${nameOf(open.facts, customerKey)}.`,
    };
  });
}

/** Says that lines are for no invoice. */
export function ignoreLines(ports: Ports, ids: readonly string[]): ChangeResult {
  return changeMoney(ports, (open) => {
    const lines = [...new Set(ids)].map((id) => lineOf(open.facts, id)).filter(({ decision }) => !decision);
    const events = lines.map((line) => decidedOrRefused(open, line, { id: line.id, as: 'ignored', parts: [] }));
    return { events, message: `${events.length} noted as not ours to match.` };
  });
}

/** Takes decisions back, as long as nothing of them is in the books. */
export function undoLines(ports: Ports, ids: readonly string[]): ChangeResult {
  return changeMoney(ports, ({ facts, user }) => {
    const lines = [...new Set(ids)].flatMap((id) => facts.history.payments.lines.get(id) ?? []).filter(mayUndo);
    const events = lines.map((line) => {
      const parts = line.decision?.parts ?? [];
      return lineUndone(line, parts, nameOf(facts, parts[0]?.customerKey ?? ''), user);
    });
    const rest = ids.length - lines.length;
    return {
      events,
      message: `${events.length} taken back.${rest > 0 ? ` ${rest} stay: booked, or not decided.` : ''}`,
    };
  });
}

/** Plans anew, which takes what stands in AR Payments: rows, and words in its column Decide. */
export function applyLineWords(ports: Ports): ChangeResult {
  const { words, events: all } = plannedNow(ports);
  const { events, refused, unknown } = words;
  const rest = unknown.length > 0 ? ` Not known: ${unknown.slice(0, 3).join(', ')}.` : '';
  const passed = passedOver([...refused.values()]);
  return { changed: all.length, message: `AR Payments read: ${events.length} decided.${passed}${rest}` };
}

/** Whether a decision may be taken back. */
function mayUndo({ decision }: PaymentLine): boolean {
  return decision?.parts.every(({ bookedOn }) => bookedOn === null) ?? false;
}
