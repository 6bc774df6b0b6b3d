// A text of AR Templates as it ships, and which of them came with a later version.
import { DELIVERY_TEXTS } from '../policy/invoice-channels';
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
  'Invoice copy',
  ...Object.values(DELIVERY_TEXTS),
  'Task claim',
  'Task credit',
  'Assigned invoices',
  'Objection no invoice',
  'Objection not approved',
  'Objection no money',
  'Objection disputed',
  'Objection on its way',
  'Objection person away',
];

/** Texts whose name begins so are no letters: the subject is what one may hear on a call, the body a good answer. */
export const OBJECTION = 'Objection';

/** Whether a text is an objection with its answer, by its name. @example isObjection('Objection no money') // true */
export function isObjection(name: string): boolean {
  return /^objection(\s|:|$)/i.test(name.trim());
}
