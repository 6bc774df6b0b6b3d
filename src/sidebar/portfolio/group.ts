// The customers and invoices behind a line of the portfolio, each with its way to the card, the row and the reason.
import { openCard } from '../customers/customers';
import { openWhy } from '../explain/why';
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import { count, grouped, lateness } from '../shell/format';
import { linkList } from '../shell/invoice-links';
import type { Shell, View, WayBack } from '../shell/shell';

/** Which line it is. */
export interface GroupPlace {
  by: string;
  key: string;
  currency: string;
  /** What it is called: `Region: North`. */
  title: string;
}

/** Opens what a line is made of. @param back where its way back leads */
export function openGroup(place: GroupPlace, shell: Shell, back: WayBack): void {
  const { by, key, currency, title } = place;
  const again: WayBack = { ...back, label: title, press: () => openGroup(place, shell, back) };
  const view: View = async (host) => {
    const found = await shell.load(host, 'Reading what it is made of…', view, 'getPortfolioRows', by, key, currency);
    if (!found) return;
    const { customers, moreCustomers, invoices, moreInvoices } = found;
    const customer = (one: (typeof customers)[number]): HTMLElement => {
      const late = one.overdue === '' ? 'nothing overdue' : `${one.overdue} overdue, ${lateness(one.oldest)}`;
      return el(
        'li',
        {},
        button(one.name, () => openCard(one.key, shell, again), {
          kind: 'quiet',
          name: `Open the card of ${one.name}`,
        }),
        el('p', { class: 'small muted' }, `${one.open} open, ${late}`),
      );
    };
    host.classList.add('portfolio-group');
    host.replaceChildren(
      el('div', { class: 'view-head' }, el('h2', { class: 'wrap', dir: 'auto' }, title)),
      el('p', { class: 'hint' }, `In ${currency}.`),
      customers.length > 0 ? el('h3', {}, count(customers.length + moreCustomers, 'customer')) : '',
      el('ul', { class: 'portfolio-lines' }, ...customers.map(customer)),
      moreCustomers > 0 ? el('p', { class: 'muted' }, `and ${grouped(moreCustomers)} more.`) : '',
      el('h3', {}, count(invoices.length + moreInvoices, 'invoice')),
      invoices.length > 0
        ? linkList(invoices, shell, (invoice) => openWhy(invoice, shell, again))
        : el('p', { class: 'empty' }, 'Nothing is open in it any more.'),
      ...(moreInvoices > 0 ? [el('p', { class: 'muted' }, `and ${grouped(moreInvoices)} more.`)] : []),
    );
  };
  shell.openPage(view, back);
}
