// The link that looks for a mail in Gmail.
import { el } from './dom';

/** A link to Gmail's search for a reference, which stands in each mail. @param reference `DS-7F3K2` */
export function gmailSearch(reference: string): HTMLElement {
  const query = encodeURIComponent(`"Ref ${reference}"`);
  const href = `https://mail.google.com/mail/#search/${query}`;
  return el('a', { href, target: '_blank', rel: 'noopener noreferrer', class: 'button quiet' }, 'Look for it in Gmail');
}
