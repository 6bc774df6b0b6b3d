// What comes along with a mail: the statement and the calendar entry to be downloaded, and each document of its invoices with its size.
import { sizeInWords } from '../../dunning/mail/file-size';
import type { DocumentView, ReminderView } from '../../entry/sidebar-calls';
import { FIELD_LABELS } from '../../sheet/field-labels';
import { DOCUMENT_FIELDS } from '../../sheet/fields';
import { button, pill, type Tone } from '../shell/controls';
import { saveBytes } from '../shell/csv';
import { el } from '../shell/dom';
import { callServer } from '../shell/server';
import type { Shell } from '../shell/shell';

type Mail = NonNullable<ReminderView['mail']>;

const FILES: Record<Mail['attach'][number], string> = {
  statement: 'the statement of account as a PDF',
  documents: 'documents of its invoices',
  calendar: 'a calendar entry of the promised day',
};

/** What comes along with it, as it would be now, or came. */
export function filesOf({ id, state }: ReminderView, { attach, asFiles }: Mail, shell: Shell): HTMLElement[] {
  if (state === 'sent')
    return attach.length === 0 ? [] : [el('p', { class: 'tick' }, `With it went ${inWords(attach)}.`)];
  const made = attach.filter((one) => one !== 'documents');
  return [
    ...(made.length === 0 ? [] : [madeFiles(id, inWords(made), shell)]),
    ...(attach.includes('documents') ? [asFiles ? documents(id) : links()] : []),
  ];
}

function inWords(attach: Mail['attach']): string {
  return attach.map((one) => FILES[one]).join(' and ');
}

function madeFiles(id: string, told: string, shell: Shell): HTMLElement {
  const fetched = async (): Promise<void> => {
    const files = await shell.ask('getEnclosures', id);
    for (const file of files ?? []) saveBytes(file.name, file.type, file.base64);
  };
  const download = button('Download it', fetched, { kind: 'quiet', busy: 'Making it…', name: `Download ${told}` });
  return el('p', { class: 'tick' }, `With it comes ${told}. `, download);
}

function links(): HTMLElement {
  return el(
    'p',
    { class: 'hint' },
    'Documents of its invoices go as links, not as files: this script has no “attachments”. See More > Optional extras.',
  );
}

/** The documents, looked up in Google Drive while the rest is read. */
function documents(id: string): HTMLElement {
  const list = el('div', { class: 'mail-files', 'aria-live': 'polite' }, waiting());
  const look = async (): Promise<void> => {
    const answer = await callServer('getDocuments', id);
    list.replaceChildren(...(answer.ok ? told(answer.value) : [failed(answer.message)]));
  };
  const failed = (why: string): HTMLElement =>
    el('p', { class: 'tick' }, `${why} `, button('Look again', look, { kind: 'quiet', busy: 'Looking…' }));
  void look();
  return list;
}

function waiting(): HTMLElement {
  return el('p', { class: 'hint' }, 'Looking up its documents in Google Drive…');
}

function told(all: readonly DocumentView[]): HTMLElement[] {
  const files = new Map(
    all.flatMap((one) => (one.as === 'file' ? [[one.link, one.bytes ?? Number.NaN] as const] : [])),
  );
  // Of what is made into a PDF the size is not known yet: then neither is that of all.
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes, 0);
  const isWrong = all.some(({ as }) => as === 'wrong');
  const many = `${files.size} ${files.size === 1 ? 'document' : 'documents'}${size > 0 ? `, ${sizeInWords(size)}` : ''}`;
  const back =
    'As it is, it comes back to Review instead of leaving. Put the file back, share it with whoever sends, or change or empty its link in the invoice sheet.';
  return [
    el('h3', {}, files.size === 0 ? 'No document comes along' : `With it: ${many}`),
    ...(isWrong ? [el('p', { class: 'wrong' }, back)] : []),
    el('ul', { class: 'plain-list', 'aria-label': 'Documents' }, ...all.map(item)),
  ];
}

/** What is said of one that is no file, and how. */
const MARKS: Readonly<Record<Exclude<DocumentView['as'], 'file'>, readonly [string, Tone]>> = {
  link: ['link only', 'calm'],
  wrong: ['cannot be attached', 'bad'],
  later: ['not known now', 'warn'],
};

function item({ invoice, what, link, name, bytes, as, why }: DocumentView): HTMLElement {
  const large = bytes !== null ? sizeInWords(bytes) : as === 'file' ? 'made into a PDF' : '';
  const label = `${FIELD_LABELS[DOCUMENT_FIELDS[what]]}${invoice === '' ? '' : ` of ${invoice}`}`;
  return el(
    'li',
    {},
    link === '' ? label : el('a', { href: link, target: '_blank', rel: 'noopener', class: 'wrap' }, name || label),
    large && ` ${large}`,
    as !== 'file' && ' ',
    as !== 'file' && pill(...MARKS[as]),
    el('span', { class: 'small muted' }, [name === '' ? '' : label, why].filter((part) => part !== '').join('. ')),
  );
}
