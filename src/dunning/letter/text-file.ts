// A text file as translators edit it: parts that are said once, then the texts, each with its name, subject and body.

/** A text as a file holds it, its parts put in. */
export interface FileText {
  template: string;
  subject: string;
  body: string;
}

/** Thrown for a file that cannot be read as texts; the sentence says where it is wrong. */
export class TextFileError extends Error {
  constructor(
    readonly code: 'twice' | 'no-subject' | 'no-body' | 'unknown-part' | 'no-texts',
    message: string,
  ) {
    super(message);
    this.name = 'TextFileError';
  }
}

const HEADING = /^(---|===) (.+) \1$/;
const PART = /\[\[([^\][]*)\]\]/g;
const SUBJECT = 'Subject: ';

interface Block {
  name: string;
  isPart: boolean;
  lines: string[];
}

// What stands above the first heading tells a translator how the file is written.
function blocksOf(file: string): Block[] {
  const blocks: Block[] = [];
  for (const line of file.split(/\r?\n/)) {
    const [, mark, name] = HEADING.exec(line) ?? [];
    if (name !== undefined) blocks.push({ name, isPart: mark === '---', lines: [] });
    else blocks[blocks.length - 1]?.lines.push(line);
  }
  return blocks;
}

function withoutBlankEnds(lines: readonly string[]): string {
  return lines.join('\n').replace(/^\n+|\n+$/g, '');
}

function textOf({ name, lines: [first = '', ...rest] }: Block, bodyOf: (lines: string[]) => string): FileText {
  const subject = first.startsWith(SUBJECT) ? bodyOf([first.slice(SUBJECT.length)]) : '';
  if (subject === '') throw new TextFileError('no-subject', `"${name}": write "Subject: ..." right below the name.`);
  const body = bodyOf(rest);
  if (body === '') throw new TextFileError('no-body', `"${name}": write the body below the subject.`);
  return { template: name, subject, body };
}

/**
 * The texts of a file, in its order. A heading `=== Name ===` begins a text, `--- name ---` a part; `[[name]]` stands for
 * the part of that name, which must stand above: for paragraphs on a line of its own, for words within one.
 * @param file the whole file
 * @throws TextFileError for an unknown part, a text without subject or body, a name used twice, a file without texts
 * @example textsIn('--- bye ---\nKind regards\n=== Short ===\nSubject: Hello\n\nDear you\n\n[[bye]]')
 * // [{ template: 'Short', subject: 'Hello', body: 'Dear you\n\nKind regards' }]
 */
export function textsIn(file: string): FileText[] {
  const parts = new Map<string, string>();
  const texts = new Map<string, FileText>();
  for (const block of blocksOf(file)) {
    const { name, isPart } = block;
    const bodyOf = (lines: string[]): string => withoutBlankEnds(lines.map((line) => withPart(line, name, parts)));
    if ((isPart ? parts : texts).has(name)) throw new TextFileError('twice', `"${name}" stands in the file twice.`);
    if (isPart) parts.set(name, bodyOf(block.lines));
    else texts.set(name, textOf(block, bodyOf));
  }
  if (texts.size === 0) throw new TextFileError('no-texts', 'The file has no text: one begins with "=== Name ===".');
  return [...texts.values()];
}

function withPart(line: string, within: string, parts: ReadonlyMap<string, string>): string {
  if (!line.includes('[[')) return line;
  return line.replace(PART, (_, name: string) => {
    const part = parts.get(name);
    if (part === undefined) throw new TextFileError('unknown-part', `"${within}": no part "${name}" stands above it.`);
    return part;
  });
}
