// `reply`: what a customer's pasted mail says, or what a message is by its headers alone.
import { readFileSync } from 'node:fs';
import { builtPart } from './built-project';
import { dateOption, readArguments, required, usageFailure } from './command-line';
import { HostFailure } from './failure';
import { classText, type Intent, intentsText } from './reply-text';
import { machineZone } from './wall-clock';
import { rowsByHeader } from './workbook/stored-cells';
import { loadBook } from './workbook-file';

interface RepliedInvoice {
  number: string;
  amount: number | null;
  currency: string;
}

/** A message with its headers, and our mail that it may be about. */
interface Message {
  sent: { to: string[]; cc: string[]; from: string; subject: string; messageId: string };
  labels: string[];
  sameThread: boolean;
  headers: string;
}

interface Replies {
  readReply(text: string, received: number, invoices: readonly RepliedInvoice[]): Intent[];
  classOf(message: Message, decode: (bytes: Uint8Array, encoding: string) => string | null): Record<string, unknown>;
}

/**
 * Runs the verb.
 *
 * @param words after the verb, e.g. `['--file', 'mail.txt', '--received', '2026-03-11', '--json']`
 * @returns what goes to stdout
 */
export async function replyVerb(words: readonly string[]): Promise<string> {
  const read = readArguments(
    words,
    { file: 'value', received: 'value', invoices: 'value', headers: 'value', json: 'flag' },
    [0, 0],
  );
  const replies = await builtPart<Replies>('replies');
  const headers = read.values.get('headers');
  if (headers !== undefined) {
    const told = replies.classOf(messageIn(headers), decoded);
    return read.flags.has('json') ? `${JSON.stringify(told)}\n` : classText(told);
  }
  const text = textOf(required(read, 'file'), '--file');
  const received = dateOption(read, 'received');
  if (received === undefined)
    throw usageFailure('Say on which day the mail came: --received YYYY-MM-DD. "Friday" hangs on it.');
  const day = Math.floor(Date.parse(`${received}T00:00:00Z`) / 86_400_000);
  const intents = replies.readReply(text, day, await invoicesIn(read.values.get('invoices')));
  return read.flags.has('json') ? `${JSON.stringify({ intents })}\n` : intentsText(intents);
}

function textOf(path: string, option: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new HostFailure('book-missing', `The file ${path} cannot be read: check the name after ${option}.`);
  }
}

function messageIn(path: string): Message {
  const wrong = new HostFailure(
    'book-unreadable',
    `${path} holds no message: it needs "sent" (to, cc, from, subject, messageId), "labels", "sameThread" and "headers".`,
  );
  try {
    const { sent, labels, sameThread, headers } = JSON.parse(textOf(path, '--headers')) as Partial<Message>;
    if (!sent || typeof headers !== 'string') throw wrong;
    return {
      sent: {
        to: sent.to ?? [],
        cc: sent.cc ?? [],
        from: sent.from ?? '',
        subject: sent.subject ?? '',
        messageId: sent.messageId ?? '',
      },
      labels: labels ?? [],
      sameThread: sameThread === true,
      headers,
    };
  } catch (error) {
    throw error instanceof HostFailure ? error : wrong;
  }
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function invoicesIn(path: string | undefined): Promise<RepliedInvoice[]> {
  if (path === undefined) return [];
  const [sheet] = (await loadBook(path, machineZone())).spreadsheet.sheets;
  return (sheet ? rowsByHeader(sheet) : [])
    .filter((row) => (row['Invoice'] ?? '') !== '')
    .map((row) => {
      const amount = Number(row['Amount'] || Number.NaN);
      return {
        number: row['Invoice'] ?? '',
        amount: Number.isNaN(amount) ? null : amount,
        currency: row['Currency'] ?? '',
      };
    });
}
