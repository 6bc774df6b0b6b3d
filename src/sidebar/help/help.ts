// The page Help: the tour again, what the product does by itself and what it never does, and where to go on.
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell, View } from '../shell/shell';
import { startTour } from './tour';

const BY_ITSELF = [
  'Looks at your sheet every hour and plans who is due for a reminder.',
  'Takes a reminder back when the invoice is paid, disputed, promised or on hold.',
  'Checks each approved mail once more just before it leaves.',
  'Sends by itself only steps that AR Policy calls “auto”, and only once the workbook is live and Automatic is on.',
  'Tells a customer’s owner before their senior contact is written to.',
  'Writes to whoever sends when something needs a person.',
];

const NEVER = [
  'Writes into your invoice sheet.',
  'Sends a mail twice, or one whose last outcome is not known.',
  'Adds amounts of two currencies.',
  'Reads your mailbox, or sends your data to anybody but the recipients of your mails.',
  'Calls, posts a letter, hands over or threatens by itself.',
];

const KEYS: readonly [string, string][] = [
  ['J, K', 'the next reminder, the one before; on Calls, Sent, Payments, Policy and Texts the next line'],
  ['A', 'approve'],
  ['E', 'edit the mail'],
  ['S', 'put it off'],
  ['/', 'search what waits'],
  ['?', 'all keys of the page'],
];

/** Draws Help. */
export const helpView: View = (host: HTMLElement, shell: Shell) => {
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Help')),
    el('p', { class: 'hint' }, 'Six steps over your own pages; you can leave at any of them.'),
    el(
      'div',
      { class: 'actions' },
      button('Start the tour', () => startTour(shell), { kind: 'primary' }),
    ),
    listed('What it does by itself', BY_ITSELF),
    listed('What it never does', NEVER),
    el(
      'section',
      { class: 'card' },
      el('h3', {}, 'Keys on the desk'),
      el('ul', { class: 'help-list' }, ...KEYS.map(([key, does]) => el('li', {}, el('kbd', {}, key), ` ${does}`))),
    ),
    el(
      'section',
      { class: 'card' },
      el('h3', {}, 'On a phone'),
      el(
        'p',
        {},
        'Google shows no add-on there. Choose a word in the column Decide of AR Queue: approve, not now, treat as done or hold back. It counts with the next hourly run.',
      ),
    ),
  );
};

function listed(title: string, lines: readonly string[]): HTMLElement {
  return el(
    'section',
    { class: 'card' },
    el('h3', {}, title),
    el('ul', { class: 'help-list' }, ...lines.map((line) => el('li', {}, line))),
  );
}
