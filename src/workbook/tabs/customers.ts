// From rows of our tabs to the facts of a decision: customers, policy, texts.

import { kindNamed, strictest } from '../../dunning/decision/debtor/kinds';
import { type Customer, NOTHING_SAID } from '../../dunning/decision/facts';
import { splitAddresses } from '../../dunning/mail/address';
import { CHANNEL_NAMES, type Channel } from '../../dunning/policy/channels';
import { invoiceChannelNamed } from '../../dunning/policy/invoice-channels';
import type { CreditTerms } from '../../receivables/credit/credit-limit';
import { customerKeyOf } from '../../receivables/customer';
import type { Day } from '../../receivables/day';
import type { Invoice } from '../../receivables/invoice';
import { isBlank, type Problem } from '../../sheet/grid';
import { isErrorText } from '../../sheet/read/read-words';
import { amountOfCell, dayOfCell, yesNoOfCell } from '../../sheet/read/typed-cells';
import { currencyOfCell, isKnownCurrency } from '../../sheet/vocabulary/currencies';
import { CUSTOMERS_TAB } from '../tab-specs';
import { payersOf } from './payers';
import type { TabRow, TabTable } from './records';

/** The customers of a workbook and how people may name them. */
export interface CustomerIndex {
  byKey: Map<string, Customer>;
  /** Key of a name, an id or an alias as a person writes it; '' when nobody is called so. */
  keyOf(written: string): string;
  /** Keys of everybody in AR Customers who is called so: branches of one firm often share a name. */
  namesakes(written: string): readonly string[];
  /** Key of a customer to the key of who pays for it, where another does. */
  payers: ReadonlyMap<string, string>;
  problems: Problem[];
}

/** Reads AR Customers and adds the customers that so far stand only in the invoices. */
export function readCustomers(table: TabTable | null, invoices: readonly Invoice[]): CustomerIndex {
  const byKey = new Map<string, Customer>();
  const rows = new Map<string, number>();
  const names = new Map<string, string>();
  // Few names belong to several: only these have a set of their own.
  const shared = new Map<string, Set<string>>();
  const nameAs = (written: string, key: string): void => {
    const name = customerKeyOf('', written);
    if (name === '') return;
    const before = names.get(name) ?? key;
    if (before !== key) shared.set(name, (shared.get(name) ?? new Set([before])).add(key));
    names.set(name, key);
  };
  const problems: Problem[] = [...(table?.problems ?? [])];
  const stops: Customer[] = [];
  for (const { row, customer, aliases, unread } of listed(table)) {
    if (!customer.key) continue;
    if (saysStop(customer)) stops.push(customer);
    for (const column of unread) problems.push(brokenCell(row, customer, column));
    const code = customer.credit?.limit == null ? '' : customer.credit.currency;
    if (code !== '' && !isKnownCurrency(code) && !invoices.some(({ currency }) => currency === code))
      problems.push(brokenCurrency(row, customer, code));
    if (isErrorText(customer.contact)) problems.push(brokenContact(row, customer));
    if (byKey.has(customer.key)) {
      problems.push({
        row,
        column: 'Customer',
        code: 'customer-twice',
        message: `AR Customers, row ${row}: ${customer.name} is there twice; the first row counts, and "Do not contact" of each. Delete one.`,
      });
      continue;
    }
    rows.set(customer.key, row);
    byKey.set(customer.key, isErrorText(customer.contact) ? { ...customer, contact: '' } : customer);
    nameAs(customer.name, customer.key);
    nameAs(customer.id, customer.key);
    for (const alias of aliases) nameAs(alias, customer.key);
  }
  const aliases = readAliases(table);
  const seen = new Set(['']);
  const inInvoices = new Map<string, string>();
  const foundAs = (written: string, key: string): void => {
    if (seen.has(written)) return;
    seen.add(written);
    const name = customerKeyOf('', written);
    if (!names.has(name) && !inInvoices.has(name)) inInvoices.set(name, key);
  };
  for (const invoice of invoices) {
    const key = invoice.customerKey;
    if (!byKey.has(key)) byKey.set(key, customerFromInvoice(invoice));
    foundAs(invoice.customer, key);
    foundAs(invoice.customerId, key);
  }
  stopEachRow(byKey, stops);
  fillFromSpellings(byKey, aliases);
  alsoInSheet(byKey, invoices);
  const keyOf = (written: string): string => {
    const name = customerKeyOf('', written);
    const key = names.get(name) ?? inInvoices.get(name) ?? '';
    // A spelling may have kept a row of its own: a stop under it is a stop for whom it belongs to.
    return aliases.get(key) ?? key;
  };
  const namesakes = (written: string): string[] => {
    const name = customerKeyOf('', written);
    const keys = [...(shared.get(name) ?? [names.get(name) ?? []].flat())];
    return [...new Set(keys.map((key) => aliases.get(key) ?? key))];
  };
  const called = (written: string): string[] => {
    const keys = namesakes(written);
    return keys.length > 0 ? keys : [keyOf(written)].filter((key) => key !== '');
  };
  const { payers, unread, problems: unpaid } = payersOf(byKey, rows, called);
  for (const key of unread) {
    const one = byKey.get(key);
    if (one) byKey.set(key, { ...one, unreadable: [...one.unreadable, 'Paid by'] });
  }
  return { byKey, keyOf, namesakes, payers, problems: [...problems, ...unpaid] };
}

