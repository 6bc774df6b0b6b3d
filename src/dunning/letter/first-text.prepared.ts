// The text of the first friendly reminder in English, as it ships: what an example of a mail is made of.
import enMails from './languages/en/mails.txt';
import { textsIn } from './text-file';

/** What stands above the first heading is for translators. */
const ABOVE = /^[\s\S]*?(?=^(?:---|===) )/m;

/** Its subject and body, the fields not filled in. */
export function firstText(): { subject: string; body: string } {
  const text = textsIn(enMails.replace(ABOVE, '')).find(({ template }) => template === 'Friendly');
  return { subject: text?.subject ?? '', body: text?.body ?? '' };
}
