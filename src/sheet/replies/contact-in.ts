// Whom a reply names: name, address, phone.
import { folded } from './own-words';
import type { ReplyWords } from './words/reply-words';

/** A person to write to or to ring. */
export interface ReplyContact {
  name?: string;
  email?: string;
  phone?: string;
}

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
const PHONE = /(?:\+\d{1,3}[ ./-]?)?(?:\(0?\d{1,5}\)[ ./-]?)?\d{2,5}(?:[ ./-]\d{2,8}){1,5}|\+\d{8,15}|\b0\d{8,12}\b/g;
/** Two to four words with capital letters, small ones of names between them. */
const NAME =
  /(?<![\p{L}@.])(?:\p{Lu}[\p{L}'’.-]*\p{L}|\p{Lu}\.)(?:[ ](?:(?:de|del|la|van|von|der|den|da|do|di|le|du|zu|&|y|e)[ ]){0,2}(?:\p{Lu}[\p{L}'’.-]*\p{L}|\p{Lu}\.|&)){1,3}(?![\p{L}@])/gu;

/**
 * The contact in a text; empty where it names none.
 * @param text as written
 * @example contactIn('Accounts is Deirdre Fallon, d.fallon@firm.example', en) // { name: 'Deirdre Fallon', email: ... }
 */
export function contactIn(text: string, words: ReplyWords): ReplyContact {
  const email = EMAIL.exec(text)?.[0].replace(/[.']+$/, '');
  const phone = phoneIn(text);
  const place = email !== undefined ? text.indexOf(email) : phone !== undefined ? text.indexOf(phone) : -1;
  const name = place < 0 ? undefined : nameBefore(text, place, words);
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/**
 * Who deals with an insolvency: the name beside the word for it, and an address given anywhere.
 * @param text all that was written, signature included
 */
export function administratorIn(text: string, words: ReplyWords): ReplyContact {
  const email = EMAIL.exec(text)?.[0].replace(/[.']+$/, '');
  const said = folded(text);
  const places = [...said.matchAll(new RegExp(words.administrator, 'g'))].map(({ index }) => index);
  const names = [...text.matchAll(NAME)]
    .map((match) => ({ at: match.index, end: match.index + match[0].length, name: withoutTitles(match[0], words) }))
    .filter(
      ({ name, at }) =>
        / /.test(name) &&
        !words.administrator.test(folded(name)) &&
        !/ (?:of|from|von der|du cabinet) $/.test(text.slice(0, at)),
    );
  const distance = ({ at, end }: { at: number; end: number }): number =>
    Math.min(...places.map((place) => (place < at ? at - place : Math.max(0, place - end))));
  const [nearest] = names.filter((one) => distance(one) <= BESIDE).sort((a, b) => distance(a) - distance(b));
  return { ...(nearest ? { name: nearest.name } : {}), ...(email === undefined ? {} : { email }) };
}

/** So far a name may stand from what it is the name of. */
const BESIDE = 40;

/** The phone number in a text; a date or an amount is none. */
export function phoneIn(text: string): string | undefined {
  const found = text.match(PHONE) ?? [];
  return found
    .map((one) => one.trim())
    .find(
      (one) =>
        one.replace(/\D/g, '').length >= 8 &&
        !/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(one) &&
        !/^\d{4}-\d{2}-\d{2}/.test(one),
    );
}

/** The name that stands nearest in front of a place, without what a person is called by. */
function nameBefore(text: string, place: number, words: ReplyWords): string | undefined {
  const names = [...text.matchAll(NAME)]
    .map((match) => ({ at: match.index, name: withoutTitles(match[0], words) }))
    .filter(({ at, name }) => at < place && /\p{L}[\p{L}.'’-]* \S/u.test(name));
  return names[names.length - 1]?.name;
}

function withoutTitles(name: string, words: ReplyWords): string {
  // "Ihnen Herr Ayhan Tunç": the name begins behind the title.
  const parts = name
    .replace(
      /^.*?(?<!\p{L})(?:Herrn?|Frau|Mr|Mrs|Ms|M\.|Mme|Madame|Monsieur|Sr\.?|Sra\.?|Don|Doña|Kolleg(?:en|e|in)|Steuerbüro)\.? (?=\p{Lu})/u,
      '',
    )
    .split(' ');
  const isTitle = (part: string): boolean => {
    words.titles.lastIndex = 0;
    const said = folded(part);
    const match = words.titles.exec(said);
    return match !== null && match.index === 0 && match[0].length >= said.length - 1;
  };
  while (parts.length > 0 && isTitle(parts[0] ?? '')) parts.shift();
  return parts.join(' ');
}

/** A contact as a part of an intent; none where it is empty. */
export const withContact = (contact: ReplyContact): { contact?: ReplyContact } =>
  Object.keys(contact).length === 0 ? {} : { contact };
