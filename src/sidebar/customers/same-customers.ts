// Customers that look like one: a person says yes or no, one after the other.
import type { DataCheckView } from '../../entry/sidebar-calls';
import { button } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { count, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';

type Group = DataCheckView['sameCustomers'][number];

/** So many are shown at once; the next comes when one is decided. */
const SHOWN = 8;

/** How a join is taken back. */
const UNDO = 'To undo, take the name out of Aliases in AR Customers.';

/**
 * The list of customers that look like one, with two buttons each that act at once.
 * @param groups most invoices first
 * @param canDecide false before set-up: then they are only shown
 */
export function sameCustomers(groups: readonly Group[], canDecide: boolean, shell: Shell): HTMLElement | null {
  if (groups.length === 0) return null;
  const badge = el('span', { class: 'badge' }, grouped(groups.length));
  const heading = el('h3', {}, 'One customer or several? ', badge);
  const list = el('ul', { class: 'same-customers' });
  const more = el('p', { class: 'muted' });
  const waiting = [...groups];
  let left = groups.length;
  const refill = (): void => {
    while (list.childElementCount < SHOWN && waiting.length > 0) {
      const next = waiting.shift();
      if (next) list.append(groupCard(next, canDecide, shell, decided));
    }
    more.hidden = waiting.length === 0;
    more.replaceChildren(`And ${grouped(waiting.length)} more${canDecide ? ' after these' : ''}.`);
  };
  const decided = (card: HTMLElement): void => {
    left -= 1;
    badge.replaceChildren(grouped(left));
    const next = card.nextElementSibling ?? card.previousElementSibling;
    card.remove();
    refill();
    const goOn = (next ?? list.firstElementChild)?.querySelector('h4');
    if (left === 0) more.replaceChildren('All decided.');
    if (left === 0) more.hidden = false;
    focusOn(goOn instanceof HTMLElement ? goOn : heading);
  };
  refill();
  const hint = canDecide
    ? 'Until you decide, each spelling is reminded by itself.'
    : 'You can say so once Duesheet is set up; until then each spelling is a customer of its own.';
  return el('section', { class: 'problem-group' }, heading, el('p', { class: 'hint' }, hint), list, more);
}

function groupCard(group: Group, canDecide: boolean, shell: Shell, decided: (card: HTMLElement) => void): HTMLElement {
  const { keep, others, why } = group;
  const all = [keep, ...others];
  const names = all.map(({ name }) => name).join(', ');
  const act = async (press: () => Promise<string | undefined>): Promise<void> => {
    const message = await press();
    if (message === undefined) return;
    decided(card);
    shell.say(message);
  };
  const join = (): Promise<void> =>
    act(async () => {
      const result = await shell.ask(
        'joinCustomers',
        keep.key,
        others.map(({ key }) => key),
      );
      return result && `${result.message} ${UNDO}`;
    });
  const apart = (): Promise<void> =>
    act(async () => {
      const result = await shell.ask(
        'keepApart',
        all.map(({ key }) => key),
      );
      return result?.message;
    });
  const card = el(
    'li',
    { class: 'card' },
    el('h4', {}, keep.name),
    el('p', { class: 'meta' }, weightOf(keep)),
    ...others.flatMap((other) => [
      el('p', { class: 'spelling' }, el('span', { class: 'muted' }, 'and '), el('strong', {}, other.name)),
      el('p', { class: 'meta' }, weightOf(other)),
    ]),
    el('p', { class: 'why' }, `${why}.`),
    canDecide &&
      el(
        'div',
        { class: 'actions' },
        button('Yes, one customer', join, { busy: 'Joining…', name: `Yes, one customer: ${names}` }),
        button(`No, ${all.length === 2 ? 'two' : all.length} customers`, apart, {
          busy: 'Noting…',
          name: `No, ${all.length === 2 ? 'two' : all.length} customers: ${names}`,
        }),
      ),
  );
  return card;
}

function weightOf({ invoices, open, waiting }: Group['keep']): string {
  const reminder = waiting === '' ? '' : `, reminder ${waiting}`;
  return `${invoices === 0 ? 'no invoice' : count(invoices, 'invoice')}, ${open === '' ? 'nothing open' : `${open} open`}${reminder}`;
}
