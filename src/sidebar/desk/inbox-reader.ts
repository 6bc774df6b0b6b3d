// The middle and the right of the inbox: the reminder as it will look, and the customer, the invoices and why beside it.
import { isSentByUs } from '../../dunning/policy/channels';
import type { ReminderView } from '../../entry/sidebar-calls';
import { historyCard } from '../customer/customer-lists';
import { addressCard } from '../reminder/reminder';
import { decisionForms, type Finish, outcomeForm } from '../reminder/reminder-forms';
import { invoiceTable } from '../reminder/reminder-invoices';
import { CLOSED, type Draft } from '../reminder/reminder-mail';
import { letter, reminderFacts, whyCard } from '../reminder/reminder-parts';
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import { factList } from '../shell/fact-list';
import type { Shell } from '../shell/shell';

/** What the reader needs of the inbox. */
export interface ReaderActs {
  /** Approves what is read; false where there is nothing to approve. */
  approve: () => unknown;
  /** How many routine ones are written in the same text as what is read, and approving them all. */
  kind: { number: number; approve: () => Promise<void> };
  /** Takes the approval of what is read back. */
  takeBack: () => Promise<void>;
  /** Gives the second approval. */
  second: () => Promise<void>;
  /** What follows a decision. */
  finish: Finish;
  /** Shows what the server made of an edit. */
  changed: (view: ReminderView) => void;
  openCustomer: (reminder: ReminderView) => void;
  step: (by: 1 | -1) => void;
  /** Where it stands: `3 of 17`. */
  place: string;
  /** Says what the keys do. */
  help: () => void;
}

/** An opened reminder in the inbox. */
export interface Reading {
  middle: HTMLElement[];
  right: HTMLElement[];
  draft: Draft;
}

/** Draws a reminder; `isApproved` where its approval is on its way. */
export function reading(reminder: ReminderView, shell: Shell, isApproved: boolean, acts: ReaderActs): Reading {
  const draft: Draft = { ...CLOSED, typed: () => {} };
  const asOf = shell.today?.today ?? reminder.plannedOn;
  const { state, second } = reminder;
  const open = state === 'planned' || state === 'approved' || state === 'snoozed';
  const isByHand = !isSentByUs(reminder.channel);
  const middle = [
    el(
      'div',
      { class: 'reader-head' },
      el(
        'div',
        { class: 'reader-top' },
        el('h1', { class: 'customer-name', dir: 'auto', tabindex: '-1' }, reminder.customer),
        el(
          'div',
          { class: 'reader-steps' },
          el('span', { class: 'muted small' }, acts.place),
          button('↑', () => acts.step(-1), { kind: 'quiet', name: 'The one before (K)' }),
          button('↓', () => acts.step(1), { kind: 'quiet', name: 'The next one (J)' }),
          button('?', acts.help, { kind: 'quiet', name: 'Keys (?)' }),
        ),
      ),
      reminderFacts(isApproved && state === 'planned' ? { ...reminder, state: 'approved' } : reminder, asOf),
    ),
    el(
      'div',
      { class: 'reader-body' },
      ...letter(reminder, { shell, draft, redraw: acts.changed }),
      ...(isByHand && open && second.needs === '' ? [outcomeForm(reminder, shell, asOf, acts.finish)] : []),
      ...addressCard(reminder, shell, acts.finish),
    ),
    actionBar(reminder, isApproved, draft, acts),
  ];
  const right = [
    ...(open || state === 'needs-fix' ? [decisionForms(reminder, shell, asOf, acts.finish)] : []),
    customerCard(reminder, shell, acts),
    invoiceTable(reminder, shell, asOf),
    whyCard(reminder),
  ];
  // Deciding comes last in reading order.
  right.push(...right.splice(0, open || state === 'needs-fix' ? 1 : 0));
  return { middle, right, draft };
}

function actionBar(reminder: ReminderView, isApproved: boolean, draft: Draft, acts: ReaderActs): HTMLElement {
  const { state, second, channel, canEdit } = reminder;
  const parts: HTMLElement[] = [];
  if (second.needs !== '') parts.push(el('p', { class: 'muted' }, second.needs));
  if (isApproved || state === 'approved') {
    if (second.mayApprove)
      parts.push(button('Approve as second person', acts.second, { kind: 'primary', busy: 'Approving…' }));
    parts.push(button('Undo the approval', acts.takeBack, { busy: 'Undoing…' }));
  } else if (state === 'planned' && (isSentByUs(channel) || second.needs !== '')) {
    const press = button('Approve', acts.approve, { kind: 'primary' });
    press.append(keyOf('A'));
    draft.typed = () => press.replaceChildren(draft.unsaved() ? 'Save and approve' : 'Approve', keyOf('A'));
    parts.push(press);
    const { number, approve } = acts.kind;
    if (number > 1)
      parts.push(
        button(`All ${number} of this kind`, approve, {
          busy: 'Checking…',
          name: `Approve all ${number} of this kind`,
        }),
      );
  }
  if (canEdit && isSentByUs(channel)) parts.push(keyed('Edit', 'E', () => openEditor()));
  if (state === 'planned' || state === 'approved') parts.push(keyed('Later…', 'S', () => openLater()));
  return el('div', { class: 'reader-bar' }, ...parts);
}

function keyed(label: string, key: string, press: () => unknown): HTMLElement {
  const element = button(label, press);
  element.append(keyOf(key));
  return element;
}

function keyOf(key: string): HTMLElement {
  return el('kbd', { 'aria-hidden': 'true' }, key);
}

/** Opens the editor of the mail that is read. */
export function openEditor(): void {
  document.querySelector<HTMLElement>('.reader-body [data-part="edit"]')?.click();
}

/** Opens "Not now, until…" with the keyboard on the day. */
export function openLater(): void {
  const fold = document.querySelector('.inbox-right .forms details');
  if (!(fold instanceof HTMLDetailsElement)) return;
  // Beside a mail as on a large screen there is no room for it.
  if (document.querySelector('.preview.large'))
    document.querySelector<HTMLElement>('.mail .card-head .button')?.click();
  fold.open = true;
  fold.scrollIntoView({ block: 'nearest' });
  fold.querySelector<HTMLElement>('input')?.focus();
}

function customerCard(reminder: ReminderView, shell: Shell, acts: ReaderActs): HTMLElement {
  const place = el('div');
  const history = async (): Promise<void> => {
    const customer = await shell.ask('getCustomer', reminder.customerKey);
    if (!customer || !place.isConnected) return;
    const card = historyCard(customer, shell, async (message) => shell.say(message));
    card.setAttribute('open', '');
    place.replaceChildren(card);
  };
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, 'Customer'),
    factList(reminder.customerFacts),
    el(
      'div',
      { class: 'card-links' },
      button('Open the card', () => acts.openCustomer(reminder), {
        kind: 'quiet',
        name: `Open the card of ${reminder.customer}`,
      }),
      button('History', history, { kind: 'quiet', busy: 'Reading…' }),
    ),
    place,
  );
}
