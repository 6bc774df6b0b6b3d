// All texts a new workbook starts with: the rows of `AR Templates`, language by language, read from the text files.
import { LETTER_LANGUAGES, LETTER_TAGS, type LetterLanguage } from './letter-languages';
import { LETTER_TEXTS, type TextFiles } from './letter-texts';
import type { TemplateRow } from './template-row';
import { textsIn } from './text-file';

/**
 * Every default text, language by language, each with its mails first. A name has a text in every language. Each passes
 * `checkTemplate` with the names of `PLACEHOLDER_NAMES`. The build writes them beside the script, where the port `texts` reads them.
 * @example defaultTemplates()[0] // { template: 'Before due', language: 'en', subject: '...', body: '{{greeting}}...' }
 */
export function defaultTemplates(): readonly TemplateRow[] {
  return LETTER_TAGS.flatMap((language) => [...rowsOf(language, 'mails'), ...rowsOf(language, 'sheets')]);
}

/** The names of the texts that are no mails to a customer: messages, call sheets, and task notes. */
export function sheetNames(): string[] {
  return [...new Set(LETTER_TAGS.flatMap((language) => rowsOf(language, 'sheets')).map(({ template }) => template))];
}

function rowsOf(language: LetterLanguage, file: keyof TextFiles): TemplateRow[] {
  const { typeset } = LETTER_LANGUAGES[language];
  return textsIn(LETTER_TEXTS[language][file]).map(({ template, subject, body }) => ({
    template,
    language,
    subject: typeset(subject),
    body: typeset(body),
  }));
}
