// Personal details: whose have been kept long enough, and erasing them.
import type { ErasableView } from '../../entry/sidebar-calls';
import { button, confirmDialog } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, dayInWords } from '../shell/format';
import type { Shell, View, WayBack } from '../shell/shell';
import { openCard } from './customers';

/** So many are listed at once. */
const SHOWN = 100;

/** Draws the page. */
export const personalDetailsView: View = async (host, shell) => {
  const found = await shell.load(host, 'Looking through the log…', personalDetailsView, 'getErasable');
  if (found) draw(host, found, shell);
};

function draw(host: HTMLElement, { months, customers, asOf }: ErasableView, shell: Shell): void {
  const hint =
    months === 0
      ? 'There is no limit: “Keep personal details for” is empty in Settings. Erase a person on the customer’s card.'
      : `Customers who owe nothing, with whom there was no contact for ${count(months, 'month')}. Others are erased on the customer’s card.`;
  const shown = customers.slice(0, SHOWN);
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Personal details')),
    el('p', { class: 'hint' }, hint),
    customers.length === 0
      ? el('p', { class: 'card muted' }, 'Nobody’s details have to be erased.')
      : el(
          'section',
          { class: 'card' },
          el('ul', { class: 'plain-list' }, ...shown.map((one) => item(one, asOf, shell))),
          customers.length > SHOWN ? el('p', { class: 'muted' }, `${customers.length - SHOWN} more.`) : null,
          button(
            `Erase the details of ${count(customers.length, 'customer')}`,
            () => eraseAll(host, customers, shell),
            {
              kind: 'plain',
              busy: 'Erasing…',
            },
          ),
        ),
  );
}

function item({ key, name, last }: ErasableView['customers'][number], today: string, shell: Shell): HTMLElement {
  const back: WayBack = { tab: 'more', label: 'Personal details', press: () => shell.openPage(personalDetailsView) };
  return el(
    'li',
    {},
    button(name, () => openCard(key, shell, back), { kind: 'quiet', name: `Open the card of ${name}` }),
    el('p', { class: 'muted' }, `Last entry ${dayInWords(last, today)}`),
  );
}

async function eraseAll(host: HTMLElement, customers: ErasableView['customers'], shell: Shell): Promise<void> {
  const what =
    'Contact, addresses, phone and notes leave AR Customers and the log; of those whom the invoice sheet no longer names the name goes too. What was done and when stays.';
  const title = `Erase the details of ${count(customers.length, 'customer')}?`;
  if (!(await confirmDialog(title, [what, 'This cannot be undone.'], 'Erase'))) return;
  const result = await shell.ask(
    'erasePersons',
    customers.map(({ key }) => key),
  );
  if (!result || !host.isConnected) return;
  const fresh = await shell.ask('getErasable');
  if (fresh) draw(host, fresh, shell);
  shell.say(result.message);
  const heading = host.querySelector('h2');
  if (heading && shell.focusIsLost()) focusOn(heading);
}
