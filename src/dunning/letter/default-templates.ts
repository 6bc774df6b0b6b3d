// All texts a new workbook starts with: the rows of `AR Templates`, language by language.
import { GERMAN_MAILS } from './texts/de-mails';
import { GERMAN_SHEETS } from './texts/de-sheets';
import { ENGLISH_MAILS } from './texts/en-mails';
import { ENGLISH_SHEETS } from './texts/en-sheets';
import { SPANISH_MAILS } from './texts/es-mails';
import { SPANISH_SHEETS } from './texts/es-sheets';
import { FRENCH_MAILS } from './texts/fr-mails';
import { FRENCH_SHEETS } from './texts/fr-sheets';
import type { TemplateRow } from './texts/row';

export type { TemplateRow } from './texts/row';

/** The default texts that are no mails to a customer: messages, call sheets, task notes, and the word to our account owner. */
export const BY_HAND_TEXTS: readonly string[] = [...ENGLISH_SHEETS.map(({ template }) => template), 'Heads-up'];

/**
 * Every default text: English, German, French and Spanish, each with its mails first. A name has a text in every
 * language. Each passes `checkTemplate` with the names of `PLACEHOLDERS`.
 */
export const DEFAULT_TEMPLATES: readonly TemplateRow[] = [
  ...ENGLISH_MAILS,
  ...ENGLISH_SHEETS,
  ...GERMAN_MAILS,
  ...GERMAN_SHEETS,
  ...FRENCH_MAILS,
  ...FRENCH_SHEETS,
  ...SPANISH_MAILS,
  ...SPANISH_SHEETS,
];
