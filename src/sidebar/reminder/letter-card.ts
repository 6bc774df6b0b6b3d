// A letter to post: as it will look on paper, the address completed by hand, and printing it.
import type { ReminderView } from '../../entry/sidebar-calls';
import { button, field } from '../shell/controls';
import { el } from '../shell/dom';
import { PREVIEW_HEAD } from '../shell/mail-preview';
import { addresseeOn, printPage } from '../shell/print-page';

/** The card of a letter, or why it cannot be written. */
export function letterCard({ mail, problem }: ReminderView): HTMLElement[] {
  if (!mail)
    return problem === ''
      ? []
      : [el('section', { class: 'card' }, el('h2', {}, 'Letter'), el('p', { class: 'wrong' }, problem))];
  const address = el('textarea', { rows: 5 });
  address.value = addresseeOn(mail.html);
  const preview = el('iframe', { title: 'The letter as it will look', sandbox: '', class: 'preview' });
  preview.srcdoc = PREVIEW_HEAD + mail.html;
  return [
    el(
      'section',
      { class: 'card mail' },
      el('h2', {}, 'Letter'),
      preview,
      field(
        'Address on the letter',
        address,
        'Printed as it stands here. What AR Customers has under Postal address is there from the start.',
      ),
      el(
        'p',
        { class: 'hint' },
        'Once it is in the post, note below that it was posted: the next step counts from that day.',
      ),
      el(
        'div',
        { class: 'actions' },
        button('Print', () => printPage(mail.html, address.value.trim()), { kind: 'primary' }),
      ),
    ),
  ];
}
