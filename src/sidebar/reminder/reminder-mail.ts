// The mail of a reminder: as it will look, as plain text, corrected by hand, sent to oneself as a test.
import type { ReminderView } from '../../entry/sidebar-calls';
import { button, pill } from '../shell/controls';
import { el, markUnsaved } from '../shell/dom';
import { composeLink } from '../shell/gmail-links';
import { mailPreview } from '../shell/mail-preview';
import type { Shell } from '../shell/shell';
import { mailEditor } from './mail-editor';
import { filesOf } from './mail-files';

type Mail = NonNullable<ReminderView['mail']>;

/** What stands in the editor of an opened reminder. */
export interface Draft {
  /** Whether there are words nobody has saved yet. */
  unsaved: () => boolean;
  /** Stores them; undefined where they cannot be stored, which the person is told. */
  store: () => Promise<ReminderView | undefined>;
  /** Told whenever that may have changed. */
  typed: () => void;
}

/** An editor that is closed. */
export const CLOSED: Pick<Draft, 'unsaved' | 'store'> = { unsaved: () => false, store: async () => undefined };

/** What the mail's card needs of the opened reminder. */
export interface MailContext {
  shell: Shell;
  draft: Draft;
  /** Draws the reminder again with what the server made of an edit. */
  redraw: (reminder: ReminderView) => void;
}

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
  edit.dataset['part'] = 'edit';
  const [link, about] = reminder.canEdit ? composeLink({ ...mail, body: mail.text }) : [];
  const preview = mail.html ? mailPreview(mail.html) : null;
  card.replaceChildren(
    el('div', { class: 'card-head' }, el('h2', {}, 'Mail ', mail.edited && pill('Edited', 'info')), preview?.other),
    el(
      'dl',
      { class: 'envelope' },
      el('dt', {}, 'To'),
      el('dd', { class: 'wrap' }, mail.to || el('span', { class: 'wrong' }, 'no address')),
      ...(mail.cc ? [el('dt', {}, 'CC'), el('dd', { class: 'wrap' }, mail.cc)] : []),
      el('dt', {}, 'Subject'),
      el('dd', { class: 'subject' }, mail.subject),
    ),
    preview ? preview.box : el('pre', {}, mail.text),
    ...filesOf(reminder, mail, shell),
    ...(shell.today?.payments.upTo === ''
      ? [
          el(
            'p',
            { class: 'hint' },
            'It will name the day up to which payments are in, once you confirm that under Today.',
          ),
        ]
      : []),
    mail.html &&
      el(
        'details',
        {},
        el('summary', {}, 'Plain text'),
        el('pre', { tabindex: 0, 'aria-label': 'The mail as plain text' }, mail.text),
      ),
    el(
      'div',
      { class: 'actions' },
      reminder.canEdit && edit,
      button('Send me a test', test, { busy: 'Sending…' }),
      link ?? null,
    ),
    ...(about ? [about] : []),
  );
  return edit;
}

function showEditor(card: HTMLElement, reminder: ReminderView, mail: Mail, context: MailContext): void {
  const { shell, draft, redraw } = context;
  const close = (): void => {
    Object.assign(draft, CLOSED);
    markUnsaved(card, false);
    draft.typed();
  };
  const editor = mailEditor(reminder, mail, {
    shell,
    save: async () => {
      const saved = await editor.store();
      if (!saved) return;
      close();
      redraw(saved);
      shell.say(saved.message);
    },
    typed: () => {
      markUnsaved(card, editor.unsaved());
      draft.typed();
    },
    cancelled: () => {
      close();
      showMail(card, reminder, mail, context).focus();
    },
  });
  Object.assign(draft, { unsaved: editor.unsaved, store: editor.store });
  card.replaceChildren(...editor.elements);
  editor.first.focus();
}
