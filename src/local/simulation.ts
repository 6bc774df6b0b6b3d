// A simulation: days and hours pass, payments are confirmed, everything in review is approved, the hourly run sends.
import PostalMime from 'postal-mime';
import { HostFailure } from './failure';
import type { StoredMail } from './google-services/state';
import type { Session } from './session';
import { setUp } from './set-up';
import { addDays, dayIn, instantAt } from './wall-clock';
import { cellAt, contentSize, plainText, putCell, rowsByHeader, sheetNamed } from './workbook/stored-cells';

export interface SimulatedDay {
  date: string;
  planned: number;
  sent: number;
  done: number;
  cancelled: number;
  failed: number;
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

export interface Simulation {
  days: SimulatedDay[];
  mails: SimulatedMail[];
}

const HOUR = 3_600_000;

interface ReviewLine {
  id: string;
  state: string;
  channel: string;
}

/**
 * Lets days pass over a workbook that was never set up.
 *
 * @param session its workbook is changed in memory
 * @param from first day, `YYYY-MM-DD`, in the sheet's zone
 * @param to last day
 * @throws HostFailure when set-up is not possible, with the bundle's sentence
 */
export async function simulate(session: Session, from: string, to: string): Promise<Simulation> {
  const zone = session.world.spreadsheet.timeZone;
  session.now = instantAt(from, zone);
  setUp(session);
  fillAddresses(session);
  session.ask('becomeSender');
  session.ask('setLive', true);
  const result: Simulation = { days: [], mails: [] };
  let mailsSeen = session.world.mails.length;
  // Set-up plans the first day, so its events count as that day's.
  let logSeen = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    liveThrough(session, day, zone);
    const events = logRows(session, logSeen);
    logSeen += events.length;
    result.days.push(countOf(day, events));
    const mails = session.world.mails.slice(mailsSeen);
    mailsSeen += mails.length;
    result.mails.push(...(await described(mails, events, zone)));
  }
  return result;
}

interface Today {
  stops: { actions: { call: string }[] }[];
  waiting: { approved: number };
  window: { from: string };
}

interface HourResult {
  planned: number;
  sent: number;
  cancelled: number;
  failed: number;
}

/**
 * The hours of one day: the trigger fires, what came into review is approved, what may be sent is sent. Facts change
 * once a day here, so after an hour within the send window in which nothing happened and nothing approved is left, the
 * other hours of that day would bring nothing either and are passed over; so are those between midnight and the window.
 */
function liveThrough(session: Session, day: string, zone: string): void {
  const start = instantAt(day, zone);
  const end = instantAt(addDays(day, 1), zone);
  session.now = start;
  session.ask('confirmPayments', addDays(day, -1));
  const today = session.ask<Today>('getToday');
  acceptTable(session, today);
  const opening = instantAt(`${day}T${today.window.from.padStart(5, '0')}:00`, zone);
  for (let hour = start; hour < end; hour += HOUR) {
    if (hour > start && hour < opening) continue;
    session.now = hour;
    if (!anythingHappens(session, hour === start) && hour >= opening) break;
  }
}

/** Runs the hour; false when it was quiet and nothing approved waits for a later one. */
function anythingHappens(session: Session, firstOfDay: boolean): boolean {
  const { planned, sent, cancelled, failed } = session.ask<HourResult>('runHour');
  const approved = (firstOfDay || planned > 0) && approveAll(session);
  if (approved) session.ask('runHour');
  if (approved || planned + sent + cancelled + failed > 0) return true;
  return session.ask<Today>('getToday').waiting.approved > 0;
}

/** A book replayed day by day may well halve its open invoices: the person who simulates says that this is right. */
function acceptTable(session: Session, today: Today): void {
  const asked = today.stops.some((stop) => stop.actions.some((action) => action.call === 'acceptTable'));
  if (asked) session.ask('acceptTable');
}

/** Approves what waits; calls and tasks approved are recorded as done. True when there was something to approve. */
function approveAll(session: Session): boolean {
  const waiting = session.ask<{ lines: ReviewLine[] }>('getReview').lines.filter((line) => line.state === 'planned');
  if (waiting.length === 0) return false;
  session.ask(
    'approveReminders',
    waiting.map((line) => line.id),
  );
  for (const line of waiting) {
    if (line.channel === 'email') continue;
    session.ask('recordOutcome', line.id, line.channel === 'task' ? 'done' : 'answered', 'Simulated.');
  }
  return true;
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

function logRows(session: Session, seen: number): Record<string, string>[] {
  const sheet = sheetNamed(session.world.spreadsheet, 'AR Log');
  return sheet ? rowsByHeader(sheet, 1 + seen).filter((row) => row['Seq'] !== '') : [];
}

function countOf(date: string, events: Record<string, string>[]): SimulatedDay {
  const count = (event: string) => events.filter((row) => row['Event'] === event).length;
  const day = { date, planned: count('planned'), sent: count('sent'), done: count('done') };
  return { ...day, cancelled: count('cancelled'), failed: count('failed') };
}

/** Joins each mail with the `sent` event of the log that it belongs to. */
async function described(
  mails: StoredMail[],
  events: Record<string, string>[],
  zone: string,
): Promise<SimulatedMail[]> {
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
