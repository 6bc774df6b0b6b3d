// The wording of what customers read, as rules that hold in every language: subjects, requests, credits, claims, phrases.
import { describe, expect, it } from 'vitest';
import { byHandTexts } from '../../../src/dunning/letter/by-hand-texts.prepared';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import { composeLetter, isLetterProblem, type Letter, type LetterInput } from '../../../src/dunning/letter/letter';
import type { LetterAbout } from '../../../src/dunning/letter/letter-input';
import { LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { sumsOf } from '../../../src/dunning/letter/letter-sums';
import { wordsOf } from '../../../src/dunning/letter/letter-words';
import { day, fullInput, line, minimalInput } from './letter-examples';

const MAILS = [...new Set(defaultTemplates().map(({ template }) => template))].filter(
  (name) => !byHandTexts().includes(name),
);
const ASKING_FIRST = ['Friendly', 'Personal', 'Firm', 'Firm deadline', 'Hold notice', 'Final'];
const ASKING = [...ASKING_FIRST, 'Firm senior', 'Promise missed', 'Part payment', 'Dispute closed', 'Old balance'];
const MESSAGES = ['WhatsApp friendly', 'WhatsApp personal', 'WhatsApp firm'];
const FIRM = 'Nordlicht Werkzeuge GmbH';

const each = (names: readonly string[]): [string, string][] =>
  LETTER_TAGS.flatMap((tag) => names.map((name): [string, string] => [tag, name]));

function composed(input: LetterInput): Letter {
  const made = composeLetter(input);
  if (isLetterProblem(made)) throw new Error(made.message);
  return made;
}

const credit = (minor: number, currency = 'EUR') =>
  line({ invoice: 'CN-31', due: null, role: 'credit', balance: -minor, currency });
const two = [line({}), line({ invoice: 'INV-1007', due: day('2026-11-09'), balance: 250_000 })];
const early = [line({ role: 'not-due', due: day('2026-12-03') })];
const SENT: LetterAbout = { reminders: [day('2026-11-06'), day('2026-11-16')], unanswered: true };

/** A mail of one or several invoices, little and much known. */
const letters = (language: string, name: string): Letter[] => [
  composed(minimalInput(name, { language })),
  composed(minimalInput(name, { language, lines: two })),
  composed(minimalInput(name, { language, lines: [...two, credit(30_000)] })),
  composed(minimalInput(name, { language, lines: [...two, line({ currency: 'GBP', invoice: 'INV-1009' })] })),
  composed(fullInput(name, { language })),
];

const oneSpace = (text: string): string => text.replace(/\s+/g, ' ');
const amount = (tag: string, minor: number): string => oneSpace(wordsOf(tag)?.money(minor, 'EUR') ?? '');
const date = (tag: string, iso: string): string => wordsOf(tag)?.longDate(day(iso)) ?? '';
const times = (text: string, part: string): number => text.split(part).length - 1;

describe('the subject of a mail to a customer', () => {
  it.each(each(MAILS))('%s %s names the firm and at most one number, and calls nobody by name', (tag, name) => {
    const made = letters(tag, name);
    if (name === 'Before due') made.push(composed(minimalInput(name, { language: tag, lines: early })));
    for (const { subject } of made) {
      expect(subject.startsWith(FIRM)).toBe(true);
      expect(subject.match(/\d[\d.,]*/g)?.length ?? 0, subject).toBeLessThan(2);
      expect(subject).not.toContain('Anna Weber');
    }
  });

  it('names who signs where the firm is not set', () => {
    const { subject } = composed(minimalInput('Firm', { company: '' }));
    expect(subject).toBe('Mara Lind: overdue invoice INV-1001');
  });
});

describe('a mail that asks', () => {
  it.each(each([...ASKING, ...MESSAGES]))('%s %s asks once, and names one day', (tag, name) => {
    for (const { text } of letters(tag, name)) {
      const days = ['2026-11-25', '2026-12-01', '2026-12-08'].map((iso) => times(text, date(tag, iso)));
      expect(
        days.reduce((sum, count) => sum + count),
        text,
      ).toBe(1);
    }
  });

  it.each(each(ASKING_FIRST))('%s %s asks within its first 200 characters', (tag, name) => {
    const asks = /pay|reaches our account|überweisen|erhalten|régler|parvenir|pagar|paguen|llegar/;
    for (const lines of [[line({})], two, [...two, credit(30_000)]]) {
      const { text } = composed(minimalInput(name, { language: tag, contact: 'Anna Weber', lines, about: SENT }));
      expect(text.slice(text.indexOf('\n\n'), 200), text).toMatch(asks);
    }
  });

  it.each(ASKING_FIRST.filter((name) => name !== 'Old balance'))('en %s says when the invoice was due', (name) => {
    expect(composed(minimalInput(name)).text).toContain('due on 2 November 2026');
  });
});

describe('a copy', () => {
  const COPY = /copy|Kopie|copia|duplicata/;
  it.each(each(['Before due', 'Friendly', 'Statement']))(
    '%s %s is offered unless each invoice that is asked for opens by its link',
    (tag, name) => {
      const link = { invoice: 'https://files.example/1' };
      const [linked, other] = [line({ documents: link }), line({ invoice: 'INV-1007', documents: link })];
      const text = (lines: LetterInput['lines']): string => composed(minimalInput(name, { language: tag, lines })).text;
      expect(text([linked, line({ invoice: 'INV-1007' })])).toMatch(COPY);
      expect(text([linked, other])).not.toMatch(COPY);
      expect(text([linked, other])).not.toMatch(/ ,|,,|\{|\n\n\n/);
    },
  );
});

describe('credits', () => {
  const withCredit = (tag: string, name: string, minor: number, dispute = 0): string =>
    oneSpace(composed(minimalInput(name, { language: tag, lines: [line({ disputed: dispute }), credit(minor)] })).text);

  it.each(each(ASKING_FIRST))('%s %s asks for what remains once they are set off', (tag, name) => {
    const text = withCredit(tag, name, 30_000);
    const [request = ''] = text.split('INV-1001 ').slice(0, 1);
    expect(`${request}${text}`).toContain(amount(tag, 450_000));
    expect(times(text, amount(tag, 450_000))).toBe(2);
  });

  it.each(LETTER_TAGS)('%s leave the sum as it is where a part of the account is in dispute', (tag) => {
    const text = withCredit(tag, 'Firm', 30_000, 100_000);
    expect(text).toContain(amount(tag, 380_000));
    expect(text).not.toContain(amount(tag, 350_000));
    expect(text).toContain(amount(tag, 30_000));
  });

  it('are set off in their own currency alone, and never down to nothing', () => {
    const pounds = line({ currency: 'GBP', balance: 100_000 });
    expect(sumsOf([line({}), pounds, credit(30_000)]).net).toEqual({ EUR: 450_000, GBP: 100_000 });
    expect(sumsOf([line({}), credit(30_000, 'GBP')]).net).toEqual({});
    expect(sumsOf([line({}), credit(480_000)]).net).toEqual({});
    expect(sumsOf([line({})]).net).toEqual({});
  });

  it.each(LETTER_TAGS)('%s ask the customer for no work of ours, and for other wishes within five days', (tag) => {
    const text = withCredit(tag, 'Friendly', 30_000);
    expect(text).toMatch(/within 5 days|innerhalb von 5 Tagen|sous 5 jours|en un plazo de 5 días/);
    expect(text).not.toMatch(/which invoices|mit welchen Rechnungen|quelles factures|qué facturas/);
  });
});

describe('earlier reminders', () => {
  const final = (tag: string, days: readonly string[], name = 'Final', unanswered = true): string =>
    composed(minimalInput(name, { language: tag, about: { reminders: days.map(day), unanswered } })).text;
  const spoken = /despite|trotz|malgré|a pesar|no answer|ohne Antwort|sans réponse|respuesta\./i;

  it.each(each(['Final', 'Firm deadline', 'Firm senior']))('%s %s are not claimed without two of them', (tag, name) => {
    expect(final(tag, [], name)).not.toMatch(spoken);
    expect(final(tag, ['2026-11-06'], name)).not.toMatch(spoken);
  });

  it.each(each(['Final', 'Firm deadline', 'Firm senior']))('%s %s are named by their days, the latest', (tag, name) => {
    const words = wordsOf(tag);
    const short = (iso: string): string => words?.shortDate(day(iso)) ?? '';
    expect(final(tag, ['2026-11-06', '2026-11-16'], name)).toContain(
      `${short('2026-11-06')} ${words?.marks.and} ${short('2026-11-16')}`,
    );
    const many = final(tag, ['2026-11-03', '2026-11-06', '2026-11-10', '2026-11-16'], name);
    expect(many).not.toContain(short('2026-11-03'));
    expect(many).toContain(`${short('2026-11-06')}, ${short('2026-11-10')} `);
  });

  it.each(LETTER_TAGS)('%s had no answer only where none came', (tag) => {
    expect(final(tag, ['2026-11-06', '2026-11-16'], 'Firm senior', false)).not.toMatch(spoken);
  });
});

describe('the outcome of a dispute', () => {
  const closed = (tag: string, about: LetterAbout): string =>
    composed(minimalInput('Dispute closed', { language: tag, about: { outcome: 'Delivered.', ...about } })).text;
  const kept: Record<string, string> = {
    en: 'does not change the original due date',
    de: 'ursprüngliche Fälligkeit ändert sich dadurch nicht',
    fr: 'échéance d’origine n’en est pas modifiée',
    es: 'vencimiento original no cambia',
  };

  it.each(LETTER_TAGS)('%s moves no due date by itself', (tag) => {
    expect(closed(tag, { dueKept: true })).toContain(kept[tag]);
    expect(closed(tag, { dueKept: true })).toContain(date(tag, '2026-11-25'));
    expect(closed(tag, { dueKept: false })).not.toContain(kept[tag]);
    expect(closed(tag, { newDue: day('2026-12-08') })).toContain(date(tag, '2026-12-08'));
  });
});

describe('phrases', () => {
  const customers = defaultTemplates().filter(({ template }) => !/^(Task|Call|Heads)/.test(template));
  const BANNED: [why: string, phrase: RegExp][] = [
    ['excuses them before they ask', /overlooked|übersehen|oubli|pasado por alto|salvo error|sauf erreur/i],
    ['blames the clerk who reads it', /accounts department|Buchhaltung|service comptable|contabilidad/i],
    ['claims messages nobody counted', /several messages|earlier reminders|mehrerer Nachrichten|bisherigen Erinn/i],
    ['is a lawyer’s word', /mise en demeure/i],
    ['shouts', /!|¡/],
    ['guesses who reads it', /sir or madam|Damen und Herren|Madame, Monsieur|Messieurs|Muy señor|Estimados señores/i],
    ['leaves the sum to be guessed', /as soon as possible|umgehend|sans attendre|inmediat[oa] del importe/i],
  ];

  it.each(BANNED)('none %s', (_, phrase) => {
    for (const { language, template, subject, body } of customers)
      expect(`${subject}\n${body}`, `${language} ${template}`).not.toMatch(phrase);
  });

  it('greet whoever reads it, and guess no sir, madam or gentlemen', () => {
    for (const tag of LETTER_TAGS)
      for (const contact of ['', 'Anna Weber'])
        expect(wordsOf(tag)?.greeting(contact)).not.toMatch(/sir|madam|herr|dame|monsieur|señor/i);
  });
});

describe('the texts that a person chooses', () => {
  it.each(LETTER_TAGS)('%s Apology takes a message back by its day, and asks for nothing', (tag) => {
    const { text } = composed(minimalInput('Apology', { language: tag, about: { lastContact: day('2026-11-10') } }));
    expect(text).toContain(date(tag, '2026-11-10'));
    expect(text).not.toMatch(/\d EUR|INV-1001/);
  });

  it.each(LETTER_TAGS)('%s Promise noted says the amount and the day, and asks for nothing', (tag) => {
    const about = { promise: { day: day('2026-11-27'), amount: 640_000, currency: 'EUR' } };
    const { text } = composed(minimalInput('Promise noted', { language: tag, about }));
    expect(oneSpace(text)).toContain(amount(tag, 640_000));
    expect(text).toContain(date(tag, '2026-11-27'));
    expect(text).not.toContain('INV-1001');
  });
});
