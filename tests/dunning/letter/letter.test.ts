// Letters: sums per currency, what stands apart, the tables, and why a letter is not made.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeLetter,
  draftOf,
  isLetterProblem,
  type Letter,
  type LetterInput,
} from '../../../src/dunning/letter/letter';
import { askedLines, bandsOf, leadOf, sumsOf } from '../../../src/dunning/letter/letter-sums';
import {
  BANK_DETAILS,
  day,
  firmTwoCurrencies,
  friendlySeveral,
  fullInput,
  line,
  minimalInput,
} from './letter-examples';

function composed(input: LetterInput): Letter {
  const made = composeLetter(input);
  if (isLetterProblem(made)) throw new Error(made.message);
  return made;
}

function withBody(body: string, change: Partial<LetterInput> = {}, subject = 'S'): LetterInput {
  return minimalInput('Friendly', { template: { name: 'Mine', subject, body }, ...change });
}

const said = (body: string, change: Partial<LetterInput> = {}): string =>
  composed(withBody(body, { reference: '', ...change })).text.trim();

describe('the sums of a letter', () => {
  it('ask for 10,000.00 of 9,000.00 with 1,500.00 disputed and 2,500.00 clean, the dispute apart', () => {
    const lines = [line({ balance: 900_000, disputed: 150_000 }), line({ invoice: 'B', balance: 250_000 })];
    expect(sumsOf(lines)).toMatchObject({ asked: { EUR: 1_000_000 }, disputed: { EUR: 150_000 } });
    expect(said('{{total}}; apart {{disputed}}', { lines })).toBe('10,000.00 EUR; apart 1,500.00 EUR');
  });

  it('never add two currencies', () => {
    const lines = [line({ currency: 'GBP', balance: 120_000 }), line({ balance: 90_000 })];
    expect(said('{{total}}', { lines })).toBe('900.00 EUR and 1,200.00 GBP');
  });

  it('leave credits apart: they lower no sum that is asked for', () => {
    const lines = [line({}), line({ invoice: 'CN', role: 'credit', balance: -30_000 })];
    expect(said('{{total}}, {{credits}}, {{open}}', { lines })).toBe('4,800.00 EUR, 300.00 EUR, 4,500.00 EUR');
  });

  it('ask for what is not yet due only when the letter is about it', () => {
    const early = line({ invoice: 'E', role: 'not-due', due: day('2026-12-04'), balance: 10_000 });
    expect(askedLines([line({}), early]).map((one) => one.invoice)).toEqual(['INV-1001']);
    expect(askedLines([line({}), { ...early, lead: true }]).map((one) => one.invoice)).toEqual(['INV-1001', 'E']);
    expect(askedLines([early]).map((one) => one.invoice)).toEqual(['E']);
  });

  it('are about the marked line, else the oldest overdue one, else the next to fall due', () => {
    const old = line({ invoice: 'old', due: day('2026-09-01') });
    expect(leadOf([line({}), old])?.invoice).toBe('old');
    expect(leadOf([line({ lead: true }), old])?.invoice).toBe('INV-1001');
    expect(leadOf([line({ role: 'not-due', due: day('2026-08-01') }), old])?.invoice).toBe('old');
    expect(leadOf([])).toBeUndefined();
  });

  it('keep asked plus disputed plus not asked less credits equal to the balance, in each currency', () => {
    const anyLine = fc.record({
      role: fc.constantFrom('overdue' as const, 'not-due' as const, 'disputed' as const, 'credit' as const),
      currency: fc.constantFrom('EUR', 'GBP', 'JPY'),
      amount: fc.integer({ min: 1, max: 10_000_000 }),
      disputed: fc.integer({ min: 0, max: 10_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(anyLine), (drawn) => {
        const lines = drawn.map(({ role, currency, amount, disputed }) =>
          line({ role, currency, balance: role === 'credit' ? -amount : amount, disputed }),
        );
        const sums = sumsOf(lines);
        for (const currency of ['EUR', 'GBP', 'JPY']) {
          const of = (totals: Record<string, number>): number => totals[currency] ?? 0;
          expect(of(sums.overdue) + of(sums.notDue) + of(sums.disputed) - of(sums.credits)).toBe(of(sums.open));
          expect(of(sums.asked)).toBeLessThanOrEqual(of(sums.overdue) + of(sums.notDue));
        }
      }),
    );
  });

  it('put day 0 under not yet due, day 30 under 1-30, day 31 under 31-60, day 91 over 90', () => {
    const asOf = day('2026-11-20');
    const lines = [0, 1, 30, 31, 60, 61, 90, 91].map((age) => line({ due: asOf - age, balance: 100 }));
    expect(bandsOf(lines, asOf)).toEqual({ EUR: [100, 200, 200, 200, 100, 0] });
  });

  it('give credits no age: they are not "not yet due" where a balance is told by age', () => {
    const lines = [line({}), line({ invoice: 'CN-31', due: null, role: 'credit', balance: -30_000 })];
    const { text } = composed(minimalInput('Old balance', { lines }));
    expect(text).toContain('By age:\n1-30 days 4,800.00 EUR; credit -300.00 EUR');
  });
});

describe('the tables of a letter', () => {
  it('align as text: one table a currency, rows that add up to the total, credits below it', () => {
    const { text } = composed(firmTwoCurrencies());
    expect(text).toContain(
      [
        'Invoices in EUR',
        'Invoice   Your PO / order no.  Due date     Days overdue        Balance',
        '-----------------------------------------------------------------------',
        'INV-1001  PO-4711              2 Nov 2026             18   9,000.00 EUR',
        '  2,000.00 EUR received so far, thank you',
        '  part in dispute, left out here                          -1,500.00 EUR',
        'INV-1007  PO-4720              9 Nov 2026             11   2,500.00 EUR',
        'Total overdue                                             10,000.00 EUR',
        'INV-0990                       30 Sep 2026    in dispute     440.00 EUR',
        'CN-0031                                           credit    -300.00 EUR',
        '',
        'Invoices in GBP',
        'Invoice   Due date     Days overdue       Balance',
        '-------------------------------------------------',
        'INV-1002  31 Oct 2026            20  1,200.00 GBP',
      ].join('\n'),
    );
  });

  it('are real tables in HTML that load nothing; the one style sheet is for wide screens', () => {
    const { html } = composed(firmTwoCurrencies());
    expect(html.match(/<table /g)).toHaveLength(2);
    expect(html.match(/<th scope="col"/g)).toHaveLength(9);
    expect(html).not.toMatch(/<(img|script|link|iframe)|src=|url\(|@import/i);
    expect(html.match(/<style>\s*@media \(min-width/g)).toHaveLength(1);
  });

  it('have the same rows in both parts', () => {
    const { text, html } = composed(friendlySeveral());
    const rows = html.match(/<tr[^>]*><td [\s\S]*?<\/tr>/g) ?? [];
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      const labels = row.replace(/<span class="l">[^<]*<\/span>/g, '');
      const cells = labels.split('</td>').map((cell) => cell.replace(/<[^>]+>/g, ''));
      const found = text.split('\n').filter((one) => cells.every((cell) => one.includes(cell)));
      expect(found.length, cells.join('|')).toBeGreaterThan(0);
    }
  });

  it('take leading zeros, long numbers and missing ones as they are', () => {
    const text = said('{{invoices}}', {
      lines: [line({ invoice: '0007', due: null }), line({ invoice: '1234567890123456789' }), line({ invoice: '' })],
    });
    expect(text).toMatch(/^0007 +on receipt/m);
    expect(text).toMatch(/^1234567890123456789 /m);
    expect(text).toMatch(/^without number /m);
  });

  it('stand alone even where a person wrote them into a sentence', () => {
    const { text } = composed(withBody('See {{invoices}} for all.'));
    expect(text).toMatch(/^See\n\nInvoice {2}/);
    expect(text).toContain('\n\nfor all.\n\n');
  });

  it('stay out of the subject', () => {
    const made = composeLetter(withBody('x', {}, '{{invoices}}'));
    expect(isLetterProblem(made) && made.message).toContain('body only');
  });
});

describe('what a letter carries', () => {
  it('has the bank details of the currencies it asks for, each under its name', () => {
    const eur = said('{{bank details}}', { bankDetails: BANK_DETAILS });
    expect(eur).toMatch(/^Our bank details:\nNordlicht/);
    expect(eur).not.toContain('Sort code');
    const both = said('{{bank details}}', { bankDetails: BANK_DETAILS, lines: [line({}), line({ currency: 'GBP' })] });
    expect(both).toMatch(/in EUR:\n[\s\S]*IBAN[\s\S]*\n\nOur bank details for payments in GBP:\n[\s\S]*Sort code/);
  });

  it('links to one address for all, else says which invoice a link is for, and to nothing but web pages', () => {
    const a = 'https://pay.example.com/a?x=1&y=2';
    expect(said('{{payment link}}', { lines: [line({ paymentLink: a }), line({ paymentLink: a })] })).toBe(a);
    expect(said('{{payment link}}', { lines: [line({ paymentLink: a }), line({ invoice: 'B' })] })).toBe(
      `INV-1001: ${a}`,
    );
    expect(said('x\n{{payment link}}', { lines: [line({ paymentLink: 'javascript:alert(1)' })] })).toBe('x');
    const { html } = composed(withBody('Pay ({{payment link}}).', { lines: [line({ paymentLink: a })] }));
    expect(html).toContain('Pay (<a href="https://pay.example.com/a?x=1&amp;y=2"');
    expect(html).toContain('</a>).');
  });

  it('ends with the reference where the text does not show it, and shows it once where it does', () => {
    expect(composed(withBody('Hello')).text).toBe('Hello\n\nRef DS-7F3K2\n');
    expect(composed(withBody('{{reference}}: hello')).text).toBe('Ref DS-7F3K2: hello\n');
    expect(composed(withBody('Hello')).html).toContain('>Ref DS-7F3K2</p>');
  });

  it('counts three and seven business days for an answer and a payment where no date is given', () => {
    expect(said('{{reply by}}, {{deadline}}')).toBe('25 November 2026, 1 December 2026');
  });

  it('leaves out the sentence about the day up to which payments are in, while nobody confirmed one', () => {
    const own = 'Acme Inc. owes us.\nAs of {{as of}} we miss {{total}}! Payments are in up to {{as of}}. Thank you.';
    const knownUpTo = day('2026-11-19');
    const all =
      'Acme Inc. owes us.\nAs of 19 November 2026 we miss 4,800.00 EUR! Payments are in up to 19 November 2026. Thank you.';
    expect(said(own, { knownUpTo })).toBe(all);
    expect(said(own)).toBe('Acme Inc. owes us.\nThank you.');
    expect(said('{{#as of}}{{as of}}{{/as of}}{{^as of}}none yet{{/as of}}')).toBe('none yet');
    expect(composed(withBody('Hello', {}, 'Balance as of {{as of}}')).subject).toBe('Balance as of 20 November 2026');
  });

  it('signs with sender and company where no signature is set', () => {
    expect(said('{{signature}}')).toBe('Mara Lind\nNordlicht Werkzeuge GmbH');
    expect(said('{{signature}}', { sender: '' })).toBe('Nordlicht Werkzeuge GmbH');
  });

  it('keeps its subject to one line whatever the names hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (customer) => {
        const made = composeLetter(withBody('x', { customer }, 'For {{customer}}: {{total}}'));
        if (!isLetterProblem(made)) expect(made.subject).toMatch(/^[^\p{Cc}\u2028\u2029]+$/u);
      }),
    );
  });

  it('shows names as they are in the text and escaped in the HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 }), (drawn) => {
        const customer = `A${drawn.trim().replace(/\s+/g, ' ')}Z`;
        const { text, html } = composed(withBody('{{customer}}', { customer, reference: '' }));
        expect(text).toBe(`${customer}\n`);
        const body = /<p [^>]*>([\s\S]*)<\/p>/.exec(html)?.[1] ?? '';
        expect(body.replace(/<a href="[^"]*" style="color:#1155cc;">|<\/a>/g, '')).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('is the same letter for the same input', () => {
    expect(composed(fullInput('Firm'))).toEqual(composed(fullInput('Firm')));
  });
});

