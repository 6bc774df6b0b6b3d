// The outbox: the mails that left, each as its recipient sees it.
import { ask, element, type MailLine, type MailView, part, read, readFile } from './host-calls';

/** The outbox panel. */
export class Outbox {
  private mails: MailLine[] = [];
  private seen = -1;
  private open = '';
  private incoming: Readonly<Record<string, string>> = {};
  private readonly failed: (error: unknown) => void;

  /** @param failed hears of a mail that could not be read; `came` of something that came back to one */
  constructor(
    failed: (error: unknown) => void,
    private readonly came: () => void,
  ) {
    this.failed = failed;
    part('show-outbox').addEventListener('click', () => this.toggle(part('outbox').hidden !== false));
    part('close-outbox').addEventListener('click', () => this.toggle(false));
    for (const name of ['full', 'phone']) {
      part(`${name}-outbox`).addEventListener('click', () => {
        part(`${name}-outbox`).setAttribute('aria-pressed', String(part('outbox').classList.toggle(name)));
      });
    }
  }

  /** Lists the mails, newest first. @param incoming what may come back to one, by kind */
  show(mails: MailLine[], incoming: Readonly<Record<string, string>>): void {
    this.incoming = incoming;
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
    if (visible && this.open === '' && newest) this.choose(newest.id);
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
      element('span', mail.customer || mail.to, { class: 'to', title: mail.to, dir: 'auto' }),
      element('span', mail.at.replace('T', ' '), { class: 'at' }),
    );
    button.append(element('span', mail.subject, { class: 'subject' }));
    button.addEventListener('click', () => this.choose(mail.id));
    const item = element('li');
    item.append(button);
    return item;
  }

  /** What the customer's side may send back to a mail, where the add-on notices it. */
  private answers(id: string): HTMLElement | null {
    const kinds = Object.entries(this.incoming);
    if (kinds.length === 0) return null;
    const row = element('div', '', { class: 'answers', role: 'group', 'aria-label': 'What comes back to this mail' });
    for (const [kind, words] of kinds) {
      const button = element('button', words, { type: 'button' });
      button.addEventListener('click', () => {
        ask('/api/incoming', { id, kind }).then(this.came, this.failed);
      });
      row.append(button);
    }
    return row;
  }

  private choose(id: string): void {
    this.load(id).catch(this.failed);
  }

  private async load(id: string): Promise<void> {
    this.open = id;
    for (const [index, item] of [...part('mails').children].entries()) {
      item.firstElementChild?.setAttribute('aria-current', String(this.mails[index]?.id === id));
    }
    const mail = await read<MailView>(`/api/mail?id=${encodeURIComponent(id)}`);
    if (this.open === id) part('mail').replaceChildren(...mailParts(mail, this.failed, this.answers(mail.id)));
  }
}

function mailParts(mail: MailView, failed: (error: unknown) => void, answers: HTMLElement | null): HTMLElement[] {
  const head = element('div', '', { class: 'mail-head' });
  head.append(element('h3', mail.subject));
  const facts: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to],
    ['Cc', mail.cc],
    ['Reply to', mail.replyTo],
    ['Sent', mail.at.replace('T', ' ')],
    ['Files', mail.files.join(', ')],
  ];
  const list = element('dl');
  for (const [name, value] of facts) if (value !== '') list.append(element('dt', name), element('dd', value));
  const download = element('button', 'Download .eml', { type: 'button', class: 'download' });
  download.addEventListener('click', () => void saveMail(mail.id).catch(failed));
  head.append(list, download, ...(answers ? [answers] : []));
  if (mail.html === '') return [head, element('pre', mail.text)];
  const frame = document.createElement('iframe');
  // No script runs in a mail, and the page's policy keeps anything remote from loading.
  frame.setAttribute('sandbox', '');
  frame.title = `Mail: ${mail.subject}`;
  frame.srcdoc = mail.html;
  return [head, frame];
}

/** Hands out the raw message. A plain link could not carry the page's token. */
async function saveMail(id: string): Promise<void> {
  const address = URL.createObjectURL(await readFile(`/api/eml?id=${encodeURIComponent(id)}`));
  element('a', '', { href: address, download: `${id}.eml` }).click();
  // The browser reads the address after the click; one minute is enough for that.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
