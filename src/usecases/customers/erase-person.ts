// "Erase personal details": addresses, names and notes of a customer leave our tabs and the log, whose chain stays whole.

import { digest } from '../../dunning/history/digest';
import { type Erasure, isPaidBy, silence, wordsWithout } from '../../dunning/history/erasing';
import { customerEvent, reminderEvent, type SealedEvent } from '../../dunning/history/events';
import type { History } from '../../dunning/history/history';
import { mayTake } from '../../dunning/history/reminder';
import { smallAddresses } from '../../dunning/mail/address';
import { customerKeyOf } from '../../receivables/customer';
import { type Day, isoOf, plusMonths } from '../../receivables/day';
import type { Cell } from '../../sheet/grid';
import type { WorkbookFacts } from '../../workbook/facts';
import { paymentsKnown } from '../../workbook/halts';
import { eraseWords } from '../../workbook/log-upkeep';
import { NO_CHANGE, openForShowing, openUnless, readForChange } from '../../workbook/opening';
import type { Ports, SheetInfo } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, type WorkbookSession } from '../../workbook/session';
import { CUSTOMERS_TAB, DISPUTES_TAB, HOLDS_TAB, PROMISES_TAB, type TabSpec } from '../../workbook/tab-specs';
import { findMonthTab, type LinesBelow, monthDigest, withoutPerson } from '../../workbook/tabs/month-end/month-tab';
import { writeQueue } from '../../workbook/tabs/queue';
import type { TabRow } from '../../workbook/tabs/records';
import { writeCells } from '../../workbook/tabs/seen-rows';
import { openCustomer } from '../agreements/customer-change';
import { closedMonths } from '../figures/write-offs';
import type { ChangeResult } from '../waiting/change-result';
import { isAbout } from './history-lines';
import type { ErasableView, ErasureView } from './view';

/** What AR Customers says of a person beside the name. */
const CONTACT_COLUMNS = ['Contact', 'Email', 'CC', 'Escalation email', 'Phone', 'Notes', 'Postal address'];

/** Tabs whose rows name a customer. */
const NAMING_TABS: readonly TabSpec[] = [HOLDS_TAB, PROMISES_TAB, DISPUTES_TAB];

/** What erasing would do. */
interface Planned {
  erasure: Erasure;
  /** Rows of the invoice sheet that name the customer. */
  inSheet: number;
  own: SealedEvent[];
  addresses: string[];
  /** Whether a name is theirs, aliases included. */
  isNamed: (name: string) => boolean;
  isSilent: boolean;
}

/** A closed month and its cells once a person is erased from it. */
interface MonthWithout {
  tab: string;
  sheet: SheetInfo;
  cells: (readonly Cell[])[];
  changed: LinesBelow[];
  /** Whether the tab stands as it was made. */
  isAsMade: boolean;
}

/**
 * What would be erased, and what stays.
 * @throws Refusal `customer-unknown`
 */
export function previewErasure(ports: Ports, key: string): ErasureView {
  const { ws, gathered } = openForShowing(ports);
  const planned = plannedFor(ws, gathered, key);
  return viewOf(
    planned,
    monthsWithout(ws, planned).map(({ tab }) => tab),
  );
}

function viewOf({ erasure, inSheet, own, isSilent }: Planned, months: readonly string[]): ErasureView {
  const keeps = erasure.pseudonym === '';
  const goes = keeps
    ? 'Contact, addresses, phone and notes in AR Customers, and addresses and notes in the log.'
    : 'The row in AR Customers, name, addresses and notes in the log, and their rows in AR Holds, AR Promises and AR Disputes.' +
      (months.length > 0 ? ` The name in ${months.join(', ')}; the figures there stay.` : '');
  const stays = [
    ...(keeps
      ? [`The name stays, as the invoice sheet has ${inSheet} rows of theirs. Duesheet never writes there.`]
      : []),
    'What was done, when and about which amounts stays in the log; so do mails in Gmail.',
    ...(isSilent ? ['That nobody may write to them stays, without the address.'] : []),
  ];
  return {
    customer: erasure.name,
    entries: own.length,
    keepsName: keeps,
    goes,
    stays: stays.join(' '),
  };
}

