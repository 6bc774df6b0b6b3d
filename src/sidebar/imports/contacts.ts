// The page for a list of contacts: pasted, compared with AR Customers, shown customer by customer, and written once confirmed.
import type { ImportView } from '../../entry/sidebar-calls';
import { button } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';
import { CONTACT_COLUMNS } from './contact-columns';
import { type ContactChange, type ContactList, contactList } from './contact-list';
import { folded, type ListDraft, pasteForm, problemPart, sendList, unknownPart } from './list-form';

/** What was pasted last: coming back, it is still there. */
let draft: ListDraft = { text: '', meant: new Map() };

const HINT = `With its row of headers: Customer (or Customer ID), and any of ${CONTACT_COLUMNS.join(', ')}.`;

/** Draws the page. */
export async function contactsView(host: HTMLElement, shell: Shell): Promise<void> {
  const view = await shell.load(host, 'Reading the customers…', contactsView, 'getImport');
  if (view) new Contacts(host, shell, view).draw();
}

class Contacts {
  private readonly result = el('div', { 'aria-live': 'polite' });

  constructor(
    private readonly host: HTMLElement,
    private readonly shell: Shell,
    private readonly view: ImportView,
  ) {}

  draw(): void {
    this.host.replaceChildren(
      el('div', { class: 'view-head' }, el('h2', {}, 'Bring in contacts')),
      el(
        'p',
        { class: 'hint' },
        'Contacts, kinds of debtor, who pays for whom, and who agreed to WhatsApp. Nothing is written before you have seen it.',
      ),
      pasteForm(draft, this.shell, HINT, () => this.compare()),
      this.result,
    );
    if (draft.text.trim() !== '') this.compare();
  }

  private compare(): void {
    const list = contactList(draft.text, this.view, draft.meant);
    if ('message' in list) {
      this.result.replaceChildren();
      this.shell.alert(list.message);
      return;
    }
    this.result.replaceChildren(...this.resultOf(list));
  }

  private resultOf(list: ContactList): HTMLElement[] {
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
      const said = await sendList(this.shell, { contacts, chased: [] });
      if (said === undefined || !this.host.isConnected) return;
      draft = { text: '', meant: new Map() };
      await contactsView(this.host, this.shell);
      this.shell.say(said);
      void this.shell.refreshToday();
      const heading = this.host.querySelector('h2');
      if (heading && this.shell.focusIsLost()) focusOn(heading);
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
        ...unknownPart(unknown, draft, () => this.compare()),
        ...problemPart(problems),
      ),
    ];
  }
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