describe('a letter that is not made', () => {
  const codeOf = (input: LetterInput): string => {
    const made = composeLetter(input);
    return isLetterProblem(made) ? made.code : 'made';
  };

  it('is one with an unknown or forbidden placeholder, in subject or body, and says which template', () => {
    expect(codeOf(withBody('{{totl}}'))).toBe('unknown-placeholder');
    expect(codeOf(withBody('x', {}, '{{totl}}'))).toBe('unknown-placeholder');
    expect(codeOf(withBody('{{{total}}}'))).toBe('template-forbidden');
    expect(codeOf(withBody('{{#total}}'))).toBe('template-syntax');
    const made = composeLetter(withBody('{{totl}}'));
    expect(isLetterProblem(made) && made.message).toBe(
      'Body of "Mine": There is no placeholder {{totl}}. Did you mean {{total}}?',
    );
  });

  it('is one with a gap in a sentence, not one whose paragraph can vanish', () => {
    expect(codeOf(withBody('Pay before {{next step}}.'))).toBe('empty-placeholder');
    expect(codeOf(withBody('x', {}, 'Dear {{contact}}'))).toBe('empty-placeholder');
    expect(codeOf(withBody('x\n\n{{next step}}'))).toBe('made');
  });

  it('is one without a subject or a body', () => {
    expect(codeOf(withBody('x', {}, '  '))).toBe('empty-text');
    expect(codeOf(withBody('{{next step}}'))).toBe('empty-text');
  });

  it('is one in a language without words', () => {
    expect(codeOf(minimalInput('Friendly', { language: 'xx' }))).toBe('no-language');
    expect(codeOf(minimalInput('Friendly', { language: 'constructor' }))).toBe('no-language');
    expect(codeOf(minimalInput('Friendly', { language: 'EN-gb' }))).toBe('made');
  });
});

