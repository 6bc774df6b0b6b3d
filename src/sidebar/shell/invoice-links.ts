// A list of invoices, each with a way to its row in the grid and to why it is reminded of, or not.
import type { InvoiceLink } from '../../entry/sidebar-calls';
import { button } from './controls';
import { el } from './dom';
import { dayInWords } from './format';
import type { Shell } from './shell';

/**
 * A list of invoices.
 * @param links in order
 * @param why opens the explanation of one
 */
export function linkList(links: readonly InvoiceLink[], shell: Shell, why: (key: string) => unknown): HTMLElement {
  return el('ul', { class: 'invoice-links' }, ...links.map((link) => linkItem(link, shell, why)));
}

function linkItem(link: InvoiceLink, shell: Shell, why: (key: string) => unknown): HTMLElement {
  const { key, invoice, customer, sheet, row, balance, age, nextDate } = link;
  const show = async (): Promise<void> => {
    const result = await shell.ask('showRow', sheet, row);
    if (result) shell.say(result.message);
  };
  const changes = nextDate === '' ? '' : `changes ${dayInWords(nextDate, shell.today?.today ?? nextDate)}`;
  return el(
    'li',
    {},
    el('p', { class: 'customer', title: customer }, customer),
    el('p', { class: 'wrap' }, `${invoice} · `, el('span', { class: 'figure' }, balance)),
    el('p', { class: 'meta' }, [age, changes].filter((part) => part !== '').join(' · ')),
    el(
      'div',
      { class: 'link-actions' },
      button('Why?', () => why(key), { kind: 'quiet', busy: 'Reading…', name: `Why? ${invoice} of ${customer}` }),
      button('Show row', show, { kind: 'quiet', name: `Show row ${row}: ${invoice}` }),
    ),
  );
}
