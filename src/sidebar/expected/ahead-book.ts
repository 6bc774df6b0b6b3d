// What a page knows of the weeks to come: the book as the server told it, and all that follows from it, worked out here.
import type { AheadView, WorkView } from '../../entry/sidebar-calls';
import { bookAsOf } from '../../receivables/book';
import { type Day, dayFromIso } from '../../receivables/day';
import { backTest, isWorthShowing, lastMonthStarts, type Skill } from '../../receivables/forecast/back-test';
import type { CashForecast } from '../../receivables/forecast/expected-cash';
import {
  type KnownBook,
  type LookAhead,
  lastWeeks,
  lookAhead,
  type PastWeek,
} from '../../receivables/forecast/look-ahead';
import { unpackedRows } from '../../receivables/forecast/packed-rows';

/** So many weeks that are over are held against their forecast. */
const PAST_WEEKS = 8;

/** One currency of the weeks to come. */
export interface CurrencyAhead {
  currency: string;
  cash: CashForecast;
  /** How near such forecasts were here; undefined where nobody can tell yet. */
  skill: Skill | undefined;
  /** Whether the forecast was nearer than the due dates; else nothing of it is shown. */
  isShown: boolean;
  past: PastWeek[];
  /** What stands apart, minor units. */
  apart: number;
  /** What should come in each week, decimal; null without a goal. */
  goal: number | null;
}

/** The weeks to come. */
export interface Ahead {
  asOf: Day;
  leftOut: number;
  book: KnownBook;
  look: LookAhead;
  /** The largest sum of invoices first: how much of the book it is, whatever it is worth. */
  currencies: CurrencyAhead[];
  /** By what segments and risk are told. */
  told: Pick<AheadView, 'segmentation' | 'rules' | 'overrides' | 'kinds' | 'credit' | 'holdFrom'>;
  /** Null where it was not asked for. */
  work: WorkView | null;
}

/**
 * Works out what a page shows of the weeks to come.
 * @example aheadOf(view).currencies[0]?.cash.weeks[0]?.expected
 */
export function aheadOf(view: AheadView): Ahead {
  const book = bookOf(view);
  const { asOf, rows, tolerance } = book;
  const look = lookAhead(book);
  const skills = backTest(rows, lastMonthStarts(asOf), asOf, tolerance);
  const past = lastWeeks(rows, asOf, PAST_WEEKS, tolerance);
  const numbers = new Map<string, number>();
  for (const { invoice } of look.invoices) numbers.set(invoice.currency, (numbers.get(invoice.currency) ?? 0) + 1);
  const currencies = [...look.cash].map(([currency, cash]): CurrencyAhead => {
    const skill = skills.get(currency);
    return {
      ...{ currency, cash, skill, isShown: look.habits !== null && isWorthShowing(skill) },
      ...{ past: past.get(currency) ?? [], apart: look.apart[currency] ?? 0, goal: view.goals[currency] ?? null },
    };
  });
  currencies.sort((a, b) => (numbers.get(b.currency) ?? 0) - (numbers.get(a.currency) ?? 0));
  return { asOf, leftOut: view.leftOut, book, look, currencies, told: view, work: view.work };
}

function bookOf(view: AheadView): KnownBook {
  const asOf = dayFromIso(view.asOf) ?? 0;
  const rows = unpackedRows(view.rows);
  const open = new Map(view.open);
  const beside = new Map(view.beside.map(({ row, ...told }) => [row, told]));
  return {
    asOf,
    rows,
    tolerance: view.tolerance,
    disputed: new Set(view.disputed.map(String)),
    invoices: bookAsOf(rows, asOf).map((invoice) => ({ ...invoice, open: open.get(invoice.row) ?? invoice.open })),
    beside: ({ row }) => beside.get(row) ?? {},
  };
}
