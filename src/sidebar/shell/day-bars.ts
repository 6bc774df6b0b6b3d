// Days with their contacts as a table with bars; a day opens to show who is contacted.
import { CHANNEL_NAMES, CHANNELS, countsInWords } from '../../dunning/policy/channels';
import type { ForecastDayView } from '../../entry/sidebar-calls';
import { button } from './controls';
import { el, focusOn } from './dom';
import { dayInWords, grouped } from './format';

const KINDS = CHANNEL_NAMES.map((channel) => CHANNELS[channel]);

/**
 * The days as a table.
 * @param days business days in order; those without a contact are left out at the end only
 * @param asOf today, `YYYY-MM-DD`
 * @param caption what the table shows, for a screen reader
 */
export function dayTable(days: readonly ForecastDayView[], asOf: string, caption: string): HTMLElement {
  const last = days.reduce((at, { customers }, index) => (customers > 0 ? index : at), -1);
  const shown = days.slice(0, last + 1);
  if (shown.length === 0) return el('p', { class: 'empty' }, 'Nobody is contacted in these days.');
  const most = Math.max(...shown.map(({ customers }) => customers));
  return el(
    'table',
    { class: 'day-bars' },
    el('caption', { class: 'unseen' }, caption),
    el(
      'thead',
      { class: 'unseen' },
      el('tr', {}, el('th', { scope: 'col' }, 'Day'), el('th', { scope: 'col' }, 'Contacts')),
    ),
    el('tbody', {}, ...shown.flatMap((day) => dayRows(day, most, asOf))),
  );
}

function dayRows(day: ForecastDayView, most: number, asOf: string): HTMLElement[] {
  const name = dayInWords(day.day, asOf);
  const cell = el(
    'td',
    {},
    bar(day, most),
    el('span', { class: 'small' }, countsInWords(day, grouped).join(', ') || 'nobody'),
  );
  if (day.customers === 0) return [el('tr', {}, el('th', { scope: 'row' }, name), cell)];
  const details = el('tr', { class: 'day-contacts', hidden: true }, el('td', { colspan: 2 }));
  const toggle = el('button', { type: 'button', class: 'day-toggle', 'aria-expanded': 'false' }, name);
  toggle.addEventListener('click', () => {
    const opens = details.hidden;
    details.hidden = !opens;
    toggle.setAttribute('aria-expanded', String(opens));
    const place = details.querySelector('td');
    if (opens && place && place.childElementCount === 0) place.append(...contactList(day));
  });
  return [el('tr', {}, el('th', { scope: 'row' }, toggle), cell), details];
}

function bar(day: ForecastDayView, most: number): HTMLElement {
  const parts = KINDS.filter(({ counted }) => day[counted] > 0).map(({ counted }) => {
    const part = el('span', { class: `bar-${counted}` });
    part.style.width = `${(100 * day[counted]) / Math.max(1, most)}%`;
    return part;
  });
  return el('span', { class: 'bar', 'aria-hidden': 'true' }, ...parts);
}

/** So many contacts of a day are drawn at once. */
const SHOWN = 25;

function contactList({ contacts, customers }: ForecastDayView): HTMLElement[] {
  const list = el('ul', {});
  const more = button('Show more', () => add(), { kind: 'quiet' });
  const unnamed = customers - contacts.length;
  const rest = el('p', { class: 'hint', hidden: true }, `and ${grouped(unnamed)} more.`);
  const add = (): void => {
    const from = list.childElementCount;
    list.append(...contacts.slice(from, from + SHOWN).map(contactItem));
    const left = contacts.length - list.childElementCount;
    more.textContent = `Show ${Math.min(left, SHOWN)} more of ${grouped(left)}`;
    more.hidden = left <= 0;
    rest.hidden = left > 0 || unnamed <= 0;
    // The button that disappears leaves the keyboard at what it brought.
    if (from > 0 && more.hidden) focusOn(list);
  };
  add();
  return [list, more, rest];
}

function contactItem({ customer, channel, stage, amounts }: ForecastDayView['contacts'][number]): HTMLElement {
  return el(
    'li',
    {},
    el('span', { class: 'strong' }, customer),
    el('span', { class: 'small muted' }, ` ${CHANNELS[channel].title}, ${stage}: ${amounts}`),
  );
}

/** What the colours of the bars mean. */
export function barLegend(): HTMLElement {
  return el(
    'p',
    { class: 'small muted bar-legend', 'aria-hidden': 'true' },
    ...KINDS.map(({ counted, noun }) => el('span', {}, el('span', { class: `bar-key bar-${counted}` }), ` ${noun}s`)),
  );
}
