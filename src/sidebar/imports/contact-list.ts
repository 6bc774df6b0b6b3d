// A list of contacts compared with AR Customers: what would change of whom, whom nobody knows, and what cannot be taken.
import { kindNamed } from '../../dunning/decision/debtor/kinds';
import { languageCode } from '../../dunning/letter/languages';
import { readAddresses } from '../../dunning/mail/address';
import { CHANNEL_NAMES, CHANNELS } from '../../dunning/policy/channels';
import type { ImportView } from '../../entry/sidebar-calls';
import { dayFromIso, isoOf } from '../../receivables/day';
import type { DateOrder } from '../../sheet/fields';
import { dateOrderOf, dayOfText } from '../../sheet/read/read-dates';
import { yesNoOfCell } from '../../sheet/read/typed-cells';
import { plainText } from '../../sheet/vocabulary/language';
import { CONTACT_COLUMNS, type ContactColumn } from './contact-columns';
import { type KnownCustomer, KnownCustomers } from './known-customers';
import { type ListWords, readList } from './pasted-table';

type ListColumn = 'customer' | 'customerid' | ContactColumn;

/** Names of the columns, without accents and signs. */
const WORDS: ListWords<ListColumn> = {
  customer:
    'customer|customer name|company|company name|client|client name|account|account name|debtor|name|kunde|kundenname|firma|firmenname|debitor|nom|nom du client|societe|raison sociale|cliente|nombre|empresa|ragione sociale|klant|bedrijf|kund',
  customerid:
    'customerid|customer id|customer number|customer no|customer code|client id|account number|kundennummer|kundennr|kunden nr|debitorennummer|numero client|code client|numero de cliente|codigo cliente|klantnummer',
  Contact:
    'contact|contact name|contact person|full name|attention|attn|ansprechpartner|ansprechperson|kontakt|kontaktperson|interlocuteur|nom du contact|contacto|persona de contacto|referente|contactpersoon',
  Email:
    'email|e mail|emails|mail|email address|e mail address|contact email|billing email|invoice email|e mail adresse|mailadresse|rechnungsmail|courriel|adresse e mail|adresse mail|correo|correo electronico|indirizzo email|e mailadres',
  CC: 'cc|copy|copy to|email cc|kopie|kopie an|copie|copia',
  'Escalation email':
    'escalation email|escalation|escalation contact|senior contact|senior email|manager email|eskalation|eskalations e mail',
  Phone:
    'phone|phone number|telephone|tel|tel no|mobile|mobile phone|telefon|telefonnummer|handy|mobil|telephone portable|telefono|movil|telefoon',
  Language: 'language|language code|lang|locale|sprache|langue|idioma|lingua|taal',
  Country: 'country|country code|land|pays|pais|paese',
  Owner:
    'owner|account owner|account manager|sales rep|salesperson|responsible|collector|zustandig|betreuer|kundenbetreuer|sachbearbeiter|vertrieb|responsable|commercial|gestor',
  'Postal address':
    'postal address|address|billing address|street address|adresse|anschrift|rechnungsadresse|postanschrift|adresse postale|direccion|indirizzo',
  Kind: 'kind|kind of debtor|kind of customer|customer type|type|debtor type|art|kundenart|type de client|tipo de cliente',
  'Paid by':
    'paid by|payer|parent|parent company|paying company|pays through|zahler|zahlt|bezahlt von|konzern|mutter|muttergesellschaft|payeur|societe mere|pagador|matriz',
  'Preferred channel': 'preferred channel|channel|contact by|kanal|bevorzugter kanal|canal',
  'WhatsApp agreed on':
    'whatsapp agreed on|whatsapp|whatsapp consent|whatsapp opt in|consent|consent date|opt in|einwilligung|whatsapp einwilligung|consentement|consentimiento',
  'Do not contact': 'do not contact|no contact|blocked|nicht kontaktieren|kontaktsperre|ne pas contacter|no contactar',
  Notes:
    'notes|note|comment|comments|remark|remarks|bemerkung|bemerkungen|notiz|notizen|kommentar|commentaire|notas|observaciones',
};

