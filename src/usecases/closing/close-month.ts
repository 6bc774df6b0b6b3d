// Closing a month: its tab is made in one go, and written down with its sums and a digest; nothing of it is ever rewritten.
import { type ClosedMonthFacts, workbookEvent } from '../../dunning/history/events';
import { openAsOf } from '../../receivables/book';
import { longDay } from '../../receivables/day';
import { formatMoney, formatTotals, NO_CURRENCY, type Totals, toMinor } from '../../receivables/money';
import { amountOfCell, textOf } from '../../sheet/read/typed-cells';
import { underOneKey } from '../../workbook/facts';
import { NO_CHANGE, openForShowing, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, type WorkbookSession } from '../../workbook/session';
import { findMonthTab, MONTH_COLUMNS, monthDigest, monthTabName } from '../../workbook/tabs/month-end/month-tab';
import { approve, approvedByKey, closedMonths, keyNow, takeBack } from '../figures/write-offs';
import type { ChangeResult } from '../waiting/change-result';
import { formatsOf, ledgerSaid, type MonthCells, monthCells } from './month-cells';
import { closedInWords, type OpenMonth, openMonth } from './open-month';

/**
 * Closes a month. Cut off anywhere, it is done again by the next press: a tab that was begun and is not written down yet is made anew.
 * @param month `2026-11`
 * @param typed what the ledger shows by currency, as typed; blank where nobody looked
 * @param reason what a correction puts right; '' for a first closing
 * @throws Refusal `month-open`, `month-closed`, `month-lost`, `tab-taken`, `amount-unreadable`, `currency-other`
 */
export function closeMonth(
  ports: Ports,
  month: string,
  typed: Readonly<Record<string, string>>,
  reason: string,
): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const of = openMonth(openForShowing(ports, ws), month);
    const again = closedInWords(of);
    if (again !== '' && reason.trim() === '') throw new Refusal('month-closed', again);
    if (of.notNow) throw new Refusal(of.notNow.code, of.notNow.message);
    const ledger = ledgerOf(of, typed);
    const last = of.closed[of.closed.length - 1];
    const tab = monthTabName(month, of.closed.length + 1);
    const by = ports.session.user();
    const made = monthCells(of, {
      ...{ tab, ledger, by, at: ports.clock.now().text },
      ...(last ? { reason: reason.trim(), corrects: last.tab } : { reason: '', corrects: '' }),
    });
    putTab(ws, tab, made);
    const said = last ? `Corrects ${last.tab}: ${reason.trim()}` : `${of.name} is closed.`;
    const closed = factsOf(of, tab, ledger);
    ws.log.append([
      {
        ...workbookEvent('month-closed', by, said, { closed, digest: monthDigest(made.cells) }),
        amounts: formatTotals(closed.open),
      },
    ]);
    ws.state.closing = '';
    ws.save();
    const sheet = findMonthTab(ws.tabs, tab);
    if (sheet) ports.workbook.show(sheet, 1);
    const items = of.figures.items.length;
    const message = `${of.name} is closed: ${items === 1 ? '1 open item' : `${items} open items`} as of ${longDay(of.end)} in the new tab ${tab}. ${ledgerSaid(of, ledger)}`;
    return { changed: 1, message: message.trim() };
  });
}

function ledgerOf({ figures }: OpenMonth, typed: Readonly<Record<string, string>>): Totals {
  const ledger: Totals = {};
  for (const [currency, text] of Object.entries(typed)) {
    const { amount, fault } = amountOfCell(text);
    if (fault) throw new Refusal('amount-unreadable', `What the ledger shows: ${fault}. Type it like 12500.00.`);
    if (amount === null) continue;
    if (!figures.sums.some((sums) => sums.currency === currency))
      throw new Refusal(
        'currency-other',
        `Nothing is open in ${currency === NO_CURRENCY ? 'no currency' : currency}: there is nothing to hold it against.`,
      );
    ledger[currency] = toMinor(amount, currency);
  }
  return ledger;
}

function factsOf({ figures, month }: OpenMonth, tab: string, ledger: Totals): ClosedMonthFacts {
  const by = (of: (sums: OpenMonth['figures']['sums'][number]) => number | undefined): Totals =>
    Object.fromEntries(
      figures.sums.flatMap((sums) => {
        const minor = of(sums);
        return minor === undefined ? [] : [[sums.currency, minor]];
      }),
    );
  return {
    ...{ month, tab, ledger },
    open: by(({ open }) => open),
    credits: by(({ credits }) => credits),
    allowance: by(({ allowance }) => allowance?.total),
  };
}

/** What stands in the first cell of each of these tabs begins so. */
const titleOf = (tab: string): string => `${tab}: `;