function plannedFor(ws: WorkbookSession, gathered: WorkbookFacts, key: string): Planned {
  const { customer, invoices } = openCustomer(ws, gathered, key);
  const { history } = ws.log;
  const inSheet = invoices.length;
  const pseudonym = inSheet > 0 ? '' : `erased ${digest(`${ws.ports.session.secret()} ${key}`).slice(0, 8)}`;
  const texts = [customer.email, customer.cc, customer.escalationEmail, ...invoices.map(({ email }) => email)];
  return {
    erasure: { key, name: customer.name, pseudonym, lines: linesOf(history, key) },
    inSheet,
    own: ws.log.events.filter((event) => isAbout(event, history, customer)),
    isNamed: (name) => gathered.customers.keyOf(name) === key,
    addresses: [...new Set(texts.flatMap(smallAddresses))],
    isSilent: customer.doNotContact !== 'no',
  };
}

/**
 * Erases the personal details of customers. Of those whom the invoice sheet names the name stays.
 * @throws Refusal `customer-unknown`, `state-changed` where a mail to one is on its way
 */
export function erasePersons(ports: Ports, keys: readonly string[]): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const { day, gathered } = readForChange(ws);
    const planned = keys.map((key) => plannedFor(ws, gathered, key));
    cancelWaiting(ws, keys);
    for (const one of planned) eraseInMonths(ws, one);
    for (const one of planned) eraseOne(ws, one);
    for (const one of planned) eraseRows(ws, gathered, one);
    writeQueue(ws.tabs, ws.log.history, paymentsKnown(ws, day));
    ws.save();
    const [only] = planned;
    const who = planned.length === 1 && only ? only.erasure.name : `${planned.length} customers`;
    return { changed: planned.length, message: `The personal details of ${who} are erased.` };
  });
}

/** A waiting reminder holds the address: it is planned anew from what is known then. */
function cancelWaiting(ws: WorkbookSession, keys: readonly string[]): void {
  const user = ws.ports.session.user();
  const waiting = [...ws.log.history.waiting.values()].filter(({ facts }) => keys.includes(facts.customerKey));
  const stuck = waiting.find(({ state }) => !mayTake(state, 'cancelled'));
  if (stuck)
    throw new Refusal(
      'state-changed',
      `The reminder ${stuck.id} to ${stuck.facts.customer} is ${stuck.state}: settle it under Problems first.`,
    );
  const note = 'Personal details are erased.';
  ws.log.append(waiting.map(({ id, facts }) => reminderEvent('cancelled', id, facts, user, note, { code: 'erased' })));
}

/** Lines of the bank that were decided to be a customer's. */
function linesOf({ payments }: History, key: string): ReadonlySet<string> {
  const own = [...payments.lines.values()].filter(({ decision }) =>
    decision?.parts.some(({ customerKey }) => customerKey === key),
  );
  return new Set(own.map(({ id }) => id));
}

/** The tabs of closed months that name them, as they would be without: written down first, as each tab is known by its digest. */
function monthsWithout({ log, tabs }: WorkbookSession, { erasure, isNamed }: Planned): MonthWithout[] {
  const { key, pseudonym } = erasure;
  if (pseudonym === '') return [];
  const bank = log.events.flatMap(({ facts }) =>
    (facts.lines ?? [])
      .filter((line) => isPaidBy(line, erasure))
      .map(({ payer, text }): [string, string] => [payer, text]),
  );
  return closedMonths(log.decisions).flatMap(({ tab, digests }) => {
    const sheet = findMonthTab(tabs, tab);
    if (!sheet) return [];
    const { values } = tabs.grid(sheet);
    const { cells, changed } = withoutPerson(values, { key, isNamed, bank, pseudonym });
    return changed.length === 0
      ? []
      : [{ tab, sheet, cells, changed, isAsMade: digests.includes(monthDigest(values)) }];
  });
}

function eraseInMonths(ws: WorkbookSession, one: Planned): void {
  const months = monthsWithout(ws, one);
  if (months.length === 0) return;
  const known = { key: one.erasure.pseudonym, name: one.erasure.pseudonym };
  const user = ws.ports.session.user();
  const events = months.map(({ tab, cells, isAsMade }) => {
    const facts = { month: tab, ...(isAsMade ? { digest: monthDigest(cells) } : {}) };
    return customerEvent('erased', known, user, `The name is erased from ${tab}.`, facts);
  });
  ws.log.append(events);
  for (const { sheet, changed } of months) {
    for (const { row, lines } of changed) ws.tabs.workbook.write(sheet, row, 1, lines);
    ws.tabs.letGo(sheet);
  }
}

