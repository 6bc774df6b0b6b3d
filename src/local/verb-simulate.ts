// `simulate`: the hourly run over some days through the real bundle, every reminder approved; mails become .eml files.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateOption, readArguments, required, usageFailure } from './command-line';
import { HostFailure } from './failure';
import { openSession } from './session';
import { type Simulation, simulate } from './simulation';
import { instantAt, machineZone } from './wall-clock';
import { loadBook } from './workbook-file';

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
  const book = required(read, 'book');
  required(read, 'from');
  required(read, 'to');
  const [from = '', to = ''] = [dateOption(read, 'from'), dateOption(read, 'to')];
  if (to < from) throw usageFailure(`--to ${to} lies before --from ${from}.`);
  const zone = machineZone();
  const session = openSession(await loadBook(book, zone), { now: instantAt(from, zone) });
  const result = await simulate(session, from, to);
  const outbox = read.values.get('outbox');
  if (outbox !== undefined) writeMails(outbox, result);
  const { days, mails } = result;
  if (read.flags.has('json'))
    return `${JSON.stringify({ days, mails: mails.map(({ raw: _raw, ...mail }) => mail) })}\n`;
  return simulationText(result, outbox);
}

/** The raw messages, byte for byte as the bundle produced them. */
function writeMails(folder: string, { mails }: Simulation): void {
  try {
    mkdirSync(folder, { recursive: true });
    mails.forEach((mail, index) => {
      const who = mail.customer.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40);
      const number = String(index + 1).padStart(4, '0');
      writeFileSync(join(folder, `${mail.date}-${number}-${who}.eml`), Buffer.from(mail.raw, 'latin1'));
    });
  } catch {
    throw new HostFailure('outbox', `The mails cannot be written to ${folder}: check that the folder may be written.`);
  }
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
