// The mail of a reminder: as it will look, as plain text, corrected by hand, sent to oneself as a test.
import type { ReminderView } from '../../entry/sidebar-calls';
import { button, pill } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { mailEditor } from './mail-editor';

type Mail = NonNullable<ReminderView['mail']>;

/** Parts of an opened reminder that may hold words nobody has saved yet. */
export interface Draft {
  unsaved: () => boolean;
}

/** What the mail's card needs of the opened reminder. */
export interface MailContext {
  shell: Shell;
  draft: Draft;
  /** Draws the reminder again with what the server made of an edit. */
  redraw: (reminder: ReminderView) => void;
}

/**
 * What stands in front of the HTML of a preview: it runs no script, follows no link and fetches no picture, so that nothing
 * tells a stranger that it was looked at.
 */
export const PREVIEW_HEAD =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">' +
  '<base target="_blank"><style>body{font:13px Arial,sans-serif;margin:8px;overflow-wrap:anywhere}</style>';

/** The card of the mail. */
export function mailCard(reminder: ReminderView, mail: Mail, context: MailContext): HTMLElement {
  const card = el('section', { class: 'card mail' });
  showMail(card, reminder, mail, context);
  return card;
}

function showMail(card: HTMLElement, reminder: ReminderView, mail: Mail, context: MailContext): HTMLButtonElement {
  const { shell } = context;
  const test = async (): Promise<void> => {
    const result = await shell.ask('sendTest', reminder.id);
    if (result) shell.say(result.message);
  };
  const edit = button('Edit this one', () => showEditor(card, reminder, mail, context));
  const preview = el('iframe', { title: 'The mail as it will look', sandbox: '', class: 'preview' });
  preview.srcdoc = PREVIEW_HEAD + mail.html;
  card.replaceChildren(
    el('h2', {}, 'Mail ', mail.edited && pill('Edited', 'info')),
    el(
      'dl',
      { class: 'envelope' },
      el('dt', {}, 'To'),
      el('dd', { class: 'wrap' }, mail.to || el('span', { class: 'wrong' }, 'no address')),
      ...(mail.cc ? [el('dt', {}, 'CC'), el('dd', { class: 'wrap' }, mail.cc)] : []),
      el('dt', {}, 'Subject'),
      el('dd', { class: 'subject' }, mail.subject),
    ),
    mail.html ? preview : el('pre', {}, mail.text),
    mail.html &&
      el(
        'details',
        {},
        el('summary', {}, 'Plain text'),
        el('pre', { tabindex: 0, 'aria-label': 'The mail as plain text' }, mail.text),
      ),
    el('div', { class: 'actions' }, reminder.canEdit && edit, button('Send me a test', test, { busy: 'Sending…' })),
  );
  return edit;
}

function showEditor(card: HTMLElement, reminder: ReminderView, mail: Mail, context: MailContext): void {
  const { shell, draft, redraw } = context;
  const editor = mailEditor(reminder.id, mail, {
    shell,
    saved: redraw,
    cancelled: () => {
      draft.unsaved = () => false;
      showMail(card, reminder, mail, context).focus();
    },
  });
  draft.unsaved = () => card.isConnected && editor.unsaved();
  card.replaceChildren(...editor.elements);
  editor.first.focus();
}
