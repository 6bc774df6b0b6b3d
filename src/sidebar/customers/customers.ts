// The search for customers, and their cards opened from there.
import type { CustomersView } from '../../entry/sidebar-calls';
import { openCustomer } from '../customer/customer';
import { openReminder } from '../reminder/reminder';
import { ReviewState } from '../reminder/review-state';
import { button, field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { count, grouped } from '../shell/format';
import { pageKeys } from '../shell/keys';
import type { Shell, View, WayBack } from '../shell/shell';
import { showWhose, whose, whoseField } from '../shell/whose';
import { ownerForm } from './change-owner';

/** Opens the card of a customer. @param back where its way back leads; the search when left out */
export function openCard(key: string, shell: Shell, back?: WayBack): void {
  const toSearch: WayBack = { tab: 'more', label: 'Customers', press: () => shell.openPage(customersView) };
  const again = (): void => openCard(key, shell, back);
  const open = (id: string): void =>
    openReminder(id, { shell, reviewState: new ReviewState(), back: again, listName: 'customer' });
  openCustomer(key, shell, { back: back ?? toSearch, open });
}

/** What was searched for last: coming back, it is still there. */
let lastSearch = '';

/** So many are shown at first, and so many more at a press. */
const SHOWN = 20;

function asked(): [text: string, owner?: string] {
  const owner = whose();
  return owner === undefined ? [lastSearch] : [lastSearch, owner];
}

/** Search for customers; without a word those with the most overdue. */
export const customersView: View = async (host, shell) => {
  const [text, owner] = asked();
  const found = await shell.load(host, 'Reading the customers…', customersView, 'findCustomers', text, owner);
  if (!found) return;
  const input = textInput(lastSearch, { type: 'search' });
  const results = el('div', { 'aria-live': 'polite' });
  const around = el('div', { class: 'found-around' });
  const show = (view: CustomersView): void => {
    around.replaceChildren(...aroundOf(view, shell, search));
    results.replaceChildren(...resultsOf(view, shell, search));
  };
  const search = async (): Promise<void> => {
    lastSearch = input.value.trim();
    const [words, whom] = asked();
    results.setAttribute('aria-busy', 'true');
    const again = await shell.ask('findCustomers', words, whom);
    results.removeAttribute('aria-busy');
    if (again && results.isConnected) show(again);
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void search();
  });
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Customers')),
    el(
      'div',
      { class: 'search' },
      field('Name, number, address or invoice', input),
      button('Find', search, { kind: 'primary', busy: 'Looking…' }),
    ),
    around,
    results,
  );
  show(found);
  pageKeys(host, shell, { items: '.found-customers .entry', item: 'customer', enter: 'open the card' });
};

/** Whose customers are shown, and what is overdue of each owner's. */
function aroundOf({ owners }: CustomersView, shell: Shell, search: () => Promise<void>): HTMLElement[] {
  const names = owners.map(({ owner }) => owner);
  const choice = whoseField(names, shell, search);
  const rows = [...owners].sort((a, b) => (a.owner < b.owner ? -1 : 1)).map((one) => ownerRow(one, search));
  const totals = el(
    'details',
    { class: 'card owners' },
    el('summary', {}, 'Overdue by owner'),
    el('ul', { class: 'rows-list' }, ...rows),
  );
  return [...(choice ? [choice] : []), ...(owners.length > 1 ? [totals] : [])];
}

function ownerRow({ owner, overdue }: CustomersView['owners'][number], search: () => Promise<void>): HTMLElement {
  const show = (): Promise<void> => {
    showWhose(owner);
    return search();
  };
  const name = owner || 'Nobody’s';
  return el(
    'li',
    { class: 'row-head' },
    button(name, show, { kind: 'quiet', name: `Show the customers of ${owner || 'nobody'}` }),
    el('span', { class: 'figure' }, overdue || 'nothing overdue'),
  );
}

function resultsOf(view: CustomersView, shell: Shell, search: () => Promise<void>): HTMLElement[] {
  const { customers, more } = view;
  if (customers.length === 0) {
    const isAll = whose() === undefined;
    const nobody = !isAll
      ? 'None of the customers of this owner.'
      : lastSearch === ''
        ? 'There are no customers yet.'
        : `Nobody is called “${lastSearch}”, and no invoice is.`;
    return [el('p', { class: 'empty' }, nobody)];
  }
  const place = el('div');
  const list = el('ul', { class: 'found-customers' });
  const rest = `${count(more, 'more customer')}: search for a part of the name.`;
  const hidden = (): number => customers.length - list.childElementCount;
  const showMore = button('', () => add(100));
  const add = (number: number): void => {
    const at = list.childElementCount;
    list.append(...customers.slice(at, at + number).map((one) => el('li', {}, found(one, shell))));
    list.children[at]?.querySelector('button')?.focus();
    showMore.hidden = hidden() === 0;
    showMore.replaceChildren(`Show ${grouped(Math.min(100, hidden()))} more`);
  };
  list.append(...customers.slice(0, SHOWN).map((one) => el('li', {}, found(one, shell))));
  showMore.hidden = hidden() === 0;
  showMore.replaceChildren(`Show ${grouped(Math.min(100, hidden()))} more`);
  const change = button('Change the owner of several…', () => {
    place.replaceChildren(ownerForm(view, shell, search));
    place.querySelector('input')?.focus();
  });
  return [
    el(
      'p',
      { class: 'hint' },
      lastSearch === ''
        ? 'The most overdue first, each beside all that is overdue in its currency.'
        : `Found for “${lastSearch}”.`,
    ),
    list,
    showMore,
    ...(more > 0 ? [el('p', { class: 'muted' }, rest)] : []),
    el('div', { class: 'actions' }, change),
    place,
  ];
}

function found(one: CustomersView['customers'][number], shell: Shell): HTMLElement {
  const { key, name, id, overdue, open, match, owner } = one;
  const sums = overdue !== '' ? `${overdue} overdue` : open !== '' ? `${open} open, nothing overdue` : 'nothing open';
  const whom = owner === '' || owner === whose() ? '' : owner;
  const element = el(
    'button',
    { type: 'button', class: 'entry' },
    el('span', { class: 'entry-label', dir: 'auto' }, name),
    el('span', { class: 'entry-line' }, [id, match, sums, whom].filter((part) => part !== '').join(' · ')),
  );
  element.addEventListener('click', () => openCard(key, shell));
  return element;
}
