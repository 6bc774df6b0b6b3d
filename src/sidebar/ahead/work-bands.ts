// Which calls and tasks come first: three bands by what the payment curve says of their invoices, each with its reasons.
import type { WaitingWork, WorkView } from '../../entry/sidebar-calls';
import { dayFromIso, shortDay } from '../../receivables/day';
import type { InvoiceForecast } from '../../receivables/forecast/book-forecast';
import type { Invoice } from '../../receivables/invoice';
import type { Ahead } from '../expected/ahead-book';

/** The bands in the order in which they are worked. */
export const BANDS = ['quick', 'risk', 'later'] as const;
export type Band = (typeof BANDS)[number];

/** What the bands are called, and what is meant by each. */
export const BAND_WORDS: Record<Band, { title: string; meaning: string }> = {
  quick: { title: 'Quick wins', meaning: 'They usually pay, and this should have come: a word brings it.' },
  risk: { title: 'At risk', meaning: 'It may come late or not at all: it needs a person.' },
  later: { title: 'Leave alone for now', meaning: 'It should come within days by itself.' },
};

/** A call or a task in its band. */
export interface BandedWork {
  work: WaitingWork;
  customer: string;
  owner: string;
  band: Band;
  /** Sentences, the weightiest first. */
  reasons: string[];
  /** How much of it may come late, a share: what is at risk is sorted by it and its size. */
  weight: number;
}

/** Half of such invoices are paid within so many days anyway. */
const ANYWAY_DAYS = 3;
const HALF = 0.5;
/** From this chance of being more than 30 days late on something is at risk. */
const HIGH = 0.3;
const LATE = 30;

/**
 * Puts the calls and tasks that wait into their bands.
 * @example bandedWork(ahead, work)[0]?.reasons[0] // 'Half of such invoices are paid by Thu 3 Dec anyway.'
 */
export function bandedWork(ahead: Ahead, view: WorkView): BandedWork[] {
  const customers = new Map(view.customers.map((one) => [one.key, one]));
  const forecasts = new Map(ahead.look.invoices.map((one) => [one.invoice.row, one]));
  const shown = new Set(ahead.currencies.filter(({ isShown }) => isShown).map(({ currency }) => currency));
  const placed = view.waiting.map((work): BandedWork => {
    const { name = work.key, owner = '', isPerson = false } = customers.get(work.key) ?? {};
    const told = work.rows.flatMap((row) => forecasts.get(row) ?? []);
    return { work, customer: name, owner, ...bandOf(ahead, work, told, { isPerson, shown }) };
  });
  const place = ({ band }: BandedWork): number => BANDS.indexOf(band);
  return placed.sort((a, b) => place(a) - place(b) || b.weight - a.weight || (a.customer < b.customer ? -1 : 1));
}

function bandOf(
  ahead: Ahead,
  work: WaitingWork,
  told: readonly InvoiceForecast[],
  known: { isPerson: boolean; shown: ReadonlySet<string> },
): Pick<BandedWork, 'band' | 'reasons' | 'weight'> {
  const { asOf } = ahead;
  const usable = told.filter(({ invoice, isApart }) => known.shown.has(invoice.currency) && !isApart);
  const promised = work.missed === '' ? null : dayFromIso(work.missed);
  const missed = promised === null ? [] : [`A promise of ${shortDay(promised, asOf)} was missed.`];
  const late = work.daysLate > 0 ? [`${daysWord(work.daysLate)} late.`] : [];
  const weight = largestPart(usable.length > 0 ? usable : told, work);
  if (usable.length === 0) {
    const band = missed.length > 0 || work.daysLate > LATE ? 'risk' : 'quick';
    return { band, reasons: [...missed, ...late, 'By age alone: no forecast can be made of it here.'], weight };
  }
  const soon = shareBy(ahead, usable, asOf + ANYWAY_DAYS);
  const risk = weighed(usable, ({ lateRisk }) => lateRisk ?? 0);
  const habit = habitOf(usable);
  if (soon >= HALF && missed.length === 0) {
    const by = shortDay(asOf + ANYWAY_DAYS, asOf);
    return { band: 'later', reasons: [`Half of such invoices are paid by ${by} anyway.`, ...late, ...habit], weight };
  }
  // Of a natural person no chance is told, and none decides.
  const isRisky = known.isPerson ? work.daysLate > LATE : risk >= HIGH;
  if (missed.length > 0 || isRisky)
    return {
      band: 'risk',
      reasons: [...missed, ...(known.isPerson ? [] : riskInWords(risk, work)), ...late, ...habit],
      weight: weight * (known.isPerson ? 1 : risk),
    };
  return { band: 'quick', reasons: [...overdueOf(usable, asOf), ...late, ...habit], weight };
}

/** How much of what is asked for is paid by a day, 0 to 1. */
function shareBy({ look, asOf, book }: Ahead, told: readonly InvoiceForecast[], day: number): number {
  return weighed(told, ({ invoice }) => {
    const { agreed = [] } = book.beside(invoice);
    if (agreed.some(({ on }) => on > asOf && on <= day)) return 1;
    const later = book.disputed.has(invoice.key) ? look.disputeDays : 0;
    return paidBy({ look, asOf }, invoice, day, later);
  });
}

function paidBy({ look, asOf }: Pick<Ahead, 'look' | 'asOf'>, invoice: Invoice, day: number, later: number): number {
  if (invoice.due === null || !look.habits) return 0;
  return look.habits.curveOf(invoice.customerKey).outlook(invoice.due, asOf, later).paidBy(day);
}

function weighed(told: readonly InvoiceForecast[], of: (one: InvoiceForecast) => number): number {
  let [sum, all] = [0, 0];
  for (const one of told) {
    sum += one.invoice.open * of(one);
    all += one.invoice.open;
  }
  return all === 0 ? 0 : sum / all;
}

/** The largest sum that it asks for in one currency: amounts of two are not added. */
function largestPart(told: readonly InvoiceForecast[], { asked }: WaitingWork): number {
  return Math.max(
    0,
    ...Object.values(asked),
    ...(Object.keys(asked).length > 0 ? [] : told.map((one) => one.invoice.open)),
  );
}

/** A frequency, where the days do not say it already. @example riskInWords(0.62, work) // ['About 6 in 10 such invoices were over 30 days late.'] */
function riskInWords(risk: number, { daysLate }: WaitingWork): string[] {
  const tenths = Math.round(risk * 10);
  return daysLate > LATE || tenths < 1 ? [] : [`About ${tenths} in 10 such invoices were over 30 days late.`];
}

function habitOf(told: readonly InvoiceForecast[]): string[] {
  const [first] = [...told].sort((a, b) => b.invoice.open - a.invoice.open);
  if (!first || first.usualDays === null) return [];
  const days = Math.round(first.usualDays);
  const usually = days === 0 ? 'on the due date' : `${daysWord(Math.abs(days))} ${days > 0 ? 'after' : 'before'} due`;
  return [first.paidCount >= 3 ? `Usually pays ${usually}.` : `New to us; this book pays ${usually}.`];
}

/** What should have come by the habit of who owes it. */
function overdueOf(told: readonly InvoiceForecast[], asOf: number): string[] {
  const over = told.filter(({ invoice: { due }, usualDays }) => due !== null && due + (usualDays ?? 0) < asOf);
  const [first] = over.sort((a, b) => (a.invoice.due ?? 0) - (b.invoice.due ?? 0));
  if (!first || first.invoice.due === null) return [];
  return [`It should have come by ${shortDay(Math.round(first.invoice.due + (first.usualDays ?? 0)), asOf)}.`];
}

function daysWord(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
