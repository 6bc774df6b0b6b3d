// Leaving Duesheet: what goes, what stays, what a person removes by hand; nothing happens before it is confirmed.
import type { LeavingView } from '../../entry/sidebar-calls';
import { button, confirmDialog } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';

/** The button, and what is asked before it acts, by what the person may take away. */
const WORDS = {
  all: {
    label: 'Leave…',
    title: 'Take Duesheet off this workbook?',
    sentences: [
      'From then on nothing is planned or sent here, in anybody’s name.',
      'Your tabs, formulas and mails stay as they are.',
    ],
    yes: 'Leave',
    no: 'Stay',
  },
  'own-run': {
    label: 'Remove my hourly run…',
    title: 'Remove your hourly run?',
    sentences: ['Nothing is planned or sent in your name any more. All else stays as it is.'],
    yes: 'Remove',
    no: 'Keep',
  },
};

/** Draws the page. */
export async function leavingView(host: HTMLElement, shell: Shell): Promise<void> {
  const view = await shell.load(host, 'Looking what is here…', leavingView, 'getLeaving');
  if (!view) return;
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', {}, 'Leave Duesheet')),
    view.why
      ? el('p', {}, view.why)
      : el('p', { class: 'hint' }, 'Nothing happens before you press the button and confirm.'),
    part('What goes', view.goes),
    part('What stays', view.stays),
    part('To remove the rest, by hand', view.byHand),
    leaveButton(view, host, shell),
  );
}

function leaveButton({ can }: LeavingView, host: HTMLElement, shell: Shell): HTMLElement | string {
  if (can === 'nothing') return '';
  const { label, title, sentences, yes, no } = WORDS[can];
  const leave = async (): Promise<void> => {
    const result = await shell.ask('leaveWorkbook');
    if (!result) return;
    await shell.refreshToday();
    await leavingView(host, shell);
    shell.say(result.message);
    shell.rescueFocus();
  };
  const asks = (): Promise<boolean> => confirmDialog(title, sentences, yes, no);
  return el('p', { class: 'help' }, button(label, leave, { asks, busy: 'Leaving…' }));
}

function part(title: string, sentences: readonly string[]): HTMLElement | string {
  if (sentences.length === 0) return '';
  return el(
    'section',
    { class: 'problem-group' },
    el('h3', {}, title),
    el('ul', { class: 'sentences' }, ...sentences.map((sentence) => el('li', {}, sentence))),
  );
}
