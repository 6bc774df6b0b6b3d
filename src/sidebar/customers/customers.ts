// The search for customers, and their cards opened from there.
import type { CustomersView } from '../../entry/sidebar-calls';
import { openCustomer } from '../customer/customer';
import { openReminder } from '../reminder/reminder';
import { ReviewState } from '../reminder/review-state';
import { button, field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { count } from '../shell/format';
import type { Shell, View, WayBack } from '../shell/shell';

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

/** Search for customers; without a word those with the most overdue. */
export const customersView: View = async (host, shell) => {
  const input = textInput(lastSearch, { type: 'search' });
  const results = el('div', { 'aria-live': 'polite' });
  const search = async (): Promise<void> => {
    lastSearch = input.value.trim();
    results.setAttribute('aria-busy', 'true');
    const found = await shell.ask('findCustomers', lastSearch);
    results.removeAttribute('aria-busy');
    if (found && results.isConnected) results.replaceChildren(...resultsOf(found, lastSearch, shell));
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void search();
  });
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Customers')),
    el(
      'div',
      { class: 'search' },
      field('Name, number or invoice', input),
      button('Find', search, { kind: 'primary', busy: 'Looking…' }),
    ),
    results,
  );
  const found = await shell.load(results, 'Reading the customers…', customersView, 'findCustomers', lastSearch);
  if (found) results.replaceChildren(...resultsOf(found, lastSearch, shell));
};

function resultsOf({ customers, more }: CustomersView, searched: string, shell: Shell): HTMLElement[] {
  if (customers.length === 0) {
    const nobody =
      searched === '' ? 'There are no customers yet.' : `Nobody is called “${searched}”, and no invoice is.`;
    return [el('p', { class: 'empty' }, nobody)];
  }
  const rest = `${count(more, 'more customer')}: search for a part of the name.`;
  return [
    el('p', { class: 'hint' }, searched === '' ? 'The most overdue first.' : `Found for “${searched}”.`),
    el('ul', { class: 'found-customers' }, ...customers.map((one) => el('li', {}, found(one, shell)))),
    ...(more > 0 ? [el('p', { class: 'muted' }, rest)] : []),
  ];
}

function found({ key, name, id, overdue, open, match }: CustomersView['customers'][number], shell: Shell): HTMLElement {
  const sums = overdue !== '' ? `${overdue} overdue` : open !== '' ? `${open} open, nothing overdue` : 'nothing open';
  const element = el(
    'button',
    { type: 'button', class: 'entry' },
    el('span', { class: 'entry-label' }, name),
    el('span', { class: 'entry-line' }, [id, match, sums].filter((part) => part !== '').join(' · ')),
  );
  element.addEventListener('click', () => openCard(key, shell));
  return element;
}
