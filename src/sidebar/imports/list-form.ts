// What the pages for lists share: the page itself, where a list is pasted or picked, who is unknown, which rows cannot be taken, and sending.
import type { ImportRequest } from '../../entry/sidebar-calls';
import { button, field } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, grouped } from '../shell/format';
import type { Shell, View } from '../shell/shell';
import type { ListProblem, UnknownLine } from './contact-list';
import { textOfFile } from './pasted-table';

/** So many customers are sent at a time: each part is planned on by itself. */
const AT_ONCE = 200;

/** So many lines of a list are drawn at first. */
const SHOWN = 20;

/** A list that is being brought in, kept while the page is left. */
export interface ListDraft {
  text: string;
  /** Keys of customers by what the list calls them, as a person said. */
  meant: Map<string, string>;
}

/** Where a list is pasted or picked. */
function pasteForm(draft: ListDraft, shell: Shell, hint: string, compare: () => void): HTMLElement {
  const paste = el('textarea', { rows: 6, spellcheck: 'false', wrap: 'off', class: 'pasted' });
  paste.value = draft.text;
  paste.addEventListener('input', () => {
    draft.text = paste.value;
  });
  const file = el('input', { type: 'file', accept: '.csv,.tsv,.txt,text/csv' });
  file.addEventListener('change', async () => {
    const [picked] = file.files ?? [];
    if (!picked) return;
    if (/\.xlsx?$/i.test(picked.name)) {
      shell.alert('Save the spreadsheet as CSV first, or copy its cells and paste them here.');
      return;
    }
    draft.text = await textOfFile(picked);
    paste.value = draft.text;
    compare();
  });
  const press = (): void => {
    if (draft.text.trim() !== '') compare();
    else {
      shell.alert('Paste the list first, with its row of headers, or pick a file.');
      paste.focus();
    }
  };
  return el(
    'section',
    { class: 'card' },
    field('Paste the list', paste, hint),
    field('Or pick a CSV file', file, 'It stays on this computer; only what you confirm goes to your workbook.'),
    el('div', { class: 'actions' }, button('Compare', press, { kind: 'primary' })),
  );
}

/** Who is unknown, each with the customer called most alike, to be taken by a tick. */
export function unknownPart(unknown: readonly UnknownLine[], draft: ListDraft, again: () => void): HTMLElement[] {
  if (unknown.length === 0) return [];
  const seen = new Set<string>();
  const lines = unknown.filter(({ written }) => !seen.has(written) && seen.add(written));
  const item = ({ row, written, nearest }: UnknownLine): HTMLElement => {
    const said = el('span', { dir: 'auto' }, `Row ${row}: ${written}`);
    if (!nearest) return el('li', {}, said, el('span', { class: 'small muted' }, ' Nobody is called like that.'));
    const take = button(
      `It is ${nearest.name}`,
      () => {
        draft.meant.set(written, nearest.key);
        again();
      },
      { kind: 'plain' },
    );
    return el('li', {}, said, take);
  };
  return [
    el('h3', {}, `${count(lines.length, 'customer')} not known`),
    el('p', { class: 'hint' }, 'They are left out, unless you say who is meant.'),
    folded(lines.map(item), 'unknown-lines'),
  ];
}

/** Rows that cannot be taken, each with what to do. */
export function problemPart(problems: readonly ListProblem[]): HTMLElement[] {
  if (problems.length === 0) return [];
  return [
    el('h3', { class: 'wrong' }, `${count(problems.length, 'line')} cannot be taken`),
    folded(
      problems.map(({ message }) => el('li', {}, message)),
      'warned',
    ),
  ];
}

/** The first of a list, and the others behind a press. */
export function folded(items: readonly HTMLElement[], kind: string): HTMLElement {
  const rest = items.slice(SHOWN);
  return el(
    'div',
    {},
    el('ul', { class: kind }, ...items.slice(0, SHOWN)),
    rest.length > 0 &&
      el(
        'details',
        { class: 'more' },
        el('summary', {}, `${grouped(rest.length)} more`),
        el('ul', { class: kind }, ...rest),
      ),
  );
}

/** A page for a pasted list. */
export interface ListPage<T> {
  title: string;
  /** What the list is for. */
  purpose: string;
  /** Which columns it may have. */
  hint: string;
  draft: ListDraft;
  /** What was pasted, compared with what is known; a sentence where it cannot be read. */
  read(): T | ListFault;
  /** What it comes to. @param again compares once more */
  parts(list: T, again: () => void): HTMLElement[];
}

/** A sentence on why a list cannot be read. */
export interface ListFault {
  message: string;
}

/** Draws the page of a list: what it is for, the place to paste it, and below that what it comes to. */
export function drawList<T extends object>(host: HTMLElement, shell: Shell, page: ListPage<T>): void {
  const result = el('div', { 'aria-live': 'polite' });
  const compare = (): void => {
    const list = page.read();
    if ('message' in list) {
      result.replaceChildren();
      shell.alert(list.message);
    } else result.replaceChildren(...page.parts(list, compare));
  };
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, page.title)),
    el('p', { class: 'hint' }, page.purpose),
    pasteForm(page.draft, shell, page.hint, compare),
    result,
  );
  if (page.draft.text.trim() !== '') compare();
}

/** Sends what was confirmed; once it is written the page is drawn anew by `view`, empty. */
export async function confirmList(
  host: HTMLElement,
  shell: Shell,
  draft: ListDraft,
  list: ImportRequest,
  view: View,
): Promise<void> {
  const said = await sendList(shell, list);
  if (said === undefined || !host.isConnected) return;
  draft.text = '';
  draft.meant.clear();
  await view(host, shell);
  shell.say(said);
  void shell.refreshToday();
  const heading = host.querySelector('h2');
  if (heading && shell.focusIsLost()) focusOn(heading);
}

/**
 * Sends what was confirmed, a part at a time.
 * @returns what was said of the last part; undefined where a part was refused, which the person is told
 */
async function sendList(shell: Shell, list: ImportRequest): Promise<string | undefined> {
  const parts: ImportRequest[] = [];
  for (let from = 0; from < list.contacts.length; from += AT_ONCE)
    parts.push({ contacts: list.contacts.slice(from, from + AT_ONCE), chased: [] });
  // Stages go together: of a customer's invoices all begin at once.
  if (list.chased.length > 0) parts.push({ contacts: [], chased: list.chased });
  const said: string[] = [];
  for (const [at, part] of parts.entries()) {
    if (parts.length > 1) shell.say(`Writing part ${at + 1} of ${parts.length}…`);
    const result = await shell.ask('importList', part);
    if (!result) return undefined;
    said.push(result.message);
  }
  return said.join(' ');
}
