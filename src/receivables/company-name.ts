// A customer's name taken apart: what is left without legal form, accents, punctuation, and how two names differ.
import { withoutLegalForm } from './legal-forms';

/** A name in the ways in which it is compared. */
export interface CompanyName {
  /** Letters and digits alone, in small letters: the same for names that differ in case, blanks, punctuation. */
  plain: string;
  /** Without legal form, a leading "The", accents: `muller` for Müller GmbH. */
  core: string;
  /** The words of `core`. */
  words: readonly string[];
  /** `core` with its accents still on. */
  accented: string;
  /** Under each of these the name may be found: `ü` as u and as ue. */
  keys: readonly string[];
  forms: readonly string[];
  formWritten: string;
  hasThe: boolean;
}

/** From this length on, `ue` is taken for a `ü` that somebody wrote out: shorter words are too often just so. */
const LONG_ENOUGH_FOR_UMLAUTS = 6;

const SPECIAL: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const SPELT_OUT: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' };
const AND: ReadonlyMap<string, string> = new Map(Object.entries({ '&': 'and', '+': 'and', und: 'and', et: 'and' }));
/** Forms that stand right before or behind a name without a blank. */
const EASTERN_FORM = /株式会社|有限会社|合同会社|\((?:株|有)\)|股份有限公司|有限公司/g;

/**
 * Takes a name apart.
 * @param name as displayed
 * @example companyNameOf('The Müller-Bau GmbH').core // 'mullerbau'
 */
export function companyNameOf(name: string): CompanyName {
  const small = name.normalize('NFKC').toLowerCase();
  const eastern = small.match(EASTERN_FORM) ?? [];
  const words = wordsOf(small);
  const whole = eastern.length === 0 ? words : wordsOf(small.replace(EASTERN_FORM, ' '));
  const accentless = (whole.length > 0 ? whole : words).map(withoutAccents);
  const { words: rest, forms, written } = withoutLegalForm(accentless);
  const hasThe = rest.length > 1 && rest[0] === 'the';
  const first = hasThe ? 1 : 0;
  const accented = (whole.length > 0 ? whole : words).slice(first, rest.length).join('');
  const coreWords = rest.slice(first);
  const core = coreWords.join('');
  return {
    plain: words.join(''),
    core,
    words: coreWords,
    accented,
    keys: keysOf(core, accented),
    forms: [...forms, ...eastern],
    formWritten: [written, ...eastern].filter((part) => part !== '').join(' '),
    hasThe,
  };
}

function wordsOf(small: string): string[] {
  // "S.A.R.L." and "S. A." are one word each.
  const joined = !small.includes('.')
    ? small
    : small.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.\s?){2,}\p{L}?(?![\p{L}\p{N}])/gu, (letters) => {
        const bare = letters.replace(/[.\s]/g, '');
        return ` ${bare} `;
      });
  const marked = joined.replace(/['’`´]/g, '').match(/[\p{L}\p{N}\p{M}]+|[&+]/gu) ?? [];
  return marked.map((word) => AND.get(word) ?? word);
}

const PLAIN_LETTERS = /^[a-z0-9 ]*$/;

/** A text in small letters without accents. @example withoutAccents('größe') // 'grosse' */
function withoutAccents(text: string): string {
  if (PLAIN_LETTERS.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßøæœłđðþı]/g, (letter) => SPECIAL[letter] ?? letter)
    .normalize('NFC');
}

function keysOf(core: string, accented: string): string[] {
  const isPlain = PLAIN_LETTERS.test(accented);
  const spelt = isPlain
    ? accented
    : withoutAccents(accented.replace(/[äöüøå]/g, (letter) => SPELT_OUT[letter] ?? letter));
  const collapsed = core.replace(/([aou])e/g, '$1');
  const keys = [core, spelt, collapsed.length >= LONG_ENOUGH_FOR_UMLAUTS ? `~${collapsed}` : ''];
  return keys.filter((key, at) => key !== '' && keys.indexOf(key) === at);
}

/** Whether two names have legal forms that exclude each other: Acme GmbH and Acme Ltd are two companies. */
export function formsExclude(a: CompanyName, b: CompanyName): boolean {
  const within = (few: CompanyName, many: CompanyName): boolean => few.forms.every((form) => many.forms.includes(form));
  return !within(a, b) && !within(b, a);
}

/**
 * In what two names with a key in common differ, in words; '' when in nothing but blanks and capital letters.
 * @example differenceOf(companyNameOf('Acme Ltd'), companyNameOf('ACME Limited')) // 'the legal form'
 */
export function differenceOf(a: CompanyName, b: CompanyName): string {
  if (a.plain === b.plain) return '';
  const parts: string[] = [];
  if (a.accented !== b.accented) parts.push('accents');
  if (a.formWritten !== b.formWritten) parts.push('the legal form');
  if (a.hasThe !== b.hasThe) parts.push('“The”');
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}` : (parts[0] ?? '');
}

/** Letters that a first word needs to say something. */
const TELLING_WORD = 4;

/**
 * Whether two names may be one company's, for those who share something else as well, such as an address.
 * @example areSimilar(companyNameOf('Acme Trading Ltd'), companyNameOf('Acme')) // true
 */
export function areSimilar(a: CompanyName, b: CompanyName): boolean {
  if (a.core === '' || b.core === '') return false;
  if (a.keys.some((key) => b.keys.includes(key))) return true;
  const [short, long] = a.core.length <= b.core.length ? [a, b] : [b, a];
  const [first = ''] = short.words;
  if (first.length >= TELLING_WORD && long.words[0] === first) return true;
  if (short.core.length >= TELLING_WORD && long.core.startsWith(short.core)) return true;
  const initials = long.words.filter((word) => word !== 'and').map((word) => word[0] ?? '');
  return initials.length >= 2 && initials.join('') === short.core;
}
