// What people put into AR Payments themselves: words in its column Decide, and rows; taken by each plan, as AR Queue's words are.
import type { Facts } from '../../dunning/decision/facts';
import type { NewEvent } from '../../dunning/history/events';
import { linesRead } from '../../dunning/history/payment-events';
import type { PaymentLine } from '../../dunning/history/payments';
import { newOf } from '../../dunning/payments/new-lines';
import type { WorkbookSession } from '../../workbook/session';
import { PAYMENTS_TAB } from '../../workbook/tab-specs';
import { pastedRows } from '../../workbook/tabs/pasted-lines';
import { invoicesInWords } from '../../workbook/tabs/payments';
import { accepting, accounting, type Decided, type Deciding, decided } from './line-decisions';
import { learned, matchedAnew } from './matching';

/** What the tab's words came to. */
export interface TabWords {
  events: NewEvent[];
  /** By id of the line, why its word could not be followed: the word goes, the reason stands in its row. */
  refused: Map<string, string>;
  /** Words that are none, with their rows: they stay. */
  unknown: string[];
}

/** The words of the column Decide as entries of the log. Who wrote them cannot be known: the log says so. */
export function wordsOfTab(ws: WorkbookSession, facts: Facts): TabWords {
  const words: TabWords = { events: [], refused: new Map(), unknown: [] };
  const open = { facts, user: PAYMENTS_TAB.name };
  const take = (one: Decided, id: string): void => {
    if ('event' in one) words.events.push(one.event);
    else words.refused.set(id, one.message);
  };
  const seen = new Set<string>();
  const accepted: string[] = [];
  for (const row of ws.tabs.table(PAYMENTS_TAB)?.rows ?? []) {
    const word = row.text('Decide').toLowerCase();
    const id = row.text('Bank line');
    const line = facts.history.payments.lines.get(id);
    if (word === '' || id === '' || line?.decision || seen.has(id)) continue;
    seen.add(id);
    if (line && word === 'ignore') take(decided(open, line, { id, as: 'ignored', parts: [] }), id);
    else if (line && word === 'on account') take(onAccount(open, line), id);
    else if (!line || word !== 'accept') words.unknown.push(`“${row.text('Decide')}” in row ${row.row}`);
    else if (line.takenBack || row.text('Invoices') !== invoicesInWords(line.proposal))
      words.refused.set(id, 'It changed: accept it on the page Payments.');
    else accepted.push(id);
  }
  accepting(open, accepted).forEach(take);
  return words;
}

/** On the account of the one customer that a line is likely from. */
function onAccount(open: Deciding, line: PaymentLine): Decided {
  const { invoices, history } = open.facts;
  const near = invoices.filter(({ key }) => line.candidates.includes(key));
  const known = learned(history.payments).filter(({ name }) => name === line.payer);
  const [customerKey, ...others] = new Set([...line.proposal, ...known, ...near].map((one) => one.customerKey));
  if (customerKey === undefined || others.length > 0 || line.amount <= 0)
    return { code: 'customer-unknown', message: 'Whose account? Say it on the page Payments.' };
  return decided(open, line, accounting(line, customerKey));
}

/** The rows that were pasted, read in, and what else is proposed by now for lines that wait. */
export function linesOfTab(ws: WorkbookSession, facts: Facts, actor: string): NewEvent[] {
  const { payments } = facts.history;
  const pasted = [...pastedRows(ws.tabs.table(PAYMENTS_TAB), payments).values()].flatMap(({ line }) => line ?? []);
  return linesRead(matchedAnew(facts, newOf(pasted, payments)), { name: PAYMENTS_TAB.name }, actor);
}
