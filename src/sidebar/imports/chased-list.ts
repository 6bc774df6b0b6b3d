// A list of who was chased when, compared with the open invoices: how far each is, and which lines cannot be taken.
import type { ImportView } from '../../entry/sidebar-calls';
import { type Day, dayFromIso, isoOf } from '../../receivables/day';
import { numberKey } from '../../receivables/invoice-number';
import { dateOrderOf, dayOfText } from '../../sheet/read/read-dates';
import { plainText } from '../../sheet/vocabulary/language';
import type { ListProblem, UnknownLine } from './contact-list';
import { KnownCustomers } from './known-customers';
import { type ListWords, readList } from './pasted-table';

type ListColumn = 'customer' | 'customerid' | 'invoice' | 'day' | 'stage';

/** Names of the columns, without accents and signs. */
const WORDS: ListWords<ListColumn> = {
  invoice:
    'invoice|invoice number|invoice no|invoice nr|invoice id|document|document number|rechnung|rechnungsnummer|rechnungsnr|rechnung nr|beleg|belegnummer|facture|numero de facture|no facture|factura|numero de factura|numero fattura|factuur|factuurnummer',
  customer:
    'customer|customer name|company|client|account|debtor|name|kunde|kundenname|firma|debitor|nom du client|cliente|klant',
  customerid:
    'customerid|customer id|customer number|customer no|kundennummer|kundennr|numero client|numero de cliente',
  day: 'day|date|on|chased on|last chased|last chased on|last reminder|last reminder date|reminder date|reminded on|last contact|contacted on|sent on|datum|gemahnt am|letzte mahnung|mahndatum|date de relance|derniere relance|fecha|ultimo recordatorio|ultimo aviso|data sollecito',
  stage:
    'stage|step|level|reminder|reminder level|reminder no|reminders|reminders sent|last stage|last step|dunning level|mahnstufe|stufe|mahnung|niveau|niveau de relance|relance|nivel|aviso|recordatorio|sollecito',
};

/** More reminders than any ladder has: the last of its steps counts as done. */
export const LAST = 99;

/** One invoice as it goes on: the ISO day, '' where it is not known, and how many reminders there were, 0 where not known. */
export type ChasedInvoice = [key: string, on: string, count: number];

/** What a customer was told, in words. */
export interface ChasedCustomer {
  key: string;
  name: string;
  invoices: { number: string; on: string; count: number }[];
}

/** A list of who was chased when, compared. */
export interface ChasedList {
  chased: ChasedInvoice[];
  customers: ChasedCustomer[];
  unknown: UnknownLine[];
  problems: ListProblem[];
  /** Lines about invoices that are not open any more. */
  settled: number;
}

/**
 * Compares a list with the open invoices. Of several lines about one invoice the last day and the highest step count.
 * @param text as pasted
 * @param view customers and open invoices
 * @param meant keys of customers by what a list calls them, as a person said
 * @returns a sentence where the list has no headers that are understood
 */
