// What people decide about lines of the bank: accept what is proposed, put the money by hand, on account, not ours; and take it back.
import type { Facts } from '../../dunning/decision/facts';
import type { NewEvent } from '../../dunning/history/events';
import { lineDecided, lineUndone } from '../../dunning/history/payment-events';
import type { AllocationFacts, LineDecisionFacts } from '../../dunning/history/payment-facts';
import { liveLines, type PaymentLine } from '../../dunning/history/payments';
import { decisionFault, leftOf, type OpenOf } from '../../dunning/payments/decision-fault';
import { returnReasonOf } from '../../receivables/cash/return-reason';
import { formatMoney, toMinor } from '../../receivables/money';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { PAYMENTS_TAB } from '../../workbook/tab-specs';
import type { ChangeResult } from '../waiting/change-result';
import { isSameProposal, learned, matched, sheetOpen } from './matching';
import { changeMoney, type OpenMoney } from './money-change';

function openIn({ invoices }: Facts): OpenOf {
  const open = new Map(invoices.map((one) => [one.key, { open: one.open, currency: one.currency }]));
  return (key) => open.get(key);
}

function lineOf({ history }: Facts, id: string): PaymentLine {
  const line = history.payments.lines.get(id);
  if (!line) throw new Refusal('line-unknown', 'This line of the bank is not known any more. Look again.');
  return line;
}

function decided(open: OpenMoney, line: PaymentLine, decision: LineDecisionFacts): NewEvent {
  const fault = decisionFault(line, decision, openIn(open.facts));
  if (fault) throw Refusal.of(fault);
  const [first] = decision.parts;
  const back = decision.as === 'returned' ? { reason: returnReasonOf(`${line.payer} ${line.text}`) } : {};
  return lineDecided(line, { ...decision, ...back }, first ? nameOf(open.facts, first.customerKey) : '', open.user);
}

function nameOf({ customers }: Facts, key: string): string {
  return customers.get(key)?.name ?? key;
}

/**
 * Accepts what is proposed for lines. Each is matched once more with what is open in this moment; what changed since it was
 * shown is passed over with its reason.
 * @param ids of lines as they were shown
 */
export function acceptLines(ports: Ports, ids: readonly string[]): ChangeResult {
  return changeMoney(ports, (open) => {
    const { events, passed } = accepting(open, ids);
    return { events, message: `${events.length} accepted.${passed}` };
  });
}

function accepting(open: OpenMoney, ids: readonly string[]): { events: NewEvent[]; passed: string } {
  const { facts } = open;
  const { lines } = facts.history.payments;
  const waiting = liveLines(facts.history.payments).filter(({ decision }) => !decision);
  const now = new Map(matched(waiting, { facts, doubles: new Set() }).map((line) => [line.id, line]));
  const events: NewEvent[] = [];
  const passed: string[] = [];
  for (const id of new Set(ids)) {
    const [line, fresh] = [lines.get(id), now.get(id)];
    if (!line || !fresh) passed.push('Somebody decided about it already.');
    else if (line.proposal.length === 0 || !isSameProposal(fresh, { ...line, parts: line.proposal })) {
      passed.push(fresh.parts.length > 0 || line.proposal.length === 0 ? line.why : fresh.why);
    } else {
      const as = line.amount < 0 && fresh.parts.some(({ amount }) => amount < 0) ? 'returned' : 'applied';
      const decision: LineDecisionFacts = { id, as, parts: fresh.parts, proposed: true };
      const fault = decisionFault(line, decision, openIn(facts));
      if (fault) passed.push(fault.message);
      else events.push(decided(open, line, decision));
    }
  }
  const why = [...new Set(passed)].slice(0, 2).join(' ');
  return { events, passed: passed.length === 0 ? '' : ` ${passed.length} passed over: ${why}` };
}

/**
 * Puts the money of a line on invoices that a person chose; what is left goes on the account of the first one's customer.
 * @param places invoice keys with decimal amounts of the invoice's currency
 * @throws Refusal for more than the line has, more than an invoice has open, or another currency
 */
export function placeLine(ports: Ports, id: string, places: readonly { key: string; amount: number }[]): ChangeResult {
  return changeMoney(ports, (open) => {
    const line = lineOf(open.facts, id);
    const parts = places.map(({ key, amount }): AllocationFacts => {
      const invoice = open.facts.invoices.find((one) => one.key === key);
      if (!invoice) throw new Refusal('invoice-unknown', 'An invoice is no longer in the invoice sheet. Look again.');
      const { customerKey, currency } = invoice;
      const money = toMinor(amount, currency);
      return { key, invoice: invoice.invoice, customerKey, currency, amount: money, open: sheetOpen(invoice) };
    });
    const [first] = parts;
    if (!first) throw new Refusal('line-parts', 'Choose at least one invoice.');
    if (new Set(parts.map(({ customerKey }) => customerKey)).size > 1)
      throw new Refusal('line-customers', 'These invoices are of several customers. Choose those of one.');
    const left = line.amount > 0 ? leftOf(line, parts) : 0;
    const { customerKey, currency } = first;
    const account = left > 0 ? [onAccountOf(customerKey, currency, left)] : [];
    const as = line.amount < 0 && first.amount < 0 ? 'returned' : 'applied';
    const rest = left > 0 ? ` ${formatMoney(left, currency)} stands on account.` : '';
    return {
      events: [decided(open, line, { id, as, parts: [...parts, ...account] })],
      message: `Put on ${parts.map(({ invoice }) => invoice).join(', ')} of ${nameOf(open.facts, customerKey)}.${rest}`,
    };
  });
}

