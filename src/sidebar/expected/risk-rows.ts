// The rows of the page Risk and credit: a customer in a currency with band, reason, limit and days, worked out in the page.

import { isBarred } from '../../dunning/decision/debtor/kinds';
import type { CreditView } from '../../entry/sidebar-calls';
import { addUnder } from '../../receivables/cash/grouped';
import { type CreditUse, creditUse, isPastLimit, useInWords } from '../../receivables/credit/credit-limit';
import { shortDay } from '../../receivables/day';
import { type InvoiceForecast, LATE_DAYS, lateRisk } from '../../receivables/forecast/book-forecast';
import { recordsOn } from '../../receivables/forecast/payment-record';
import {
  FEWEST_EVENTS,
  lateInvoices,
  type RiskBand,
  type RiskOf,
  riskBand,
  riskInWords,
  termsToReview,
} from '../../receivables/forecast/risk-bands';
import type { InvoiceRow } from '../../receivables/invoice';
import type { Ahead } from './ahead-book';

/** What counts as late: the usual, or less where too few invoices were ever that late. */
export const LATE_CHOICES = [LATE_DAYS, 7] as const;
export type LateChoice = (typeof LATE_CHOICES)[number];

/** A customer in one currency. Money is in minor units. */
export interface RiskRow {
  key: string;
  name: string;
  owner: string;
  currency: string;
  open: number;
  overdue: number;
  /** Null where none is told: a natural person, too little late here, a forecast that is no better than due dates. */
  band: RiskBand | null;
  /** Of what is open the part that is expected to be late; null where no band is told. */
  lateAmount: number | null;
  paidCount: number;
  /** The band with its frequency and reason, or why there is none. */
  why: string;
  /** Terms to review, a sentence; '' where not. */
  terms: string;
  /** The limit with what is used of it; null without one, or where another row of the customer tells it. */
  use: CreditUse | null;
  limit: string;
  isPast: boolean;
  /** Hold, security and the days to come, sentences. */
  notes: string[];
  /** The next of those days; null without one. */
  nextDay: number | null;
}

/** How often invoices were late here. */
export interface RiskBook {
  rows: RiskRow[];
  /** How many invoices were that late. */
  events: number;
  /** Whether they are enough for bands. */
  isTold: boolean;
  /** Whether something was ever paid on a day that is known: without it nothing can be learned. */
  isPaid: boolean;
}

/**
 * The rows of a book, what may be late most first.
 * @param days from how many days past due on an invoice counts as late
 * @example riskBook(ahead, 30).rows[0]?.why
 */
export function riskBook(ahead: Ahead, days: LateChoice): RiskBook {
  const { asOf, book, look, told } = ahead;
  const events = lateInvoices(recordsOn(book.rows, asOf, book.tolerance), asOf, days);
  const isPaid = look.habits !== null;
  const isTold = events >= FEWEST_EVENTS && isPaid;
  const groups = new Map<string, InvoiceForecast[]>();
  for (const one of look.invoices)
    if (!one.isApart) addUnder(groups, `${one.invoice.customerKey}\n${one.invoice.currency}`, one);
  const credits = new Map(told.credit.map((one) => [one.key, one]));
  const owners = new Map(ahead.work?.customers.map(({ key, owner }) => [key, owner]));
  const persons = new Set(told.kinds.flatMap(([key, kind]) => (isBarred(kind, 'firmer ladder') ? [key] : [])));
  const shown = new Set(ahead.currencies.filter((one) => one.isShown).map(({ currency }) => currency));
  const lately = lastTerms(book.rows);
  const rows = [...groups.values()].flatMap((theirs): RiskRow[] => {
    const [first] = theirs;
    if (!first) return [];
    const { customerKey: key, customer, customerId, currency } = first.invoice;
    const credit = credits.get(key);
    const risk = riskOf(ahead, theirs, days);
    const silent = silence({
      ...{ isPaid, isTold, days, isPerson: persons.has(key) },
      isShown: shown.has(currency) && risk !== null,
    });
    const isBand = risk !== null && silent === '';
    const open = theirs.reduce((sum, { invoice }) => sum + invoice.open, 0);
    const overdue = theirs.reduce(
      (sum, { invoice: { due, open: part } }) => sum + (due !== null && due < asOf ? part : 0),
      0,
    );
    const who = { key, name: credit?.name ?? (customer || customerId), owner: credit?.owner ?? owners.get(key) ?? '' };
    return [
      {
        ...{ ...who, currency, open, overdue, paidCount: first.paidCount },
        band: isBand ? riskBand(risk.score) : null,
        lateAmount: isBand ? Math.round(open * risk.score) : null,
        why: isBand ? riskInWords(risk, days) : silent,
        terms: isBand ? termsToReview(risk, lately.get(key) ?? null, asOf) : '',
        ...creditParts(credit, currency, ahead),
      },
    ];
  });
  const seen = new Set(rows.map(({ key }) => key));
  // A limit is told once: beside what is open in its currency, else in a row of its own.
  const alone = told.credit.filter(
    (one) => !seen.has(one.key) || (!rows.some((row) => row.key === one.key && row.limit !== '') && one.limit !== null),
  );
  for (const one of alone) {
    const currency = one.currency || (Object.keys(one.open)[0] ?? 'XXX');
    const own = one.open[currency] ?? 0;
    const why = one.payer === '' ? '' : `Paid by ${one.payer}: its risk is told there.`;
    rows.push({
      ...{ key: one.key, name: one.name, owner: one.owner, currency, open: own, overdue: 0, paidCount: 0 },
      ...{ band: null, lateAmount: null, why, terms: '' },
      ...creditParts(one, currency, ahead),
    });
  }
  rows.sort((a, b) => (b.lateAmount ?? -1) - (a.lateAmount ?? -1) || b.open - a.open || (a.name < b.name ? -1 : 1));
  return { rows, events, isTold, isPaid };
}

