// A letter to post as a page: what stands on it, in its language, and that nothing in it is taken as HTML.
import { describe, expect, it } from 'vitest';
import { composeLetter, isLetterProblem, type LetterInput } from '../../../src/dunning/letter/letter';
import { letterPage } from '../../../src/dunning/letter/letter-page';
import { dayOf } from '../../../src/receivables/day';

const ACCOUNT = 'IBAN DE89 3704 0044 0532 0130 00';

const POSTED: LetterInput = {
  template: {
    name: 'Final',
    subject: 'Final reminder: {{total}}',
    body: '{{greeting}}\n\n{{invoices}}\n\n{{signature}}',
  },
  language: 'de',
  customer: 'Bram & Söhne <GmbH>',
  contact: 'Anna Weber',
  company: 'Our Firm Ltd',
  sender: 'Ann Keller',
  signature: '',
  lines: [
    {
      invoice: '1001',
      orderNumber: '',
      due: dayOf(2026, 10, 1),
      currency: 'EUR',
      balance: 120_000,
      role: 'overdue',
      disputed: 0,
    },
  ],
  bankDetails: { EUR: ACCOUNT },
  asOf: dayOf(2026, 11, 10) ?? 0,
  addressee: ['Bram & Söhne <GmbH>', 'Anna Weber', 'Austria'],
  reference: 'DS-7F3K2',
};

function composed(input: LetterInput): { html: string; text: string } {
  const letter = composeLetter(input);
  if (isLetterProblem(letter)) throw new Error(letter.message);
  return letter;
}

describe('a letter to post', () => {
  it('names our firm, whom it goes to, the day in its language, the subject and the invoices', () => {
    const { html } = composed(POSTED);
    expect(html).toContain('<p class="from">Our Firm Ltd</p>');
    expect(html).toContain('<address class="to">Bram &amp; Söhne &lt;GmbH&gt;\nAnna Weber\nAustria</address>');
    expect(html).toContain('<p class="date">10. November 2026</p>');
    expect(html).toContain('<h1 class="subject">Final reminder: 1.200,00 EUR</h1>');
    expect(html).toMatch(/<table[\s\S]*1001[\s\S]*1\.200,00 EUR/);
    expect(html).toContain('lang="de"');
  });

  it('names the account even where its text does not', () => {
    expect(composed(POSTED).html).toContain(ACCOUNT);
    expect(composed(POSTED).text).toContain(ACCOUNT);
  });

  it('names the account once where its text does', () => {
    const template = { ...POSTED.template, body: '{{greeting}}\n\n{{bank details}}\n\n{{signature}}' };
    expect(composed({ ...POSTED, template }).html.split(ACCOUNT)).toHaveLength(2);
  });

  it('says the same words as the mail of that text', () => {
    const { addressee: _, ...mail } = POSTED;
    const body = '{{greeting}}\n\n{{invoices}}\n\n{{bank details}}';
    const template = { ...POSTED.template, body };
    expect(composed({ ...POSTED, template }).text).toBe(composed({ ...mail, template }).text);
  });

  it('leaves out lines of the address that are empty', () => {
    const page = { company: 'F', date: 'today', subject: 'S', tag: 'en', blocks: [] };
    expect(letterPage({ ...page, addressee: ['Acme', ' ', 'Leeds'] })).toContain(
      '<address class="to">Acme\nLeeds</address>',
    );
  });
});
