// Closing a day: the first plan of the next one writes its figures into AR History, once, and lets lines go whose time is over.
import type { DecisionContext } from '../../dunning/decision/customer-context';
import type { InvoiceDecision } from '../../dunning/decision/decide';
import { neverAskedOf } from '../../dunning/outlook/never-asked';
import { type Day, startOfMonth } from '../../receivables/day';
import { BUCKETS, type DayFigures, dayFigures, NOTHING_BESIDE } from '../../receivables/figures/day-figures';
import { isKept, monthEndsBefore } from '../../receivables/figures/kept-days';
import { monthCover } from '../../receivables/figures/month-cover';
import { segmentFigures } from '../../receivables/figures/pictures';
import { REBUILT, whyNotRebuilt } from '../../receivables/figures/points';
import { isBlank } from '../../sheet/grid';
import type { InvoiceTable } from '../../workbook/invoices';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import { HISTORY_TAB } from '../../workbook/tab-specs';
import { asWritten, dayOfLine, historyRecord, readHistory } from '../../workbook/tabs/history';
import { lastRowOf } from '../../workbook/tabs/own-tabs';
import type { TabRow, TabTable } from '../../workbook/tabs/records';
import { besideOf } from './beside';
import { refreshDashboard } from './dashboard';
import { type FiguresFacts, figuresFacts } from './figures-facts';
import { takeWritten, type WrittenOffOf, writeOffMoves, writtenOffOf } from './write-offs';

/** A property holds 9 KB. */
const LONGEST_FAULT = 300;

/** So many month ends are rebuilt. */
const MONTHS_BACK = 24;

/**
 * Closes the day before, where this is the first plan of a day: its figures as of its end, from the sheet as it stands now, so that what
 * was booked overnight for it counts. What was written is never written again. A day after which no plan came on the next one has no
 * line, as nobody saw its end; a month end that is missing is rebuilt where the table can tell. A dashboard is brought up to date.
 * @param ws under the lock; the caller saves the state
 * @param context the facts of this plan
 * @param decisions what it decided
 * @param day the day of the plan: the one before it is closed
 */
export function closeDay(
  ws: WorkbookSession,
  book: InvoiceTable,
  context: DecisionContext,
  decisions: readonly InvoiceDecision[],
  day: Day,
): void {
  const { state } = ws;
  if (state.closedDay >= day - 1) return;
  try {
    // Before the first plan nothing was lived here.
    const history = state.closedDay === 0 ? [] : writeHistory(ws, book, context, day);
    state.closedDay = day - 1;
    state.figuresFault = '';
    takeWritten(ws, figuresFacts(book, context, day, history).rows, day);
    refreshDashboard(ws, figuresFacts(book, context, day, history), () => neverAskedOf(decisions, context.facts));
  } catch (error) {
    // The figures of a day stop nobody's reminder, whatever goes wrong: the page Figures says it, and the next run tries again.
    state.figuresFault = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_FAULT);
  }
}

/** @returns all lines, those that were written now among them */
function writeHistory(ws: WorkbookSession, book: InvoiceTable, context: DecisionContext, day: Day): DayFigures[] {
  ws.tabs.make(HISTORY_TAB);
  const table = ws.tabs.needTable(HISTORY_TAB);
  if (table.headerRow === 0) throw Refusal.of(table.problems[0] ?? { code: 'tab-header-missing', message: '' });
  const before = readHistory(table);
  const facts = figuresFacts(book, context, day, before);
  const known = new Set(before.map((line) => line.day));
  const writtenOff = writtenOffUpTo(ws, facts, day - 1);
  const lines = [
    ...rebuiltLines(facts, known),
    ...(known.has(day - 1) ? [] : livedLines(facts, context, writtenOff, day - 1)),
  ].map(asWritten);
  ws.tabs.writeRows(HISTORY_TAB, lastRowOf(table) + 1, lines.map(historyRecord));
  letGo(ws, table, day);
  ws.tabs.forget(HISTORY_TAB);
  return [...before, ...lines];
}

/** The lines of a day that was lived: of everybody in each currency, then of each segment. */
function livedLines(facts: FiguresFacts, context: DecisionContext, writtenOff: WrittenOffOf, day: Day): DayFigures[] {
  const beside = besideOf(facts, context, day);
  const isOpen = ({ open, collected, sales90 }: DayFigures): boolean => Boolean(open || collected || sales90);
  const all = dayFigures(facts, day);
  const segments = segmentFigures(facts, day, facts.segmentOf).filter(isOpen);
  return [...all, ...segments].map((line) => ({
    ...line,
    ...beside(line.currency, line.segment),
    writtenOff: writtenOff(line.currency, line.segment),
  }));
}

/** What was approved to be written off, by the segments of today. */
function writtenOffUpTo({ log }: WorkbookSession, { rows, segmentOf }: FiguresFacts, day: Day): WrittenOffOf {
  const approved = writeOffMoves(log.decisions, log.history.moved);
  const owners = new Map(approved.length === 0 ? [] : rows.map(({ key, customerKey }) => [key, customerKey]));
  return writtenOffOf(approved, day, (key) => {
    const owner = owners.get(key);
    return owner === undefined ? undefined : segmentOf(owner);
  });
}

/** The lines of month ends that nobody lived through here; one that cannot be rebuilt is blank, with the reason. */
function rebuiltLines(facts: FiguresFacts, known: ReadonlySet<Day>): DayFigures[] {
  const { rows, hasPaymentDates, asOf } = facts;
  const first = rows.reduce((least, { issued }) => Math.min(least, issued ?? least), asOf);
  const ends = monthEndsBefore(asOf, MONTHS_BACK).filter(
    (end) => end < asOf - 1 && end >= startOfMonth(first) && !known.has(end),
  );
  if (ends.length === 0) return [];
  const cover = monthCover(rows, asOf);
  return ends.reverse().flatMap((end) => {
    const why = whyNotRebuilt({ hasPaymentDates, cover }, end);
    if (why !== '') return [{ ...BLANK, day: end, rebuilt: `No: ${why}` }];
    return dayFigures({ rows, hasPaymentDates, disputedOf: null }, end).map((line) => ({ ...line, rebuilt: REBUILT }));
  });
}

const BLANK: DayFigures = {
  ...NOTHING_BESIDE,
  ...{ day: 0, currency: '', segment: '', rebuilt: '', open: null, overdue: null, buckets: BUCKETS.map(() => null) },
  ...{ disputed: null, sales90: null, sales365: null, dso: null, countback: null, bestDso: null, add: null, cei: null },
  ...{ turnover: null, daysToPay: null, collected: null, credits: null, writtenOff: null },
};

/** Deletes the lines whose time is over, neighbours at once; a row beside whose line people wrote something stays. */
function letGo(ws: WorkbookSession, table: TabTable, today: Day): void {
  const ours = new Set(table.columns.values());
  const hasMore = ({ values }: TabRow): boolean => values.some((cell, column) => !ours.has(column) && !isBlank(cell));
  const gone = table.rows
    .filter((row) => {
      const day = dayOfLine(row);
      return day !== null && !isKept(day, today) && !hasMore(row);
    })
    .map(({ row }) => row);
  const sheet = ws.tabs.needSheet(HISTORY_TAB);
  for (let last = gone.length - 1; last >= 0; last -= 1) {
    let first = last;
    while (first > 0 && gone[first - 1] === (gone[first] ?? 0) - 1) first -= 1;
    ws.ports.workbook.deleteRow(sheet, gone[first] ?? 0, last - first + 1);
    last = first;
  }
}
