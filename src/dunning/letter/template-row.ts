// A text of AR Templates as it ships, and which of them came with a later version.
import type { FileText } from './text-file';

/** A text of `AR Templates`. */
export interface TemplateRow extends FileText {
  language: string;
}

/** Texts that came with a later version: a workbook that has none of that name gets them, its own stay as they are. */
export const LATER_TEXTS: readonly string[] = [
  'Apology',
  'Promise noted',
  'Plan agreed',
  'Task claim',
  'Assigned invoices',
];
