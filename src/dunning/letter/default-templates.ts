// All texts a new workbook starts with: the rows of `AR Templates`, language by language, read from the text files.
import { OWN_TEXTS } from '../policy/purposes';
import { LETTER_LANGUAGES, LETTER_TAGS, type LetterLanguage } from './letter-languages';
import { type FileText, textsIn } from './text-file';

/** A text of `AR Templates`. */
export interface TemplateRow extends FileText {
  language: string;
}

/** Texts that came with a later version: a workbook that has none of that name gets them, its own stay as they are. */
export const LATER_TEXTS: readonly string[] = ['Apology', 'Promise noted'];

let known: { templates: readonly TemplateRow[]; byHand: readonly string[] } | null = null;

// Read where somebody asks for them: few executions need them, and none should wait for them at load.
function read(): NonNullable<typeof known> {
  if (known !== null) return known;
  const sheets = LETTER_TAGS.map((language) => rowsOf(language, 'sheets'));
  const templates = LETTER_TAGS.flatMap((language, index) => [...rowsOf(language, 'mails'), ...(sheets[index] ?? [])]);
  const byHand = [...new Set(sheets.flat().map(({ template }) => template)), OWN_TEXTS['heads-up']];
  known = { templates, byHand };
  return known;
}

function rowsOf(language: LetterLanguage, file: 'mails' | 'sheets'): TemplateRow[] {
  const { [file]: text, typeset } = LETTER_LANGUAGES[language];
  return textsIn(text).map(({ template, subject, body }) => ({
    template,
    language,
    subject: typeset(subject),
    body: typeset(body),
  }));
}

/**
 * Every default text, language by language, each with its mails first. A name has a text in every language. Each passes
 * `checkTemplate` with the names of `PLACEHOLDERS`.
 * @example defaultTemplates()[0] // { template: 'Before due', language: 'en', subject: '...', body: '{{greeting}}...' }
 */
export function defaultTemplates(): readonly TemplateRow[] {
  return read().templates;
}

/**
 * The names of the default texts that are no mails to a customer: messages, call sheets, task notes, and the word to our
 * account owner.
 * @example byHandTexts().includes('Call firm') // true
 */
export function byHandTexts(): readonly string[] {
  return read().byHand;
}
