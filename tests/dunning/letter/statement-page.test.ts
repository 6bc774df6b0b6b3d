// The statement of account: what it says in each language, and that nothing in it is beyond Google's converter.
import { describe, expect, it } from 'vitest';
import type { LetterInput } from '../../../src/dunning/letter/letter-input';
import { LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { statementPage } from '../../../src/dunning/letter/statement/statement-page';
import { day } from '../../builders/dunning-facts';

const AS_OF = day('2026-11-28');
const LINE = { orderNumber: '', due: AS_OF - 10, balance: 120_000, role: 'overdue', disputed: 0 } as const;
const LETTER: LetterInput = {
  template: { name: '', subject: '', body: '' },
  ...{ language: 'en', customer: 'R&D <b>', contact: '', company: 'Müller & Søn A/S', sender: '', signature: '' },
  lines: [
    {
      ...LINE,
      invoice: '1001',
      currency: 'EUR',
      paymentLink: 'https://pay.example/1001',
      documents: { invoice: 'https://docs.example/1' },
    },
    { ...LINE, invoice: '1002', currency: 'USD', balance: 5_000 },
    { ...LINE, invoice: 'CN-1', currency: 'EUR', balance: -20_000, role: 'credit', due: null },
  ],
  bankDetails: { USD: 'ABA 026009593' },
  pay: {
    accounts: { EUR: { holder: 'Müller', iban: 'DE02120300000000202051', bic: '' } },
    unchanged: true,
    look: { colour: '#1f4e79', logo: 'iVBORw0KGgo=' },
  },
  asOf: AS_OF,
  addressee: ['R&D <b>', '1 Mill Lane'],
  reference: 'DS-7F3K2',
};
const ACTIVITY = [
  {
    ...{ currency: 'EUR', before: AS_OF - 90, broughtForward: 50_000, closing: 100_000 },
    lines: [
      { on: AS_OF - 40, kind: 'invoice', invoice: '1001', amount: 120_000, balance: 170_000 },
      { on: AS_OF - 20, kind: 'payment', invoice: '0990', amount: -50_000, balance: 120_000 },
      { on: null, kind: 'undated', invoice: '', amount: -20_000, balance: 100_000 },
    ],
  },
  { currency: 'USD', before: AS_OF - 90, broughtForward: 5_000, closing: 5_000, lines: [] },
] as const;
const made = (language: string) =>
  statementPage(
    {
      letter: { ...LETTER, language },
      customerId: '10023',
      activity: ACTIVITY.map((one) => ({ ...one, lines: [...one.lines] })),
      from: AS_OF - 90,
    },
    '2026-11-28',
  ) ?? expect.fail(language);

describe('the statement of an account', () => {
  it('says whose it is, what is open per currency, what happened, and how it is paid', () => {
    const { html, name } = made('en');
    expect(name).toBe('Statement-Muller-S-n-A-S-2026-11-28.pdf');
    for (const said of [
      ...['Müller &amp; Søn A/S', 'R&amp;D &lt;b&gt;<br>', '10023', 'Ref DS-7F3K2', '28 November 2026'],
      ...['1,000.00 EUR', '50.00 USD', 'Invoices in USD', 'Account activity since 30 August 2026', 'Brought forward'],
      ...['Payment, thank you · 0990', '-500.00 EUR', 'DE02 1203 0000 0000 2020 51', 'ABA 026009593'],
      'Payments and credits without a date',
    ])
      expect(html).toContain(said);
    expect(html).not.toContain('1,050.00');
  });

  // Reports from the field on Utilities' converter: no flex, grid, floats, variables, fonts or pictures from elsewhere; backgrounds are dropped.
  it.each(LETTER_TAGS)('holds nothing that the converter cannot draw: %s', (language) => {
    const { html, name } = made(language);
    expect(html).not.toMatch(/flex|grid|float|var\(|background|@media|@font-face|@import|position:|url\(/i);
    expect(html).not.toMatch(/<(img|link|script|svg|div|iframe)\b/i);
    expect(html).toContain('<meta charset="UTF-8">');
    expect(name).toMatch(/^[A-Za-z0-9-]+\.pdf$/);
    // Whatever opens closes: the converter is no browser that mends.
    for (const tag of ['table', 'tr', 'td', 'th', 'p', 'thead', 'tbody', 'b', 'h2', 'a'])
      expect(html.match(new RegExp(`<${tag}\\b`, 'g'))?.length ?? 0).toBe(
        html.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0,
      );
  });

  it('says so where nothing is open', () => {
    const page = statementPage(
      { letter: { ...LETTER, lines: [] }, customerId: '', activity: [], from: AS_OF },
      '2026-11-28',
    );
    expect(page?.html).toContain('Nothing is open.');
  });
});
