// What the page Payments is told: lines of the bank, what is decided about them, and the invoices they may be for.
import { lineState } from '../../dunning/history/payments';
import { isoOf } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { PAYMENTS_TAB } from '../../workbook/tab-specs';
import { pastedRows } from '../../workbook/tabs/pasted-lines';
import { shownLines } from '../../workbook/tabs/payments';
import { nameOf } from '../money/line-decisions';
import { differencesOf } from './differences';
import type { CandidateView, PaymentsView } from './view';

/** What is known of money in. @throws Refusal with the stop that forbids showing it */
export function showPayments(ports: Ports): PaymentsView {
  const { ws, gathered, day } = openForShowing(ports);
  const { facts } = gathered;
  const { payments } = facts.history;
  const lines = shownLines(payments.lines.values(), day).map((line) => ({ ...line, state: lineState(line) }));
  const near = new Set(lines.flatMap(({ candidates }) => candidates));
  const names = new Map<string, string>();
  for (const { decision, proposal } of lines)
    for (const { customerKey } of decision?.parts ?? proposal) names.set(customerKey, nameOf(facts, customerKey));
  const { paymentsUpTo } = facts.settings;
  return {
    asOf: isoOf(day),
    differences: differencesOf(facts),
    unread: [...pastedRows(ws.tabs.table(PAYMENTS_TAB), payments)].flatMap(([row, { fault }]) =>
      fault ? [[row, fault]] : [],
    ),
    lines,
    invoices: facts.invoices.filter(({ key }) => near.has(key)).map(candidateOf),
    names: [...names],
    ends: [...payments.ends].map(([account, [on, closing]]) => [account, isoOf(on), closing]),
    upTo: paymentsUpTo === null ? '' : isoOf(paymentsUpTo),
  };
}

/** An invoice that money may be put on. */
export function candidateOf(of: Invoice): CandidateView {
  const { key, invoice, customer, customerKey, currency, amount, open, issued, due, terms } = of;
  return { key, invoice, customer, customerKey, currency, amount, open, issued, due, terms };
}
