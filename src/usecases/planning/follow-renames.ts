// Customers and invoices that stand under another name or number since the last plan: what was noted about them goes with them.

import type { Customer } from '../../dunning/decision/facts';
import type { NewEvent } from '../../dunning/history/events';
import { type Following, marksFollowed } from '../../dunning/history/followed-invoices';
import { type MovedInvoice, movedInvoices } from '../../dunning/history/moved-invoices';
import { smallAddresses } from '../../dunning/mail/address';
import { customerKeyOf } from '../../receivables/customer';
import type { Invoice } from '../../receivables/invoice';
import { isOwed } from '../../receivables/invoice-status';
import { underOneKey } from '../../workbook/facts';
import type { InvoiceTable } from '../../workbook/invoices';
import type { WorkbookSession } from '../../workbook/session';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { customerFromInvoice, newCustomerRow, readAliases, readCustomers } from '../../workbook/tabs/customers';
import { writeCells } from '../../workbook/tabs/seen-rows';

/** What a book is compared with. */
interface Known {
  ws: WorkbookSession;
  /** Rows of AR Customers by key. */
  listed: ReadonlyMap<string, Customer>;
  aliases: ReadonlyMap<string, string>;
  /** Under the keys their customers have by Aliases. */
  invoices: readonly Invoice[];
  /** Customers of the invoices who have no row yet, each with the first invoice. */
  fresh: ReadonlyMap<string, Invoice>;
  /** Customers with an open invoice. */
  owing: ReadonlySet<string>;
  moves: readonly MovedInvoice[];
}

/**
 * Gives customers that appear for the first time a row in AR Customers; of one that was renamed or renumbered the row names in Aliases who
 * it was. Marks follow invoices that stand elsewhere now.
 * @param ws the workbook; its log is read anew where a customer got another key
 * @returns what was written into the log
 */
export function followRenames(ws: WorkbookSession, book: InvoiceTable, actor: string): NewEvent[] {
  const table = ws.tabs.table(CUSTOMERS_TAB);
  if (!table) return [];
  const { byKey, keyOf } = readCustomers(table, []);
  const known = knownIn(ws, book, byKey, readAliases(table));
  const before = renamedIn(known);
  addRows(known, keyOf, before);
  const events = eventsOf(known, before, actor);
  ws.log.append(events);
  // What happened under the other key counts for this one from now on.
  if (before.size > 0) ws.log.letGo();
  return events;
}

function knownIn(ws: WorkbookSession, book: InvoiceTable, listed: Known['listed'], aliases: Known['aliases']): Known {
  const invoices = underOneKey(book.invoices, aliases);
  const fresh = new Map<string, Invoice>();
  const owing = new Set<string>();
  for (const invoice of invoices) {
    const { customerKey: key } = invoice;
    if (key !== '' && !listed.has(key) && !fresh.has(key)) fresh.set(key, invoice);
    if (isOwed(invoice)) owing.add(key);
  }
  const traces = underOneKey([...ws.log.history.traces.values()], aliases);
  const addressesOf = (key: string): string[] => smallAddresses(listed.get(key)?.email ?? '');
  const moves = movedInvoices(traces, invoices, (key, { email, customerKey }) => {
    const theirs = [...smallAddresses(email), ...addressesOf(customerKey)];
    return addressesOf(key).some((address) => theirs.includes(address));
  });
  return { ws, listed, aliases, invoices, fresh, owing, moves };
}

/** Customers who are another one of before as a whole, each with the keys before. */
function renamedIn(known: Known): Map<string, string[]> {
  const { moves, owing } = known;
  const pairs = new Map<string, Set<string>>();
  const pair = (from: string, to: string): void => {
    pairs.set(from, (pairs.get(from) ?? new Set()).add(to));
  };
  for (const { from, to } of moves) if (from.customerKey !== to.customerKey) pair(from.customerKey, to.customerKey);
  for (const [from, to] of alike(known)) if (!pairs.has(from)) pair(from, to);
  const before = new Map<string, string[]>();
  for (const [from, followers] of pairs) {
    const [to = '', ...others] = followers;
    if (others.length > 0 || owing.has(from) || !isBlank(known, to) || aliasFor(known, from) === '') continue;
    before.set(to, [...(before.get(to) ?? []), from]);
  }
  return before;
}

/** Whether nothing is known of a customer but what the invoices tell today. */
function isBlank({ ws, fresh }: Known, key: string): boolean {
  const { lastContact, traces } = ws.log.history;
  return fresh.has(key) || (!lastContact.has(key) && ![...traces.values()].some((one) => one.customerKey === key));
}

/** Who has no open invoice any more, and somebody new of the same name or mailbox: each the only one for the other. */
function alike(known: Known): [from: string, to: string][] {
  const { ws, listed, fresh, owing, aliases } = known;
  if (fresh.size === 0) return [];
  const { openKeys } = ws.state;
  const gone = [...listed.values()].filter(({ key }) => key !== '' && !owing.has(key) && !aliases.has(key));
  const wasOpen = (key: string): boolean => openKeys.some((one) => one.startsWith(`${key}|`));
  const byName = onlyPairs(
    gone.map(({ key, name }) => [key, [customerKeyOf('', name)]]),
    [...fresh].map(([key, { customer }]) => [key, [customerKeyOf('', customer)]]),
  ).filter(([from, to]) => {
    const [a, b] = [listed.get(from)?.id ?? '', fresh.get(to)?.customerId ?? ''];
    return a === '' || b === '' || wasOpen(from);
  });
  const byMailbox = onlyPairs(
    gone.map(({ key, email }) => [key, smallAddresses(email)]),
    [...fresh].map(([key, { email }]) => [key, smallAddresses(email)]),
    // Who may not be contacted is asked about whenever the mailbox comes back.
  ).filter(([from]) => wasOpen(from) || listed.get(from)?.doNotContact !== 'no');
  return [...byName, ...byMailbox];
}

