// A month that is to be closed, as the workbook tells it: its open items and sums, what stands beside them, and whether it may be closed.
import { type DecisionContext, decisionContext } from '../../dunning/decision/customer-context';
import { lineState, liveLines, type PaymentLine } from '../../dunning/history/payments';
import { type Day, dayFromIso, endOfMonth, isoOf, longDay, startOfMonth } from '../../receivables/day';
import type { DayFigures } from '../../receivables/figures/day-figures';
import { monthCover } from '../../receivables/figures/month-cover';
import { type MonthEnd, type MonthItem, monthEnd } from '../../receivables/figures/month-end';
import { whyNotRebuilt } from '../../receivables/figures/points';
import type { Invoice } from '../../receivables/invoice';
import { addTo, formatMoney, formatTotals, type Totals } from '../../receivables/money';
import { underOneKey } from '../../workbook/facts';
import type { Opened } from '../../workbook/opening';
import { Refusal } from '../../workbook/refusal';
import { HISTORY_TAB } from '../../workbook/tab-specs';
import { readHistory } from '../../workbook/tabs/history';
import { type FiguresFacts, figuresFacts } from '../figures/figures-facts';
import { type ApprovedWriteOff, approvedByKey, type ClosedMonth, closedMonths } from '../figures/write-offs';
import { statusOf } from '../portfolio/dimensions';

/** Why a month may not be closed now. */
export interface NotNow {
  code: 'month-open' | 'month-lost';
  message: string;
}

/** A month, opened. */
export interface OpenMonth {
  opened: Opened;
  /** `2026-11`, its last day, and its name in words. */
  month: string;
  end: Day;
  name: string;
  figures: MonthEnd;
  facts: FiguresFacts;
  context: DecisionContext;
  /** Invoices as they stand today, by key. */
  today: ReadonlyMap<string, Invoice>;
  /** Lines of the bank up to its end that the sheet does not show. */
  bank: readonly PaymentLine[];
  /** What was approved to be written off before, by the key of the invoice. */
  approved: ReadonlyMap<string, ApprovedWriteOff>;
  /** Its tabs so far, and the month closed last before it. */
  closed: readonly ClosedMonth[];
  before: ClosedMonth | null;
  notNow: NotNow | null;
  /** What somebody should know who closes it now, sentences. */
  checks: string[];
}

/** @example monthOf(dayFromIso('2026-11-30')) // '2026-11' */
export function monthOf(day: Day): string {
  return isoOf(day).slice(0, 7);
}

/** @example monthName(dayFromIso('2026-11-30')) // 'November 2026' */
export function monthName(day: Day): string {
  return longDay(startOfMonth(day)).slice(2);
}

/**
 * Opens a month.
 * @param month `2026-11`
 * @throws Refusal `month-unknown`; `month-open` for one that has not begun
 */
export function openMonth(opened: Opened, month: string): OpenMonth {
  const { ws, book, gathered, day } = opened;
  const first = /^\d{4}-\d\d$/.test(month) ? dayFromIso(`${month}-01`) : null;
  if (first === null) throw new Refusal('month-unknown', `"${month}" is not a month. Choose one, like 2026-11.`);
  if (first > day) throw new Refusal('month-open', `${monthName(first)} has not begun yet.`);
  const end = endOfMonth(first);
  const { history, customers } = gathered.facts;
  const context = decisionContext(gathered.facts);
  const lines = ws.tabs.find(HISTORY_TAB) ? readHistory(ws.tabs.table(HISTORY_TAB)) : [];
  const facts = figuresFacts(book, context, day, lines);
  const { rates, limitationYears } = ws.settings().monthEnd;
  const rows = underOneKey(book.rows, history.aliases);
  const insolventSince = (row: { customerKey: string }): Day | null =>
    customers.get(row.customerKey)?.insolventSince ?? null;
  const asOf = Math.min(end, day);
  const figures = monthEnd({ rows, firstDue: history.firstDue, insolventSince, rates, limitationYears }, asOf);
  const all = closedMonths(ws.log.decisions);
  const of = {
    ...{ opened, month, end, name: monthName(first), figures, facts, context },
    today: new Map(gathered.facts.invoices.map((invoice) => [invoice.key, invoice])),
    bank: liveLines(history.payments).filter(({ on }) => on <= asOf),
    approved: approvedByKey(ws),
    closed: all.filter((one) => one.month === month),
    before: all.filter((one) => one.month < month).reduce<ClosedMonth | null>(later, null),
  };
  const lived = lines.filter((line) => line.day === end && line.segment === '' && line.rebuilt === '');
  const isNotNow = notNow(of, lived);
  return { ...of, notNow: isNotNow, checks: checksOf(of, lived, isNotNow) };
}

/** Of two months the later, of two tabs of one month the one made last. */
function later(one: ClosedMonth | null, other: ClosedMonth): ClosedMonth {
  return one && one.month > other.month ? one : other;
}

type Known = Omit<OpenMonth, 'notNow' | 'checks'>;

function notNow({ opened, end, name, facts, figures }: Known, lived: readonly DayFigures[]): NotNow | null {
  const { day } = opened;
  if (end >= day)
    return { code: 'month-open', message: `${name} is not over: it can be closed from ${longDay(end + 1)} on.` };
  // Seen on the next day, or the same as the figures that were written down then: that is how it was.
  const isSeen =
    end === day - 1 || (lived.length > 0 && figures.sums.every((sum) => livedOpen(lived, sum) === sum.open));
  const why = isSeen ? '' : whyNotRebuilt({ ...facts, cover: monthCover(facts.rows, day) }, end);
  return why === ''
    ? null
    : {
        code: 'month-lost',
        message: beforeFirst(facts, end, name) ?? `What was open at the end of ${name} cannot be told any more. ${why}`,
      };
}

