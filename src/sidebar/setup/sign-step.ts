// How you sign and how to be paid: who writes, the account of each currency, and beside it the mail as it will look.
import { FALLBACK_LANGUAGE, LETTER_LANGUAGES, LETTER_TAGS } from '../../dunning/letter/letter-languages';
import { withPictures } from '../../dunning/mail/picture';
import type { SetupChoice, SetupView } from '../../entry/sidebar-calls';
import { NO_CURRENCY } from '../../receivables/money';
import { languageOfHeaders } from '../../sheet/vocabulary/language-of-headers';
import { field, textInput } from '../shell/controls';
import { el } from '../shell/dom';
import { mailPreview } from '../shell/mail-preview';
import { exampleMail } from './example-mail';
import { howToPay } from './how-to-pay';
import type { RunDraft } from './run-draft';

/** So long after the last key the mail is written anew. */
const CALM_MS = 250;

type Said = Pick<SetupChoice, 'company' | 'senderName' | 'replyTo' | 'language' | 'payment' | 'noPayment'>;

/** The step, and what is typed in it. */
export class SignStep {
  private readonly company: HTMLInputElement;
  private readonly senderName: HTMLInputElement;
  private readonly replyTo: HTMLInputElement;
  private readonly language: HTMLSelectElement;
  private readonly pay: ReturnType<typeof howToPay>;
  private readonly subject = el('p', { class: 'subject' });
  private readonly preview: ReturnType<typeof mailPreview>;
  private written = '';
  private timer = 0;

  /**
   * @param setup as found
   * @param before what was typed before
   * @param rows the first rows of the table, by field
   */
  constructor(
    private readonly setup: SetupView,
    before: RunDraft,
    private readonly rows: () => Record<string, string>[],
  ) {
    this.company = textInput(before.company ?? setup.company, { autocomplete: 'organization' });
    this.senderName = textInput(before.senderName ?? setup.senderName, { autocomplete: 'name' });
    this.replyTo = textInput(before.replyTo ?? setup.replyTo, { inputmode: 'email', spellcheck: 'false' });
    this.language = el(
      'select',
      {},
      ...LETTER_TAGS.map((value) => el('option', { value }, LETTER_LANGUAGES[value].name)),
    );
    this.language.value = before.language ?? (setup.language || languageOfHeaders(setup.headers) || FALLBACK_LANGUAGE);
    this.pay = howToPay(setup, before);
    this.preview = mailPreview('');
    this.write();
  }

  /** In one line, once it is folded. */
  line(): string {
    const { company, senderName, payment = {}, noPayment } = this.said();
    if (company === '' && senderName === '') return '';
    const paid = Object.entries(payment).flatMap(([currency, { iban, instructions }]) =>
      iban.trim() !== '' || instructions.trim() !== '' ? currency : [],
    );
    const how = noPayment ? 'mails need no bank details' : paid.length > 0 ? paidIn(paid) : '';
    return [senderName, company, how || 'not said yet how to pay'].filter((part) => part !== '').join(' · ');
  }

  body(): HTMLElement[] {
    return [
      el(
        'div',
        { class: 'run-columns' },
        el(
          'div',
          {},
          field('Company (needed)', this.company),
          field('Sender name (needed)', this.senderName),
          field('Reply to', this.replyTo, 'Empty: answers go to the sender’s mailbox.'),
          field('Language of mails', this.language, 'For customers of whom no column tells language or country.'),
          el('h4', {}, 'How customers pay'),
          el('p', { class: 'muted' }, 'It stands in every mail. In euro a code for banking apps is made of it.'),
          ...this.pay.parts,
        ),
        el(
          'div',
          { class: 'run-mail' },
          el('div', { class: 'card-head' }, el('h4', {}, 'Your first reminder'), this.preview.other),
          this.subject,
          this.preview.box,
          el(
            'p',
            { class: 'hint' },
            'An example with a row of your table. Customers whose language is known read it in theirs.',
          ),
        ),
      ),
    ];
  }

  /** What is typed. */
  said(): Said {
    return {
      company: this.company.value.trim(),
      senderName: this.senderName.value.trim(),
      replyTo: this.replyTo.value.trim(),
      language: LETTER_TAGS.find((tag) => tag === this.language.value),
      ...this.pay.said(),
    };
  }

  /** What keeps it from being saved, and where to mend it; null for nothing. */
  fault(): { message: string; control: HTMLElement } | null {
    for (const [control, what] of [
      [this.company, 'your company’s name'],
      [this.senderName, 'the name of who writes'],
    ] as const)
      if (control.value.trim() === '') return { message: `Type ${what}: every mail is signed with it.`, control };
    return this.pay.fault();
  }

  /** Writes the mail anew, once nothing was typed for a moment. */
  changed(): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.write(), CALM_MS);
  }

  private write(): void {
    const { company, senderName, language = FALLBACK_LANGUAGE, payment = {} } = this.said();
    const mail = exampleMail({ today: this.setup.today, language, company, senderName, payment, rows: this.rows() });
    if (mail === null || mail.html === this.written) return;
    this.written = mail.html;
    this.subject.textContent = mail.subject;
    this.preview.show(withPictures(mail.html, mail.pictures));
  }
}

function paidIn(currencies: readonly string[]): string {
  return currencies.includes(NO_CURRENCY) ? 'bank details given' : `paid in ${currencies.join(', ')}`;
}
