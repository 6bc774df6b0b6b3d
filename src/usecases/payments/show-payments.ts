// The page Payments: what is certain, what is asked, what nobody knows, and what is decided and not in the books yet.
import type { Facts } from '../../dunning/decision/facts';
import { lineState, liveLines, type PaymentLine } from '../../dunning/history/payments';
import { isoOf } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { formatMoney, toDecimal } from '../../receivables/money';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { invoicesInWords, shownLines } from '../../workbook/tabs/payments';
import { mayUndo } from './decide-lines';
import { differencesOf } from './differences';
import { toBook } from './to-book';
import type { CandidateView, PaymentLineView, PaymentsView } from './view';

/** What is known of money in. @throws Refusal with the stop that forbids showing it */
export function showPayments(ports: Ports): PaymentsView {
  const { gathered, day } = openForShowing(ports);
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
    certain: of('proposed'),
    asked: of('asked'),
    others: of('new'),
    decided: decided.map(view).reverse(),
    toBook: toBook(decided, facts),
    customers: [...facts.customers.values()]
      .map(({ key, name }): [string, string] => [key, name])
      .sort((a, b) => (a[1] < b[1] ? -1 : 1)),
  };
}

function lineView(line: PaymentLine, facts: Facts, invoices: ReadonlyMap<string, Invoice>): PaymentLineView {
  const { id, on, amount, currency, payer, text, why, decision, proposal } = line;
  const parts = decision?.parts ?? proposal;
  const names = parts.map(({ customerKey }) => facts.customers.get(customerKey)?.name ?? customerKey);
  return {
    ...{ id, date: isoOf(on), amount: formatMoney(amount, currency), money: toDecimal(amount, currency) },
    ...{ payer, text, why, state: lineState(line), customer: [...new Set(names)].join(', ') },
    places: invoicesInWords(parts),
    candidates: decision ? [] : line.candidates.flatMap((key) => candidate(invoices.get(key))),
    canUndo: mayUndo(line),
    by: decision?.by ?? '',
  };
}

function candidate(invoice: Invoice | undefined): CandidateView[] {
  if (!invoice) return [];
  const { key, customer, customerKey, currency, open, due } = invoice;
  return [
    {
      ...{ key, invoice: invoice.invoice, customer, customerKey, open: toDecimal(open, currency) },
      ...{ openText: formatMoney(open, currency), due: due === null ? '' : isoOf(due) },
    },
  ];
}
