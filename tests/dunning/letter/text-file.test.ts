// The text files that translators edit: how they are read, and what is refused with a sentence that says where.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LETTER_TAGS } from '../../../src/dunning/letter/letter-languages';
import { TextFileError, textsIn } from '../../../src/dunning/letter/text-file';

/** What is said of a file that cannot be read: its code, then the sentence. */
function objection(file: string): string {
  try {
    textsIn(file);
    return 'read';
  } catch (error) {
    if (error instanceof TextFileError) return `${error.code}: ${error.message}`;
    throw error;
  }
}

describe('a text file', () => {
  it('is texts in its order, each a name, a subject and the body below a blank line', () => {
    const file =
      'For translators.\n\n=== One ===\nSubject: First: {{no}}\n\nDear you\n\nBye\n\n=== Two ===\nSubject: x\ny\n';
    expect(textsIn(file)).toEqual([
      { template: 'One', subject: 'First: {{no}}', body: 'Dear you\n\nBye' },
      { template: 'Two', subject: 'x', body: 'y' },
    ]);
  });

  it('puts a part where its name stands, also within a line, a subject or another part', () => {
    const file =
      '--- bank ---\nIBAN\n\nBIC\n\n--- pay ---\nPay:\n[[bank]]\n\n--- it ---\nthe sum\n\n=== A ===\nSubject: [[it]]\n\n[[pay]]\n\nPay [[it]] now, [[it]].';
    expect(textsIn(file)).toEqual([
      { template: 'A', subject: 'the sum', body: 'Pay:\nIBAN\n\nBIC\n\nPay the sum now, the sum.' },
    ]);
  });

  it('may have the line ends of Windows', () => {
    expect(textsIn('--- p ---\r\nq\r\n\r\n=== A ===\r\nSubject: s\r\n\r\n[[p]]\r\nb\r\n')).toEqual([
      { template: 'A', subject: 's', body: 'q\nb' },
    ]);
  });

  it('is refused where a text names a part that does not stand above it', () => {
    expect(objection('=== A ===\nSubject: s\n\n[[how to pya]]')).toBe(
      'unknown-part: "A": no part "how to pya" stands above it.',
    );
    expect(objection('=== A ===\nSubject: s\n\n[[p]]\n\n--- p ---\nq')).toMatch(/^unknown-part/);
    expect(objection('--- p ---\n[[p]]\n\n=== A ===\nSubject: s\n\n[[p]]')).toMatch(/^unknown-part: "p"/);
    for (const name of ['constructor', '__proto__', ''])
      expect(objection(`=== A ===\nSubject: s\n\n[[${name}]]`), name).toMatch(/^unknown-part/);
  });

  it('is refused where a text has no subject or no body, or a name stands twice', () => {
    expect(objection('=== A ===\n\nDear you')).toBe('no-subject: "A": write "Subject: ..." right below the name.');
    expect(objection('=== A ===\nSubject: \n\nDear you')).toMatch(/^no-subject/);
    expect(objection('=== A ===\nSubject: s\n\n')).toBe('no-body: "A": write the body below the subject.');
    expect(objection('=== A ===\nSubject: s\n\nb\n=== A ===\nSubject: s\n\nb')).toBe(
      'twice: "A" stands in the file twice.',
    );
    expect(objection('--- p ---\nx\n--- p ---\nx\n=== A ===\nSubject: s\n\nb')).toMatch(/^twice/);
  });

  it('is refused where it has no text at all', () => {
    for (const file of ['', 'Dear you', '--- p ---\nonly a part'])
      expect(objection(file), file).toBe('no-texts: The file has no text: one begins with "=== Name ===".');
  });
});

describe.each(LETTER_TAGS.flatMap((tag) => [`${tag}/mails.txt`, `${tag}/sheets.txt`]))('the file %s', (name) => {
  const file = readFileSync(join('src/dunning/letter/languages', name), 'utf8');

  it('can be read', () => {
    expect(objection(file)).toBe('read');
  });

  it('says nothing that no text uses: each part is named below', () => {
    const parts = [...file.matchAll(/^--- (.*) ---$/gm)].map(([, part = '']) => part);
    const used = new Set([...file.matchAll(/\[\[([^\][]*)\]\]/g)].map(([, part = '']) => part));
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((part) => !used.has(part))).toEqual([]);
  });

  it('leaves no mark of a heading or a part in a text, where a slip of the pen made it neither', () => {
    for (const { template, subject, body } of textsIn(file))
      expect(`${subject}\n${body}`, template).not.toMatch(/\[\[|\]\]|^\s*(--|==)|^Subject:/m);
  });
});