function onAccountOf(customerKey: string, currency: string, amount: number): AllocationFacts {
  return { key: '', invoice: '', customerKey, currency, amount, open: 0 };
}

function accounting(open: OpenMoney, line: PaymentLine, customerKey: string): NewEvent {
  const parts = [onAccountOf(customerKey, line.currency, line.amount)];
  return decided(open, line, { id: line.id, as: 'on account', parts });
}

function ignoring(open: OpenMoney, line: PaymentLine): NewEvent {
  return decided(open, line, { id: line.id, as: 'ignored', parts: [] });
}

/** Puts the money of a line on a customer's account. @throws Refusal for a stranger, or money that went out */
export function lineOnAccount(ports: Ports, id: string, customerKey: string): ChangeResult {
  return changeMoney(ports, (open) => {
    const line = lineOf(open.facts, id);
    if (!open.facts.customers.has(customerKey))
      throw new Refusal('customer-unknown', 'Choose the customer whose money it is.');
    if (line.amount <= 0) throw new Refusal('line-return', 'Money that went out is nobody’s credit.');
    return {
      events: [accounting(open, line, customerKey)],
      message: `${formatMoney(line.amount, line.currency)} stands on account of ${nameOf(open.facts, customerKey)}.`,
    };
  });
}

/** Says that lines are for no invoice. */
export function ignoreLines(ports: Ports, ids: readonly string[]): ChangeResult {
  return changeMoney(ports, (open) => {
    const lines = [...new Set(ids)].map((id) => lineOf(open.facts, id)).filter(({ decision }) => !decision);
    const events = lines.map((line) => ignoring(open, line));
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
      message: `${events.length} taken back.${rest > 0 ? ` ${rest} stay: they are in the books, or were not decided.` : ''}`,
    };
  });
}

/** Acts on the words in the column Decide of AR Payments, as the buttons of the page do. */
export function applyLineWords(ports: Ports): ChangeResult {
  return changeMoney(ports, (open) => {
    const said: Record<'accept' | 'ignore' | 'on account', PaymentLine[]> = {
      accept: [],
      ignore: [],
      'on account': [],
    };
    const unknown: string[] = [];
    for (const row of open.ws.tabs.table(PAYMENTS_TAB)?.rows ?? []) {
      const word = row.text('Decide').toLowerCase();
      const line = open.facts.history.payments.lines.get(row.text('Bank line'));
      if (word === '' || line?.decision) continue;
      if (line && (word === 'accept' || word === 'ignore' || word === 'on account')) said[word].push(line);
      else unknown.push(`“${row.text('Decide')}” in row ${row.row}`);
    }
    const accepted = accepting(
      open,
      said.accept.map(({ id }) => id),
    );
    const events = [...accepted.events, ...said.ignore.map((line) => ignoring(open, line))];
    for (const line of said['on account']) {
      const customers = customersOf(line, open.facts);
      const [customerKey] = customers;
      if (customerKey === undefined || customers.length > 1 || line.amount <= 0)
        unknown.push(
          `whose account ${formatMoney(line.amount, line.currency)} of ${line.payer || 'a payer without name'} is on`,
        );
      else events.push(accounting(open, line, customerKey));
    }
    const rest = unknown.length === 0 ? '' : ` Not known: ${unknown.slice(0, 3).join(', ')}.`;
    if (events.length === 0 && unknown.length === 0 && accepted.passed === '')
      return { events, message: 'Nothing was decided in AR Payments: choose a word in its column Decide first.' };
    return { events, message: `${events.length} decided.${accepted.passed}${rest}` };
  });
}

/** The customers that a line is likely from. */
function customersOf({ proposal, candidates, payer }: PaymentLine, { invoices, history }: Facts): string[] {
  const near = invoices.filter(({ key }) => candidates.includes(key)).map(({ customerKey }) => customerKey);
  const known = learned(history.payments).filter(({ name }) => name === payer);
  return [...new Set([...proposal, ...known].map(({ customerKey }) => customerKey).concat(near))];
}

/** Whether a decision may be taken back. */
export function mayUndo({ decision }: PaymentLine): boolean {
  return decision?.parts.every(({ bookedOn }) => bookedOn === null) ?? false;
}
