// The search over everything: customers, invoices, what waits, what was sent, what was agreed, lines of the bank; in one answer.
import type { Dispute, Hold, PromiseToPay } from '../../dunning/decision/facts';
import { askedInWords } from '../../dunning/letter/headline';
import { type Day, isoOf } from '../../receivables/day';
import { formatMoney } from '../../receivables/money';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { foundCustomers } from '../customers/find-customers';
import { soughtBy } from '../waiting/seek';
import { sentLines } from './sent-list';
import type { Hit, HitKind, SearchView } from './view';

/** So many of a kind are shown. */
const MOST = 8;

/** A row of AR Promises, AR Disputes or AR Holds. */
type Agreed = Pick<PromiseToPay, 'customerKey' | 'invoice'> & Partial<PromiseToPay & Dispute & Hold>;

/**
 * What holds all words that were typed.
 * @param text words of a customer, number, address, reference, amount or note; '' finds nothing
 * @throws Refusal as `openForShowing`
 * @example searchAll(ports, 'acme 4,800').totals // { invoices: 1, sent: 3 }
 */
export function searchAll(ports: Ports, text: string): SearchView {
  const opened = openForShowing(ports);
  const { ws, day } = opened;
  const { invoices, history, customers, promises, disputes, holds } = opened.gathered.facts;
  const has = soughtBy(text);
  const totals: SearchView['totals'] = {};
  const hits: Hit[] = [];
  const add = (kind: HitKind, key: string, title: string, ...parts: string[]): void => {
    const line = parts.filter(Boolean).join(' · ');
    if (!has(title, line)) return;
    const number = (totals[kind] ?? 0) + 1;
    totals[kind] = number;
    if (number <= MOST) hits.push({ kind, key, title, line });
  };
  const on = (one: Day | null): string => (one === null ? '' : isoOf(one));
  for (const one of invoices)
    add(
      'invoices',
      one.key,
      one.invoice,
      one.customer,
      formatMoney(one.open, one.currency),
      one.orderNumber,
      on(one.due),
    );
  for (const one of history.waiting.values()) {
    const { customer, to, lines } = one.facts;
    add(
      'waiting',
      one.id,
      customer,
      askedInWords(one, day),
      one.id,
      ...lines.map(({ invoice }) => invoice),
      ...to,
      one.note,
    );
  }
  for (const { id, customer, at, amounts, subject, to, invoices: numbers } of sentLines(ws.log, customers))
    add('sent', id, customer, at.slice(0, 10), amounts, subject, id, to, numbers);
  for (const [what, rows] of Object.entries({ Promise: promises, Dispute: disputes, Pause: holds }))
    for (const one of rows) {
      const { customerKey, invoice, amount, note = '', reason = '', outcome = '' }: Agreed = one;
      const title = customers.get(customerKey)?.name ?? invoice;
      add('agreements', customerKey, title, what, invoice, amount?.toFixed(2) ?? '', note, reason, outcome);
    }
  for (const one of history.payments.lines.values())
    add('bank', one.id, one.payer, on(one.on), formatMoney(one.amount, one.currency), one.text);
  return { ...foundCustomers(opened, text), totals, hits };
}