/**
 * Makes the tab. That it is begun is remembered first: so a tab that a cut-off run left is known from one of a person's.
 * @throws Refusal `tab-taken`
 */
function putTab(ws: WorkbookSession, tab: string, { cells, headings }: MonthCells): void {
  const { workbook, charts } = ws.ports;
  const there = findMonthTab(ws.tabs, tab);
  if (there) {
    const [first] = workbook.readBlock(there, 1, 1, 1, 1);
    const title = textOf(first?.[0]);
    const isOurs = ws.state.closing === tab && (title === '' || title.startsWith(titleOf(tab)));
    if (!isOurs)
      throw new Refusal(
        'tab-taken',
        `There is a tab "${there.name}" that was not made by closing a month. Rename it, then close the month again.`,
      );
  }
  ws.state.closing = tab;
  ws.save();
  if (there) {
    workbook.removeTab(there);
    ws.tabs.sheets.splice(ws.tabs.sheets.indexOf(there), 1);
  }
  const [head = [], ...rows] = cells;
  const columns = MONTH_COLUMNS.map((column, at) => ({ ...column, header: textOf(head[at]) }));
  const [sheet] = workbook.createTabs([{ name: tab, columns, rows }]);
  if (!sheet) return;
  ws.tabs.sheets.push(sheet);
  charts.lookLike(sheet, formatsOf(cells), headings);
  // It stands before it is written down.
  workbook.flush();
}

/**
 * Approves write-offs that a month end proposed, in the name of whoever presses.
 * @param keys as the page was told them
 * @throws Refusal `month-unknown` where the month is not closed; `nothing-open` where none of them can be written off
 */
export function approveWriteOffs(ports: Ports, month: string, keys: readonly string[]): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const { book, gathered, day } = openForShowing(ports, ws);
    const last = closedMonths(ws.log.decisions)
      .filter((one) => one.month === month)
      .pop();
    if (!last) throw new Refusal('month-unknown', `The month ${month} is not closed, so nothing is proposed.`);
    if (!findMonthTab(ws.tabs, last.tab))
      throw new Refusal('tab-missing', `The tab ${last.tab} is missing. Bring it back with File > Version history.`);
    const user = ports.session.user();
    const rows = underOneKey(book.rows, gathered.facts.history.aliases);
    const choose = ({ key }: { key: string }): string => (keys.includes(key) ? user || last.tab : '');
    const { done, settled } = approve(ws, last.tab, rows, choose, user || last.tab, day);
    if (done.length === 0) {
      const why =
        settled.length > 0 ? 'Nothing of it is open any more.' : 'It was approved already, or is not proposed.';
      throw new Refusal('nothing-open', `Nothing was written off. ${why}`);
    }
    ws.save();
    const totals: Totals = {};
    for (const { currency, amount } of done) totals[currency] = (totals[currency] ?? 0) + amount;
    const left = settled.length > 0 ? ` ${settled.length} of them were settled since and are left out.` : '';
    const what = done.length === 1 ? 'One write-off is' : `${done.length} write-offs are`;
    const message = `${what} approved: ${formatTotals(totals)}. Book it, and enter it in your sheet: until that shows it, reminders go on.${left}`;
    return { changed: done.length, message };
  });
}

/**
 * Takes back that a write-off was approved, as long as the sheet shows the invoice as open: a loss that is booked is put right in the books.
 * @param key of the proposal, as the page was told it
 * @throws Refusal `month-unknown`; `nothing-to-lift` where it is not approved; `nothing-open` where the sheet shows it
 */
export function undoWriteOff(ports: Ports, month: string, key: string): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const { book, gathered, day } = openForShowing(ports, ws);
    const { aliases, moved } = gathered.facts.history;
    const approved = approvedByKey(ws).get(keyNow(key, moved));
    if (!approved) throw new Refusal('nothing-to-lift', 'This write-off is not approved, or was taken back already.');
    const row = underOneKey(book.rows, aliases).find((one) => one.key === approved.key);
    if (!row || (openAsOf(row, day) ?? 0) <= 0)
      throw new Refusal(
        'nothing-open',
        'Your sheet shows nothing open of it any more, so the write-off counts as booked. Put it right in your books.',
      );
    const closed = closedMonths(ws.log.decisions);
    const own = closed.filter((one) => one.month === month).map(({ tab }) => tab);
    // Of the month closed last what is written into the tab is taken by itself.
    takeBack(ws, approved, new Set([...own, ...closed.slice(-1).map(({ tab }) => tab)]));
    ws.save();
    const sum = formatMoney(approved.amount, approved.currency);
    return {
      changed: 1,
      message: `Taken back: ${sum} is not written off. It is in AR Log, and less in AR History from today on.`,
    };
  });
}
