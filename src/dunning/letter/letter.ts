// A letter from its template and the facts: subject, text and HTML that say the same, or the reason why there is none.
import { pageHtml, paragraphHtml } from './letter-html';
import type { Letter, LetterInput, LetterProblem } from './letter-input';
import { LETTER_TAGS } from './letter-languages';
import { letterPage } from './letter-page';
import { type LetterTable, tableHtml, tablesOf, tableText } from './letter-table';
import { letterValues, TABLES_MARK } from './letter-values';
import { type LetterWords, wordsOf } from './letter-words';
import { PLACEHOLDER_NAMES, type PlaceholderName } from './placeholders';
import { checkTemplate, oneLine, renderTemplate, type TemplateView } from './template';

export type { Letter, LetterAbout, LetterInput, LetterLine, LetterProblem } from './letter-input';

/** Whether composing gave a reason instead of a letter. */
export function isLetterProblem(made: Letter | LetterProblem): made is LetterProblem {
  return 'code' in made;
}

function problemOf(input: LetterInput): LetterProblem | null {
  const { name, subject, body } = input.template;
  for (const [part, text] of [
    ['subject', subject],
    ['body', body],
  ] as const) {
    const problem = checkTemplate(text, PLACEHOLDER_NAMES)[0];
    if (problem)
      return {
        code: problem.code,
        message: `${part === 'subject' ? 'Subject' : 'Body'} of "${name}": ${problem.message}`,
      };
  }
  if (!/\{\{[^}]*\binvoices\b/.test(subject)) return null;
  return {
    code: 'unknown-placeholder',
    message: `Subject of "${name}": {{invoices}} is a table and stands in the body only.`,
  };
}

function gapProblem(name: string, missing: readonly string[]): LetterProblem | null {
  const [gap] = missing;
  if (gap === undefined) return null;
  const cure = `fill it in, or put the sentence between {{#${gap}}} and {{/${gap}}}, then it is left out`;
  return {
    code: 'empty-placeholder',
    message: `"${name}" uses {{${gap}}} in a sentence, but here it is empty: ${cure}.`,
  };
}

type Block = { kind: 'paragraph'; text: string } | { kind: 'tables' };

// A paragraph ends at a blank line; the tables stand alone even where a person wrote them into a sentence.
function blocksOf(rendered: string): Block[] {
  const blocks: Block[] = [];
  rendered.split(TABLES_MARK).forEach((piece, index) => {
    if (index > 0) blocks.push({ kind: 'tables' });
    for (const paragraph of piece.split(/\n{2,}/)) {
      const text = paragraph.replace(/^\s+|\s+$/g, '');
      if (text !== '') blocks.push({ kind: 'paragraph', text });
    }
  });
  return blocks;
}

function partsOf(
  blocks: readonly Block[],
  tables: readonly LetterTable[],
  input: LetterInput,
  { words, subject, small }: { words: LetterWords; subject: string; small: string },
) {
  const text: string[] = [];
  const html: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      text.push(block.text);
      html.push(paragraphHtml(block.text, block.text === small));
    } else {
      text.push(...tables.map(tableText));
      html.push(...tables.map(tableHtml));
    }
  }
  const { addressee, company, asOf } = input;
  const page =
    addressee === undefined
      ? pageHtml(subject, words.tag, html)
      : letterPage({ company, addressee, date: words.longDate(asOf), subject, tag: words.tag, blocks: html });
  return { text: `${text.join('\n\n')}\n`, html: page };
}

/**
 * Composes a letter: the same decision about what it says for preview, review and sending. Nothing is escaped in
 * subject and text; the HTML part is made of the finished text. Amounts of two currencies are never added. Where a
 * template does not show the reference, it stands at the end.
 * @param input template, people, lines in minor units, the day of the figures
 * @returns the letter, or a problem: an unknown or empty placeholder, a broken template, a language without words
 * @example composeLetter({ template: { name: 'Short', subject: 'Invoice {{no}}', body: '{{greeting}}\n\n{{invoices}}' },
 *   language: 'en', lines: [...], ... }) // { subject: 'Invoice 1001', text: 'Dear ...', html: '<!DOCTYPE html>...' }
 */
export function composeLetter(input: LetterInput): Letter | LetterProblem {
  const words = wordsOf(input.language);
  const { name } = input.template;
  if (!words) {
    const known = LETTER_TAGS.join(', ');
    return { code: 'no-language', message: `"${name}" cannot be written in "${input.language}": known are ${known}.` };
  }
  const problem = problemOf(input);
  if (problem) return problem;
  const values = letterValues(input, words);
  const subject = renderTemplate(input.template.subject, values);
  const body = renderTemplate(input.template.body, values);
  const gap = gapProblem(name, [...subject.missing, ...body.missing]);
  if (gap) return gap;
  const line = oneLine(subject.text);
  if (line === '' || body.text.trim() === '') {
    return {
      code: 'empty-text',
      message: `"${name}" comes out without a ${line === '' ? 'subject' : 'body'}: write one.`,
    };
  }
  const reference = String(values.reference);
  const blocks = blocksOf(body.text);
  // Who opens an envelope has no earlier mail to look the account up in.
  const account = input.addressee ? String(values['bank details']) : '';
  if (account !== '' && !body.text.includes(account)) blocks.push({ kind: 'paragraph', text: account });
  if (reference !== '' && !body.text.includes(reference)) blocks.push({ kind: 'paragraph', text: reference });
  const tables = tablesOf(input.lines, input.asOf, words);
  return { subject: line, ...partsOf(blocks, tables, input, { words, subject: line, small: reference }) };
}

// What changes between review and sending stays a placeholder in a draft, so that an edited mail never states an old sum.
const CHANGING: readonly PlaceholderName[] = [
  'invoices',
  'invoice list',
  'days',
  'age',
  'n',
  'total',
  'balance',
  'overdue',
  'not due',
  'open',
  'disputed',
  'credits',
  'net',
  'age bands',
  'payment link',
  'bank details',
  'as of',
  'reply by',
  'deadline',
  'late charges',
  'received',
  'received date',
  'month',
  'reference',
];

/**
 * The subject and body that a person starts editing from: names and sentences are written out, while tables, sums and
 * dates that may still change stay placeholders. What comes back is composed again like any template.
 * @param input as for `composeLetter`
 * @example draftOf(input) // { subject: 'Invoice 1001: a short reminder', body: 'Dear Anna Weber,\n\n... {{total}} ...' }
 */
export function draftOf(input: LetterInput): { subject: string; body: string } | LetterProblem {
  const words = wordsOf(input.language);
  if (!words) return { code: 'no-language', message: `There are no letters in "${input.language}".` };
  const problem = problemOf(input);
  if (problem) return problem;
  const values = letterValues(input, words);
  const view: TemplateView = {};
  for (const [name, value] of Object.entries(values))
    view[name] = typeof value === 'string' ? value.replace(/\{\{/g, '{ {') : value;
  for (const name of CHANGING) if (values[name] !== '') view[name] = `{{${name}}}`;
  return {
    subject: oneLine(renderTemplate(input.template.subject, view).text),
    body: renderTemplate(input.template.body, view).text,
  };
}
