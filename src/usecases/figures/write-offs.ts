// Write-offs that a month end proposed: taken when somebody approves them, and counted on the day of that.
import { partsForCells } from '../../dunning/history/cell-parts';
import {
  type ClosedMonthFacts,
  type LogEvent,
  type NewEvent,
  type WrittenOff,
  workbookEvent,
} from '../../dunning/history/events';
import { openAsOf } from '../../receivables/book';
import { type Day, dayFromIso, startOfMonth } from '../../receivables/day';
import type { InvoiceRow } from '../../receivables/invoice';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import type { WorkbookSession } from '../../workbook/session';
import { findMonthTab, type Proposal, proposalsIn, writeApproval } from '../../workbook/tabs/month-end/month-tab';

type Decisions = readonly LogEvent[];

/** So many days after a month was closed its tab is still looked into. */
const DAYS_READ = 92;

/** A month that was closed. */
export interface ClosedMonth extends ClosedMonthFacts {
  /** `YYYY-MM-DD HH:mm:ss`. */
  at: string;
  by: string;
  /** Of the tab as it was made, and as a person was erased from it. */
  digests: readonly string[];
}

/** The months that were closed, in the order of that; of one closed again the later is the one that counts. */
export function closedMonths(decisions: Decisions): ClosedMonth[] {
  const digestsOf = (tab: string): string[] =>
    decisions.flatMap(({ kind, facts: { month, digest } }) =>
      kind === 'erased' && month === tab && digest ? [digest] : [],
    );
  return decisions.flatMap(({ kind, facts: { closed, digest = '' }, at, actor }) =>
    kind === 'month-closed' && closed
      ? [{ ...closed, at, by: actor, digests: [digest, ...digestsOf(closed.tab)] }]
      : [],
  );
}

/** A write-off that was approved. */
export interface ApprovedWriteOff {
  key: string;
  currency: string;
  /** Minor units. */
  amount: number;
  on: Day;
  by: string;
}

/**
 * All write-offs that were approved, by the key each invoice has today; one that was taken back stands as less than nothing on the day
 * of that.
 * @param moved keys of invoices that stand under another one since
 */
export function writeOffMoves(decisions: Decisions, moved: ReadonlyMap<string, string>): ApprovedWriteOff[] {
  return decisions.flatMap(({ kind, facts, at, actor }) => {
    const on = dayFromIso(at.slice(0, 10));
    if ((kind !== 'written-off' && kind !== 'write-off-undone') || on === null) return [];
    const sign = kind === 'written-off' ? 1 : -1;
    return (facts.writtenOff ?? []).map(([key, currency, amount]) => ({
      ...{ key: keyNow(key, moved), currency, amount: sign * amount, on, by: actor },
    }));
  });
}

/** The write-offs that stand approved, by the key each invoice has today. */
export function approvedByKey({ log }: Pick<WorkbookSession, 'log'>): Map<string, ApprovedWriteOff> {
  const standing = new Map<string, ApprovedWriteOff>();
  for (const one of writeOffMoves(log.decisions, log.history.moved)) {
    if (one.amount > 0) standing.set(one.key, one);
    else standing.delete(one.key);
  }
  return standing;
}

/** Under which key an invoice stands today. */
export function keyNow(key: string, moved: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let now = key;
  for (let next = moved.get(now); next !== undefined && !seen.has(next); next = moved.get(now)) {
    seen.add(now);
    now = next;
  }
  return now;
}

/** What was written off since the first of a month, of a currency and of a segment or everybody (''); null where nothing ever was. */
export type WrittenOffOf = (currency: string, segment: string) => number | null;

/**
 * Counts write-offs month to date, on the day of their approval.
 * @param day the last day that counts
 * @param segmentOf of the customer of an invoice, by its key
 */
export function writtenOffOf(
  approved: readonly ApprovedWriteOff[],
  day: Day,
  segmentOf: (key: string) => string | undefined,
): WrittenOffOf {
  const from = startOfMonth(day);
  const sums: Totals = {};
  for (const { key, currency, amount, on } of approved) {
    if (on < from || on > day) continue;
    addTo(sums, `${currency}|`, amount);
    const segment = segmentOf(key) ?? '';
    if (segment !== '') addTo(sums, `${currency}|${segment}`, amount);
  }
  const isAny = approved.some(({ on }) => on <= day);
  return (currency, segment) => (isAny ? (sums[`${currency}|${segment}`] ?? 0) : null);
}

/** What came of approving. */
export interface Approvals {
  done: Proposal[];
  /** Nothing of these is open any more. */
  settled: Proposal[];
}

/**
 * Takes approvals of the write-offs that a month end proposed: written down once each, with who and when, and put beside the proposal. The
 * invoice sheet is never written. What was paid since is no loss; of what was paid in part the rest is written off.
 * @param ws under the lock; the caller saves the state
 * @param rows the invoices, each customer under one key
 * @param choose who approves a proposal; '' for nobody. Those that were approved already are not asked about
 * @param actor who is at work; the tab itself where nobody can know who wrote into it
 * @param today the day of the approval
 */
