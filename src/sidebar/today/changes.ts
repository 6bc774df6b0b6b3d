// What changed since yesterday, and who is chased by nobody: a line each on Today, and behind it the list, by what it is.
import type { ChangeItem, ChangesView, TodayView } from '../../entry/sidebar-calls';
import { el } from '../shell/dom';
import { grouped, momentInWords } from '../shell/format';
import type { Shell, View } from '../shell/shell';

/** The line on Today about what changed; nothing where nothing did. */
export function changesLine({ changes, today }: TodayView, shell: Shell): HTMLElement[] {
  return lineTo(changes, 'What changed', today, shell);
}

/** The line on Today about what is overdue and on no ladder; nothing where everything is on one. */
export function unchasedLine({ unchased, today }: TodayView, shell: Shell): HTMLElement[] {
  return lineTo(unchased, 'Chased by nobody', today, shell);
}

function lineTo(told: ChangesView, title: string, today: string, shell: Shell): HTMLElement[] {
  if (told.summary === '') return [];
  const line = el(
    'button',
    { type: 'button', class: 'card changes-line' },
    told.summary,
    el('span', { 'aria-hidden': 'true' }, '›'),
  );
  line.addEventListener('click', () => shell.openPage(listOf(told, title, today), shell.backTo('today')));
  return [line];
}

/** The list, from what Today read. */
function listOf({ summary, items }: ChangesView, title: string, today: string): View {
  const groups = new Map<string, ChangeItem[]>();
  for (const item of items) {
    const group = groups.get(item.what);
    if (group) group.push(item);
    else groups.set(item.what, [item]);
  }
  return (host) => {
    host.replaceChildren(
      el('div', { class: 'view-head' }, el('h2', {}, title)),
      el('p', { class: 'hint' }, summary),
      ...[...groups].map(([what, group]) => section(what, group, today)),
    );
  };
}

function section(what: string, items: readonly ChangeItem[], today: string): HTMLElement {
  return el(
    'section',
    { class: 'card changes' },
    el('h3', {}, what, ' ', el('span', { class: 'badge' }, grouped(items.length))),
    el('ul', {}, ...items.map((item) => changeItem(item, today))),
  );
}

function changeItem({ at, customer, why }: ChangeItem, today: string): HTMLElement {
  return el(
    'li',
    {},
    customer !== '' && el('p', { class: 'wrap strong' }, customer),
    why !== '' && el('p', { class: 'wrap' }, why),
    at !== '' && el('p', { class: 'meta' }, momentInWords(at, today)),
  );
}