/** Whichever row of a customer says so, nobody writes to them; a row without a number is about everybody of that name. */
function stopEachRow(byKey: Map<string, Customer>, stops: readonly Customer[]): void {
  if (stops.length === 0) return;
  const named = new Map<string, string[]>();
  for (const { key, name } of byKey.values()) {
    const called = customerKeyOf('', name);
    const keys = named.get(called);
    if (keys) keys.push(key);
    else named.set(called, [key]);
  }
  for (const stop of stops) {
    const { key, id, name } = stop;
    for (const meant of [key, ...(id === '' ? (named.get(customerKeyOf('', name)) ?? []) : [])]) {
      const one = byKey.get(meant);
      if (one) byKey.set(meant, stoppedBy(one, stop));
    }
  }
}

/** Whether a row says anything that keeps reminders from the customer, or changes who may be written to. */
function saysStop(row: Customer): boolean {
  const { doNotContact, kind, paidBy, paymentMethod, insolventSince, assignedTo, unreadable } = row;
  return (
    doNotContact !== 'no' ||
    paymentMethod !== '' ||
    kind !== NOTHING_SAID.kind ||
    paidBy !== '' ||
    insolventSince !== null ||
    assignedTo !== '' ||
    unreadable.length > 0
  );
}

/** A customer with everything that another row of theirs says to stop; of two days or kinds the stricter one. */
function stoppedBy(one: Customer, stop: Customer): Customer {
  return {
    ...one,
    doNotContact: one.doNotContact === 'no' ? stop.doNotContact : one.doNotContact,
    kind: strictest([one.kind, stop.kind]),
    insolventSince: later(one.insolventSince, stop.insolventSince),
    claimBy: one.claimBy ?? stop.claimBy,
    paidBy: one.paidBy || stop.paidBy,
    assignedTo: one.assignedTo || stop.assignedTo,
    // A debit that one row tells of is waited for, whatever the other says.
    paymentMethod: [...new Set([one.paymentMethod, stop.paymentMethod])].filter((method) => method !== '').join('; '),
    unreadable: [...new Set([...one.unreadable, ...stop.unreadable])],
  };
}

function later(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** What the invoice sheet says of a customer counts beside AR Customers: the stricter of both. */
function alsoInSheet(byKey: Map<string, Customer>, invoices: readonly Invoice[]): void {
  for (const { customerKey, debt } of invoices) {
    const one = debt && (debt.kind !== '' || debt.insolventSince !== null) ? byKey.get(customerKey) : undefined;
    if (!one || !debt) continue;
    const kind = strictest([one.kind, kindNamed(debt.kind) ?? undefined]);
    byKey.set(customerKey, { ...one, kind, insolventSince: later(one.insolventSince, debt.insolventSince) });
  }
}

function brokenCell(row: number, { name }: Customer, column: string): Problem {
  const hint = CUSTOMERS_TAB.columns.find(({ header }) => header === column);
  const kinds = { text: 'write it again', number: 'write an amount like 5000', date: 'write a day like 2026-11-24' };
  const how = hint?.choices ? `choose ${hint.choices.join(', ')}` : kinds[hint?.kind ?? 'text'];
  const message = `AR Customers, ${name}: "${column}" cannot be read; ${how}, or empty the cell.`;
  return { row, column, code: 'customer-cell-unreadable', message };
}

/** No invoice is ever held against a limit in a currency that is none. */
function brokenCurrency(row: number, { name }: Customer, code: string): Problem {
  const message = `AR Customers, ${name}: "${code}" is no currency, so nothing counts against the limit. Write a code such as EUR under "Limit currency", or empty the cell.`;
  return { row, column: 'Limit currency', code: 'customer-cell-unreadable', message };
}

/** An error is nobody's name. */
function brokenContact(row: number, { name, contact }: Customer): Problem {
  const message = `AR Customers, ${name}: Contact shows ${contact}, so mails name no person. Mend the cell.`;
  return { row, column: 'Contact', code: 'contact-unreadable', message };
}

/**
 * What the row of another spelling says counts where the customer's own is silent: who pays by direct debit or must not be written to
 * under one name does not change by another.
 */
function fillFromSpellings(byKey: Map<string, Customer>, aliases: ReadonlyMap<string, string>): void {
  for (const [other, key] of aliases) {
    const [spelling, kept] = [byKey.get(other), byKey.get(key)];
    if (!spelling || !kept) continue;
    const { id: _, ...rest } = spelling;
    const told = Object.entries(rest).filter(([field]) => ['', null].includes(kept[field as 'email']));
    byKey.set(key, { ...stoppedBy(kept, spelling), ...Object.fromEntries(told) });
  }
}

/**
 * The keys under which else a customer appears, each with the key it belongs to. An alias of an alias belongs to whom
 * that belongs to; of two rows that name each other the upper one is the customer.
 */
export function readAliases(table: TabTable | null): Map<string, string> {
  const told = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = told.get(root); next !== undefined; next = told.get(root)) root = next;
    return root;
  };
  const leadsTo = (key: string, alias: string): boolean => {
    for (let at: string | undefined = key; at !== undefined; at = told.get(at)) if (at === alias) return true;
    return false;
  };
  for (const { customer, aliases } of listed(table)) {
    const { key } = customer;
    for (const name of aliases) {
      const alias = customerKeyOf('', name);
      // Naming one's own customer, or whom that one belongs to on the way, would close a circle that nobody gets out of.
      if (key && alias && !leadsTo(key, alias)) told.set(alias, key);
    }
  }
  return new Map([...told.keys()].map((alias) => [alias, rootOf(alias)]));
}

