// What is out of the ordinary, and what changed since yesterday: a line each on Today, and behind it the list, by what it is.
import type { AlarmItem, ChangeItem, TodayView } from '../../entry/sidebar-calls';
import { answersView } from '../answers/answers';
import { openCard } from '../customers/customers';
import { policyView } from '../policy/policy';
import { riskView } from '../risk/risk';
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import { grouped, momentInWords } from '../shell/format';
import type { Shell, View, WayBack } from '../shell/shell';

/** The line on Today about what changed; nothing where nothing did. */
export function changesLine({ changes, today }: TodayView, shell: Shell): HTMLElement[] {
  return lineTo(changes, 'What changed', today, shell);
}

/** The line on Today about what is out of the ordinary, who is chased by nobody included; nothing where nothing is. */
export function alarmsLine({ alarms, unchased, today }: TodayView, shell: Shell): HTMLElement[] {
  const items = [...alarms.items, ...unchased.items];
  const summary = [alarms.summary, unchased.summary].find((one) => one !== '') ?? '';
  return lineTo({ summary, items }, 'To look at', today, shell);
}

/** A line, and what stands behind it. */
interface Told {
  summary: string;
  items: readonly (ChangeItem | AlarmItem)[];
}

function lineTo(told: Told, title: string, today: string, shell: Shell): HTMLElement[] {
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
function listOf({ summary, items }: Told, title: string, today: string): View {
  const groups = new Map<string, (ChangeItem | AlarmItem)[]>();
  for (const item of items) {
    const group = groups.get(item.what);
    if (group) group.push(item);
    else groups.set(item.what, [item]);
  }
  const view: View = (host, shell) => {
    const again: WayBack = { tab: 'today', label: title, press: () => shell.openPage(view, shell.backTo('today')) };
    host.replaceChildren(
      el('div', { class: 'view-head' }, el('h2', {}, title)),
      el('p', { class: 'hint' }, summary),
      ...[...groups].map(([what, group]) => section(what, group, today, shell, again)),
    );
  };
  return view;
}

function section(
  what: string,
  items: readonly (ChangeItem | AlarmItem)[],
  today: string,
  shell: Shell,
  back: WayBack,
): HTMLElement {
  return el(
    'section',
    { class: 'card changes' },
    el('h3', {}, what, ' ', el('span', { class: 'badge' }, grouped(items.length))),
    el('ul', {}, ...items.map((item) => changeItem(item, today, shell, back))),
  );
}

function changeItem(item: ChangeItem | AlarmItem, today: string, shell: Shell, back: WayBack): HTMLElement {
  const { at, customer, why } = item;
  return el(
    'li',
    {},
    customer !== '' && el('p', { class: 'wrap strong', dir: 'auto' }, customer),
    why !== '' && el('p', { class: 'wrap' }, why),
    at !== '' && el('p', { class: 'meta' }, momentInWords(at, today)),
    'message' in item && item.message !== undefined && undoButton(item.message, customer, shell),
    wayOn(item, shell, back),
  );
}

/** What a message brought is taken back where it is told, and said there. */
function undoButton(message: string, customer: string, shell: Shell): HTMLElement {
  const place = el('div', { class: 'actions' });
  const undo = async (): Promise<void> => {
    const result = await shell.ask('undoNoticed', message);
    if (!result) return;
    shell.say(result.message);
    place.replaceChildren(el('p', { class: 'meta' }, 'Taken back.'));
  };
  place.append(button('Take back', undo, { busy: 'Taking back…', name: `Take back: ${customer}` }));
  return place;
}

/** The page on which it is seen to. */
function wayOn(item: ChangeItem | AlarmItem, shell: Shell, back: WayBack): HTMLElement | null {
  const { key, customer } = item;
  const quiet = { kind: 'quiet' } as const;
  if (key)
    return button('Open the customer', () => openCard(key, shell, back), {
      ...quiet,
      name: `Open the customer ${customer}`,
    });
  if (!('page' in item)) return null;
  if (item.page === 'review') return button('To Review', () => shell.open('review'), quiet);
  if (item.page === 'risk') return button('To Risk and credit', () => shell.openPage(riskView, back), quiet);
  if (item.page === 'answers') return button('To Answers', () => shell.openPage(answersView, back), quiet);
  return button('To Policy', () => shell.openPage(policyView, back), quiet);
}
