// What a mail asks for and how it is paid: the boxes above its table, in text and HTML, and the code for banking apps.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReminderFacts } from '../../../src/dunning/history/events';
import type { Reminder } from '../../../src/dunning/history/reminder';
import { byHandTexts } from '../../../src/dunning/letter/by-hand-texts.prepared';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import { askedInWords, besideInWords } from '../../../src/dunning/letter/headline';
import { composeLetter, isLetterProblem, type Letter, type LetterInput } from '../../../src/dunning/letter/letter';
import { LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { wordsOf } from '../../../src/dunning/letter/letter-words';
import { quotedPrintable } from '../../../src/dunning/mail/mime-encoding';
import { pngOf } from '../../../src/dunning/mail/picture';
import { ASKED_WORDS } from '../../../src/dunning/policy/purposes';
import { creditorReference, creditorReferencesIn } from '../../../src/receivables/cash/structured-reference';
import { isoOf } from '../../../src/receivables/day';
import { readCode } from '../mail/read-code';
import { BANK_DETAILS, day, fullInput, line, minimalInput } from './letter-examples';

const ACCOUNT = { holder: 'Nordlicht Werkzeuge GmbH & Co. KG', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' };
const NO_LOOK = { colour: '', logo: '' };
const PAY: LetterInput['pay'] = { accounts: { EUR: ACCOUNT }, unchanged: true, look: NO_LOOK };

function composed(input: LetterInput): Letter {
  const made = composeLetter(input);
  if (isLetterProblem(made)) throw new Error(made.message);
  return made;
}

/** A mail whose text is only a table, about nothing but its lines. */
function mail(change: Partial<LetterInput> = {}): Letter {
  const template = { name: 'Mine', subject: 'S', body: '{{greeting}}\n\n{{invoices}}\n\nBye' };
  return composed(minimalInput('Friendly', { template, about: {}, pay: PAY, ...change }));
}

/** What the code of a mail says, line by line; nothing where it has none. */
const codeOf = ({ pictures }: Letter): string[] => {
  const [picture] = pictures.filter((one) => 'code' in one);
  return picture ? readCode(pngOf(picture)).split('\n') : [];
};

describe('a mail that asks for money', () => {
  it('says first of all what is asked for, then how it is paid, then the table', () => {
    expect(mail().text).toContain(
      [
        'Amount to pay: 4,800.00 EUR\n',
        'Hello,\n',
        'How to pay',
        'Account holder (as your bank will check it): Nordlicht Werkzeuge GmbH & Co. KG',
        'IBAN: DE89 3704 0044 0532 0130 00',
        'BIC: COBADEFFXXX',
        `Reference to quote: ${creditorReference('DS-7F3K2').replace(/(.{4})(?=.)/g, '$1 ')}`,
        'Our bank details have not changed. If in doubt, call the number you already have for us, not one given in a mail.',
        '',
        'Invoice   Due date',
      ].join('\n'),
    );
  });

  it('asks for what remains once credits are set off, in its box and in its code', () => {
    const credited = mail({
      lines: [line({}), line({ invoice: 'CN-31', due: null, role: 'credit', balance: -30_000 })],
    });
    expect(credited.text).toContain('Amount to pay: 4,500.00 EUR');
    expect(codeOf(credited)).toContain('EUR4500.00');
  });

  it('about an old balance begins with the balance that it asks about, the figure that Review shows, and has no code', () => {
    const credit = (minor: number) => line({ invoice: 'CN-31', due: null, role: 'credit', balance: -minor });
    for (const [lines, sum] of [
      [[line({}), credit(30_000)], '4,500.00 EUR'],
      [[line({}), credit(500_000)], '-200.00 EUR'],
      [[line({ disputed: 100_000 }), line({ invoice: 'B', due: day('2026-12-04'), role: 'not-due' })], '9,600.00 EUR'],
    ] as const) {
      const old = mail({ purpose: 'old balance', lines });
      expect(old.text.split('\n')[0]).toBe(`Balance to confirm: ${sum}`);
      expect(old.html).not.toContain('Amount to pay');
      expect(old.pictures).toEqual([]);
      const facts = {
        ...{ leadKey: 'k0', template: 'Mine', purpose: 'old balance' },
        lines: lines.map(({ balance, currency, disputed, due, invoice }, at) => ({
          ...{ key: `k${at}`, open: balance, currency, disputed, invoice, stage: null },
          due: due === null ? '' : isoOf(due),
        })),
      } as unknown as ReminderFacts;
      const reminder = { facts } as Reminder;
      expect([askedInWords(reminder, day('2026-11-20')), besideInWords(reminder, day('2026-11-20'))]).toEqual([
        sum,
        '',
      ]);
    }
    for (const language of LETTER_TAGS)
      expect(
        composed(minimalInput('Old balance', { language, pay: PAY, lines: [line({}), credit(30_000)] })).text,
      ).toMatch(new RegExp(`^${wordsOf(language)?.pay.balance}\\s?: `));
  });

  it('has no box of a currency in which credits cover it all: nothing is to be paid there', () => {
    const covered = line({ invoice: 'CN-31', due: null, role: 'credit', balance: -480_000 });
    const { text, pictures } = mail({ lines: [line({}), covered] });
    expect(text).not.toMatch(/Amount to pay|How to pay|IBAN/);
    expect(pictures).toEqual([]);
    const pounds = line({ invoice: 'B', currency: 'GBP', balance: 120_000 });
    expect(mail({ lines: [line({}), covered, pounds] }).text).toMatch(/^Amount to pay: 1,200.00 GBP\n/);
  });

  it.each(ASKED_WORDS)('is none in the text %s', (name) => {
    const { text, html } = composed(minimalInput(name, { pay: PAY }));
    expect(text).not.toContain('Amount to pay');
    // It begins with the firm all the same, as every mail of ours does.
    expect(html).toMatch(/<div style="[^"]*border-bottom:3px[^>]*>Nordlicht Werkzeuge GmbH/);
  });

  it('says the same in HTML', () => {
    const { html } = mail();
    const said = html
      .replace(/<head>[\s\S]*<\/head>/, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    for (const words of ['Amount to pay 4,800.00 EUR', 'IBAN DE89 3704 0044 0532 0130 00', 'have not changed'])
      expect(said).toContain(words);
    expect(said).toContain('Nordlicht Werkzeuge GmbH &amp; Co. KG');
    expect(html.indexOf('4,800.00 EUR')).toBeLessThan(html.indexOf('IBAN'));
    expect(html.indexOf('IBAN')).toBeLessThan(html.indexOf('<thead'));
  });

  it.each(LETTER_TAGS)('asks for payment within the first 200 characters of its text: %s', (language) => {
    const { text } = composed(fullInput('Friendly', { language, about: {}, pay: PAY }));
    expect(text.slice(0, 200)).toMatch(/pay|zahl|régler|pagar/i);
    expect(text.slice(0, 200)).toMatch(/10[.,\s\u00a0]000[.,]00/);
  });

  it('asks to quote a reference that is found again in what the bank writes', () => {
    const { text } = mail();
    expect(creditorReferencesIn(`PAYMENT ${text.replace(/\n/g, ' ')}`)).toEqual([creditorReference('DS-7F3K2')]);
  });

  it.each(LETTER_TAGS)(
    'says in every text, once in each part, that the bank details are the old ones: %s',
    (language) => {
      const notChanged = wordsOf(language)?.pay.unchanged ?? '';
      const names = [...new Set(defaultTemplates().map(({ template }) => template))].filter(
        (name) => !byHandTexts().includes(name) && name !== 'Apology' && name !== 'Invoice copy',
      );
      expect(names.length).toBeGreaterThan(15);
      for (const name of names) {
        const { text, html } = composed(minimalInput(name, { language, pay: PAY }));
        const once = [text, html].map((part) => part.replace(/\s+/g, ' ').split(notChanged).length - 1);
        expect(once, name).toEqual([1, 1]);
        // Gmail drops pictures that are written into the page.
        expect(html, name).not.toContain('data:');
      }
    },
  );

  it('has a box of each currency it asks for, and a code for euro alone', () => {
    const lines = [line({}), line({ invoice: 'B', currency: 'GBP', balance: 120_000 })];
    const letter = mail({ lines, bankDetails: { GBP: BANK_DETAILS.GBP } });
    expect(letter.text).toMatch(/^Amount to pay: 4,800.00 EUR and 1,200.00 GBP\n/);
    expect(letter.text).toContain('How to pay in EUR\nAccount holder');
    expect(letter.text).toContain('How to pay in GBP\nReference to quote: RF');
    expect(letter.text).toContain('Sort code 00-00-00');
    expect(letter.pictures).toHaveLength(1);
    expect(codeOf(letter)[7]).toBe('EUR4800.00');
  });

  it('does not say that the bank details are the old ones where they are not, or where it names none', () => {
    expect(mail({ pay: { ...PAY, unchanged: false } }).text).not.toContain('have not changed');
    const linked = mail({ lines: [line({ paymentLink: 'https://pay.example/1' })], pay: { ...PAY, accounts: {} } });
    expect(linked.text).toContain('How to pay\nPay online: https://pay.example/1\n\nInvoice');
    expect(linked.html).toMatch(/<a href="https:\/\/pay.example\/1" style="display:inline-block[^>]*>Pay online<\/a>/);
  });

  it('has a link for each invoice where they differ, and none to anything but a web page', () => {
    const lines = [
      line({ paymentLink: 'https://pay.example/1' }),
      line({ invoice: 'B', paymentLink: 'https://pay.example/2' }),
      line({ invoice: 'C', paymentLink: 'javascript:alert(1)' }),
    ];
    const { text, html } = mail({ lines });
    expect(text).toContain(
      'Pay online (INV-1001): https://pay.example/1\nPay online (B): https://pay.example/2\nAccount',
    );
    expect(html).not.toContain('javascript:');
  });

  it('says how to pay once, also where its text says it below the table', () => {
    const body =
      '{{invoices}}\n\n{{#payment link}}\nOnline:\n{{payment link}}\n{{/payment link}}\n\n{{bank details}}\n\nBye';
    const lines = [line({ paymentLink: 'https://pay.example/1' })];
    const { text } = mail({ template: { name: 'Mine', subject: 'S', body }, lines });
    expect(text.match(/IBAN/g)).toHaveLength(1);
    expect(text.match(/https:/g)).toHaveLength(1);
    expect(text).not.toContain('Online:');
  });

  it('keeps the bank details within a sentence that needs them', () => {
    const body = 'Pay to {{bank details}} please.\n\n{{invoices}}';
    expect(mail({ template: { name: 'Mine', subject: 'S', body } }).text).toMatch(/Pay to Our bank details:\n/);
  });

  it('has no boxes where it shows no table, asks for nothing, or is for our own people', () => {
    const template = { name: 'Sorry', subject: 'S', body: 'Please disregard our message.' };
    expect(mail({ template }).text).toBe('Please disregard our message.\n\nRef DS-7F3K2\n');
    expect(mail({ lines: [line({ role: 'credit', balance: -100 })] }).text).not.toContain('Amount to pay');
    const { pay: _, ...without } = minimalInput('Friendly', { pay: PAY, about: {} });
    expect(composed(without).text).not.toContain('Amount to pay');
    expect(composed(without).pictures).toEqual([]);
  });
});

describe('the code for banking apps', () => {
  it('is a transfer of the sum asked for, by the guideline of the EPC, version 002', () => {
    expect(codeOf(mail())).toEqual([
      ...['BCD', '002', '1', 'SCT', 'COBADEFFXXX', 'Nordlicht Werkzeuge GmbH & Co. KG', 'DE89370400440532013000'],
      ...['EUR4800.00', '', creditorReference('DS-7F3K2')],
    ]);
  });

  it('asks for the sum the mail asks for, disputed parts left out and credits set off, to the cent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999_999 }),
        fc.integer({ min: 0, max: 1000 }),
        (balance, disputed) => {
          const lines = [line({ balance, disputed }), line({ invoice: 'CN', role: 'credit', balance: -100 })];
          const letter = mail({ lines });
          const gross = balance - Math.min(balance, disputed);
          // Beside a dispute nobody knows what a credit belongs to.
          const asked = disputed === 0 && gross > 100 ? gross - 100 : gross;
          if (gross <= 100) expect(letter.pictures).toEqual([]);
          else expect(codeOf(letter)[7]).toBe(`EUR${Math.floor(asked / 100)}.${String(asked % 100).padStart(2, '0')}`);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('keeps the holder letter for letter, up to the 70 characters there is room for', () => {
    const holder = `Ærø Fähr- & Schiffahrts-Ges. „Łódź“ ${'x'.repeat(60)}`;
    const letter = mail({
      pay: { accounts: { EUR: { ...ACCOUNT, holder, bic: '' } }, unchanged: true, look: NO_LOOK },
    });
    expect(codeOf(letter)[5]).toBe(holder.slice(0, 70));
    expect(letter.text).toContain(holder);
  });

  it('is left out without holder or account, and where another sum than that is spoken of', () => {
    const without = (account: Partial<typeof ACCOUNT>) =>
      mail({ pay: { accounts: { EUR: { ...ACCOUNT, ...account } }, unchanged: true, look: NO_LOOK } }).pictures;
    expect(without({ holder: '' })).toEqual([]);
    expect(without({ iban: '' })).toEqual([]);
    const discount = mail({ about: { discount: { text: '2 %', until: day('2026-11-27') } } });
    expect(discount.pictures).toEqual([]);
    expect(discount.text).not.toContain('Amount to pay');
    expect(discount.text).toContain('IBAN');
    const promise = (amount: number) =>
      mail({ about: { promise: { day: day('2026-11-27'), amount, currency: 'EUR' } } });
    expect(promise(100_000).pictures).toEqual([]);
    expect(promise(480_000).pictures).toHaveLength(1);
    expect(mail({ lines: [line({ currency: 'XXX' })], bankDetails: { XXX: 'Pay at the desk' } }).pictures).toEqual([]);
  });

  it('is the same for the same reminder, and named after it', () => {
    expect(mail()).toEqual(mail());
    expect(mail().html).toContain(`src="cid:${mail().pictures[0]?.cid}"`);
    expect(mail().pictures[0]?.cid).toBe('pay-ds7f3k2@duesheet');
  });
});

describe('a mail of many lines', () => {
  const many = (count: number, name = ''): LetterInput['lines'] =>
    [...Array(count).keys()].map((number) =>
      line({
        invoice: `LR-${String(number).padStart(6, '0')}${name}`,
        orderNumber: `PO-${number}`,
        balance: 10_000 + number,
      }),
    );

  it.each([
    [300, ''],
    [300, 'ü'.repeat(200)],
    [40, '<&>"'.repeat(300)],
  ])('has an HTML part of less than 90 KB as it is sent, and all lines in the text: %i', (count, name) => {
    const { html, text } = mail({ lines: many(count, name) });
    expect(quotedPrintable(html).length).toBeLessThan(90_000);
    expect(text.match(/LR-\d{6}/g)).toHaveLength(count);
  });

  it('folds the lines that do not fit into one with their sum, so that the total stays the sum of what is shown', () => {
    const { html } = mail({ lines: many(300) });
    const shown = [...html.matchAll(/>(?:<span[^>]*>Balance: <\/span>)?([\d,]+\.\d\d) EUR<\/td>/g)].map(
      ([, amount = '']) => Math.round(Number(amount.replace(/,/g, '')) * 100),
    );
    expect(shown.length).toBeLessThan(150);
    const total = shown.pop();
    expect(shown.reduce((sum, amount) => sum + amount, 0)).toBe(total);
    expect(html).toMatch(/and \d+ more, listed in the plain text of this mail/);
    expect(mail({ lines: many(12) }).html).not.toContain('more, listed');
  });
});

describe('the look of a mail', () => {
  const withLook = (look: { colour: string; logo: string }) =>
    mail({ pay: { ...PAY, accounts: {}, unchanged: true, look } });

  it('has the name of the firm at its head, or its logo as a part of the mail, named for who cannot see it', () => {
    expect(withLook(NO_LOOK).html).toMatch(/<div style="[^"]*">Nordlicht Werkzeuge GmbH<\/div>/);
    const { html, pictures } = withLook({ colour: '', logo: 'iVBORw0KGgoAAAA=' });
    expect(pictures).toEqual([{ cid: 'logo-ds7f3k2@duesheet', png: 'iVBORw0KGgoAAAA=' }]);
    expect(html).toContain('<img src="cid:logo-ds7f3k2@duesheet" alt="Nordlicht Werkzeuge GmbH"');
  });

  it('sets white on a dark colour and black on a light one', () => {
    const lines = [line({ paymentLink: 'https://pay.example/1' })];
    const ink = (colour: string) =>
      /background-color:#[0-9a-f]{6};color:(#[0-9a-f]{6})/.exec(
        mail({ lines, pay: { ...PAY, look: { colour, logo: '' } } }).html,
      )?.[1];
    expect([ink(''), ink('#000080'), ink('#ffee00'), ink('#ff8800')]).toEqual([
      '#ffffff',
      '#ffffff',
      '#000000',
      '#000000',
    ]);
  });

  it('takes nothing of names as HTML', () => {
    const account = { ...ACCOUNT, holder: '<img src=x onerror=alert(1)>' };
    const { html } = mail({
      company: '<b>Firm</b>',
      lines: [line({ paymentLink: 'https://pay.example/"onclick="x' })],
      bankDetails: { EUR: '<script>x</script>' },
      pay: { accounts: { EUR: account }, unchanged: true, look: NO_LOOK },
    });
    expect(html).not.toMatch(/<script|<img src=x|<b>Firm|onclick="x/);
  });
});
