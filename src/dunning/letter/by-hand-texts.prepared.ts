// Which default texts are no mails to a customer, worked out by the build from the text files.
import { OWN_TEXTS } from '../policy/purposes';
import { sheetNames } from './default-templates';

/** Their names: messages, call sheets, task notes, and the word to our account owner. @example byHandTexts().includes('Call firm') // true */
export function byHandTexts(): string[] {
  return [...sheetNames(), OWN_TEXTS['heads-up']];
}
