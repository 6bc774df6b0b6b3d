// The tour of two minutes: a few words over the real pages; it comes once by itself, can be left at any step, and comes again from Help.
import { callsView } from '../calls/calls';
import { customersView } from '../customers/customers';
import { sentView } from '../sent/sent';
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell, View } from '../shell/shell';

const SEEN = 'duesheet.tour';

/** A step: the page it stands on, and what is said there. */
interface Step {
  title: string;
  text: string;
  /** Where it is on the desk, and in the sidebar where that has no tab of this name. */
  place: string;
  view?: View;
}

const STEPS: readonly Step[] = [
  {
    title: 'Begin on Today',
    text: 'What is overdue, what stands in the way, and one blue button that always is the next step.',
    place: 'today',
  },
  {
    title: 'Decide in Review',
    text: 'A line is one customer and one mail. Read it as it will look; approve it, change it, or put it off. Nothing leaves before you say so.',
    place: 'review',
  },
  {
    title: 'Send',
    text: 'What is approved goes at a press of Send, or by itself once Automatic is on. Each is checked once more: what was paid, promised or disputed meanwhile stays.',
    place: 'today',
  },
  {
    title: 'Call',
    text: 'Whom to call first, what to say, and what came of it at one press; the next call loads itself.',
    place: 'Calls',
    view: callsView,
  },
  {
    title: 'Look up a customer',
    text: 'What is open, what was said, and what stops reminders: a pause, a promise, a dispute, a reply.',
    place: 'Customers',
    view: customersView,
  },
  {
    title: 'See what was sent',
    text: 'Who got what, when and by whom. Search everything finds the rest: an invoice, an address, an amount.',
    place: 'Sent',
    view: sentView,
  },
];

/** Begins the tour by itself for who never saw it here; where the browser does not remember, it never comes by itself. */
export async function offerTour(shell: Shell): Promise<void> {
  try {
    if (window.localStorage.getItem(SEEN) !== null) return;
    if (!shell.today) await shell.refreshToday();
    if (!shell.today?.ready) return;
    window.localStorage.setItem(SEEN, 'shown');
  } catch {
    return;
  }
  startTour(shell);
}

/** Begins the tour. */
export function startTour(shell: Shell): void {
  showStep(shell, 0);
}

function showStep(shell: Shell, at: number): void {
  const step = STEPS[at];
  if (!step) {
    shell.guide(null);
    shell.rescueFocus();
    return;
  }
  const isLast = at === STEPS.length - 1;
  const leave = button('Leave the tour', () => showStep(shell, STEPS.length), { kind: 'quiet' });
  const next = button(isLast ? 'Done' : 'Next', () => showStep(shell, at + 1), { kind: 'primary' });
  shell.guide(
    el(
      'section',
      { class: 'tour', 'aria-label': 'Tour' },
      el(
        'div',
        { 'aria-live': 'polite' },
        el('p', { class: 'small muted' }, `Tour, ${at + 1} of ${STEPS.length}`),
        el('h2', {}, step.title),
        el('p', {}, step.text),
      ),
      el('div', { class: 'actions' }, next, isLast ? null : leave),
    ),
  );
  void shell.leave(() => {
    if (step.view && !shell.isWide) shell.openPage(step.view);
    else shell.open(step.place);
    next.focus();
  });
}