export function approve(
  ws: WorkbookSession,
  tab: string,
  rows: readonly InvoiceRow[],
  choose: (proposal: Proposal) => string,
  actor: string,
  today: Day,
): Approvals {
  const sheet = findMonthTab(ws.tabs, tab);
  const known = approvedByKey(ws);
  const { moved } = ws.log.history;
  const open = new Map(rows.map((row) => [row.key, openAsOf(row, today) ?? 0]));
  const [done, settled]: Proposal[][] = [[], []];
  const byApprover = new Map<string, WrittenOff[]>();
  const beside: [Proposal, string, Day][] = [];
  for (const proposal of sheet ? proposalsIn(ws.tabs.grid(sheet).values) : []) {
    const key = keyNow(proposal.key, moved);
    const before = known.get(key);
    if (before) {
      // A run that was cut off wrote it into the log and not beside the proposal.
      if (proposal.approver === '') beside.push([proposal, before.by, before.on]);
      continue;
    }
    const approver = choose(proposal);
    if (approver === '') continue;
    const amount = Math.min(proposal.amount, open.get(key) ?? 0);
    if (amount <= 0) {
      settled?.push(proposal);
      continue;
    }
    done?.push({ ...proposal, amount });
    beside.push([proposal, approver, today]);
    byApprover.set(approver, [...(byApprover.get(approver) ?? []), [key, proposal.currency, amount]]);
  }
  ws.log.append([...byApprover].flatMap(([approver, all]) => eventsOf(tab, { approver, actor }, all, done ?? [])));
  if (sheet) for (const [{ row }, by, on] of beside) writeApproval(ws.tabs, sheet, row, by, on);
  return { done: done ?? [], settled: settled ?? [] };
}

function eventsOf(
  tab: string,
  { approver, actor }: { approver: string; actor: string },
  all: readonly WrittenOff[],
  proposals: readonly Proposal[],
): NewEvent[] {
  const numbers = new Map(proposals.map(({ key, invoice }) => [key, invoice]));
  return partsForCells(all).map((writtenOff) => {
    const totals: Totals = {};
    for (const [, currency, amount] of writtenOff) addTo(totals, currency, amount);
    const who = actor === approver ? 'approved' : `approved, by what is written there, by ${approver}`;
    const note = `Write-off proposed in ${tab}: ${who}. The books are to show it; the invoice sheet is not written.`;
    const keys = writtenOff.map(([key]) => key);
    return {
      ...workbookEvent('written-off', actor, note, { writtenOff, keys, month: tab }),
      invoices: keys.map((key) => numbers.get(key) || key).join(', '),
      amounts: formatTotals(totals),
    };
  });
}

/**
 * Takes an approval back: beside the proposals first, so that a run that is cut off leaves nothing that would be taken again.
 * @param ws under the lock; the caller saves the state
 * @param tabs of month ends whose proposals are looked into
 */
export function takeBack(
  ws: WorkbookSession,
  { key, currency, amount }: ApprovedWriteOff,
  tabs: Iterable<string>,
): void {
  const { moved } = ws.log.history;
  let invoice = '';
  for (const tab of tabs) {
    const sheet = findMonthTab(ws.tabs, tab);
    for (const proposal of sheet ? proposalsIn(ws.tabs.grid(sheet).values) : []) {
      if (keyNow(proposal.key, moved) !== key) continue;
      invoice = proposal.invoice;
      if (sheet && proposal.approver !== '') writeApproval(ws.tabs, sheet, proposal.row, '', null);
    }
  }
  const note = 'The approval of this write-off is taken back.';
  const event = workbookEvent('write-off-undone', ws.ports.session.user(), note, {
    ...{ writtenOff: [[key, currency, amount]], keys: [key] },
  });
  ws.log.append([{ ...event, invoices: invoice || key, amounts: formatTotals({ [currency]: amount }) }]);
}

/** Words beside a proposal that are no approval. */
const NOT_APPROVED =
  /^(no|not|nein|non|nicht|never|reject|declin|refus|pending|open|offen|wait|later|abgelehnt|denied)\b|[?]|^\W*$/i;

/** Who approved a proposal by what is written beside it: a name and a day; '' for nobody. */
function writtenApprover({ approver, isDated }: Pick<Proposal, 'approver' | 'isDated'>): string {
  return isDated && !NOT_APPROVED.test(approver) ? approver : '';
}

/** Approvals that people wrote into the tab of the month that was closed last: taken by the first plan of a day. */
export function takeWritten(ws: WorkbookSession, rows: readonly InvoiceRow[], today: Day): void {
  const last = closedMonths(ws.log.decisions).pop();
  const on = dayFromIso(last?.at.slice(0, 10) ?? '');
  if (last && on !== null && today - on <= DAYS_READ) approve(ws, last.tab, rows, writtenApprover, last.tab, today);
}