/** A row of AR Customers. */
interface Listed {
  /** 1-based sheet row. */
  row: number;
  customer: Customer;
  /** Other names, as written. */
  aliases: readonly string[];
  /** Columns whose cell cannot be read. */
  unread: readonly string[];
}

/** A table does not change once it is read, and is asked for its customers several times. */
const read = new WeakMap<TabTable, readonly Listed[]>();

function listed(table: TabTable | null): readonly Listed[] {
  if (!table) return [];
  const known = read.get(table);
  if (known) return known;
  const rare = RARELY_FILLED.flatMap((header) => table.columns.get(header) ?? []);
  const isPlain = ({ values }: TabRow): boolean => rare.every((column) => isBlank(values[column]));
  const rows = table.rows.map((row): Listed => {
    const { debtor, unread } = isPlain(row) ? PLAIN : debtorOf(row);
    return { row: row.row, customer: customerOf(row, debtor), aliases: splitNames(row.text('Aliases')), unread };
  });
  read.set(table, rows);
  return rows;
}

/** Several names in one cell, separated by semicolons or line breaks (names hold commas). */
export function splitNames(text: string): string[] {
  if (text === '') return [];
  return text
    .split(/[;\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** @param debtor what kind of debtor it is and whose the debt is */
function customerOf(row: TabRow, debtor: Debtor): Customer {
  const name = row.text('Customer');
  const id = row.text('Customer ID');
  const notes = row.text('Notes');
  return {
    key: customerKeyOf(id, name),
    name: name || id,
    id,
    contact: row.text('Contact'),
    email: row.text('Email'),
    cc: row.text('CC'),
    escalationEmail: row.text('Escalation email'),
    phone: row.text('Phone'),
    language: row.text('Language'),
    country: row.text('Country'),
    owner: row.text('Owner'),
    segmentOverride: row.text('Segment override'),
    paymentMethod: row.text('Payment method'),
    paymentRun: row.text('Payment run'),
    doNotContact: yesNoOfCell(row.cell('Do not contact')),
    notes,
    postalAddress: row.text('Postal address'),
    ...debtor,
    isSupplier: notes !== '' && SUPPLIER.test(notes),
  };
}

/** What people write in Notes of a customer they buy from too. */
const SUPPLIER = /supplier|vendor|lieferant|kreditor|fournisseur|proveedor|fornitore|leverancier/i;

/** What a row says of the debtor and of credit. */
type Debtor = Pick<Customer, keyof typeof NOTHING_SAID>;

/** What few rows fill: of all others nothing of it is looked at. */
const RARELY_FILLED = [
  ...(['Kind', 'Paid by', 'Insolvent since', 'Claim by', 'Assigned to', 'Credit hold'] as const),
  ...(['Preferred channel', 'WhatsApp agreed on', 'Invoice channel', 'Portal'] as const),
  ...(['Credit limit', 'Limit currency', 'Limit source', 'Review by', 'Security'] as const),
  ...(['Security until', 'Report by'] as const),
];
const PLAIN: { debtor: Debtor; unread: readonly string[] } = { debtor: NOTHING_SAID, unread: [] };

/** What kind of debtor it is and whose the debt is, and the columns whose cell cannot be read. */
function debtorOf(row: TabRow): { debtor: Debtor; unread: readonly string[] } {
  const unread = unreadCells(row);
  const assignedTo = row.text('Assigned to');
  const debtor: Debtor = {
    kind: kindNamed(row.text('Kind')) ?? NOTHING_SAID.kind,
    paidBy: row.text('Paid by'),
    insolventSince: dayOfCell(row.cell('Insolvent since')).day,
    claimBy: dayOfCell(row.cell('Claim by')).day,
    assignedTo: saysNo(assignedTo) ? '' : assignedTo,
    creditHold: yesNoOfCell(row.cell('Credit hold')),
    credit: creditOf(row),
    preferredChannel: channelNamed(row.text('Preferred channel')),
    whatsappAgreedOn: dayOfCell(row.cell('WhatsApp agreed on')).day,
    // Who takes invoices in a way that cannot be read gets none by mail.
    invoiceChannel: invoiceChannelNamed(row.text('Invoice channel') || NOTHING_SAID.invoiceChannel) ?? 'post',
    portal: row.text('Portal'),
    isOwnCompany: false,
    isSupplier: false,
    unreadable: unread.length === 0 ? [] : STOPPING.filter((column) => unread.includes(column)),
  };
  return { debtor, unread };
}

const CREDIT_DAYS = ['Review by', 'Security until', 'Report by'] as const;

/** A limit below nothing says nothing. */
function isNoLimit(row: TabRow): boolean {
  const { amount, fault } = amountOfCell(row.cell('Credit limit'));
  return fault !== '' || (amount ?? 0) < 0;
}

/** What the row says of credit; null where it says nothing. */
function creditOf(row: TabRow): CreditTerms | null {
  const limit = isNoLimit(row) ? null : amountOfCell(row.cell('Credit limit')).amount;
  const [reviewBy = null, securityUntil = null, reportBy = null] = CREDIT_DAYS.map(
    (name) => dayOfCell(row.cell(name)).day,
  );
  const security = saysNo(row.text('Security')) ? '' : row.text('Security');
  if (limit === null && security === '' && reviewBy === null && securityUntil === null && reportBy === null)
    return null;
  const written = row.text('Limit currency');
  const currency = currencyOfCell(written) ?? written.toUpperCase();
  return { limit, currency, source: row.text('Limit source'), reviewBy, security, securityUntil, reportBy };
}

/** The columns that may stop a reminder: one that cannot be read counts as a stop. */
const STOPPING: readonly string[] = ['Kind', 'Insolvent since', 'Assigned to'];

/** The columns whose cell says something that cannot be read. */
function unreadCells(row: TabRow): string[] {
  const isNoDay = (column: string): boolean => dayOfCell(row.cell(column)).fault !== '' && !saysNo(row.text(column));
  const kind = row.text('Kind');
  const channel = row.text('Preferred channel');
  const invoiceChannel = row.text('Invoice channel');
  return [
    ...(kind !== '' && kindNamed(kind) === null ? ['Kind'] : []),
    ...(isErrorText(row.text('Assigned to')) ? ['Assigned to'] : []),
    ...(yesNoOfCell(row.cell('Credit hold')) === 'unreadable' ? ['Credit hold'] : []),
    ...(channel !== '' && channelNamed(channel) === null ? ['Preferred channel'] : []),
    ...(isNoLimit(row) ? ['Credit limit'] : []),
    ...['Insolvent since', 'Claim by', 'WhatsApp agreed on', ...CREDIT_DAYS].filter(isNoDay),
    ...(invoiceChannel !== '' && invoiceChannelNamed(invoiceChannel) === null ? ['Invoice channel'] : []),
  ];
}

function channelNamed(written: string): Channel | null {
  const word = written.toLowerCase();
  return CHANNEL_NAMES.find((name) => name === word) ?? null;
}

/** Whether somebody wrote that there is none, where a day or a name is asked for. */
function saysNo(written: string): boolean {
  return yesNoOfCell(written) === 'no';
}

/** What an invoice tells of its customer. */
export function customerFromInvoice(invoice: Invoice): Customer {
  return {
    key: invoice.customerKey,
    name: invoice.customer || invoice.customerId,
    id: invoice.customerId,
    contact: '',
    email: splitAddresses(invoice.email).join(', '),
    cc: '',
    escalationEmail: '',
    phone: '',
    language: invoice.language,
    country: '',
    owner: invoice.owner,
    segmentOverride: '',
    paymentMethod: '',
    paymentRun: '',
    doNotContact: 'no',
    notes: '',
    postalAddress: '',
    ...NOTHING_SAID,
  };
}

/** The row of AR Customers that a customer starts with: what the invoices tell. */
export function newCustomerRow({ name, id, email, language, owner }: Customer): Record<string, string> {
  return { Customer: name, 'Customer ID': id, Email: email, Language: language, Owner: owner };
}