function eraseOne(ws: WorkbookSession, { erasure, addresses, isSilent }: Planned): void {
  const { pseudonym, name, key } = erasure;
  const { events, history } = ws.log;
  const touched = events.flatMap((event) => {
    const isOwn = isAbout(event, history, { key, name });
    const isNamed = pseudonym !== '' && (event.customer === name || JSON.stringify(event.facts).includes(key));
    const isPayer = (event.facts.lines ?? []).some((line) => isPaidBy(line, erasure));
    return isOwn || isNamed || isPayer ? [{ event, words: wordsWithout(event, isOwn, erasure) }] : [];
  });
  const known = { key: pseudonym || key, name: pseudonym || name };
  const note = `Personal details erased from ${touched.length} entries of the log.`;
  const salt = digest(`${ws.ports.session.secret()} silence ${ws.state.log.seq}`);
  const silenced = isSilent ? addresses.map((address) => silence(address, salt)) : [];
  eraseWords(ws, touched, customerEvent('erased', known, ws.ports.session.user(), note), silenced);
}

/** Rows go from the last to the first, so that those above stay where they are. */
function eraseRows(ws: WorkbookSession, { customers }: WorkbookFacts, { erasure }: Planned): void {
  const { tabs } = ws;
  const { key, pseudonym } = erasure;
  for (const spec of [CUSTOMERS_TAB, ...NAMING_TABS]) {
    // Elsewhere a customer may be named by an alias, too.
    const keyOf = (row: TabRow): string =>
      spec === CUSTOMERS_TAB
        ? customerKeyOf(row.text('Customer ID'), row.text('Customer'))
        : customers.keyOf(row.text('Customer'));
    const rows = (tabs.reread(spec)?.rows ?? []).filter((row) => keyOf(row) === key);
    for (const { row } of [...rows].reverse()) {
      if (pseudonym !== '') tabs.workbook.deleteRow(tabs.needSheet(spec), row);
      else if (spec === CUSTOMERS_TAB) {
        const known = CONTACT_COLUMNS.filter((header) => tabs.needTable(spec).columns.has(header));
        writeCells(tabs, spec, row, Object.fromEntries(known.map((header) => [header, ''])));
      }
    }
    tabs.forget(spec);
  }
}

/** Customers whose last entry in the log is older than personal details are kept, and of whom nothing is open or waits. */
export function showErasable(ports: Ports): ErasableView {
  const { ws, gathered, day } = openForShowing(ports);
  const months = ws.settings().keepPersonal;
  if (months === null) return { months: 0, asOf: isoOf(day), customers: [] };
  const until = isoOf(plusMonths(day, -months));
  const last = lastEntries(ws);
  const { customers, invoices } = gathered.facts;
  const busy = new Set(
    invoices.filter((one) => one.open !== 0 || isRecent(one.paidOn, until)).map((one) => one.customerKey),
  );
  const old = [...customers.values()].filter(({ key, email, contact }) => {
    if (busy.has(key) || ws.log.history.waiting.has(key)) return false;
    const on = last.get(key) ?? '';
    return (
      on !== '' && on < until && (email !== '' || contact !== '' || !invoices.some((one) => one.customerKey === key))
    );
  });
  return {
    months,
    asOf: isoOf(day),
    customers: old.map(({ key, name }) => ({ key, name, last: last.get(key) ?? '' })),
  };
}

function isRecent(paidOn: Day | null, until: string): boolean {
  return paidOn !== null && isoOf(paidOn) >= until;
}

/** The day of the last entry about each customer. */
function lastEntries({ log }: WorkbookSession): Map<string, string> {
  const last = new Map<string, string>();
  for (const event of log.events) {
    const key = log.history.reminders.get(event.reminder)?.facts.customerKey ?? event.facts.customerKey;
    if (key) last.set(log.history.aliases.get(key) ?? key, event.at.slice(0, 10));
  }
  return last;
}
