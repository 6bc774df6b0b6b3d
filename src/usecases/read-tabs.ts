// From rows of our tabs to the facts of a decision: customers, policy, texts, holds, promises, disputes.
import { splitAddresses } from '../dunning/address';
import type { PolicyAnchor, PolicyChannel, PolicyRow, Recipient, Tone } from '../dunning/default-policy';
import { TONES } from '../dunning/default-policy';
import type { Customer, Dispute, Hold, PromiseState, PromiseToPay, TemplateCheck } from '../dunning/facts';
import { languageCode } from '../dunning/languages';
import { PLACEHOLDER_NAMES } from '../dunning/placeholders';
import { checkTemplate } from '../dunning/template';
import { customerKeyOf } from '../receivables/customer';
import type { Invoice } from '../receivables/invoice';
import type { Problem } from '../sheet/grid';
import { amountOfCell, dayOfCell, type TabRow, type TabTable, yesNoOfCell } from '../sheet/records';

/** The customers of a workbook and how people may name them. */
export interface CustomerBook {
  byKey: Map<string, Customer>;
  /** Key of a name, an id or an alias as a person writes it; '' when nobody is called so. */
  keyOf(written: string): string;
  problems: Problem[];
}

/** Reads AR Customers and adds the customers that so far stand only in the invoices. */
export function readCustomers(table: TabTable | null, invoices: readonly Invoice[]): CustomerBook {
  const byKey = new Map<string, Customer>();
  const names = new Map<string, string>();
  const problems: Problem[] = [...(table?.problems ?? [])];
  for (const row of table?.rows ?? []) {
    const customer = customerOf(row);
    if (!customer.key) continue;
    if (byKey.has(customer.key)) {
      problems.push({
        row: row.row,
        column: 'Customer',
        code: 'customer-twice',
        message: `AR Customers, row ${row.row}: ${customer.name} is there twice; the first row counts. Delete one.`,
      });
      continue;
    }
    byKey.set(customer.key, customer);
    for (const name of [customer.name, customer.id, ...splitList(row.text('Aliases'))])
      names.set(customerKeyOf('', name), customer.key);
  }
  for (const invoice of invoices) {
    const key = invoice.customerKey;
    const known = byKey.get(key);
    if (!known) byKey.set(key, customerFromInvoice(invoice));
    for (const name of [invoice.customer, invoice.customerId]) {
      if (name && !names.has(customerKeyOf('', name))) names.set(customerKeyOf('', name), key);
    }
  }
  return { byKey, keyOf: (written) => names.get(customerKeyOf('', written)) ?? '', problems };
}

/** The keys under which else a customer appears, each with the key it belongs to. */
export function readAliases(table: TabTable | null): Map<string, string> {
  const aliases = new Map<string, string>();
  for (const row of table?.rows ?? []) {
    const { key } = customerOf(row);
    for (const name of splitList(row.text('Aliases'))) if (key) aliases.set(customerKeyOf('', name), key);
  }
  return aliases;
}