type Marked = [key: string, marks: readonly string[]];

/** Pairs of which each is the only one with a mark. */
function onlyPairs(before: readonly Marked[], now: readonly Marked[]): [from: string, to: string][] {
  const [old, fresh] = [before, now].map((those) => {
    const byMark = new Map<string, Set<string>>();
    for (const [key, marks] of those)
      for (const mark of marks) byMark.set(mark, (byMark.get(mark) ?? new Set()).add(key));
    return byMark;
  });
  return [...(old ?? [])].flatMap(([mark, keys]): [string, string][] => {
    const [from, ...more] = keys;
    const [to, ...others] = fresh?.get(mark) ?? [];
    return mark === '' || !from || !to || more.length + others.length > 0 ? [] : [[from, to]];
  });
}

/** What names a customer in Aliases; '' where nothing does, as a semicolon parts two names there. */
function aliasFor({ listed }: Known, key: string): string {
  const { id = '', name = '' } = listed.get(key) ?? {};
  return [id, name, key].find((text) => customerKeyOf('', text) === key && !/[;\n]/.test(text)) ?? '';
}

/** Rows for who is new, and names in Aliases for who was somebody else. */
function addRows(
  known: Known,
  keyOf: (written: string) => string,
  before: ReadonlyMap<string, readonly string[]>,
): void {
  const { ws, fresh } = known;
  const aliasesOf = (key: string): string[] => (before.get(key) ?? []).map((one) => aliasFor(known, one));
  const added = [...fresh].filter(([key]) => before.has(key) || keyOf(key) === '');
  const rows = added.map(([key, invoice]) => ({
    ...newCustomerRow(customerFromInvoice(invoice)),
    Aliases: aliasesOf(key).join('; '),
  }));
  for (const key of before.keys()) {
    const row = fresh.has(key) ? undefined : ws.tabs.needTable(CUSTOMERS_TAB).rows.find((one) => rowKey(one) === key);
    if (!row) continue;
    const names = [row.text('Aliases'), ...aliasesOf(key)].filter((name) => name !== '');
    writeCells(ws.tabs, CUSTOMERS_TAB, row.row, { Aliases: names.join('; ') });
  }
  if (rows.length > 0) ws.tabs.addRows(CUSTOMERS_TAB, rows);
}

function rowKey(row: { text(header: string): string }): string {
  return customerKeyOf(row.text('Customer ID'), row.text('Customer'));
}

/** What the log tells of it: an event for each customer that was another one, and for invoices that moved. */
function eventsOf(known: Known, before: ReadonlyMap<string, readonly string[]>, actor: string): NewEvent[] {
  const { listed, fresh, moves } = known;
  const nameOf = (key: string): string => listed.get(key)?.name ?? (fresh.get(key)?.customer || key);
  const groups = new Map<string, { code: Following; from: string; to: string; moves: MovedInvoice[] }>();
  const group = (from: string, to: string) => {
    const code = from === to ? 'renumbered' : before.get(to)?.includes(from) ? 'renamed' : 'moved';
    const known = groups.get(`${from}\n${to}`) ?? { code, from, to, moves: [] };
    groups.set(`${from}\n${to}`, known);
    return known.moves;
  };
  for (const [to, keys] of before) for (const from of keys) group(from, to);
  for (const move of moves) group(move.from.customerKey, move.to.customerKey).push(move);
  return [...groups.values()].flatMap(({ code, from, to, moves: own }) => {
    const keys = own.map((one): [string, string] => [one.from.key, one.to.key]);
    const customer = { key: to, name: nameOf(to) };
    const before = from === to ? [] : [from];
    // The same name under another number leaves no doubt.
    const isSame = code === 'renamed' && customerKeyOf('', nameOf(from)) === customerKeyOf('', customer.name);
    const note = isSame
      ? `“${customer.name}” has another customer number now: what was noted about them counts on.`
      : inWords(code, nameOf(from), customer.name, own);
    return marksFollowed(isSame ? 'renumbered' : code, customer, before, keys, actor, note);
  });
}

function inWords(code: Following, before: string, now: string, moves: readonly MovedInvoice[]): string {
  if (code === 'renamed') return `“${now}” was “${before}” before: what was noted about them counts on.`;
  const [first] = moves;
  if (!first) return '';
  const more = moves.length > 1 ? ` and ${moves.length - 1} more` : '';
  const number = first.from.invoice || first.from.key;
  return code === 'moved'
    ? `Invoice ${number}${more} was one of “${before}” before: what was noted about it counts on.`
    : `Invoice ${number}${more} is ${first.to.invoice || first.to.key} now: what was noted about it counts on.`;
}
