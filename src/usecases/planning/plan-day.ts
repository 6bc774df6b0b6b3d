// Planning: reads everything, decides, and brings log and queue in line. Changes nothing when the sheet is not whole.

import { decisionContext, endedEpisodes } from '../../dunning/decision/customer-context';
import { assignmentsNoted } from '../../dunning/decision/debtor/assignment';
import { insolvenciesNoted } from '../../dunning/decision/debtor/insolvency';
import { decide, type Plan } from '../../dunning/decision/decide';
import { invoicesToNote } from '../../dunning/decision/identity/noted-invoices';
import { liftedStops } from '../../dunning/decision/lifted-stops';
import { notePromises } from '../../dunning/decision/promises';
import { segmentEvents } from '../../dunning/decision/standing-segment';
import { processNoted } from '../../dunning/decision/status-stop';
import { type EventKind, type NewEvent, reminderEvent, workbookEvent } from '../../dunning/history/events';
import { invoicesNoted } from '../../dunning/history/followed-invoices';
import { MAX_ATTEMPTS } from '../../dunning/history/reminder';
import { bookingEvents } from '../../dunning/payments/money-in';
import { isSentByUs } from '../../dunning/policy/channels';
import { reconcile } from '../../dunning/reminder/reconcile';
import type { Day } from '../../receivables/day';
import { isDayCell } from '../../sheet/grid';
import { readFacts, underOneKey, type WorkbookFacts } from '../../workbook/facts';
import type { SendingHalt } from '../../workbook/halt';
import { haltsPlanning, workbookHalts } from '../../workbook/halts';
import { type InvoiceTable, openSample } from '../../workbook/invoices';
import { readWhole } from '../../workbook/opening';
import { detailEvents, noteFirstDetails, noteSites } from '../../workbook/payment-details';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { SETTINGS_TAB } from '../../workbook/tab-specs';
import { writePayments } from '../../workbook/tabs/payments';
import { gridDecisions, wordsThatHold, writeQueue } from '../../workbook/tabs/queue';
import type { TabRow } from '../../workbook/tabs/records';
import { AS_OF_MEANING, AS_OF_SETTING } from '../../workbook/tabs/settings/settings';
import { takeAnswers } from '../answers/take-answers';
import { closeDay } from '../figures/close-day';
import { upgraded } from '../layout/upgrade';
import { bound } from '../letters/approvals';
import { letterOfReminder, letterSources } from '../letters/letter-of-reminder';
import { confirmImported } from '../money/payments-up-to';
import { linesOfTab, type TabWords, wordsOfTab } from '../money/tab-words';
import type { ChangeResult } from '../waiting/change-result';
import { followRenames } from './follow-renames';
import { endPromises } from './promise-outcomes';
import { rulesChanged } from './rules-changed';
import { writeSegments } from './segment-column';

/** How a planning run is made. */
export interface PlanOptions {
  actor: string;
  /** The hourly run also retries what failed and approves what the policy may send by itself. */
  unattended: boolean;
}

/** What a planning run found and changed. */
export interface PlanOutcome {
  stops: SendingHalt[];
  /** Null when a stop forbade planning. */
  done: {
    book: InvoiceTable;
    gathered: WorkbookFacts;
    plan: Plan;
    words: TabWords;
    /** Words in AR Queue that are no decision, by the reminder they hold. */
    held: ReadonlyMap<string, string>;
    events: NewEvent[];
  } | null;
}

/** Plans the day now, for the person who asked. */
export function planDay(ports: Ports): ChangeResult {
  const { events } = plannedNow(ports);
  return { changed: events.filter(({ reminder }) => reminder !== '').length, message: inWords(events) };
}

/** Plans for the person who asked. @throws Refusal with the stop that forbids it */
export function plannedNow(ports: Ports): NonNullable<PlanOutcome['done']> {
  return underLock(ports, () => {
    const ws = new WorkbookSession(ports);
    const { stops, done } = planIn(ws, { actor: ports.session.user(), unattended: false });
    if (!done) throw Refusal.of(stops[0] ?? { code: 'stopped', message: 'Nothing could be planned.' });
    ws.save();
    return done;
  });
}

/** Plans once more after a change of a person's, and says what that did. The caller saves the state. */
export function planAgain(ws: WorkbookSession): string {
  const { done, stops } = planIn(ws, { actor: ws.ports.session.user(), unattended: false });
  if (!done) return stops[0]?.message ?? '';
  const words = inWords(done.events);
  return `Plan: ${words === NOTHING_CHANGED ? 'no reminder changed.' : words}`;
}

