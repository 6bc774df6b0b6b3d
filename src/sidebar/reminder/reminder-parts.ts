// The cards of an opened reminder that only show: what it asks for, why it is here, its mail, letter or words.

import { CHANNELS, isPrinted, isReadByCustomer, isSentByUs, isSpoken } from '../../dunning/policy/channels';
import type { ReminderView } from '../../entry/sidebar-calls';
import { segmentWords } from '../../receivables/segment-words';
import { pill, type Tone } from '../shell/controls';
import { el } from '../shell/dom';
import { factList } from '../shell/fact-list';
import { dayInWords } from '../shell/format';
import { letterCard } from './letter-card';
import { type MailContext, mailCard } from './reminder-mail';
import { ageBeside } from './review-line';

const STATES: Record<ReminderView['state'], [string, Tone]> = {
  planned: ['To review', 'info'],
  approved: ['Approved', 'good'],
  snoozed: ['Not now', 'calm'],
  'needs-fix': ['Needs fixing', 'warn'],
  sending: ['Sending', 'info'],
  sent: ['Sent', 'good'],
  failed: ['Failed', 'bad'],
  unconfirmed: ['Outcome not known', 'bad'],
  done: ['Done', 'good'],
  skipped: ['Skipped', 'calm'],
  cancelled: ['Cancelled', 'calm'],
  voided: ['Taken back', 'calm'],
};

/** What it asks for, its step and its state. */
export function reminderFacts(reminder: ReminderView, asOf: string): HTMLElement {
  const [state, tone] = STATES[reminder.state];
  const until = reminder.state === 'snoozed' ? ` until ${dayInWords(reminder.snoozedUntil, asOf)}` : '';
  return el(
    'div',
    {},
    el(
      'p',
      { class: 'amount-large' },
      el('strong', {}, reminder.amounts),
      reminder.confirms ? ' to be confirmed' : ' asked for',
    ),
    reminder.beside && el('p', { class: 'muted small' }, `Beside it: ${reminder.beside}`),
    el('p', { class: 'muted sentence' }, ageBeside(reminder)),
    el(
      'p',
      { class: 'pills' },
      pill(`${state}${until}`, tone),
      !isSentByUs(reminder.channel) && pill(CHANNELS[reminder.channel].title, 'info'),
      pill(segmentWords(reminder.segment), 'calm'),
      el('span', { class: 'reference' }, reminder.reference),
    ),
    reminder.approvedBy && el('p', { class: 'muted small' }, `Approved by ${reminder.approvedBy}`),
  );
}

/** The reasons, in order. */
export function whyCard({ reasons, why, look }: ReminderView): HTMLElement {
  const sentences = reasons.length > 0 ? reasons : [why];
  return el(
    'section',
    { class: 'card' },
    el('h2', {}, 'Why'),
    look && el('p', {}, pill(`Look: ${look}`, 'warn')),
    el('ol', { class: 'reasons' }, ...sentences.map((sentence) => el('li', {}, sentence))),
  );
}

/** A mail or a letter as it will look; a call, a message or a task has words to say or to copy, and nothing to send. */
export function letter(reminder: ReminderView, context: MailContext): HTMLElement[] {
  const { channel, mail, problem } = reminder;
  if (isPrinted(channel)) return letterCard(reminder);
  if (!isSentByUs(channel)) return mail && mail.text !== '' ? [wordsCard(reminder, mail.text)] : [];
  if (mail) return [mailCard(reminder, mail, context)];
  return problem === ''
    ? []
    : [el('section', { class: 'card' }, el('h2', {}, 'Mail'), el('p', { class: 'wrong' }, problem))];
}

function wordsCard(reminder: ReminderView, text: string): HTMLElement {
  const title = isReadByCustomer(reminder.channel) ? 'Message' : 'What it is about';
  // The invoices stand in a table of their own below; as plain text it does not fit.
  const said = isReadByCustomer(reminder.channel) ? text : withoutTable(text);
  const words = el('pre', { tabindex: 0, 'aria-label': title }, said);
  const phone = reminder.customerFacts.filter(({ label }) => isSpoken(reminder.channel) && label === 'Phone');
  return el('section', { class: 'card' }, el('h2', {}, title), factList(phone), words, whatsAppLink(reminder));
}

function withoutTable(text: string): string {
  const parts = text.split('\n\n');
  return parts.filter((part) => !/^-{10,}$/m.test(part)).join('\n\n');
}

// A message goes out of the person's own WhatsApp, filled in; without a number that can be called it is copied.
function whatsAppLink({ whatsApp }: ReminderView): HTMLElement | null {
  if (!whatsApp) return null;
  if (!whatsApp.link.startsWith('https://wa.me/'))
    return el('p', { class: 'wrong' }, `${whatsApp.problem} Until then copy the message by hand.`);
  const link = { href: whatsApp.link, target: '_blank', rel: 'noopener noreferrer', class: 'button primary' };
  return el('div', { class: 'actions' }, el('a', link, 'Open in WhatsApp'));
}
