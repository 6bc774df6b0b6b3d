// Promises and disputes: how each stands, who waits for whom, and how to end them.
import type { DisputeView, PromisesView, PromiseView } from '../../entry/sidebar-calls';
import { resolveRow } from '../customer/customer-parts';
import { button, pill, type Tone } from '../shell/controls';
import { el, focusOn } from '../shell/dom';
import { dayInWords, grouped } from '../shell/format';
import type { Shell, View, WayBack } from '../shell/shell';
import { openCard } from './customers';

/** So many of a kind are drawn at once. */
const SHOWN = 50;

/** Draws promises and disputes. */
export const promisesView: View = async (host, shell) => {
  const found = await shell.load(host, 'Reading promises and disputes…', promisesView, 'getPromises');
  if (found) draw(host, found, shell);
};

function draw(host: HTMLElement, view: PromisesView, shell: Shell): void {
  const { promises, disputes, asOf } = view;
  const changed = async (message: string): Promise<void> => {
    const fresh = await shell.ask('getPromises');
    if (fresh && host.isConnected) draw(host, fresh, shell);
    shell.say(message);
    const heading = host.querySelector('h2');
    if (heading && shell.focusIsLost()) focusOn(heading);
    void shell.refreshToday();
  };
  const hint = 'New ones are noted on the customer’s card, or with the outcome of a call.';
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Promises and disputes')),
    el('p', { class: 'hint' }, hint),
    ...group('Disputes', 'No dispute is open.', disputes, (one) => disputeItem(one, asOf, shell, changed)),
    ...group('Promises', 'No promise is open.', promises, (one) => promiseItem(one, asOf, shell, changed)),
  );
}

type Changed = (message: string) => Promise<void>;

function group<T>(title: string, none: string, items: readonly T[], drawn: (item: T) => HTMLElement): HTMLElement[] {
  const heading = el('h3', {}, title, ' ', el('span', { class: 'badge' }, grouped(items.length)));
  if (items.length === 0)
    return [el('section', { class: 'problem-group' }, heading, el('p', { class: 'empty' }, none))];
  const list = el('ul', {});
  const more = button('', () => add(), { kind: 'quiet' });
  const add = (): void => {
    const from = list.childElementCount;
    list.append(...items.slice(from, from + SHOWN).map(drawn));
    const left = items.length - list.childElementCount;
    more.textContent = `Show ${Math.min(left, SHOWN)} more of ${left}`;
    more.hidden = left <= 0;
  };
  add();
  return [el('section', { class: 'problem-group' }, heading, list, more)];
}

function nameOf({ customer, customerKey }: { customer: string; customerKey: string }, shell: Shell): HTMLElement {
  if (customerKey === '') return el('span', { class: 'strong' }, customer);
  const back: WayBack = { tab: 'more', label: 'Promises', press: () => shell.openPage(promisesView) };
  return button(customer, () => openCard(customerKey, shell, back), {
    kind: 'quiet',
    name: `Open the card of ${customer}`,
  });
}

const STATES: Record<PromiseView['state'], [string, Tone]> = {
  open: ['Open', 'info'],
  kept: ['Kept', 'good'],
  'partly kept': ['Partly kept', 'warn'],
  broken: ['Broken', 'bad'],
  cancelled: ['Cancelled', 'calm'],
  unreadable: ['Cannot be read', 'bad'],
};

/** What it is about. @param all the words where neither an amount nor an invoice was named */
function about({ amount, invoice }: { amount: string; invoice: string }, all: string): string {
  if (invoice === '') return amount || all;
  return amount === '' ? `All of invoice ${invoice}` : `${amount} of invoice ${invoice}`;
}

function promiseItem(one: PromiseView, asOf: string, shell: Shell, changed: Changed): HTMLElement {
  const [words, tone] = STATES[one.state];
  const what = about(one, 'All that was open');
  const cancel = async (): Promise<void> => {
    const result = await shell.ask('cancelPromise', one.row, one.seen);
    if (result) await changed(result.message);
  };
  return el(
    'li',
    { class: 'card agreement' },
    el('div', { class: 'row-head' }, nameOf(one, shell), pill(words, tone)),
    el('p', {}, what),
    one.promisedOn !== '' && el('p', {}, `Promised for ${dayInWords(one.promisedOn, asOf)}`),
    one.plan !== '' && el('p', { class: 'hint' }, one.plan),
    one.received !== '' && el('p', { class: 'figure' }, `Received: ${one.received}`),
    el('p', { class: 'hint' }, one.stands),
    one.note !== '' && el('p', { class: 'hint wrap' }, one.note),
    one.state === 'open' &&
      one.customerKey !== '' &&
      button(one.plan === '' ? 'Cancel the promise' : 'Cancel the plan', cancel, { kind: 'quiet', busy: 'Working…' }),
  );
}

function disputeItem(one: DisputeView, asOf: string, shell: Shell, changed: Changed): HTMLElement {
  const [words, tone]: [string, Tone] =
    one.resolved !== ''
      ? ['Resolved', 'calm']
      : one.late
        ? ['Late', 'bad']
        : [one.kind === 'query' ? 'Query' : 'Open', 'warn'];
  const opened = one.opened === '' ? '' : `since ${dayInWords(one.opened, asOf)}`;
  return el(
    'li',
    { class: 'card agreement' },
    el('div', { class: 'row-head' }, nameOf(one, shell), pill(words, tone)),
    el('p', {}, [about(one, 'Everything'), opened].filter((part) => part !== '').join(', ')),
    one.reason !== '' &&
      el('p', { class: 'wrap' }, [one.reason, one.department].filter((part) => part !== '').join(' · ')),
    el('p', { class: 'hint' }, one.stands),
    one.outcome !== '' && el('p', { class: 'hint wrap' }, one.outcome),
    one.resolved === '' && one.customerKey !== '' && resolveRow(one, { asOf }, shell, changed),
  );
}
