// The page Payments: what is certain, what is asked, what nobody knows, and what is decided and not in the books yet.
import type { Facts } from '../../dunning/decision/facts';
import type { AllocationFacts } from '../../dunning/history/payment-facts';
import { lineState, liveLines, type PaymentLine } from '../../dunning/history/payments';
import { isoOf } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney, toDecimal } from '../../receivables/money';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { PAYMENTS_TAB } from '../../workbook/tab-specs';
import { unreadRows } from '../../workbook/tabs/pasted-lines';
import { shownLines } from '../../workbook/tabs/payments';
import { differencesOf } from './differences';
import { nameOf } from './line-decisions';
import type { CandidateView, PartView, PaymentLineView, PaymentsView } from './view';

/** What is known of money in. @throws Refusal with the stop that forbids showing it */
export function showPayments(ports: Ports): PaymentsView {
  const { ws, gathered, day } = openForShowing(ports);
  const { facts } = gathered;
  const { payments } = facts.history;
  const invoices = new Map(facts.invoices.map((one) => [one.key, one]));
  const view = (line: PaymentLine): PaymentLineView => lineView(line, facts, invoices);
  const waiting = liveLines(payments).filter(({ decision }) => !decision);
  const of = (...states: string[]): PaymentLineView[] =>
    waiting.filter((line) => states.includes(lineState(line))).map(view);
  const decided = shownLines(payments.lines.values(), day).filter(({ decision }) => decision !== null);
  return {
    asOf: isoOf(day),
    differences: differencesOf(facts),
    unread: unreadRows(ws.tabs.table(PAYMENTS_TAB)),
    certain: of('proposed'),
    asked: of('asked'),
    others: of('new'),
    decided: decided.map(view).reverse(),
  };
}

function lineView(line: PaymentLine, facts: Facts, invoices: ReadonlyMap<string, Invoice>): PaymentLineView {
  const { id, on, amount, currency, payer, text, why, decision, proposal } = line;
  return {
    ...{ id, date: isoOf(on), amount: formatMoney(amount, currency), money: toDecimal(amount, currency) },
    ...{ currency, payer, text, why, state: lineState(line) },
    parts: (decision?.parts ?? proposal).map((part) => partView(part, facts)),
    candidates: decision
      ? []
      : line.candidates.flatMap((key) => {
          const invoice = invoices.get(key);
          return invoice ? candidateOf(invoice) : [];
        }),
    by: decision?.by ?? '',
  };
}

function partView(part: AllocationFacts & { bookedOn?: number | null }, facts: Facts): PartView {
  const { customerKey, invoice, currency, amount, gaps = [], bookedOn = null } = part;
  return {
    ...{ customer: nameOf(facts, customerKey), invoice, currency, amount: toDecimal(amount, currency) },
    gaps: gaps.map(([as, gap]) => [as, toDecimal(gap, currency)]),
    isBooked: bookedOn !== null,
  };
}

/** An invoice that money may be put on. */
export function candidateOf(invoice: Invoice): CandidateView {
  const { key, customer, customerKey, currency, open, due } = invoice;
  return {
    ...{ key, invoice: invoice.invoice, customer, customerKey, currency, open: toDecimal(open, currency) },
    ...{ openText: formatMoney(open, currency), due: due === null ? '' : isoOf(due) },
  };
}
