// A letter from its template and the facts: subject, text and HTML that say the same, or the reason why there is none.

import { quotedPrintable } from '../mail/mime-encoding';
import type { Picture } from '../mail/picture';
import { answerHtml } from './answer/answer-lines';
import { pageHtml, paragraphHtml } from './letter-html';
import type { Letter, LetterInput, LetterProblem } from './letter-input';
import { LETTER_TAGS } from './letter-languages';
import { letterPage } from './letter-page';
import { tablesOf, tableText } from './letter-table';
import { tableHtml } from './letter-table-html';
import { letterValues, TABLES_MARK } from './letter-values';
import { type LetterWords, wordsOf } from './letter-words';
import { amountText, type PayBoxes, payBoxes, payText } from './pay-box';
import { amountHtml, firmHtml, payHtml } from './pay-box-html';
import { PLACEHOLDER_NAMES, type PlaceholderName } from './placeholders';
import { checkTemplate, oneLine, type RenderedTemplate, renderTemplate, type TemplateView } from './template';

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

/** What comes along is said below the tables; a text that says so itself, as an edited one may, says it once. */
function sayAttached(blocks: Block[], text: string): void {
  if (blocks.some((block) => block.kind === 'paragraph' && block.text.includes(text))) return;
  const tables = blocks.map(({ kind }) => kind).lastIndexOf('tables');
  blocks.splice(tables < 0 ? blocks.length : tables + 1, 0, { kind: 'paragraph', text });
}

/** What a letter is put together from. */
interface Parts {
  input: LetterInput;
  words: LetterWords;
  subject: string;
  blocks: readonly Block[];
  /** The paragraph that only helps finding the mail again. */
  small: string;
  /** The paragraph that says how to answer; '' where none does. */
  answer: string;
  /** Null where it has no boxes. */
  pay: PayBoxes | null;
}

function textOf({ input, words, blocks, pay }: Parts): string {
  const shown: string[] = [];
  // First of all, so that whoever sees but the beginning knows what is asked for.
  if (pay && pay.amount !== '') shown.push(amountText(pay, words));
  let boxes = pay?.boxes ?? [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      shown.push(block.text);
      continue;
    }
    shown.push(...boxes.map((box) => payText(box, words)), ...tablesOf(input.lines, input.asOf, words).map(tableText));
    boxes = [];
  }
  return `${shown.join('\n\n')}\n`;
}

/** A mail program shows the first 102 KB of a mail; what is written of a part counts, not what it says. */
const MOST_HTML = 90_000;
/** So many lines of a kind stand in the HTML part at most. */
const MOST_LINES = 100;

// Fewer lines until it fits: names and numbers may be of any length.
function htmlOf(parts: Parts, most = MOST_LINES): string {
  const html = htmlWith(parts, most);
  const fits = 3 * html.length < MOST_HTML || quotedPrintable(html).length < MOST_HTML;
  return fits || most === 0 ? html : htmlOf(parts, Math.floor(most / 2));
}

function htmlWith({ input, words, blocks, small, answer, subject, pay }: Parts, most: number): string {
  const { addressee, company, asOf } = input;
  const isPaper = addressee !== undefined;
  const look = input.pay?.look;
  const shown: string[] = [];
  if (input.pay && !isPaper) shown.push(firmHtml(company, look, look?.logo ? cidOf('logo', input) : ''));
  if (pay && pay.amount !== '') shown.push(amountHtml(pay, look));
  let boxes = pay?.boxes ?? [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const isAnswer = answer !== '' && block.text === answer;
      shown.push(isAnswer ? answerHtml(input, words) : paragraphHtml(block.text, block.text === small));
      continue;
    }
    // On paper a link is its address.
    const ways = boxes.map((box) =>
      !isPaper
        ? box
        : { ...box, links: [], facts: [...box.links.map(({ label, url }) => [label, url] as const), ...box.facts] },
    );
    shown.push(...ways.map((box) => payHtml(box, look, box.code === '' ? '' : cidOf('pay', input), words)));
    shown.push(...tablesOf(input.lines, asOf, words, most).map(tableHtml));
    boxes = [];
  }
  return addressee === undefined
    ? pageHtml(subject, words.tag, shown)
    : letterPage({ company, addressee, date: words.longDate(asOf), subject, tag: words.tag, blocks: shown });
}

/** The name of a picture within the mail, the same for the same reminder. */
function cidOf(what: 'logo' | 'pay', { reference }: LetterInput): string {
  return `${what}-${reference.replace(/[^0-9A-Za-z]+/g, '').toLowerCase()}@duesheet`;
}

function picturesOf({ input, pay }: Parts): Picture[] {
  const { logo = '' } = input.pay?.look ?? {};
  const codes = (pay?.boxes ?? []).filter(({ code }) => code !== '');
  return [
    ...(input.pay && logo !== '' && input.addressee === undefined ? [{ cid: cidOf('logo', input), png: logo }] : []),
    ...codes.map(({ code }) => ({ cid: cidOf('pay', input), code })),
  ];
}

// Boxes stand above a table. What they say is not said a second time; a text that needs it within a sentence keeps it there.
function rendered(
  input: LetterInput,
  values: TemplateView,
  words: LetterWords,
): RenderedTemplate & { pay: PayBoxes | null } {
  const { body } = input.template;
  const whole = renderTemplate(body, values);
  const pay = whole.text.includes(TABLES_MARK) ? payBoxes(input, words) : null;
  if (!pay) return { ...whole, pay };
  const short = renderTemplate(body, { ...values, 'bank details': '', 'payment link': '' });
  return { ...(short.missing.length > whole.missing.length ? whole : short), pay };
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
  const figuresOf = words.longDate(input.knownUpTo ?? input.asOf);
  const subject = renderTemplate(input.template.subject, { ...values, 'as of': figuresOf });
  const body = rendered(input, values, words);
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
  if (input.hasStatement) sayAttached(blocks, words.statement.attached);
  // Who opens an envelope has no earlier mail to look the account up in.
  const account = (input.addressee || input.payTo) && body.pay === null ? String(values['bank details']) : '';
  if (account !== '' && !body.text.includes(account)) blocks.push({ kind: 'paragraph', text: account });
  if (reference !== '' && !body.text.includes(reference)) blocks.push({ kind: 'paragraph', text: reference });
  const parts: Parts = {
    input,
    words,
    subject: line,
    blocks,
    small: reference,
    answer: String(values['answer link']),
    pay: body.pay,
  };
  return { subject: line, text: textOf(parts), html: htmlOf(parts), pictures: picturesOf(parts) };
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
  'answer link',
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
  // A day that nobody confirmed yet is known when the mail leaves.
  for (const name of CHANGING) if (values[name] !== '' || name === 'as of') view[name] = `{{${name}}}`;
  return {
    subject: oneLine(renderTemplate(input.template.subject, view).text),
    body: renderTemplate(input.template.body, view).text,
  };
}