export function chasedList(
  text: string,
  view: ImportView,
  meant: ReadonlyMap<string, string> = new Map(),
): ChasedList | { message: string } {
  const table = readList(text, WORDS, ['invoice', 'customer', 'customerid']);
  if ('message' in table) return table;
  if (!table.found.some((column) => column === 'day' || column === 'stage'))
    return { message: 'The list tells neither the day nor the step. Name a column “Day” or “Step”.' };
  const known = new KnownCustomers(view);
  const asOf = dayFromIso(view.asOf) ?? 0;
  const { order } = dateOrderOf(table.rows.map(({ cells }) => cells.day ?? ''));
  const names = new Map(view.customers.map(({ key, name }) => [key, name]));
  const byNumber = new Map<string, ImportView['invoices']>();
  const byCustomer = new Map<string, ImportView['invoices']>();
  for (const invoice of view.invoices) {
    push(byNumber, numberKey(invoice[1]), invoice);
    push(byCustomer, invoice[2], invoice);
  }
  const list: ChasedList = { chased: [], customers: [], unknown: [], problems: [], settled: 0 };
  const told = new Map<string, { invoice: ImportView['invoices'][number]; on: Day | null; count: number }>();
  for (const { row, cells } of table.rows) {
    const wrong = (message: string): number => list.problems.push({ row, message: `Row ${row}${message}` });
    const on = cells.day === undefined ? null : dayOfText(cells.day, order);
    const count = cells.stage === undefined ? 0 : reminderCount(cells.stage);
    if (cells.day !== undefined && on === null) wrong(`, day: “${cells.day}” is not a date. Write it like 2026-11-24.`);
    else if (on !== null && on > asOf) wrong(`, day: ${cells.day} is still to come.`);
    else if (count === null)
      wrong(`, step: “${cells.stage}” is no step. Write 1, 2, 3, or first, second, final reminder.`);
    else if (on === null && count === 0) wrong(' tells neither the day nor the step.');
    else {
      const named = cells.customer ?? cells.customerid ?? '';
      const said = meant.get(named);
      const found = named === '' ? null : known.find(cells.customerid ?? '', cells.customer ?? '');
      const key = said ?? (found === null || found === 'several' ? '' : found.key);
      const own = cells.invoice === undefined ? [] : (byNumber.get(numberKey(cells.invoice)) ?? []);
      const meantOnes = cells.invoice === undefined ? dueBy(byCustomer.get(key) ?? [], on ?? asOf) : own;
      const fitting = key === '' ? meantOnes : meantOnes.filter((invoice) => invoice[2] === key);
      if (cells.invoice === undefined && named === '') wrong(' names neither an invoice nor a customer.');
      else if (key === '' && found === 'several')
        wrong(`: two customers are called “${named}”. Write the customer number.`);
      else if (cells.invoice === undefined && key === '')
        list.unknown.push({ row, written: named, nearest: known.nearest(named) });
      else if (fitting.length === 0) list.settled += 1;
      else if (cells.invoice !== undefined && new Set(fitting.map((invoice) => invoice[2])).size > 1)
        wrong(`: two customers have an invoice ${cells.invoice}. Name the customer as well.`);
      else
        for (const invoice of fitting) {
          const before = told.get(invoice[0]);
          told.set(invoice[0], {
            invoice,
            on: later(before?.on ?? null, on),
            count: Math.max(before?.count ?? 0, count),
          });
        }
    }
  }
  const customers = new Map<string, ChasedCustomer>();
  for (const { invoice, on, count } of told.values()) {
    const [key, number, customerKey] = invoice;
    const iso = on === null ? '' : isoOf(on);
    list.chased.push([key, iso, count]);
    const one = customers.get(customerKey) ?? {
      key: customerKey,
      name: names.get(customerKey) ?? customerKey,
      invoices: [],
    };
    one.invoices.push({ number, on: iso, count });
    customers.set(customerKey, one);
  }
  list.customers.push(...[...customers.values()].sort((a, b) => (a.name < b.name ? -1 : 1)));
  return list;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A word to a customer on a day was about what was due by then. */
function dueBy(invoices: ImportView['invoices'], day: Day): ImportView['invoices'] {
  return invoices.filter(([, , , due]) => due !== null && due < day);
}

function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

const ORDINALS: readonly (readonly [RegExp, number])[] = [
  [/\b(final|last|letzte|letztmalig|dernier|derniere|ultimo|ultima|mise en demeure|formal notice)\b/, LAST],
  [/\b(first|1st|one|friendly|erste|erstes|zahlungserinnerung|premier|premiere|primer|primero|primera|primo)\b/, 1],
  [/\b(second|2nd|two|zweite|deuxieme|seconde|segundo|segunda|secondo)\b/, 2],
  [/\b(third|3rd|three|dritte|troisieme|tercer|tercero|tercera|terzo)\b/, 3],
];

/**
 * How many reminders a written step stands for; null where it is none.
 * @example reminderCount('2. Mahnung') // 2
 * @example reminderCount('final reminder') // 99
 */
export function reminderCount(written: string): number | null {
  const text = plainText(written);
  if (text === '') return 0;
  const named = ORDINALS.find(([words]) => words.test(text));
  if (named) return named[1];
  const number = /^\D*(\d{1,2})\D*$/.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}
