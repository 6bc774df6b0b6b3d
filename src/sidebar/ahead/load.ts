// The page Load: what each owner has open and to do, what nobody has, and whether the large accounts get the time they should.
import { CHANNELS } from '../../dunning/policy/channels';
import type { WorkKind } from '../../entry/sidebar-calls';
import { isoOf } from '../../receivables/day';
import { formatTotals, type Totals } from '../../receivables/money';
import { readAgain, readAhead } from '../expected/read-ahead';
import { pill } from '../shell/controls';
import { el } from '../shell/dom';
import { factList } from '../shell/fact-list';
import { count, dayInWords } from '../shell/format';
import type { View } from '../shell/shell';
import { roundMoney } from './cash-chart';
import { type AccountClass, accountClasses, loadOf, type OwnerLoad } from './load-figures';

/** Draws the page. */
export const loadView: View = async (host, shell) => {
  const ahead = await readAhead(host, shell, loadView, true);
  if (!ahead?.work) return;
  const loads = loadOf(ahead, ahead.work);
  const asOf = isoOf(ahead.asOf);
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Load'), el('span', { class: 'muted' }, dayInWords(asOf, ''))),
    el(
      'p',
      { class: 'hint' },
      'What each owner has open and to do in the next five business days if nobody pays, and what is expected within four weeks. Portfolios differ, so nobody is ranked. The minutes are settings.',
    ),
    el('div', { class: 'actions' }, readAgain(host, shell, loadView)),
    ...(loads.length === 0
      ? [el('p', { class: 'empty' }, 'Nothing is open and nothing waits.')]
      : [
          el('div', { class: 'load-list' }, ...loads.map((load) => ownerCard(load, asOf))),
          classesCard(accountClasses(ahead, ahead.work)),
        ]),
  );
};

function ownerCard(load: OwnerLoad, asOf: string): HTMLElement {
  const { owner, customers, open, overdue, expected, minutes, capacity, kept, oldest } = load;
  const name = owner || 'Nobody’s';
  return el(
    'section',
    { class: 'card', 'aria-label': `Load: ${name}` },
    el(
      'div',
      { class: 'card-head' },
      el('h3', { class: 'wrap', dir: 'auto' }, name),
      owner === '' ? pill('unassigned', 'warn') : null,
    ),
    el('p', {}, el('span', { class: 'strong' }, hoursInWords(minutes)), ` ${kindsInWords(load)}`),
    factList([
      { label: 'Week', value: capacity === null ? '' : capacityInWords(capacity, minutes) },
      { label: 'Customers', value: String(customers) },
      { label: 'Open', value: told(open) },
      { label: 'Overdue', value: told(overdue) },
      { label: 'In 4 weeks', value: expectedInWords(expected) },
      { label: 'Done in time', value: kept.due === 0 ? '' : keptInWords(kept) },
      {
        label: 'Waits longest',
        value: oldest === null ? '' : `${oldest.customer}, since ${dayInWords(oldest.since, asOf)}`,
      },
    ]),
  );
}

/** How full a week is. @example capacityInWords(1.25, 1500) // '125 % of the time for collecting (20.0 h): more than there is' */
export function capacityInWords(capacity: number, minutes: number): string {
  const percent = Math.round(capacity * 100);
  const hours = capacity > 0 ? ` (${hoursInWords(minutes / capacity)})` : '';
  return `${percent} % of the time for collecting${hours}${capacity > 1 ? ': more than there is' : ''}`;
}

function told(totals: Totals): string {
  return Object.keys(totals).length === 0 ? '' : formatTotals(totals);
}

function expectedInWords(expected: Totals): string {
  const sums = Object.entries(expected).filter(([, minor]) => minor > 0);
  sums.sort(([a], [b]) => (a < b ? -1 : 1));
  return sums.map(([currency, minor]) => roundMoney(minor, currency)).join(', ');
}

function keptInWords({ due, done }: OwnerLoad['kept']): string {
  return `${done} of ${due} of the last 30 days, within two business days`;
}

/** Minutes as people say them. @example hoursInWords(135) // '2.3 h' */
export function hoursInWords(minutes: number): string {
  return minutes < 60 ? `${Math.round(minutes)} min` : `${(minutes / 60).toFixed(1)} h`;
}

const DISPUTE: [one: string, many: string] = ['dispute', 'disputes'];

function nounOf(kind: WorkKind): [one: string, many: string] {
  if (kind === 'dispute') return DISPUTE;
  const { noun } = CHANNELS[kind];
  return [noun, `${noun}s`];
}

function kindsInWords({ kinds }: OwnerLoad): string {
  if (kinds.length === 0) return 'Nothing to do.';
  return `for ${kinds.map(({ kind, number }) => count(number, ...nounOf(kind))).join(', ')}`;
}

/** Accounts by size, with the time they get and the time they should. */
function classesCard(classes: readonly AccountClass[]): HTMLElement {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const heads = ['Accounts', 'Customers', 'Open', 'Time', 'Should be'];
  return el(
    'section',
    { class: 'card', 'aria-label': 'Time by size of account' },
    el('h3', {}, 'Does the time go where the money is?'),
    el(
      'p',
      { class: 'hint' },
      'A: the largest, four fifths of what is open. B: the next 15 %. C: the rest. Half of the time for A and a quarter for B is a fair share.',
    ),
    el(
      'div',
      { class: 'cash-table', tabindex: '0', role: 'group', 'aria-label': 'Time by size of account' },
      el(
        'table',
        {},
        el('caption', { class: 'unseen' }, 'Accounts by size and the time they get'),
        el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
        el(
          'tbody',
          {},
          ...classes.map(({ name, customers, open, minutes, share, should }) =>
            el(
              'tr',
              {},
              el('th', { scope: 'row' }, name),
              el('td', {}, String(customers)),
              el('td', { class: 'wrap' }, told(open)),
              el('td', {}, share === null ? '' : `${percent(share)} (${hoursInWords(minutes)})`),
              el('td', {}, percent(should)),
            ),
          ),
        ),
      ),
    ),
  );
}
