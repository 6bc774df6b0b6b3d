// How a mail reads to whom it reaches: in its first lines, on a phone, with colours turned over, with one invoice or 300.
import { describe, expect, it } from 'vitest';
import { composeLetter, isLetterProblem, type Letter, type LetterInput } from '../../../src/dunning/letter/letter';
import type { LetterAbout } from '../../../src/dunning/letter/letter-input';
import { LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { wordsOf } from '../../../src/dunning/letter/letter-words';
import { quotedPrintable } from '../../../src/dunning/mail/mime-encoding';
import { pngOf } from '../../../src/dunning/mail/picture';
import { creditorReference, printedReference } from '../../../src/receivables/cash/structured-reference';
import { readCode } from '../mail/read-code';
import { BANK_DETAILS, day, fullInput, line, minimalInput } from './letter-examples';

const ASKING = ['Friendly', 'Personal', 'Firm', 'Firm senior', 'Firm deadline', 'Hold notice', 'Final'];
const NAMES = [
  ...ASKING,
  'Promise reminder',
  'Promise noted',
  'Promise missed',
  'Statement',
  'Plan agreed',
  'Apology',
  'Invoice',
];
const ACCOUNT = { holder: 'Nordlicht Werkzeuge GmbH & Co. KG', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX' };
const pay = (colour = ''): LetterInput['pay'] => ({
  accounts: { EUR: ACCOUNT },
  unchanged: true,
  look: { colour, logo: '' },
});

const LINKS = { invoice: 'https://files.example/i', delivery: 'https://files.example/d' };
const CREDIT = line({ invoice: 'CN-31', due: null, role: 'credit', balance: -30_000 });
const CLAIMS: LetterAbout['lateCharges'] = [
  { invoice: 'RE-2026-1', currency: 'EUR', days: 61, interest: 2213, compensation: 4000 },
  { invoice: 'RE-2026-2', currency: 'EUR', days: 1, interest: 113, compensation: 4000 },
];

/** So many overdue invoices, every second with its documents, and a credit where there are several. */
const many = (count: number): LetterInput['lines'] => [
  ...[...Array(count).keys()].map((number) =>
    line({
      invoice: `RE-2026-${number + 1}`,
      orderNumber: number % 3 === 0 ? `PO-${number}` : '',
      due: day('2026-09-20') + (number % 50),
      balance: 480_000 + number,
      documents: number % 2 === 0 ? LINKS : {},
    }),
  ),
  ...(count > 1 ? [CREDIT] : []),
];

const promised = { day: day('2026-11-27'), amount: 480_000, currency: 'EUR' };
const ABOUT = (name: string): LetterAbout =>
  name.startsWith('Promise') ? { promise: promised } : { instalments: [promised] };

function mail(name: string, language: string, change: Partial<LetterInput> = {}): Letter {
  const { answer } = fullInput(name);
  const made = composeLetter(
    minimalInput(name, { language, pay: pay(), about: ABOUT(name), ...(answer ? { answer } : {}), ...change }),
  );
  if (isLetterProblem(made)) throw new Error(made.message);
  return made;
}

const each = (names: readonly string[]): [string, string][] =>
  LETTER_TAGS.flatMap((tag) => names.map((name): [string, string] => [tag, name]));

const twoCurrencies = [line({}), line({ invoice: 'RE-2', currency: 'GBP', balance: 120_000 })];

describe('a mail that asks', () => {
  it.each(each(ASKING))('%s %s has the sum, then how to pay, then the table, in both parts', (tag, name) => {
    const words = wordsOf(tag);
    const { text, html, pictures } = mail(name, tag, { lines: many(1) });
    const reference = printedReference(creditorReference('DS-7F3K2'));
    for (const part of [text, html.slice(html.indexOf('<body'))]) {
      const places = [
        words?.pay.amount,
        'DE89 3704 0044 0532 0130 00',
        reference,
        words?.pay.unchanged,
        'RE-2026-1</td>|RE-2026-1 ',
      ].map((said) => (said ?? '?').split('|').map((one) => part.lastIndexOf(one)));
      const [sum = -1, account = -1, quoted = -1, unchanged = -1, row = -1] = places.map((all) => Math.max(...all));
      expect([sum >= 0, sum < account, account < quoted, quoted < unchanged, unchanged < row]).toEqual(
        Array(5).fill(true),
      );
    }
    // A code is read once a language: that takes longest.
    const [picture] = pictures;
    if (name !== 'Final') return;
    expect(picture && readCode(pngOf(picture)).split('\n').slice(6)).toEqual([
      ACCOUNT.iban,
      'EUR4800.00',
      '',
      creditorReference('DS-7F3K2'),
    ]);
  });

  it.each(each(ASKING))('%s %s says the sum and asks within its first 200 characters, of 1 and of 12', (tag, name) => {
    const { money } = wordsOf(tag) ?? {};
    for (const [count, asked] of [
      [1, 480_000],
      [12, 12 * 480_000 + 66 - 30_000],
    ] as const) {
      const { text } = mail(name, tag, { lines: many(count), contact: 'Anna Weber' });
      expect(text.slice(0, 200)).toContain(money?.(asked, 'EUR'));
      expect(text.slice(0, 200)).toMatch(/to pay|zu zahlender|à régler|a pagar/i);
    }
  });

  it.each(LETTER_TAGS)('%s has an HTML part below 90 KB with 300 invoices, and all of them in its text', (tag) => {
    const { text, html } = mail('Firm', tag, { lines: many(300), about: { lateCharges: CLAIMS } });
    expect(quotedPrintable(html).length).toBeLessThan(90_000);
    expect(new Set(text.match(/RE-2026-\d+/g)).size).toBe(300);
  });
});

/** Each text of an HTML part with the colours it has: the styles of its own and those it inherits, without any style sheet. */
function colouredTexts(html: string): { said: string; ink: string; ground: string }[] {
  const texts: { said: string; ink: string; ground: string }[] = [];
  const open = [{ tag: '', ink: '', ground: '' }];
  for (const [, tag = '', said = ''] of html.slice(html.indexOf('<body')).matchAll(/<([^>]+)>([^<]*)/g)) {
    const name = tag.replace(/^\//, '').split(' ')[0] ?? '';
    const outer = open[open.length - 1] ?? { ink: '', ground: '' };
    if (tag.startsWith('/')) {
      const from = open.map((one) => one.tag).lastIndexOf(name);
      if (from > 0) open.length = from;
    } else if (!/^(br|img|meta)$/.test(name))
      open.push({
        tag: name,
        ink: /[";]color:(#[0-9a-f]{6})/.exec(tag)?.[1] ?? outer.ink,
        ground: /background-color:(#[0-9a-f]{6})/.exec(tag)?.[1] ?? outer.ground,
      });
    const { ink, ground } = open[open.length - 1] ?? outer;
    if (said.trim() !== '') texts.push({ said: said.trim(), ink, ground });
  }
  return texts;
}

/** The contrast of two colours, as they are or turned over (WCAG 2.2, relative luminance). */
function contrast(one: string, other: string, isTurned: boolean): number {
  const [light = 1, dark = 0] = [one, other]
    .map((colour) => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
        const shown = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
        const part = isTurned ? 1 - shown : shown;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours of a mail', () => {
  it('are measured as WCAG measures them', () => {
    expect(contrast('#ffffff', '#000000', false)).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff', false)).toBeCloseTo(4.54, 2);
  });

  it.each(NAMES)('stand out by 4.5 to 1 or more without style sheet, as they are and turned over: %s', (name) => {
    const lines = [...many(2), line({ role: 'disputed', disputed: 480_000 }), line({ disputed: 100, received: 200 })];
    const texts = colouredTexts(mail(name, 'en', { lines, about: { ...fullInput(name).about } }).html);
    expect(texts.length).toBeGreaterThan(5);
    for (const { said, ink, ground } of texts)
      for (const isTurned of [false, true])
        expect(contrast(ink, ground, isTurned), `${said} ${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it('stand out on the button too, whatever colour the firm has', () => {
    const lines = [line({ paymentLink: 'https://pay.example/1' })];
    const steps = ['00', '80', 'ff'];
    for (const red of steps)
      for (const green of steps)
        for (const blue of steps) {
          const { html } = mail('Friendly', 'en', { lines, pay: pay(`#${red}${green}${blue}`) });
          const button = colouredTexts(html).find(({ said }) => said === 'Pay online');
          expect(html).toContain(`border:2px solid #${red}${green}${blue};`);
          for (const isTurned of [false, true])
            expect(
              contrast(button?.ink ?? '', button?.ground ?? '', isTurned),
              `#${red}${green}${blue}`,
            ).toBeGreaterThanOrEqual(4.5);
        }
  });
});

describe('a sum in a mail', () => {
  it.each(each(NAMES))('%s %s is never parted from its currency at the end of a line', (tag, name) => {
    const { discount: _, ...all } = fullInput(name).about ?? {};
    const about = { ...all, promise: promised, lateCharges: CLAIMS };
    for (const lines of [many(2), twoCurrencies]) {
      const { html } = mail(name, tag, { lines, bankDetails: BANK_DETAILS, about });
      const outside = html
        .slice(html.indexOf('<body'))
        .replace(/<(td|th)[ >][\s\S]*?<\/\1>/g, (cell) => (cell.includes('<div') ? cell : ''))
        .replace(/<span style="white-space:nowrap;">[^<]*<\/span>/g, '');
      expect(outside).not.toMatch(/\d [A-Z]{3}\b(?<!\d \d)/);
    }
  });
});

describe('a sentence', () => {
  it.each(each(['Promise noted', 'Plan agreed']))(
    '%s %s is said once below accounts of two currencies',
    (tag, name) => {
      const about = { promise: promised, instalments: [promised] };
      const { text } = mail(name, tag, { lines: twoCurrencies, bankDetails: BANK_DETAILS, about });
      expect(text).toContain('IBAN');
      expect(text).toContain('Sort code 00-00-00');
      const [before = '', ...after] = text.split(wordsOf(tag)?.pay.unchanged ?? '?');
      expect(after).toHaveLength(1);
      expect(before.trimEnd().endsWith('account 00000000')).toBe(true);
    },
  );

  it.each(LETTER_TAGS)('%s speaks of one document or of several, as there are', (tag) => {
    const said: Record<string, [one: string, several: string]> = {
      en: ['The link in the table opens the document.', 'The links in the table open the documents.'],
      de: ['Der Link in der Tabelle öffnet das Dokument.', 'Die Links in der Tabelle öffnen die Dokumente.'],
      fr: ['Le lien dans le tableau ouvre le document.', 'Les liens dans le tableau ouvrent les documents.'],
      es: ['El enlace en la tabla abre el documento.', 'Los enlaces en la tabla abren los documentos.'],
    };
    const [one = '?', several = '?'] = said[tag] ?? [];
    expect(mail('Invoice', tag, { lines: many(1) }).text).toContain(one);
    expect(mail('Invoice', tag, { lines: many(2) }).text).toContain(several);
    expect(mail('Invoice', tag, { lines: many(2) }).text).not.toContain(one);
  });

  it.each(LETTER_TAGS)('%s names no due date of a credit, though its row has one', (tag) => {
    const due = day('2026-12-18');
    const { text, html } = mail('Friendly', tag, { lines: [line({}), { ...CREDIT, due }] });
    expect(`${text}${html}`).toContain('CN-31');
    expect(`${text}${html}`).not.toContain(wordsOf(tag)?.shortDate(due));
  });

  it.each(LETTER_TAGS)('%s asks with a missing order number for what remains once credits are set off', (tag) => {
    const [, asked = ''] = mail('Order number', tag, { lines: [line({}), CREDIT] }).text.split('CN-31');
    const { money } = wordsOf(tag) ?? {};
    expect(asked).toContain(money?.(450_000, 'EUR'));
    expect(asked).not.toContain(money?.(480_000, 'EUR'));
  });

  it.each(NAMES)('fr %s sets a blank that does not break before each colon', (name) => {
    const about = { promise: promised, instalments: [promised], lateCharges: CLAIMS };
    const lines = [
      line({ newDate: day('2026-12-08') }),
      line({ paymentLink: 'https://pay.example/1', invoice: 'RE-2' }),
    ];
    const { text } = mail(name, 'fr', { lines, about });
    expect(text).not.toMatch(/[^\u00a0]: /);
  });

  it('es addresses the firm as ustedes in every mail, the senior contact alone as usted', () => {
    const one = /\b(Le enviamos|le rogamos|Podría |necesite |contabilice |nos pidió|ya ha pagado|llámenos|Respóndanos)/;
    for (const name of [...NAMES, 'Invoice by network', 'Invoice copy', 'Assigned invoices', 'Dispute closed'])
      if (name !== 'Firm senior') expect(mail(name, 'es', { payTo: 'Factor SA' }).text, name).not.toMatch(one);
  });
});
