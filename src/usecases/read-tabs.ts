// From rows of our tabs to the facts of a decision: customers, policy, texts.

import type { Customer } from '../dunning/decision/facts';
import { languageCode } from '../dunning/letter/languages';
import { PLACEHOLDER_NAMES } from '../dunning/letter/placeholders';
import { checkTemplate } from '../dunning/letter/template';
import { splitAddresses } from '../dunning/mail/address';
import type { PolicyChannel, PolicyRow, Recipient, TemplateCheck, Tone } from '../dunning/policy/policy';
import { ANCHORS, TONES } from '../dunning/policy/policy';
import { customerKeyOf } from '../receivables/customer';
import type { Invoice } from '../receivables/invoice';
import type { Problem } from '../sheet/grid';
import { amountOfCell, yesNoOfCell } from '../sheet/read/typed-cells';
import type { TabRow, TabTable } from '../sheet/records';

/** The customers of a workbook and how people may name them. */
export interface CustomerBook {
  byKey: Map<string, Customer>;
  /** Key of a name, an id or an alias as a person writes it; '' when nobody is called so. */
  keyOf(written: string): string;
  /** Keys of everybody in AR Customers who is called so: branches of one firm often share a name. */
  namesakes(written: string): readonly string[];
  problems: Problem[];
}

/** Reads AR Customers and adds the customers that so far stand only in the invoices. */
export function readCustomers(table: TabTable | null, invoices: readonly Invoice[]): CustomerBook {
  const byKey = new Map<string, Customer>();
  const names = new Map<string, string>();
  const shared = new Map<string, Set<string>>();
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
    for (const written of [customer.name, customer.id, ...splitList(row.text('Aliases'))]) {
      const name = customerKeyOf('', written);
      if (name === '') continue;
      names.set(name, customer.key);
      shared.set(name, (shared.get(name) ?? new Set()).add(customer.key));
    }
  }
  const aliases = readAliases(table);
  keepFromContact(byKey, aliases);
  for (const invoice of invoices) {
    const key = invoice.customerKey;
    const known = byKey.get(key);
    if (!known) byKey.set(key, customerFromInvoice(invoice));
    for (const name of [invoice.customer, invoice.customerId]) {
      if (name && !names.has(customerKeyOf('', name))) names.set(customerKeyOf('', name), key);
    }
  }
  const keyOf = (written: string): string => {
    const key = names.get(customerKeyOf('', written)) ?? '';
    // A spelling may have kept a row of its own: a stop under it is a stop for whom it belongs to.
    return aliases.get(key) ?? key;
  };
  const namesakes = (written: string): string[] => {
    const keys = [...(shared.get(customerKeyOf('', written)) ?? [])].map((key) => aliases.get(key) ?? key);
    return [...new Set(keys)];
  };
  return { byKey, keyOf, namesakes, problems };
}

/** Who must not be written to under one spelling is not written to under another, whichever rows are left. */
function keepFromContact(byKey: Map<string, Customer>, aliases: ReadonlyMap<string, string>): void {
  for (const [other, key] of aliases) {
    const stop = byKey.get(other)?.doNotContact ?? 'no';
    const kept = byKey.get(key);
    if (stop !== 'no' && kept?.doNotContact === 'no') byKey.set(key, { ...kept, doNotContact: stop });
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
  for (const row of table?.rows ?? []) {
    const { key } = customerOf(row);
    for (const name of splitList(row.text('Aliases'))) {
      const alias = customerKeyOf('', name);
      // Naming one's own customer would close a circle.
      if (key && alias && rootOf(key) !== alias) told.set(alias, key);
    }
  }
  return new Map([...told.keys()].map((alias) => [alias, rootOf(alias)]));
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

/** The row of AR Customers that a customer starts with: what the invoices tell. */
export function newCustomerRow({ name, id, email, language, owner }: Customer): Record<string, string> {
  return { Customer: name, 'Customer ID': id, Email: email, Language: language, Owner: owner };
}

const CHANNELS: readonly PolicyChannel[] = ['email', 'call', 'whatsapp', 'task'];
/** A stage or a gap of more days is a slip of the pen. */
const MOST_DAYS = 3_650;
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
  // An empty gap is none; one that cannot be read must not let mails follow each other day by day.
  const gap = row.text('Minimum gap') === '' ? 0 : whole('Minimum gap');
  const anchor = word('Anchor', ANCHORS);
  const channel = word('Channel', CHANNELS);
  const tone = word<Tone>('Tone', TONES);
  const to = recipientsOf(row.text('To'));
  const cc = recipientsOf(row.text('CC'));
  const active = yesNoOfCell(row.cell('Active'));
  if (!row.text('Segment')) return 'Segment is empty';
  if (stage === null) return `Stage "${row.text('Stage')}" is not a whole number`;
  if (days === null) return `Days "${row.text('Days')}" is not a whole number`;
  if (Math.abs(days) > MOST_DAYS) return `Days "${row.text('Days')}" is more than ten years`;
  if (gap === null || gap < 0 || gap > MOST_DAYS)
    return `Minimum gap "${row.text('Minimum gap')}" is not a number of days`;
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
    minimumGap: gap,
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
  /** The names of the texts in a language, in the order of the tab. */
  names(language: string): string[];
  check: TemplateCheck;
}

/** Reads texts; of two with one name and language the first counts. */
export function templateBook(texts: readonly TemplateText[]): TemplateBook {
  const byName = new Map<string, TemplateText>();
  const keyOf = (name: string, language: string): string =>
    `${name.trim().toLowerCase()}|${language.trim().toLowerCase()}`;
  for (const text of texts)
    if (!byName.has(keyOf(text.name, text.language))) byName.set(keyOf(text.name, text.language), text);
  const names = (language: string): string[] => {
    const wanted = language.trim().toLowerCase();
    const own = [...byName.values()].filter((text) => text.language.trim().toLowerCase() === wanted);
    return own.map(({ name }) => name.trim()).filter((name) => name !== '');
  };
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
  return { find, names, check };
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
