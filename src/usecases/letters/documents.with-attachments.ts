// The documents of a mail as files of Google Drive, where that is built in: which come along, which stay links, and which a person looks at.
import type { Reminder } from '../../dunning/history/reminder';
import { webAddress } from '../../dunning/letter/pay-box';
import { type DriveFile, documentLinks, driveFile } from '../../dunning/mail/drive-link';
import { sizeInWords } from '../../dunning/mail/file-size';
import type { MailFile } from '../../dunning/mail/message';
import { isoOf } from '../../receivables/day';
import { hasSeveralLinks } from '../../receivables/invoice';
import { FIELD_LABELS } from '../../sheet/field-labels';
import { DOCUMENT_FIELDS } from '../../sheet/fields';
import type { WorkbookFacts } from '../../workbook/facts';
import { FileRefused } from '../../workbook/ports';
import type { WorkbookSession } from '../../workbook/session';
import type { DocumentReading, DocumentsAlong, DocumentView } from './documents';

/** More files than these make a mail nobody reads, and reading them takes the time of other mails. */
const MOST_FILES = 25;
/** Google ends an execution after six minutes; no file is begun after five. */
const READ_UNTIL = 5 * 60_000;

/** How documents are read from Google Drive. */
export const DOCUMENTS: DocumentReading | null = {
  look: (reminder, ws, gathered, room) => judged(reminder, ws, gathered, room, false).map(({ view }) => view),
  read: (reminder, ws, gathered, room) => along(judged(reminder, ws, gathered, room, true), reminder, ws),
};

/** A document with what becomes of it; `file` once it is read. */
interface Judged {
  view: DocumentView;
  file?: MailFile;
  /** What Google Drive says instead of giving it out, where it may do so the next time. */
  silent?: string;
}

type About = Pick<DocumentView, 'invoice' | 'what' | 'link'> & { row: number };

/** The links of a mail, in the order of its lines. */
function linksOf({ facts }: Reminder, { facts: { invoices } }: WorkbookFacts): About[] {
  const byKey = new Map(invoices.map((invoice) => [invoice.key, invoice]));
  return facts.lines.flatMap(({ key, invoice }) => {
    const known = byKey.get(key);
    return documentLinks(known ?? {}).flatMap(([what, written]) => {
      const link = webAddress(written);
      return link === '' && !hasSeveralLinks(written) ? [] : [{ invoice, what, link, row: known?.row ?? 0 }];
    });
  });
}

function judged(
  reminder: Reminder,
  ws: WorkbookSession,
  gathered: WorkbookFacts,
  room: number,
  isRead: boolean,
): Judged[] {
  const known = new Map<string, Judged>();
  const names = new Set<string>();
  let left = room;
  return linksOf(reminder, gathered).map(({ row, ...about }) => {
    if (about.link === '')
      return {
        view: { ...about, name: '', bytes: null, as: 'wrong', why: `Its cell in row ${row} holds several links.` },
      };
    const drive = driveFile(about.link);
    if (!drive) return linked(about, 'It does not lie in Google Drive, or is no single file there.');
    // One file may hold several invoices: it comes along once.
    const same = known.get(drive.id);
    if (same) return { view: { ...same.view, ...about } };
    const one = judge(about, drive, { ws, isRead, left, isFull: names.size >= MOST_FILES, names });
    if (one.view.as === 'file') left -= one.view.bytes ?? 0;
    known.set(drive.id, one);
    return one;
  });
}

type Told = Omit<About, 'row'>;

function linked(about: Told, why: string, name = '', bytes: number | null = null): Judged {
  return { view: { ...about, name, bytes, as: 'link', why } };
}

