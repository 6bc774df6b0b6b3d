// Templates that people edit: names and sections only, checked before anything is rendered (mustache does the parsing).
import Mustache from 'mustache';
import { closestName } from '../policy/closest-name';

/** What a template is rendered with: a text per name; `false` and `''` are empty, `true` only opens a section. */
export type TemplateView = Record<string, string | boolean>;

/** What is wrong with a template: a stable code and a sentence for the person who edits it. */
export interface TemplateProblem {
  code: 'unknown-placeholder' | 'template-forbidden' | 'template-syntax';
  /** The name concerned; '' when the problem is about none. */
  name: string;
  message: string;
}

/** Thrown when a template with problems is rendered all the same. */
export class TemplateError extends Error {
  readonly code: TemplateProblem['code'];
  constructor(problem: TemplateProblem) {
    super(problem.message);
    this.name = 'TemplateError';
    this.code = problem.code;
  }
}

/** A rendered template. */
export interface RenderedTemplate {
  text: string;
  /** Names that came out empty within a line that says something else: a gap in a sentence. Each name once. */
  missing: string[];
}

const FORBIDDEN: Record<string, string> = {
  '{': 'three braces ({{{name}}}) are not allowed, write two: {{name}}',
  '&': 'an ampersand ({{&name}}) is not allowed, write {{name}}',
  '>': 'a template cannot include another one ({{>name}})',
  '=': 'the braces cannot be changed ({{=...=}})',
};