/** What is said of a run that changed nothing. */
export const NOTHING_CHANGED = 'Nothing changed.';

/** What happened to a reminder, where the stored word is not the one a person would say. */
const SAID: Partial<Record<EventKind, string>> = {
  planned: 'new',
  refreshed: 'with changed amounts',
  returned: 'back to review',
  'needs-fix': 'to be mended',
};

/** What a run changed, in words. @example '3 new, 1 cancelled.' */
export function inWords(events: readonly NewEvent[]): string {
  const counts = new Map<EventKind, number>();
  for (const { kind } of events.filter(({ reminder }) => reminder !== ''))
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const words = [...counts].map(([kind, count]) => `${count} ${SAID[kind] ?? kind}`);
  return words.length > 0 ? `${words.join(', ')}.` : NOTHING_CHANGED;
}

/**
 * Plans within an execution that holds the lock. The caller saves the state.
 * @param ws the workbook, freshly opened
 */
export function planIn(ws: WorkbookSession, options: PlanOptions): PlanOutcome {
  const { day } = ws.ports.clock.now();
  const stops = workbookHalts(ws, day);
  if (stops.some(haltsPlanning)) return { stops, done: null };
  const reading = readWhole(ws, day);
  if ('stop' in reading) return { stops: [...stops, reading.stop], done: null };
  const { book } = reading;
  // Told before the upgrade adds rows of its own, which is told by itself.
  const byHand = rulesChanged(ws, options.actor);
  const upgrade = upgraded(ws);
  if (upgrade.length > 0) rulesChanged(ws, options.actor);
  noteSites(ws, book);
  if (ws.state.live) noteFirstDetails(ws);
  const followed = followRenames(ws, book, options.actor);
  // Before the facts: who is held back there is so today.
  const decided = gridDecisions(ws.tabs, ws.log.history, day);
  if (ws.state.answerSecret === '') ws.state.answerSecret = ws.ports.session.secret();
  const money = moneyOfTab(ws, book, day, options.actor);
  const answered = takeAnswers(ws, money.gathered, options.actor);
  ws.log.append(answered);
  const gathered = answered.length > 0 ? readFacts(ws, book, day) : money.gathered;
  const { words } = money;
  const before = [
    ...byHand,
    ...upgrade,
    ...detailEvents(ws, options.actor),
    ...bound(ws, decided.events),
    ...endOfEpisodes(gathered, options.actor),
    ...segmentEvents(gathered.facts, options.actor),
    ...notePromises(gathered.facts, options.actor),
    ...processNoted(gathered.facts, options.actor),
    ...insolvenciesNoted(gathered.facts, options.actor),
    ...assignmentsNoted(gathered.facts, options.actor),
    ...endPromises(ws, gathered.facts, options.actor),
    ...bookingEvents(underOneKey(book.invoices, ws.log.history.aliases), ws.log.history.payments, day, options.actor),
    ...liftedStops(gathered.facts, ws.log.stops),
  ];
  const known = new Set(gathered.facts.history.segments.keys());
  ws.log.append(before);
  const context = decisionContext(gathered.facts);
  const plan = decide(gathered.facts, context);
  const seed = `${ws.ports.workbook.id()}|${ws.state.log.seq}`;
  const events = mended(ws, gathered, reconcile(gathered.facts, plan, { actor: options.actor, seed }));
  const noted = invoicesNoted(invoicesToNote(gathered.facts, plannedIn(events)), options.actor);
  const own = options.unattended ? bound(ws, [...events, ...ownAccord(ws, gathered, events)]) : events;
  const all = [...own, ...noted];
  ws.log.append(all);
  writeQueue(ws.tabs, gathered.facts.history, gathered.facts, decided.seen);
  writePayments(ws.tabs, gathered.facts, day, words.refused);
  writeSegments(ws, context, known);
  writeAsOf(ws, day);
  closeDay(ws, book, context, plan.decisions, day);
  ws.state.openKeys = openSample(book);
  const told = [...followed, ...money.events, ...answered, ...before, ...all];
  const held = wordsThatHold(decided.unknown);
  return { stops: workbookHalts(ws, day), done: { book, gathered, plan, words, held, events: told } };
}

/** Takes what people put into AR Payments; what is open is read once more where that changed it. */
function moneyOfTab(ws: WorkbookSession, book: InvoiceTable, day: Day, actor: string) {
  const gathered = readFacts(ws, book, day);
  const words = wordsOfTab(ws, gathered.facts);
  ws.log.append(words.events);
  const decided = words.events.length > 0 ? readFacts(ws, book, day) : gathered;
  const events = [...words.events, ...linesOfTab(ws, decided.facts, actor)];
  ws.log.append(events.slice(words.events.length));
  if (events.length > 0) confirmImported(ws, actor);
  return { gathered: events.length > 0 ? readFacts(ws, book, day) : gathered, words, events };
}

