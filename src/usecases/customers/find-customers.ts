// Finding customers by words or by their owner, with what is open of each, and of each owner.
import type { Customer, Facts } from '../../dunning/decision/facts';
import { isChaseable, isOverdue } from '../../dunning/decision/owed';
import { isoOf } from '../../receivables/day';
import { addTo, formatTotals, shareIn, type Totals } from '../../receivables/money';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { folded } from '../waiting/seek';
import type { CustomersView } from './view';

/** So many customers are found at once. */
const MOST_FOUND = 200;

/**
 * Finds customers by a part of their name, number, other spelling, address, notes or invoice number.
 * @param text what was typed; '' for those with the most overdue
 * @param owner as AR Customers has it, '' for those of nobody; null for everybody's
 */
export function findCustomers(ports: Ports, text: string, owner: string | null = null): CustomersView {
  return foundCustomers(openForShowing(ports), text, owner);
}

/** The same in a workbook that was read. */
export function foundCustomers(
  { ws, day, gathered: { facts, customers } }: Opened,
  text: string,
  whose: string | null = null,
): CustomersView {
  const wanted = folded(text);
  const exact = text.trim() === '' ? '' : customers.keyOf(text);
  const sums = sumsOf(facts);
  const spellings = new Map(
    ws.tabs.table(CUSTOMERS_TAB)?.rows.map((row) => [row.text('Customer'), row.text('Aliases')]),
  );
  const owners = new Map<string, Totals>();
  const found = [...facts.customers.values()].flatMap((customer) => {
    const { key, name, id, owner } = customer;
    const sum = sums.get(key);
    const late = owners.get(owner) ?? {};
    owners.set(owner, late);
    for (const [currency, amount] of Object.entries(sum?.overdue ?? {})) addTo(late, currency, amount);
    if (whose !== null && owner !== whose) return [];
    const match = matchOf(wanted, { ...customer, aliases: spellings.get(name) ?? '', numbers: sum?.numbers ?? [] });
    const rank = key === exact ? 0 : match === '' && folded(name).startsWith(wanted) ? 1 : 2;
    return match === null && key !== exact ? [] : [{ key, name, id, owner, sum, match: match ?? '', rank }];
  });
  const share = shareIn(owners.values());
  const sorted = found
    .map((one) => ({ ...one, share: share(one.sum?.overdue ?? {}) }))
    .sort((a, b) => a.rank - b.rank || b.share - a.share || (a.name < b.name ? -1 : 1));
  return {
    asOf: isoOf(day),
    customers: sorted.slice(0, MOST_FOUND).map(({ key, name, id, owner, sum, match }) => ({
      ...{ key, name, id, owner, match, overdue: inWords(sum?.overdue), open: inWords(sum?.open) },
    })),
    more: Math.max(0, found.length - MOST_FOUND),
    owners: [...owners].map(([owner, late]) => ({ owner, overdue: inWords(late) })),
  };
}

function inWords(totals: Totals = {}): string {
  return Object.keys(totals).length > 0 ? formatTotals(totals) : '';
}

interface Sums {
  open: Totals;
  overdue: Totals;
  numbers: string[];
}

function sumsOf({ invoices }: Facts): Map<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const invoice of invoices) {
    const sum = sums.get(invoice.customerKey) ?? { open: {}, overdue: {}, numbers: [] };
    sums.set(invoice.customerKey, sum);
    sum.numbers.push(invoice.invoice);
    if (!isChaseable(invoice)) continue;
    addTo(sum.open, invoice.currency, invoice.open);
    if (isOverdue(invoice)) addTo(sum.overdue, invoice.currency, invoice.open);
  }
  return sums;
}

/** By what a customer was found: '' by the name, words for anything else, null when not at all. */
function matchOf(wanted: string, one: Customer & { aliases: string; numbers: readonly string[] }): string | null {
  if (folded(one.name).includes(wanted)) return '';
  const places = [
    ['Number', one.id],
    ['Also written', one.aliases],
    ['Contact:', one.contact],
    ['Phone', one.phone],
    ...[one.email, one.cc, one.escalationEmail].map((address) => ['Address', address]),
    ['Notes:', one.notes],
    ...one.numbers.map((number) => ['Invoice', number]),
  ];
  return places.find(([, text = '']) => folded(text).includes(wanted))?.join(' ') ?? null;
}