function judge(
  about: Told,
  drive: DriveFile,
  to: { ws: WorkbookSession; isRead: boolean; left: number; isFull: boolean; names: Set<string> },
): Judged {
  const { files, clock } = to.ws.ports;
  try {
    if (!files) return linked(about, 'This script cannot read Google Drive.');
    if (to.isFull) return linked(about, `A mail carries ${MOST_FILES} files at most.`);
    if (to.isRead && clock.elapsed() > READ_UNTIL)
      throw new FileRefused('later', 'This run has no time left to read documents; the next one goes on.');
    const head = files.head(drive);
    const tooMuch = 'With it more than 10 MB would come along.';
    if ((head.bytes ?? 0) > to.left) return linked(about, tooMuch, head.name, head.bytes);
    const name = ownName(head.name, to.names);
    if (!to.isRead) return { view: { ...about, name, bytes: head.bytes, as: 'file', why: '' } };
    const base64 = files.read(drive);
    const bytes = bytesOf(base64);
    if (bytes > to.left) return linked(about, tooMuch, name, bytes);
    return { view: { ...about, name, bytes, as: 'file', why: '' }, file: { name, type: head.type, base64 } };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    const { code, message } = error;
    const view = { ...about, name: '', bytes: null };
    if (code === 'silent')
      return { view: { ...view, as: 'later', why: `${message} The next run asks again.` }, silent: message };
    return { view: { ...view, as: code === 'missing' ? 'wrong' : code === 'later' ? 'later' : 'link', why: message } };
  }
}

/** How many bytes a base64 stands for. @example bytesOf('TQ==') // 1 */
function bytesOf(base64: string): number {
  return Math.floor((base64.replace(/=+$/, '').length / 4) * 3);
}

/** A name that no other file of the mail has. @example ownName('invoice.pdf', new Set(['invoice.pdf'])) // 'invoice (2).pdf' */
function ownName(name: string, names: Set<string>): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.\w{1,8})?$/.exec(name) ?? [];
  let own = name;
  for (let again = 2; names.has(own.toLowerCase()); again += 1) own = `${stem} (${again})${ending}`;
  names.add(own.toLowerCase());
  return own;
}

function along(all: readonly Judged[], { id }: Reminder, ws: WorkbookSession): DocumentsAlong {
  const views = all.map(({ view }) => view);
  const files = all.flatMap(({ file }) => file ?? []);
  const came = all.flatMap(({ file, view }) => (file ? `${file.name} (${sizeInWords(view.bytes ?? 0)})` : []));
  const links = views.filter(({ as, link }) => as === 'link' && driveFile(link));
  const wrong = views.filter(({ as }) => as === 'wrong');
  const [first] = wrong;
  const more = wrong.length > 1 ? ` So is it with ${wrong.length - 1} more.` : '';
  const mend =
    first?.link === ''
      ? 'Keep one link in it'
      : `Put the file back or share it with ${ws.ports.session.user()}, or change or empty its link in the invoice sheet`;
  const silent = all.find((one) => one.silent !== undefined);
  const isTooLong = isSilentTooLong(ws, id, silent !== undefined);
  return {
    files,
    attached: new Set(views.filter(({ as }) => as === 'file').map(({ link }) => link)),
    told: [
      came.length > 0 ? `Attached: ${came.join(', ')}.` : '',
      ...[...new Set(links.map(({ why }) => why))].map((why) => {
        const which = links.filter((one) => one.why === why).map(inWords);
        return `As a link: ${which.join(', ')}. ${why}`;
      }),
    ]
      .filter((part) => part !== '')
      .join(' '),
    back: first
      ? `${inWords(first)} cannot be attached. ${first.why}${more} ${mend}; then approve it again.`
      : silent && isTooLong
        ? `${inWords(silent.view)} cannot be attached. ${silent.silent} It has been so for more than a day. See whether its link opens; approve it again to have it asked for another day, or change or empty its link in the invoice sheet.`
        : '',
    later: views.find(({ as }) => as === 'later')?.why ?? '',
  };
}

/** So many mails are remembered at most: a property holds 9 KB. */
const MOST_SILENT = 50;

/** Whether Google Drive has given out no file for a mail for more than a day, as is remembered from now on; then it begins anew. */
function isSilentTooLong({ state, ports, log }: WorkbookSession, id: string, isSilent: boolean): boolean {
  const { [id]: since, ...others } = state.silentFiles;
  const { day, text } = ports.clock.now();
  const isTooLong = isSilent && since !== undefined && since <= `${isoOf(day - 1)}${text.slice(10)}`;
  if (!isSilent || isTooLong) {
    if (since !== undefined) state.silentFiles = others;
  } else if (since === undefined) {
    const still = Object.entries(others).filter(([other]) => log.history.waiting.has(other));
    state.silentFiles = Object.fromEntries([...still.slice(0, MOST_SILENT - 1), [id, text]]);
  }
  return isTooLong;
}

function inWords({ what, invoice }: DocumentView): string {
  return `${FIELD_LABELS[DOCUMENT_FIELDS[what]]} of ${invoice || 'an invoice without a number'}`;
}
