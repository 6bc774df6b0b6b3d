// The page Figures, once asked for: everything its pictures are made from, in as few words as it takes.
import { decisionContext } from '../../dunning/decision/customer-context';
import { decide } from '../../dunning/decision/decide';
import { neverAskedOf } from '../../dunning/outlook/never-asked';
import { unchasedOf } from '../../dunning/outlook/unchased';
import { isoOf } from '../../receivables/day';
import { packedFigures } from '../../receivables/figures/day-figures';
import { movedInWords } from '../../receivables/figures/original-due';
import type { InvoiceRow } from '../../receivables/invoice';
import { isReceivable } from '../../receivables/invoice-status';
import { addTo, type Totals } from '../../receivables/money';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import type { WorkbookSession } from '../../workbook/session';
import { HISTORY_TAB } from '../../workbook/tab-specs';
import { readHistory } from '../../workbook/tabs/history';
import type { TabTable } from '../../workbook/tabs/records';
import { type FiguresFacts, figuresFacts } from '../figures/figures-facts';
import type { FiguresCustomer, FiguresInvoice, FiguresView } from './view';

/** Settled so many days ago and longer an invoice is in no picture: thirteen months, and a year of sales before them. */
const LOOKED_BACK = 400 + 366;

/** What the page Figures is told. @throws Refusal with the stop that forbids showing it */
export function showFigures(ports: Ports): FiguresView {
  const { ws, book, gathered, day } = openForShowing(ports);
  const context = decisionContext(gathered.facts);
  const table = ws.tabs.find(HISTORY_TAB) ? ws.tabs.table(HISTORY_TAB) : null;
  const facts = figuresFacts(book, context, day, readHistory(table));
  const { targets, benchmarks } = ws.settings();
  const { customers, currencies, invoices, places } = packed(facts);
  const { decisions } = decide(gathered.facts, context);
  const unchased: Totals = {};
  for (const { totals } of unchasedOf(decisions, gathered.facts))
    for (const [currency, minor] of Object.entries(totals)) addTo(unchased, currency, minor);
  return {
    asOf: isoOf(day),
    hasPaymentDates: facts.hasPaymentDates,
    ...{ currencies, customers, invoices, unchased },
    goals: [...targets, ...benchmarks],
    neverAsked: neverAskedOf(decisions, gathered.facts).flatMap(
      ({ customerKey, currency, amount, invoices: number, why }) => {
        const [customer, code] = [places.get(customerKey), currencies.indexOf(currency)];
        return customer === undefined || code < 0 ? [] : [[customer, code, amount, number, why] as NeverAskedPart];
      },
    ),
    promises: facts.promises.flatMap(({ customerKey, on, isKept }) => {
      const place = places.get(customerKey);
      return place === undefined ? [] : [[on, isKept, place] as [number, boolean, number]];
    }),
    history: facts.history.map(packedFigures),
    moved: movedInWords(gathered.facts.invoices, gathered.facts.history.firstDue),
    trouble: troubleOf(ws, table),
  };
}

function troubleOf({ state }: WorkbookSession, table: TabTable | null): string {
  if (table && table.headerRow === 0) return table.problems[0]?.message ?? '';
  return state.figuresFault && `The figures of the last day could not be written: ${state.figuresFault}`;
}

type NeverAskedPart = FiguresView['neverAsked'][number];

interface Packed extends Pick<FiguresView, 'customers' | 'currencies' | 'invoices'> {
  /** Where a customer stands, by key. */
  places: Map<string, number>;
}

function packed(facts: FiguresFacts): Packed {
  const { rows, asOf, nameOf, segmentOf, ownerOf } = facts;
  const customers: FiguresCustomer[] = [];
  const currencies: string[] = [];
  const places = new Map<string, number>();
  const codes = new Map<string, number>();
  const placeOf = (row: InvoiceRow): number => {
    const known = places.get(row.customerKey);
    if (known !== undefined) return known;
    const { customerKey } = row;
    places.set(customerKey, customers.length);
    return customers.push([nameOf(row), segmentOf(customerKey), ownerOf(customerKey) || row.owner, customerKey]) - 1;
  };
  const codeOf = (currency: string): number => {
    const known = codes.get(currency);
    if (known !== undefined) return known;
    codes.set(currency, currencies.length);
    return currencies.push(currency) - 1;
  };
  const invoices = rows.flatMap((row): FiguresInvoice[] => {
    if (!isReceivable(row) && row.status !== 'retained') return [];
    if ((row.issued ?? asOf) < asOf - LOOKED_BACK && (row.paidOn ?? asOf) < asOf - LOOKED_BACK && row.balance === 0)
      return [];
    return [packedInvoice(row, placeOf(row), codeOf(row.currency), facts)];
  });
  return { customers, currencies, invoices, places };
}

function packedInvoice(
  row: InvoiceRow,
  customer: number,
  currency: number,
  { disputedOf }: FiguresFacts,
): FiguresInvoice {
  const { issued, due, paidOn, amount, paid, balance, status, disputed, lowered, payments, invoice } = row;
  const inDispute = disputedOf(row, Number.MAX_SAFE_INTEGER);
  const fields: FiguresInvoice = [
    ...[customer, currency, issued, due, paidOn, amount, paid, balance, status, invoice],
    ...[disputed ? 1 : 0, inDispute === Number.MAX_SAFE_INTEGER ? -1 : inDispute, lowered?.settled ?? 0],
    payments ? payments.map(({ amount: came, on, isCredit }) => [came, on, isCredit ? 1 : 0]) : null,
  ];
  while (fields.length > 0 && !fields[fields.length - 1]) fields.pop();
  return fields;
}
