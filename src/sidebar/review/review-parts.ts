// What stands around the list of Review: seeking and sorting, decisions made in the sheet, the keys.
import { segmentAtStart } from '../../receivables/segment-words';
import type { ReviewState, Sought } from '../reminder/review-state';
import { button, choice, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { grouped } from '../shell/format';
import type { Shell } from '../shell/shell';
import { showWhose, whoseField } from '../shell/whose';

/** A list of so many is seen whole and needs no seeking. */
const SEEN_WHOLE = 10;

/** After this long without another key what was typed is sought. */
const TYPED_MS = 400;

const SORTS: [Sought['sort'], string][] = [
  ['gravest', 'Most urgent first'],
  ['largest', 'Largest first'],
  ['oldest', 'Oldest first'],
  ['customer', 'By customer'],
];

/**
 * The fields by which the list is sought and sorted, with how many were found; none for a short list.
 * @param seek reads the list anew
 */
export function seeker(reviewState: ReviewState, shell: Shell, seek: () => void): HTMLElement[] {
  const { page, sought } = reviewState;
  if (!page || (page.waiting <= SEEN_WHOLE && !reviewState.isSought())) return [];
  const change = (next: Partial<Sought>): void => {
    reviewState.sought = { ...reviewState.sought, ...next };
    seek();
  };
  const search = textInput(reviewState.typed, {
    placeholder: 'Customer or invoice',
    'aria-label': 'Search',
    maxlength: '100',
  });
  search.type = 'search';
  search.dataset['seek'] = 'search';
  let waiting = 0;
  const typed = (): void => {
    window.clearTimeout(waiting);
    const words = reviewState.typed.trim();
    if (search.isConnected && words !== reviewState.sought.search) change({ search: words });
  };
  const soon = (): void => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(typed, TYPED_MS);
  };
  search.addEventListener('input', () => {
    reviewState.typed = search.value;
    soon();
  });
  search.addEventListener('change', typed);
  // What was typed on while the list was read is sought next.
  if (reviewState.typed.trim() !== sought.search) soon();
  const sort = choice('Order', SORTS, sought.sort, (value) => change({ sort: value }), { 'data-seek': 'sort' });
  const segments: [string, string][] = [
    ['', 'All customers'],
    ...page.segments.map((one): [string, string] => [one, segmentAtStart(one)]),
  ];
  const segment = choice('Kind of customer', segments, sought.segment, (value) => change({ segment: value }), {
    'data-seek': 'segment',
  });
  const owners = whoseField(page.owners, shell, () => change({}));
  const found = reviewState.groups().reduce((sum, { total }) => sum + total, 0);
  return [
    el(
      'div',
      { class: 'seek', role: 'search' },
      search,
      el('div', {}, sort, page.segments.length > 1 && segment),
      owners,
    ),
    ...(reviewState.isSought()
      ? [
          foundLine(found, page.waiting, () => {
            reviewState.typed = '';
            showWhose(undefined);
            change({ search: '', segment: '' });
          }),
        ]
      : []),
  ];
}

function foundLine(found: number, waiting: number, all: () => void): HTMLElement {
  const text = found === 0 ? 'Nothing that waits fits this.' : `${grouped(found)} of ${grouped(waiting)} that wait.`;
  return el('p', { class: 'found', 'aria-live': 'polite' }, `${text} `, button('Show all', all, { kind: 'quiet' }));
}

/** Acts on the column Decide. @param reload reads the list anew */
export function gridCard(shell: Shell, reload: () => Promise<void>): HTMLElement {
  const apply = async (): Promise<void> => {
    const result = await shell.ask('applyGrid');
    if (!result) return;
    shell.say(result.message);
    if (result.changed > 0) await reload();
  };
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, 'Decided in the sheet?'),
    el('p', { class: 'hint' }, 'What was chosen in the column Decide of AR Queue is taken every hour, or now.'),
    button('Apply now', apply, { busy: 'Applying…', name: 'Apply now the decisions in AR Queue' }),
  );
}

const KEYS: [string, string][] = [
  ['Tab', 'to a list, and from a line’s name to its button'],
  ['↑ ↓', 'to the line above or below'],
  ['Home, End', 'to the first or last line'],
  ['Enter', 'opens the line, or presses its button'],
  ['Esc', 'goes back from a reminder to its line'],
];

/** Which key does what. */
export function keyboardHelp(): HTMLElement {
  return el(
    'details',
    { class: 'card keys' },
    el('summary', {}, 'Keyboard'),
    el('ul', {}, ...KEYS.map(([key, does]) => el('li', {}, el('kbd', {}, key), ` ${does}`))),
  );
}

/** Why nothing waits: the day is done, or nobody has planned it, as where no hourly check has run today. */
export function whyNothing({ today }: Shell): string {
  const usual = 'When an invoice reaches its next step, its customer appears here on the morning of that day.';
  if (!today?.ready || today.heartbeat?.at.startsWith(today.today)) return usual;
  return 'No hourly check has run today. “Look again” plans the day now.';
}
