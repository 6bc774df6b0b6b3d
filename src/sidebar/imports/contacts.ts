// The page for a list of contacts: pasted, compared with AR Customers, shown customer by customer, and written once confirmed.
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import { count, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';
import { CONTACT_COLUMNS } from './contact-columns';
import { type ContactChange, type ContactList, contactList } from './contact-list';
import { confirmList, drawList, folded, type ListDraft, problemPart, unknownPart } from './list-form';

/** What was pasted last: coming back, it is still there. */
const draft: ListDraft = { text: '', meant: new Map() };

/** Draws the page. */
export async function contactsView(host: HTMLElement, shell: Shell): Promise<void> {
  const view = await shell.load(host, 'Reading the customers…', contactsView, 'getImport');
  if (!view) return;
  drawList(host, shell, {
    title: 'Bring in contacts',
    purpose:
      'Contacts, kinds of debtor, who pays for whom, and who agreed to WhatsApp. Nothing is written before you have seen it.',
    hint: `With its row of headers: Customer (or Customer ID), and any of ${CONTACT_COLUMNS.join(', ')}.`,
    draft,
    read: () => contactList(draft.text, view, draft.meant),
    parts: (list, again) => contactParts(host, shell, list, again),
  });
}

function contactParts(host: HTMLElement, shell: Shell, list: ContactList, again: () => void): HTMLElement[] {
  const { changes, found, unused, unknown, problems, same } = list;
  const overwriting = changes.filter(({ overwrites }) => overwrites);
  const cells = changes.reduce((sum, one) => sum + one.cells.length, 0);
  const fillOnly = el('input', { type: 'checkbox' });
  const write = async (): Promise<void> => {
    const contacts = changes
      .map(({ key, cells: all }) => ({
        key,
        cells: fillOnly.checked ? all.filter(({ before }) => before === '') : all,
      }))
      .filter((one) => one.cells.length > 0)
      .map(({ key, cells: chosen }) => ({
        key,
        cells: chosen.map(({ column, before, value }): [typeof column, string, string] => [column, before, value]),
      }));
    await confirmList(host, shell, draft, { contacts, chased: [] }, contactsView);
  };
  return [
    el(
      'section',
      { class: 'card' },
      el('h3', {}, `${count(changes.length, 'customer')} would change`),
      el(
        'p',
        { class: 'hint' },
        `Read: ${found.join(', ')}.${unused.length > 0 ? ` Not read: ${unused.join(', ')}.` : ''}${same > 0 ? ` ${grouped(same)} say the same already.` : ''}`,
      ),
      ...(changes.length > 0 ? [folded(changes.map(changeItem), 'contact-changes')] : []),
      ...(overwriting.length > 0
        ? [
            el(
              'label',
              { class: 'tick' },
              fillOnly,
              ` Only fill what is empty: leave ${count(overwriting.length, 'customer')} with other words as they are`,
            ),
          ]
        : []),
      ...(changes.length > 0
        ? [
            el(
              'div',
              { class: 'actions' },
              button(`Write ${count(cells, 'cell')} of ${count(changes.length, 'customer')}`, write, {
                kind: 'primary',
                busy: 'Writing…',
              }),
            ),
          ]
        : []),
      ...unknownPart(unknown, draft, again),
      ...problemPart(problems),
    ),
  ];
}

function changeItem({ name, cells, overwrites }: ContactChange): HTMLElement {
  return el(
    'li',
    { class: overwrites ? 'overwrites' : '' },
    el('p', { class: 'strong', dir: 'auto' }, name),
    ...cells.map(({ column, before, value }) =>
      el(
        'p',
        { class: 'small' },
        el('span', { class: 'muted' }, `${column}: `),
        before !== '' && el('s', {}, el('span', { class: 'unseen' }, 'now '), before),
        before !== '' && ' ',
        el('span', { dir: 'auto' }, before !== '' && el('span', { class: 'unseen' }, 'then '), value),
      ),
    ),
  );
}
