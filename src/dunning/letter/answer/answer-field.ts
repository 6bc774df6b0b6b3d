// The field by which a mail can be answered with a click, in texts that were written before there was one.

const FIELD = '{{answer link}}';

/** Whether a text offers an answer by a click. @example hasAnswerLink('Pay now. {{ answer link }}') // true */
export function hasAnswerLink(body: string): boolean {
  return /\{\{\s*answer link\s*\}\}/i.test(body);
}

/**
 * A text with the field as a paragraph of its own: where ours have it, before how far payments are known and the closing.
 * @example withAnswerLink('Pay now.\n\nKind regards\n{{signature}}') // 'Pay now.\n\n{{answer link}}\n\nKind regards\n{{signature}}'
 */
export function withAnswerLink(body: string): string {
  if (hasAnswerLink(body)) return body;
  const parts = body.trimEnd().split(/\n{2,}/);
  const closing = parts.findIndex((part) => /\{\{\s*(?:as of|signature)\s*\}\}/.test(part));
  const at = closing < 0 || isWithin(parts.slice(0, closing).join('\n')) ? parts.length : closing;
  return [...parts.slice(0, at), FIELD, ...parts.slice(at)].join('\n\n');
}

/** Whether a text ends within a section, which may vanish. */
function isWithin(text: string): boolean {
  const count = (sign: RegExp): number => text.match(sign)?.length ?? 0;
  return count(/\{\{\s*[#^]/g) !== count(/\{\{\s*\//g);
}
