// The default texts in English: each renders with much and with little known, without gaps, threats nobody made, or mixed sums.
import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../src/dunning/letter/default-templates';
import {
  composeLetter,
  draftOf,
  isLetterProblem,
  type Letter,
  type LetterInput,
} from '../../../src/dunning/letter/letter';
import { PLACEHOLDER_NAMES } from '../../../src/dunning/letter/placeholders';
import { checkTemplate } from '../../../src/dunning/letter/template';
import { defaultPolicy } from '../../../src/dunning/policy/default-policy';
import { day, fullInput, line, minimalInput } from './letter-examples';

const ENGLISH = defaultTemplates().filter((row) => row.language === 'en');
const NAMES = ENGLISH.map((row) => row.template);

function composed(input: LetterInput): Letter {
  const made = composeLetter(input);
  if (isLetterProblem(made)) throw new Error(made.message);
  return made;
}

const notDueYet = { lines: [line({ role: 'not-due', due: day('2026-12-03') })] };
const several = { lines: [line({}), line({ invoice: 'INV-1002' })] };

describe('the default texts', () => {
  it('cover every template of the reference, the channels beside mail and the internal notes', () => {
    for (const name of [
      'Before due',
      'Promise ask',
      'Friendly',
      'Personal',
      'Firm',
      'Firm senior',
      'Hold notice',
      'Final',
      'Statement',
      'Old balance',
      'Promise reminder',
      'Promise missed',
      'Part payment',
      'Dispute closed',
      'Discount',
      'Apology',
      'Promise noted',
      'Call firm',
      'WhatsApp friendly',
      'WhatsApp firm',
      'Task statement',
      'Task reconcile',
      'Task hold',
      'Task hand-over',
      'Task review',
      'Heads-up',
    ]) {
      expect(NAMES).toContain(name);
    }
    expect(new Set(NAMES).size).toBe(NAMES.length);
  });

  it.each(NAMES)('%s uses known names only', (name) => {
    const row = ENGLISH.find((candidate) => candidate.template === name);
    expect(checkTemplate(row?.subject ?? '', PLACEHOLDER_NAMES)).toEqual([]);
    expect(checkTemplate(row?.body ?? '', PLACEHOLDER_NAMES)).toEqual([]);
  });

  it.each(NAMES)(
    '%s reads whole with everything known, with the least, before the due date and for several',
    (name) => {
      for (const input of [
        fullInput(name),
        minimalInput(name),
        minimalInput(name, notDueYet),
        minimalInput(name, several),
        fullInput(name, { about: minimalInput(name).about }),
      ]) {
        const letter = composed(input);
        for (const part of [letter.subject, letter.text, letter.html]) {
          expect(part).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object|\p{Cc}(?<!\n)/u);
        }
        expect(letter.subject).not.toMatch(/\n| {2}|\.\.| [.,:;?]|[,:;]$/);
        expect(letter.text).not.toMatch(/\n{3}|[ \t]\n/);
        const prose = letter.text.split('\n\n').filter((paragraph) => !paragraph.includes('---'));
        for (const paragraph of prose) expect(paragraph).not.toMatch(/[^\n] {2}|\.\.| [.,;?]|\(\)/);
        expect(letter.text).toContain('Ref DS-7F3K2');
      }
    },
  );

  it.each(NAMES)('%s never shows a sum across currencies', (name) => {
    const { subject, text } = composed(fullInput(name));
    // 10,000.00 EUR overdue and 1,200.00 GBP; with credits, disputes and what is not yet due, the mixed sums that could be
    // made of the two currencies.
    for (const mixed of ['11,200.00', '13,617.00', '11,977.00', '12,700.00', '10,900.00', '13,140.00']) {
      expect(`${subject}\n${text}`).not.toContain(mixed);
    }
  });

  it.each(NAMES)('%s says the same amounts in text and HTML, in the same order', (name) => {
    const { text, html } = composed(fullInput(name));
    const shown = html.replace(/<head>[\s\S]*<\/head>/, '').replace(/<[^>]+>/g, ' ');
    const amounts = (part: string): string[] => part.match(/-?[\d,]+\.\d\d [A-Z]{3}/g) ?? [];
    expect(amounts(shown)).toEqual(amounts(text));
    const hasTable = ENGLISH.some((row) => row.template === name && row.body.includes('{{invoices}}'));
    if (hasTable) expect(amounts(text).length).toBeGreaterThan(1);
  });

  it('name a next step in the final reminder only where one is set', () => {
    expect(composed(minimalInput('Final')).text).not.toMatch(/lawyer|court|legal|agency|next step/i);
    expect(composed(fullInput('Final')).text).toContain(
      'This is our last reminder before handing the account to our lawyers.',
    );
  });

  it('threaten nobody: no mail or message speaks of courts, agencies, fees or interest of its own accord', () => {
    for (const row of ENGLISH.filter(({ template }) => !/^(Task|Call|Heads)/.test(template))) {
      expect(`${row.subject} ${row.body}`, row.template).not.toMatch(
        /court|legal|lawyer|agency|interest|late fee|penalt/i,
      );
    }
  });

  it('have subjects that name the firm and one number', () => {
    const firm = 'Nordlicht Werkzeuge GmbH: ';
    const subject = (name: string): string => composed(minimalInput(name)).subject.slice(firm.length);
    expect(subject('Friendly')).toBe('invoice INV-1001, a short reminder');
    expect(composed(minimalInput('Friendly', several)).subject).toBe(`${firm}a short reminder of 2 invoices`);
    expect(subject('Personal')).toBe('invoice INV-1001, when can we expect payment?');
    expect(subject('Firm')).toBe('overdue invoice INV-1001');
    expect(subject('Firm senior')).toBe('invoice INV-1001 needs your attention');
    expect(subject('Hold notice')).toBe('new orders on hold until invoice INV-1001 is paid');
    expect(subject('Final')).toBe('final reminder, invoice INV-1001');
    expect(subject('Statement')).toBe('statement of account, November 2026');
    expect(subject('Promise missed')).toBe('the payment you planned has not arrived');
    expect(composed(minimalInput('Before due', notDueYet)).subject).toBe(`${firm}invoice INV-1001 falls due soon`);
  });

  it('can all be edited: a draft composes to what the template composes to', () => {
    for (const name of NAMES) {
      const input = fullInput(name);
      const draft = draftOf(input);
      if ('code' in draft) throw new Error(draft.message);
      expect(composed({ ...input, template: { name, ...draft } }), name).toEqual(composed(input));
    }
  });
});

describe('the list of placeholders', () => {
  it('has names of small letters and single blanks', () => {
    for (const name of PLACEHOLDER_NAMES) expect(name).toMatch(/^[a-z]+( [a-z]+)*$/);
  });

  it('offers nothing that no letter knows: each name can stand in a section', () => {
    const body = PLACEHOLDER_NAMES.map((name) => `{{#${name}}}${name}{{/${name}}}`).join('\n');
    const made = composed(fullInput('Friendly', { template: { name: 'all', subject: 'all', body } }));
    const silent = PLACEHOLDER_NAMES.filter((name) => !made.text.split('\n').includes(name));
    expect(silent).toEqual(['one', 'documents', 'net', 'due kept']);
    const documents = { invoice: 'https://files.example/1' };
    const credited = {
      lines: [line({ documents }), line({ role: 'credit', balance: -30_000 })],
      about: { dueKept: true },
    };
    const other = composed(fullInput('Friendly', { template: { name: 'all', subject: 'all', body }, ...credited }));
    for (const name of silent) expect(other.text.split('\n')).toContain(name);
  });
});

it('every step of the default policy composes for its own channel', () => {
  for (const row of defaultPolicy()) expect(composed(minimalInput(row.template)).subject).not.toBe('');
});
