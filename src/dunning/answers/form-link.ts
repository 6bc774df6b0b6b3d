// The prefilled link of the team's own Google Form: checked where it is typed, and filled with the token of a mail.

/** The word that stands in the link where the token belongs. */
const PLACE = 'TOKEN';

const OF_FORM = /^https:\/\/docs\.google\.com\/(?:a\/[\w.-]+\/)?forms\/[^\s?#<>"']+$/;
const FIELD = new RegExp(`([?&]entry\\.\\d+=)${PLACE}(?=&|$)`, 'i');

const HOW = `in the form choose the three dots > Get pre-filled link, type ${PLACE} as the reference, and copy the link that Google gives`;

/**
 * What is wrong with a text as the prefilled link of a form, a clause; '' when nothing is, and for an empty text.
 * @example formLinkFault('https://forms.gle/abc') // 'a short link has no place for the reference; in the form choose ...'
 */
export function formLinkFault(typed: string): string {
  if (typed === '') return '';
  if (/^https:\/\/(?:forms\.gle|goo\.gl)\//.test(typed)) return `a short link has no place for the reference; ${HOW}`;
  const [page = '', query = ''] = typed.split('?');
  if (!OF_FORM.test(page) || /[\s<>"'#{}]/.test(query))
    return `this is no link of a Google Form, which begins with https://docs.google.com/forms/; ${HOW}`;
  if (!/\/viewform$/.test(page)) return `this page of the form is not the one that customers fill in; ${HOW}`;
  const places = `?${query}`.split(/(?=[?&])/).filter((part) => FIELD.test(part)).length;
  if (places === 0)
    return `the link has no field with the word ${PLACE}, so no answer could be told from another; ${HOW}`;
  return places === 1 ? '' : `the word ${PLACE} stands in ${places} fields of the link; only the reference may have it`;
}

/** The link of one mail. @param link without a fault @example formLink('https://.../viewform?entry.1=TOKEN', token) */
export function formLink(link: string, token: string): string {
  return link.replace(FIELD, (_, before: string) => `${before}${token}`);
}
