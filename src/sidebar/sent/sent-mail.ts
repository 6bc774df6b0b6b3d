// One line of the Sent list, opened: its facts by the log, and the mail as far as the log has it.
import { CHANNELS, isSentByUs } from '../../dunning/policy/channels';
import type { SentLine } from '../../entry/sidebar-calls';
import { openCard } from '../customers/customers';
import { button } from '../shell/controls';
import { el } from '../shell/dom';
import { factList } from '../shell/fact-list';
import { momentInWords } from '../shell/format';
import { gmailSearch } from '../shell/gmail-links';
import { mailPreview } from '../shell/mail-preview';
import type { Shell, View, WayBack } from '../shell/shell';

/** Opens a line. @param back where its way back leads */
export function openSent(line: SentLine, shell: Shell, back: WayBack): void {
  const view: View = (host) => draw(host, line, shell, back);
  shell.openPage(view, back);
}

async function draw(host: HTMLElement, line: SentLine, shell: Shell, back: WayBack): Promise<void> {
  const { id, customer, customerKey, channel, to, subject, outcome, stage, amounts, invoices, by } = line;
  const isMail = isSentByUs(channel);
  const again: WayBack = { ...back, label: 'Sent mail', press: () => openSent(line, shell, back) };
  const mail = el('div', { class: 'sent-mail' });
  host.replaceChildren(
    el('div', { class: 'view-head' }, el('h2', { class: 'wrap', dir: 'auto' }, customer)),
    el(
      'section',
      { class: 'card' },
      factList([
        { label: 'When', value: momentInWords(line.at, shell.today?.today ?? '') },
        { label: 'What', value: [CHANNELS[channel].title, stage, outcome].filter(Boolean).join(' · ') },
        { label: 'By', value: by.join(', ') },
        { label: 'To', value: to },
        { label: isMail ? 'Subject' : 'Note', value: subject },
        { label: 'Asked for', value: amounts },
        { label: 'Invoices', value: invoices },
        { label: 'Reference', value: id },
      ]),
      el(
        'div',
        { class: 'card-links' },
        isMail && gmailSearch(id),
        button('Open the customer', () => openCard(customerKey, shell, again), { kind: 'quiet' }),
      ),
    ),
    mail,
  );
  if (!isMail) return;
  const show = async (): Promise<void> => {
    const reminder = await shell.load(mail, 'Reading the mail…', show, 'getReminder', id);
    if (!reminder) return;
    const preview = reminder.mail?.html ? mailPreview(reminder.mail.html) : null;
    mail.replaceChildren(
      el(
        'section',
        { class: 'card mail' },
        el('div', { class: 'card-head' }, el('h3', {}, 'The mail, as far as the log has it'), preview?.other),
        el(
          'p',
          { class: 'hint' },
          'Its invoices, amounts and own words of that day; text, signature and bank details as they are set today. The mail itself is in Gmail.',
        ),
        preview ? preview.box : el('p', { class: 'empty' }, reminder.problem || 'The log has no mail of it.'),
      ),
    );
  };
  await show();
}
