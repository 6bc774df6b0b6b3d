// All texts a new workbook starts with: the rows of `AR Templates`.
import { DEFAULT_MAILS, type TemplateRow } from './default-mails';
import { DEFAULT_SHEETS } from './default-sheets';

export type { TemplateRow } from './default-mails';

/** Every default text, mails first. Each passes `checkTemplate` with the names of `PLACEHOLDERS`. */
export const DEFAULT_TEMPLATES: readonly TemplateRow[] = [...DEFAULT_MAILS, ...DEFAULT_SHEETS];
