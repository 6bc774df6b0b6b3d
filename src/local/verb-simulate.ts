// `simulate`: the hourly run over some days through the real bundle, every reminder approved; mails become .eml files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { bookAndDays, readArguments } from './command-line';
import { HostFailure } from './failure';
import { inWords } from './hourly-run';
import { openSession, type Session } from './session';
import { type SimulatedDay, type SimulatedMail, simulate } from './simulation';
import { instantAt, machineZone } from './wall-clock';
import { loadBook } from './workbook-file';

const DAY = 86_400_000;

/**
 * Runs the verb and gives what goes to stdout.
 *
 * @param words after the verb, e.g. `['--book', 'a.csv', '--from', '2013-06-01', '--to', '2013-06-30', '--json']`
 */
export async function simulateVerb(words: readonly string[]): Promise<string> {
  const read = readArguments(
    words,
    { book: 'value', from: 'value', to: 'value', outbox: 'value', json: 'flag' },
    [0, 0],
  );
  const { book, from, to } = bookAndDays(read);
  const zone = machineZone();
  const session = openSession(await loadBook(book, zone), { now: instantAt(from, zone) });
  const outbox = read.values.get('outbox');
  const print = (result: Simulation) =>
    read.flags.has('json') ? simulationJson(result) : simulationText(result, outbox);
  const result = await untilStopped(session, { from, to, outbox });
  if (result.days.length === daysBetween(from, to)) return print(result);
  process.stdout.write(print(result));
  const kept = outbox === undefined ? '' : ` The mails of these days are in ${outbox}.`;
  const days = `${result.days.length} of ${daysBetween(from, to)} days`;
  throw new HostFailure('stopped', `Stopped after ${result.days.at(-1)?.date ?? from}, ${days}.${kept}`);
}

/** The days that passed and their mails. */
interface Simulation {
  days: SimulatedDay[];
  mails: SimulatedMail[];
}

/**
 * Lives through the days, says each on stderr as it ends and writes its mails; Ctrl-C ends it after the day at work,
 * a second Ctrl-C at once.
 */
async function untilStopped(
  session: Session,
  { from, to, outbox }: { from: string; to: string; outbox: string | undefined },
): Promise<Simulation> {
  if (outbox !== undefined) writing(outbox, () => mkdirSync(outbox, { recursive: true }));
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  const result: Simulation = { days: [], mails: [] };
  process.stderr.write('Setting up, as somebody would who agrees with everything that was found.\n');
  for await (const { day, mails } of simulate(session, from, to)) {
    if (outbox !== undefined) writeMails(outbox, mails, result.mails.length);
    result.days.push(day);
    result.mails.push(...mails);
    process.stderr.write(`${day.date}, day ${result.days.length} of ${daysBetween(from, to)}: ${inWords(day)}\n`);
    // Signals are heard between two turns of the event loop, and a day is one.
    await nextTurn();
    if (stopped) break;
  }
  process.removeListener('SIGINT', stop);
  return result;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}

/** The raw messages, byte for byte as the bundle produced them. */
function writeMails(folder: string, mails: readonly SimulatedMail[], before: number): void {
  writing(folder, () =>
    mails.forEach((mail, index) => {
      const who = mail.customer.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40);
      const number = String(before + index + 1).padStart(4, '0');
      writeFileSync(join(folder, `${mail.date}-${number}-${who}.eml`), Buffer.from(mail.raw, 'latin1'));
    }),
  );
}

function writing(folder: string, write: () => void): void {
  try {
    write();
  } catch {
    throw new HostFailure('outbox', `The mails cannot be written to ${folder}: check that the folder may be written.`);
  }
}

function simulationJson({ days, mails }: Simulation): string {
  return `${JSON.stringify({ days, mails: mails.map(({ raw: _raw, ...mail }) => mail) })}\n`;
}

function simulationText({ days, mails }: Simulation, outbox: string | undefined): string {
  const columns = ['planned', 'sent', 'done', 'cancelled', 'failed'] as const;
  const lines = [`date        ${columns.map((name) => name.padStart(9)).join(' ')}`];
  for (const day of days) lines.push(`${day.date}  ${columns.map((name) => String(day[name]).padStart(9)).join(' ')}`);
  const total = columns.map((name) => String(days.reduce((sum, day) => sum + day[name], 0)).padStart(9)).join(' ');
  lines.push(
    `total       ${total}`,
    '',
    `${mails.length} mails${outbox === undefined ? '.' : `, as .eml files in ${outbox}.`}`,
  );
  for (const mail of mails) lines.push(`  ${mail.date}  ${mail.to}  ${mail.subject}`);
  return `${lines.join('\n')}\n`;
}
