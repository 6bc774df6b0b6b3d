// The left of the inbox: seeking, sorting and grouping what waits, and its lines with totals per group and currency.
import { CHANNELS, isSentByUs } from '../../dunning/policy/channels';
import { gravestFirst } from '../../dunning/reminder/look-gravity';
import { formatTotals } from '../../receivables/money';
import { orderInWords } from '../reminder/review-line';
import { button, choice, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { dayInWords, grouped } from '../shell/format';
import type { Shell } from '../shell/shell';
import { showWhose, whose, whoseField } from '../shell/whose';
import {
  filtersOf,
  type InboxGrouping,
  type InboxLine,
  type InboxSection,
  type InboxSort,
  isUndecided,
  valueInWords,
} from './inbox-order';
import type { InboxState } from './inbox-state';

/** What the list tells the inbox. */
export interface ListActs {
  /** A line was chosen. */
  choose: (id: string) => void;
  /** Seeking, sorting or grouping changed: the list is drawn anew. */
  sought: () => void;
  /** Approves all routine ones of a group. */
  approveAll: (section: InboxSection) => Promise<void>;
}

const SORTS: [InboxSort, string][] = [
  ['gravest', 'Most urgent'],
  ['largest', 'Largest'],
  ['oldest', 'Oldest'],
  ['customer', 'Customer'],
];

const GROUPINGS: [InboxGrouping, string][] = [
  ['list', 'By list'],
  ['segment', 'By segment'],
  ['owner', 'By owner'],
  ['kind', 'By kind'],
];

/** The fields above the list; they stay while the list is drawn anew. */
export function seekFields(
  state: InboxState,
  shell: Shell,
  acts: ListActs,
): { element: HTMLElement; refresh: () => void } {
  const search = textInput(state.sought.search, {
    placeholder: 'Customer, invoice, amount   ( / )',
    'aria-label': 'Search',
    maxlength: '100',
  });
  search.type = 'search';
  const change = (next: Partial<InboxState['sought']>): void => {
    state.sought = { ...state.sought, ...next };
    acts.sought();
  };
  search.addEventListener('input', () => change({ search: search.value.trim() }));
  const sort = choice('Order', SORTS, state.sought.sort, (value) => change({ sort: value }));
  const grouping = choice('Groups', GROUPINGS, state.sought.grouping, (value) => change({ grouping: value }));
  const filter = el('select', { 'aria-label': 'Show' });
  filter.addEventListener('change', () => change({ filter: filter.value }));
  const owners = el('div', { class: 'inbox-whose' });
  let drawn = '';
  const refresh = (): void => {
    const lines = state.lines();
    const groups = GROUPINGS.map(([by]) => ({ by, values: filtersOf(lines, by) }));
    const now = JSON.stringify([groups, state.sought.filter, whose()]);
    if (now === drawn) return;
    drawn = now;
    const names = groups.find(({ by }) => by === 'owner')?.values.map(({ value }) => value) ?? [];
    owners.replaceChildren(...[whoseField(names, shell, acts.sought)].filter((one) => one !== null));
    filter.replaceChildren(el('option', { value: '' }, `All that waits (${grouped(lines.length)})`));
    for (const { by, values } of groups) {
      if (values.length < 2) continue;
      const options = values.map(({ value, number }) =>
        el('option', { value: `${by}:${value}` }, `${valueInWords(by, value)} (${grouped(number)})`),
      );
      filter.append(el('optgroup', { label: GROUPINGS.find(([one]) => one === by)?.[1].slice(3) ?? by }, ...options));
    }
    filter.value = state.sought.filter;
    // Nothing of what was filtered by is left.
    if (filter.selectedIndex < 0) change({ filter: '' });
  };
  const element = el(
    'div',
    { class: 'inbox-seek', role: 'search' },
    search,
    owners,
    filter,
    el('div', { class: 'inbox-orders' }, grouping, sort),
  );
  return { element, refresh };
}

/** How late, as short as a narrow list needs it. */
function lateInShort(days: number): HTMLElement | string {
  if (days <= 0) return 'not late';
  return el('span', {}, `${grouped(days)} d`, el('span', { class: 'unseen' }, ' late'));
}

/** The groups with their lines. */
export function sectionList(state: InboxState, asOf: string, acts: ListActs): HTMLElement[] {
  const sections = state.sections();
  if (sections.length === 0) {
    const isAll = state.sought.search === '' && state.sought.filter === '' && whose() === undefined;
    const all = (): void => {
      state.sought = { ...state.sought, search: '', filter: '' };
      showWhose(undefined);
      acts.sought();
    };
    return [
      el('p', { class: 'empty' }, isAll ? 'Nothing waits.' : 'Nothing that waits fits this.'),
      ...(isAll ? [] : [button('Show all', all, { kind: 'quiet' })]),
    ];
  }
  return sections.map((section) => sectionOf(section, state, asOf, acts));
}

function sectionOf(section: InboxSection, state: InboxState, asOf: string, acts: ListActs): HTMLElement {
  const { key, title, lines, asked } = section;
  const isFolded = state.folded.has(key);
  const id = `inbox-${key.replace(/[^\w-]/g, '_')}`;
  const toggle = el(
    'button',
    { type: 'button', class: 'inbox-fold', 'aria-expanded': String(!isFolded), 'aria-controls': id },
    el('span', { class: 'fold-sign', 'aria-hidden': 'true' }, isFolded ? '▸' : '▾'),
    el('span', { class: 'inbox-title', dir: 'auto' }, title),
    el('span', { class: 'badge' }, grouped(lines.length)),
  );
  toggle.addEventListener('click', () => {
    if (isFolded) state.folded.delete(key);
    else state.folded.add(key);
    acts.sought();
  });
  const routine = lines.filter(({ group }) => group === 'routine').length;
  const approve =
    routine > 1 &&
    button(`Approve ${grouped(routine)}`, () => acts.approveAll(section), {
      kind: 'quiet',
      busy: 'Checking…',
      name: `Approve ${grouped(routine)} routine ones of ${title}`,
    });
  const totals = formatTotals(asked);
  const undecided = lines.filter(isUndecided).map(({ line }) => line);
  const order = orderInWords(undecided, state.sought.sort);
  return el(
    'section',
    { class: 'inbox-group', 'aria-label': title },
    el(
      'div',
      { class: 'inbox-group-head' },
      el('h2', {}, toggle),
      approve,
      el('p', { class: 'inbox-total' }, totals),
      order && el('p', { class: 'inbox-total inbox-order' }, order),
    ),
    el('ul', { id, hidden: isFolded }, ...(isFolded ? [] : lines.map((line) => lineItem(line, state, asOf, acts)))),
  );
}

function lineItem(one: InboxLine, state: InboxState, asOf: string, acts: ListActs): HTMLElement {
  const { line, group } = one;
  const isChosen = line.id === state.chosen;
  const way = isSentByUs(line.channel) ? '' : `${CHANNELS[line.channel].title} · `;
  const until = line.state === 'snoozed' ? `until ${dayInWords(line.snoozedUntil ?? '', asOf)}` : '';
  const open = el(
    'button',
    {
      type: 'button',
      class: `inbox-line${isUndecided(one) ? '' : ' decided'}`,
      'data-id': line.id,
      'aria-current': isChosen ? 'true' : null,
      tabindex: isChosen ? 0 : -1,
      title: line.customer,
    },
    el(
      'span',
      { class: 'inbox-row' },
      el('span', { class: 'inbox-customer', dir: 'auto' }, line.customer),
      group === 'approved'
        ? el('span', { class: 'inbox-done' }, '✓ approved')
        : el('span', { class: 'inbox-age' }, until || lateInShort(line.daysLate)),
    ),
    el(
      'span',
      { class: 'inbox-row' },
      el('span', { class: 'inbox-amount' }, line.amounts),
      el('span', { class: 'inbox-meta' }, `${way}${line.stage}`),
    ),
    isUndecided(one) && line.look ? el('span', { class: 'inbox-look' }, gravestFirst(line.look).join(' · ')) : null,
  );
  open.addEventListener('click', () => acts.choose(line.id));
  return el('li', {}, open);
}