/** What would change of a cell. */
export interface CellChange {
  column: ContactColumn;
  before: string;
  value: string;
}

/** What would change of a customer. */
export interface ContactChange {
  key: string;
  name: string;
  cells: CellChange[];
  /** Whether anything is overwritten that AR Customers says. */
  overwrites: boolean;
}

/** Something in a row that cannot be taken. */
export interface ListProblem {
  row: number;
  message: string;
}

/** A line about somebody nobody knows, with the customer called most alike. */
export interface UnknownLine {
  row: number;
  written: string;
  nearest: KnownCustomer | null;
}

/** A list of contacts, compared. */
export interface ContactList {
  found: ContactColumn[];
  unused: string[];
  changes: ContactChange[];
  unknown: UnknownLine[];
  problems: ListProblem[];
  /** Customers of whom the list says what AR Customers says. */
  same: number;
}

/**
 * Compares a list with the customers.
 * @param text as pasted
 * @param view the customers of the workbook
 * @param meant keys of customers by what a list calls them, as a person said
 * @returns a sentence where the list has no headers that are understood
 */
export function contactList(
  text: string,
  view: ImportView,
  meant: ReadonlyMap<string, string> = new Map(),
): ContactList | { message: string } {
  const table = readList(text, WORDS, ['customer', 'customerid']);
  if ('message' in table) return table;
  const found = table.found.filter(
    (column): column is ContactColumn => column !== 'customer' && column !== 'customerid',
  );
  if (found.length === 0)
    return {
      message: `The list names customers and nothing about them. Columns may be: ${CONTACT_COLUMNS.join(', ')}.`,
    };
  const known = new KnownCustomers(view);
  const byKey = new Map(view.customers.map((customer) => [customer.key, customer]));
  const order = dateOrderOf(table.rows.map(({ cells }) => cells['WhatsApp agreed on'] ?? '')).order;
  const reading: Reading = { view, known, order };
  const list: ContactList = { found, unused: table.unused, changes: [], unknown: [], problems: [], same: 0 };
  const rowOf = new Map<string, number>();
  for (const { row, cells } of table.rows) {
    const [id = '', name = ''] = [cells.customerid, cells.customer];
    const written = name || id;
    const customer = byKey.get(meant.get(written) ?? '') ?? known.find(id, name);
    if (written === '') list.problems.push({ row, message: `Row ${row} names no customer.` });
    else if (customer === 'several')
      list.problems.push({
        row,
        message: `Row ${row}: two customers are called “${written}”. Write the customer number.`,
      });
    else if (customer === null) list.unknown.push({ row, written, nearest: known.nearest(written) });
    else if (rowOf.has(customer.key))
      list.problems.push({
        row,
        message: `Row ${row}: ${customer.name} stands in row ${rowOf.get(customer.key)} already; that one counts.`,
      });
    else {
      rowOf.set(customer.key, row);
      const change = changeOf(customer, cells, { row, found, reading, problems: list.problems });
      if (change.cells.length > 0) list.changes.push(change);
      else list.same += 1;
    }
  }
  list.changes.sort((a, b) => Number(b.overwrites) - Number(a.overwrites) || (a.name < b.name ? -1 : 1));
  return list;
}

interface Reading {
  view: ImportView;
  known: KnownCustomers;
  order: DateOrder | null;
}

function changeOf(
  customer: KnownCustomer,
  cells: Partial<Record<ListColumn, string>>,
  list: { row: number; found: readonly ContactColumn[]; reading: Reading; problems: ListProblem[] },
): ContactChange {
  const changed: CellChange[] = [];
  for (const column of list.found) {
    const written = cells[column];
    // What a list leaves empty says nothing about a cell that is filled.
    if (written === undefined) continue;
    const read = cellValue(column, written, customer, list.reading);
    const before = customer.cells[list.reading.view.columns.indexOf(column)] ?? '';
    if ('fault' in read) list.problems.push({ row: list.row, message: `Row ${list.row}, ${column}: ${read.fault}` });
    else if (read.value !== before) changed.push({ column, before, value: read.value });
  }
  return {
    key: customer.key,
    name: customer.name,
    cells: changed,
    overwrites: changed.some(({ before }) => before !== ''),
  };
}

