// The mail of a reminder: as it will look, as plain text, corrected by hand, sent to oneself as a test.
import type { ReminderView } from '../../entry/sidebar-calls';
import { button, pill } from '../shell/controls';
import { el, markUnsaved } from '../shell/dom';
import type { Shell } from '../shell/shell';
import { mailEditor } from './mail-editor';

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

/**
 * What stands in front of the HTML of a preview: it runs no script, follows no link and fetches no picture, so that nothing
 * tells a stranger that it was looked at.
 */
export const PREVIEW_HEAD =
  '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">' +
  '<base target="_blank"><style>body{margin:8px}</style>';

/** A phone's width, in which a mail is shown first, and a desk's; both are scaled down to the card. */
const PHONE = 360;
const DESK = 640;

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
    el('div', { class: 'actions' }, reminder.canEdit && edit, button('Send me a test', test, { busy: 'Sending…' })),
  );
  return edit;
}

/** In which width mails are shown: what a person chose for one holds for the next. */
let shownWidth = PHONE;

/** The mail as it will look, laid out in the width of a phone or of a desk and scaled down to the card. */
export function mailPreview(html: string): { box: HTMLElement; other: HTMLElement } {
  const frame = el('iframe', { title: 'The mail as it will look', sandbox: '', class: 'scaled' });
  frame.srcdoc = PREVIEW_HEAD + html;
  const box = el('div', { class: 'preview' }, frame);
  const fill = (): void => {
    const width = shownWidth;
    const scale = Math.min(1, box.clientWidth / width);
    box.classList.toggle('large', width === DESK);
    if (scale === 0) return;
    frame.style.width = `${width}px`;
    frame.style.height = `${box.clientHeight / scale}px`;
    frame.style.transform = `scale(${scale})`;
  };
  new ResizeObserver(fill).observe(box);
  const label = (): string => (shownWidth === PHONE ? 'As on a large screen' : 'As on a phone');
  const other = button(
    label(),
    () => {
      shownWidth = shownWidth === PHONE ? DESK : PHONE;
      other.textContent = label();
      fill();
    },
    { kind: 'quiet' },
  );
  return { box, other };
}

function showEditor(card: HTMLElement, reminder: ReminderView, mail: Mail, context: MailContext): void {
  const { shell, draft, redraw } = context;
  const close = (): void => {
    Object.assign(draft, CLOSED);
    markUnsaved(card, false);
    draft.typed();
  };
  const editor = mailEditor(reminder.id, mail, {
    shell,
    save: async () => {
      const saved = await editor.store();
      if (!saved) return;
      close();
      redraw(saved);
      shell.say('Your changes are saved for this mail only.');
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
