// The default texts in every language: the same set, the same facts, whole with much and with little known.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import {
  composeLetter,
  draftOf,
  isLetterProblem,
  type Letter,
  type LetterInput,
} from '../../../src/dunning/letter/letter';
import { LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { wordsOf } from '../../../src/dunning/letter/letter-words';
import { PLACEHOLDER_NAMES } from '../../../src/dunning/letter/placeholders';
import { checkTemplate } from '../../../src/dunning/letter/template';
import type { TemplateRow } from '../../../src/dunning/letter/template-row';
import { isObjection } from '../../../src/dunning/letter/template-row';
import { day, fullInput, line, minimalInput } from './letter-examples';

const DEFAULT_TEMPLATES = defaultTemplates();
const of = (language: string): TemplateRow[] => DEFAULT_TEMPLATES.filter((row) => row.language === language);
const ENGLISH = of('en');
const FOREIGN = LETTER_TAGS.filter((language) => language !== 'en');
const EACH = DEFAULT_TEMPLATES.map((row): [string, string] => [row.language, row.template]);

function composed(input: LetterInput): Letter {
  const made = composeLetter(input);
  if (isLetterProblem(made)) throw new Error(made.message);
  return made;
}

/** The names whose values a text prints, in subject or body. */
function facts(row: TemplateRow): string[] {
  const tags = `${row.subject} ${row.body}`.match(/\{\{[^#^/][^}]*\}\}/g) ?? [];
  return [...new Set(tags.map((tag) => tag.slice(2, -2)))].sort();
}

/** The names a text asks about before it says something. */
function questions(row: TemplateRow): string[] {
  const tags = `${row.subject} ${row.body}`.match(/\{\{[#^][^}]*\}\}/g) ?? [];
  return [...new Set(tags.map((tag) => tag.slice(3, -2)))].sort();
}

// A sentence of one language may need to ask for a fact where that of another need not.
const NOT_IN_EACH: Record<string, string[]> = {
  'Call promise missed': ['promised amount'],
  'Promise missed': ['one', 'several'],
  'Part payment': ['one', 'several'],
};

const VARIANTS = (language: string): Partial<LetterInput>[] => [
  { language },
  { language, lines: [line({ role: 'not-due', due: day('2026-12-03') })] },
  { language, lines: [line({}), line({ invoice: 'INV-1002' })] },
];

const letters = (language: string, name: string): Letter[] => [
  composed(fullInput(name, { language })),
  composed(fullInput(name, { language, about: minimalInput(name).about })),
  ...VARIANTS(language).map((change) => composed(minimalInput(name, change))),
];

/** The text of an HTML part as a person reads it on a wide screen, where no label stands before a value of the table. */
function shownText(html: string): string {
  return html
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<span class="l">[^<]*<\/span>/g, '')
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}

const wordsIn = (text: string): string[] =>
  text
    .replace(/-{5,}/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');

describe('the texts of all languages', () => {
  it('are the same set, in the same order, each once', () => {
    expect(LETTER_TAGS.slice(0, 4)).toEqual(['en', 'de', 'fr', 'es']);
    for (const language of FOREIGN) {
      expect(
        of(language).map((row) => row.template),
        language,
      ).toEqual(ENGLISH.map((row) => row.template));
    }
    expect(new Set(EACH.map((one) => one.join('|'))).size).toBe(DEFAULT_TEMPLATES.length);
    expect(DEFAULT_TEMPLATES.length).toBe(LETTER_TAGS.length * ENGLISH.length);
  });

  it.each(FOREIGN)('%s tells the facts the English text tells, and asks about the same', (language) => {
    for (const row of of(language)) {
      const english = ENGLISH.find((candidate) => candidate.template === row.template);
      if (!english) throw new Error(row.template);
      expect(facts(row), row.template).toEqual(facts(english));
      const but = NOT_IN_EACH[row.template] ?? [];
      const asked = questions(english).filter((name) => !but.includes(name));
      expect(
        questions(row).filter((name) => !but.includes(name)),
        row.template,
      ).toEqual(asked);
    }
  });

  it.each(FOREIGN)('%s repeats no paragraph of the English text', (language) => {
    const prose = (row: TemplateRow): string[] =>
      row.body
        .split(/\n+/)
        .map((one) => one.replace(/\{\{[^}]*\}\}/g, '').trim())
        .filter((one) => one.length > 12);
    const english = new Set(ENGLISH.flatMap(prose));
    for (const row of of(language)) for (const one of prose(row)) expect(english.has(one), one).toBe(false);
  });

  it.each(EACH)('%s %s uses known names only', (language, name) => {
    const row = of(language).find((candidate) => candidate.template === name);
    expect(checkTemplate(row?.subject ?? '', PLACEHOLDER_NAMES)).toEqual([]);
    expect(checkTemplate(row?.body ?? '', PLACEHOLDER_NAMES)).toEqual([]);
  });

  it.each(EACH)(
    '%s %s reads whole with everything known, the least, before the due date, for several',
    (language, name) => {
      for (const letter of letters(language, name)) {
        for (const part of [letter.subject, letter.text, letter.html]) {
          expect(part).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object|\p{Cc}(?<!\n)/u);
        }
        expect(letter.subject).not.toMatch(/\n| {2}|\.\.| [.,]|[,:;]$/);
        expect(letter.text).not.toMatch(/\n{3}|[ \t]\n/);
        const prose = letter.text.split('\n\n').filter((paragraph) => !paragraph.includes('---'));
        for (const paragraph of prose) expect(paragraph).not.toMatch(/[^\n] {2}|\.\.| [.,;:?!»]|« |\(\)/);
        expect(letter.text).toContain('DS-7F3K2');
      }
    },
  );

  it.each(EACH)('%s %s says in HTML word for word what it says in text', (language, name) => {
    for (const { text, html } of letters(language, name)) {
      // A link to answer is named in the text, and is the words themselves in the HTML part.
      const written = text.replace(/^(.*?)\s*:\shttps:\/\/docs\.google\.com\S+$/m, '$1');
      expect(wordsIn(shownText(html))).toEqual(wordsIn(written));
    }
  });

  it.each(EACH)('%s %s comes back the same from a draft', (language, name) => {
    const input = fullInput(name, { language });
    const draft = draftOf(input);
    if ('code' in draft) throw new Error(draft.message);
    expect(composed({ ...input, template: { name, ...draft } })).toEqual(composed(input));
  });

  it.each(EACH)('%s %s names no day of payments that nobody confirmed, and leaves no gap', (language, name) => {
    const { knownUpTo: _, ...input } = fullInput(name, { language, asOf: day('2026-10-29') });
    const today = wordsOf(language)?.longDate(input.asOf) ?? '';
    const { text } = composed(input);
    expect(text).not.toContain(today);
    expect(text).not.toMatch(/\n{3}| \n/);
    const draft = draftOf(input);
    if ('code' in draft) throw new Error(draft.message);
    const later = { ...input, knownUpTo: day('2026-10-28') };
    expect(composed({ ...later, template: { name, ...draft } })).toEqual(composed(later));
  });

  it.each(LETTER_TAGS)('%s never shows a sum across currencies', (language) => {
    const money = wordsOf(language)?.money ?? String;
    const mixed = [1_120_000, 1_361_700, 1_197_700, 1_270_000, 1_090_000, 1_314_000].map((minor) =>
      money(minor, 'XXX'),
    );
    for (const { template } of of(language)) {
      const { subject, text } = composed(fullInput(template, { language }));
      for (const sum of mixed) expect(`${subject}\n${text}`, template).not.toContain(sum);
    }
  });

  it.each(LETTER_TAGS)('%s speaks of sums in several currencies as of several things', (language) => {
    // The words after "... EUR and ... GBP", and those that stand for such sums.
    const wrong: Record<string, RegExp> = {
      en: /and [\d.,]+ GBP (has|is|was|falls|remains|leaves)\b|\bthen remains\b|\bpay it\b/,
      de: /und [\d.,]+ GBP (ist|war|wird|bleibt|steht) |\bden Betrag\b|\bder Betrag\b/,
      fr: /et [\d. ,\u00a0\u202f]+ GBP (est|reste|n’est|ne nous est)\b|\bce montant\b/,
      es: /y [\d.,]+ GBP (está|queda|sigue|vence)\b|\bese importe\b|\bel importe\b/,
    };
    const one = { invoice: 'INV-1001', balance: 120_000 };
    const other = { invoice: 'INV-1002', currency: 'GBP', balance: 70_000 };
    const credit = { invoice: 'CN-1', balance: -10_000, role: 'credit' } as const;
    const about = {
      ...minimalInput('Firm').about,
      received: { totals: { EUR: 500, GBP: 700 }, on: day('2026-11-02') },
    };
    for (const { template } of of(language).filter((row) => !/^(Task|Call|Heads|Hold|Objection)/.test(row.template)))
      for (const role of ['overdue', 'not-due'] as const)
        for (const lines of [
          [line({ ...one, role }), line({ ...other, role })],
          [line(one), line(other), line(credit)],
        ]) {
          const { text } = composed(minimalInput(template, { language, lines, about }));
          expect(text.replace(/\s+/g, ' '), template).not.toMatch(wrong[language] ?? /^/);
        }
  });

  it.each(LETTER_TAGS)('%s keeps the columns of its tables under each other', (language) => {
    const { text } = composed(fullInput('Firm', { language }));
    const blocks = text.split('\n\n').filter((paragraph) => paragraph.includes('-----'));
    expect(blocks).toHaveLength(2);
    for (const block of blocks) {
      const rows = block.split('\n').filter((row) => /(EUR|GBP)$/.test(row) && /\d/.test(row));
      expect(rows.length).toBeGreaterThan(0);
      const rule = block.split('\n').find((row) => row.startsWith('---')) ?? '';
      for (const row of rows) expect([...row].length, row).toBe(rule.length);
    }
  });

  it('keep subjects short enough for a list of mails', () => {
    for (const [language, name] of EACH) {
      const { subject } = composed(minimalInput(name, { language }));
      expect(subject.length, `${language} ${name}: ${subject}`).toBeLessThan(85);
    }
  });

  it('threaten nobody: what reaches customers speaks of no court, agency, fee or interest of its own accord', () => {
    const threats =
      /gericht|anwalt|inkasso|rechtsweg|verzugszins|mahngebühr|strafe|tribunal|avocat|huissier|recouvrement|pénalité|mise en demeure|intérêts|juzgado|abogad|judicial|recobro|embargo|recargo|moros/i;
    for (const row of DEFAULT_TEMPLATES.filter(({ template }) => !/^(Task|Call|Heads)/.test(template))) {
      expect(`${row.subject} ${row.body}`, `${row.language} ${row.template}`).not.toMatch(threats);
    }
  });

  it('address people formally: no du, tu or tú', () => {
    const informal: Record<string, RegExp> = {
      de: /\b(du|dich|dir|dein\w*|euch|euer|eure\w*)\b/i,
      fr: /(^|[^\p{L}])(tu|toi|ton|ta|tes|t(?=’))(?![\p{L}])/iu,
      es: /(^|[^\p{L}])(tú|ti|tus|te|vosotros|vuestr\p{L}*)(?![\p{L}])/iu,
    };
    for (const language of FOREIGN)
      for (const row of of(language))
        expect(`${row.subject} ${row.body}`, row.template).not.toMatch(informal[language] ?? /^/);
  });

  it.each(LETTER_TAGS)('%s costs the sidebar less than 37 KB', (language) => {
    const folder = join('src', 'dunning', 'letter', 'languages', language);
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(37 * 1024);
  });
});

describe('the final reminder', () => {
  const final = (language: string, nextStep: string): string =>
    composed(fullInput('Final', { language, lines: [line({})], about: { nextStep } })).text.replace(/\s+/g, ' ');

  it('names handing over for collection in its own language', () => {
    expect(final('en', 'collection')).toContain('our last reminder before handing the account over for collection.');
    expect(final('de', 'collection')).toContain(
      'so ist unser nächster Schritt die Übergabe der Forderung an ein Inkassounternehmen.',
    );
    expect(final('fr', 'collection')).toContain(
      'l’étape suivante sera pour nous la transmission du dossier à une société de recouvrement.',
    );
    expect(final('es', 'Collection')).toContain(
      'el siguiente paso por nuestra parte será el traspaso del expediente a una empresa de gestión de cobro.',
    );
  });

  it('takes a person’s own words, those marked with a language for that language alone', () => {
    expect(final('de', 'die Übergabe an unsere Anwälte')).toContain('Schritt die Übergabe an unsere Anwälte.');
    const both = 'en: handing the account to our lawyers\nde: die Übergabe an unsere Anwälte';
    expect(final('en', both)).toContain('our last reminder before handing the account to our lawyers.');
    expect(final('de', both)).toContain('Schritt die Übergabe an unsere Anwälte.');
    expect(final('fr', `${both}\nfr: collection`)).toContain('société de recouvrement');
  });

  it.each(LETTER_TAGS)('%s says nothing of a next step where a dash is set, or nothing was chosen', (language) => {
    const said = final(language, '-');
    expect(final(language, '')).toBe(said);
    expect(said).not.toMatch(/collection|Inkasso|recouvrement|gestión de cobro|nächster|étape|siguiente paso/);
    expect(said).not.toContain('last reminder before');
    expect(said).not.toMatch(/ -[. ]/);
  });
});

describe('the call sheets', () => {
  it.each(LETTER_TAGS)('%s answer six objections and show terms, promises and history where known', (language) => {
    const calls = of(language).filter(({ template }) => template.startsWith('Call '));
    expect(calls).toHaveLength(6);
    const objections = of(language).flatMap(({ template, subject, body }) =>
      isObjection(template) ? [{ name: template, heard: subject, answer: body }] : [],
    );
    const { about } = fullInput('Firm');
    for (const { template } of calls) {
      const { text } = composed(fullInput(template, { language, about: { ...about, objections } }));
      expect(
        text.split('\n').filter((row) => /^- ["„«]/.test(row)),
        template,
      ).toHaveLength(6);
      expect(text).toContain('30 days net');
      expect(text).toContain('1,200.00 GBP for 16 November 2026');
      expect(text).toContain('10 November 2026: call, no answer');
      const bare = composed(minimalInput(template, { language })).text;
      expect(bare).not.toContain('30 days net');
      expect(bare).not.toMatch(/^- ["„«]/m);
    }
  });
});

describe('the heads-up to our own account owner', () => {
  it.each(LETTER_TAGS)('%s says who is written to, about how much, when and with which subject', (language) => {
    const { text, subject } = composed(fullInput('Heads-up', { language }));
    const words = wordsOf(language);
    expect(subject).toContain('Hafen & Söhne');
    expect(text).toContain(words?.longDate(day('2026-11-24')) ?? 'x');
    expect(text).toContain(words?.money(1_000_000, 'EUR') ?? 'x');
    expect(text).toContain('cfo@example.com');
    expect(text).toContain('Overdue: 10,000.00 EUR');
    expect(text).not.toContain('Anna Weber');
  });
});