type Value = { value: string } | { fault: string };

/** What a written text is as a cell of AR Customers. */
function cellValue(column: ContactColumn, written: string, customer: KnownCustomer, reading: Reading): Value {
  switch (column) {
    case 'Email':
    case 'CC':
    case 'Escalation email': {
      const [fault] = readAddresses(written).problems;
      return fault ? { fault: fault.message } : { value: written };
    }
    case 'Kind':
      return kindOf(written);
    case 'Language':
      return languageCode(written) === ''
        ? { fault: `“${written}” is no language. Write it like en, de or French.` }
        : { value: written };
    case 'Preferred channel':
      return channelOf(written);
    case 'WhatsApp agreed on':
      return consentOf(written, reading);
    case 'Do not contact': {
      const value = yesNoOfCell(written);
      return value === 'unreadable' ? { fault: `“${written}” is neither yes nor no.` } : { value };
    }
    case 'Paid by':
      return payerOf(written, customer, reading.known);
    default:
      return { value: written };
  }
}

const KIND_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /^(b2c|consumer|private|private person|individual|privat|privatkunde|privatperson|verbraucher|particulier|particular)$/,
    'consumer',
  ],
  [
    /^(public|public body|public sector|government|authority|behorde|offentlich|amt|municipality|secteur public|sector publico)$/,
    'public body',
  ],
  [
    /^(sole trader|freelancer|self employed|einzelunternehmer|freiberufler|selbststandig|autonomo|independant)$/,
    'sole trader',
  ],
  [/^(business|company|b2b|firm|firma|unternehmen|gewerbe|entreprise|empresa)$/, 'business'],
];

function kindOf(written: string): Value {
  const word = plainText(written);
  const kind = kindNamed(written) ?? KIND_WORDS.find(([words]) => words.test(word))?.[1];
  return kind === undefined
    ? { fault: `“${written}” is no kind of debtor. Write business, public body, sole trader or consumer.` }
    : { value: kind };
}

function channelOf(written: string): Value {
  const word = plainText(written);
  const channel = CHANNEL_NAMES.find((name) => [name, plainText(CHANNELS[name].title)].includes(word));
  const other = { mail: 'email', 'e mail': 'email', phone: 'call', telephone: 'call', telefon: 'call', post: 'letter' }[
    word
  ];
  const value = channel ?? other;
  return value === undefined
    ? { fault: `“${written}” is no way to reach somebody. Write ${CHANNEL_NAMES.join(', ')}.` }
    : { value };
}

function consentOf(written: string, { view, order }: Reading): Value {
  const day = dayOfText(written, order);
  if (day === null)
    return { fault: `“${written}” is not a date. Write the day on which they agreed, like 2026-11-24.` };
  if (day > (dayFromIso(view.asOf) ?? day)) return { fault: `${written} is still to come.` };
  return { value: isoOf(day) };
}

/** Who pays has to be a customer, or nobody would be written to. */
function payerOf(written: string, customer: KnownCustomer, known: KnownCustomers): Value {
  const payer = known.find('', written);
  if (payer === 'several') return { fault: `two customers are called “${written}”. Write the customer number.` };
  if (payer === null) {
    const nearest = known.nearest(written);
    const meant = nearest ? ` Did you mean “${nearest.name}”?` : '';
    return { fault: `“${written}” is no customer of this workbook, so nobody could be written to.${meant}` };
  }
  return payer.key === customer.key ? { fault: 'nobody pays for themselves; leave it empty.' } : { value: written };
}