// Marks around the name of an empty value while rendering. Values never contain them: controls are taken out before.
const EMPTY_OPEN = '\u0002';
const EMPTY_CLOSE = '\u0003';
const EMPTY_MARK = new RegExp(`${EMPTY_OPEN}([^${EMPTY_CLOSE}]*)${EMPTY_CLOSE}`, 'g');
// The sentence around the day up to which payments are known, where nobody confirmed one. Own texts and those of earlier
// versions have it without a section around it, and it says nothing that the rest needs.
const UNCONFIRMED_DAY = new RegExp(
  `(?<=^|[.!?:]\\s)(?:(?![.!?:]\\s).)*${EMPTY_OPEN}as of${EMPTY_CLOSE}(?:(?![.!?:](?:\\s|$)).)*(?:[.!?:]|$) *`,
  'gm',
);
const COMMENT = /\{\{\s*![\s\S]*?\}\}/g;
// A name that ends a sentence: what stands there may end with a full stop of its own, as "Acme Inc." does.
const AT_END = /\{\{([^{}#^/!]+)\}\}\.(?!\.)/g;
const TAG = /\{\{\s*([#^/]?)\s*([\s\S]*?)\s*\}\}/g;

class MarkingWriter extends Mustache.Writer {
  override escapedValue(token: string[], context: { lookup(name: string): unknown }): string {
    const name = token[1] ?? '';
    const value = context.lookup(name);
    return typeof value === 'string' && value.trim() !== '' ? value : `${EMPTY_OPEN}${name}${EMPTY_CLOSE}`;
  }
}

/** Where somebody types a text, each key makes another one: so many are kept. */
const MOST_KEPT = 500;

let writer: MarkingWriter | null = null;
let asked = 0;

/** One writer for all, which keeps what it took apart: a text is checked and filled again and again. */
function keepingWriter(): MarkingWriter {
  asked += 1;
  if (asked % MOST_KEPT === 0) writer = null;
  writer ??= new MarkingWriter();
  return writer;
}

function syntaxSentence(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const name = /"([^"]*)"/.exec(said)?.[1] ?? '';
  if (said.startsWith('Unclosed section')) return `The section {{#${name}}} is not closed with {{/${name}}}.`;
  if (said.startsWith('Unopened section'))
    return `{{/${name}}} closes a section that was not opened with {{#${name}}}.`;
  return 'A placeholder is not closed: two braces {{ need two braces }} behind the name.';
}

function syntaxProblem(text: string): TemplateProblem | null {
  try {
    keepingWriter().parse(text);
  } catch (error) {
    return { code: 'template-syntax', name: '', message: syntaxSentence(error) };
  }
  const rest = text.replace(COMMENT, '').replace(TAG, '');
  if (!/\{\{|\}\}/.test(rest)) return null;
  return { code: 'template-syntax', name: '', message: 'Two braces }} stand alone: {{ is missing before the name.' };
}

function unknownSentence(name: string, knownNames: readonly string[]): string {
  const meant = closestName(name, knownNames);
  const hint = meant === '' ? 'The help lists the names a template may use.' : `Did you mean {{${meant}}}?`;
  return `There is no placeholder {{${name}}}. ${hint}`;
}

/**
 * Checks a template before it is used: unknown names, forbidden kinds of placeholders, sections left open.
 * @param text subject or body as a person wrote it
 * @param knownNames the names it may use, e.g. `PLACEHOLDER_NAMES`
 * @returns the problems in reading order, each once; empty when the template can be rendered
 * @example checkTemplate('Dear {{contct}}', ['contact'])[0].message
 * // 'There is no placeholder {{contct}}. Did you mean {{contact}}?'
 */
export function checkTemplate(text: string, knownNames: readonly string[]): TemplateProblem[] {
  const bare = text.replace(COMMENT, '');
  const forbidden = /\{\{\s*([{&>=])/.exec(bare)?.[1];
  if (forbidden !== undefined) {
    return [{ code: 'template-forbidden', name: '', message: `In a template ${FORBIDDEN[forbidden] ?? ''}.` }];
  }
  const syntax = syntaxProblem(text);
  if (syntax) return [syntax];
  const problems: TemplateProblem[] = [];
  const seen = new Set<string>();
  for (const match of bare.match(TAG) ?? []) {
    const name = match.replace(TAG, '$2');
    if (seen.has(name) || knownNames.includes(name)) continue;
    seen.add(name);
    problems.push({ code: 'unknown-placeholder', name, message: unknownSentence(name, knownNames) });
  }
  return problems;
}

/** A text without superfluous white space: no blanks at line ends, never two blank lines, none at either end. */
function tidyBlankLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

/**
 * Renders a template and says which names left a gap in a sentence. A line of nothing but empty names vanishes, and so
 * does the sentence about the day up to which payments are known, where it is not.
 * @param template subject or body; must pass `checkTemplate` with the names of the view
 * @param view a text per name; nothing is escaped, HTML is made of the finished text
 * @throws TemplateError when the template has a problem
 * @example renderTemplate('Due {{date}}', { date: '' }) // { text: 'Due', missing: ['date'] }
 */
export function renderTemplate(template: string, view: TemplateView): RenderedTemplate {
  const problem = checkTemplate(template, Object.keys(view))[0];
  if (problem) throw new TemplateError(problem);
  const marked = keepingWriter()
    .render(withOneStop(template, view).replace(/\r\n?/g, '\n'), { ...view })
    .replace(UNCONFIRMED_DAY, '');
  const missing: string[] = [];
  const lines: string[] = [];
  for (const line of marked.split('\n')) {
    const names = (line.match(EMPTY_MARK) ?? []).map((mark) => mark.slice(1, -1));
    const rest = line.replace(EMPTY_MARK, '');
    if (names.length > 0 && rest.trim() === '') continue;
    for (const name of names) if (!missing.includes(name)) missing.push(name);
    lines.push(rest);
  }
  return { text: tidyBlankLines(lines.join('\n')), missing };
}

function withOneStop(template: string, view: TemplateView): string {
  return template.replace(AT_END, (whole, name: string) =>
    /\.\s*$/.test(String(view[name.trim()])) ? whole.slice(0, -1) : whole,
  );
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML shows it, letter for letter. @example escapeHtml('R&D <x>') // 'R&amp;D &lt;x&gt;' */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * A text of one line: white space of any kind becomes one blank, control characters go.
 * @example oneLine('Acme\r\nBcc: x') // 'Acme Bcc: x'
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * A text of several lines without blank ones: every line as `oneLine` gives it.
 * @example manyLines(' a \n\n b\t') // 'a\nb'
 */
export function manyLines(text: string): string {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n');
}
