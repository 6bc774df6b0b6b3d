// The page "Close a month": a month end before it is made, or as its tab was made, and whether that stands.
import { bucketLabels, NO_DUE_DATE } from '../../receivables/aging';
import { isoOf, startOfMonth } from '../../receivables/day';
import { allowanceInWords, type MonthItem } from '../../receivables/figures/month-end';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { findMonthTab, monthDigest, PROPOSALS, proposalsIn } from '../../workbook/tabs/month-end/month-tab';
import type { OwnTabs } from '../../workbook/tabs/own-tabs';
import { type ClosedMonth, closedMonths, keyNow } from '../figures/write-offs';
import { asTexts, listsOf, monthCells } from './month-cells';
import { closedInWords, monthName, monthOf, type OpenMonth, openMonth } from './open-month';
import type {
  ClosedTabView,
  MonthCurrencyView,
  MonthEndView,
  MonthFileView,
  MonthListView,
  ProposalView,
} from './view';

/** So many months can be chosen; so many lines of a list are shown, and of proposals. */
const MONTHS = 13;
const LISTED = 20;
const PROPOSED = 300;

/**
 * A month end, before or after it was closed; changes nothing.
 * @param month `2026-11`; '' for the one before this
 * @throws Refusal with the stop that forbids showing it; `month-unknown`, `month-open`
 */
export function showMonthEnd(ports: Ports, month: string): MonthEndView {
  const opened = openForShowing(ports);
  const { ws, day } = opened;
  const chosen = month === '' ? monthOf(startOfMonth(day) - 1) : month;
  const of = openMonth(opened, chosen);
  const all = closedMonths(ws.log.decisions);
  const last = of.closed[of.closed.length - 1];
  return {
    months: monthsBefore(day).map((first) => ({
      month: monthOf(first),
      name: monthName(first),
      isClosed: all.some((one) => one.month === monthOf(first)),
    })),
    ...{ month: chosen, name: of.name, end: isoOf(of.end) },
    notNow: of.notNow?.message ?? '',
    closed: closedInWords(of),
    tabs: of.closed.map((one) => closedTab(ws.tabs, one, one === last)),
    checks: of.checks,
    currencies: currenciesOf(of, last),
    items: of.figures.items.length,
    // Of a closed month those are proposed that its tab has.
    lists: listsOf(of)
      .filter(({ title }) => !last || title !== PROPOSALS)
      .map(({ title, note, items, why }) => listView(of, title, note, items, why)),
    proposals: last ? proposalsOf(of, last) : [],
  };
}

/** The first days of the months that can be chosen, the latest first. */
function monthsBefore(day: number): number[] {
  const firsts = [startOfMonth(day)];
  while (firsts.length < MONTHS) firsts.push(startOfMonth((firsts[firsts.length - 1] ?? day) - 1));
  return firsts;
}

function closedTab(tabs: OwnTabs, { tab, at, by, digests }: ClosedMonth, isLast: boolean): ClosedTabView {
  const sheet = findMonthTab(tabs, tab);
  const gone = `There is no tab ${tab} any more: bring it back with File > Version history.`;
  const changed = `${tab} is not as it was made: cells were changed, added or sorted. File > Version history tells what it was.`;
  const fault = !sheet ? gone : !isLast ? null : digests.includes(monthDigest(tabs.grid(sheet).values)) ? '' : changed;
  return { tab, on: at.slice(0, 10), by, fault };
}

function currenciesOf({ figures, before }: OpenMonth, last: ClosedMonth | undefined): MonthCurrencyView[] {
  return figures.sums.map(({ currency, invoices, open, overdue, buckets, credits, total, allowance }) => {
    const then = before?.allowance[currency];
    return {
      ...{ currency, invoices, open, overdue, credits, total, allowance },
      ages: [...bucketLabels(), NO_DUE_DATE].map((label) => buckets[label]?.amount ?? 0),
      allowanceMoved: allowance === null || then === undefined ? '' : allowanceInWords(allowance.total, then, currency),
      ledger: last?.ledger[currency] ?? null,
      inTab: last ? (last.open[currency] ?? 0) + (last.credits[currency] ?? 0) : null,
    };
  });
}

function listView(
  { facts }: OpenMonth,
  title: string,
  note: string,
  items: readonly MonthItem[],
  why: (item: MonthItem) => string,
): MonthListView {
  const totals: Totals = {};
  for (const { invoice } of items) addTo(totals, invoice.currency, invoice.open);
  return {
    ...{ title, note, items: items.length, totals: formatTotals(totals) },
    lines: items.slice(0, LISTED).map((item) => {
      const { customerKey, invoice: number, currency, open, daysPastDue } = item.invoice;
      const days = daysPastDue !== null && daysPastDue > 0 && open > 0 ? `${daysPastDue} days past due` : '';
      return {
        ...{ customer: facts.nameOf(item.invoice), customerKey, invoice: number, currency, open },
        why: why(item) || days,
      };
    }),
  };
}

function proposalsOf({ opened, approved, facts }: OpenMonth, { tab }: ClosedMonth): ProposalView[] {
  const { tabs, log } = opened.ws;
  const sheet = findMonthTab(tabs, tab);
  if (!sheet) return [];
  const owners = new Map(facts.rows.map(({ key, customerKey }) => [key, customerKey]));
  return proposalsIn(tabs.grid(sheet).values)
    .slice(0, PROPOSED)
    .map(({ key: written, customer, invoice, currency, amount, why, approver, isDated }) => {
      const key = keyNow(written, log.history.moved);
      const done = approved.get(key);
      return {
        ...{ key: written, customer, customerKey: owners.get(key) ?? '', invoice, currency, open: amount, why },
        typed:
          done || approver === ''
            ? ''
            : isDated
              ? `Beside it stands: ${approver}`
              : `Beside it stands: ${approver}, without a day`,
        approvedBy: done?.by === tab ? `${approver}, as written in the tab` : (done?.by ?? ''),
        approvedOn: done ? isoOf(done.on) : '',
      };
    });
}

/**
 * What the tab of a month holds, or would hold, for a file.
 * @throws Refusal as `showMonthEnd`
 */
export function showMonthFile(ports: Ports, month: string): MonthFileView {
  const of = openMonth(openForShowing(ports), month);
  const { tabs } = of.opened.ws;
  const last = of.closed[of.closed.length - 1];
  const sheet = last && findMonthTab(tabs, last.tab);
  if (sheet) return { name: last.tab, rows: asTexts(tabs.grid(sheet).values) };
  const now = { at: ports.clock.now().text, by: ports.session.user(), ledger: {}, reason: '', corrects: '' };
  const tab = `AR ${month} (preview)`;
  return { name: tab, rows: asTexts(monthCells(of, { ...now, tab }).cells) };
}