describe('a draft to edit', () => {
  it('writes names out and keeps what may change before sending as placeholders', () => {
    const draft = draftOf(fullInput('Firm'));
    if ('code' in draft) throw new Error(draft.message);
    expect(draft.subject).toBe('Nordlicht Werkzeuge GmbH: {{n}} overdue invoices');
    expect(draft.body).toMatch(/^Dear Anna Weber,\n\nThe \{\{n\}\} invoices below, \{\{total\}\} in all/);
    expect(draft.body).toContain('\n\n{{invoices}}\n\n');
  });

  it('states the new sum after a payment: story of 5,000.00 of which 2,000.00 came in between', () => {
    const before = minimalInput('Friendly', { lines: [line({ balance: 500_000 })] });
    const draft = draftOf(before);
    if ('code' in draft) throw new Error(draft.message);
    const edited = { name: 'Friendly', subject: draft.subject, body: `Hello again!\n\n${draft.body}` };
    const { text } = composed({ ...before, template: edited, lines: [line({ balance: 300_000, received: 200_000 })] });
    expect(text).toMatch(/^Hello again!/);
    expect(text).toContain('3,000.00 EUR');
    expect(text).toContain('2,000.00 EUR received so far');
    expect(text).not.toContain('5,000.00');
  });

  it('does not turn a name with braces into a placeholder', () => {
    const input = withBody('{{customer}}', { customer: '{{total}}' });
    const draft = draftOf(input);
    expect('code' in draft ? '' : draft.body).toBe('{ {total}}');
  });
});

describe('documents of an invoice', () => {
  const documents = { invoice: 'https://files.example/17.pdf?a=1&b=2', delivery: 'javascript:alert(1)', order: 'desk' };

  it('are links below its line, in text and in HTML alike, and only where they are web addresses', () => {
    const lines = [line({ invoice: 'INV-17', documents }), line({ invoice: 'INV-18' })];
    const letter = composed(minimalInput('Friendly', { lines }));
    expect(letter.text).toMatch(/INV-17 .*\n {2}Open the invoice: https:\/\/files\.example\/17\.pdf\?a=1&b=2\nINV-18/);
    expect(letter.html).toContain('<a href="https://files.example/17.pdf?a=1&amp;b=2"');
    expect(letter.html).not.toContain('javascript');
    expect(letter.html.split('<a href="https://files').length).toBe(2);
  });
});