/** Why no band is told; '' where one is. */
function silence(of: { isPaid: boolean; isTold: boolean; days: number; isPerson: boolean; isShown: boolean }): string {
  if (of.isPerson) return 'No band: of a natural person none is told.';
  if (!of.isPaid) return 'No band: no payment here has a day.';
  if (!of.isTold) return `No band: too few invoices were over ${of.days} days late here.`;
  return of.isShown ? '' : 'No band: due dates were as good a guess here as any forecast.';
}

function riskOf({ asOf, book, look }: Ahead, theirs: readonly InvoiceForecast[], days: LateChoice): RiskOf | null {
  const [first] = theirs;
  const curve = days === LATE_DAYS || !first ? null : look.habits?.curveOf(first.invoice.customerKey);
  const of = ({ invoice, lateRisk: usual }: InvoiceForecast): number | null => {
    const { due, key } = invoice;
    if (!curve || due === null) return usual;
    return lateRisk(curve.outlook(due, asOf, book.disputed.has(key) ? look.disputeDays : 0), due, asOf, days);
  };
  let [open, weighed, left, chance, late, oldest] = [0, 0, 0, 0, 0, Number.POSITIVE_INFINITY];
  for (const one of theirs) {
    const { due, open: part } = one.invoice;
    const own = of(one);
    if (own === null) continue;
    open += part;
    weighed += part * own;
    if (due !== null && due + days < asOf) late += 1;
    else {
      left += part;
      chance += part * own;
      oldest = Math.min(oldest, due ?? Number.POSITIVE_INFINITY);
    }
  }
  if (!first || open === 0) return null;
  return {
    ...{ chance: left === 0 ? null : chance / left, score: weighed / open, invoices: theirs.length, late },
    ...{ pastDue: oldest === Number.POSITIVE_INFINITY ? null : asOf - oldest },
    ...{ usualDays: first.usualDays, paidCount: first.paidCount },
  };
}

/** When each customer's last invoice was written, and the days it was given. */
function lastTerms(rows: readonly InvoiceRow[]): Map<string, { issued: number; days: number }> {
  const last = new Map<string, { issued: number; days: number }>();
  for (const { customerKey, issued, due, amount } of rows)
    if (issued !== null && due !== null && (amount ?? 0) > 0 && issued >= (last.get(customerKey)?.issued ?? 0))
      last.set(customerKey, { issued, days: due - issued });
  return last;
}

type CreditParts = Pick<RiskRow, 'use' | 'limit' | 'isPast' | 'notes' | 'nextDay'>;

/** What is said of credit in a row: the limit stands in the row of its currency alone. */
function creditParts(credit: CreditView | undefined, currency: string, { asOf, told }: Ahead): CreditParts {
  if (!credit) return { use: null, limit: '', isPast: false, notes: [], nextDay: null };
  const use = creditUse(credit, credit.open);
  const isHere =
    use !== null &&
    (use.currency === currency || (use.currency === '' && (currency in credit.open || currency === 'XXX')));
  const day = (on: number): string => `${shortDay(on, asOf)}${on < asOf ? ', which has passed' : ''}`;
  const { reviewBy, reportBy, securityUntil, security, source, hold, pays, payer } = credit;
  const group = pays > 0 ? ` With ${pays === 1 ? 'one other' : `${pays} others`} that it pays for.` : '';
  const by = source === '' ? '' : ` Limit by ${source}.`;
  const days = [reviewBy, reportBy, securityUntil].filter((on) => on !== null);
  return {
    use: isHere ? use : null,
    limit: isHere ? `${useInWords(use)}${by}${group}` : '',
    isPast: isHere && isPastLimit(use, told.holdFrom),
    notes: [
      ...(hold === 'yes' ? ['On credit hold.'] : hold === 'unreadable' ? ['Credit hold cannot be read.'] : []),
      ...(security === '' ? [] : [`Security: ${security}.`]),
      ...(reviewBy === null ? [] : [`Review by ${day(reviewBy)}.`]),
      ...(reportBy === null ? [] : [`Report to the insurer by ${day(reportBy)}.`]),
      ...(securityUntil === null ? [] : [`Security until ${day(securityUntil)}.`]),
      ...(payer === '' ? [] : [`Paid by ${payer}.`]),
    ],
    nextDay: days.length === 0 ? null : Math.min(...days),
  };
}
