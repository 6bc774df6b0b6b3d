// What a default text is, and how one is put together from its paragraphs.

/** A text of `AR Templates`. */
export interface TemplateRow {
  template: string;
  language: string;
  subject: string;
  body: string;
}

/** Makes a text of its name, its subject and its paragraphs. */
export type TextMaker = (template: string, subject: string, ...paragraphs: string[]) => TemplateRow;

/**
 * A maker of texts in one language: paragraphs with a blank line between them.
 * @param language two letters
 * @example textIn('en')('Short', 'Hello', 'a', 'b') // { template: 'Short', language: 'en', subject: 'Hello', body: 'a\n\nb' }
 */
export function textIn(language: string): TextMaker {
  return (template, subject, ...paragraphs) => ({ template, language, subject, body: paragraphs.join('\n\n') });
}