/** That a month lies before everything that the sheet tells; null where it does not. */
function beforeFirst({ rows }: FiguresFacts, end: Day, name: string): string | null {
  if (rows.length === 0) return `The sheet has no invoice, so there is nothing to close in ${name}.`;
  const first = rows.reduce((least, { issued }) => Math.min(least, issued ?? least), Number.POSITIVE_INFINITY);
  if (first <= end || first === Number.POSITIVE_INFINITY) return null;
  return `${name} lies before the first invoice of the sheet, of ${longDay(first)}: nothing in it tells what was open then. Choose a later month.`;
}

function livedOpen(lived: readonly DayFigures[], { currency }: { currency: string }): number | null {
  return lived.find((line) => line.currency === currency)?.open ?? null;
}

const UNDECIDED: readonly string[] = ['new', 'proposed', 'asked'];

/** Whether nobody has decided about a line of the bank. */
export function isUndecided(line: PaymentLine): boolean {
  return UNDECIDED.includes(lineState(line));
}

function checksOf(of: Known, lived: readonly DayFigures[], isNotNow: NotNow | null): string[] {
  const { opened, end, figures, bank, before, name } = of;
  const { ws, book, gathered, day } = opened;
  const { paymentsUpTo, monthEnd: set } = ws.settings();
  const checks: string[] = [];
  const say = (isSo: boolean, sentence: () => string): void => {
    if (isSo) checks.push(sentence());
  };
  say(end < day && paymentsUpTo === null, () => 'Nobody has said up to which day payments are in (AR Settings).');
  say(paymentsUpTo !== null && paymentsUpTo < Math.min(end, day), () => {
    return `Payments are in only up to ${longDay(paymentsUpTo ?? 0)}: what came later still stands as open.`;
  });
  const unread = new Set(book.problems.filter(({ row }) => row > 0).map(({ row }) => row)).size;
  say(unread > 0, () => `${rowsInWords(unread)} of the invoice sheet could not be read whole: see Data check.`);
  const none = !book.rows.some(({ issued }) => issued !== null && issued >= startOfMonth(end) && issued <= end);
  // Why a month cannot be told says it already.
  say(
    none && isNotNow?.code !== 'month-lost',
    () => `The sheet has no invoice of ${name}: nothing was invoiced, or its rows are gone.`,
  );
  const noDate = figures.items.filter(({ invoice }) => invoice.open > 0 && invoice.due === null).length;
  say(noDate > 0, () => `${itemsInWords(noDate)} without a due date: they stand in no age and need no allowance.`);
  const waiting = bank.filter(isUndecided);
  say(waiting.length > 0, () => `Nobody has decided about ${linesInWords(waiting)} up to then: see Payments.`);
  const unbooked = bank.filter((line) => !isUndecided(line));
  say(unbooked.length > 0, () => `Accepted and not in the sheet yet: ${linesInWords(unbooked)}.`);
  const { asked } = gathered.facts.history.payments;
  say(
    asked.size > 0,
    () =>
      `${asked.size === 1 ? 'One difference' : `${asked.size} differences`} between sheet and bank is not explained: see Payments.`,
  );
  if (end < day)
    for (const { currency, open } of figures.sums) {
      const then = livedOpen(lived, { currency });
      say(then !== null && then !== open, () => {
        const gap = formatMoney(Math.abs(open - (then ?? 0)), currency);
        return `AR History, written on the day after, has ${formatMoney(then ?? 0, currency)} open: ${gap} ${open > (then ?? 0) ? 'less' : 'more'} than the sheet tells of that day now. Something was entered or changed since.`;
      });
    }
  const moved = figures.items.filter(({ dueNow }) => dueNow !== null).length;
  say(
    moved > 0,
    () =>
      `${itemsInWords(moved)} whose due date was moved after the first reminder: counted from the date before. Formulas in cells know the sheet alone and count from the new one.`,
  );
  say(set.rates === null, () => 'No allowance: set the rates under Settings, “Month end: allowance rates”.');
  say(before === null, () => `No month before ${name} was closed, so the allowance has nothing to be compared with.`);
  return checks;
}

function rowsInWords(count: number): string {
  return count === 1 ? 'One row' : `${count} rows`;
}

function itemsInWords(count: number): string {
  return count === 1 ? 'One open item' : `${count} open items`;
}

function linesInWords(lines: readonly PaymentLine[]): string {
  const totals: Totals = {};
  for (const { amount, currency } of lines) addTo(totals, currency, amount);
  return `${lines.length === 1 ? 'one line' : `${lines.length} lines`} of the bank (${formatTotals(totals)})`;
}

/** That a month was closed already, and what can be done; '' where it was not. */
export function closedInWords({ closed, name, end }: Pick<OpenMonth, 'closed' | 'name' | 'end'>): string {
  const [first] = closed;
  if (!first) return '';
  const by = first.by === '' ? '' : ` by ${first.by}`;
  return `${name} was closed on ${longDay(dayFromIso(first.at.slice(0, 10)) ?? end)}${by}. The tab ${first.tab} is never rewritten: where something in it is wrong, say what, and a correction is made in a tab beside it.`;
}

/** How an item stands on the day it is looked at, in a word or two. */
export function standingOf({ today, context, approved }: OpenMonth, item: MonthItem): string {
  const { key, open } = item.invoice;
  const now = today.get(key);
  if (approved.has(key)) return 'Write-off approved';
  if (!now || now.open === 0) return open > 0 ? 'Settled since' : 'Used since';
  if (open < 0) return 'Credit';
  if (item.insolventSince !== null) return 'Insolvent';
  return statusOf(context, now);
}
