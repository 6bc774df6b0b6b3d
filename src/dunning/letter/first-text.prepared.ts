// The text of the first friendly reminder in each language, as it ships: what an example of a mail is made of.
import deMails from './languages/de/mails.txt';
import enMails from './languages/en/mails.txt';
import esMails from './languages/es/mails.txt';
import frMails from './languages/fr/mails.txt';
import type { LetterLanguage } from './letter-languages';
import { textsIn } from './text-file';

/** What stands above the first heading is for translators. */
const ABOVE = /^[\s\S]*?(?=^(?:---|===) )/m;

/** Its subject and body, the fields not filled in. */
export function firstTexts(): Record<LetterLanguage, { subject: string; body: string }> {
  return { en: first(enMails), de: first(deMails), fr: first(frMails), es: first(esMails) };
}

function first(mails: string): { subject: string; body: string } {
  const text = textsIn(mails.replace(ABOVE, '')).find(({ template }) => template === 'Friendly');
  return { subject: text?.subject ?? '', body: text?.body ?? '' };
}
