// What changed since yesterday: one line on Today, and behind it the list, by what happened.
import type { ChangeItem, TodayView } from '../../entry/sidebar-calls';
import { el } from '../shell/dom';
import { grouped, momentInWords } from '../shell/format';
import type { Shell, View } from '../shell/shell';

/** The line on Today; nothing where nothing changed. */
export function changesLine({ changes }: TodayView, shell: Shell): HTMLElement[] {
  if (changes.summary === '') return [];
  const line = el(
    'button',
    { type: 'button', class: 'card changes-line' },
    changes.summary,
    el('span', { 'aria-hidden': 'true' }, '›'),
  );
  line.addEventListener('click', () => shell.openPage(changesView, shell.backTo('today')));
  return [line];
}

/** The list, from what Today read. */
const changesView: View = (host, shell) => {
  const { today } = shell;
  const groups = new Map<string, ChangeItem[]>();
  for (const item of today?.changes.items ?? []) {
    const group = groups.get(item.what);
    if (group) group.push(item);
    else groups.set(item.what, [item]);
  }
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'What changed')),
    el('p', { class: 'hint' }, today?.changes.summary ?? ''),
    ...[...groups].map(([what, items]) => group(what, items, today?.today ?? '')),
  );
};

function group(what: string, items: readonly ChangeItem[], today: string): HTMLElement {
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
    el('p', { class: 'meta' }, momentInWords(at, today)),
  );
}