/**
 * A mail that could not be written when it was to be sent is not mended by another plan: it counts as mended once it
 * can be written.
 */
function mended(ws: WorkbookSession, gathered: WorkbookFacts, events: readonly NewEvent[]): NewEvent[] {
  const { facts } = gathered;
  return events.filter(({ kind, reminder: id, facts: { reminder: proposed } }) => {
    const waiting = facts.history.reminders.get(id);
    if (kind !== 'refreshed' || waiting?.state !== 'needs-fix' || !proposed) return true;
    return 'letter' in letterOfReminder({ ...waiting, facts: proposed }, letterSources(ws, gathered));
  });
}

/** Customers with a new reminder. */
function plannedIn(events: readonly NewEvent[]): Set<string> {
  return new Set(
    events.flatMap(({ kind, facts }) => (kind === 'planned' && facts.reminder ? [facts.reminder.customerKey] : [])),
  );
}

function endOfEpisodes(gathered: WorkbookFacts, actor: string): NewEvent[] {
  return endedEpisodes(gathered.facts).map((key) => ({
    ...workbookEvent('episode-ended', actor, 'Nothing is overdue any more.', { customerKey: key }),
    customer: gathered.facts.customers.get(key)?.name ?? key,
  }));
}

/** What the hourly run does without a click: retries, and approvals where all three switches allow them. */
function ownAccord(ws: WorkbookSession, gathered: WorkbookFacts, events: readonly NewEvent[]): NewEvent[] {
  const touched = new Set(events.map(({ reminder }) => reminder));
  const approvals: NewEvent[] = [];
  for (const { id, state, facts, attempts } of gathered.facts.history.waiting.values()) {
    if (touched.has(id)) continue;
    if (state === 'failed' && attempts < MAX_ATTEMPTS)
      approvals.push(reminderEvent('approved', id, facts, 'schedule', 'Tried again.'));
    if (
      state === 'planned' &&
      facts.sending === 'auto' &&
      ws.state.live &&
      ws.state.automatic &&
      isSentByUs(facts.channel)
    ) {
      approvals.push(reminderEvent('approved', id, facts, 'policy', 'The step is sent automatically.'));
    }
  }
  if (!ws.state.live || !ws.state.automatic) return approvals;
  for (const { kind, reminder, facts } of events) {
    if (kind !== 'planned' || !facts.reminder || facts.reminder.fix) continue;
    if (facts.reminder.sending !== 'auto' || !isSentByUs(facts.reminder.channel)) continue;
    approvals.push(reminderEvent('approved', reminder, facts.reminder, 'policy', 'The step is sent automatically.'));
  }
  return approvals;
}

/**
 * Brings the cell AS_OF to today, so that formulas that take it recalculate. A row that was deleted comes back, and the
 * name follows its row where the tab was sorted; a person who gave the name to a cell elsewhere keeps it.
 */
function writeAsOf(ws: WorkbookSession, day: Day): void {
  const { workbook } = ws.ports;
  const sheet = ws.tabs.needSheet(SETTINGS_TAB);
  const isToday = (row: TabRow | undefined): boolean => {
    const cell = row?.cell('Value') ?? '';
    return isDayCell(cell) && cell.day === day;
  };
  // The first plan of a day looks where the row is now: somebody who sorted the tab meanwhile must not find the day in the
  // value of another setting.
  if (!isToday(asOfRow(ws))) ws.tabs.reread(SETTINGS_TAB);
  const known = asOfRow(ws);
  if (!known) ws.tabs.addRows(SETTINGS_TAB, [{ Setting: AS_OF_SETTING, 'What it means': AS_OF_MEANING }]);
  const row = known ?? asOfRow(ws);
  const column = ws.tabs.needTable(SETTINGS_TAB).columns.get('Value');
  if (!row || column === undefined) return;
  const named = workbook.named(AS_OF_SETTING);
  if (!named || (named.sheet === sheet.id && (named.row !== row.row || named.column !== column + 1))) {
    workbook.nameCell(AS_OF_SETTING, sheet, row.row, column + 1);
  }
  if (isToday(row)) return;
  workbook.write(sheet, row.row, column + 1, [[{ day }]]);
  workbook.flush();
}

function asOfRow(ws: WorkbookSession): TabRow | undefined {
  return ws.tabs.needTable(SETTINGS_TAB).rows.find((one) => one.text('Setting') === AS_OF_SETTING);
}
