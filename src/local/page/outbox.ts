// The outbox: the mails that left, each as its recipient sees it.
import { element, type MailLine, type MailView, part, read } from './host-calls';

/** The outbox panel. */
export class Outbox {
  private mails: MailLine[] = [];
  private seen = -1;
  private open = '';

  constructor() {
    part('show-outbox').addEventListener('click', () => this.toggle(part('outbox').hidden !== false));
    part('close-outbox').addEventListener('click', () => this.toggle(false));
  }

  /** Lists the mails, newest first. */
  show(mails: MailLine[]): void {
    const more = this.seen >= 0 && mails.length > this.seen;
    this.seen = mails.length;
    this.mails = mails;
    part('show-outbox').textContent = mails.length === 0 ? 'Outbox' : `Outbox (${mails.length})`;
    part('show-outbox').classList.toggle('news', more && part('outbox').hidden !== false);
    part('mails').replaceChildren(...mails.map((mail) => this.line(mail)));
    if (!mails.some((mail) => mail.id === this.open)) this.open = '';
    if (this.open === '') part('mail').replaceChildren(this.empty());
  }

  private toggle(visible: boolean): void {
    part('outbox').hidden = !visible;
    part('show-outbox').setAttribute('aria-expanded', String(visible));
    part('show-outbox').classList.remove('news');
    const [newest] = this.mails;
    if (visible && this.open === '' && newest) void this.choose(newest.id);
  }

  private empty(): HTMLElement {
    const text =
      this.mails.length === 0
        ? 'No mail has left. In Preview nothing does; approve reminders, go live and send, and they appear here.'
        : 'Choose a mail to see it as its recipient does.';
    return element('p', text, { class: 'empty' });
  }

  private line(mail: MailLine): HTMLElement {
    const button = element('button', '', { type: 'button', 'aria-current': String(mail.id === this.open) });
    button.append(
      element('span', mail.to, { class: 'to' }),
      element('span', mail.at.replace('T', ' '), { class: 'at' }),
    );
    button.append(element('span', mail.subject, { class: 'subject' }));
    button.addEventListener('click', () => void this.choose(mail.id));
    const item = element('li');
    item.append(button);
    return item;
  }

  private async choose(id: string): Promise<void> {
    this.open = id;
    for (const [index, item] of [...part('mails').children].entries()) {
      item.firstElementChild?.setAttribute('aria-current', String(this.mails[index]?.id === id));
    }
    const mail = await read<MailView>(`/api/mail?id=${encodeURIComponent(id)}`);
    if (this.open === id) part('mail').replaceChildren(...mailParts(mail));
  }
}

function mailParts(mail: MailView): HTMLElement[] {
  const head = element('div', '', { class: 'mail-head' });
  head.append(element('h3', mail.subject));
  const facts: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to],
    ['Cc', mail.cc],
    ['Reply to', mail.replyTo],
    ['Sent', mail.at.replace('T', ' ')],
  ];
  const list = element('dl');
  for (const [name, value] of facts) if (value !== '') list.append(element('dt', name), element('dd', value));
  const link = element('a', 'Download .eml', {
    href: `/api/eml?id=${encodeURIComponent(mail.id)}`,
    download: `${mail.id}.eml`,
  });
  head.append(list, link);
  if (mail.html === '') return [head, element('pre', mail.text)];
  const frame = document.createElement('iframe');
  // No script runs in a mail, and the page's policy keeps anything remote from loading.
  frame.setAttribute('sandbox', '');
  frame.title = `Mail: ${mail.subject}`;
  frame.srcdoc = mail.html;
  return [head, frame];
}
