// A simulation: days pass, payments are confirmed, everything in review is approved, the hourly run sends.
import PostalMime from 'postal-mime';
import { HostFailure } from './failure';
import type { StoredMail } from './google-services/state';
import {
  type Counts,
  countsOf,
  eventsAfter,
  passHours,
  type SendingHours,
  type TabLine,
  waitingLines,
} from './hourly-run';
import type { Session } from './session';
import { setUp } from './set-up';
import { addDays, dayIn, instantAt } from './wall-clock';
import { cellAt, contentSize, plainText, putCell, rowsByHeader, sheetNamed } from './workbook/stored-cells';

export interface SimulatedDay extends Counts {
  date: string;
}

export interface SimulatedMail {
  date: string;
  to: string;
  subject: string;
  customer: string;
  stage: string;
  invoices: string[];
  /** The raw message, latin1 text of its bytes. */
  raw: string;
}

/** What one day brought. */
export interface DayPassed {
  day: SimulatedDay;
  mails: SimulatedMail[];
}

/**
 * Lets days pass over a workbook that was never set up, and gives each as it ends; whoever stops asking stops it.
 *
 * @param session its workbook is changed in memory
 * @param from first day, `YYYY-MM-DD`, in the sheet's zone
 * @param to last day
 * @throws HostFailure when set-up is not possible, with the bundle's sentence
 * @example for await (const { day } of simulate(session, '2026-06-01', '2026-06-30')) console.log(day.sent)
 */
export async function* simulate(session: Session, from: string, to: string): AsyncGenerator<DayPassed> {
  const zone = session.world.spreadsheet.timeZone;
  session.now = instantAt(from, zone);
  setUp(session);
  replayed(session);
  fillAddresses(session);
  session.ask('becomeSender');
  session.ask('setLive', true);
  const { window } = session.ask<Today>('getToday');
  let mailsSeen = session.world.mails.length;
  // Set-up plans the first day, so its events count as that day's.
  let logSeen = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    liveThrough(session, day, window);
    const events = eventsAfter(session, logSeen);
    logSeen += events.length;
    const mails = session.world.mails.slice(mailsSeen);
    mailsSeen += mails.length;
    yield { day: { date: day, ...countsOf(events) }, mails: await described(mails, events, zone) };
  }
}

/** The book tells of payments after the day that is lived through: they are to come, and no slips. */
function replayed({ world: { documentProperties } }: Session): void {
  const state = JSON.parse(documentProperties['duesheet'] ?? '{}') as object;
  documentProperties['duesheet'] = JSON.stringify({ ...state, replayed: true });
}

interface Today extends SendingHours {
  stops: { actions: { call: string }[] }[];
}

/**
 * One day: payments are confirmed, which plans; what came into review is approved; the hourly run sends it when the
 * window opens, and runs on as long as it leaves something to do. A day on which nothing is planned takes one call.
 */
function liveThrough(session: Session, day: string, window: SendingHours['window']): void {
  const zone = session.world.spreadsheet.timeZone;
  session.now = instantAt(day, zone);
  session.ask('confirmPayments', addDays(day, -1));
  // A plan that was made brings the as-of day to today.
  if (asOfDay(session) !== day) acceptTable(session);
  approveAll(session);
  const end = instantAt(addDays(day, 1), zone) - 1;
  passHours(session, window, { to: end, changed: false, last: false }, () => {
    if (session.ask<{ planned: number }>('runHour').planned > 0) approveAll(session);
  });
}

function asOfDay(session: Session): string {
  const settings = sheetNamed(session.world.spreadsheet, 'AR Settings');
  const row = settings && rowsByHeader(settings).find((line) => line['Setting'] === 'AS_OF');
  return row?.['Value'] ?? '';
}

/** A book replayed day by day may well halve its open invoices: the person who simulates says that this is right. */
function acceptTable(session: Session): void {
  const { stops } = session.ask<Today>('getToday');
  if (stops.some((stop) => stop.actions.some((action) => action.call === 'acceptTable'))) session.ask('acceptTable');
}

/** Approves what waits; calls and tasks approved are recorded as done. */
function approveAll(session: Session): void {
  const waiting = waitingLines(session).filter((line) => line['State'] === 'planned');
  if (waiting.length === 0) return;
  const idOf = (line: TabLine) => line['Reminder'] ?? '';
  session.ask('approveReminders', waiting.map(idOf));
  for (const line of waiting) {
    if (line['Channel'] === 'email') continue;
    session.ask('recordOutcome', idOf(line), line['Channel'] === 'task' ? 'done' : 'answered', 'Simulated.');
  }
}

/** Ofcom keeps this range for fiction: it rings nowhere. */
const NO_PHONE = '+44 20 7946 0000';

/** A customer without an address gets one that cannot exist, one without a telephone a number that rings nowhere. */
function fillAddresses(session: Session): void {
  const sheet = sheetNamed(session.world.spreadsheet, 'AR Customers');
  if (!sheet) throw new HostFailure('no-customers', 'Set-up made no tab "AR Customers".');
  const size = contentSize(sheet);
  const headers = new Map<string, number>();
  for (let column = 0; column < size.columns; column += 1)
    headers.set(plainText(cellAt(sheet, 0, column)?.value), column);
  for (let row = 1; row < size.rows; row += 1) {
    const textAt = (name: string) => plainText(cellAt(sheet, row, headers.get(name) ?? -1)?.value);
    const fill = (name: string, value: string) => {
      const column = headers.get(name);
      if (column === undefined) throw new HostFailure('no-customers', `The tab "AR Customers" has no column ${name}.`);
      if (textAt(name) === '') putCell(sheet, row, column, { value: { kind: 'text', value } });
    };
    const id = textAt('Customer ID') || textAt('Customer');
    if (id === '') continue;
    fill('Email', `${slugOf(id) || `row-${row + 1}`}@example.invalid`);
    fill('Phone', NO_PHONE);
  }
}

function slugOf(id: string): string {
  return id
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Joins each mail with the `sent` event of the log that it belongs to. */
async function described(mails: StoredMail[], events: readonly TabLine[], zone: string): Promise<SimulatedMail[]> {
  const sent = events.filter((row) => row['Event'] === 'sent');
  const found: SimulatedMail[] = [];
  for (const mail of mails) {
    const parsed = await PostalMime.parse(Buffer.from(mail.raw, 'latin1'));
    const addresses = (parsed.to ?? []).map((to) => to.address ?? '').filter((address) => address !== '');
    const at = sent.findIndex((row) =>
      addresses.some((address) => row['To']?.toLowerCase().includes(address.toLowerCase())),
    );
    const [event] = at < 0 ? [] : sent.splice(at, 1);
    found.push({
      date: dayIn(mail.at, zone),
      to: addresses.join(', '),
      subject: parsed.subject ?? '',
      customer: event?.['Customer'] ?? '',
      stage: event?.['Stage'] ?? '',
      invoices: (event?.['Invoices'] ?? '').split(/[,;\n]\s*/).filter((invoice) => invoice !== ''),
      raw: mail.raw,
    });
  }
  return found;
}