/** Several names in one cell, separated by semicolons or line breaks (names hold commas). */
function splitList(text: string): string[] {
  return text
    .split(/[;\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function customerOf(row: TabRow): Customer {
  const name = row.text('Customer');
  const id = row.text('Customer ID');
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
    notes: row.text('Notes'),
  };
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
  };
}

const ANCHORS: readonly PolicyAnchor[] = ['due', 'promise', 'discount', 'month'];
const CHANNELS: readonly PolicyChannel[] = ['email', 'call', 'whatsapp', 'task'];
const RECIPIENTS: readonly Recipient[] = ['billing', 'senior', 'owner'];

/**
 * Reads AR Policy; a row that cannot be read is left out and reported, the others count.
 * @returns the stages, and beside each its 1-based row in the tab
 */
export function readPolicy(table: TabTable): { policy: PolicyRow[]; rows: number[]; problems: Problem[] } {
  const policy: PolicyRow[] = [];
  const rows: number[] = [];
  const problems: Problem[] = [...table.problems];
  for (const row of table.rows) {
    const read = policyRowOf(row);
    if (typeof read !== 'string') {
      policy.push(read);
      rows.push(row.row);
      continue;
    }
    const message = `AR Policy, row ${row.row}: ${read}. The row is not used until it is mended.`;
    problems.push({ row: row.row, column: '', code: 'policy-unreadable', message });
  }
  return { policy, rows, problems };
}

function policyRowOf(row: TabRow): PolicyRow | string {
  const word = <T extends string>(header: string, known: readonly T[]): T | null =>
    known.find((one) => one === row.text(header).toLowerCase()) ?? null;
  const whole = (header: string): number | null => {
    const { amount } = amountOfCell(row.cell(header));
    return amount !== null && Number.isInteger(amount) ? amount : null;
  };
  const stage = whole('Stage');
  const days = whole('Days');
  const anchor = word('Anchor', ANCHORS);
  const channel = word('Channel', CHANNELS);
  const tone = word<Tone>('Tone', TONES);
  const to = recipientsOf(row.text('To'));
  const cc = recipientsOf(row.text('CC'));
  const active = yesNoOfCell(row.cell('Active'));
  if (!row.text('Segment')) return 'Segment is empty';
  if (stage === null) return `Stage "${row.text('Stage')}" is not a whole number`;
  if (days === null) return `Days "${row.text('Days')}" is not a whole number`;
  if (!anchor) return `Anchor must be one of ${ANCHORS.join(', ')}`;
  if (!channel) return `Channel must be one of ${CHANNELS.join(', ')}`;
  if (!tone) return `Tone must be one of ${TONES.join(', ')}`;
  if (!to || !cc) return `To and CC take ${RECIPIENTS.join(', ')}, separated by commas`;
  if (active === 'unreadable') return 'Active must be yes or no';
  return {
    segment: row.text('Segment'),
    stage,
    anchor,
    days,
    channel,
    template: row.text('Template'),
    to,
    cc,
    // Only the clear word sends without a click.
    sending: row.text('Sending').toLowerCase() === 'auto' ? 'auto' : 'review',
    minimumGap: Math.max(0, whole('Minimum gap') ?? 0),
    tone,
    active: active === 'yes',
    repeatEvery: Math.max(0, whole('Repeat every') ?? 0),
    times: Math.max(1, whole('Times') ?? 1),
  };
}

function recipientsOf(text: string): Recipient[] | null {
  const words = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const found = words.map((word) => RECIPIENTS.find((known) => known === word));
  return found.every((role): role is Recipient => role !== undefined) ? found : null;
}

/** A text of AR Templates. */
export interface TemplateText {
  name: string;
  language: string;
  subject: string;
  body: string;
}

/** The texts of a workbook, found by name and language. */
export interface TemplateBook {
  find(name: string, language: string): TemplateText | null;
  check: TemplateCheck;
}

/** Reads texts; of two with one name and language the first counts. */
export function templateBook(texts: readonly TemplateText[]): TemplateBook {
  const byName = new Map<string, TemplateText>();
  const keyOf = (name: string, language: string): string =>
    `${name.trim().toLowerCase()}|${language.trim().toLowerCase()}`;
  for (const text of texts)
    if (!byName.has(keyOf(text.name, text.language))) byName.set(keyOf(text.name, text.language), text);
  const checked = new Map<string, ReturnType<TemplateCheck>>();
  const find = (name: string, language: string): TemplateText | null => byName.get(keyOf(name, language)) ?? null;
  const check: TemplateCheck = (name, language) => {
    const key = keyOf(name, language);
    const known = checked.get(key);
    if (known !== undefined) return known;
    const fault = faultOf(find(name, language), name, language);
    checked.set(key, fault);
    return fault;
  };
  return { find, check };
}

function faultOf(text: TemplateText | null, name: string, language: string): ReturnType<TemplateCheck> {
  if (!text)
    return {
      code: 'no-template',
      message: `AR Templates has no text "${name}" in language "${language}". Add it, or change the customer's language.`,
    };
  const [fault] = [...checkTemplate(text.subject, PLACEHOLDER_NAMES), ...checkTemplate(text.body, PLACEHOLDER_NAMES)];
  return fault ? { code: 'unknown-placeholder', message: `AR Templates, "${name}": ${fault.message}` } : null;
}

/** Reads AR Templates. */
export function readTemplates(table: TabTable): TemplateText[] {
  return table.rows.map((row) => ({
    name: row.text('Template'),
    language: languageCode(row.text('Language')) || row.text('Language').toLowerCase() || 'en',
    subject: row.text('Subject'),
    body: row.text('Body'),
  }));
}

/** The stops people set by hand. */
export interface StopTabs {
  holds: Hold[];
  promises: PromiseToPay[];
  disputes: Dispute[];
  problems: Problem[];
}

/**
 * Reads AR Holds, AR Promises and AR Disputes. A row that cannot be read still counts as a stop, over what it names.
 * @param keyOf key of a customer as written
 */
export function readStops(
  tables: { holds: TabTable | null; promises: TabTable | null; disputes: TabTable | null },
  keyOf: (written: string) => string,
): StopTabs {
  const problems: Problem[] = [];
  const target = (table: TabTable, row: TabRow): { row: number; customerKey: string; invoice: string } => {
    const written = row.text('Customer');
    const customerKey = keyOf(written);
    if (written && !customerKey) {
      problems.push({
        row: row.row,
        column: 'Customer',
        code: 'customer-unknown',
        message: `${table.spec.name}, row ${row.row}: no customer is called "${written}". Write the name as in AR Customers.`,
      });
    }
    return {
      row: row.row,
      customerKey: written ? customerKey || customerKeyOf('', written) : '',
      invoice: row.text('Invoice'),
    };
  };
  const note = (table: TabTable, row: TabRow, fault: string): string => {
    if (fault)
      problems.push({
        row: row.row,
        column: '',
        code: 'stop-unreadable',
        message: `${table.spec.name}, row ${row.row}: ${fault}. Until it is mended it stops reminders.`,
      });
    return fault;
  };
  const read = <T>(table: TabTable | null, one: (table: TabTable, row: TabRow) => T): T[] => {
    problems.push(...(table?.problems ?? []));
    return (table?.rows ?? []).map((row) => one(table as TabTable, row));
  };
  const holds = read(tables.holds, (table, row): Hold => {
    const until = dayOfCell(row.cell('Until'));
    return {
      ...target(table, row),
      until: until.day,
      reason: row.text('Reason'),
      unreadable: note(table, row, until.fault),
    };
  });
  const promises = read(tables.promises, (table, row) => ({
    ...target(table, row),
    ...promiseOf(row, (fault) => note(table, row, fault)),
  }));
  const disputes = read(tables.disputes, (table, row) => ({
    ...target(table, row),
    ...disputeOf(row, (fault) => note(table, row, fault)),
  }));
  return { holds, promises, disputes, problems };
}

const PROMISE_STATES: readonly PromiseState[] = ['open', 'kept', 'partly kept', 'broken', 'cancelled'];

function promiseOf(
  row: TabRow,
  note: (fault: string) => string,
): Omit<PromiseToPay, 'row' | 'customerKey' | 'invoice'> {
  const promisedOn = dayOfCell(row.cell('Promised on'));
  const recorded = dayOfCell(row.cell('Recorded'));
  const amount = amountOfCell(row.cell('Amount'));
  const written = row.text('State').toLowerCase() || 'open';
  const state = PROMISE_STATES.find((known) => known === written);
  const missing = state === 'open' && promisedOn.day === null && !promisedOn.fault ? 'Promised on is empty' : '';
  const fault = state
    ? promisedOn.fault || recorded.fault || amount.fault || missing
    : `State "${row.text('State')}" must be one of ${PROMISE_STATES.join(', ')}`;
  return {
    amount: amount.amount,
    currency: row.text('Currency').toUpperCase(),
    promisedOn: promisedOn.day,
    recorded: recorded.day,
    state: state ?? 'open',
    note: row.text('Note'),
    unreadable: note(fault),
  };
}

function disputeOf(row: TabRow, note: (fault: string) => string): Omit<Dispute, 'row' | 'customerKey' | 'invoice'> {
  const opened = dayOfCell(row.cell('Opened'));
  const resolved = dayOfCell(row.cell('Resolved'));
  const deadline = dayOfCell(row.cell('Deadline'));
  const amount = amountOfCell(row.cell('Amount'));
  return {
    amount: amount.amount,
    currency: row.text('Currency').toUpperCase(),
    opened: opened.day,
    resolved: resolved.day,
    reason: row.text('Reason'),
    owner: row.text('Owner'),
    // A deadline that cannot be read stops nothing and lifts nothing.
    deadline: deadline.day,
    outcome: row.text('Outcome'),
    unreadable: note(opened.fault || resolved.fault || amount.fault),
  };
}
